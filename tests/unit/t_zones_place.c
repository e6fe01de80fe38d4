/* The rules that look at the whole document: paragraphs, region, headline, dateline, pull
 * quotes. */
#include "tests/unit/zones_fixture.h"

/* ---- paragraphs */

#define WRAPPED                                                                                \
    "The council of Laketown closed the harbour bridge on Monday after a\n"                    \
    "storm had torn away two of its cables. Engineers will look at the\n"                      \
    "towers first, and then at the deck, which is older than anybody in\n"                     \
    "the town hall. The ferry runs every ten minutes until the bridge is\n"                    \
    "open, and nobody has to pay for it. Fishermen on the east bank said\n"                    \
    "they had warned the town of the cables in the spring of last year -\n"                    \
    "- and the year before. A report on the damage is due in the week of\n"                    \
    "12. The council will then decide.\n"

static void wrapped_lines_are_joined(void **state)
{
    (void) state;
    given(WRAPPED WRAPPED "\n" WRAPPED);
    assert_int_equal(n_blocks(), 3);
    assert_int_equal(block(0)->first_line, 1);
    assert_int_equal(block(0)->last_line, 8);
    assert_int_equal(block(2)->first_line, 18);
    assert_int_equal(block(2)->last_line, 25);
    assert_int_equal(zones.text[block(0)->span.end - 1], '.');
    assert_string_equal(kind_of("The council"), "body");
}

static void newlines_do_what_the_option_says(void **state)
{
    (void) state;
    zones.options.newlines = BSH_NEWLINES_BREAK;
    given(WRAPPED WRAPPED);
    size_t const n_broken = n_blocks();
    zones.options.newlines = BSH_NEWLINES_SPACE;
    given("One line and\nanother line.\n\nA third line.");
    size_t const n_joined = n_blocks();
    zones.options.newlines = BSH_NEWLINES_AUTO;
    given("One line and\nanother line.\n\nA third line.");
    size_t const n_auto = n_blocks();
    assert_int_equal(n_broken, 16);
    assert_int_equal(n_joined, 2);
    assert_int_equal(n_auto, 3);
}

/* One paragraph a line, all about as long: each ends with a sentence, so nobody wrapped them.
 */
static void lines_that_end_with_sentences_are_paragraphs(void **state)
{
    (void) state;
    given("The council closed the harbour bridge on Monday morning.\n"
          "The ferry runs every ten minutes until it opens again.\n"
          "A storm had torn away two of the four cables at night.\n"
          "The mayor said that nobody was hurt when they came down.\n"
          "Engineers will look at the towers in the coming days.\n"
          "A report on the damage is due at the end of the month.\n"
          "The council will then decide what is done about it all.\n"
          "Fishermen said that they had warned the town for years.\n");
    assert_int_equal(n_blocks(), 8);
}

static void list_items_are_not_joined(void **state)
{
    (void) state;
    given(WRAPPED WRAPPED "* Pay for the cables that the storm of last Sunday night tore off\n"
                          "* Pay for a new coat of paint\n");
    assert_int_equal(n_blocks(), 4);
}

static void every_kind_of_line_end_counts(void **state)
{
    (void) state;
    given("He said no.\r\nShe said yes.\rThey said so.\n\nWe say it.\fI said.\u2028You "
          "did.\xC2\x85"
          "It is.\u2029All is said.");
    assert_int_equal(n_blocks(), 8);
    static const uint32_t lines[] = {1, 2, 3, 5, 5, 5, 5, 5};
    for (size_t i = 0; i < 8; ++i) {
        assert_int_equal(block(i)->first_line, lines[i]);
        assert_int_equal(block(i)->last_line, lines[i]);
    }
    assert_int_equal(zones.text[block(5)->span.begin], 'Y');
}

static void white_space_belongs_to_no_block(void **state)
{
    (void) state;
    given("  \u00A0\u200BHe said no. \t\n \n\t\uFEFF\n");
    assert_int_equal(n_blocks(), 1);
    assert_int_equal(zones.text[block(0)->span.begin], 'H');
    assert_int_equal(zones.text[block(0)->span.end - 1], '.');
    given("");
    assert_int_equal(n_blocks(), 0);
}

/* ---- region */

static void a_clean_article_keeps_everything(void **state)
{
    (void) state;
    given(ZONES_TOP "“Never,” she said." ZONES_TAIL);
    assert_int_equal(n_blocks(), 8);
    assert_string_equal(bsh_block_kind_name(block(0)->kind), "headline");
    for (size_t i = 1; i < 8; ++i) {
        assert_string_equal(bsh_block_kind_name(block(i)->kind), "body");
    }
}

