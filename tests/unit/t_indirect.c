#include "tests/unit/quoted_text.h"

/* What a text reports: a clause and its speaker each. */
typedef struct expected {
    const char *text;
    const char *clause;  /* NULL: none */
    const char *speaker; /* the mention */
} expected;

static void check(const expected *e, bool has_orders)
{
    quoted_text t;
    bsh_error   err = {0};
    quoted_text_begin(&t, e->text, strlen(e->text), NULL);
    t.has_orders = has_orders;
    assert_int_equal(bsh__quoter_create(&t.quoter, NULL, NULL, &err), BSH_OK);
    assert_int_equal(quoted_text_find(&t, &err), BSH_OK);
    const bsh_quote *const report = quoted_text_report(&t, 0);
    if (e->clause == NULL) {
        if (report != NULL) {
            fail_msg("%s: %.*s is reported", e->text,
                     (int) (report->inner.end - report->inner.begin),
                     t.text + report->inner.begin);
        }
    } else if (report == NULL) {
        fail_msg("%s: nothing is reported", e->text);
    } else if (!quoted_text_is(&t, report->inner, e->clause) ||
               !quoted_text_is(&t, report->mention, e->speaker)) {
        fail_msg("%s: %.*s is what %.*s reports", e->text,
                 (int) (report->inner.end - report->inner.begin), t.text + report->inner.begin,
                 (int) (report->mention.end - report->mention.begin),
                 t.text + report->mention.begin);
    }
    quoted_text_end(&t);
}

static void check_all(const expected *list, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        check(&list[i], false);
    }
}

#define CHECK_ALL(list) check_all(list, sizeof(list) / sizeof(list)[0])

static void a_clause_behind_the_verb_is_reported(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Mr. Bell said that the bridge would open in May.", "the bridge would open in May",
         "Mr. Bell"},
        {"Ms. Ito said the school had heard nothing.", "the school had heard nothing",
         "Ms. Ito"},
        {"Ms. Ito told reporters that nobody had come.", "nobody had come", "Ms. Ito"},
        {"Ms. Ito told the council the roof was leaking.", "the roof was leaking", "Ms. Ito"},
        {"She said in a statement on Monday that rents would rise.", "rents would rise", "She"},
        {"She said in a written statement that rents would rise.", "rents would rise", "She"},
        {"The family said it was sorry.", "it was sorry", "The family"},
        {"Others said the port was empty.", "the port was empty", "Others"},
        {"Many say the plan is dead.", "the plan is dead", "Many"},
        {"It rained. Both said they had paid.", "they had paid", "Both"},
        {"Another said that it was over.", "it was over", "Another"},
        {"Two people familiar with the matter said the deal was off.", "the deal was off",
         "Two people"},
        {"A clerk close to the talks said it rained.", "it rained", "A clerk"},
        {"Mr. Bell said not everyone agreed.", "not everyone agreed", "Mr. Bell"},
        {"Mr. Bell said only two people had died.", "only two people had died", "Mr. Bell"},
        {"Mr. Bell said that the “plan” was bad.", "the “plan” was bad", "Mr. Bell"},
        {"Residents said they wanted a vote.", "they wanted a vote", "Residents"},
        {"Mr. Bell said it'll rain.", "it'll rain", "Mr. Bell"},
        {"The council asked why the ferry had sailed.", "why the ferry had sailed",
         "The council"},
        {"Mr. Bell warned the ferry took on water.", "the ferry took on water", "Mr. Bell"},
    };
    CHECK_ALL(list);
}

