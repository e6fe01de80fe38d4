#include "tests/t.h"

#include "segment/segmenter.h"
#include "segment/sentence_rules.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

static bsh__segmenter *segmenter;
static bsh__vec        found; /* bsh_sentence */

static int set_up(void **state)
{
    (void) state;
    bsh_options options;
    bsh_options_init(&options);
    bsh__vec_init(&found, bsh__allocator(NULL), sizeof(bsh_sentence));
    return (int) bsh__segmenter_create(&segmenter, &options, NULL, NULL);
}

static int tear_down(void **state)
{
    (void) state;
    bsh__segmenter_destroy(segmenter);
    bsh__vec_free(&found);
    return 0;
}

static void segment(const char *text, bsh_span span)
{
    assert_int_equal(bsh__segmenter_set(segmenter, text, span, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_sentences(segmenter, &found, NULL), BSH_OK);
}

/* Each line is a block, as the article step has it. */
static void segment_lines(const char *text)
{
    found.n = 0;
    uint32_t begin = 0;
    for (uint32_t end = 0;; ++end) {
        if (text[end] != '\n' && text[end] != '\0') {
            continue;
        }
        if (end > begin) {
            segment(text, (bsh_span){begin, end});
        }
        if (text[end] == '\0') {
            return;
        }
        begin = end + 1;
    }
}

static const bsh_sentence *sentence(size_t i)
{
    assert_true(i < found.n);
    return (const bsh_sentence *) found.items + i;
}

/* The sentences of a text with "|" between them. */
static const char *joined(const char *text)
{
    static char out[4096];
    size_t      n = 0;
    segment_lines(text);
    for (size_t i = 0; i < found.n; ++i) {
        bsh_span const span = sentence(i)->span;
        assert_true(n + (span.end - span.begin) + 2 < sizeof out);
        if (i > 0) {
            out[n++] = '|';
        }
        memcpy(out + n, text + span.begin, span.end - span.begin);
        n += span.end - span.begin;
    }
    out[n] = '\0';
    return out;
}

typedef struct example {
    const char *id, *text, *expected;
} example;

/* The worked examples of the project's rules of segmentation. */
static const example examples[] = {
    {"S01", "Mr. Vega met Dr. Osei on Monday. They spoke for an hour.",
     "Mr. Vega met Dr. Osei on Monday.|They spoke for an hour."},
    {"S02", "Gen. Lena Brandt and Sen. Ruiz disagreed.",
     "Gen. Lena Brandt and Sen. Ruiz disagreed."},
    {"S03", "Anna K. Lindqvist, the mayor, resigned. Her deputy will serve.",
     "Anna K. Lindqvist, the mayor, resigned.|Her deputy will serve."},
    {"S04", "The novel by J. R. Okafor sold well.", "The novel by J. R. Okafor sold well."},
    {"S05", "J.P. Castell wrote the report.", "J.P. Castell wrote the report."},
    {"S06", "They backed plan B. The council did not.",
     "They backed plan B.|The council did not."},
    {"S07", "She and I. He left anyway.", "She and I.|He left anyway."},
    {"S08", "The U.S. Coast Guard sent two cutters.", "The U.S. Coast Guard sent two cutters."},
    {"S09", "Exports fell in the U.S. The euro rose.",
     "Exports fell in the U.S.|The euro rose."},
    {"S10", "He has lived in the U.K. since 2009.", "He has lived in the U.K. since 2009."},
    {"S11", "Officials in Washington, D.C. declined to comment.",
     "Officials in Washington, D.C. declined to comment."},
    {"S12", "Polls opened at 7 a.m. Eastern time. They close at 9 p.m. Voters queued early.",
     "Polls opened at 7 a.m. Eastern time.|They close at 9 p.m.|Voters queued early."},
    {"S13", "Shares of Halden Inc. rose. Shares of Torv Corp. fell.",
     "Shares of Halden Inc. rose.|Shares of Torv Corp. fell."},
    {"S14", "He works for Halden Inc. He used to teach.",
     "He works for Halden Inc.|He used to teach."},
    {"S15", "Sammy Doyle Jr. Park reopened.", "Sammy Doyle Jr. Park reopened."},
    {"S16", "The trial starts on Oct. 14 in Fresno, Calif. A ruling is due in Jan. 2026.",
     "The trial starts on Oct. 14 in Fresno, Calif.|A ruling is due in Jan. 2026."},
    {"S17", "The runner, No. 5 in the world, stumbled.",
     "The runner, No. 5 in the world, stumbled."},
    {"S18", "Did he know? No. He had been abroad.", "Did he know?|No.|He had been abroad."},
    {"S19", "The case, Moreno v. Ohio, was cited on p. 12 and in Fig. 3.",
     "The case, Moreno v. Ohio, was cited on p. 12 and in Fig. 3."},
    {"S20", "They sell tools, e.g. Swedish saws, nails, etc. The shop is new.",
     "They sell tools, e.g. Swedish saws, nails, etc.|The shop is new."},
    {"S21", "St. Brendan's Church is near Mt. Adler.",
     "St. Brendan's Church is near Mt. Adler."},
    {"S22", "The plank is 6 ft. The beam is longer.", "The plank is 6 ft.|The beam is longer."},
    {"S23", "Come in. The door is open.", "Come in.|The door is open."},
    {"S24", "Rosa Pell, Ph.D. and Ian Ho, M.D. signed.",
     "Rosa Pell, Ph.D. and Ian Ho, M.D. signed."},
    {"S25", "Her father (b. March 1950) farmed.", "Her father (b. March 1950) farmed."},
    {"S26", "Growth was 3.5 percent. Prices rose 1.25 points.",
     "Growth was 3.5 percent.|Prices rose 1.25 points."},
    {"S27", "The bill came to $4.20. Nobody paid.", "The bill came to $4.20.|Nobody paid."},
    {"S28", "Read more at www.halden-post.example/news?id=7. Comments are closed.",
     "Read more at www.halden-post.example/news?id=7.|Comments are closed."},
    {"S29", "Write to desk.two@post.example. We reply quickly.",
     "Write to desk.two@post.example.|We reply quickly."},
    {"S30", "Version 2.0.1 failed. The next one works.",
     "Version 2.0.1 failed.|The next one works."},
    {"S31", "It happened in 2019. 2020 was worse.", "It happened in 2019.|2020 was worse."},
    {"S32", "“Are you staying?” he asked.", "“Are you staying?” he asked."},
    {"S33", "“Are you staying?” Mr. Osei asked.", "“Are you staying?” Mr. Osei asked."},
    {"S34", "“Stop!” She ran back.", "“Stop!”|She ran back."},
    {"S35", "“We lost the roof. We lost the barn. We will rebuild,” she said.",
     "“We lost the roof.|We lost the barn.|We will rebuild,” she said."},
    {"S36", "“It is over.” Then the lights came on.", "“It is over.”|Then the lights came on."},
    {"S37", "She called it “a start.” Critics called it less.",
     "She called it “a start.”|Critics called it less."},
    {"S38", "“This vote is needed, not feared,’ Ms. Pell said. The hall cheered.",
     "“This vote is needed, not feared,’ Ms. Pell said.|The hall cheered."},
    {"S39", "The plan (which nobody had read!) passed.",
     "The plan (which nobody had read!) passed."},
    {"S40", "The plan passed. (Nobody had read it.) The mayor signed it.",
     "The plan passed.|(Nobody had read it.)|The mayor signed it."},
    {"S41", "A guard stands at the gate in Oslo on May 3, 2024. (Ida Holm/Nordfoto)",
     "A guard stands at the gate in Oslo on May 3, 2024.|(Ida Holm/Nordfoto)"},
    {"S42", "Yahoo! Mail went down. Users complained.",
     "Yahoo! Mail went down.|Users complained."},
    {"S43", "What?! Nobody told us!! We left.", "What?!|Nobody told us!!|We left."},
    {"S44", "The film “Who Goes?” is out.", "The film “Who Goes?” is out."},
    {"S45", "The lake is shrinking. [3] Fishermen left. [citation needed] Birds stayed.",
     "The lake is shrinking. [3]|Fishermen left. [citation needed]|Birds stayed."},
    {"S46", "He told the court: “I was at home.” The judge nodded.",
     "He told the court: “I was at home.”|The judge nodded."},
    {"S47", "We waited ... and waited.", "We waited ... and waited."},
    {"S48", "“We waited… The bus never came.”", "“We waited…|The bus never came.”"},
    {"S49", "The roads are closed.The bridge is open.",
     "The roads are closed.|The bridge is open."},
    {"S50", "The team uses Node.js and ASP.NET daily.",
     "The team uses Node.js and ASP.NET daily."},
    {"S51", "The vote was close. eBay shares rose.", "The vote was close.|eBay shares rose."},
    {"S52", "It takes approx. five days.", "It takes approx. five days."},
    {"S53", "Council Backs New Bridge\n\nThe council voted on Tuesday. Work starts in May.",
     "Council Backs New Bridge|The council voted on Tuesday.|Work starts in May."},
    {"S54", "lena brandt\nLena Brandt at the port in Kiel on June 1, 2023. (Ida Holm/Nordfoto)",
     "lena brandt|Lena Brandt at the port in Kiel on June 1, 2023.|(Ida Holm/Nordfoto)"},
    {"S55", "1. Close the valve.\n2. Call the desk.", "1. Close the valve.|2. Call the desk."},
    {"S56", "• Rent is up\n• Wages are flat", "• Rent is up|• Wages are flat"},
    {"S57", "Source link\n\nLeave a Reply\n\nThis site uses cookies. Learn more.",
     "Source link|Leave a Reply|This site uses cookies.|Learn more."},
    {"S58", "KIEL, Germany (NF) — The port reopened Friday. Ships sailed.",
     "KIEL, Germany (NF) — The port reopened Friday.|Ships sailed."},
    {"S59", "Three things matter: cost, time and trust; nothing else does.",
     "Three things matter: cost, time and trust; nothing else does."},
    {"S60", "P.S. Bring the keys.", "P.S. Bring the keys."},
};

static void the_worked_examples_hold(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; ++i) {
        if (strcmp(joined(examples[i].text), examples[i].expected) != 0) {
            fail_msg("%s: %s", examples[i].id, joined(examples[i].text));
        }
    }
}

