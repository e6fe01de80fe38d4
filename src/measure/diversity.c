#include <math.h>
#include <string.h>

#include "measure/family.h"
#include "stats/hypergeometric.h"

static double ttr(const bsh_counts *c)
{
    return bsh__ratio(c->types, c->words);
}

/* ---- windows */

static void wipe_marks(const bsh_sequences *s)
{
    if (s->n_types != 0) {
        memset(s->scratch, 0, s->n_types * sizeof *s->scratch);
    }
}

/* In how many windows that begin at word `i` or before it counts for its type.  A type counts
 * in a window by its first word there, so these are the windows that hold the word and not the
 * same word before it: one for each word since, up to `window`. */
static size_t n_windows_of(const bsh_sequences *s, size_t i, size_t window)
{
    uint32_t *const place = &s->scratch[s->terms[i]]; // one behind the last word of its type
    size_t const    n_since = i + 1 - *place;
    *place = (uint32_t) i + 1;
    return n_since < window ? n_since : window;
}

/* Types of every window of `window` words, summed: whole numbers, so the mean is exact. */
static uint64_t types_of_all_windows(const bsh_sequences *s, size_t window)
{
    size_t const last_begin = s->n_terms - window;
    uint64_t     sum = 0;
    for (size_t i = 0; i <= last_begin; ++i) {
        sum += n_windows_of(s, i, window);
    }
    for (size_t i = last_begin + 1; i < s->n_terms; ++i) {
        size_t const n = n_windows_of(s, i, window);
        size_t const n_none = i - last_begin; // the text ends before those
        sum += n > n_none ? n - n_none : 0;
    }
    wipe_marks(s);
    return sum;
}

static double mattr(const bsh_counts *c)
{
    size_t const window = c->window;
    size_t const n = c->sequences.n_terms;
    if (window == 0 || window > n) {
        return (double) NAN;
    }
    double const mean_types =
        (double) types_of_all_windows(&c->sequences, window) / (double) (n - window + 1);
    return mean_types / (double) window;
}

/* Marks a type as met in a segment (numbered from 1); true the first time.  The marks are wiped
 * at the end by wipe_marks. */
static bool is_new_in(const bsh_sequences *s, uint32_t term, uint32_t segment)
{
    bool const is_new = s->scratch[term] != segment;
    s->scratch[term] = segment;
    return is_new;
}

static double msttr(const bsh_counts *c)
{
    const bsh_sequences *const s = &c->sequences;
    size_t const               segment_words = c->window;
    if (segment_words == 0 || segment_words > s->n_terms) {
        return (double) NAN;
    }
    size_t const n_words = s->n_terms - s->n_terms % segment_words;
    uint64_t     sum = 0;
    for (size_t i = 0; i < n_words; ++i) {
        sum += is_new_in(s, s->terms[i], (uint32_t) (i / segment_words) + 1);
    }
    wipe_marks(s);
    return (double) sum / (double) n_words;
}

/* ---- MTLD */

/* A factor ends where types/words fall under .72, strictly.  In whole numbers, .72 being 18/25,
 * that is where 25 types - 18 words fall under 0: a new type adds 7, any other word takes 18.
 */
enum { TYPE_WEIGHT = 25, WORD_WEIGHT = 18 };

/* Words / factors of a pass in one direction; infinite without a factor, even a part of one. */
static inline double mtld_pass(const bsh_sequences *s, bool is_backward)
{
    uint32_t *const met_in = s->scratch; // of a type: the last factor, numbered from 1
    size_t const    n = s->n_terms;
    const uint32_t *term = is_backward ? s->terms + n : s->terms;
    size_t          begin = 0;
    uint32_t        factor = 1;
    int64_t         balance = 0;
    for (size_t i = 0; i < n; ++i) {
        uint32_t *const met = met_in + (is_backward ? *--term : *term++);
        int64_t const   is_new = *met != factor;
        *met = factor;
        balance += is_new * TYPE_WEIGHT - WORD_WEIGHT; // cannot be foreseen: no branch
        if (balance < 0) {
            ++factor;
            balance = 0;
            begin = i + 1;
        }
    }
    wipe_marks(s);
    double         n_factors = factor - 1;
    uint64_t const n_words = n - begin;
    if (n_words != 0) {
        uint64_t const n_types = ((uint64_t) balance + WORD_WEIGHT * n_words) / TYPE_WEIGHT;
        n_factors += (1.0 - bsh__ratio(n_types, n_words)) / (1.0 - 0.72);
    }
    return (double) n / n_factors;
}

