#include "tests/t.h"

#include <broadsheet/corpus.h>

#include "tests/allocator.h"
#include "tests/unit/scratch.h"

enum { N_ARTICLES = 60, MOST_THREADS = 16 };

static bsh_source *source;
static bsh_error   error;

static int start(void **state)
{
    (void) state;
    source = NULL;
    error = (bsh_error){0};
    if (scratch_enter() != 0 || mkdir("f", 0755) != 0) {
        return -1;
    }
    for (int i = 0; i < N_ARTICLES; ++i) {
        char name[32];
        char text[32];
        (void) snprintf(name, sizeof name, "f/%03d.txt", i);
        (void) snprintf(text, sizeof text, "Ferry %d runs.", i);
        scratch_write(name, text);
    }
    return bsh_source_create(&source, NULL, &error) == BSH_OK ? 0 : -1;
}

static int stop(void **state)
{
    (void) state;
    bsh_source_destroy(source);
    return scratch_leave();
}

/* What the run did.  Workers count in fields of their own; emit and discard share, since
 * discard is called when the workers have ended. */
typedef struct record {
    char     text[8192]; /* what emit heard, a line an article */
    size_t   n_text;
    size_t   n_mapped[MOST_THREADS];
    size_t   n_emitted, n_discarded;
    uint64_t map_fails_at, emit_fails_at; /* seq; UINT64_MAX never */
} record;

static bsh_status map(void *payload, unsigned worker, const bsh_input *input,
                      const bsh_document *document, void **result, bsh_error *err)
{
    record *const r = payload;
    ++r->n_mapped[worker];
    bsh_string const text = bsh_document_text(document);
    char *const      copy = malloc(text.n_bytes + 1);
    if (copy == NULL) {
        return BSH_E_NOMEM;
    }
    memcpy(copy, text.data, text.n_bytes);
    copy[text.n_bytes] = '\0';
    *result = copy;
    if (input->seq == r->map_fails_at) {
        (void) snprintf(err->message, sizeof err->message, "map failed at %s", input->name);
        err->status = BSH_E_NUMERIC;
        return BSH_E_NUMERIC;
    }
    return BSH_OK;
}

static bsh_status emit(void *payload, const bsh_input *input, bsh_status status,
                       const bsh_error *problem, void *result, bsh_error *err)
{
    record *const r = payload;
    assert_int_equal(input->seq, r->n_emitted);
    ++r->n_emitted;
    r->n_text +=
        (size_t) snprintf(r->text + r->n_text, sizeof r->text - r->n_text, "%s|%s\n", input->id,
                          status == BSH_OK ? (char *) result : problem->message);
    free(result);
    if (input->seq == r->emit_fails_at) {
        err->status = BSH_E_WRITE;
        return BSH_E_WRITE;
    }
    return BSH_OK;
}

static void discard(void *payload, void *result)
{
    record *const r = payload;
    ++r->n_discarded;
    free(result);
}

static record new_record(void)
{
    return (record){.map_fails_at = UINT64_MAX, .emit_fails_at = UINT64_MAX};
}

static bsh_status run(record *r, unsigned n_threads)
{
    bsh_consumer const consumer = {r, map, emit, discard};
    error = (bsh_error){0};
    return bsh_corpus_run(source, NULL, n_threads, &consumer, &error);
}

static size_t n_mapped(const record *r)
{
    size_t n = 0;
    for (size_t i = 0; i < MOST_THREADS; ++i) {
        n += r->n_mapped[i];
    }
    return n;
}

static void add_all(void)
{
    assert_int_equal(bsh_source_add(source, "f", &error), BSH_OK);
}

static const unsigned thread_counts[] = {1, 2, 7};

static void results_come_in_order_for_any_number_of_threads(void **state)
{
    (void) state;
    add_all();
    record *const alone = malloc(sizeof *alone);
    assert_non_null(alone);
    *alone = new_record();
    assert_int_equal(run(alone, 1), BSH_OK);
    assert_memory_equal(alone->text, "d0001|Ferry 0 runs.\nd0002|Ferry 1 runs.\n", 40);
    for (size_t i = 0; i < 3; ++i) {
        record r = new_record();
        assert_int_equal(run(&r, thread_counts[i]), BSH_OK);
        assert_string_equal(r.text, alone->text);
        assert_int_equal(r.n_emitted, N_ARTICLES);
        assert_int_equal(n_mapped(&r), N_ARTICLES);
        assert_int_equal(r.n_discarded, 0);
    }
    free(alone);
}

