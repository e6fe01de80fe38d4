/* The registry: what holds for every measure. */
#include "tests/random_numbers.h"
#include "tests/t.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>

#include <broadsheet/measure.h>

#include "measure/family.h"

enum { MOST = 1024 };

/* Counts of an article that is nothing but a list of terms, for measures of sequences. */
typedef struct article {
    bsh_counts counts;
    uint32_t   terms[MOST], frequencies[MOST], scratch[MOST], sentence_words[MOST];
} article;

static void build(article *a, const uint32_t *terms, size_t n)
{
    memset(a, 0, sizeof *a);
    a->counts = (bsh_counts){.words = n, .sentences = n == 0 ? 0 : 1, .window = 100};
    a->counts.is_english = true;
    for (size_t i = 0; i < n; ++i) {
        a->terms[i] = terms[i];
        a->counts.types += a->frequencies[terms[i]]++ == 0;
    }
    for (size_t i = 0; i < MOST; ++i) {
        a->counts.hapaxes += a->frequencies[i] == 1;
    }
    a->sentence_words[0] = (uint32_t) n;
    a->counts.sequences = (bsh_sequences){
        .terms = a->terms,
        .n_terms = n,
        .frequencies = a->frequencies,
        .n_types = a->counts.types,
        .scratch = a->scratch,
        .sentence_words = a->sentence_words,
        .n_sentences = a->counts.sentences,
    };
}

static bsh_value value_of(const char *id, const bsh_counts *counts)
{
    const bsh_measure *const measure = bsh_measure_find(id);
    assert_non_null(measure);
    return bsh_measure_value(measure, counts);
}

/* ---- rows */

static void ids_are_lower_case_and_unique(void **state)
{
    (void) state;
    assert_true(bsh_measure_count() > 0);
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        const bsh_measure *const measure = bsh_measure_at(i);
        assert_ptr_equal(bsh_measure_find(measure->id), measure);
        assert_true(strlen(measure->id) < 64);
        for (const char *c = measure->id; *c != '\0'; ++c) {
            assert_true(islower((unsigned char) *c) || isdigit((unsigned char) *c) ||
                        *c == '_');
        }
    }
    assert_null(bsh_measure_at(bsh_measure_count()));
    assert_null(bsh_measure_find("flesh"));
}

static bool is_text(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/* What fits into the column of a comparison, with ", %" behind a share. */
static bool has_label_of_a_column(const bsh_measure *m)
{
    const char *const label = m->short_label != NULL ? m->short_label : m->label;
    bool const is_share = strcmp(m->family, "quotation") == 0 && strcmp(m->unit, "0..1") == 0;
    size_t     n = 0;
    for (const char *c = label; *c != '\0'; ++c) {
        n += ((unsigned char) *c & 0xC0) != 0x80;
    }
    return n + (is_share ? 3 : 0) <= 20;
}

static void every_row_is_complete(void **state)
{
    (void) state;
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        const bsh_measure *const m = bsh_measure_at(i);
        if (!is_text(m->label) || !is_text(m->unit) || !is_text(m->family) ||
            !is_text(m->formula) || !is_text(m->source) || !is_text(m->caveat) ||
            !is_text(m->inputs) || m->compute == NULL || m->low > m->high || m->decimals < 0 ||
            m->decimals > 4) {
            fail_msg("%s: the row is not complete", m->id);
        }
        if (!has_label_of_a_column(m)) {
            fail_msg("%s: the label does not fit into a column", m->id);
        }
        size_t const n = strlen(m->caveat);
        if (m->caveat[n - 1] != '.') {
            fail_msg("%s: the caveat is no sentence", m->id);
        }
    }
}

static bool is_count(const char *id, size_t n_bytes)
{
    for (size_t i = 0; i < bsh_count_table_size(); ++i) {
        const char *const name = bsh_count_table_at(i)->id;
        if (strlen(name) == n_bytes && strncmp(name, id, n_bytes) == 0) {
            return true;
        }
    }
    return false;
}

static void inputs_are_counts_that_are_printed(void **state)
{
    (void) state;
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        const bsh_measure *const m = bsh_measure_at(i);
        for (const char *at = m->inputs; *at != '\0'; at += strspn(at, " ")) {
            size_t const n_bytes = strcspn(at, " ");
            if (!is_count(at, n_bytes)) {
                fail_msg("%s: no count %s", m->id, at);
            }
            at += n_bytes;
        }
    }
}

