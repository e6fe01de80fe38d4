#include <stdio.h>

#include "tests/allocator.h"
#include "tests/unit/quoted_text.h"

typedef struct expected_piece {
    int         kind;
    uint32_t    n_words;
    const char *text; /* NULL: no further piece */
    const char *speaker;
    const char *verb;
    unsigned    flags;
} expected_piece;

typedef struct example {
    const char    *id;
    const char    *text;
    expected_piece pieces[4];
} example;

/* The worked examples of the quotation rules, section 9; a line is a paragraph. */
static const example examples[] = {
    {"E01",
     "“The bridge will open in May,” Mr. Okafor said.",
     {{BSH_QUOTE_DIRECT, 6, "The bridge will open in May,", "Mr. Okafor", "said", 0}}},
    {"E02",
     "“The bridge will open in May,” said Mr. Okafor.",
     {{BSH_QUOTE_DIRECT, 6, "The bridge will open in May,", "Mr. Okafor", "said", 0}}},
    {"E03",
     "Ms. Ito said, “Nobody warned the school.”",
     {{BSH_QUOTE_DIRECT, 4, "Nobody warned the school.", "Ms. Ito", "said", 0}}},
    {"E04",
     "Ms. Ito added: “Nobody warned the school.”",
     {{BSH_QUOTE_DIRECT, 4, "Nobody warned the school.", "Ms. Ito", "added", 0}}},
    {"E05",
     "“We waited,” Ms. Ito said. “Nobody came to help us.”",
     {{BSH_QUOTE_DIRECT, 2, "We waited,", "Ms. Ito", "said", 0},
      {BSH_QUOTE_DIRECT, 5, "Nobody came to help us.", "Ms. Ito", "", 0}}},
    {"E06",
     "“If it rains,” the farmer said, “we lose the whole field.”",
     {{BSH_QUOTE_DIRECT, 3, "If it rains,", "the farmer", "said", 0},
      {BSH_QUOTE_DIRECT, 5, "we lose the whole field.", "the farmer", "said", 0}}},
    {"E07",
     "“I will not resign,” she said on Monday.",
     {{BSH_QUOTE_DIRECT, 4, "I will not resign,", "she", "said", 0}}},
    {"E08",
     "“Rents rose again,” Dana Ruiz, the mayor of Alton, said.",
     {{BSH_QUOTE_DIRECT, 3, "Rents rose again,", "Dana Ruiz", "said", 0}}},
    {"E09",
     "“Rents rose again,” said Dana Ruiz, the mayor of Alton.",
     {{BSH_QUOTE_DIRECT, 3, "Rents rose again,", "Dana Ruiz", "said", 0}}},
    {"E10",
     "“Crews are on site,” Mr. Bell said.\n“Nobody is hurt, and nobody is missing.”",
     {{BSH_QUOTE_DIRECT, 4, "Crews are on site,", "Mr. Bell", "said", 0},
      {BSH_QUOTE_DIRECT, 7, "Nobody is hurt, and nobody is missing.", "Mr. Bell", "", 0}}},
    {"E11",
     "“We looked at every file we had, Mr. Chair.\n“We found nothing at all,” Ms. Lund said.",
     {{BSH_QUOTE_DIRECT, 9, "We looked at every file we had, Mr. Chair.", "Ms. Lund", "",
       BSH_QUOTE_FLAG_CONTINUES},
      {BSH_QUOTE_DIRECT, 5, "We found nothing at all,", "Ms. Lund", "said", 0}}},
    {"E12",
     "“We came to build on these efforts, not take their place,’ Mr. Arden said.",
     {{BSH_QUOTE_DIRECT, 11, "We came to build on these efforts, not take their place,",
       "Mr. Arden", "said", BSH_QUOTE_FLAG_CLOSE_REPAIRED}}},
    {"E13",
     "“We came to build, not to blame,’ Mr. Arden said.\nTalks went on.\n“Every seat was "
     "taken,” Ms. Hale said.",
     {{BSH_QUOTE_DIRECT, 7, "We came to build, not to blame,", "Mr. Arden", "said",
       BSH_QUOTE_FLAG_CLOSE_REPAIRED},
      {BSH_QUOTE_DIRECT, 4, "Every seat was taken,", "Ms. Hale", "said", 0}}},
    {"E14",
     "“The vote is on Friday, Mr. Arden said.\nThe hall was full.",
     {{BSH_QUOTE_DIRECT, 5, "The vote is on Friday,", "Mr. Arden", "said",
       BSH_QUOTE_FLAG_CLOSE_GUESSED}}},
    {"E15",
     "“The vote is on Friday and we are ready.\nThe hall was full.",
     {{BSH_QUOTE_DIRECT, 9, "The vote is on Friday and we are ready.", "", "",
       BSH_QUOTE_FLAG_UNCLOSED}}},
    {"E16",
     "The vote is on Friday,” Mr. Arden said.",
     {{BSH_QUOTE_DIRECT, 5, "The vote is on Friday,", "Mr. Arden", "said",
       BSH_QUOTE_FLAG_OPEN_GUESSED}}},
    {"E17",
     "“Not in our town,“ Ms. Hale said. Others agreed.",
     {{BSH_QUOTE_DIRECT, 4, "Not in our town,", "Ms. Hale", "said", 0}}},
    {"E18",
     "Ms. Hale said, ”We paid for it twice.”",
     {{BSH_QUOTE_DIRECT, 5, "We paid for it twice.", "Ms. Hale", "said", 0}}},
    {"E19",
     "\"We paid for it twice,” Ms. Hale said.",
     {{BSH_QUOTE_DIRECT, 5, "We paid for it twice,", "Ms. Hale", "said", 0}}},
    {"E20",
     "\"We paid for it twice,\" Ms. Hale said. \"Never again.\"",
     {{BSH_QUOTE_DIRECT, 5, "We paid for it twice,", "Ms. Hale", "said", 0},
      {BSH_QUOTE_DIRECT, 2, "Never again.", "Ms. Hale", "", 0}}},
    {"E21",
     "''We paid for it twice,'' Ms. Hale said.",
     {{BSH_QUOTE_DIRECT, 5, "We paid for it twice,", "Ms. Hale", "said", 0}}},
    {"E22",
     "''They told us, 'Wait your turn,''' Ms. Hale said.",
     {{BSH_QUOTE_DIRECT, 6, "They told us, 'Wait your turn,'", "Ms. Hale", "said", 0}}},
    {"E23",
     "``We paid for it twice,'' Ms. Hale said.",
     {{BSH_QUOTE_DIRECT, 5, "We paid for it twice,", "Ms. Hale", "said", 0}}},
    {"E24",
     "“He shouted ‘stop the car’ and ran,” the driver said.",
     {{BSH_QUOTE_DIRECT, 7, "He shouted ‘stop the car’ and ran,", "the driver", "said", 0}}},
    {"E25",
     "“The word “never” was his, not mine at all,” Ms. Hale said.",
     {{BSH_QUOTE_DIRECT, 9, "The word “never” was his, not mine at all,", "Ms. Hale", "said",
       BSH_QUOTE_FLAG_NESTED_SAME}}},
    {"E26",
     "‘We paid for it twice,’ Ms Hale said. ‘Never again will we do that.’",
     {{BSH_QUOTE_DIRECT, 5, "We paid for it twice,", "Ms Hale", "said", 0},
      {BSH_QUOTE_DIRECT, 6, "Never again will we do that.", "Ms Hale", "", 0}}},
    {"E27",
     "‘It’s the drivers’ pay that’s late,’ Mr Shaw said. ‘They don’t get a penny.’",
     {{BSH_QUOTE_DIRECT, 6, "It’s the drivers’ pay that’s late,", "Mr Shaw", "said", 0},
      {BSH_QUOTE_DIRECT, 5, "They don’t get a penny.", "Mr Shaw", "", 0}}},
    {"E28",
     "‘She said “go home” and we went,’ Mr Shaw said. ‘That was all of it.’",
     {{BSH_QUOTE_DIRECT, 7, "She said “go home” and we went,", "Mr Shaw", "said", 0},
      {BSH_QUOTE_DIRECT, 5, "That was all of it.", "Mr Shaw", "", 0}}},
    {"E29",
     "“Back in the ’90s nobody locked a door,” Mr. Shaw said.",
     {{BSH_QUOTE_DIRECT, 8, "Back in the ’90s nobody locked a door,", "Mr. Shaw", "said", 0}}},
    {"E30", "In the ’90s the mill closed, and the town’s people left ’em standing.", {{0}}},
    {"E31", "The 6'2\" guard beat a 5'11\" rival on Friday.", {{0}}},
    {"E32",
     "\"I am 6'2\" tall and still too short,\" Reyes said.",
     {{BSH_QUOTE_DIRECT, 8, "I am 6'2\" tall and still too short,", "Reyes", "said", 0}}},
    {"E33", "The 55\" TV and the 27\" screen sell for the same price.", {{0}}},
    {"E34",
     "« Nous avons gagné », said Mr. Roy.",
     {{BSH_QUOTE_DIRECT, 3, " Nous avons gagné ", "Mr. Roy", "said", 0}}},
    {"E35",
     "„Wir sind bereit“, said Ms. Kern.",
     {{BSH_QUOTE_DIRECT, 3, "Wir sind bereit", "Ms. Kern", "said", 0}}},
    {"E36",
     "Mr. Bell called the plan “a very bad deal” for small towns.",
     {{BSH_QUOTE_FRAGMENT, 4, "a very bad deal", "Mr. Bell", "called", 0}}},
    {"E37",
     "The senator described the delay as “shameful” in a letter.",
     {{BSH_QUOTE_FRAGMENT, 1, "shameful", "The senator", "described", 0}}},
    {"E38",
     "The fire was “out of control” by noon, according to Chief Ames.",
     {{BSH_QUOTE_FRAGMENT, 3, "out of control", "Chief Ames", "according", 0}}},
    {"E39",
     "The so-called “reform” cost the city a year.",
     {{BSH_QUOTE_SCARE, 1, "reform", "", "", 0}}},
    {"E40",
     "It was less a “peace plan” than a pause.",
     {{BSH_QUOTE_SCARE, 2, "peace plan", "", "", 0}}},
    {"E41",
     "Ms. Hale appeared on “Meet the Neighbors” twice.",
     {{BSH_QUOTE_TITLE, 3, "Meet the Neighbors", "", "", 0}}},
    {"E42",
     "His novel “Harbor” sold out in a week.",
     {{BSH_QUOTE_TITLE, 1, "Harbor", "", "", 0}}},
    {"E43",
     "Ruth Cole, author of “The Long Winter Road,” lives in Alton.",
     {{BSH_QUOTE_TITLE, 4, "The Long Winter Road,", "", "", 0}}},
    {"E44",
     "“I read ‘Harbor’ in one night,” Ms. Hale said.",
     {{BSH_QUOTE_DIRECT, 6, "I read ‘Harbor’ in one night,", "Ms. Hale", "said", 0}}},
    {"E45",
     "Mayor vows ‘no more delays’ on bridge\n“The bridge will open in May,” the mayor said.",
     {{BSH_QUOTE_SCARE, 3, "no more delays", "", "", 0},
      {BSH_QUOTE_DIRECT, 6, "The bridge will open in May,", "the mayor", "said", 0}}},
    {"E46",
     "“Who signed the order?” asked Judge Pratt.",
     {{BSH_QUOTE_DIRECT, 4, "Who signed the order?", "Judge Pratt", "asked", 0}}},
    {"E47",
     "“Get out of the water!” a lifeguard shouted.",
     {{BSH_QUOTE_DIRECT, 5, "Get out of the water!", "a lifeguard", "shouted", 0}}},
    {"E48",
     "“Where is the money now?” Hanley pressed.",
     {{BSH_QUOTE_DIRECT, 5, "Where is the money now?", "Hanley", "pressed", 0}}},
    {"E49",
     "Governor Vance vetoed the bill, saying “the numbers do not add up at all.”",
     {{BSH_QUOTE_DIRECT, 8, "the numbers do not add up at all.", "Governor Vance", "saying",
       0}}},
    {"E50",
     "“You will get your deposit back,” Mr. Bell told tenants.",
     {{BSH_QUOTE_DIRECT, 6, "You will get your deposit back,", "Mr. Bell", "told", 0}}},
    {"E51",
     "“The talks are dead,” said an official familiar with the matter.",
     {{BSH_QUOTE_DIRECT, 4, "The talks are dead,", "an official", "said",
       BSH_QUOTE_FLAG_ANONYMOUS}}},
    {"E52",
     "“Nobody told us a thing,” residents said.",
     {{BSH_QUOTE_DIRECT, 5, "Nobody told us a thing,", "residents", "said",
       BSH_QUOTE_FLAG_ANONYMOUS}}},
    {"E53",
     "“I never met the man,” Mr. Bell claimed.",
     {{BSH_QUOTE_DIRECT, 5, "I never met the man,", "Mr. Bell", "claimed", 0}}},
    {"E54", "Mr. Bell said that the bridge would open in May.", {{0}}},
    {"E55",
     "The note was short. “Do not wait for me tonight.” Police kept it.",
     {{BSH_QUOTE_DIRECT, 6, "Do not wait for me tonight.", "", "", 0}}},
    {"E56",
     "Ruiz: “We can close the gap in two years.”",
     {{BSH_QUOTE_DIRECT, 8, "We can close the gap in two years.", "Ruiz", "", 0}}},
    {"E57",
     "“It is over,” Mr. Bell said. “It is not over,” Ms. Hale replied.",
     {{BSH_QUOTE_DIRECT, 3, "It is over,", "Mr. Bell", "said", 0},
      {BSH_QUOTE_DIRECT, 4, "It is not over,", "Ms. Hale", "replied", 0}}},
    {"E58",
     "“We start at dawn” — Captain Reed told reporters — “and we stop when it is done.”",
     {{BSH_QUOTE_DIRECT, 4, "We start at dawn", "Captain Reed", "told", 0},
      {BSH_QUOTE_DIRECT, 7, "and we stop when it is done.", "Captain Reed", "told", 0}}},
    {"E59",
     "“She [the mayor] never called us back,” Mr. Shaw said.",
     {{BSH_QUOTE_DIRECT, 7, "She [the mayor] never called us back,", "Mr. Shaw", "said", 0}}},
    {"E60",
     "“We tried … and we failed,” Mr. Shaw said.",
     {{BSH_QUOTE_DIRECT, 5, "We tried … and we failed,", "Mr. Shaw", "said", 0}}},
    {"E61",
     "“The U.S. will pay,” said J. D. Marsh of the U.N. on Friday.",
     {{BSH_QUOTE_DIRECT, 4, "The U.S. will pay,", "J. D. Marsh", "said", 0}}},
    {"E62", "He typed “” and left.", {{0}}},
    {"E63", "The sign read 4 \" 6 and nobody knew why.", {{0}}},
    {"E64",
     "Robert “Buddy” Lane won the county race.",
     {{BSH_QUOTE_SCARE, 1, "Buddy", "", "", 0}}},
    {"E65",
     "“Last night was loud,” said a man who goes by “Shorty.”",
     {{BSH_QUOTE_DIRECT, 4, "Last night was loud,", "a man", "said", 0},
      {BSH_QUOTE_SCARE, 1, "Shorty.", "", "", 0}}},
    {"E66",
     "They searched for “boat,” “pier” and “dock” in the files.",
     {{BSH_QUOTE_SCARE, 1, "boat,", "", "", 0},
      {BSH_QUOTE_SCARE, 1, "pier", "", "", 0},
      {BSH_QUOTE_SCARE, 1, "dock", "", "", 0}}},
};

