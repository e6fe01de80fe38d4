/* Every measure against values from elsewhere: tests/unit/measures.tsv. */
#include "tests/t.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

#include <gsl/gsl_randist.h>

#include <broadsheet/measure.h>

#include "stats/describe.h"
#include "stats/hypergeometric.h"

enum { MOST = 512, FIELDS = 4 };

/* Counts by hand, and the arrays behind their sequences. */
static bsh_counts counts;
static uint32_t   terms[MOST], frequencies[MOST], scratch[MOST], list[MOST];

static const struct {
    const char *key;
    size_t      offset;
} keys[] = {
    {"W", offsetof(bsh_counts, words)},
    {"N", offsetof(bsh_counts, words)},
    {"S", offsetof(bsh_counts, sentences)},
    {"SY", offsetof(bsh_counts, syllables)},
    {"L", offsetof(bsh_counts, letters)},
    {"C", offsetof(bsh_counts, characters)},
    {"W3", offsetof(bsh_counts, words_3_syllables_up)},
    {"L7", offsetof(bsh_counts, words_7_letters_up)},
    {"FOGH", offsetof(bsh_counts, hard_words_fog)},
    {"DC", offsetof(bsh_counts, unfamiliar_dale_chall)},
    {"V", offsetof(bsh_counts, types)},
    {"V1", offsetof(bsh_counts, hapaxes)},
    {"quotes", offsetof(bsh_counts, quotes)},
    {"pieces", offsetof(bsh_counts, pieces)},
    {"quoted_words", offsetof(bsh_counts, quoted_words)},
    {"set_aside", offsetof(bsh_counts, words_set_aside)},
    {"scare", offsetof(bsh_counts, scare_pieces)},
    {"direct_words", offsetof(bsh_counts, direct_words)},
    {"direct_quotes", offsetof(bsh_counts, direct_quotes)},
    {"fragments", offsetof(bsh_counts, fragment_pieces)},
    {"speakers", offsetof(bsh_counts, speakers)},
    {"top", offsetof(bsh_counts, top_speaker_words)},
    {"unattributed", offsetof(bsh_counts, unattributed_words)},
    {"indirect", offsetof(bsh_counts, indirect)},
    {"anon_reports", offsetof(bsh_counts, anon_reports)},
    {"attributed", offsetof(bsh_counts, attributed_quotes)},
    {"said", offsetof(bsh_counts, said_quotes)},
    {"loaded", offsetof(bsh_counts, loaded_quotes)},
    {"before", offsetof(bsh_counts, words_before_quote)},
};

/* ---- reading */

static void read_tokens(char *text)
{
    const char *types[MOST];
    char       *rest = NULL;
    size_t      n = 0;
    size_t      n_types = 0;
    for (char *word = strtok_r(text, " ", &rest); word != NULL;
         word = strtok_r(NULL, " ", &rest)) {
        size_t type = 0;
        while (type < n_types && strcmp(types[type], word) != 0) {
            ++type;
        }
        types[type] = word;
        n_types += type == n_types;
        ++frequencies[type];
        terms[n++] = (uint32_t) type;
    }
    counts.words = n;
    counts.types = n_types;
    counts.sequences.n_terms = n;
    counts.sequences.n_types = n_types;
}

static void read_spectrum(const char *text)
{
    char *end = NULL;
    for (const char *at = text; *at != '\0'; at = *end == ',' ? end + 1 : end) {
        unsigned long const frequency = strtoul(at, &end, 10);
        assert_int_equal(*end, ':');
        unsigned long const n_types = strtoul(end + 1, &end, 10);
        for (unsigned long i = 0; i < n_types; ++i) {
            frequencies[counts.sequences.n_types++] = (uint32_t) frequency;
            counts.sequences.n_terms += frequency;
        }
    }
    counts.words = counts.sequences.n_terms;
}

static size_t read_list(const char *text)
{
    size_t n = 0;
    char  *end = NULL;
    for (const char *at = text; *at != '\0'; at = *end == ',' ? end + 1 : end) {
        list[n++] = (uint32_t) strtoul(at, &end, 10);
    }
    return n;
}

static void read_number(const char *key, const char *text)
{
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; ++i) {
        if (strcmp(keys[i].key, key) == 0) {
            *(uint64_t *) (void *) ((char *) &counts + keys[i].offset) =
                strtoull(text, NULL, 10);
            return;
        }
    }
    fail_msg("measures.tsv: unknown count %s", key);
}

