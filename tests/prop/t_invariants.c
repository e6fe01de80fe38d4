/* What holds for every text: checked over the demo corpus and hostile texts, under several
 * options. */
#include "tests/t.h"

#include <broadsheet.h>

#include "tests/prop/invariants.h"
#include "tests/prop/texts.h"

enum { N_HOSTILE = 250, HOSTILE_BYTES = 3000, N_VARIANTS = 5 };

static bsh_options variant(size_t index)
{
    bsh_options options;
    bsh_options_init(&options);
    switch (index) {
    case 1:
        options.quotes = BSH_QUOTES_EXCLUDE;
        options.newlines = BSH_NEWLINES_BREAK;
        break;
    case 2:
        options.quotes = BSH_QUOTES_ONLY;
        options.syllables = BSH_SYLLABLES_SPOKEN;
        break;
    case 3:
        options.include_kinds = BSH_BLOCK_ALL;
        options.newlines = BSH_NEWLINES_SPACE;
        break;
    case 4:
        options.is_extracted = true;
        options.window = 7;
        options.language = "de";
        break;
    default:
        break;
    }
    return options;
}

static sample_list samples;

static int load(void **state)
{
    (void) state;
    bool const is_loaded = samples_add_demo(&samples, test_source_folder()) &&
                           samples_add_hostile(&samples, N_HOSTILE, HOSTILE_BYTES, 20240229);
    return is_loaded ? 0 : -1;
}

static int unload(void **state)
{
    (void) state;
    samples_free(&samples);
    return 0;
}

/* Hostile texts may be refused as binary or UTF-32; nothing else may go wrong. */
static const bsh_document *analyze(bsh_analyzer *analyzer, const sample *text)
{
    const bsh_document *document = NULL;
    bsh_error           err = {0};
    bsh_status const    status =
        bsh_analyze(analyzer, text->bytes, text->n_bytes, &document, &err);
    if (status != BSH_OK && status != BSH_E_FORMAT && status != BSH_E_ENCODING) {
        fail_msg("%s: %s", text->name, err.message);
    }
    assert_true((status == BSH_OK) == (document != NULL));
    return document;
}

static void check_variant(size_t index)
{
    bsh_options const options = variant(index);
    bsh_analyzer     *analyzer = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    size_t n_analyzed = 0;
    for (size_t i = 0; i < samples.n; ++i) {
        const bsh_document *const document = analyze(analyzer, &samples.items[i]);
        if (document == NULL) {
            continue;
        }
        ++n_analyzed;
        const char *const broken =
            invariants_broken(document, &options, samples.items[i].n_bytes);
        if (broken != NULL) {
            fail_msg("options %zu, %s: %s", index, samples.items[i].name, broken);
        }
    }
    bsh_analyzer_destroy(analyzer);
    assert_true(n_analyzed > samples.n / 2);
}

static void invariants_hold_for_every_text(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_VARIANTS; ++i) {
        check_variant(i);
    }
}

static void a_used_analyzer_gives_what_a_fresh_one_gives(void **state)
{
    (void) state;
    bsh_analyzer *used = NULL;
    assert_int_equal(bsh_analyzer_create(&used, NULL, NULL), BSH_OK);
    for (size_t i = 0; i < samples.n; i += i < 20 ? 1 : 10) {
        bsh_analyzer *fresh = NULL;
        assert_int_equal(bsh_analyzer_create(&fresh, NULL, NULL), BSH_OK);
        const bsh_document *const a = analyze(used, &samples.items[i]);
        const bsh_document *const b = analyze(fresh, &samples.items[i]);
        assert_true((a == NULL) == (b == NULL));
        const char *const difference = a == NULL ? NULL : documents_difference(a, b);
        if (difference != NULL) {
            fail_msg("%s: %s", samples.items[i].name, difference);
        }
        bsh_analyzer_destroy(fresh);
    }
    bsh_analyzer_destroy(used);
}

static void the_demo_corpus_is_seen(void **state)
{
    (void) state;
    bsh_analyzer *analyzer = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, NULL, NULL), BSH_OK);
    const bsh_document *const document = analyze(analyzer, &samples.items[0]);
    assert_true(bsh_document_counts(document)->words > 100);
    assert_true(bsh_document_counts(document)->sentences > 5);
    assert_true(bsh_document_counts(document)->quotes > 0);
    bsh_analyzer_destroy(analyzer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_demo_corpus_is_seen),
        cmocka_unit_test(invariants_hold_for_every_text),
        cmocka_unit_test(a_used_analyzer_gives_what_a_fresh_one_gives),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
