/* Comparison and keyness with the first, second, third ... allocation failing: each call says
 * so, leaks nothing, and succeeds once there is memory. */
#include "tests/t.h"

#include <broadsheet.h>
#include <stdio.h>
#include <unistd.h>

#include "corpus/record.h"
#include "tests/oom/fail_each.h"

/* Invented articles, of a length and kind of their own each. */
static const char *const articles[] = {
    "The harbor was quiet on Monday. \xe2\x80\x9cWe wait for the tide,\xe2\x80\x9d the pilot "
    "said, and the office agreed that nothing would sail before the fog had gone.\n",
    "Nobody on the quay had heard of the storm. A spokeswoman for the port said that it would "
    "stay open. It did not. The pilots went home on Thursday, and the ramp was closed.\n",
    "\"It is not the end,\" said Dr. Olu Bram. \"It is a beginning.\" The council votes again "
    "in June, when the boats that were ordered from a yard in the north are to be here.\n",
    "Ms. Ito called the plan a \xe2\x80\x9cquiet scandal\xe2\x80\x9d and asked for $3.5 "
    "million. According to the office the firm has left, and has taken two of the boats.\n",
    "Rain fell on the market for the third day. Stalls were shut by noon. The keeper of the "
    "lighthouse, who counts such days in a small green book, has not seen as many before.\n",
    "The night ferry carries 1,200 people a week; the council wants it kept. Mr. Castell voted "
    "for it. \xe2\x80\x9cWe keep it running,\xe2\x80\x9d he said.\n",
};
enum { N_ARTICLES = sizeof articles / sizeof articles[0], N_ROWS = 2 * N_ARTICLES };

static bsh_analyzer       *analyzers[N_ARTICLES];
static const bsh_document *documents[N_ARTICLES];

static int make_documents(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_ARTICLES; ++i) {
        if (bsh_analyzer_create(&analyzers[i], NULL, NULL) != BSH_OK ||
            bsh_analyze(analyzers[i], articles[i], strlen(articles[i]), &documents[i], NULL) !=
                BSH_OK) {
            return -1;
        }
    }
    return 0;
}

static int destroy_documents(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_ARTICLES; ++i) {
        bsh_analyzer_destroy(analyzers[i]);
    }
    return 0;
}

/* ---- rows and what is made of them */

static size_t n_corpora = 2;

/* Each article twice, in another block the second time; the corpora one after the other. */
static bsh_status add_row(bsh_rows *rows, const bsh_selection *selection, size_t i,
                          const bsh_allocator *allocator, bsh_error *err)
{
    static const char *const corpora[] = {"bay", "ledger", "tide"};
    static const char *const blocks[] = {"fog", "ferry", "vote"};
    static const char *const authors[] = {"Ines Corrow", "Olu Bram", "Ada Ito"};
    char                     id[16];
    (void) snprintf(id, sizeof id, "d%04zu", i);
    bsh_input const input = {
        .seq = i, .id = id, .name = id, .corpus = corpora[i * n_corpora / N_ROWS]};
    bsh_options options = options_with(allocator);
    options.min_words = 1;
    bsh_row   *row = NULL;
    bsh_status status =
        bsh_row_create(&row, selection, &options, &input, documents[i % N_ARTICLES], err);
    assert_true((status == BSH_OK) == (row != NULL));
    if (status == BSH_OK) {
        status = bsh_row_set_design(row, blocks[i % 3], authors[i * 5 % 7 % 3], err);
    }
    if (status == BSH_OK) {
        status = bsh_rows_add(rows, row, err);
    }
    bsh_row_destroy(row);
    return status;
}

static bsh_status fill_rows(bsh_rows *rows, const bsh_selection *selection,
                            const bsh_allocator *allocator, bsh_error *err)
{
    bsh_status status = bsh_rows_corpus(rows, "ledger", err);
    for (size_t i = 0; i < N_ROWS && status == BSH_OK; ++i) {
        status = add_row(rows, selection, i, allocator, err);
    }
    assert_true(status != BSH_OK || bsh_rows_n(rows) == N_ROWS);
    assert_true(status != BSH_OK || bsh_rows_is_tested(rows, 0));
    return status;
}

