#include "tests/unit/speaker_checks.h"

static void the_place_of_the_clause_tells_how_the_speaker_was_found(void **state)
{
    (void) state;
    check_one("“We paid for it,” Ms. Hale said.", "Ms. Hale", "Ms. Hale", BSH_VIA_LEFT);
    check_one("“We paid for it,” said Ms. Hale.", "Ms. Hale", "Ms. Hale", BSH_VIA_INVERTED);
    check_one("Ms. Hale told reporters that “we paid for it twice.”", "Ms. Hale", "Ms. Hale",
              BSH_VIA_LEFT);
    check_one("“We paid for it,” said another.", "another", "another", BSH_VIA_INVERTED);
    check_one("“We paid for it,” said several of them.", "several of them", "several of them",
              BSH_VIA_INVERTED);
    check_one("“We paid for it,” say many.", "many", "many", BSH_VIA_INVERTED);
    check_one("Ruiz: “We can close the gap now.”", "Ruiz", "Ruiz", BSH_VIA_COLON);
    check_one("The fire was “out of control,” according to Chief Ames.", "Chief Ames",
              "Chief Ames", BSH_VIA_ACCORDING);
    check_one("The mayor is “not the kind of person” to give up.", "The mayor", "The mayor",
              BSH_VIA_SUBJECT);
}

static void an_apposition_is_no_part_of_the_speaker(void **state)
{
    (void) state;
    check_one("“Rents rose,” Dana Ruiz, the mayor of Alton, said.", "Dana Ruiz", "Dana Ruiz",
              BSH_VIA_LEFT);
    check_one("“Rents rose,” Dana Ruiz, minister for trade, tourism and mines, said.",
              "Dana Ruiz", "Dana Ruiz", BSH_VIA_LEFT);
    check_one("In a call on Monday, Dana Ruiz, the mayor, said “rents rose again in May.”",
              "Dana Ruiz", "Dana Ruiz", BSH_VIA_LEFT);
    check_one("“Rents rose,” said a spokesman for the mayor.", "a spokesman for the mayor",
              "a spokesman for the mayor", BSH_VIA_INVERTED);
}

static void who_means_the_name_before_it(void **state)
{
    (void) state;
    check_one("Ana Bell, the head of Alton General, who said it was “a very bad deal,” left.",
              "who", "Ana Bell", BSH_VIA_LEFT);
    check_one("The vote angered Ana Bell, who said it was “a very bad deal” for all.", "who",
              "Ana Bell", BSH_VIA_LEFT);
}

static void what_is_no_part_of_a_name_is_left_out_of_it(void **state)
{
    (void) state;
    check_one("“We won,” Bell himself said.", "Bell", "Bell", BSH_VIA_LEFT);
    check_one("“We won,” said Republican Ana Bell.", "Republican Ana Bell", "Ana Bell",
              BSH_VIA_INVERTED);
    check_one("“We won,” Ana Bell of the port said.", "Ana Bell of the port", "Ana Bell",
              BSH_VIA_LEFT);
    check_one("“We won,” President-elect Ana Bell said Tuesday.", "President-elect Ana Bell",
              "Ana Bell", BSH_VIA_LEFT);
    check_one("“It is Osei’s,” according to Bell’s.", "Bell’s", "Bell", BSH_VIA_ACCORDING);
}

static void words_of_the_rules_that_begin_alike_are_told_apart(void **state)
{
    (void) state;
    check_one("“We won,” said Democrat Ruvik Haldane.", "Democrat Ruvik Haldane",
              "Ruvik Haldane", BSH_VIA_INVERTED);
    check_one("“We won,” said Democratic Ruvik Haldane.", "Democratic Ruvik Haldane",
              "Ruvik Haldane", BSH_VIA_INVERTED);
    check_one("“We won,” said Democrats Ruvik Haldane.", "Democrats Ruvik Haldane",
              "Democrats Ruvik Haldane", BSH_VIA_INVERTED);
}

static void a_day_is_no_speaker(void **state)
{
    (void) state;
    check_one("“The vote is over now,” said Tuesday.", "", NULL, BSH_VIA_NONE);
}

static void a_participle_has_the_speaker_of_the_verb_before_it(void **state)
{
    (void) state;
    check_one("The plan of Mr. Osei fell, Ms. Hale said, adding that it was “a very bad deal.”",
              "Ms. Hale", "Ms. Hale", BSH_VIA_LEFT);
    check_one("Citing the cost, Ms. Hale left, calling it “a very bad deal.”", "Ms. Hale",
              "Ms. Hale", BSH_VIA_LEFT);
    check_one("ALTON (NF) — Ms. Hale left, calling it “a very bad deal.”", "Ms. Hale",
              "Ms. Hale", BSH_VIA_LEFT);
}

static void a_capitalised_verb_inside_a_sentence_is_none(void **state)
{
    (void) state;
    check_one("“If it had rained” in the United States, Ms. Hale said on Monday, “we had won.”",
              "Ms. Hale", "Ms. Hale", BSH_VIA_LEFT);
}