static void a_clause_before_or_around_the_verb_is_reported(void **state)
{
    (void) state;
    static const expected list[] = {
        {"The bridge would open in May, Mr. Bell said.", "The bridge would open in May",
         "Mr. Bell"},
        {"The harbour was full of ice, said Dana Ruiz, the mayor.",
         "The harbour was full of ice", "Dana Ruiz"},
        {"The bridge, Mr. Bell said, would open in May.",
         "The bridge, Mr. Bell said, would open in May", "Mr. Bell"},
        {"The vote, officials said on Monday, was final.",
         "The vote, officials said on Monday, was final", "officials"},
        {"The port was dead, Mr. Bell said as he left.", "The port was dead", "Mr. Bell"},
        {"Nobody came to the hall, Ms. Ito told the council on Monday.",
         "Nobody came to the hall", "Ms. Ito"},
    };
    CHECK_ALL(list);
}

static void a_source_reports_on_either_side_of_according_to(void **state)
{
    (void) state;
    static const expected list[] = {
        {"According to Ms. Ito, the drugs had claimed two lives.",
         "the drugs had claimed two lives", "Ms. Ito"},
        {"The harbour was closed for a week, according to the port.",
         "The harbour was closed for a week", "the port"},
        {"The harbour was closed for a week according to the port.",
         "The harbour was closed for a week", "the port"},
    };
    CHECK_ALL(list);
}

static void what_stands_between_verb_and_clause_is_passed(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Ms. Ito wrote in a letter to the council that rents would rise.", "rents would rise",
         "Ms. Ito"},
        {"Ms. Ito said to reporters that rents would rise.", "rents would rise", "Ms. Ito"},
        {"Ms. Ito insisted, however, that rents would rise.", "rents would rise", "Ms. Ito"},
        {"Ms. Ito on Monday said that rents would rise.", "rents would rise", "Ms. Ito"},
        {"Ms. Ito last week said rents would rise.", "rents would rise", "Ms. Ito"},
        {"Ms. Ito, who was not there, said that rents would rise.", "rents would rise",
         "Ms. Ito"},
        {"Officials said residents plan to leave.", "residents plan to leave", "Officials"},
    };
    CHECK_ALL(list);
}

static void a_second_verb_has_the_subject_of_the_first(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Ms. Ito closed the port and said that rents would rise.", "rents would rise",
         "Ms. Ito"},
        {"Ms. Ito admitted that it rained, but maintained that the port was open.", "it rained",
         "Ms. Ito"},
    };
    CHECK_ALL(list);
    quoted_text t;
    quoted_text_read(&t, list[1].text);
    assert_true(quoted_text_is(&t, quoted_text_report(&t, 1)->inner, "the port was open"));
    assert_true(quoted_text_is(&t, quoted_text_report(&t, 1)->mention, "Ms. Ito"));
    quoted_text_end(&t);
}

static void what_is_no_clause_is_no_report(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Mr. Bell said goodbye.", NULL, NULL},
        {"Mr. Bell said a few words of thanks to the crowd.", NULL, NULL},
        {"Mr. Bell said the same thing at a rally last week.", NULL, NULL},
        {"Mr. Bell said so, on condition that we did not print a name.", NULL, NULL},
        {"The ministry had been warned in writing that day.", NULL, NULL},
        {"Mr. Bell announced the closure of the school that was built in May.", NULL, NULL},
        {"Ms. Ito described the plan for the harbour.", NULL, NULL},
        {"The council called Halden a town that could grow.", NULL, NULL},
        {"In a speech on Monday, Ms. Ito laughed off the plan.", NULL, NULL},
    };
    CHECK_ALL(list);
}

static void an_article_takes_a_noun_and_no_verb(void **state)
{
    (void) state;
    static const expected list[] = {
        {"In the film, the alleged thieves are still at large.", NULL, NULL},
        {"In the city, a recount of the vote could not be done.", NULL, NULL},
        {"A clip is shown in a purported new film released by the group.", NULL, NULL},
        {"Maps show why the continued noise is bad for the town.", NULL, NULL},
        {"Among them, its newly repeated doubts are not new.", NULL, NULL},
        {"Mr. Bell at the time said the port was empty.", "the port was empty", "Mr. Bell"},
        {"Mr. Bell has long said that the bridge would close.", "the bridge would close",
         "Mr. Bell"},
        {"The council this week said the port was empty.", "the port was empty", "The council"},
        {"Mr. Bell and Ms. Ito both said the port was empty.", "the port was empty",
         "Mr. Bell and Ms. Ito"},
        {"The clerks have all said the port was empty.", "the port was empty", "The clerks"},
        {"They each said the port was empty.", "the port was empty", "They"},
        {"In it, the most telling promise is that rents fall.", NULL, NULL},
        {"She further said the port was empty.", "the port was empty", "She"},
        {"Ms. Ito first said the port was empty.", "the port was empty", "Ms. Ito"},
        {"The first said the port was empty.", "the port was empty", "The first"},
    };
    CHECK_ALL(list);
}