static void the_registry_is_in_the_order_of_the_columns(void **state)
{
    (void) state;
    static const char *const order[] = {"asl",
                                        "asl_sd",
                                        "asl_median",
                                        "asw",
                                        "awl_letters",
                                        "flesch",
                                        "flesch_kincaid",
                                        "fog",
                                        "smog",
                                        "ari",
                                        "coleman_liau",
                                        "lix",
                                        "rix",
                                        "dale_chall_1995",
                                        "dale_chall_adjusted",
                                        "ttr",
                                        "mattr",
                                        "msttr",
                                        "mtld",
                                        "mtld_forward",
                                        "mtld_backward",
                                        "hdd",
                                        "hdd_sum",
                                        "root_ttr_guiraud",
                                        "yule_k",
                                        "hapax_ratio_types",
                                        "hapax_ratio_tokens",
                                        "quote_density",
                                        "direct_density",
                                        "quotes_per_1000",
                                        "scare_per_1000",
                                        "speakers",
                                        "speakers_per_1000",
                                        "mean_quote_words",
                                        "median_quote_words",
                                        "fragment_share",
                                        "top_speaker_share",
                                        "unattributed_share",
                                        "indirect_ratio",
                                        "anon_share",
                                        "verb_said_share",
                                        "verb_loaded_share",
                                        "first_quote_at",
                                        "speaker_entropy"};
    assert_int_equal(bsh_measure_count(), sizeof order / sizeof order[0]);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; ++i) {
        assert_string_equal(bsh_measure_at(i)->id, order[i]);
    }
}

static void check_set(unsigned set, const char *const *ids, size_t n)
{
    size_t n_found = 0;
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        if ((bsh_measure_at(i)->sets & set) != 0) {
            ++n_found;
        }
    }
    assert_int_equal(n_found, n);
    for (size_t i = 0; i < n; ++i) {
        const bsh_measure *const measure = bsh_measure_find(ids[i]);
        assert_non_null(measure);
        assert_true((measure->sets & set) != 0);
    }
}

static void the_sets_are_those_of_analyze_and_compare(void **state)
{
    (void) state;
    static const char *const core[] = {"asl",
                                       "asl_sd",
                                       "asw",
                                       "flesch",
                                       "flesch_kincaid",
                                       "fog",
                                       "smog",
                                       "ari",
                                       "coleman_liau",
                                       "lix",
                                       "rix",
                                       "dale_chall_1995",
                                       "dale_chall_adjusted",
                                       "ttr",
                                       "mattr",
                                       "mtld",
                                       "hdd",
                                       "quote_density",
                                       "quotes_per_1000",
                                       "speakers"};
    static const char *const key[] = {"flesch",
                                      "flesch_kincaid",
                                      "lix",
                                      "dale_chall_1995",
                                      "asl",
                                      "asw",
                                      "mattr",
                                      "mtld",
                                      "quote_density",
                                      "quotes_per_1000",
                                      "mean_quote_words",
                                      "speakers_per_1000"};
    check_set(BSH_SET_CORE, core, sizeof core / sizeof core[0]);
    check_set(BSH_SET_KEY, key, sizeof key / sizeof key[0]);
}

/* ---- values */

static void nothing_is_invented_for_an_empty_article(void **state)
{
    (void) state;
    bsh_counts const empty = {.window = 100, .is_english = true};
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        bsh_value const value = bsh_measure_value(bsh_measure_at(i), &empty);
        if (value.presence != BSH_UNDEFINED && value.presence != BSH_TOO_SHORT) {
            fail_msg("%s has a value for an empty article", bsh_measure_at(i)->id);
        }
        assert_true(value.number == 0.0);
    }
}

/* Counts of any size, most of which no article could have; sequences that agree with the words.
 */
static void fill_at_random(article *a, uint64_t *seed)
{
    uint32_t       terms[MOST];
    size_t const   n = test_random(seed) % MOST;
    uint32_t const n_types = (uint32_t) (1 + test_random(seed) % 300);
    for (size_t i = 0; i < n; ++i) {
        uint32_t const limit = n_types < i + 1 ? n_types : (uint32_t) i + 1;
        terms[i] = (uint32_t) (test_random(seed) % limit);
    }
    build(a, terms, n);
    for (size_t i = 0; i < bsh_count_table_size(); ++i) {
        const bsh_count_row *const row = bsh_count_table_at(i);
        if (test_random(seed) % 4 == 0 && strcmp(row->id, "words") != 0 &&
            strcmp(row->id, "types") != 0) {
            uint64_t *const count = (void *) ((char *) &a->counts + row->offset);
            *count = test_random(seed) % 5 == 0 ? UINT64_MAX : test_random(seed) % 1000;
        }
    }
    a->counts.window = (unsigned) (test_random(seed) % 200);
}