static void fragments_of_one_sentence_share_its_speaker(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Mr. Bell called him a “loser,” a “liar” and a “whiner.”");
    check_speaker(&t, 2, "Mr. Bell", "Mr. Bell", BSH_VIA_SAME_PARAGRAPH);
    assert_int_equal(quoted_text_at(&t, 2)->kind, BSH_QUOTE_FRAGMENT);
    quoted_text_end(&t);
}

static void a_bare_quote_takes_the_speaker_of_the_paragraph_before(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(
        &t, "Mr. Bell said that crews were on site.\n# A crew in Alton\n“Nobody is hurt, "
            "and nobody is missing.”");
    check_speaker(&t, 0, "Mr. Bell", "Mr. Bell", BSH_VIA_CARRIED);
    quoted_text_end(&t);
    check_one("Mr. Bell said that crews were on site.\nThe river kept rising through the whole "
              "night.\n“Nobody is hurt, and nobody is missing.”",
              "", NULL, BSH_VIA_NONE);
}

static void a_verb_has_its_class(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(
        &t, "“I never met him,” Mr. Bell claimed.\n“Where is it?” Hanley pressed.\n“At "
            "home,” Ms. Ito said. “I saw it.”");
    assert_int_equal(quoted_text_at(&t, 0)->verb_class, BSH_VERB_DOUBT);
    assert_int_equal(quoted_text_at(&t, 1)->verb_class, BSH_VERB_OTHER);
    assert_int_equal(quoted_text_at(&t, 2)->verb_class, BSH_VERB_NEUTRAL);
    assert_int_equal(quoted_text_at(&t, 3)->verb_class, BSH_VERB_NONE);
    quoted_text_end(&t);
}

static void a_contracted_pronoun_is_the_pronoun(void **state)
{
    (void) state;
    check_one("He’s predicting “a very good year” for the mill.", "He", "He", BSH_VIA_LEFT);
    check_one("In May they’d called the plan “a very bad deal” for all.", "they", "they",
              BSH_VIA_LEFT);
}

static void a_bracket_and_a_comma_may_stand_behind_a_name(void **state)
{
    (void) state;
    check_one("Gov. Ana Bell (D-Alton), said, “It is dear.”", "Gov. Ana Bell", "Ana Bell",
              BSH_VIA_LEFT);
    check_one("“It is dear,” Sen. Ana Bell (D-Alton) said.", "Sen. Ana Bell", "Ana Bell",
              BSH_VIA_LEFT);
}

static void a_place_behind_an_opening_clause_is_no_subject(void **state)
{
    (void) state;
    check_one(
        "Speaking in Salem, Norland, Ana Bell went after him, calling him “a total bore.”",
        "Ana Bell", "Ana Bell", BSH_VIA_LEFT);
    check_one(
        "At a fair in Salem, Norland, on Sunday, Ana Bell left, calling it “far too loud.”",
        "Ana Bell", "Ana Bell", BSH_VIA_LEFT);
    check_one("In May, Ana Bell, the mayor, left, calling it “far too loud.”", "Ana Bell",
              "Ana Bell", BSH_VIA_LEFT);
}

static void the_verb_of_a_sentence_is_no_part_of_its_subject(void **state)
{
    (void) state;
    check_one("The town released a statement Monday saying the words “are based on his moods.”",
              "The town", "The town", BSH_VIA_LEFT);
    check_one("“It is dear,” according to a forecast.", "a forecast", "a forecast",
              BSH_VIA_ACCORDING);
    check_one("“It is dear,” according to a paper filed by the clerk.", "a paper", "a paper",
              BSH_VIA_ACCORDING);
}

static void what_somebody_calls_it_is_told_by_the_sentence_around(void **state)
{
    (void) state;
    check_one("Ana Bell railed against what she calls the “Alton ring” of thieves.", "Ana Bell",
              "Ana Bell", BSH_VIA_LEFT);
    check_one("Ana Bell said in what Mr. Osei called a “very odd” speech that it was late.",
              "Ana Bell", "Ana Bell", BSH_VIA_LEFT);
}

static void a_verb_behind_would_or_to_gives_way_to_the_one_that_reports(void **state)
{
    (void) state;
    check_one("Ana Bell said that Mr. Osei would continue to be “a friend of the port.”",
              "Ana Bell", "Ana Bell", BSH_VIA_LEFT);
    check_one("Ana Bell said she hoped that Mr. Osei had put together “a very good crew.”",
              "Ana Bell", "Ana Bell", BSH_VIA_LEFT);
    check_one("Asked about it, Ana Bell would only say, “It is late.”", "Ana Bell", "Ana Bell",
              BSH_VIA_LEFT);
}

static void a_noun_that_is_a_verb_elsewhere_has_no_speaker(void **state)
{
    (void) state;
    check_one("Ana Bell added a Chirp comment of her own, saying “it is far too late now.”",
              "Ana Bell", "Ana Bell", BSH_VIA_LEFT);
}