static double mtld_forward(const bsh_counts *c)
{
    return mtld_pass(&c->sequences, false);
}

static double mtld_backward(const bsh_counts *c)
{
    return mtld_pass(&c->sequences, true);
}

static double mtld(const bsh_counts *c)
{
    return (mtld_forward(c) + mtld_backward(c)) / 2.0;
}

/* ---- HD-D */

enum { HDD_SAMPLE = 42 };

/* The chances of a type to be in the sample, by its frequency, as far as they were asked for.
 */
typedef struct chances {
    uint32_t n_words;
    uint32_t n_known; /* up to this frequency */
    double   none;    /* chance of a type of that frequency not to be there */
    double   of[HDD_SAMPLE];
} chances;

static double chance_of(chances *known, uint32_t frequency)
{
    uint32_t const n_words = known->n_words;
    if (frequency >= HDD_SAMPLE) {
        return 1.0 - bsh__hypergeometric_none(frequency, n_words - frequency, HDD_SAMPLE);
    }
    while (known->n_known < frequency) {
        ++known->n_known;
        known->none =
            bsh__hypergeometric_next(known->none, known->n_known, n_words, HDD_SAMPLE);
        known->of[known->n_known] = 1.0 - known->none;
    }
    return known->of[frequency];
}

/* The contribution of a type depends on its frequency alone, and nearly all types are rare: the
 * chances of frequencies under 42 come one from the other, and there is no room for more than
 * words / 42 types of others. */
static double hdd_sum(const bsh_counts *c)
{
    const bsh_sequences *const s = &c->sequences;
    if (s->n_terms < HDD_SAMPLE) {
        return (double) NAN;
    }
    chances known = {.n_words = (uint32_t) s->n_terms, .none = 1.0};
    double  sum = 0.0;
    for (size_t i = 0; i < s->n_types; ++i) {
        uint32_t const f = s->frequencies[i];
        sum += f <= known.n_known ? known.of[f] : chance_of(&known, f);
    }
    return sum;
}

static double hdd(const bsh_counts *c)
{
    return hdd_sum(c) / HDD_SAMPLE;
}

/* ---- of the spectrum of frequencies */

static double root_ttr_guiraud(const bsh_counts *c)
{
    return (double) c->types / sqrt((double) c->words);
}

static double yule_k(const bsh_counts *c)
{
    const bsh_sequences *const s = &c->sequences;
    double const               n = (double) s->n_terms;
    double                     sum_of_squares = 0.0;
    for (size_t i = 0; i < s->n_types; ++i) {
        sum_of_squares += (double) s->frequencies[i] * (double) s->frequencies[i];
    }
    return 1e4 * (sum_of_squares - n) / (n * n);
}

static double hapax_ratio_types(const bsh_counts *c)
{
    return bsh__ratio(c->hapaxes, c->types);
}

static double hapax_ratio_tokens(const bsh_counts *c)
{
    return bsh__ratio(c->hapaxes, c->words);
}

/* low, high: 5th and 95th percentile, rounded, of what this program finds with its defaults in
 * 120 political news articles: three American outlets of 2010 to 2013, on the same 40 events.
 * Bars in the text report only. */
