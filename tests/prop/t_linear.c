/* Memory grows with the text and no faster, whatever the text is made of; and so does the time
 * of text that is all speech, of which each rule looks far around a word. */
#include "tests/t.h"

#include <broadsheet.h>
#include <time.h>

#include "tests/allocator.h"

enum { SMALL = 64 * 1024, LARGE = 4 * SMALL };

/* Each is repeated to the size of the text. */
static const char *const units[] = {
    "a",
    "A",
    "1",
    ".",
    "-",
    "\"",
    "'",
    "(",
    "\xe2\x80\x9c",
    "\xe2\x80\x9c\xe2\x80\x98",
    "\n",
    "\n\n",
    "a\n",
    "a\n\n",
    " ",
    "a ",
    "A. ",
    "Mr. ",
    "\"a\" ",
    "\"a,\" he said. ",
    "he said \"a\n\n",
    "\xe2\x80\x9c\x61\n\n",
    "\xe2\x80\x9c\x61,\xe2\x80\x99 b ",
    "\xe2\x80\x9d",
    "we,\xe2\x80\x9d he said. ",
    "\xe2\x80\x9c\x61, Bo Li, who, ",
    "says,\xe2\x80\x9d \xe2\x80\x98 ",
    "- a\n",
    "a-",
    "a.b",
    "a@b",
    "http://a/",
    "\xcc\x81",
    "e\xcc\x81",
    "\xe4\xbb\x8a",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d",
    "\xe2\x80\x8b",
    "\xff ",
    "Photo by A\n\n",
    "Read more\n\n",
    "Leave a Reply\n\n",
};

static char buffer[LARGE];

/* Writes as many whole units as there is room for; the number of bytes. */
static size_t fill(const char *unit, size_t n_bytes)
{
    size_t const length = strlen(unit);
    size_t       n = 0;
    while (n + length <= n_bytes) {
        memcpy(buffer + n, unit, length);
        n += length;
    }
    return n;
}

/* Bytes asked for by a new analyzer over n_bytes of a repeated unit. */
static size_t bytes_for(const char *text, size_t n_bytes)
{
    size_t const   n = fill(text, n_bytes);
    test_allocator memory;
    test_allocator_init(&memory, 0);
    bsh_options options;
    bsh_options_init(&options);
    options.allocator = &memory.allocator;
    bsh_analyzer       *analyzer = NULL;
    const bsh_document *document = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    test_allocator_restart(&memory, 0);
    bsh_status const status = bsh_analyze(analyzer, buffer, n, &document, NULL);
    assert_true(status == BSH_OK || status == BSH_E_FORMAT);
    size_t const n_asked = memory.n_bytes;
    bsh_analyzer_destroy(analyzer);
    assert_int_equal(memory.n_live, 0);
    return n_asked;
}

/* Four times the text may ask for a little more than four times the memory: arrays double. */
static void memory_grows_with_the_text(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; ++i) {
        size_t const small = bytes_for(units[i], SMALL);
        size_t const large = bytes_for(units[i], LARGE);
        if (large > 8 * small + LARGE || large > (size_t) 1024 * LARGE) {
            fail_msg("\"%s\": %zu bytes of memory for %d of text, %zu for %d", units[i], small,
                     SMALL, large, LARGE);
        }
    }
}

/* Speech in every form, and what looks like it. */
static const char *const speech[] = {
    "Ana Bell said ",
    "Ana Bell said, ",
    "reply ",
    "x, he claims x, , and and , , and , ",
    "Bell said that the pier was late and ",
    "said ",
    "saying it was late, ",
    "and believed that it was late ",
    "or believes it was ",
    "Bell believes the plan is good, ",
    "he believes that ",
    "hope that ",
    "and thought that “it” was ",
    "he did not say that it was late ",
    "he was told that it was late ",
    "as he said it was late ",
    "he told him to leave and ",
    "he asked whether it was ",
    "according to Bell, ",
    "according to him it was ",
    "it was late, according to Bell, ",
    "The pier is late, Bell said: ",
    "a , , , , , , Bell said; ",
    "Bell said it was late, adding ",
    "Bell, who said, ",
    "Bell (D-Alton) said ",
    ", ",
    "a, ",
    "Ana ",
    "Ana Bell, ",
    "Ana Bell and ",
    "Ana de la Bell ",
    "President of Bell ",
    "Mr. Bell met Ana Bell. ",
    "“Go now.” ",
    "“Go now,” he said. ",
    "“Go now,” said Ana Bell. ",
    "Bell: “Go.” ",
    "he called it “a bad deal” and ",
    "he said “go” that ",
    "“Go now,” he said.\n\n",
    "“Go now.”\n\n",
    "“Go now.\n\n",
    "“a ‘b ",
    "“a ",
    "'a ",
    "drivers' ",
    "6'2\" ",
    "<a ",
};

/* Seconds for n_bytes of a repeated unit: the shortest of some runs. */
static double seconds_for(const char *unit, size_t n_bytes)
{
    enum { N_RUNS = 3 };
    size_t const  n = fill(unit, n_bytes);
    bsh_analyzer *analyzer = NULL;
    double        shortest = 1e9;
    assert_int_equal(bsh_analyzer_create(&analyzer, NULL, NULL), BSH_OK);
    for (int i = 0; i < N_RUNS; ++i) {
        const bsh_document *document = NULL;
        clock_t const       before = clock();
        assert_int_equal(bsh_analyze(analyzer, buffer, n, &document, NULL), BSH_OK);
        double const seconds = (double) (clock() - before) / CLOCKS_PER_SEC;
        shortest = seconds < shortest ? seconds : shortest;
    }
    bsh_analyzer_destroy(analyzer);
    return shortest;
}

/* Four times the text takes about four times the time; a quadratic step would make it sixteen.
 * What is over so soon that the clock cannot tell is linear. */
static void time_grows_with_speech(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof speech / sizeof speech[0]; ++i) {
        double const large = seconds_for(speech[i], LARGE);
        double const small = seconds_for(speech[i], SMALL);
        if (large > 0.05 && large > 9.0 * small) {
            fail_msg("\"%s\": %.4f s for %d bytes, %.4f s for %d", speech[i], small, SMALL,
                     large, LARGE);
        }
    }
}

static void an_article_over_the_limit_is_refused(void **state)
{
    (void) state;
    bsh_options options;
    bsh_options_init(&options);
    options.max_bytes = 1000;
    bsh_analyzer       *analyzer = NULL;
    const bsh_document *document = NULL;
    bsh_error           err = {0};
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    memset(buffer, 'a', 1001);
    assert_int_equal(bsh_analyze(analyzer, buffer, 1001, &document, &err), BSH_E_LIMIT);
    assert_null(document);
    assert_int_equal(bsh_analyze(analyzer, buffer, 1000, &document, &err), BSH_OK);
    bsh_analyzer_destroy(analyzer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_grows_with_the_text),
        cmocka_unit_test(time_grows_with_speech),
        cmocka_unit_test(an_article_over_the_limit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
