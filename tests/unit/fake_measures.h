/* Measures of a test: one of each fate that a value can have. */
#ifndef BSH_TESTS_FAKE_MEASURES_H
#define BSH_TESTS_FAKE_MEASURES_H

#include <broadsheet/measure.h>
#include <math.h>

static double calm(const bsh_counts *counts)
{
    (void) counts;
    return 48.5;
}

static double nothing(const bsh_counts *counts)
{
    (void) counts;
    return (double) NAN;
}

/* One measure of each fate: printed; printed and flagged; too short; undefined; English only.
 */
static const bsh_measure measures[] = {
    {.id = "calm",
     .label = "Calm",
     .unit = "points",
     .family = "length",
     .formula = "48.5",
     .source = "Castell 2031",
     .direction = BSH_HIGHER_IS_EASIER,
     .low = 30,
     .high = 62.5,
     .decimals = 1,
     .compute = calm},
    {.id = "smog",
     .label = "SMOG",
     .unit = "grade",
     .family = "readability",
     .formula = "f",
     .source = "s",
     .min_sentences = 30,
     .decimals = 1,
     .compute = calm},
    {.id = "mattr",
     .label = "MATTR",
     .unit = "0..1",
     .family = "diversity",
     .formula = "f",
     .source = "s",
     .required_words = BSH_REQUIRES_WINDOW,
     .decimals = 2,
     .compute = calm},
    {.id = "ratio",
     .label = "Ratio",
     .unit = "0..1",
     .family = "quotation",
     .formula = "f",
     .source = "s",
     .decimals = 2,
     .compute = nothing},
    {.id = "english",
     .label = "English",
     .unit = "x",
     .family = "readability",
     .formula = "f",
     .source = "s",
     .languages = BSH_LANGUAGE_EN,
     .min_words = 100,
     .compute = calm},
};

static bsh_selection selection_of(size_t n, bool has_counts)
{
    bsh_selection selection = {.n_measures = n, .has_counts = has_counts};
    for (size_t i = 0; i < n; ++i) {
        selection.measures[i] = &measures[i];
    }
    return selection;
}

#endif