static const example more_examples[] = {
    {"title", "Messrs. Vega and Osei left. Lt. Gen. Brandt stayed.",
     "Messrs. Vega and Osei left.|Lt. Gen. Brandt stayed."},
    {"street", "He lives on Main St. The house is old.",
     "He lives on Main St.|The house is old."},
    {"saint", "He prayed at St. Anna's. Nobody came.", "He prayed at St. Anna's.|Nobody came."},
    {"plain word", "She felt ill. Doctors came.", "She felt ill.|Doctors came."},
    {"time zone", "It ends at 5 p.m. Pacific time.", "It ends at 5 p.m. Pacific time."},
    {"roman", "See Vol. IV for more.", "See Vol. IV for more."},
    {"number word", "He said no. Voters agreed.", "He said no.|Voters agreed."},
    {"initials", "Poems by A. B. Holm sell.", "Poems by A. B. Holm sell."},
    {"hyphenated initial", "J.-P. Castell wrote it.", "J.-P. Castell wrote it."},
    {"accented initial", "Poems by \u00c9. Holm sell.", "Poems by \u00c9. Holm sell."},
    {"lettered", "It lacks vitamin C. Doctors know.", "It lacks vitamin C.|Doctors know."},
    {"missing space", "\u201cIt is over.\u201dShe left. Why?Because. Now!Then it rained.",
     "\u201cIt is over.\u201d|She left.|Why?|Because.|Now!|Then it rained."},
    {"address", "See post.example/a?b=The or x@post.example.The end.",
     "See post.example/a?b=The or x@post.example.The end."},
    {"after an address", "a/b?Here It is late.Then it rained.",
     "a/b?Here It is late.|Then it rained."},
    {"spaced ellipsis", "We waited . . . and waited. . . . Nobody came.",
     "We waited . . . and waited. . . .|Nobody came."},
    {"attached note", "The lake is shrinking.[3] Fishermen left.",
     "The lake is shrinking.[3]|Fishermen left."},
    {"two notes", "It shrinks.[3][citation needed] Boats left. [note 2]",
     "It shrinks.[3][citation needed]|Boats left. [note 2]"},
    {"called out",
     "\u201cFire!\u201d Anna K. Lindqvist shouted. \u201cFire!\u201d Police came.",
     "\u201cFire!\u201d Anna K. Lindqvist shouted.|\u201cFire!\u201d|Police came."},
    {"no word", "Great news! \U0001F44D \u2014", "Great news! \U0001F44D \u2014"},
    {"no word between", "What? \u2014 ! No.", "What?|\u2014 ! No."},
    {"marks alone", "?! ... !", "?! ... !"},
    {"ideographs", "\u6d77\u3002\u5c71\u3002", "\u6d77\u3002|\u5c71\u3002"},
    {"a semicolon goes on in every Unicode", "\u6d77\u3002; \u5c71\u3002",
     "\u6d77\u3002; \u5c71\u3002"},
    {"full width stop inside", "a\uff0eB c", "a\uff0eB c"},
    {"Armenian stop inside a number", "\u0562 5\u05896 \u0562\u0589 \u0563",
     "\u0562 5\u05896 \u0562\u0589|\u0563"},
    {"Armenian stop before a number",
     "\u0562\u0563 \u0564\u0565\u0589"
     "5 \u0562",
     "\u0562\u0563 \u0564\u0565\u0589|5 \u0562"},
    {"Armenian stop inside a number of other digits", "\u0562 \u0665\u0589\u0666 \u0562",
     "\u0562 \u0665\u0589\u0666 \u0562"},
    {"Tai Tham sign inside a word", "\u1a20\u1aa8\u1a20 \u1a20\u1aa8 \u1a20",
     "\u1a20\u1aa8\u1a20 \u1a20\u1aa8|\u1a20"},
    {"day of a month", "The vote is on Oct. 14. Critics want it in Jan. 20. The mayor left.",
     "The vote is on Oct. 14.|Critics want it in Jan. 20.|The mayor left."},
    {"number after a number word", "She is No. 3. Osei is second.",
     "She is No. 3.|Osei is second."},
    {"number of an item", "The dog sat. 3. Close the valve.",
     "The dog sat.|3. Close the valve."},
    {"abbreviation in brackets", "Halden County (Ariz.) Sheriff Tom Roe left.",
     "Halden County (Ariz.) Sheriff Tom Roe left."},
    {"sentence in brackets", "(Nobody knew.) Critics left.", "(Nobody knew.)|Critics left."},
    {"postscript", "P.P.S. The keys.", "P.P.S. The keys."},
    {"non-breaking space", "It rained.\u00a0The port closed.", "It rained.|The port closed."},
    {"zero width space", "It rained. \u200bThe port closed.\u200b",
     "It rained.|\u200bThe port closed.\u200b"},
    {"straight quotes", "\"We lost.\" Then it rained.", "\"We lost.\"|Then it rained."},
};

