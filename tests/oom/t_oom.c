/* Every public call with the first, second, third ... allocation failing: it says so, leaks
 * nothing, leaves its object usable, and succeeds once there is memory. */
#include "tests/t.h"

#include <broadsheet.h>
#include <stdio.h>
#include <unistd.h>

#include "tests/allocator.h"
#include "tests/oom/fail_each.h"

/* Invented articles: with a headline, quotes and a list; hard-wrapped; not ASCII; in
 * windows-1252; empty. */
static const char article[] =
    "Council Votes to Keep the Night Ferry\n"
    "\n"
    "By Ines Corrow\n"
    "\n"
    "SALTMERE \xe2\x80\x94 The council voted on Tuesday to keep the night ferry, which carries "
    "1,200 "
    "people a week. \xe2\x80\x9cWe keep the ferry running,\xe2\x80\x9d Mr. Castell said. "
    "\xe2\x80\x9cNobody asked us whether we sleep.\xe2\x80\x9d\n"
    "\n"
    "Ms. Ito, who runs the harbor office, called the plan a \xe2\x80\x9cquiet "
    "scandal\xe2\x80\x9d and "
    "asked for $3.5 million. According to the office, the U.S. firm has left.\n"
    "\n"
    "- a new ramp\n"
    "- two more boats\n"
    "- longer hours\n"
    "\n"
    "\"It is not the end,\" said Dr. Olu Bram, a doctor at St. Anne's. \"It is a "
    "beginning.\"\n";

static const char wrapped[] =
    "The harbor was quiet when the first of the boats came in on Monday, and\n"
    "nobody on the quay had heard of the storm that was to follow before the\n"
    "week was over. A spokeswoman for the port said that it would stay open\n"
    "for as long as the pilots agreed to work, and that was until Thursday.\n"
    "\n"
    "On Friday the pilots went home. \"We have done what we could,\" one said,\n"
    "and the port was closed for the first time in eleven years, to the day,\n"
    "as the keeper of the lighthouse wrote in the small green book he keeps.\n";

static const char not_ascii[] = "Le caf\xc3\xa9 de M\xc3\xa9lanie \xc2\xab ferme \xc2\xbb "
                                "\xe2\x80\x93 the na\xc3\xafve r\xc3\xa9sum\xc3\xa9.\n"
                                "\n\xe4\xbb\x8a\xe6\x97\xa5\xe3\x81\xaf\xe6\x99\xb4\xe3\x82\x8c"
                                "\xe3\x80\x82 \xf0\x9f\x98\x80 ok\n";

static const char windows_1252[] =
    "The caf\xe9 said \x93no\x94 to na\xefve plans, Mr. Bell wrote.\n";

typedef struct text {
    const char *bytes;
    size_t      n_bytes;
} text;

static const text texts[] = {
    {article, sizeof article - 1},
    {wrapped, sizeof wrapped - 1},
    {not_ascii, sizeof not_ascii - 1},
    {windows_1252, sizeof windows_1252 - 1},
    {"", 0},
};
enum { N_TEXTS = sizeof texts / sizeof texts[0] };

/* ---- analyzer */

static bsh_status analyze_all(bsh_analyzer *analyzer, bsh_error *err)
{
    for (size_t i = 0; i < N_TEXTS; ++i) {
        const bsh_document *document = NULL;
        bsh_status const    status =
            bsh_analyze(analyzer, texts[i].bytes, texts[i].n_bytes, &document, err);
        assert_true((status == BSH_OK) == (document != NULL));
        if (status != BSH_OK) {
            return status;
        }
    }
    return BSH_OK;
}

static bsh_status create_and_analyze(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_options const options = options_with(allocator);
    bsh_analyzer     *analyzer = NULL;
    bsh_status        status = bsh_analyzer_create(&analyzer, &options, err);
    assert_true((status == BSH_OK) == (analyzer != NULL));
    if (status == BSH_OK) {
        status = analyze_all(analyzer, err);
    }
    bsh_analyzer_destroy(analyzer);
    return status;
}

static bsh_status read_verbs(const bsh_allocator *allocator, bsh_error *err)
{
    char const       table[] = "said\tsay\tneutral\ns\u2019exclame\texclaim\tforce\n";
    bsh_verbs       *verbs = NULL;
    bsh_status const status = bsh_verbs_create(&verbs, table, sizeof table - 1, allocator, err);
    assert_true((status == BSH_OK) == (verbs != NULL));
    bsh_verbs_destroy(verbs);
    return status;
}