static void menus_and_link_lists_are_outside(void **state)
{
    (void) state;
    given("Politics\nSport\nCulture\nHarbour\nOpinion\nPeople\n\n" ZONES_TOP ZONES_TAIL
          "\nCopyright 2024 The Gazette\nStorm Songs of the Coast\nA Walk to the Old Quay\n"
          "Ten Soups for Wet Days\nThe Ferry in Pictures\nWho Built the Towers\nOur Town\n");
    assert_string_equal(kind_of("Sport"), "outside");
    assert_string_equal(kind_of("Ten Soups"), "outside");
    assert_string_equal(rule_of("Ten Soups"), "outside-region");
    assert_string_equal(kind_of("A report on the damage"), "body");
}

static void what_readers_write_is_comment(void **state)
{
    (void) state;
    given(ZONES_TOP ZONES_TAIL ZONES_TAIL
          "\n12 Comments\n\nTom L.\n\nThe town should have painted the bridge when it had the "
          "money for it, and everybody knows that.\n\nLeave a Reply\n");
    assert_string_equal(kind_of("12 Comments"), "boilerplate");
    assert_string_equal(rule_of("12 Comments"), "comment-head");
    assert_string_equal(kind_of("The town should have"), "comment");
    assert_string_equal(rule_of("The town should have"), "below-comment-head");
    assert_string_equal(kind_of("A report on"), "body");
}

static void a_headline_in_a_comment_head_does_not_hide_it(void **state)
{
    (void) state;
    given(ZONES_TOP ZONES_TAIL ZONES_TAIL
          "\n2 responses to “Storm Closes the Harbour Bridge for a Week”\n\nTom L.\n\n"
          "The town should have painted the bridge when it had the money for it.\n");
    assert_string_equal(kind_of("The town should have"), "comment");
}

static void who_says_it_and_when_opens_a_comment(void **state)
{
    (void) state;
    given(ZONES_TOP ZONES_TAIL ZONES_TAIL
          "\nKestrel says:\n\nMay 3, 2023 at 9:14 am\n\n"
          "The town should have painted the bridge when it had the money for it.\n");
    assert_string_equal(kind_of("The town should have"), "comment");
    given(ZONES_TOP ZONES_TAIL ZONES_TAIL
          "\nThe mayor says:\n\n“The town should have painted it when it had the money.”\n");
    assert_string_equal(kind_of("The mayor says"), "body");
}

/* A row of buttons between two paragraphs of the article. */
static void a_comment_button_amid_the_article_ends_nothing(void **state)
{
    (void) state;
    given(ZONES_TOP ZONES_TAIL "\nShare\n\nComment\n\nSave\n" ZONES_TAIL);
    assert_string_equal(kind_of("Comment"), "boilerplate");
    assert_string_equal(kind_of("Fishermen on"), "body");
    for (size_t i = 0; i < n_blocks(); ++i) {
        assert_int_not_equal(block(i)->kind, BSH_BLOCK_COMMENT);
    }
}

static void a_headline_of_another_article_is_no_body(void **state)
{
    (void) state;
    given(ZONES_TOP "Why the Old Ferry of Laketown Ran Aground After Thirty Quiet Years\n\n"
                    "Photo: Ana Roe" ZONES_TAIL);
    assert_string_not_equal(kind_of("Why the Old Ferry"), "body");
}

static void buttons_do_not_cut_off_the_last_paragraph(void **state)
{
    (void) state;
    given(ZONES_TOP ZONES_TAIL
          "\nRead next: Ferry fares to rise in June\n\nRelated stories\n\nClose\n\n"
          "The mayor's office did not answer a letter about it on Monday.\n\n"
          "Most read\n\nWhy the ferry ran late\n\nTen things about the storm\n");
    assert_string_equal(kind_of("The mayor's office"), "body");
    assert_string_not_equal(kind_of("Ten things"), "body");
}

static void a_line_that_leads_on_is_no_text_of_a_picture(void **state)
{
    (void) state;
    given(ZONES_TOP
          "Here is what the letter says:\nThe bridge at dawn. (Ana Roe/AFP)" ZONES_TAIL);
    assert_string_equal(kind_of("Here is what"), "body");
    given(ZONES_TOP "the harbour bridge\nThe bridge at dawn. (Ana Roe/AFP)" ZONES_TAIL);
    assert_string_equal(kind_of("the harbour bridge"), "caption");
}