static void a_bad_article_ends_nothing(void **state)
{
    (void) state;
    scratch_write("b.pdf", "%PDF-1.7 and so on");
    scratch_write("gone.txt", "x");
    scratch_write("list", "b.pdf\nnever.txt\ne\n");
    assert_int_equal(mkdir("e", 0755), 0);
    assert_int_equal(bsh_source_add(source, "f/001.txt", &error), BSH_OK);
    assert_int_equal(bsh_source_add_list(source, "list", false, &error), BSH_OK);
    assert_int_equal(bsh_source_add(source, "gone.txt", &error), BSH_OK);
    assert_int_equal(bsh_source_add(source, "f/002.txt", &error), BSH_OK);
    assert_int_equal(unlink("gone.txt"), 0);
    for (size_t i = 0; i < 3; ++i) {
        record r = new_record();
        assert_int_equal(run(&r, thread_counts[i]), BSH_OK);
        assert_string_equal(r.text,
                            "d0001|Ferry 1 runs.\n"
                            "d0002|b.pdf: looks like PDF, not text; skipped (extract the text "
                            "first)\n"
                            "d0003|never.txt: no such file\n"
                            "d0004|e/: no articles found (looked at 0 files); accepted types: "
                            "broadsheet help input\n"
                            "d0005|gone.txt: no such file\n"
                            "d0006|Ferry 2 runs.\n");
    }
}

static void an_error_in_map_ends_the_run(void **state)
{
    (void) state;
    add_all();
    for (size_t i = 0; i < 3; ++i) {
        record r = new_record();
        r.map_fails_at = 30;
        assert_int_equal(run(&r, thread_counts[i]), BSH_E_NUMERIC);
        assert_string_equal(error.message, "map failed at f/030.txt");
        assert_int_equal(error.status, BSH_E_NUMERIC);
        assert_int_equal(r.n_emitted, 30);
        assert_int_equal(r.n_discarded, n_mapped(&r) - 30);
    }
}

static void an_error_in_emit_ends_the_run(void **state)
{
    (void) state;
    add_all();
    for (size_t i = 0; i < 3; ++i) {
        record r = new_record();
        r.emit_fails_at = 20;
        assert_int_equal(run(&r, thread_counts[i]), BSH_E_WRITE);
        assert_int_equal(r.n_emitted, 21);
        assert_int_equal(r.n_discarded, n_mapped(&r) - 21);
        // nothing was begun further ahead than the ring is long
        assert_true(n_mapped(&r) <= 21 + 16 * (size_t) thread_counts[i]);
    }
}

static void no_inputs_give_an_empty_run(void **state)
{
    (void) state;
    record r = new_record();
    assert_int_equal(run(&r, 7), BSH_OK);
    assert_int_equal(r.n_emitted, 0);
}

static void options_without_meaning_end_the_run_at_once(void **state)
{
    (void) state;
    add_all();
    record             r = new_record();
    bsh_consumer const consumer = {&r, map, emit, discard};
    bsh_options        options;
    bsh_options_init(&options);
    options.window = 0;
    assert_int_equal(bsh_corpus_run(source, &options, 3, &consumer, &error), BSH_E_USAGE);
    assert_int_equal(r.n_emitted, 0);
}

static void an_article_over_the_limit_is_bad(void **state)
{
    (void) state;
    scratch_write("long.txt", "This is longer than ten bytes.");
    assert_int_equal(bsh_source_add(source, "long.txt", &error), BSH_OK);
    record             r = new_record();
    bsh_consumer const consumer = {&r, map, emit, discard};
    bsh_options        options;
    bsh_options_init(&options);
    options.max_bytes = 10;
    assert_int_equal(bsh_corpus_run(source, &options, 1, &consumer, &error), BSH_OK);
    assert_memory_equal(r.text, "d0001|long.txt: over --max-doc", 30);
}

static bsh_status run_alone(const bsh_allocator *allocator)
{
    record             r = new_record();
    bsh_consumer const consumer = {&r, map, emit, discard};
    bsh_options        options;
    bsh_options_init(&options);
    options.allocator = allocator;
    bsh_source *inputs = NULL;
    bsh_status  status = bsh_source_create(&inputs, &options, &error);
    if (status == BSH_OK) {
        status = bsh_source_add(inputs, "f", &error);
    }
    if (status == BSH_OK) {
        status = bsh_corpus_run(inputs, &options, 1, &consumer, &error);
    }
    bsh_source_destroy(inputs);
    return status;
}

static void running_out_of_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    assert_true(test_allocator_try(run_alone) > 5);
}

static void the_number_of_threads_has_bounds(void **state)
{
    (void) state;
    assert_true(bsh_corpus_n_threads(0) >= 1);
    assert_int_equal(bsh_corpus_n_threads(3), 3);
    assert_true(bsh_corpus_n_threads(100000) <= 1024);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(results_come_in_order_for_any_number_of_threads, start,
                                        stop),
        cmocka_unit_test_setup_teardown(a_bad_article_ends_nothing, start, stop),
        cmocka_unit_test_setup_teardown(an_error_in_map_ends_the_run, start, stop),
        cmocka_unit_test_setup_teardown(an_error_in_emit_ends_the_run, start, stop),
        cmocka_unit_test_setup_teardown(no_inputs_give_an_empty_run, start, stop),
        cmocka_unit_test_setup_teardown(options_without_meaning_end_the_run_at_once, start,
                                        stop),
        cmocka_unit_test_setup_teardown(an_article_over_the_limit_is_bad, start, stop),
        cmocka_unit_test_setup_teardown(running_out_of_memory_is_an_ordinary_error, start,
                                        stop),
        cmocka_unit_test(the_number_of_threads_has_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