static void further_texts_are_cut_by_the_same_rules(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof more_examples / sizeof more_examples[0]; ++i) {
        assert_string_equal(joined(more_examples[i].text), more_examples[i].expected);
    }
}

/* In a hard-wrapped document a block holds the newlines between its lines. */
static void a_newline_inside_a_block_is_a_space(void **state)
{
    (void) state;
    static const char text[] = "The port\nclosed. The\nmayor left.";
    found.n = 0;
    segment(text, (bsh_span){0, sizeof text - 1});
    assert_int_equal(found.n, 2);
    assert_int_equal(sentence(0)->span.end, 16);
    assert_int_equal(sentence(1)->span.begin, 17);
}

static void the_rule_that_ended_a_sentence_is_kept(void **state)
{
    (void) state;
    segment_lines(
        "It rained. [3] Why? So\u2026 Yes.\" No! He lives in the U.S. The end.Then it "
        "rained. and");
    static const uint16_t rules[] = {3, 4, 5, 7, 4, 10, BSH_SENTENCE_MISSING_SPACE, 9, 0};
    assert_int_equal(found.n, sizeof rules / sizeof rules[0]);
    for (size_t i = 0; i < found.n; ++i) {
        assert_int_equal(sentence(i)->rule, rules[i]);
    }
    segment_lines("It rained. Boats left.");
    assert_int_equal(sentence(0)->rule, 11);
}