static void check_piece(const quoted_text *t, const example *e, size_t index)
{
    const expected_piece *const want = &e->pieces[index];
    const bsh_quote *const      got = quoted_text_at(t, index);
    if (want->text == NULL || got == NULL) {
        if (want->text != NULL || got != NULL) {
            fail_msg("%s: number of pieces", e->id);
        }
        return;
    }
    if (!quoted_text_is(t, got->inner, want->text)) {
        fail_msg("%s: piece %zu is not: %s", e->id, index + 1, want->text);
    }
    if (got->kind != want->kind || got->n_words != want->n_words) {
        fail_msg("%s: piece %zu is %s of %u words", e->id, index + 1,
                 bsh_quote_kind_name(got->kind), got->n_words);
    }
    if (!quoted_text_is(t, got->mention, want->speaker) ||
        !quoted_text_is(t, got->verb, want->verb)) {
        fail_msg("%s: piece %zu: speaker or verb, via %s", e->id, index + 1,
                 bsh_quote_via_name(got->via));
    }
    if (got->flags != want->flags) {
        fail_msg("%s: piece %zu: flags %x", e->id, index + 1, got->flags);
    }
}

static void the_worked_examples_of_the_rules_come_out_as_written(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; ++i) {
        quoted_text t;
        quoted_text_read(&t, examples[i].text);
        for (size_t k = 0; k < 4; ++k) {
            check_piece(&t, &examples[i], k);
        }
        quoted_text_end(&t);
    }
}