static void a_word_that_stands_for_a_noun_may_stand_before_one(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Some reports say the moon is a lie.", "the moon is a lie", "Some reports"},
        {"Another claims the port was empty.", "the port was empty", "Another"},
        {"Some alleged victims said it was cold.", "it was cold", "victims"},
        {"Others alleged the mayor had lied.", "the mayor had lied", "Others"},
        {"Both alleged thieves were still at large.", NULL, NULL},
        {"Some suggested routes were closed, she said.", "Some suggested routes were closed",
         "she"},
    };
    CHECK_ALL(list);
}

static void a_name_may_be_written_as_such_a_word(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Kessa Long said the road was closed.", "the road was closed", "Kessa Long"},
        {"Mr. Long said the road was closed.", "the road was closed", "Mr. Long"},
        {"Long has said the road was closed.", "the road was closed", "Long"},
        {"Emma First said the road was closed.", "the road was closed", "Emma First"},
        {"A friend of his said the road was closed.", "the road was closed", "A friend of his"},
        {"The man who died this week said the road was closed.", "the road was closed",
         "The man"},
        {"The report released this week said the road was closed.", "the road was closed",
         "The report"},
        {"The man who fled at the time said the road was closed.", "the road was closed",
         "The man"},
    };
    CHECK_ALL(list);
}

static void what_is_denied_or_told_to_the_subject_is_no_report(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Ms. Ito did not say whether the town would pay.", NULL, NULL},
        {"Ms. Ito didn’t say whether the town would pay.", NULL, NULL},
        {"Ms. Ito was told that the bill was lost.", NULL, NULL},
        {"No party said that it would pay.", NULL, NULL},
        {"Ms. Ito cannot say whether it would.", NULL, NULL},
        {"Nobody said the town would pay.", NULL, NULL},
        {"The bridge opened, as Ms. Ito said it would.", NULL, NULL},
    };
    CHECK_ALL(list);
}

static void a_clause_that_is_mostly_quoted_is_a_quote(void **state)
{
    (void) state;
    static const expected list[] = {
        {"Mr. Bell said the plan was “dead and gone for good.”", NULL, NULL},
        {"Mr. Bell said that “nobody had warned the school.”", NULL, NULL},
        {"Mr. Bell said the plan for the harbour was “dead” by noon.",
         "the plan for the harbour was “dead” by noon", "Mr. Bell"},
        {"“We waited,” Ms. Ito said.", NULL, NULL},
        {"“We waited,” Ms. Ito said, adding that the road was shut.", "the road was shut",
         "Ms. Ito"},
    };
    CHECK_ALL(list);
}

static void an_order_is_a_report_only_if_asked_for(void **state)
{
    (void) state;
    static const expected kept = {"Ms. Ito told tenants to leave the house.",
                                  "to leave the house", "Ms. Ito"};
    static const expected left_out = {"Ms. Ito told tenants to leave the house.", NULL, NULL};
    check(&kept, true);
    check(&left_out, false);
}

static void two_speakers_of_a_sentence_have_a_report_each(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Mr. Bell said the talks were over and Ms. Ito said they had begun.");
    assert_true(quoted_text_is(&t, quoted_text_report(&t, 0)->inner, "the talks were over"));
    assert_true(quoted_text_is(&t, quoted_text_report(&t, 1)->inner, "they had begun"));
    assert_true(quoted_text_is(&t, quoted_text_report(&t, 1)->mention, "Ms. Ito"));
    assert_null(quoted_text_report(&t, 2));
    quoted_text_end(&t);
}

