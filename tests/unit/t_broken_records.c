#include "tests/t.h"

#include "tests/unit/heard.h"

#include <pthread.h>

/* ---- what is wrong with them */

static void broken_records_are_named_by_line_and_skipped(void **state)
{
    (void) state;
    add_records("{\"text\":\"A.\"}\n"
                "\n"
                "{\"text\":\"cut off\n"
                "[\"no object\"]\n"
                "{\"text\":\"NaN\",\"n\":NaN}\n"
                "{\"text\":\"lone \\uD83D surrogate\"}\n"
                "{\"text\":\"a\ttab\"}\n"
                "{\"text\":\"a\x01 control\"}\n"
                "{\"text\":\"A.\"} {\"text\":\"B.\"}\n"
                "{\"text\":\"A.\",\"n\":1e999}\n"
                "{\"te\\u0000xt\":\"A.\"}\n"
                "{\"headline\":\"A\",\"length\":3}\n"
                "{\"html\":\"<p>A.\"}\n"
                "{\"text\":\"B.\"}\n");
    assert_heard("d0001 a a.jsonl#1 1\n"
                 "a.jsonl:3: broken record: ends too early, at column 16\n"
                 "a.jsonl:4: broken record: no object\n"
                 "a.jsonl:5: broken record: not JSON, at column 21\n"
                 "a.jsonl:6: broken record: not JSON, at column 31\n"
                 "a.jsonl:7: broken record: not JSON, at column 10\n"
                 "a.jsonl:8: broken record: control character 0x01 at byte 11\n"
                 "a.jsonl:9: broken record: something behind its end, at column 15\n"
                 "a.jsonl:10: broken record: a number too large, at column 22\n"
                 "a.jsonl:11: broken record: a NUL in the name of a field, at column 13\n"
                 "a.jsonl:12: no text field among its fields (headline, length); see "
                 "--text-field\n"
                 "a.jsonl:13: its text is HTML, which cannot be read yet; skipped\n"
                 "d0013 a a.jsonl#13 1\n");
}

static char *nested(size_t depth)
{
    char *const text = malloc(2 * depth + 64);
    assert_non_null(text);
    size_t n = (size_t) sprintf(text, "{\"text\":\"[[ \\\" {\",\"n\":");
    memset(text + n, '[', depth - 1);
    memset(text + n + depth - 1, ']', depth - 1);
    n += 2 * (depth - 1);
    memcpy(text + n, "}\n", 3);
    return text;
}

static void nesting_has_a_bound(void **state)
{
    (void) state;
    static const size_t depths[] = {64, 65, 100000};
    for (size_t i = 0; i < 3; ++i) {
        char name[16];
        (void) snprintf(name, sizeof name, "%zu.jsonl", depths[i]);
        char *const text = nested(depths[i]);
        scratch_write(name, text);
        free(text);
        add(name);
    }
    assert_heard("d0001 64 64.jsonl#1 0\n"
                 "65.jsonl:1: broken record: nested over 64 levels deep\n"
                 "100000.jsonl:1: broken record: nested over 64 levels deep\n");
}

static void the_last_of_two_fields_of_one_name_wins(void **state)
{
    (void) state;
    add_records("{\"text\":\"One.\",\"id\":\"a\",\"text\":\"One, two.\",\"id\":\"b\"}\n");
    assert_heard("b a a.jsonl#1 2\n");
}

static void bytes_are_repaired_and_counted(void **state)
{
    (void) state;
    static const char records[] =
        "\xEF\xBB\xBF{\"text\":\"na\\u0000me\",\"id\":\"i\\u0000d\"}\n"
        "{\"text\":\"caf\xE9\"}\r\n"
        "{\"text\":\"ra\0w\"}\n"
        "{\"text\":\"the bell \\u0007\xC2\x85 rings\"}";
    write_bytes("a.jsonl", records, sizeof records - 1);
    add("a.jsonl");
    assert_heard_by((heard){.has_decoding = true},
                    "id a a.jsonl#1 UTF-8 replaced=0 control=1 nul=1 first=0 [name]\n"
                    "d0002 a a.jsonl#2 windows-1252 replaced=0 control=0 nul=0 first=53 "
                    "[caf\xC3\xA9]\n"
                    "d0003 a a.jsonl#3 UTF-8 replaced=0 control=1 nul=1 first=0 [raw]\n"
                    "d0004 a a.jsonl#4 UTF-8 replaced=0 control=1 nul=0 first=0 "
                    "[the bell  \xC2\x85 rings]\n");
}

static void a_few_bad_bytes_among_good_ones_are_replaced(void **state)
{
    (void) state;
    bsh__buffer text;
    bsh__buffer_init(&text, bsh__allocator(NULL));
    bsh__buffer_add_text(&text, "{\"text\":\"x\xFF");
    for (int i = 0; i < 150; ++i) {
        bsh__buffer_add_text(&text, "\xC3\xA9");
    }
    bsh__buffer_add_text(&text, "\"}");
    write_bytes("a.jsonl", text.data, text.n);
    bsh__buffer_free(&text);
    add("a.jsonl");
    heard h = {.has_decoding = true};
    assert_int_equal(run_with(&h, 1), BSH_OK);
    static const char begin[] =
        "d0001 a a.jsonl#1 UTF-8 replaced=1 control=0 nul=0 first=10 [x\xEF\xBF\xBD\xC3\xA9";
    assert_memory_equal(h.lines.data, begin, sizeof begin - 1);
    bsh__buffer_free(&h.lines);
}