static void check_groups(const char *text, const uint32_t *groups, size_t n)
{
    quoted_text t;
    quoted_text_read(&t, text);
    for (size_t i = 0; i < n; ++i) {
        assert_non_null(quoted_text_at(&t, i));
        assert_int_equal(quoted_text_at(&t, i)->group, groups[i]);
    }
    assert_null(quoted_text_at(&t, n));
    quoted_text_end(&t);
}

static void pieces_of_one_act_of_speech_share_a_group(void **state)
{
    (void) state;
    check_groups("“We waited,” Ms. Ito said. “Nobody came to help us.”",
                 (const uint32_t[]){1, 1}, 2);
    check_groups("“If it rains,” the farmer said, “we lose the field.”",
                 (const uint32_t[]){1, 1}, 2);
    check_groups("“It is over,” Mr. Bell said. “It is not over,” Ms. Hale replied.",
                 (const uint32_t[]){1, 2}, 2);
    check_groups("“It is over,” she said. “We lost,” she added.", (const uint32_t[]){1, 2}, 2);
    check_groups("“We looked at every file.\n“We found nothing,” Ms. Lund said.\n“Then we left "
                 "the house,” Ms. Lund said.",
                 (const uint32_t[]){1, 1, 2}, 3);
}

static void a_quote_goes_on_past_a_caption(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "“We looked at every file we had.\n# A clerk at “work” in "
                         "Alton\n“We found nothing,” Ms. Lund said.");
    const bsh_quote *const first = quoted_text_at(&t, 0);
    const bsh_quote *const second = quoted_text_at(&t, 1);
    assert_non_null(second);
    assert_null(quoted_text_at(&t, 2)); // the caption is not counted
    assert_int_equal(first->flags, BSH_QUOTE_FLAG_CONTINUES);
    assert_int_equal(first->group, second->group);
    assert_int_equal(first->speaker, second->speaker);
    assert_int_equal(second->block, 2);
    assert_int_equal(second->sentence, 1);
    quoted_text_end(&t);
}

