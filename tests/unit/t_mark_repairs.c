/* Quotes whose marks do not pair: where each is taken to begin and to end. */
#include "tests/unit/quoted_text.h"

enum { REPAIRED = BSH_QUOTE_FLAG_CLOSE_REPAIRED, GUESSED = BSH_QUOTE_FLAG_CLOSE_GUESSED };

typedef struct found_piece {
    const char *inner; /* NULL: no further piece */
    unsigned    flags;
} found_piece;

typedef struct repair {
    const char *text; /* a block a line */
    found_piece pieces[4];
} repair;

static void check_repairs(const repair *repairs, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        quoted_text t;
        quoted_text_read(&t, repairs[i].text);
        for (size_t k = 0; k < 4; ++k) {
            const found_piece      want = repairs[i].pieces[k];
            const bsh_quote *const got = quoted_text_at(&t, k);
            bool const             is_same =
                got == NULL || want.inner == NULL
                                ? got == NULL && want.inner == NULL
                                : quoted_text_is(&t, got->inner, want.inner) && got->flags == want.flags;
            if (!is_same) {
                fail_msg("piece %zu of: %s", k + 1, repairs[i].text);
            }
        }
        quoted_text_end(&t);
    }
}

#define CHECK(repairs) check_repairs(repairs, sizeof(repairs) / sizeof(repairs)[0])

/* ---- a single mark where a double one should close */

static void a_single_mark_behind_a_stop_closes_wherever_the_sentence_goes(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"“We came to build, not to blame,’ Mr. Arden said.",
         {{"We came to build, not to blame,", REPAIRED}}},
        {"The ferry is “late on every other day,’ in the words of one clerk.",
         {{"late on every other day,", REPAIRED}}},
        {"A sign read “Keep off the grass at all times.’ The grass was gone.",
         {{"Keep off the grass at all times.", REPAIRED}}},
        {"The crowd sang “Who pays for the pier?' until noon.",
         {{"Who pays for the pier?", REPAIRED}}},
        {"“Not in our town,’Ms. Hale said.", {{"Not in our town,", REPAIRED}}},
    };
    CHECK(repairs);
}

static void it_closes_though_another_quote_follows(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"“Not in our town,’ the mayor of Alton said. “We pay enough.”",
         {{"Not in our town,", REPAIRED}, {"We pay enough.", 0}}},
        {"“Not in our town,’ the mayor said. “We said “no” to it,” he said.",
         {{"Not in our town,", REPAIRED}, {"We said “no” to it,", BSH_QUOTE_FLAG_NESTED_SAME}}},
        {"“Not in our town,’ the mayor said. “We pay.” He left. He came back.”",
         {{"Not in our town,", REPAIRED},
          {"We pay.", 0},
          {"He came back.", BSH_QUOTE_FLAG_OPEN_GUESSED}}},
        {"“Not in our town,’ the mayor said. We pay enough.”",
         {{"Not in our town,", REPAIRED}, {"We pay enough.", BSH_QUOTE_FLAG_OPEN_GUESSED}}},
        {"“Not in our town, they say,’ the mayor said.\n“We pay enough.”",
         {{"Not in our town, they say,", REPAIRED}, {"We pay enough.", 0}}},
    };
    CHECK(repairs);
}

static void a_nested_quote_keeps_its_closer(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"“They told us ‘go home,’ and so we went.\nThe hall was full.",
         {{"They told us ‘go home,’ and so we went.", BSH_QUOTE_FLAG_UNCLOSED}}},
        {"“They told us 'go home,' and so we went.\nThe hall was full.",
         {{"They told us 'go home,' and so we went.", BSH_QUOTE_FLAG_UNCLOSED}}},
        {"“They told us ’go home,’ and so we went.\nThe hall was full.",
         {{"They told us ’go home,’ and so we went.", BSH_QUOTE_FLAG_UNCLOSED}}},
        {"“They told us ‘go home,’ and we went,’ Ms. Hale said.",
         {{"They told us ‘go home,’ and we went,", REPAIRED}}},
        {"“It was the drivers’ pay and nothing else.\nThe hall was full.",
         {{"It was the drivers’ pay and nothing else.", BSH_QUOTE_FLAG_UNCLOSED}}},
        {"“They told us no,’ I wrote, and we went,” Ms. Hale said.",
         {{"They told us no,", REPAIRED},
          {"I wrote, and we went,", BSH_QUOTE_FLAG_OPEN_GUESSED}}},
        {"“I came late.’ She said no more, and we went,” Ms. Hale said.",
         {{"I came late.’ She said no more, and we went,", 0}}},
    };
    CHECK(repairs);
}

static void an_apostrophe_that_looks_like_an_opener_hides_no_closer(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"“’Nuff of that road was paved,’ Mr. Arden said.",
         {{"’Nuff of that road was paved,", REPAIRED}}},
    };
    CHECK(repairs);
}

/* ---- marks */

static void a_stop_is_no_figure_before_an_inch(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"He said “with one word: 'Never.'.” The hall was full.",
         {{"with one word: 'Never.'.", 0}}},
    };
    CHECK(repairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_single_mark_behind_a_stop_closes_wherever_the_sentence_goes),
        cmocka_unit_test(it_closes_though_another_quote_follows),
        cmocka_unit_test(a_nested_quote_keeps_its_closer),
        cmocka_unit_test(an_apostrophe_that_looks_like_an_opener_hides_no_closer),
        cmocka_unit_test(a_stop_is_no_figure_before_an_inch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