static void read_input(const char *key, char *text)
{
    if (strcmp(key, "tokens") == 0) {
        read_tokens(text);
    } else if (strcmp(key, "spectrum") == 0) {
        read_spectrum(text);
    } else if (strcmp(key, "window") == 0) {
        counts.window = (unsigned) strtoul(text, NULL, 10);
    } else if (strcmp(key, "sentence_words") == 0) {
        counts.sequences.n_sentences = read_list(text);
        counts.sequences.sentence_words = list;
    } else if (strcmp(key, "quote_words") == 0) {
        counts.sequences.n_quotes = read_list(text);
        counts.sequences.quote_words = list;
    } else if (strcmp(key, "speaker_words") == 0) {
        counts.sequences.n_speakers = read_list(text);
        counts.sequences.speaker_words = list;
    } else {
        read_number(key, text);
    }
}

static void read_inputs(char *text)
{
    memset(frequencies, 0, sizeof frequencies);
    memset(scratch, 0, sizeof scratch);
    counts = (bsh_counts){.window = 100, .is_english = true};
    counts.sequences.terms = terms;
    counts.sequences.frequencies = frequencies;
    counts.sequences.scratch = scratch;
    char *rest = NULL;
    for (char *pair = strtok_r(text, ";", &rest); pair != NULL;
         pair = strtok_r(NULL, ";", &rest)) {
        char *const equals = strchr(pair, '=');
        assert_non_null(equals);
        *equals = '\0';
        read_input(pair, equals + 1);
    }
}

/* ---- rows */

static void check_row(char *fields[FIELDS])
{
    const bsh_measure *const measure = bsh_measure_find(fields[0]);
    if (measure == NULL) {
        fail_msg("measures.tsv: no measure %s", fields[0]);
        return;
    }
    read_inputs(fields[1]);
    bsh_value const value = bsh_measure_value(measure, &counts);
    if (strcmp(fields[2], "NA") == 0) {
        if (value.presence == BSH_PRESENT) {
            fail_msg("%s should be absent, is %.17g", measure->id, value.number);
        }
    } else {
        double const expected = strtod(fields[2], NULL);
        if (value.presence != BSH_PRESENT ||
            fabs(value.number - expected) > 1e-9 * fmax(1.0, fabs(expected))) {
            fail_msg("%s is %.17g (%s), expected %s", measure->id, value.number,
                     bsh_presence_reason(value.presence), fields[2]);
        }
    }
    for (size_t i = 0; i < MOST; ++i) {
        if (scratch[i] != 0) {
            fail_msg("%s does not leave the scratch 0", measure->id);
        }
    }
}

static bool split(char *line, char *fields[FIELDS])
{
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0') {
        return false;
    }
    char *rest = NULL;
    for (size_t i = 0; i < FIELDS; ++i) {
        fields[i] = strtok_r(i == 0 ? line : NULL, "\t", &rest);
        assert_non_null(fields[i]);
    }
    return true;
}

static FILE *open_rows(void)
{
    char path[1024];
    (void) snprintf(path, sizeof path, "%s/tests/unit/measures.tsv", test_source_folder());
    FILE *const file = fopen(path, "r");
    assert_non_null(file);
    return file;
}

static void every_row_is_reached_to_nine_places(void **state)
{
    (void) state;
    FILE *const file = open_rows();
    char        line[2048];
    char       *fields[FIELDS];
    size_t      n_rows = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        if (split(line, fields)) {
            check_row(fields);
            ++n_rows;
        }
    }
    (void) fclose(file);
    assert_true(n_rows >= bsh_measure_count());
}

static bool has_row(const char *id)
{
    FILE *const file = open_rows();
    char        line[2048];
    char       *fields[FIELDS];
    bool        is_found = false;
    while (!is_found && fgets(line, sizeof line, file) != NULL) {
        is_found =
            split(line, fields) && strcmp(fields[0], id) == 0 && strcmp(fields[2], "NA") != 0;
    }
    (void) fclose(file);
    return is_found;
}