static void a_nested_piece_is_reported_with_its_parents_group(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "“He shouted ‘stop the car’ and ran,” the driver said.");
    const bsh_quote *const quotes = t.quotes.items;
    assert_int_equal(t.quotes.n, 2);
    assert_int_equal(quotes[1].kind, BSH_QUOTE_NESTED);
    assert_int_equal(quotes[1].group, quotes[0].group);
    assert_int_equal(quotes[1].speaker, BSH_NO_SPEAKER);
    assert_true(quoted_text_is(&t, quotes[1].inner, "stop the car"));
    assert_int_equal(quoted_text_speaker(&t, 0)->n_words, 7);
    quoted_text_end(&t);
}

static void the_span_holds_the_marks_and_the_inner_span_does_not(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "''We paid for it twice,'' Ms. Hale said.");
    assert_true(quoted_text_is(&t, quoted_text_at(&t, 0)->span, "''We paid for it twice,''"));
    quoted_text_end(&t);
    quoted_text_read(&t, "“We came to build, not to blame,’ Mr. Arden said.");
    assert_true(
        quoted_text_is(&t, quoted_text_at(&t, 0)->span, "“We came to build, not to blame,’"));
    quoted_text_end(&t);
}

/* One piece, with this text and these flags. */
static void check_repair(const char *text, const char *inner, unsigned flags)
{
    quoted_text t;
    quoted_text_read(&t, text);
    const bsh_quote *const quote = quoted_text_at(&t, 0);
    if (quote == NULL || !quoted_text_is(&t, quote->inner, inner) || quote->flags != flags) {
        fail_msg("%s", text);
    }
    quoted_text_end(&t);
}