static void strict_refuses_bad_bytes(void **state)
{
    (void) state;
    options.encoding = "strict";
    add_records("{\"text\":\"caf\xE9\"}\n{\"text\":\"caf\xC3\xA9\"}\n");
    assert_heard("a.jsonl:1: not UTF-8 (byte 0xE9 at 12)\nd0002 a a.jsonl#2 1\n");
}

/* What is known of the file's encoding does not hold for the text, which is UTF-8 by then. */
static void an_encoding_is_that_of_the_file(void **state)
{
    (void) state;
    options.encoding = "windows-1252";
    add_records("{\"text\":\"caf\xE9 caf\\u00e9\"}\n");
    assert_heard_by((heard){.has_decoding = true},
                    "d0001 a a.jsonl#1 windows-1252 replaced=0 control=0 nul=0 first=0 "
                    "[caf\xC3\xA9 caf\xC3\xA9]\n");
}

static void a_record_over_the_limit_is_skipped(void **state)
{
    (void) state;
    options.max_bytes = 40;
    add_records("{\"text\":\"A.\"}\n{\"text\":\"This is longer than forty bytes, I say.\"}\n");
    assert_heard("d0001 a a.jsonl#1 1\n"
                 "a.jsonl:2: over --max-doc 40 bytes per article, skipped\n");
}

static void a_long_line_is_one_record(void **state)
{
    (void) state;
    enum { N = 10 * 1000 * 1000 };
    char *const text = malloc(N + 64);
    assert_non_null(text);
    size_t n = (size_t) sprintf(text, "{\"text\":\"A.\",\"pad\":\"");
    memset(text + n, 'x', N);
    static const char end[] = "\"}\n{\"text\":\"B.\"}";
    memcpy(text + n + N, end, sizeof end);
    scratch_write("a.jsonl", text);
    free(text);
    add("a.jsonl");
    assert_heard("d0001 a a.jsonl#1 1\nd0002 a a.jsonl#2 1\n");
}

static void a_file_that_became_shorter_is_told(void **state)
{
    (void) state;
    add_records("{\"text\":\"A.\"}\n{\"text\":\"B.\"}\n");
    assert_int_equal(truncate("a.jsonl", 20), 0);
    assert_heard("d0001 a a.jsonl#1 1\n"
                 "a.jsonl:2: the file became shorter while it was read\n");
    assert_int_equal(unlink("a.jsonl"), 0);
    assert_heard("a.jsonl:1: no such file\na.jsonl:2: no such file\n");
}

/* Waits for a reader, as every writer of a pipe does. */
static void *write_pipe(void *name)
{
    FILE *const pipe = fopen(name, "wb");
    if (pipe != NULL) {
        (void) fputs("{\"text\":\"A.\"}\n{\"text\":\"B.\"}\n", pipe);
        (void) fclose(pipe);
    }
    return NULL;
}

static void a_pipe_is_read_when_it_is_added(void **state)
{
    (void) state;
    pthread_t writer;
    char      name[] = "pipe";
    assert_int_equal(mkfifo(name, 0600), 0);
    assert_int_equal(pthread_create(&writer, NULL, write_pipe, name), 0);
    add(name);
    assert_int_equal(pthread_join(writer, NULL), 0);
    assert_heard("d0001 pipe pipe#1 1\nd0002 pipe pipe#2 1\n");
}

static void standard_input_may_be_records(void **state)
{
    (void) state;
    scratch_write("in",
                  "{\"text\":\"A.\",\"outlet\":\"Ledger\"}\n{\"text\":\"B.\"}\n{\"n\":1}");
    assert_non_null(freopen("in", "rb", stdin));
    add("-");
    assert_heard("d0001 Ledger -#1 1\nd0002 stdin -#2 1\n"
                 "standard input:3: no text field among its fields (n); see --text-field\n");
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(broken_records_are_named_by_line_and_skipped),
        IN_SCRATCH(nesting_has_a_bound),
        IN_SCRATCH(the_last_of_two_fields_of_one_name_wins),
        IN_SCRATCH(bytes_are_repaired_and_counted),
        IN_SCRATCH(a_few_bad_bytes_among_good_ones_are_replaced),
        IN_SCRATCH(strict_refuses_bad_bytes),
        IN_SCRATCH(an_encoding_is_that_of_the_file),
        IN_SCRATCH(a_record_over_the_limit_is_skipped),
        IN_SCRATCH(a_long_line_is_one_record),
        IN_SCRATCH(a_file_that_became_shorter_is_told),
        IN_SCRATCH(a_pipe_is_read_when_it_is_added),
        IN_SCRATCH(standard_input_may_be_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
