/* A row from an article that `analyze` wrote as a JSON object. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "compare/row_parts.h"

bool bsh__is_of_all_words(const bsh_measure *measure)
{
    return strcmp(measure->family, "quotation") == 0 && measure->denominator != NULL &&
           strcmp(measure->denominator, "words") == 0;
}

static bool count_of(const bsh_record *record, const char *field, uint64_t *out)
{
    double number = 0;
    if (!bsh_record_real(record, field, &number) || number < 0 || number > 0x1p53) {
        return false;
    }
    *out = (uint64_t) number;
    return true;
}

static bsh_status fill_counts(bsh_row *row, const bsh_record *record, const bsh_input *input,
                              bsh_error *err)
{
    const struct {
        const char *field;
        uint64_t   *out;
    } counts[] = {
        {"words", &row->article.words},
        {"words_excluded", &row->article.words_excluded},
        {"pieces", &row->article.pieces},
        {"repairs", &row->article.repairs},
    };
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; ++i) {
        if (!count_of(record, counts[i].field, counts[i].out)) {
            return bsh__fail_at(err, BSH_E_FORMAT, 0, input->name,
                                "an analysed article without the count %s", counts[i].field);
        }
    }
    return BSH_OK;
}

/* All words of the body are no count that is printed, but the share of quotes is one of them.
 * Without a quote none was set aside. */
static double denominator_of(const bsh_record *record, const bsh_measure *measure)
{
    double below = 0;
    double quoted = 0;
    double density = 0;
    if (measure->denominator == NULL ||
        !bsh_record_real(record, measure->denominator, &below)) {
        return (double) NAN;
    }
    if (!bsh__is_of_all_words(measure)) {
        return below;
    }
    if (!bsh_record_real(record, "quote_density", &density) ||
        !bsh_record_real(record, "quoted_words", &quoted)) {
        return (double) NAN;
    }
    return density > 0 ? nearbyint(quoted / density) : below;
}

/* A value that the article does not have is null and has its reason; one that was not asked for
 * when the article was analysed is not there at all. */
static bsh_status fill_measure(bsh_row *row, size_t i, const bsh_measure *measure,
                               const bsh_input *input, bsh_error *err)
{
    const char *reason = NULL;
    double      number = 0;
    if (bsh_record_real(input->record, measure->id, &number) && isfinite(number)) {
        row->values[i] = number;
        row->denominators[i] = denominator_of(input->record, measure);
        return BSH_OK;
    }
    if (!bsh_record_member_text(input->record, "reasons", measure->id, &reason)) {
        return bsh__fail_at(err, BSH_E_FORMAT, 0, input->name,
                            "has no measure %s; write it again with: analyze -m key,%s",
                            measure->id, measure->id);
    }
    return BSH_OK;
}

static bool is_decoded_oddly(const bsh_record *record)
{
    static const char *const flags[] = {"encoding", "replaced", "control", "mojibake"};
    bool                     is_odd = false;
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; ++i) {
        is_odd = is_odd || bsh_record_has_item(record, "flags", flags[i]);
    }
    return is_odd;
}

bsh_status bsh__row_from_record(bsh_row *row, const bsh_selection *selection,
                                const bsh_options *options, const bsh_input *input,
                                bsh_error *err)
{
    const bsh_record *const record = input->record;
    const char             *text = NULL;
    BSH_TRY(fill_counts(row, record, input, err));
    for (size_t i = 0; i < selection->n_measures; ++i) {
        BSH_TRY(fill_measure(row, i, selection->measures[i], input, err));
    }
    row->article.mark =
        bsh_record_text(record, "main_mark", &text) ? bsh_mark_find(text) : BSH_MARK_NONE;
    row->article.is_tested = row->article.words >= options->min_words && row->article.words > 0;
    row->article.is_decoded_oddly = is_decoded_oddly(record);
    row->article.is_other_language = bsh_record_has_item(record, "flags", "language");
    if (bsh_record_text(record, "settings", &text)) {
        (void) snprintf(row->settings, sizeof row->settings, "%s", text);
    }
    return BSH_OK;
}