static void what_does_not_pair_is_mended_and_flagged(void **state)
{
    (void) state;
    check_repair("’The vote is on Friday,” Mr. Arden said.", "The vote is on Friday,",
                 BSH_QUOTE_FLAG_OPEN_REPAIRED);
    check_repair("The hall was full. The vote is on Friday.” Others agreed.",
                 "The vote is on Friday.", BSH_QUOTE_FLAG_OPEN_GUESSED);
    check_repair("“The vote is on Friday. The hall was full. “We are ready,” Mr. Arden said.",
                 "The vote is on Friday. The hall was full.", BSH_QUOTE_FLAG_CLOSE_GUESSED);
    check_repair("“They told us ‘go home,’ and so we went.",
                 "They told us ‘go home,’ and so we went.", BSH_QUOTE_FLAG_UNCLOSED);
    check_repair("Ms. Hale said, Nobody warned the school.”", "Nobody warned the school.",
                 BSH_QUOTE_FLAG_OPEN_GUESSED);
    check_repair("“We are ready,” ” Mr. Arden said.", "We are ready,", 0);
    check_repair("\"They say 'not now,' \" Mr. Arden said.", "They say 'not now,' ", 0);
}

static void check_kind(const char *text, int kind)
{
    quoted_text t;
    quoted_text_read(&t, text);
    const bsh_quote *const quote = quoted_text_at(&t, 0);
    if (quote == NULL || quote->kind != kind) {
        fail_msg("%s", text);
    }
    quoted_text_end(&t);
}