static bsh_status make_rows(bsh_rows **rows, const char *measures,
                            const bsh_allocator *allocator, bsh_error *err)
{
    bsh_selection selection;
    bsh_status    status = bsh_selection_parse(&selection, measures, BSH_SET_KEY, err);
    if (status == BSH_OK) {
        status = bsh_rows_create(rows, &selection, allocator, err);
        assert_true((status == BSH_OK) == (*rows != NULL));
    }
    return status == BSH_OK ? fill_rows(*rows, &selection, allocator, err) : status;
}

static bsh_status rows_alone(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_rows  *rows = NULL;
    bsh_status status = make_rows(&rows, "all", allocator, err);
    if (status == BSH_OK) {
        status = bsh_rows_sort_corpora(rows, err);
        assert_true(status != BSH_OK || strcmp(bsh_rows_corpus_name(rows, 0), "bay") == 0);
    }
    bsh_rows_destroy(rows);
    return status;
}

static void rows_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(rows_alone);
}

/* Rows that were made with ordinary memory. */
static bsh_rows *rows_to_compare;

static int make_rows_to_compare(void **state)
{
    return make_documents(state) == 0 &&
                   make_rows(&rows_to_compare, "asl,quote_density", NULL, NULL) == BSH_OK
               ? 0
               : -1;
}

static int destroy_rows_to_compare(void **state)
{
    bsh_rows_destroy(rows_to_compare);
    rows_to_compare = NULL;
    return destroy_documents(state);
}

static bsh_status compare_by(const bsh_compare_options *options, bsh_error *err)
{
    bsh_comparison  *comparison = NULL;
    bsh_status const status = bsh_compare(&comparison, rows_to_compare, options, err);
    assert_true((status == BSH_OK) == (comparison != NULL));
    if (status == BSH_OK) {
        size_t n;
        (void) bsh_comparison_pairs(comparison, &n);
        assert_int_equal(n, n_corpora * (n_corpora - 1));
    }
    bsh_comparison_destroy(comparison);
    return status;
}

static bsh_compare_options compare_options_with(const bsh_allocator *allocator)
{
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.allocator = allocator;
    options.n_draws = 19;
    return options;
}

static bsh_status plain_comparison(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_compare_options const options = compare_options_with(allocator);
    return compare_by(&options, err);
}

static bsh_status comparison_with_every_test(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_compare_options options = compare_options_with(allocator);
    options.tests = "all";
    options.adjust = BSH_ADJUST_MAXT;
    options.has_equivalence = true;
    options.equivalence_low = -1;
    options.equivalence_high = 1;
    return compare_by(&options, err);
}

static bsh_status comparison_by_blocks(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_compare_options options = compare_options_with(allocator);
    options.has_blocks = true;
    return compare_by(&options, err);
}

static bsh_status comparison_by_clusters(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_compare_options options = compare_options_with(allocator);
    options.has_clusters = true;
    return compare_by(&options, err);
}

/* Three corpora have tests of all together, and of blocks that all have. */
static bsh_status comparison_of_three(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_compare_options options = compare_options_with(allocator);
    options.tests = "anova,dunn,games_howell";
    options.has_blocks = true;
    return compare_by(&options, err);
}

static int make_rows_of_three(void **state)
{
    n_corpora = 3;
    return make_rows_to_compare(state);
}

static int destroy_rows_of_three(void **state)
{
    n_corpora = 2;
    return destroy_rows_to_compare(state);
}

static void three_corpora_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(comparison_of_three);
}

static void comparisons_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(plain_comparison);
    fail_each(comparison_with_every_test);
    fail_each(comparison_by_blocks);
    fail_each(comparison_by_clusters);
}