static void a_count_of_comments_above_the_article_ends_nothing(void **state)
{
    (void) state;
    given(ZONES_TOP "12 Comments" ZONES_TAIL ZONES_TAIL);
    assert_string_equal(kind_of("A report on"), "body");
    given("12 Comments\n\n" ZONES_TOP ZONES_TAIL);
    assert_string_equal(kind_of("The council of Laketown"), "body");
    assert_string_equal(kind_of("A report on"), "body");
}

static void an_extracted_text_is_inside(void **state)
{
    (void) state;
    static const char text[] =
        "Source link\n\nRain\n\nHe said no.\n\nRain again\n\nSnow\n\nIce\n\n"
        "Wind and more wind\n\nSource link\n";
    given(text);
    assert_string_equal(kind_of("Wind"), "outside");
    zones.options.is_extracted = true;
    given(text);
    zones.options.is_extracted = false;
    assert_string_equal(kind_of("He said no."), "body");
    assert_string_equal(kind_of("Wind"), "list");
    assert_string_equal(kind_of("Source link"), "boilerplate");
}

static void a_line_alone_is_body(void **state)
{
    (void) state;
    given("The ferry runs again\n");
    assert_string_equal(kind_of("The ferry"), "body");
    given("Source link\n");
    assert_string_equal(kind_of("Source link"), "boilerplate");
}

/* ---- neighbours */

static void short_lines_take_their_class_from_what_follows(void **state)
{
    (void) state;
    given_inside("harbour bridge\nThe harbour bridge on Monday, May 2. (Ana Roe/AFP)");
    assert_string_equal(kind_of("harbour bridge"), "caption");
    assert_string_equal(rule_of("harbour bridge"), "short-above-caption");
    given_inside("harbour bridge\n\nThe harbour bridge on Monday, May 2. (Ana Roe/AFP)");
    assert_string_equal(kind_of("harbour bridge"), "subheading");
    given_inside("Partnerships Are Essential");
    assert_string_equal(kind_of("Partnerships"), "subheading");
    given_inside("One Bridge\n\nTwo Ferries\n\nFour Cables");
    assert_string_equal(kind_of("Two Ferries"), "list");
    assert_string_equal(rule_of("Two Ferries"), "short-run");
    given_inside("• Two cables");
    assert_string_equal(kind_of("• Two cables"), "list");
    given_inside("Two cables gone, four towers bent, one deck torn");
    assert_string_equal(kind_of("Two cables gone"), "subheading");
    given_inside("Two cables gone, four towers bent, one deck torn\n\n"
                 "Four Cables\n\nThe harbour bridge on Monday, May 2. (Ana Roe/AFP)");
    assert_string_equal(kind_of("Two cables gone"), "body");
}

/* ---- above the text */

static void headline_kicker_and_dek_stand_above_the_text(void **state)
{
    (void) state;
    given("Harbour News\n\nStorm Closes the Harbour Bridge for a Week\n\n"
          "The ferry runs for nothing until the cables are new.\n\nBy Ana Roe\n\nMay 2, "
          "2024\n" ZONES_TAIL ZONES_TAIL);
    assert_string_equal(kind_of("Harbour News"), "kicker");
    assert_string_equal(kind_of("Storm Closes"), "headline");
    assert_string_equal(kind_of("The ferry runs for"), "dek");
    assert_string_equal(kind_of("By Ana Roe"), "byline");
    assert_string_equal(kind_of("May 2"), "timestamp");
    assert_string_equal(kind_of("The ferry runs every"), "body");
}

static void a_question_in_headline_capitals_is_a_headline(void **state)
{
    (void) state;
    given("Can the Old Harbour Bridge Be Saved?\n" ZONES_TAIL);
    assert_string_equal(kind_of("Can the Old"), "headline");
    given("Can anybody save the old harbour bridge?\n" ZONES_TAIL);
    assert_string_equal(kind_of("Can anybody"), "body");
}

static void a_headline_of_small_words_is_no_body(void **state)
{
    (void) state;
    given("Town says that it will not pay for the ferry as it waits for the storm to "
          "end\n" ZONES_TAIL);
    assert_string_equal(kind_of("Town says"), "headline");
}

static void a_known_title_beats_the_rule(void **state)
{
    (void) state;
    static const char text[] =
        "The storm had no name.\n\nStorm Closes the Harbour Bridge\n" ZONES_TAIL;
    given_with_title(text, "The Storm Had No Name");
    assert_string_equal(kind_of("The storm"), "headline");
    assert_string_equal(rule_of("The storm"), "headline-title");
    given(text);
    assert_string_equal(kind_of("Storm Closes"), "headline");
    assert_string_equal(rule_of("Storm Closes"), "headline-above-body");
}