static void speech_inside_a_report_is_not_counted_again(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Mr. Bell said that Ms. Ito told him the hall was shut.");
    assert_non_null(quoted_text_report(&t, 0));
    assert_null(quoted_text_report(&t, 1));
    quoted_text_end(&t);
}

static void who_speaks_inside_a_report_is_not_whom_he_means(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Mr. Bell said that Mr. Roy warned the port.\n“It sank,” he said.");
    const bsh_quote *const quote = quoted_text_at(&t, 0);
    bsh_string const       name = quoted_text_speaker(&t, quote->speaker)->name;
    assert_int_equal(name.n_bytes, strlen("Mr. Bell"));
    assert_memory_equal(name.data, "Mr. Bell", name.n_bytes);
    quoted_text_end(&t);
}

static void thought_is_counted_apart(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Mr. Bell believes the council is wrong. Ms. Ito hoped that it was. "
                         "The fear was real. Their hopes were that it would end. "
                         "Mr. Bell did not believe that it had.");
    assert_int_equal(t.n_thoughts, 2);
    assert_null(quoted_text_report(&t, 0));
    quoted_text_end(&t);
}

static void a_report_stands_in_text_order_with_a_group_of_its_own(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Ms. Ito said the hall for the fair was “full” by noon.\n"
                         "“We left,” Ms. Ito said, adding that it rained. “We got wet.”");
    const bsh_quote *const quotes = t.quotes.items;
    static const uint32_t  kinds[] = {BSH_QUOTE_INDIRECT, BSH_QUOTE_FRAGMENT, BSH_QUOTE_DIRECT,
                                      BSH_QUOTE_INDIRECT, BSH_QUOTE_DIRECT};
    static const uint32_t  groups[] = {1, 2, 3, 4, 3};
    assert_int_equal(t.quotes.n, 5);
    for (size_t i = 0; i < 5; ++i) {
        assert_int_equal(quotes[i].kind, kinds[i]);
        assert_int_equal(quotes[i].group, groups[i]);
    }
    const bsh_speaker *const speaker = quoted_text_speaker(&t, 0);
    assert_int_equal(speaker->n_indirect, 2);
    assert_int_equal(speaker->n_quotes, 2);
    assert_int_equal(speaker->n_words, 6);
    quoted_text_end(&t);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clause_behind_the_verb_is_reported),
        cmocka_unit_test(a_clause_before_or_around_the_verb_is_reported),
        cmocka_unit_test(a_source_reports_on_either_side_of_according_to),
        cmocka_unit_test(what_stands_between_verb_and_clause_is_passed),
        cmocka_unit_test(a_second_verb_has_the_subject_of_the_first),
        cmocka_unit_test(what_is_no_clause_is_no_report),
        cmocka_unit_test(an_article_takes_a_noun_and_no_verb),
        cmocka_unit_test(a_word_that_stands_for_a_noun_may_stand_before_one),
        cmocka_unit_test(a_name_may_be_written_as_such_a_word),
        cmocka_unit_test(what_is_denied_or_told_to_the_subject_is_no_report),
        cmocka_unit_test(a_clause_that_is_mostly_quoted_is_a_quote),
        cmocka_unit_test(an_order_is_a_report_only_if_asked_for),
        cmocka_unit_test(two_speakers_of_a_sentence_have_a_report_each),
        cmocka_unit_test(speech_inside_a_report_is_not_counted_again),
        cmocka_unit_test(who_speaks_inside_a_report_is_not_whom_he_means),
        cmocka_unit_test(thought_is_counted_apart),
        cmocka_unit_test(a_report_stands_in_text_order_with_a_group_of_its_own),
    };
    return cmocka_run_group_tests_name("indirect", tests, NULL, NULL);
}