/* Tables of a comparison that was made with ordinary memory. */
static bsh_status comparison_tables(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_compare_options const options = compare_options_with(NULL);
    bsh_comparison           *comparison = NULL;
    bsh_table                *tables[4] = {NULL};
    assert_int_equal(bsh_compare(&comparison, rows_to_compare, &options, NULL), BSH_OK);
    bsh_status status = bsh_comparison_table(&tables[0], comparison, false, allocator, err);
    if (status == BSH_OK) {
        status = bsh_comparison_table(&tables[1], comparison, true, allocator, err);
    }
    if (status == BSH_OK) {
        status = bsh_describe_table(&tables[2], comparison, allocator, err);
    }
    if (status == BSH_OK) {
        status = bsh_corpora_table(&tables[3], comparison, allocator, err);
    }
    for (size_t i = 0; i < 4; ++i) {
        bsh_table_destroy(tables[i]);
    }
    bsh_comparison_destroy(comparison);
    return status;
}

static void tables_of_comparisons_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(comparison_tables);
}

/* ---- keyness */

static bsh_terms *terms_to_compare;

static int make_terms_to_compare(void **state)
{
    if (make_documents(state) != 0 ||
        bsh_terms_create(&terms_to_compare, NULL, NULL) != BSH_OK) {
        return -1;
    }
    for (size_t i = 0; i < N_ARTICLES; ++i) {
        if (bsh_terms_add(terms_to_compare, i, documents[i], NULL) != BSH_OK) {
            return -1;
        }
    }
    return 0;
}

static int destroy_terms_to_compare(void **state)
{
    bsh_terms_destroy(terms_to_compare);
    terms_to_compare = NULL;
    return destroy_documents(state);
}

static bsh_status keyness_of_halves(const bsh_allocator *allocator, bsh_error *err)
{
    uint32_t const       group_of[N_ARTICLES] = {0, 0, 0, 1, 1, 1};
    bsh_key_groups const groups = {group_of, N_ARTICLES, 0, 1};
    bsh_keyness         *keyness = NULL;
    bsh_keyness_options  options;
    bsh_keyness_options_init(&options);
    options.allocator = allocator;
    bsh_status const status =
        bsh_keyness_create(&keyness, terms_to_compare, &groups, &options, err);
    assert_true((status == BSH_OK) == (keyness != NULL));
    assert_true(status != BSH_OK || bsh_keyness_n_tested(keyness) > 0);
    bsh_keyness_destroy(keyness);
    return status;
}

static bsh_status table_of_key_terms(const bsh_allocator *allocator, bsh_error *err)
{
    uint32_t const       group_of[N_ARTICLES] = {0, 0, 0, 1, 1, 1};
    bsh_key_groups const groups = {group_of, N_ARTICLES, 0, 1};
    bsh_key_view         view = {.a = "bay", .b = "ledger", .most = 0};
    bsh_keyness         *keyness = NULL;
    bsh_table           *table = NULL;
    assert_int_equal(bsh_keyness_create(&keyness, terms_to_compare, &groups, NULL, NULL),
                     BSH_OK);
    assert_int_equal(bsh_key_statistics_parse(&view.statistics, "chi2,fisher_p", NULL), BSH_OK);
    bsh_status status = bsh_key_terms_table(&table, view.statistics, allocator, err);
    if (status == BSH_OK) {
        status = bsh_key_terms_add(table, keyness, &view, err);
    }
    bsh_table_destroy(table);
    bsh_keyness_destroy(keyness);
    return status;
}

static void keyness_reports_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(keyness_of_halves);
    fail_each(table_of_key_terms);
}

/* ---- records: an article, and one that was analysed before */

static char records_path[] = "/tmp/broadsheet-oom-XXXXXX.jsonl";

static int write_records(void **state)
{
    static const char records[] =
        "{\"id\":\"n1\",\"outlet\":\"bay\",\"event\":\"fog\",\"title\":\"Fog\","
        "\"text\":\"The fog came in. Nobody sailed before noon.\"}\n"
        "{\"schema\":\"broadsheet.article/1\",\"id\":\"d0002\",\"corpus\":\"ledger\","
        "\"path\":\"two.txt\",\"flags\":[\"repaired\"],\"words\":120,\"words_excluded\":4,"
        "\"pieces\":3,\"repairs\":1,\"asl\":17.25,\"main_mark\":\"curly_double\",\"reasons\":{}"
        ","
        "\"settings\":\"0123\",\"terms\":{\"fog\":3,\"boat\":117}}\n";
    (void) state;
    int const   descriptor = mkstemps(records_path, (int) strlen(".jsonl"));
    FILE *const file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    if (file == NULL) {
        return -1;
    }
    bool const is_written = fwrite(records, 1, sizeof records - 1, file) == sizeof records - 1;
    return fclose(file) == 0 && is_written ? 0 : -1;
}