static void a_name_in_marks_is_a_title_wherever_it_stands(void **state)
{
    (void) state;
    check_kind("“Harbor Nights” star Ana Bell left the town.", BSH_QUOTE_TITLE);
    check_kind("“Harbor Nights Without End” star Ana Bell left the town.", BSH_QUOTE_TITLE);
    check_kind("She hosts “Evenings with Ana Bell” twice a week.", BSH_QUOTE_TITLE);
    check_kind(
        "She reads “Harbor Nights: The Long Winter of the Old Ferry Crews” twice a week.",
        BSH_QUOTE_TITLE);
    check_kind("She hosts “Evenings where Ana Bell” twice a week.", BSH_QUOTE_FRAGMENT);
    check_kind("“Never Again.” Police kept the note.", BSH_QUOTE_DIRECT);
}

static void marks_in_markup_are_no_quotation(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t,
                     "See <a href=\"x y\" title=\"a list of things\">this</a> list of 3 < 4.");
    assert_int_equal(t.quotes.n, 0);
    quoted_text_end(&t);
}

/* The search passes over many bytes at once: no place may be passed over with them. */
static void a_mark_is_found_wherever_it_stands(void **state)
{
    (void) state;
    static const char *const marks[][2] = {
        {"\"", "\""}, {"“", "”"}, {"‘", "’"}, {"«", "»"}, {"``", "''"}};
    for (size_t m = 0; m < sizeof marks / sizeof marks[0]; ++m) {
        for (int n = 1; n < 50; ++n) {
            char text[160];
            (void) snprintf(text, sizeof text, "%.*s %sNobody came to help us,%s Ms. Ito said.",
                            n, "the long road to the low pier and the old ferry to Alton",
                            marks[m][0], marks[m][1]);
            quoted_text t;
            quoted_text_read(&t, text);
            const bsh_quote *const quote = quoted_text_at(&t, 0);
            assert_non_null(quote);
            assert_true(quoted_text_is(&t, quote->inner, "Nobody came to help us,"));
            assert_null(quoted_text_at(&t, 1));
            quoted_text_end(&t);
        }
    }
}

