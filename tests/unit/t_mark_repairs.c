/* Quotes whose marks do not pair: where each is taken to begin and to end. */
#include <stdio.h>

#include "tests/unit/quoted_text.h"

enum { SPEAKER_FLAGS = BSH_QUOTE_FLAG_ANONYMOUS | BSH_QUOTE_FLAG_SPOKES };

enum {
    REPAIRED = BSH_QUOTE_FLAG_CLOSE_REPAIRED,
    GUESSED = BSH_QUOTE_FLAG_CLOSE_GUESSED,
    OPENED = BSH_QUOTE_FLAG_OPEN_GUESSED
};

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
            bool const             is_same = got == NULL || want.inner == NULL
                                                 ? got == NULL && want.inner == NULL
                                                 : quoted_text_is(&t, got->inner, want.inner) &&
                                           (got->flags & ~SPEAKER_FLAGS) == want.flags;
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
         {{"Not in our town,", REPAIRED}, {"We pay.", 0}, {"He came back.", OPENED}}},
        {"“Not in our town,’ the mayor said. We pay enough.”",
         {{"Not in our town,", REPAIRED}, {"We pay enough.", OPENED}}},
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

/* ---- a quote without opener */

static void a_quote_without_opener_begins_where_its_words_turn_to_speech(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"The vote is on Friday,” Mr. Arden said.", {{"The vote is on Friday,", OPENED}}},
        {"The hall was full. Ms. Ruiz told her guests to sit. We have no money. What do you "
         "want us to do?” Others left.",
         {{"We have no money. What do you want us to do?", OPENED}}},
        {"“We waited,” he said. We had no choice. It rained. Nobody came to help us.”",
         {{"We waited,", 0}, {"We had no choice. It rained. Nobody came to help us.", OPENED}}},
        {"The road is bad. It was never any good. We don’t use it, and I’m not going to,” he "
         "said.",
         {{"The road is bad. It was never any good. We don’t use it, and I’m not going to,",
           OPENED}}},
        {"“We waited,” he said. The hall was cold. Nobody came to help us.”",
         {{"We waited,", 0}, {"The hall was cold. Nobody came to help us.", OPENED}}},
        {"The council met on Monday. The mayor had asked for it. I’m not going to pay,” he "
         "said.",
         {{"I’m not going to pay,", OPENED}}},
    };
    CHECK(repairs);
}

static void it_begins_behind_what_leads_to_it(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"Ms. Hale said, Nobody warned the school.”", {{"Nobody warned the school.", OPENED}}},
        {"We wrote, Nobody warned the school.”", {{"Nobody warned the school.", OPENED}}},
        {"The clerk told a reporter: Nobody warned the school.”",
         {{"Nobody warned the school.", OPENED}}},
        {"The council said in its letter that we do not pay for what we don’t have.”",
         {{"we do not pay for what we don’t have.", OPENED}}},
        {"Ms. Hale added, [We] knew it all, and you did not.”",
         {{"[We] knew it all, and you did not.", OPENED}}},
        {"He went home. “Late,” Ms. Hale said. He added: That is my only complaint.”",
         {{"Late,", 0}, {"That is my only complaint.", OPENED}}},
    };
    CHECK(repairs);
}

static void few_words_inside_a_sentence_are_no_quote_to_guess(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"The clerk told him that we knew.” Police kept the note.",
         {{"The clerk told him that we knew.", OPENED}}},
    };
    CHECK(repairs);
}

static void a_nested_quote_is_no_opener_of_what_it_stands_in(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"’The vote is on Friday,” Mr. Arden said.",
         {{"The vote is on Friday,", BSH_QUOTE_FLAG_OPEN_REPAIRED}}},
        {"I think they called it ‘a mess’ when we lost it,” Mr. Arden said.",
         {{"I think they called it ‘a mess’ when we lost it,", OPENED}}},
        {"I think they called it 'a mess' when we lost it,” Mr. Arden said.",
         {{"I think they called it 'a mess' when we lost it,", OPENED}}},
    };
    CHECK(repairs);
}

static void a_closer_that_is_left_over_closes_nothing(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"“We are ready,” ” Mr. Arden said.", {{"We are ready,", 0}}},
        {"“We are ready,” Ms. Hale said.”", {{"We are ready,", 0}}},
        {"“We knew it all\nAna Lund, Alton Farm Board.”",
         {{"We knew it all", BSH_QUOTE_FLAG_UNCLOSED}}},
        {"“We knew it all\nand nobody asked.”",
         {{"We knew it all", BSH_QUOTE_FLAG_UNCLOSED}, {"and nobody asked.", OPENED}}},
    };
    CHECK(repairs);
}

static void a_closer_in_an_openers_place_opens(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"” … if he can come, then so can she,” it read.",
         {{" … if he can come, then so can she,", 0}}},
        {"She says,” there are people nobody listens to.” The hall was full.",
         {{" there are people nobody listens to.", 0}}},
        {"” she said. “We paid for it.”", {{"We paid for it.", 0}}},
        {"” she said and left the hall.", {{NULL, 0}}},
    };
    CHECK(repairs);
}