static int remove_records(void **state)
{
    (void) state;
    return unlink(records_path);
}

typedef struct reading {
    bsh_selection selection;
    bsh_options   options;
    bsh_terms    *terms;
    size_t        n_articles;
} reading;

static bsh_status read_record(void *payload, unsigned worker, const bsh_input *input,
                              const bsh_document *document, void **result, bsh_error *err)
{
    reading *const read = payload;
    bsh_row       *row = NULL;
    (void) worker;
    *result = NULL;
    bsh_status status =
        bsh_row_create(&row, &read->selection, &read->options, input, document, err);
    bsh_row_destroy(row);
    if (status == BSH_OK) {
        status = document == NULL ? bsh_input_add_terms(input, read->terms, err)
                                  : bsh_terms_add(read->terms, input->seq, document, err);
    }
    return status;
}

static bsh_status count_record(void *payload, const bsh_input *input, bsh_status status,
                               const bsh_error *problem, void *result, bsh_error *err)
{
    (void) input;
    (void) result;
    ++((reading *) payload)->n_articles;
    if (status != BSH_OK && err != NULL) {
        *err = *problem;
    }
    return status;
}

static bsh_status read_records(reading *read, bsh_source *source, bsh_error *err)
{
    bsh_fields const   fields = {.by = "outlet", .carry = {"event"}, .n_carry = 1};
    bsh_consumer const consumer = {.payload = read, .map = read_record, .emit = count_record};
    bsh_status         status = bsh_source_set_fields(source, &fields, err);
    if (status == BSH_OK) {
        status = bsh_source_add_as(source, records_path, NULL, err);
    }
    if (status == BSH_OK) {
        status = bsh_corpus_run(source, &read->options, 1, &consumer, err);
        assert_true(status != BSH_OK || read->n_articles == 2);
    }
    return status;
}

static bsh_status rows_of_records(const bsh_allocator *allocator, bsh_error *err)
{
    reading     read = {.options = options_with(allocator)};
    bsh_source *source = NULL;
    assert_int_equal(bsh_selection_parse(&read.selection, "asl", BSH_SET_KEY, NULL), BSH_OK);
    bsh_status status = bsh_terms_create(&read.terms, allocator, err);
    if (status == BSH_OK) {
        status = bsh_source_create(&source, &read.options, err);
    }
    if (status == BSH_OK) {
        status = read_records(&read, source, err);
    }
    bsh_source_destroy(source);
    bsh_terms_destroy(read.terms);
    return status;
}

static void records_report_every_failed_allocation(void **state)
{
    (void) state;
    if (bsh__json_support("", NULL) != BSH_OK) {
        skip(); // built without jansson
    }
    fail_each(rows_of_records);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_report_every_failed_allocation, make_documents,
                                        destroy_documents),
        cmocka_unit_test_setup_teardown(comparisons_report_every_failed_allocation,
                                        make_rows_to_compare, destroy_rows_to_compare),
        cmocka_unit_test_setup_teardown(three_corpora_report_every_failed_allocation,
                                        make_rows_of_three, destroy_rows_of_three),
        cmocka_unit_test_setup_teardown(tables_of_comparisons_report_every_failed_allocation,
                                        make_rows_to_compare, destroy_rows_to_compare),
        cmocka_unit_test_setup_teardown(keyness_reports_every_failed_allocation,
                                        make_terms_to_compare, destroy_terms_to_compare),
        cmocka_unit_test_setup_teardown(records_report_every_failed_allocation, write_records,
                                        remove_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