static void a_verb_on_no_list_may_stand_before_its_name(void **state)
{
    (void) state;
    check_one("“Not even the nets,” snorted Edda.", "Edda", "Edda", BSH_VIA_INVERTED);
    check_one("“This is fun!” beamed Donna Hart of Alton.", "Donna Hart", "Donna Hart",
              BSH_VIA_INVERTED);
    check_one("“You are late,” Hanley shot back with a laugh.", "Hanley", "Hanley",
              BSH_VIA_LEFT);
    check_one("“We won,” said one of the nine.", "one of the nine", "one of the nine",
              BSH_VIA_INVERTED);
}

static void him_and_them_speak_nowhere(void **state)
{
    (void) state;
    check_one("Ana Bell left only to have her ask “how it could have come to this.”",
              "Ana Bell", "Ana Bell", BSH_VIA_LEFT);
}

static void what_stands_between_a_noun_and_its_verb_is_no_speaker(void **state)
{
    (void) state;
    check_one("A man who was at the meeting said there was “a bit of a row.”", "A man", "A man",
              BSH_VIA_LEFT);
    check_one("A letter obtained by the Alton Herald warns that “it is far too late now.”",
              "A letter", "A letter", BSH_VIA_LEFT);
    check_one("A man in the crowd said “it is far too late now.”", "A man in the crowd",
              "A man in the crowd", BSH_VIA_LEFT);
    check_one("An official who would not be named, and who said it was “dear,” left.", "who",
              "An official", BSH_VIA_LEFT);
}

static void the_country_us_is_no_pronoun(void **state)
{
    (void) state;
    check_one("“We have won!” US Senator Ana Bell said as she left.", "US Senator Ana Bell",
              "Ana Bell", BSH_VIA_LEFT);
}

static void a_clause_behind_the_mark_goes_before_a_colon(void **state)
{
    (void) state;
    check_one("Ms. Hale stressed the need for calm: “Wait a day,” she said.", "she", "Ms. Hale",
              BSH_VIA_LEFT);
}

static void a_paragraph_that_ends_in_a_colon_leads_in_the_next(void **state)
{
    (void) state;
    check_one("On a cold evening in the old harbour of Alton, Ana Bell echoed:\n“It was a "
              "long time coming to us.”",
              "Ana Bell", "Ana Bell", BSH_VIA_CARRIED);
    check_one(
        "Mr. Osei said it was late. Ms. Hale went on to list what was lost:\n“It was a long "
        "time coming to us.”",
        "Ms. Hale", "Ms. Hale", BSH_VIA_CARRIED);
    check_one("Mr. Osei said it was late. Excerpts follow here:\n“It was a long time coming to "
              "us.”",
              "Mr. Osei", "Mr. Osei", BSH_VIA_CARRIED);
}

static void titles_and_labels_have_no_speaker(void **state)
{
    (void) state;
    check_one("Ms. Hale appeared on “Meet the Neighbors” twice.", "", NULL, BSH_VIA_NONE);
    check_one("It was examined in a widely read report, “The Cost of Distance,” in May.", "",
              NULL, BSH_VIA_NONE);
    check_one("The so-called “reform” cost the city a year.", "", NULL, BSH_VIA_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_place_of_the_clause_tells_how_the_speaker_was_found),
        cmocka_unit_test(an_apposition_is_no_part_of_the_speaker),
        cmocka_unit_test(who_means_the_name_before_it),
        cmocka_unit_test(what_is_no_part_of_a_name_is_left_out_of_it),
        cmocka_unit_test(words_of_the_rules_that_begin_alike_are_told_apart),
        cmocka_unit_test(a_day_is_no_speaker),
        cmocka_unit_test(a_participle_has_the_speaker_of_the_verb_before_it),
        cmocka_unit_test(a_capitalised_verb_inside_a_sentence_is_none),
        cmocka_unit_test(fragments_of_one_sentence_share_its_speaker),
        cmocka_unit_test(a_bare_quote_takes_the_speaker_of_the_paragraph_before),
        cmocka_unit_test(a_verb_has_its_class),
        cmocka_unit_test(a_contracted_pronoun_is_the_pronoun),
        cmocka_unit_test(a_bracket_and_a_comma_may_stand_behind_a_name),
        cmocka_unit_test(a_place_behind_an_opening_clause_is_no_subject),
        cmocka_unit_test(the_verb_of_a_sentence_is_no_part_of_its_subject),
        cmocka_unit_test(what_somebody_calls_it_is_told_by_the_sentence_around),
        cmocka_unit_test(a_verb_behind_would_or_to_gives_way_to_the_one_that_reports),
        cmocka_unit_test(a_noun_that_is_a_verb_elsewhere_has_no_speaker),
        cmocka_unit_test(a_verb_on_no_list_may_stand_before_its_name),
        cmocka_unit_test(him_and_them_speak_nowhere),
        cmocka_unit_test(what_stands_between_a_noun_and_its_verb_is_no_speaker),
        cmocka_unit_test(the_country_us_is_no_pronoun),
        cmocka_unit_test(a_clause_behind_the_mark_goes_before_a_colon),
        cmocka_unit_test(a_paragraph_that_ends_in_a_colon_leads_in_the_next),
        cmocka_unit_test(titles_and_labels_have_no_speaker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