/* One form, one item: but whether "A" is an initial and "reports" a possessive, the text behind
 * it says. */
static void what_stands_behind_a_word_decides_each_time(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "A farmer said, “We lost the whole field.”\n"
                         "“We wait for the ferry,” Ana A. Bell said.\n"
                         "A farmer said, “We lost that one too.”\n"
                         "“Nobody asked us,” he reports.\n"
                         "“Nobody asked us,” the reports’ author Todd Lund said.");
    static const char *const verbs[] = {"said", "said", "said", "reports", "said"};
    static const char *const mentions[] = {"A farmer", "Ana A. Bell", "A farmer", "he",
                                           "the reports’ author Todd Lund"};
    for (size_t i = 0; i < sizeof mentions / sizeof mentions[0]; ++i) {
        const bsh_quote *const quote = quoted_text_at(&t, i);
        assert_non_null(quote);
        assert_true(quoted_text_is(&t, quote->mention, mentions[i]));
        assert_true(quoted_text_is(&t, quote->verb, verbs[i]));
    }
    quoted_text_end(&t);
}

/* A unit of text, over and over. */
static void check_hostile(const char *unit, size_t n_bytes)
{
    size_t const n_unit = strlen(unit);
    char *const  text = malloc(n_bytes);
    assert_non_null(text);
    for (size_t i = 0; i + n_unit <= n_bytes; i += n_unit) {
        memcpy(text + i, unit, n_unit);
    }
    quoted_text t;
    bsh_error   err = {0};
    quoted_text_begin(&t, text, n_bytes - n_bytes % n_unit, NULL);
    assert_int_equal(bsh__quoter_create(&t.quoter, NULL, NULL, &err), BSH_OK);
    assert_int_equal(quoted_text_find(&t, &err), BSH_OK);
    quoted_text_end(&t);
    free(text);
}

static void hostile_text_takes_no_more_than_linear_time(void **state)
{
    (void) state;
    static const char *const units[] = {"\"",
                                        "''",
                                        "“",
                                        "“a ",
                                        "”",
                                        "a” ",
                                        "‘’",
                                        "‘a ",
                                        "s’ ",
                                        "'a ",
                                        "“a “",
                                        "<a ",
                                        "said, ",
                                        "“a, he said ",
                                        "“a ‘b ",
                                        "'\"",
                                        "“A.\n",
                                        "Bob, ",
                                        "He said “x.” ",
                                        ", ",
                                        "“a,’ b ",
                                        "“a,’ he said. ",
                                        "we,” he said. ",
                                        "’a b” ",
                                        "“a, Bo Li, who, ",
                                        "«a „b “c 「d」 ”",
                                        "<a b=\"",
                                        "”a, ",
                                        "says,” a ‘ "};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; ++i) {
        check_hostile(units[i], 60000); // quadratic time would take minutes here
    }
}

