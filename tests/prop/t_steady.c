/* After the first documents, one that was seen before allocates nothing. */
#include "tests/t.h"

#include <broadsheet.h>

#include "tests/allocator.h"
#include "tests/prop/texts.h"

static void analyze_all(bsh_analyzer *analyzer, const sample_list *samples)
{
    for (size_t i = 0; i < samples->n; ++i) {
        const bsh_document *document = NULL;
        bsh_status const    status = bsh_analyze(analyzer, samples->items[i].bytes,
                                                 samples->items[i].n_bytes, &document, NULL);
        assert_true(status == BSH_OK || status == BSH_E_FORMAT);
    }
}

static void assert_steady(const sample_list *samples)
{
    test_allocator memory;
    test_allocator_init(&memory, 0);
    bsh_options options;
    bsh_options_init(&options);
    options.allocator = &memory.allocator;
    bsh_analyzer *analyzer = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    analyze_all(analyzer, samples);
    analyze_all(analyzer, samples);
    test_allocator_restart(&memory, 0);
    analyze_all(analyzer, samples);
    long const n_calls = memory.n_calls;
    bsh_analyzer_destroy(analyzer);
    assert_int_equal(memory.n_live, 0);
    assert_int_equal(n_calls, 0);
}

/* In sanitizer builds each piece of an arena has a block of its own. */
static void skip_if_instrumented(void)
{
    const char *const instrumented = getenv("BSH_INSTRUMENTED");
    if (instrumented != NULL && strcmp(instrumented, "yes") == 0) {
        skip();
    }
}

static void repeated_demo_articles_allocate_nothing(void **state)
{
    (void) state;
    skip_if_instrumented();
    sample_list samples = {0};
    assert_true(samples_add_demo(&samples, test_source_folder()));
    assert_steady(&samples);
    samples_free(&samples);
}

static void repeated_hostile_texts_allocate_nothing(void **state)
{
    (void) state;
    skip_if_instrumented();
    sample_list samples = {0};
    assert_true(samples_add_hostile(&samples, 30, 20000, 7));
    assert_steady(&samples);
    samples_free(&samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repeated_demo_articles_allocate_nothing),
        cmocka_unit_test(repeated_hostile_texts_allocate_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