/* ---- datelines */

static void check_dateline(const char *opening, const char *rest)
{
    static char line[512];
    (void) snprintf(line, sizeof line, "%s%s", opening, rest);
    given(line);
    assert_int_equal(n_blocks(), 2);
    assert_string_equal(bsh_block_kind_name(block(0)->kind), "dateline");
    assert_string_equal(bsh_block_kind_name(block(1)->kind), "body");
    assert_int_equal(block(0)->span.end, strlen(opening));
    assert_int_equal(block(1)->first_line, block(0)->first_line);
    while (*rest == ' ') {
        ++rest;
    }
    assert_int_equal(block(1)->span.begin, strlen(line) - strlen(rest));
}

static void datelines_are_cut_off(void **state)
{
    (void) state;
    static const char rest[] =
        " The council closed the bridge on Monday after the storm had passed.";
    check_dateline("LAKETOWN, Ohio (AP) —", rest);
    check_dateline("LAKETOWN —", rest);
    check_dateline("LAKETOWN, Ohio, May 2 –", rest);
    check_dateline("PORT OF ST. ANNE (Reuters) -", rest);
    check_dateline("LAKETOWN --", rest);
    check_dateline("LAKETOWN—", rest + 1);
    check_dateline("Laketown (AFP) –", rest);
    check_dateline("(Reuters) -", rest);
}

static void openings_that_are_no_datelines_stay(void **state)
{
    (void) state;
    static const char *const lines[] = {
        "NOAA — which keeps the buoys — said that the storm was the worst in ten years.",
        "The bridge (it is 90 years old) — or what is left of it — is closed for a week.",
        "Laketown — The council closed the bridge on Monday after the storm had passed.",
        "LAKETOWN-based engineers looked at the bridge on Monday after the storm.",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; ++i) {
        given(lines[i]);
        assert_int_equal(n_blocks(), 1);
        assert_string_equal(bsh_block_kind_name(block(0)->kind), "body");
    }
}

static void a_place_alone_opens_only_the_first_paragraphs(void **state)
{
    (void) state;
    given(ZONES_TOP
          "PALMER — The painter of the bridge — has not been seen since the storm." ZONES_TAIL);
    assert_string_equal(kind_of("PALMER"), "body");
}

/* ---- pull quotes */

static void what_stands_twice_is_a_pull_quote(void **state)
{
    (void) state;
    given_inside(
        "The ferry runs every ten minutes until the bridge is open, and nobody has to pay "
        "for it.");
    size_t n = 0;
    for (size_t i = 0; i < n_blocks(); ++i) {
        n += block(i)->kind == BSH_BLOCK_PULLQUOTE;
    }
    assert_int_equal(n, 1);
    assert_string_equal(kind_of("The ferry runs"), "body"); // the first of the two
    given_inside("“They had warned the town of the cables in the spring.”");
    assert_string_equal(kind_of("“They had warned"), "pullquote");
    assert_string_equal(rule_of("“They had warned"), "part-of-another");
}

static void what_only_looks_alike_is_none(void **state)
{
    (void) state;
    static const char *const lines[] = {
        "“They had warned the town of the cables in the winter.”",
        "“They had warned the town of the cables in the spring,” she said.",
        "“They had warned the town of cables.”",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; ++i) {
        given_inside(lines[i]);
        assert_string_equal(kind_of(lines[i]), "body");
    }
    given_inside("He said no.\n\nHe said no.");
    assert_string_equal(bsh_block_kind_name(block(5)->kind), "body");
}

/* ---- properties */

static void cleaning_twice_is_cleaning_once(void **state)
{
    (void) state;
    static char text[8192];
    given("Harbour News\n\nStorm Closes the Bridge for a Week\n\nBy Ana Roe\n\n"
          "LAKETOWN, Ohio (AP) — The bridge is closed, and nobody knows for how long.\n\n"
          "What Comes Next\n\n" ZONES_TOP "“Never,” she said." ZONES_TAIL
          "\nAdvertisement\n\n(Ana Roe/AFP)\n\nLeave a Reply\n\nFix it, and do it soon, "
          "please.\n");
    size_t n_bytes = 0;
    size_t n_body = 0;
    for (size_t i = 0; i < n_blocks(); ++i) {
        bsh_span const span = block(i)->span;
        if (block(i)->kind == BSH_BLOCK_BODY) {
            (void) memcpy(text + n_bytes, zones.text + span.begin, span.end - span.begin);
            n_bytes += span.end - span.begin;
            (void) memcpy(text + n_bytes, "\n\n", 3);
            n_bytes += 2;
            ++n_body;
        }
    }
    assert_int_equal(n_body, 8);
    given(text);
    assert_int_equal(n_blocks(), n_body);
    for (size_t i = 0; i < n_blocks(); ++i) {
        assert_int_equal(block(i)->kind, BSH_BLOCK_BODY);
    }
}