static void a_table_of_verbs_reports_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(read_verbs);
}

static void creating_and_analyzing_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(create_and_analyze);
}

static void assert_counts_equal(const bsh_counts *a, const bsh_counts *b)
{
    for (size_t i = 0; i < bsh_count_table_size(); ++i) {
        const bsh_count_row *const row = bsh_count_table_at(i);
        assert_int_equal(bsh_count_value(row, a), bsh_count_value(row, b));
    }
}

/* Fails allocation n of one analysis by a new analyzer; then the same analyzer has to give what
 * an undisturbed one gives.  False once there is no allocation n. */
static bool recovers_from(long n, text input)
{
    test_allocator memory;
    test_allocator_init(&memory, 0);
    bsh_options const options = options_with(&memory.allocator);
    bsh_analyzer     *analyzer = NULL;
    bsh_analyzer     *undisturbed = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    assert_int_equal(bsh_analyzer_create(&undisturbed, NULL, NULL), BSH_OK);

    const bsh_document *document = NULL;
    test_allocator_restart(&memory, n);
    bsh_status const status =
        bsh_analyze(analyzer, input.bytes, input.n_bytes, &document, NULL);
    bool const has_failed = memory.n_failed != 0;
    assert_int_equal(status, has_failed ? BSH_E_NOMEM : BSH_OK);
    assert_true(has_failed == (document == NULL));

    test_allocator_restart(&memory, 0);
    const bsh_document *expected = NULL;
    assert_int_equal(bsh_analyze(analyzer, input.bytes, input.n_bytes, &document, NULL),
                     BSH_OK);
    assert_int_equal(bsh_analyze(undisturbed, input.bytes, input.n_bytes, &expected, NULL),
                     BSH_OK);
    assert_counts_equal(bsh_document_counts(document), bsh_document_counts(expected));

    bsh_analyzer_destroy(analyzer);
    bsh_analyzer_destroy(undisturbed);
    assert_int_equal(memory.n_live, 0);
    return has_failed;
}

static void an_analyzer_works_again_after_a_failed_allocation(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_TEXTS; ++i) {
        long n = 1;
        while (recovers_from(n, texts[i])) {
            ++n;
            assert_true(n < MOST_ALLOCATIONS);
        }
    }
}

/* ---- what works on documents: two of them, made with ordinary memory */

static bsh_analyzer       *analyzers[2];
static const bsh_document *documents[2];

static int make_documents(void **state)
{
    (void) state;
    for (size_t i = 0; i < 2; ++i) {
        if (bsh_analyzer_create(&analyzers[i], NULL, NULL) != BSH_OK ||
            bsh_analyze(analyzers[i], texts[i].bytes, texts[i].n_bytes, &documents[i], NULL) !=
                BSH_OK) {
            return -1;
        }
    }
    return 0;
}

static int destroy_documents(void **state)
{
    (void) state;
    bsh_analyzer_destroy(analyzers[0]);
    bsh_analyzer_destroy(analyzers[1]);
    return 0;
}

static const bsh_input inputs[2] = {
    {.seq = 0, .id = "d0001", .name = "one.txt", .corpus = "one", .is_named = true},
    {.seq = 1, .id = "d0002", .name = "two.txt", .corpus = "two", .is_named = true}};

static bsh_status fill_terms(bsh_terms *one, bsh_terms *two, bsh_error *err)
{
    const bsh_term_row *rows = NULL;
    size_t              n = 0;
    bsh_status          status = bsh_terms_add(one, 0, documents[0], err);
    if (status == BSH_OK) {
        status = bsh_terms_add(two, 1, documents[1], err);
    }
    if (status == BSH_OK) {
        status = bsh_terms_merge(one, two, err);
    }
    if (status == BSH_OK) {
        status = bsh_terms_rows(one, &rows, &n, err);
    }
    return status;
}

static bsh_status terms_and_their_table(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_terms *one = NULL;
    bsh_terms *two = NULL;
    bsh_table *table = NULL;
    bsh_status status = bsh_terms_create(&one, allocator, err);
    if (status == BSH_OK) {
        status = bsh_terms_create(&two, allocator, err);
    }
    if (status == BSH_OK) {
        status = fill_terms(one, two, err);
    }
    if (status == BSH_OK) {
        status = bsh_terms_table(&table, one, 10, 1, allocator, err);
        assert_true((status == BSH_OK) == (table != NULL));
    }
    bsh_table_destroy(table);
    bsh_terms_destroy(two);
    bsh_terms_destroy(one);
    return status;
}

