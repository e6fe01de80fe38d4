/* Reading a record around its long texts and reading it whole: the same record, or the same
 * words of what is wrong with it. */
#include "tests/random_numbers.h"
#include "tests/t.h"

#include <jansson.h>
#include <stdio.h>

#include "corpus/record.h"
#include "corpus/skeleton.h"
#include "unicode/utf8_scan.h"

/* ---- two trees */

/* What is read was decoded before, as all records are: then a text that is called clean must
 * hold nothing that decoding takes away. */
static bool is_decoded;

static bool is_clean_if_said(const bsh_record *record, bsh_string text)
{
    return !is_decoded || !bsh__record_is_clean(record, text) ||
           bsh__scan_utf8(text.data, text.n_bytes).n_odd == 0;
}

static bool is_same_value(const bsh_record *record, json_t *whole, json_t *around);

static bool is_same_object(const bsh_record *record, json_t *whole, json_t *around)
{
    void *other = json_object_iter(around);
    for (void *at = json_object_iter(whole); at != NULL;
         at = json_object_iter_next(whole, at)) {
        if (other == NULL ||
            strcmp(json_object_iter_key(at), json_object_iter_key(other)) != 0 ||
            !is_same_value(record, json_object_iter_value(at), json_object_iter_value(other))) {
            return false;
        }
        other = json_object_iter_next(around, other);
    }
    return other == NULL;
}

static bool is_same_list(const bsh_record *record, json_t *whole, json_t *around)
{
    bool is_same = json_array_size(whole) == json_array_size(around);
    for (size_t i = 0; is_same && i < json_array_size(whole); ++i) {
        is_same = is_same_value(record, json_array_get(whole, i), json_array_get(around, i));
    }
    return is_same;
}

/* Records are at most 64 levels deep. */
static bool is_same_value(const bsh_record *record, json_t *whole, json_t *around)
{
    if (json_typeof(whole) != json_typeof(around)) {
        return false;
    }
    if (json_is_object(whole)) {
        return is_same_object(record, whole, around);
    }
    if (json_is_array(whole)) {
        return is_same_list(record, whole, around);
    }
    if (json_is_string(whole)) {
        bsh_string const text = bsh__record_text_of(record, around);
        return text.n_bytes == json_string_length(whole) && text.data[text.n_bytes] == '\0' &&
               is_clean_if_said(record, text) &&
               memcmp(text.data, json_string_value(whole), text.n_bytes) == 0;
    }
    return json_equal(whole, around) == 1;
}

/* Both ways; returns whether there was a skeleton to be read. */
static bool check_both_ways(bsh_string json)
{
    bsh_record  whole;
    bsh_record  around;
    bsh_error   errors[2] = {{.status = BSH_OK}, {.status = BSH_OK}};
    bsh__buffer workspace;
    is_decoded = bsh__scan_utf8(json.data, json.n_bytes).n_odd == 0;
    bsh__buffer_init(&workspace, bsh__allocator(NULL));
    bsh_status const status = bsh__record_parse(&whole, json, &errors[0]);
    bool const has_controls = bsh__control_free_prefix(json.data, json.n_bytes) < json.n_bytes;
    bsh_status const other =
        bsh__record_parse_around(&around, json, has_controls, &workspace, &errors[1]);
    bool const has_skeleton = other == BSH_OK && around.long_texts.n != 0;
    if (status != other || strcmp(errors[0].message, errors[1].message) != 0 ||
        (status == BSH_OK && !is_same_object(&around, whole.root, around.root))) {
        fail_msg("read differently (%s, %s): %.*s", errors[0].message, errors[1].message,
                 (int) json.n_bytes, json.data);
    }
    if (status == BSH_OK) {
        bsh__record_free(&whole);
        bsh__record_free(&around);
    }
    bsh__buffer_free(&workspace);
    return has_skeleton;
}

/* ---- records made of pieces */

/* `piece` so often that a string of it is long. */
static bsh_string repeated(bsh__buffer *out, const char *piece)
{
    bsh__buffer_clear(out);
    while (out->n <= 300) {
        bsh__buffer_add_text(out, piece);
    }
    return (bsh_string){out->data, out->n};
}

/* Whether a record with a text of such pieces is read around it. */
static bool is_read_around(const char *before, const char *piece, const char *behind)
{
    bsh__buffer text;
    bsh__buffer json;
    bsh__buffer_init(&text, bsh__allocator(NULL));
    bsh__buffer_init(&json, bsh__allocator(NULL));
    bsh_string const inside = repeated(&text, piece);
    bsh__buffer_add_text(&json, before);
    bsh__buffer_add(&json, inside.data, inside.n_bytes);
    bsh__buffer_add_text(&json, behind);
    bool const is_around = check_both_ways((bsh_string){json.data, json.n});
    bsh__buffer_free(&text);
    bsh__buffer_free(&json);
    return is_around;
}

