#include <math.h>
#include <string.h>

#include "measure/family.h"

/* In the order in which columns stand. */
static const bsh__family *const families[] = {
    &bsh__family_length,
    &bsh__family_readability,
    &bsh__family_diversity,
    &bsh__family_quotation,
};

enum { N_FAMILIES = sizeof families / sizeof families[0] };

size_t bsh_measure_count(void)
{
    size_t n = 0;
    for (size_t i = 0; i < N_FAMILIES; ++i) {
        n += families[i]->n_rows;
    }
    return n;
}

const bsh_measure *bsh_measure_at(size_t index)
{
    for (size_t i = 0; i < N_FAMILIES; ++i) {
        if (index < families[i]->n_rows) {
            return &families[i]->rows[index];
        }
        index -= families[i]->n_rows;
    }
    return NULL;
}

const bsh_measure *bsh_measure_find(const char *id)
{
    const bsh_measure *measure = NULL;
    for (size_t i = 0; (measure = bsh_measure_at(i)) != NULL; ++i) {
        if (strcmp(measure->id, id) == 0) {
            break;
        }
    }
    return measure;
}

static uint64_t required_words(const bsh_measure *measure, const bsh_counts *counts)
{
    return measure->required_words == BSH_REQUIRES_WINDOW ? counts->window
                                                          : (uint64_t) measure->required_words;
}

bsh_value bsh_measure_value(const bsh_measure *measure, const bsh_counts *counts)
{
    bsh_value value = {
        .is_advised =
            counts->words >= measure->min_words && counts->sentences >= measure->min_sentences,
    };
    if (measure->languages == BSH_LANGUAGE_EN && !counts->is_english) {
        value.presence = BSH_WRONG_LANGUAGE;
        return value;
    }
    if (counts->words < required_words(measure, counts)) {
        value.presence = BSH_TOO_SHORT;
        return value;
    }
    double const number = measure->compute(counts);
    if (!isfinite(number)) {
        value.presence = BSH_UNDEFINED;
        return value;
    }
    value.number = number;
    value.presence = BSH_PRESENT;
    return value;
}

double bsh__ratio(uint64_t a, uint64_t b)
{
    return b == 0 ? (double) NAN : (double) a / (double) b;
}

const char *bsh_presence_reason(bsh_presence presence)
{
    static const char *const reasons[] = {
#define PRESENCE_REASON(name, id) id,
        BSH_PRESENCE_MAP(PRESENCE_REASON)
#undef PRESENCE_REASON
    };
    return (unsigned) presence < BSH_PRESENCE_COUNT ? reasons[presence] : "";
}

const char *bsh_direction_name(bsh_direction direction)
{
    static const char *const names[] = {
        [BSH_NO_DIRECTION] = "",
        [BSH_HIGHER_IS_HARDER] = "harder",
        [BSH_HIGHER_IS_EASIER] = "easier",
        [BSH_HIGHER_IS_RICHER] = "richer",
    };
    return (unsigned) direction < sizeof names / sizeof names[0] ? names[direction] : "";
}