static void no_value_is_ever_nan_or_infinite(void **state)
{
    (void) state;
    static article a;
    uint64_t       seed = 7;
    for (size_t run = 0; run < 400; ++run) {
        fill_at_random(&a, &seed);
        // terms that never came up leave gaps: the types are as many as the highest needs
        a.counts.sequences.n_types = MOST;
        for (size_t i = 0; i < bsh_measure_count(); ++i) {
            bsh_value const value = bsh_measure_value(bsh_measure_at(i), &a.counts);
            assert_true(isfinite(value.number));
            assert_true(value.presence == BSH_PRESENT || value.number == 0.0);
        }
        for (size_t i = 0; i < MOST; ++i) {
            assert_int_equal(a.scratch[i], 0);
        }
    }
}

static void one_word_has_a_flesch_score_and_no_deviation(void **state)
{
    (void) state;
    static article a;
    build(&a, (const uint32_t[]){0}, 1);
    a.counts.syllables = 1;
    assert_true(fabs(value_of("flesch", &a.counts).number - (206.835 - 1.015 - 84.6)) < 1e-12);
    assert_false(value_of("flesch", &a.counts).is_advised);
    assert_int_equal(value_of("asl_sd", &a.counts).presence, BSH_UNDEFINED);
    assert_int_equal(value_of("mtld", &a.counts).presence, BSH_UNDEFINED);
    assert_int_equal(value_of("mattr", &a.counts).presence, BSH_TOO_SHORT);
    assert_int_equal(value_of("hdd", &a.counts).presence, BSH_TOO_SHORT);
    assert_true(value_of("ttr", &a.counts).number == 1.0);
}

static void one_word_said_200_times_is_the_poorest_text(void **state)
{
    (void) state;
    static article        a;
    static const uint32_t same[200];
    build(&a, same, 200);
    assert_true(value_of("mattr", &a.counts).number == 0.01);
    assert_true(value_of("msttr", &a.counts).number == 0.01);
    assert_true(value_of("mtld", &a.counts).number == 2.0);
    assert_true(fabs(value_of("hdd_sum", &a.counts).number - 1.0) < 1e-15);
    assert_true(value_of("hapax_ratio_types", &a.counts).number == 0.0);
    assert_true(value_of("mattr", &a.counts).is_advised);
}

/* The definition word for word: the types of each window, counted again for each. */
static double mean_of_windows(const article *a, size_t n, size_t window)
{
    double sum = 0.0;
    for (size_t begin = 0; begin + window <= n; ++begin) {
        bool is_met[MOST] = {false};
        for (size_t i = begin; i < begin + window; ++i) {
            sum += !is_met[a->terms[i]];
            is_met[a->terms[i]] = true;
        }
    }
    return sum / (double) (n - window + 1) / (double) window;
}

/* Words / factors in one direction, each factor counted from its first word on. */
static double words_by_factors(const article *a, size_t n, bool is_backward)
{
    double factors = 0.0;
    for (size_t begin = 0; begin < n;) {
        bool   is_met[MOST] = {false};
        size_t types = 0;
        size_t words = 0;
        while (begin + words < n && (words == 0 || 25 * types >= 18 * words)) {
            size_t const   i = begin + words;
            uint32_t const term = a->terms[is_backward ? n - 1 - i : i];
            types += !is_met[term];
            is_met[term] = true;
            ++words;
        }
        bool const is_whole = 25 * types < 18 * words;
        factors += is_whole ? 1.0 : (1.0 - (double) types / (double) words) / (1.0 - 0.72);
        begin += words;
    }
    return (double) n / factors;
}

static void windows_and_factors_are_those_of_their_definitions(void **state)
{
    (void) state;
    static article a;
    uint64_t       seed = 11;
    for (size_t n = 2; n < 260; n += 7) {
        uint32_t terms[MOST];
        for (size_t i = 0; i < n; ++i) {
            terms[i] = (uint32_t) (test_random(&seed) % (2 + n / 3));
        }
        build(&a, terms, n);
        a.counts.sequences.n_types = MOST;
        size_t const windows[] = {1, 2, n / 2, n - 1, n};
        for (size_t w = 0; w < sizeof windows / sizeof windows[0]; ++w) {
            a.counts.window = (unsigned) windows[w];
            assert_true(value_of("mattr", &a.counts).number ==
                        mean_of_windows(&a, n, windows[w]));
        }
        double const    forward = words_by_factors(&a, n, false);
        double const    backward = words_by_factors(&a, n, true);
        bsh_value const value = value_of("mtld", &a.counts);
        assert_true(value.presence == BSH_UNDEFINED ||
                    fabs(value.number - (forward + backward) / 2.0) < 1e-9);
    }
}

