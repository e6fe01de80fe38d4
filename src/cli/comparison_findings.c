/* What a comparison found, in sentences made by fixed rules: from 20 articles an outlet upward,
 * never where the instrument may have made the difference, without words of size. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

static bool is_of(const bsh_pair_summary *pair, size_t a, size_t b)
{
    return pair->a == a && pair->b == b;
}

static bool can_be_said(const bsh_pair_summary *pair)
{
    return pair->n_a >= CLI_SENTENCES_FROM && pair->n_b >= CLI_SENTENCES_FROM &&
           (pair->notes & 1U << BSH_NOTE_INSTRUMENT_DIFFERS) == 0 &&
           isfinite(cli_shown_p(pair));
}

static double delta_of(const bsh_pair_summary *pair)
{
    return 2.0 * pair->p_superior - 1.0;
}

/* "73 times in 100"; never 100 where it is not always. */
static void add_times(cli_paragraph *line, double p_superior)
{
    char         text[64];
    double const p = p_superior < 0.5 ? 1.0 - p_superior : p_superior;
    int const    times = (int) (100.0 * p + 0.5);
    if (p >= 1.0) {
        cli_paragraph_add(line, "every time");
        return;
    }
    (void) snprintf(text, sizeof text, "%d times in 100", times > 99 ? 99 : times);
    cli_paragraph_add(line, text);
}

/* ---- one article of each */

/* What can be said of the article that is the higher one.  Of readability the easier one is
 * named, so its scores that rise with difficulty are turned round. */
static const char *predicate(const bsh_measure *measure)
{
    static const struct {
        const char *id, *words;
    } rows[] = {
        {"asl", "has the longer sentences"},
        {"asl_median", "has the longer sentences"},
        {"asw", "has the longer words"},
        {"awl_letters", "has the longer words"},
        {"quote_density", "has the larger share of quoted words"},
        {"direct_density", "has the larger share of words in direct quotes"},
        {"quotes_per_1000", "has more quotes per 1,000 words"},
        {"speakers", "has more speakers"},
        {"speakers_per_1000", "has more speakers per 1,000 words"},
        {"mean_quote_words", "has the longer direct quotes"},
        {"median_quote_words", "has the longer direct quotes"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        if (strcmp(rows[i].id, measure->id) == 0) {
            return rows[i].words;
        }
    }
    bool const is_ease =
        strcmp(measure->family, "readability") == 0 && measure->direction != BSH_NO_DIRECTION;
    return is_ease                                      ? "is easier"
           : measure->direction == BSH_HIGHER_IS_RICHER ? "has the richer vocabulary"
                                                        : "is higher";
}

static bool is_turned(const bsh_measure *measure)
{
    return strcmp(measure->family, "readability") == 0 &&
           measure->direction == BSH_HIGHER_IS_HARDER;
}

/* The clear difference that lies farthest from an even chance; NULL if none is clear. */
static const bsh_pair_summary *clearest(const cli_comparison *c, size_t a, size_t b)
{
    const bsh_pair_summary *best = NULL;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        const bsh_pair_summary *const pair = &c->pairs[i];
        if (is_of(pair, a, b) && can_be_said(pair) && cli_is_clear(c, pair) &&
            isfinite(pair->p_superior) && delta_of(pair) != 0.0 &&
            (best == NULL || fabs(delta_of(pair)) > fabs(delta_of(best)))) {
            best = pair;
        }
    }
    return best;
}

static void print_read_as(const cli_comparison *c, const bsh_pair_summary *pair)
{
    const bsh_measure *const measure = c->selection->measures[pair->measure];
    bool const               is_a = (pair->p_superior > 0.5) != is_turned(measure);
    char                     label[64];
    cli_paragraph            line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "Read as: take one article of each; by ");
    cli_paragraph_add(&line, cli_measure_name(c, pair->measure, label));
    cli_paragraph_add(&line, " the ");
    cli_paragraph_name(&line, c->corpora[is_a ? pair->a : pair->b].name);
    cli_paragraph_add(&line, " one ");
    cli_paragraph_add(&line, predicate(measure));
    cli_paragraph_add(&line, " ");
    add_times(&line, pair->p_superior);
    cli_paragraph_add(&line, ".");
    cli_paragraph_end(&line, c->out, 2);
}

/* ---- a sentence a measure */

/* The difference in the measure's unit that goes with the p that is shown: how much higher the
 * higher corpus is. */
typedef struct estimate {
    bool   is_b;
    double value, low, high;
} estimate;

static estimate estimate_of(const cli_comparison *c, const bsh_pair_summary *pair)
{
    double const            scale = cli_measure_scale(c->selection->measures[pair->measure]);
    const bsh_result *const shown = cli_find_result(c, pair, pair->shown_method, "diff");
    bool const              has_shown = shown != NULL && isfinite(shown->estimate);
    double const            value = scale * (has_shown ? shown->estimate : pair->shift);
    double const            low = scale * (has_shown ? shown->ci_low : pair->shift_ci_low);
    double const            high = scale * (has_shown ? shown->ci_high : pair->shift_ci_high);
    return value < 0.0 ? (estimate){true, -value, -high, -low}
                       : (estimate){false, value, low, high};
}