static void terms_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(terms_and_their_table);
}

/* ---- views */

static bsh_status articles_view(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_options const options = options_with(allocator);
    bsh_selection     selection;
    bsh_table        *table = NULL;
    bsh_status        status = bsh_selection_parse(&selection, "all", BSH_SET_CORE, err);
    if (status == BSH_OK) {
        status = bsh_articles_table(&table, &selection, allocator, err);
    }
    for (size_t i = 0; i < 2 && status == BSH_OK; ++i) {
        status = bsh_articles_add(table, &selection, &options, &inputs[i], documents[i], err);
    }
    bsh_table_destroy(table);
    return status;
}

static bsh_status quotes_view(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_table *table = NULL;
    bsh_status status = bsh_quotes_table(&table, allocator, err);
    for (size_t i = 0; i < 2 && status == BSH_OK; ++i) {
        status = bsh_quotes_add(table, &inputs[i], documents[i], i == 0, err);
    }
    bsh_table_destroy(table);
    return status;
}

static bsh_status blocks_view(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_table *table = NULL;
    bsh_status status = bsh_blocks_table(&table, allocator, err);
    for (size_t i = 0; i < 2 && status == BSH_OK; ++i) {
        status = bsh_blocks_add(table, documents[i], BSH_SHOW_ALL, err);
    }
    bsh_table_destroy(table);
    return status;
}

static bsh_status measures_view(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_selection selection;
    bsh_table    *table = NULL;
    bsh_status    status = bsh_selection_parse(&selection, "all", BSH_SET_CORE, err);
    if (status == BSH_OK) {
        status = bsh_measures_table(&table, &selection, allocator, err);
    }
    bsh_table_destroy(table);
    return status;
}

static void views_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(articles_view);
    fail_each(quotes_view);
    fail_each(blocks_view);
    fail_each(measures_view);
}

/* ---- tables and writers */

static const bsh_column columns[] = {
    {.id = "name", .is_left = true},
    {.id = "number", .decimals = -1},
    {.id = "flags", .is_left = true},
    {.id = "reasons", .is_json_only = true},
};

static bsh_status add_row(bsh_table *table, const char *name, double number, bsh_error *err)
{
    bsh_string const word = {name, strlen(name)};
    bsh_table_row_begin(table);
    bsh_table_text(table, word);
    bsh_table_real(table, number);
    bsh_table_list(table);
    bsh_table_item(table, word);
    bsh_table_item(table, word);
    bsh_table_map(table);
    bsh_table_entry_text(table, word, word);
    bsh_table_entry_integer(table, word, 7);
    return bsh_table_row_end(table, err);
}

static bsh_status write_nowhere(void *payload, const char *data, size_t n_bytes, bsh_error *err)
{
    (void) data;
    (void) err;
    *(size_t *) payload += n_bytes;
    return BSH_OK;
}

static bsh_status write_table(const bsh_table *table, const char *format, bsh_error *err)
{
    bsh_write_options options;
    bsh_write_options_init(&options);
    bsh_meta const meta[] = {{"schema", "broadsheet.test/1"}};
    options.meta = meta;
    options.n_meta = 1;
    size_t         n_written = 0;
    bsh_sink const sink = {write_nowhere, &n_written};
    bsh_writer    *writer = NULL;
    bsh_status     status = bsh_writer_create(&writer, format, table, &options, &sink, err);
    assert_true((status == BSH_OK) == (writer != NULL));
    if (status == BSH_OK) {
        status = bsh_writer_rows(writer, table, err);
    }
    if (status == BSH_OK) {
        status = bsh_writer_end(writer, err);
        assert_true(status != BSH_OK || n_written > 0);
    }
    bsh_writer_destroy(writer);
    return status;
}

static bsh_status tables_and_writers(const bsh_allocator *allocator, bsh_error *err)
{
    static const bsh_table_kind kind = {"rows", "broadsheet.row/1", columns,
                                        sizeof columns / sizeof columns[0]};
    bsh_table                  *table = NULL;
    bsh_status                  status = bsh_table_create(&table, &kind, allocator, err);
    if (status == BSH_OK) {
        status = add_row(table, "=HARBOR(\"a\")", 1.5, err);
    }
    if (status == BSH_OK) {
        status = add_row(table, "two, with a\nnew line", 1e-9, err);
    }
    for (size_t i = 0; status == BSH_OK && bsh_format_name(i) != NULL; ++i) {
        status = write_table(table, bsh_format_name(i), err);
    }
    bsh_table_destroy(table);
    return status;
}