static void spans_do_not_depend_on_what_stands_around_the_block(void **state)
{
    (void) state;
    static const char text[] = "no. It rained. Boats left. The";
    found.n = 0;
    segment(text, (bsh_span){3, 26});
    assert_int_equal(found.n, 2);
    assert_int_equal(sentence(0)->span.begin, 4);
    assert_int_equal(sentence(0)->span.end, 14);
    assert_int_equal(sentence(1)->span.end, 26);
}

static void blocks_without_text_have_no_sentence(void **state)
{
    (void) state;
    found.n = 0;
    segment("", (bsh_span){0, 0});
    segment("  \t ", (bsh_span){0, 4});
    assert_int_equal(found.n, 0);
}

/* In order, inside the block, on character boundaries, and all but white space is covered. */
static void check_cover(const char *text, bsh_span block)
{
    size_t at = block.begin;
    for (size_t i = 0; i < found.n; ++i) {
        bsh_span const span = sentence(i)->span;
        assert_true(span.begin >= at && span.end > span.begin && span.end <= block.end);
        while (at < span.begin) {
            assert_true(bsh__is_space(bsh__utf8_next(text, block.end, &at)));
        }
        assert_int_equal(at, span.begin);
        at = span.end;
        assert_true(at == block.end || ((unsigned char) text[at] & 0xC0U) != 0x80U);
    }
    while (at < block.end) {
        assert_true(bsh__is_space(bsh__utf8_next(text, block.end, &at)));
    }
}