static void every_measure_has_a_row_with_a_value(void **state)
{
    (void) state;
    assert_true(bsh_measure_count() > 0);
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        if (!has_row(bsh_measure_at(i)->id)) {
            fail_msg("no row for %s in tests/unit/measures.tsv", bsh_measure_at(i)->id);
        }
    }
}

/* ---- stats */

static void hypergeometric_agrees_with_gsl_where_gsl_is_exact(void **state)
{
    (void) state;
    for (uint32_t n = 42; n <= 170; n += 8) {
        for (uint32_t f = 1; f <= n; ++f) {
            double const expected = gsl_ran_hypergeometric_pdf(0, f, n - f, 42);
            double const none = bsh__hypergeometric_none(f, n - f, 42);
            assert_true(fabs(none - expected) <= 2e-13 * expected);
        }
    }
}

static void hypergeometric_keeps_its_digits_in_long_texts(void **state)
{
    (void) state;
    // one hapax among N: 1 - 42/N; two among N: (N - 42)(N - 43) / (N (N - 1))
    double const n = 1e7;
    assert_true(fabs(bsh__hypergeometric_none(1, 9999999, 42) - (1.0 - 42.0 / n)) < 1e-15);
    double const pair = (n - 42.0) * (n - 43.0) / (n * (n - 1.0));
    assert_true(fabs(bsh__hypergeometric_none(2, 9999998, 42) - pair) < 1e-15);
}

static void hypergeometric_knows_its_limits(void **state)
{
    (void) state;
    assert_true(bsh__hypergeometric_none(1, 41, 42) == 0.0); // all are drawn
    assert_true(bsh__hypergeometric_none(0, 42, 42) == 1.0); // nothing to draw
    assert_true(isnan(bsh__hypergeometric_none(1, 40, 42)));
    assert_true(bsh__hypergeometric_none(4000000000U, 4000000000U, 0) == 1.0);
    assert_true(fabs(bsh__hypergeometric_none(4000000000U, 4000000000U, 1) - 0.5) < 1e-15);
}

static void hypergeometric_goes_on_from_one_frequency_to_the_next(void **state)
{
    (void) state;
    for (uint32_t n = 42; n <= 1000; n += 7) {
        double none = 1.0;
        for (uint32_t f = 1; f <= 42; ++f) {
            none = bsh__hypergeometric_next(none, f, n, 42);
            assert_true(none == bsh__hypergeometric_none(f, n - f, 42)); // to the last bit
        }
    }
}

static void deviation_is_stable_far_from_zero(void **state)
{
    (void) state;
    // 4, 7, 13, 16 have squares 90 about their mean, wherever they lie: 90 / 3 = 30
    const uint32_t values[] = {4000000004U, 4000000007U, 4000000013U, 4000000016U};
    assert_true(fabs(bsh__deviation(values, 4) - sqrt(30.0)) < 1e-9);
    assert_true(isnan(bsh__deviation(values, 1)));
    assert_true(isnan(bsh__deviation(NULL, 0)));
}

static void median_leaves_the_values_as_they_are(void **state)
{
    (void) state;
    const uint32_t values[] = {UINT32_MAX, 0, 5, UINT32_MAX, 5, 7};
    assert_true(bsh__median(values, 6) == 6.0);
    assert_true(bsh__median(values, 5) == 5.0);
    assert_true(bsh__median(values, 2) == UINT32_MAX / 2.0);
    assert_true(bsh__median(values + 3, 1) == UINT32_MAX);
    assert_true(bsh__median(values + 1, 1) == 0.0);
    assert_true(isnan(bsh__median(values, 0)));
}

static void gsl_tells_its_version(void **state)
{
    (void) state;
    assert_true(strchr(bsh_version_gsl(), '.') != NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_reached_to_nine_places),
        cmocka_unit_test(every_measure_has_a_row_with_a_value),
        cmocka_unit_test(hypergeometric_agrees_with_gsl_where_gsl_is_exact),
        cmocka_unit_test(hypergeometric_keeps_its_digits_in_long_texts),
        cmocka_unit_test(hypergeometric_knows_its_limits),
        cmocka_unit_test(hypergeometric_goes_on_from_one_frequency_to_the_next),
        cmocka_unit_test(deviation_is_stable_far_from_zero),
        cmocka_unit_test(median_leaves_the_values_as_they_are),
        cmocka_unit_test(gsl_tells_its_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