/* ---- a quote without closer */

static void an_abbreviation_ends_no_quote_before_the_next_opener(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"“The U.S. team is not about “Fair Play for All” any more.",
         {{"The U.S. team is not about", GUESSED}, {"Fair Play for All", 0}}},
        {"“The vote is near. The U.S. team will “win” it.",
         {{"The vote is near.", GUESSED}, {"win", 0}}},
        {"“The vote is near, the team is “strong” enough.",
         {{"The vote is near,", GUESSED}, {"strong", 0}}},
    };
    CHECK(repairs);
}

static void a_quote_without_closer_ends_before_who_says_it(void **state)
{
    (void) state;
    static const char *const clauses[] = {
        "Mr. Arden said.",
        "said Mr. Arden.",
        "she told a reporter.",
        "the mayor of Alton said.",
        "residents said.",
        "state treasurer Ana Bell said.",
        "Lund’s senior adviser Ana Bell said.",
        "Ana Bell (Ind.) said.",
        "Ana Bell, who runs the ferry to Alton, said.",
        "Ana Bell, a farmer, later said.",
        "said the mayor.",
        "it said in a letter.",
    };
    static const char *const inside[] = {
        "you famously said.", "I told them.",           "what Ana Bell said.",
        "I’ll say it.",       "answered the one call.", "the vote is over. She said no more.",
    };
    for (size_t i = 0; i < sizeof clauses / sizeof clauses[0]; ++i) {
        char text[160];
        (void) snprintf(text, sizeof text, "“We wait for May, %s The hall was full.",
                        clauses[i]);
        CHECK(((const repair[]){{text, {{"We wait for May,", GUESSED}}}}));
    }
    for (size_t i = 0; i < sizeof inside / sizeof inside[0]; ++i) {
        char text[160];
        (void) snprintf(text, sizeof text, "“We wait for May, %s", inside[i]);
        CHECK(((const repair[]){{text, {{text + 3, BSH_QUOTE_FLAG_UNCLOSED}}}}));
    }
}

static void a_named_speaker_ends_a_quote_that_might_go_on(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"“We wait for May, said Ana Bell of the farm board.\n“We have no choice.”",
         {{"We wait for May,", GUESSED}, {"We have no choice.", 0}}},
        {"“We wait for May, he said to me then.\n“We have no choice.”",
         {{"We wait for May, he said to me then.", BSH_QUOTE_FLAG_CONTINUES},
          {"We have no choice.", 0}}},
    };
    CHECK(repairs);
}

/* ---- marks */

static void every_family_of_marks_is_mended_alike(void **state)
{
    (void) state;
    static const char *const marks[][2] = {{"“", "”"}, {"\"", "\""}, {"„", "“"},  {"»", "«"},
                                           {"«", "»"}, {"「", "」"}, {"``", "''"}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; ++i) {
        const char *const open = marks[i][0];
        const char *const close = marks[i][1];
        char              text[160];
        (void) snprintf(text, sizeof text, "%sWe wait,%s Ana Bell said.", open, close);
        CHECK(((const repair[]){{text, {{"We wait,", 0}}}}));
        (void) snprintf(text, sizeof text, "%sWe wait, Ana Bell said.", open);
        CHECK(((const repair[]){{text, {{"We wait,", GUESSED}}}}));
        (void) snprintf(text, sizeof text, "We wait for it,%s Ana Bell said.", close);
        CHECK(((const repair[]){{text, {{"We wait for it,", OPENED}}}}));
    }
}

static void a_stop_is_no_figure_before_an_inch(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"He said “with one word: 'Never.'.” The hall was full.",
         {{"with one word: 'Never.'.", 0}}},
    };
    CHECK(repairs);
}

static void a_tag_broken_over_lines_holds_no_quote(void **state)
{
    (void) state;
    static const repair repairs[] = {
        {"<post by=\"x\" date=\"May 2\n\">We love the new pier.</post>", {{NULL, 0}}},
        {"Is 3 <four? He said “yes” to it.", {{"yes", 0}}},
        {"<post He said \"yes\" to it.", {{"yes", 0}}},
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
        cmocka_unit_test(a_quote_without_opener_begins_where_its_words_turn_to_speech),
        cmocka_unit_test(it_begins_behind_what_leads_to_it),
        cmocka_unit_test(few_words_inside_a_sentence_are_no_quote_to_guess),
        cmocka_unit_test(a_nested_quote_is_no_opener_of_what_it_stands_in),
        cmocka_unit_test(a_closer_that_is_left_over_closes_nothing),
        cmocka_unit_test(a_closer_in_an_openers_place_opens),
        cmocka_unit_test(an_abbreviation_ends_no_quote_before_the_next_opener),
        cmocka_unit_test(a_quote_without_closer_ends_before_who_says_it),
        cmocka_unit_test(a_named_speaker_ends_a_quote_that_might_go_on),
        cmocka_unit_test(every_family_of_marks_is_mended_alike),
        cmocka_unit_test(a_stop_is_no_figure_before_an_inch),
        cmocka_unit_test(a_tag_broken_over_lines_holds_no_quote),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