/* One megabyte of a pattern. */
static void given_much(const char *pattern)
{
    size_t const n = 1U << 20;
    size_t const n_pattern = strlen(pattern);
    char *const  text = malloc(n + 1);
    assert_non_null(text);
    for (size_t i = 0; i < n; ++i) {
        text[i] = pattern[i % n_pattern];
    }
    text[n - n % n_pattern] = '\0';
    given(text);
    for (size_t i = 0; i < n_blocks(); ++i) {
        assert_true(block(i)->span.begin < block(i)->span.end && block(i)->span.end <= n);
    }
    free(text);
    zones.text = "";
}

static void hostile_texts_end(void **state)
{
    (void) state;
    static const char *const patterns[] = {
        "a",
        "\n",
        "a\n",
        " ",
        "(",
        "\"",
        "a ",
        "a b\n",
        "- ",
        "1. a\n",
        "橋",
        "\u2028",
        "He said no.\n",
        "12 comments\n",
        "A-",
        "© ",
        "a a a a a a a a a a.\n",
        "via AP/",
        "...",
    };
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; ++i) {
        given_much(patterns[i]);
    }
}

/* Paragraphs of "a a a ..." of all lengths: each is part of every longer one. */
static void nested_repetitions_end(void **state)
{
    (void) state;
    size_t const n_most = 600;
    char *const  text = malloc(n_most * n_most * 2);
    assert_non_null(text);
    size_t n = 0;
    for (size_t words = 8; words < n_most; ++words) {
        for (size_t i = 0; i < words; ++i) {
            text[n++] = 'a';
            text[n++] = i + 1 < words ? ' ' : '.';
        }
        text[n++] = '\n';
    }
    text[n] = '\0';
    given(text);
    assert_int_equal(n_blocks(), n_most - 8);
    free(text);
    zones.text = "";
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrapped_lines_are_joined),
        cmocka_unit_test(newlines_do_what_the_option_says),
        cmocka_unit_test(lines_that_end_with_sentences_are_paragraphs),
        cmocka_unit_test(list_items_are_not_joined),
        cmocka_unit_test(every_kind_of_line_end_counts),
        cmocka_unit_test(white_space_belongs_to_no_block),
        cmocka_unit_test(a_clean_article_keeps_everything),
        cmocka_unit_test(menus_and_link_lists_are_outside),
        cmocka_unit_test(what_readers_write_is_comment),
        cmocka_unit_test(a_headline_in_a_comment_head_does_not_hide_it),
        cmocka_unit_test(who_says_it_and_when_opens_a_comment),
        cmocka_unit_test(a_comment_button_amid_the_article_ends_nothing),
        cmocka_unit_test(a_headline_of_another_article_is_no_body),
        cmocka_unit_test(buttons_do_not_cut_off_the_last_paragraph),
        cmocka_unit_test(a_line_that_leads_on_is_no_text_of_a_picture),
        cmocka_unit_test(a_count_of_comments_above_the_article_ends_nothing),
        cmocka_unit_test(an_extracted_text_is_inside),
        cmocka_unit_test(a_line_alone_is_body),
        cmocka_unit_test(short_lines_take_their_class_from_what_follows),
        cmocka_unit_test(headline_kicker_and_dek_stand_above_the_text),
        cmocka_unit_test(a_question_in_headline_capitals_is_a_headline),
        cmocka_unit_test(a_headline_of_small_words_is_no_body),
        cmocka_unit_test(a_known_title_beats_the_rule),
        cmocka_unit_test(datelines_are_cut_off),
        cmocka_unit_test(openings_that_are_no_datelines_stay),
        cmocka_unit_test(a_place_alone_opens_only_the_first_paragraphs),
        cmocka_unit_test(what_stands_twice_is_a_pull_quote),
        cmocka_unit_test(what_only_looks_alike_is_none),
        cmocka_unit_test(cleaning_twice_is_cleaning_once),
        cmocka_unit_test(hostile_texts_end),
        cmocka_unit_test(nested_repetitions_end),
    };
    return cmocka_run_group_tests(tests, zones_setup, zones_teardown);
}
