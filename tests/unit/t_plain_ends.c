/* Sentence ends that are told without the rules: just what the rules say of them. */
#include "tests/random_numbers.h"
#include "tests/t.h"

#include "base/memory.h"
#include "segment/plain_ends.h"
#include "segment/sentence_rules.h"

static const bsh__habits *english(void)
{
    static bsh__habits habits;
    habits = (bsh__habits){.language = bsh__english()};
    return &habits;
}

/* Compares with the rules; returns whether there is anything to be compared. */
static bool check_mark(const char *text, bsh_span block, uint32_t mark)
{
    bsh__plain_end const plain = bsh__plain_end_at(text, block, mark);
    bsh__candidate       candidate;
    uint16_t             rule = 0;
    if (plain.verdict == BSH__VERDICT_PASS) {
        return false;
    }
    bsh__candidate_read_run(&candidate, english(), text, block, mark);
    bsh__candidate_read_words(&candidate);
    bool const is_boundary = bsh__sentence_ends(&candidate, &rule);
    bool const is_same = is_boundary == (plain.verdict == BSH__VERDICT_BOUNDARY) &&
                         candidate.end == plain.end && candidate.next == plain.next &&
                         (!is_boundary || rule == plain.rule);
    if (!is_same) {
        fail_msg("byte %u, the rules say %d by %u, not %d by %u: %.*s",
                 (unsigned) (mark - block.begin), (int) is_boundary, (unsigned) rule,
                 (int) plain.verdict, (unsigned) plain.rule, (int) (block.end - block.begin),
                 text + block.begin);
    }
    return true;
}

static bsh__verdict verdict_at(const char *text, char mark)
{
    const char *const at = strrchr(text, mark);
    uint32_t const    n = (uint32_t) strlen(text);
    (void) check_mark(text, (bsh_span){0, n}, (uint32_t) (at - text));
    return bsh__plain_end_at(text, (bsh_span){0, n}, (uint32_t) (at - text)).verdict;
}

static void words_that_are_no_abbreviations_end_sentences(void **state)
{
    (void) state;
    assert_int_equal(verdict_at("At noon the ferry sailed. The pier", '.'),
                     BSH__VERDICT_BOUNDARY);
    assert_int_equal(verdict_at("Who was it that sailed? The pier", '?'),
                     BSH__VERDICT_BOUNDARY);
    assert_int_equal(verdict_at("He said: \"the ferry sailed.\" The pier", '.'),
                     BSH__VERDICT_BOUNDARY);
    assert_int_equal(verdict_at("At noon the ferry sailed.\n\xE2\x80\x9CThe pier", '.'),
                     BSH__VERDICT_BOUNDARY);
}

static void titles_and_initials_end_none(void **state)
{
    (void) state;
    assert_int_equal(verdict_at("At noon the ferry of Mr. Osei", '.'), BSH__VERDICT_NONE);
    assert_int_equal(verdict_at("It was the ferry of Sen. Lind", '.'), BSH__VERDICT_NONE);
    assert_int_equal(bsh__plain_end_at("in the U.S. fleet", (bsh_span){0, 17}, 8).verdict,
                     BSH__VERDICT_NONE);
}

static void other_marks_are_left_to_the_rules(void **state)
{
    (void) state;
    assert_int_equal(verdict_at("At noon the ferry of Harbour Inc. The", '.'),
                     BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("At noon it was on 21st St. It", '.'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("They were told by their HR. Lind", '.'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("At noon went down Yahoo! Mail", '!'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("At noon the ferry sailed. the pier", '.'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("At noon the ferry sailed.The pier", '.'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("At noon the ferry sailed.  The pier", '.'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("Articles and sections: xi. The", '.'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("misunderstandingly. The", '.'), BSH__VERDICT_PASS);
    assert_int_equal(verdict_at("It sank. The", '.'), BSH__VERDICT_PASS);
    assert_int_equal(bsh__plain_end_at("http://A.B. It sank", (bsh_span){0, 19}, 8).verdict,
                     BSH__VERDICT_PASS);
}

/* ---- many texts, made at random */

static void add_random_text(bsh__buffer *out, uint64_t *seed)
{
    static const char *const pieces[] = {
        " ",        " ",      " ",     ". ",
        ". ",       ". ",     ".",     ".",
        "! ",       "? ",     ".\n",   "\"",
        "(",        ")",      ",",     ".\xE2\x80\x9D ",
        "sank",     "it",     "a",     "sun",
        "ill",      "in",     "no",    "\xE2\x80\x9C",
        "xi",       "lt",     "ferry", "The",
        "It",       "Osei",   "Mr",    "Sen",
        "Lt",       "St",     "Sr",    "Ft",
        "HR",       "Hr",     "Inc",   "U",
        "S",        "A",      "Jan",   "Sun",
        "etc",      "Yahoo",  "WHO",   "\xC3\xA9",
        "\xC2\xAD", "-",      "'",     "5",
        "[3]",      "www",    "/",     "Vol",
        "reverend", "Messrs", "Prof",  "misunderstanding",
    };
    bsh__buffer_clear(out);
    bsh__buffer_add_text(out, "At noon the ferry");
    for (uint64_t n = 4 + test_random(seed) % 24; n > 0; --n) {
        bsh__buffer_add_text(out,
                             pieces[test_random(seed) % (sizeof pieces / sizeof pieces[0])]);
    }
}

/* Marks of a block that were told without the rules. */
static long check_block(const char *text, bsh_span block)
{
    long n_plain = 0;
    for (uint32_t at = block.begin; at < block.end; ++at) {
        n_plain += strchr(".!?", text[at]) != NULL && check_mark(text, block, at);
    }
    return n_plain;
}

/* Some of the text, cut between characters: what stands before a block is none of its own. */
static bsh_span random_block(const bsh__buffer *text, uint64_t *seed)
{
    uint32_t begin = (uint32_t) (test_random(seed) % text->n);
    while (begin > 0 && ((unsigned char) text->data[begin] & 0xC0U) == 0x80U) {
        --begin;
    }
    return (bsh_span){begin, (uint32_t) text->n};
}

/* BSH_TEST_TEXTS=1000000 tests/unit/t_plain_ends for a long run by hand. */
static void random_texts_are_judged_as_by_the_rules(void **state)
{
    (void) state;
    const char *const asked = getenv("BSH_TEST_TEXTS");
    long const        n = asked != NULL ? strtol(asked, NULL, 10) : 20000;
    long              n_plain = 0;
    uint64_t          seed = 1;
    bsh__buffer       text;
    bsh__buffer_init(&text, bsh__allocator(NULL));
    for (long i = 0; i < n; ++i) {
        add_random_text(&text, &seed);
        n_plain += check_block(text.data, (bsh_span){0, (uint32_t) text.n});
        (void) check_block(text.data, random_block(&text, &seed));
    }
    bsh__buffer_free(&text);
    assert_true(n_plain > n / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_are_no_abbreviations_end_sentences),
        cmocka_unit_test(titles_and_initials_end_none),
        cmocka_unit_test(other_marks_are_left_to_the_rules),
        cmocka_unit_test(random_texts_are_judged_as_by_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