static void random_text_is_covered_by_its_sentences(void **state)
{
    (void) state;
    static const char *const parts[] = {
        ".",      "?",      "!",      "\u2026",     " ",      " ",   "\"",   "\u201d",
        "\u201c", "(",      ")",      "[3]",        "[",      "The", "he",   "Mr",
        "U.S",    "J",      "\u3002", "\u200b",     "\u00a0", "\n",  "/",    "@",
        "-",      "\u2014", "5",      "\U0001F44D", "said",   "No",  "www.", "\u00e9",
        "*",      "a",      "I",      ",",          "e\u0301"};
    char     text[512];
    uint32_t seed = 1;
    for (unsigned round = 0; round < 20000; ++round) {
        size_t n = 0;
        for (unsigned i = 0; i < 40; ++i) {
            seed = seed * 1664525U + 1013904223U;
            const char *const part = parts[(seed >> 16) % (sizeof parts / sizeof parts[0])];
            memcpy(text + n, part, strlen(part));
            n += strlen(part);
        }
        found.n = 0;
        segment(text, (bsh_span){0, (uint32_t) n});
        check_cover(text, (bsh_span){0, (uint32_t) n});
    }
}

/* 200 KB of one pattern: each must be done in a moment. */
static void hostile_blocks_take_linear_time(void **state)
{
    (void) state;
    static const char *const patterns[] = {
        ".",      ". ",  "?",   "a.",   ".)",  "(.",     " ",    ".[",     "[3]", ". [3]",
        "\u2026", "a. ", "A. ", "a.A",  ". (", "\"",     ".\"",  "\u3002", "w/.", "x?Y",
        "Mr. ",   "\n",  "I. ", "a@b.", "1.",  "\u200b", "no. ", "x-y. "};
    enum { N_BYTES = 200000 };
    char *const text = malloc(N_BYTES + 8);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; ++i) {
        size_t const length = strlen(patterns[i]);
        size_t       n = 0;
        while (n + length <= N_BYTES) {
            memcpy(text + n, patterns[i], length);
            n += length;
        }
        found.n = 0;
        segment(text, (bsh_span){0, (uint32_t) n});
        check_cover(text, (bsh_span){0, (uint32_t) n});
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_examples_hold),
        cmocka_unit_test(further_texts_are_cut_by_the_same_rules),
        cmocka_unit_test(a_newline_inside_a_block_is_a_space),
        cmocka_unit_test(the_rule_that_ended_a_sentence_is_kept),
        cmocka_unit_test(spans_do_not_depend_on_what_stands_around_the_block),
        cmocka_unit_test(blocks_without_text_have_no_sentence),
        cmocka_unit_test(random_text_is_covered_by_its_sentences),
        cmocka_unit_test(hostile_blocks_take_linear_time),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