/* All that is allocated for a text with every sort of piece and name. */
static bsh_status find_with(const bsh_allocator *allocator)
{
    static const char text[] =
        "“We waited,” Dana L. Ruiz said. “We ‘won’ it.”\nMr. Bell agreed "
        "that “it is over” now.\n“Not so,” said an official.";
    bsh_error   err = {0};
    quoted_text t;
    quoted_text_begin(&t, text, sizeof text - 1, allocator);
    bsh_status status = bsh__quoter_create(&t.quoter, NULL, allocator, &err);
    if (status == BSH_OK) {
        status = quoted_text_find(&t, &err);
    } else {
        assert_null(t.quoter);
    }
    quoted_text_end(&t);
    return status;
}

static void each_failed_allocation_is_an_ordinary_error(void **state)
{
    (void) state;
    assert_true(test_allocator_try(find_with) > 10);
}

static void a_short_piece_that_completes_what_its_subject_says_is_a_fragment(void **state)
{
    (void) state;
    check_kind("Ms. Ito rejected the idea as “absurd” on Monday.", BSH_QUOTE_FRAGMENT);
    check_kind("Ms. Ito was “sure” of a vote by May.", BSH_QUOTE_FRAGMENT);
    check_kind("The old plan was “dead” by May.", BSH_QUOTE_SCARE);
    check_kind("Ms. Ito walked to the “old mill” by the port.", BSH_QUOTE_SCARE);
}

static void what_a_verb_of_saying_leads_in_is_no_title(void **state)
{
    (void) state;
    check_kind("Edda held up a sign saying “Save Our Harbor” at noon.", BSH_QUOTE_FRAGMENT);
    check_kind("The town has a website called “Save Our Harbor” now.", BSH_QUOTE_TITLE);
    check_kind("The bay has been called “Old Harbor Water” since May.", BSH_QUOTE_TITLE);
    check_kind("Ms. Ito said “Old Harbor Nights” would be sold.", BSH_QUOTE_TITLE);
    check_kind("Ms. Ito wrote “Old Harbor Nights” by the port.", BSH_QUOTE_TITLE);
    check_kind("Ms. Ito told “Good Evening Halden” on Monday of the vote.", BSH_QUOTE_TITLE);
}

static void pieces_in_a_list_have_the_speaker_of_the_last(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Nobody should use “maybe” and “perhaps,” Ms. Ito told the council.");
    for (size_t i = 0; i < 2; ++i) {
        assert_true(quoted_text_is(&t, quoted_text_at(&t, i)->mention, "Ms. Ito"));
    }
    assert_int_equal(quoted_text_at(&t, 0)->kind, BSH_QUOTE_FRAGMENT);
    quoted_text_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_examples_of_the_rules_come_out_as_written),
        cmocka_unit_test(pieces_of_one_act_of_speech_share_a_group),
        cmocka_unit_test(a_quote_goes_on_past_a_caption),
        cmocka_unit_test(a_nested_piece_is_reported_with_its_parents_group),
        cmocka_unit_test(the_span_holds_the_marks_and_the_inner_span_does_not),
        cmocka_unit_test(what_does_not_pair_is_mended_and_flagged),
        cmocka_unit_test(a_name_in_marks_is_a_title_wherever_it_stands),
        cmocka_unit_test(marks_in_markup_are_no_quotation),
        cmocka_unit_test(a_mark_is_found_wherever_it_stands),
        cmocka_unit_test(what_stands_behind_a_word_decides_each_time),
        cmocka_unit_test(hostile_text_takes_no_more_than_linear_time),
        cmocka_unit_test(each_failed_allocation_is_an_ordinary_error),
        cmocka_unit_test(a_short_piece_that_completes_what_its_subject_says_is_a_fragment),
        cmocka_unit_test(what_a_verb_of_saying_leads_in_is_no_title),
        cmocka_unit_test(pieces_in_a_list_have_the_speaker_of_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
