#include "tests/unit/voiced_news.h"

static bsh_tally *tally;

static const bsh_voice *tally_of(bsh_voices_by by, const char *text, size_t n_expected)
{
    const bsh_voice *voices = NULL;
    size_t           n = 0;
    bsh_tally_destroy(tally);
    assert_int_equal(bsh_tally_create(&tally, by, NULL, &error), BSH_OK);
    assert_int_equal(bsh_tally_read(tally, read_news(analyzer, text), &voices, &n, &error),
                     BSH_OK);
    assert_int_equal(n, n_expected);
    return voices;
}

static void speakers_have_most_words_first_and_none_last(void **state)
{
    (void) state;
    const bsh_voice *const voices =
        tally_of(BSH_BY_SPEAKER,
                 "“We waited,” Ana Bell said. “Nobody came to help us.”\n\n"
                 "“Not once did the boat run on time this year,” Tom Okafor said.\n\n"
                 "The note was short. “Do not wait for me tonight.” Police kept it.\n",
                 3);
    assert_name(&voices[0], "Tom Okafor");
    assert_int_equal(voices[0].words, 10);
    assert_name(&voices[1], "Ana Bell");
    assert_int_equal(voices[1].quotes, 1);
    assert_int_equal(voices[1].pieces, 2);
    assert_int_equal(voices[1].words, 7);
    assert_int_equal(voices[1].sort, BSH_SPEAKER_PERSON);
    assert_name(&voices[2], "");
    assert_int_equal(voices[2].words, 6);
}

static void speakers_of_as_many_words_stand_as_in_the_text(void **state)
{
    (void) state;
    const bsh_voice *const voices = tally_of(
        BSH_BY_SPEAKER,
        "“We start at dawn,” Zoe Roth said.\n\n“They stop at dusk,” Ana Bell said.\n", 2);
    assert_name(&voices[0], "Zoe Roth");
    assert_name(&voices[1], "Ana Bell");
}

static void what_a_speaker_is_called_by_is_told(void **state)
{
    (void) state;
    const bsh_voice *const voices =
        tally_of(BSH_BY_SPEAKER,
                 "“We start at dawn in any weather,” Mr. Hale said.\n\n"
                 "“They all stop at dusk,” the White House said.\n\n"
                 "“Nobody is hurt,” officials said.\n\n“Go home,” a farmer said.\n",
                 4);
    assert_int_equal(voices[0].sort, BSH_SPEAKER_SURNAME);
    assert_int_equal(voices[0].gender, BSH_GENDER_MALE);
    assert_int_equal(voices[1].sort, BSH_SPEAKER_ORGANISATION);
    assert_int_equal(voices[2].sort, BSH_SPEAKER_COMMON);
    assert_int_equal(voices[2].flags, BSH_QUOTE_FLAG_ANONYMOUS);
    assert_int_equal(voices[3].sort, BSH_SPEAKER_COMMON);
    assert_int_equal(voices[3].flags, 0);
}

static void a_piece_without_a_verb_has_that_of_its_quote(void **state)
{
    (void) state;
    const bsh_voice *const voices =
        tally_of(BSH_BY_VERB,
                 "“We waited,” Ana Bell said. “Nobody came to help us.”\n\n"
                 "Said Tom Okafor: “It was a very long night.”\n\n"
                 "“I never met the man,” Tom Okafor claimed.\n",
                 2);
    assert_name(&voices[0], "said");
    assert_int_equal(voices[0].quotes, 2);
    assert_int_equal(voices[0].pieces, 3);
    assert_int_equal(voices[0].words, 13);
    assert_int_equal(voices[0].speakers, 2);
    assert_int_equal(voices[0].verb_class, BSH_VERB_NEUTRAL);
    assert_name(&voices[1], "claimed");
    assert_int_equal(voices[1].verb_class, BSH_VERB_DOUBT);
}

static void reports_are_counted_beside_quotes(void **state)
{
    (void) state;
    const bsh_voice *voices = tally_of(BSH_BY_SPEAKER, with_reports, 3);
    assert_name(&voices[2], "Ana Bell");
    assert_int_equal(voices[2].indirect, 3);
    assert_int_equal(voices[2].quotes + voices[2].pieces + voices[2].words, 0);
    voices = tally_of(BSH_BY_VERB, with_reports, 2);
    assert_name(&voices[0], "claimed"); // three reports are more than two quotes
    assert_int_equal(voices[0].speakers, 1);
    assert_name(&voices[1], "said");
    voices = tally_of(BSH_BY_KIND, with_reports, 2);
    assert_name(&voices[1], "indirect");
    assert_int_equal(voices[1].pieces, 3);
    assert_int_equal(voices[1].indirect, 0);
}

static void kinds_stand_in_their_order(void **state)
{
    (void) state;
    const bsh_voice *const voices =
        tally_of(BSH_BY_KIND,
                 "His novel “Harbor” sold out in a week.\n\n"
                 "“He shouted ‘stop the car’ and ran,” Ana Bell said.\n\n"
                 "Mr. Hale called the plan “a very bad deal” for small towns.\n",
                 4);
    assert_name(&voices[0], "direct");
    assert_int_equal(voices[0].words, 7);
    assert_name(&voices[1], "fragment");
    assert_int_equal(voices[1].speakers, 1);
    assert_name(&voices[2], "title");
    assert_int_equal(voices[2].pieces, 1);
    assert_int_equal(voices[2].speakers, 0);
    assert_name(&voices[3], "nested");
    assert_int_equal(voices[3].words, 3);
}

static void an_article_without_quotes_has_no_voices(void **state)
{
    (void) state;
    for (unsigned by = 0; by < BSH_BY_COUNT; ++by) {
        (void) tally_of((bsh_voices_by) by, "The boat is late again.\n", 0);
    }
}

static void a_tally_forgets_the_article_before(void **state)
{
    (void) state;
    const bsh_voice *voices = tally_of(BSH_BY_VERB, "“Go home now,” Ana Bell shouted.\n", 1);
    size_t           n = 0;
    assert_int_equal(bsh_tally_read(tally,
                                    read_news(analyzer, "“We are late,” Ana Bell added.\n"),
                                    &voices, &n, &error),
                     BSH_OK);
    assert_int_equal(n, 1);
    assert_name(&voices[0], "added");
}

static void what_voices_are_added_up_by_has_a_name(void **state)
{
    (void) state;
    assert_int_equal(bsh_voices_by_find("speaker"), BSH_BY_SPEAKER);
    assert_int_equal(bsh_voices_by_find("verb"), BSH_BY_VERB);
    assert_int_equal(bsh_voices_by_find("kind"), BSH_BY_KIND);
    assert_int_equal(bsh_voices_by_find("outlet"), BSH_BY_COUNT);
}

static int begin(void **state)
{
    (void) state;
    analyzer = new_analyzer();
    return 0;
}

static int end(void **state)
{
    (void) state;
    bsh_tally_destroy(tally);
    bsh_analyzer_destroy(analyzer);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(speakers_have_most_words_first_and_none_last),
        cmocka_unit_test(speakers_of_as_many_words_stand_as_in_the_text),
        cmocka_unit_test(what_a_speaker_is_called_by_is_told),
        cmocka_unit_test(a_piece_without_a_verb_has_that_of_its_quote),
        cmocka_unit_test(reports_are_counted_beside_quotes),
        cmocka_unit_test(kinds_stand_in_their_order),
        cmocka_unit_test(an_article_without_quotes_has_no_voices),
        cmocka_unit_test(a_tally_forgets_the_article_before),
        cmocka_unit_test(what_voices_are_added_up_by_has_a_name),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