static void tables_and_writers_report_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(tables_and_writers);
}

/* ---- a corpus on disk */

static char folder[] = "/tmp/broadsheet-oom-XXXXXX";
static char paths[3][64]; /* two articles and a list of them */

static bool write_file(const char *path, const char *bytes, size_t n_bytes)
{
    FILE *const file = fopen(path, "wb");
    if (file == NULL) {
        return false;
    }
    bool const is_written = fwrite(bytes, 1, n_bytes, file) == n_bytes;
    return fclose(file) == 0 && is_written;
}

static int make_corpus(void **state)
{
    (void) state;
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    char list[128];
    (void) snprintf(paths[0], sizeof paths[0], "%s/one.txt", folder);
    (void) snprintf(paths[1], sizeof paths[1], "%s/two.txt", folder);
    (void) snprintf(paths[2], sizeof paths[2], "%s/list.txt", folder);
    (void) snprintf(list, sizeof list, "%s\n", paths[1]);
    bool const is_made = write_file(paths[0], texts[0].bytes, texts[0].n_bytes) &&
                         write_file(paths[1], texts[1].bytes, texts[1].n_bytes) &&
                         write_file(paths[2], list, strlen(list));
    return is_made ? 0 : -1;
}

static int remove_corpus(void **state)
{
    (void) state;
    for (size_t i = 0; i < 3; ++i) {
        (void) unlink(paths[i]);
    }
    return rmdir(folder);
}

static bsh_status map_nothing(void *payload, unsigned worker, const bsh_input *input,
                              const bsh_document *document, void **result, bsh_error *err)
{
    (void) payload;
    (void) worker;
    (void) input;
    (void) document;
    (void) result;
    (void) err;
    return BSH_OK;
}

/* Ends the run at the first article for which there was no memory. */
static bsh_status pass_on_status(void *payload, const bsh_input *input, bsh_status status,
                                 const bsh_error *problem, void *result, bsh_error *err)
{
    (void) input;
    (void) result;
    ++*(size_t *) payload;
    if (status != BSH_OK && err != NULL) {
        *err = *problem;
    }
    return status;
}

static bsh_status run_corpus(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_options const  options = options_with(allocator);
    size_t             n_articles = 0;
    bsh_consumer const consumer = {&n_articles, map_nothing, pass_on_status, NULL};
    bsh_source        *source = NULL;
    bsh_status         status = bsh_source_create(&source, &options, err);
    if (status == BSH_OK) {
        status = bsh_source_add(source, paths[0], err);
    }
    if (status == BSH_OK) {
        status = bsh_source_add_list(source, paths[2], false, err);
    }
    if (status == BSH_OK) {
        status = bsh_corpus_run(source, &options, 1, &consumer, err);
        assert_true(status != BSH_OK || n_articles == 2);
    }
    bsh_source_destroy(source);
    return status;
}

static bsh_status add_folder(const bsh_allocator *allocator, bsh_error *err)
{
    bsh_options const options = options_with(allocator);
    bsh_source       *source = NULL;
    bsh_status        status = bsh_source_create(&source, &options, err);
    if (status == BSH_OK) {
        status = bsh_source_add(source, folder, err);
        assert_true(status != BSH_OK || bsh_source_size(source) == 3);
    }
    bsh_source_destroy(source);
    return status;
}

static void a_corpus_reports_every_failed_allocation(void **state)
{
    (void) state;
    fail_each(run_corpus);
    fail_each(add_folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(creating_and_analyzing_report_every_failed_allocation),
        cmocka_unit_test(a_table_of_verbs_reports_every_failed_allocation),
        cmocka_unit_test(an_analyzer_works_again_after_a_failed_allocation),
        cmocka_unit_test_setup_teardown(terms_report_every_failed_allocation, make_documents,
                                        destroy_documents),
        cmocka_unit_test_setup_teardown(views_report_every_failed_allocation, make_documents,
                                        destroy_documents),
        cmocka_unit_test(tables_and_writers_report_every_failed_allocation),
        cmocka_unit_test_setup_teardown(a_corpus_reports_every_failed_allocation, make_corpus,
                                        remove_corpus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