static void long_texts_are_read_with_all_their_escapes(void **state)
{
    (void) state;
    static const char *const pieces[] = {
        "The ferry was late. ",
        "\\n",
        "\\\"",
        "\\\\",
        "\\/\\b\\f\\r\\t",
        "\\u00e9 and \\u00C9",
        "\\ud83d\\ude00",
        "\\uD83D\\uDE00 \\u20ac",
        "caf\xC3\xA9 \xF0\x9F\x98\x80",
        "a\\u0000b",
        "\\u0001",
        "\\uffff\\ufeff",
        "[{:,]}",
        "\x7F",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; ++i) {
        assert_true(is_read_around("{\"id\":7,\"text\":\"", pieces[i], "\",\"n\":[1,2.5]}"));
        assert_true(is_read_around("{\"a\":{\"b\":[\"short\",\"", pieces[i], "\"]}}"));
    }
}

/* Whether the long text of such pieces is taken as it is, without being decoded again. */
static bool is_called_clean(const char *piece)
{
    bsh__buffer text;
    bsh__buffer json;
    bsh__buffer workspace;
    bsh_record  record;
    bsh_string  found = {"", 0};
    bsh__buffer_init(&text, bsh__allocator(NULL));
    bsh__buffer_init(&json, bsh__allocator(NULL));
    bsh__buffer_init(&workspace, bsh__allocator(NULL));
    bsh_string const inside = repeated(&text, piece);
    bsh__buffer_add_text(&json, "{\"text\":\"");
    bsh__buffer_add(&json, inside.data, inside.n_bytes);
    bsh__buffer_add_text(&json, "\",\"id\":\"a\"}");
    bsh_string const whole = {json.data, json.n};
    assert_int_equal(bsh__record_parse_around(&record, whole, false, &workspace, NULL), BSH_OK);
    assert_true(bsh__record_string(&record, "id", false, &found));
    assert_false(bsh__record_is_clean(&record, found));
    assert_true(bsh__record_string(&record, "text", true, &found));
    bool const is_clean = bsh__record_is_clean(&record, found);
    bsh__record_free(&record);
    bsh__buffer_free(&text);
    bsh__buffer_free(&json);
    bsh__buffer_free(&workspace);
    return is_clean;
}

static void only_escapes_can_make_a_text_unclean(void **state)
{
    (void) state;
    static const char *const clean[] = {"The ferry. ", "\\n\\t\\r\\f\\\"",
                                        "\\u00e9\\ud83d\\ude00", "caf\xC3\xA9", "\\u0085"};
    static const char *const unclean[] = {"\\b",     "\\u0000", "a\\u0001",
                                          "\\u007f", "\\u0080", "b\\ufeff"};
    for (size_t i = 0; i < sizeof clean / sizeof clean[0]; ++i) {
        assert_true(is_called_clean(clean[i]));
    }
    for (size_t i = 0; i < sizeof unclean / sizeof unclean[0]; ++i) {
        assert_false(is_called_clean(unclean[i]));
    }
}

static void what_is_out_of_the_ordinary_is_left_to_the_parser(void **state)
{
    (void) state;
    static const char *const pieces[] = {
        "\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\ud83d \\ude00",
        "\\u12g4", "\\x",     "a\ttab",         "\\ud83d\\n",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; ++i) {
        assert_false(is_read_around("{\"text\":\"", pieces[i], "\"}"));
    }
    assert_false(is_read_around("{\"text\":\"", "No end. ", ""));
    assert_false(is_read_around("{\"text\":\"", "No end. ", "\\\"}"));
    assert_false(is_read_around("{\"text\":\"", "Cut in an escape. ", "\\u12"));
    assert_false(is_read_around("{\"text\":\"", "Cut in an escape. ", "\\u12\"}"));
    assert_false(is_read_around("{\"text\":\"", "Cut in a pair. ", "\\ud83d\\ud\"}"));
    assert_false(is_read_around("{\"", "a name", "\":\"short\"}"));
    assert_false(is_read_around("{\"", "a name", "\" \t\r:\"short\"}"));
    assert_false(is_read_around("{\"text\":\"", "A. ", "\"} {"));
    assert_false(is_read_around("[\"", "no object", "\"]"));
    assert_false(is_read_around("{\"text\":\"", "A. ", "\" \"b\"}"));
    assert_false(is_read_around("{\"", "no value", "\"}"));
}