static void a_measure_for_english_has_no_value_elsewhere(void **state)
{
    (void) state;
    bsh_counts counts = {.words = 250, .sentences = 12, .syllables = 385, .is_english = true};
    assert_int_equal(value_of("flesch", &counts).presence, BSH_PRESENT);
    counts.is_english = false;
    assert_int_equal(value_of("flesch", &counts).presence, BSH_WRONG_LANGUAGE);
    assert_int_equal(value_of("lix", &counts).presence, BSH_PRESENT);
    assert_true(value_of("flesch", &counts).number == 0.0);
}

static void a_short_sample_is_printed_and_flagged(void **state)
{
    (void) state;
    bsh_counts counts = {.words = 99, .sentences = 30, .words_3_syllables_up = 9};
    counts.is_english = true;
    assert_true(value_of("smog", &counts).is_advised); // 30 sentences are what SMOG asks for
    assert_false(value_of("flesch", &counts).is_advised);
    counts.words = 100;
    counts.sentences = 29;
    assert_false(value_of("smog", &counts).is_advised);
    assert_true(value_of("flesch", &counts).is_advised);
    assert_int_equal(value_of("smog", &counts).presence, BSH_PRESENT);
}

static void a_window_longer_than_the_text_is_too_short(void **state)
{
    (void) state;
    static article a;
    const uint32_t terms[] = {0, 1, 0, 2, 3};
    build(&a, terms, 5);
    a.counts.window = 6;
    assert_int_equal(value_of("mattr", &a.counts).presence, BSH_TOO_SHORT);
    assert_int_equal(value_of("msttr", &a.counts).presence, BSH_TOO_SHORT);
    a.counts.window = 5;
    assert_true(value_of("mattr", &a.counts).number == 0.8);
    assert_true(value_of("msttr", &a.counts).number == 0.8);
}

static void reasons_and_directions_have_names(void **state)
{
    (void) state;
    assert_string_equal(bsh_presence_reason(BSH_PRESENT), "");
    assert_string_equal(bsh_presence_reason(BSH_UNDEFINED), "undefined");
    assert_string_equal(bsh_presence_reason(BSH_TOO_SHORT), "too-short");
    assert_string_equal(bsh_presence_reason(BSH_WRONG_LANGUAGE), "language");
    assert_string_equal(bsh_direction_name(BSH_HIGHER_IS_EASIER), "easier");
    assert_string_equal(bsh_direction_name(BSH_HIGHER_IS_HARDER), "harder");
    assert_string_equal(bsh_direction_name(BSH_HIGHER_IS_RICHER), "richer");
    assert_string_equal(bsh_direction_name(BSH_NO_DIRECTION), "");
}

static void a_ratio_to_nothing_is_not_a_number(void **state)
{
    (void) state;
    assert_true(isnan(bsh__ratio(0, 0)));
    assert_true(isnan(bsh__ratio(5, 0)));
    assert_true(bsh__ratio(1, 4) == 0.25);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_lower_case_and_unique),
        cmocka_unit_test(every_row_is_complete),
        cmocka_unit_test(inputs_are_counts_that_are_printed),
        cmocka_unit_test(the_registry_is_in_the_order_of_the_columns),
        cmocka_unit_test(the_sets_are_those_of_analyze_and_compare),
        cmocka_unit_test(nothing_is_invented_for_an_empty_article),
        cmocka_unit_test(no_value_is_ever_nan_or_infinite),
        cmocka_unit_test(one_word_has_a_flesch_score_and_no_deviation),
        cmocka_unit_test(one_word_said_200_times_is_the_poorest_text),
        cmocka_unit_test(windows_and_factors_are_those_of_their_definitions),
        cmocka_unit_test(a_measure_for_english_has_no_value_elsewhere),
        cmocka_unit_test(a_short_sample_is_printed_and_flagged),
        cmocka_unit_test(a_window_longer_than_the_text_is_too_short),
        cmocka_unit_test(reasons_and_directions_have_names),
        cmocka_unit_test(a_ratio_to_nothing_is_not_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