static const char *unit_words(const bsh_measure *measure)
{
    static const struct {
        const char *unit, *words;
    } rows[] = {
        {"points", " points"},
        {"US grade", " grades"},
        {"words", " words"},
        {"types", " types"},
    };
    if (cli_measure_is_percent(measure)) {
        return " percentage points";
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        if (strcmp(rows[i].unit, measure->unit) == 0) {
            return rows[i].words;
        }
    }
    return ""; /* the label says it: syllables per word */
}

static void add_interval(const cli_comparison *c, cli_paragraph *line, const estimate *of,
                         int decimals)
{
    char low[72], high[72], level[32];
    if (!isfinite(of->low) || !isfinite(of->high)) {
        return;
    }
    (void) bsh_number_format(level, 100.0 * c->settings->conf_level, 6);
    cli_paragraph_add(line, " (");
    cli_paragraph_add(line, level);
    cli_paragraph_add(line, CLI_TIE "%" CLI_TIE "CI" CLI_TIE);
    cli_paragraph_add(line, cli_value_text(c->style, of->low, decimals, low));
    cli_paragraph_add(line, CLI_TIE "to" CLI_TIE);
    cli_paragraph_add(line, cli_value_text(c->style, of->high, decimals, high));
    cli_paragraph_add(line, ")");
}

/* "Words per sentence: ledger higher by 4.5 words (95 % CI 3.2 to 5.8)"; where the estimate
 * shows no difference, or the other way than the chances, how often. */
static void print_sentence(const cli_comparison *c, const bsh_pair_summary *pair)
{
    const bsh_measure *const measure = c->selection->measures[pair->measure];
    int const                decimals = cli_measure_decimals(c, pair->measure);
    estimate const           of = estimate_of(c, pair);
    bool const               is_b = pair->p_superior < 0.5;
    char                     label[64], value[72];
    const char *const        shown = cli_value_text(c->style, of.value, decimals, value);
    bool const               is_zero = strspn(shown, "0.") == strlen(shown);
    bool const               has_chances = isfinite(pair->p_superior) && delta_of(pair) != 0.0;
    bool const    is_split = has_chances && (is_zero || !isfinite(of.value) || is_b != of.is_b);
    cli_paragraph line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, cli_measure_name(c, pair->measure, label));
    cli_paragraph_add(&line, ": ");
    cli_paragraph_name(&line, c->corpora[(is_split ? is_b : of.is_b) ? pair->b : pair->a].name);
    if (is_split) {
        cli_paragraph_add(&line, " higher ");
        add_times(&line, pair->p_superior);
    } else {
        cli_paragraph_add(&line, " higher by ");
        cli_paragraph_add(&line, shown);
        cli_paragraph_add(&line, unit_words(measure));
        add_interval(c, &line, &of, decimals);
    }
    cli_paragraph_end(&line, c->out, 4);
}

static void print_unclear(const cli_comparison *c, size_t a, size_t b)
{
    cli_paragraph line;
    char          label[64];
    bool          has_some = false;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "No clear difference: ");
    for (size_t i = 0; i < c->n_pairs; ++i) {
        const bsh_pair_summary *const pair = &c->pairs[i];
        if (is_of(pair, a, b) && can_be_said(pair) && !cli_is_clear(c, pair)) {
            cli_paragraph_add(&line, has_some ? "; " : "");
            cli_paragraph_add(&line, cli_measure_name(c, pair->measure, label));
            has_some = true;
        }
    }
    cli_paragraph_end(&line, has_some ? c->out : NULL, 4);
}

static bool is_any_said(const cli_comparison *c, size_t a, size_t b)
{
    bool found = false;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        found = found || (is_of(&c->pairs[i], a, b) && can_be_said(&c->pairs[i]));
    }
    return found;
}

static void print_why_none(const cli_comparison *c, size_t a, size_t b)
{
    if (c->corpora[a].n_tested < CLI_SENTENCES_FROM ||
        c->corpora[b].n_tested < CLI_SENTENCES_FROM) {
        (void) fprintf(c->out, "\nNo sentences: they are made from %d articles each upward.\n",
                       CLI_SENTENCES_FROM);
    }
}

void cli_comparison_findings(const cli_comparison *c, size_t a, size_t b)
{
    const bsh_pair_summary *const best = clearest(c, a, b);
    if (!is_any_said(c, a, b)) {
        print_why_none(c, a, b);
        return;
    }
    (void) fputc('\n', c->out);
    if (best != NULL) {
        print_read_as(c, best);
    }
    for (size_t i = 0; i < c->n_pairs; ++i) {
        const bsh_pair_summary *const pair = &c->pairs[i];
        if (is_of(pair, a, b) && can_be_said(pair) && cli_is_clear(c, pair)) {
            print_sentence(c, pair);
        }
    }
    print_unclear(c, a, b);
}