static const bsh_measure rows[] = {
    {
        .id = "ttr",
        .label = "Type-token ratio",
        .unit = "0..1",
        .family = "diversity",
        .formula = "types/words",
        .source = "Johnson 1944",
        .caveat = "Falls as a text grows, whoever wrote it: never compare articles of unequal "
                  "length by it.",
        .inputs = "types words",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 2,
        .low = 0.41,
        .high = 0.6,
        .compute = ttr,
    },
    {
        .id = "mattr",
        .label = "Moving-average type-token ratio",
        .short_label = "MATTR",
        .unit = "0..1",
        .family = "diversity",
        .formula = "mean of types/window over all windows of 100 (--window) words",
        .source = "Covington & McFall 2010",
        .caveat = "Free of the length of the text but not of that of the window: compare "
                  "values of one window only.",
        .inputs = "words types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .required_words = BSH_REQUIRES_WINDOW,
        .decimals = 2,
        .low = 0.7,
        .high = 0.78,
        .compute = mattr,
    },
    {
        .id = "msttr",
        .label = "Mean segmental type-token ratio",
        .short_label = "MSTTR",
        .unit = "0..1",
        .family = "diversity",
        .formula = "mean of types/segment over full segments of 100 (--window) words",
        .source = "Johnson 1944",
        .caveat = "The words behind the last full segment are not looked at: up to half of a "
                  "short article.",
        .inputs = "words types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .required_words = BSH_REQUIRES_WINDOW,
        .decimals = 2,
        .low = 0.7,
        .high = 0.78,
        .compute = msttr,
    },
    {
        .id = "mtld",
        .label = "MTLD",
        .unit = "words",
        .family = "diversity",
        .formula = "words/factors, mean of a forward and a backward pass; a factor ends where "
                   "types/words < 0.72",
        .source = "McCarthy & Jarvis 2010",
        .caveat =
            "An article of a few hundred words has only two or three factors, so a single "
            "repeated name can move it by ten.",
        .inputs = "words types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 0,
        .low = 78,
        .high = 144,
        .compute = mtld,
    },
    {
        .id = "mtld_forward",
        .label = "MTLD, forward pass",
        .unit = "words",
        .family = "diversity",
        .formula = "words/factors of the pass from the first word on",
        .source = "McCarthy & Jarvis 2010",
        .caveat = "Half of MTLD: depends on where the factors happen to begin.",
        .inputs = "words types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 0,
        .low = 79,
        .high = 138,
        .compute = mtld_forward,
    },
    {
        .id = "mtld_backward",
        .label = "MTLD, backward pass",
        .unit = "words",
        .family = "diversity",
        .formula = "words/factors of the pass from the last word back",
        .source = "McCarthy & Jarvis 2010",
        .caveat = "Half of MTLD: depends on where the factors happen to begin.",
        .inputs = "words types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 0,
        .low = 79,
        .high = 146,
        .compute = mtld_backward,
    },
    {
        .id = "hdd",
        .label = "HD-D",
        .unit = "0..1",
        .family = "diversity",
        .formula = "sum over types of the chance to be in a sample of 42 words, / 42",
        .source = "McCarthy & Jarvis 2007",
        .caveat = "Moves within a few hundredths in news: the second decimal already "
                  "matters.",
        .inputs = "words types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .required_words = HDD_SAMPLE,
        .decimals = 3,
        .low = 0.83,
        .high = 0.875,
        .compute = hdd,
    },
    {
        .id = "hdd_sum",
        .label = "HD-D, sum",
        .unit = "types",
        .family = "diversity",
        .formula = "sum over types of the chance to be in a sample of 42 words",
        .source = "McCarthy & Jarvis 2007",
        .caveat = "The same as HD-D on the scale of 0 to 42; some programs print this one "
                  "under that name.",
        .inputs = "words types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .required_words = HDD_SAMPLE,
        .decimals = 1,
        .low = 34.8,
        .high = 36.7,
        .compute = hdd_sum,
    },
    {
        .id = "root_ttr_guiraud",
        .label = "Guiraud's root type-token ratio",
        .short_label = "Guiraud's root TTR",
        .unit = "index",
        .family = "diversity",
        .formula = "types/sqrt(words)",
        .source = "Guiraud 1954",
        .caveat = "Made to be free of length but rises with it all the same.",
        .inputs = "types words",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 1,
        .low = 9.4,
        .high = 14.2,
        .compute = root_ttr_guiraud,
    },
    {
        .id = "yule_k",
        .label = "Yule's K",
        .unit = "index",
        .family = "diversity",
        .formula = "10000 (sum of squared frequencies of the types - words)/words^2",
        .source = "Yule 1944",
        .caveat = "Higher means more repetition; mostly a matter of how frequent the, of and "
                  "to are.",
        .inputs = "words types",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 0,
        .low = 81,
        .high = 138,
        .compute = yule_k,
    },
    {
        .id = "hapax_ratio_types",
        .label = "Hapaxes among types",
        .short_label = "Hapaxes/types",
        .unit = "0..1",
        .family = "diversity",
        .formula = "hapaxes/types",
        .source = "Baayen 2001",
        .caveat = "Falls as a text grows: compare articles of equal length only.",
        .inputs = "hapaxes types",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 2,
        .low = 0.65,
        .high = 0.78,
        .compute = hapax_ratio_types,
    },
    {
        .id = "hapax_ratio_tokens",
        .label = "Hapaxes among words",
        .short_label = "Hapaxes/words",
        .unit = "0..1",
        .family = "diversity",
        .formula = "hapaxes/words",
        .source = "Baayen 2001",
        .caveat = "Falls as a text grows: compare articles of equal length only.",
        .inputs = "hapaxes words",
        .direction = BSH_HIGHER_IS_RICHER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 2,
        .low = 0.28,
        .high = 0.46,
        .compute = hapax_ratio_tokens,
    },
};
const bsh__family bsh__family_diversity = {rows, sizeof rows / sizeof rows[0]};