/* "\u00010,9" might be a text of somebody's own. */
static void a_text_that_looks_like_a_place_is_none(void **state)
{
    (void) state;
    assert_false(is_read_around("{\"a\":\"\\u00010,9\",\"text\":\"", "A. ", "\"}"));
    assert_false(is_read_around("{\"\\u0001\":1,\"text\":\"", "A. ", "\"}"));
    assert_false(is_read_around("{\"a\":\"x\\\\u0001\",\"text\":\"", "A. ", "\"}"));
    assert_true(is_read_around("{\"a\":\"\\u0002\",\"text\":\"", "A. ", "\"}"));
    assert_true(is_read_around("{\"text\":\"x\",\"text\":\"", "The last one wins. ", "\"}"));
    assert_true(is_read_around("{\"text\":\"", "The last one wins. ", "\",\"text\":\"x\"}"));
}

/* ---- many records, damaged at random */

static void add_pieces(bsh__buffer *out, uint64_t *seed, size_t n)
{
    static const char *const pieces[] = {
        "a",
        " The ferry was late.",
        "\\n",
        "\\\"",
        "\\\\",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\u0001",
        "\xC3\xA9",
        "\\u0",
        "{",
        "\\ud83d",
        "0,7",
        "\\t",
    };
    while (n > 0) {
        size_t const which = test_random(seed) % (sizeof pieces / sizeof pieces[0]);
        bool const   is_rare = which == 7 || which == 9 || which == 11;
        const char  *piece = is_rare && test_random(seed) % 64 != 0 ? " so" : pieces[which];
        bsh__buffer_add_text(out, piece);
        --n;
    }
}

static void add_random_record(bsh__buffer *out, uint64_t *seed)
{
    static const char *const shapes[] = {
        "{\"text\":\"@\"}",
        "{\"id\":7,\"text\":\"@\",\"title\":\"@\"}",
        "{\"a\":{\"text\":\"@\",\"b\":[\"@\",1.5,null]}}",
        "{\"@\":\"@\",\"text\" : \"@\" }",
        "{\"text\":\"@\",\"text\":\"@\"}",
        "{\"n\":[[\"@\"],{\"@\":[]}],\"text\":\"@\"}",
        "{\"n\": -70, \"text\": \"@\", \"a\": true, \"b\": null, \"c\":\"@\"}",
        "{\"n\":123456789012345678,\"m\":0,\"text\":\"@\", \"a\":\"@\",\"b\": 1.5e3}",
    };
    bsh__buffer_clear(out);
    for (const char *at = shapes[test_random(seed) % (sizeof shapes / sizeof shapes[0])];
         *at != '\0'; ++at) {
        if (*at == '@') {
            add_pieces(out, seed, test_random(seed) % 3 == 0 ? test_random(seed) % 90 : 3);
        } else {
            bsh__buffer_add_char(out, *at);
        }
    }
}

/* A byte changed, taken out, or the rest cut off. */
static void damage(bsh__buffer *json, uint64_t *seed)
{
    static const char bytes[] = "\"\\:,{}[]u0dn \t\x01";
    size_t const      at = test_random(seed) % json->n;
    switch (test_random(seed) % 8) {
    case 0:
        json->n = at;
        break;
    case 1:
        memmove(json->data + at, json->data + at + 1, json->n - at - 1);
        --json->n;
        break;
    case 2:
    case 3:
        json->data[at] = bytes[test_random(seed) % (sizeof bytes - 1)];
        break;
    default:
        break;
    }
}

/* BSH_TEST_RECORDS=1000000 tests/unit/t_skeleton for a long run by hand. */
static void damaged_records_are_read_alike_both_ways(void **state)
{
    (void) state;
    const char *const asked = getenv("BSH_TEST_RECORDS");
    long const        n = asked != NULL ? strtol(asked, NULL, 10) : 20000;
    long              n_around = 0;
    uint64_t          seed = 1;
    bsh__buffer       json;
    bsh__buffer_init(&json, bsh__allocator(NULL));
    for (long i = 0; i < n; ++i) {
        add_random_record(&json, &seed);
        damage(&json, &seed);
        if (bsh__scan_utf8(json.data, json.n).n_bad == 0) {
            n_around += check_both_ways((bsh_string){json.data, json.n});
        }
    }
    bsh__buffer_free(&json);
    assert_true(n_around > n / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_texts_are_read_with_all_their_escapes),
        cmocka_unit_test(only_escapes_can_make_a_text_unclean),
        cmocka_unit_test(what_is_out_of_the_ordinary_is_left_to_the_parser),
        cmocka_unit_test(a_text_that_looks_like_a_place_is_none),
        cmocka_unit_test(damaged_records_are_read_alike_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
