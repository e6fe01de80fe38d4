#include "tests/t.h"

#include <stdio.h>

#include <broadsheet.h>

#include "tests/allocator.h"

static bsh_error error;

/* An article of an outlet; its number is its place in the array. */
typedef struct piece_of_news {
    const char *corpus;
    const char *text;
} piece_of_news;

static bsh_analyzer *new_analyzer(void)
{
    bsh_analyzer *analyzer = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, NULL, &error), BSH_OK);
    return analyzer;
}

static const bsh_document *read_news(bsh_analyzer *analyzer, const char *text)
{
    const bsh_document *document = NULL;
    assert_int_equal(bsh_analyze(analyzer, text, strlen(text), &document, &error), BSH_OK);
    return document;
}

static void assert_name(const bsh_voice *voice, const char *name)
{
    size_t const n = strlen(name);
    if (voice->name.n_bytes != n || (n > 0 && memcmp(voice->name.data, name, n) != 0)) {
        fail_msg("the name is not %s but %.*s", name, (int) voice->name.n_bytes,
                 voice->name.data);
    }
}

/* ---- one article */

static bsh_analyzer *analyzer;
static bsh_tally    *tally;

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

static const char with_reports[] =
    "“We are late again,” Tom Okafor said.\n\n“We pay for it all,” Zoe Roth said.\n\n"
    "Ana Bell claimed that the boat was late again. She claimed that nobody had called her.\n\n"
    "Ana Bell claimed that the quay had sunk in May.\n";

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

/* ---- many articles */

static bsh_voices *voices_of;

static bsh_voices *new_voices(bsh_voices_by by)
{
    bsh_voices *voices = NULL;
    assert_int_equal(bsh_voices_create(&voices, by, NULL, &error), BSH_OK);
    return voices;
}

static bsh_status add_news(bsh_voices *voices, const piece_of_news *news, size_t number)
{
    bsh_input const input = {.seq = number, .corpus = news[number].corpus};
    return bsh_voices_add(voices, &input, read_news(analyzer, news[number].text), &error);
}

/* The rows of the first outlet. */
static const bsh_voice *rows_of(bsh_voices_by by, const piece_of_news *news, size_t n_news,
                                size_t n_expected)
{
    const bsh_voice *rows = NULL;
    size_t           n = 0;
    bsh_voices_destroy(voices_of);
    voices_of = new_voices(by);
    for (size_t i = 0; i < n_news; ++i) {
        assert_int_equal(add_news(voices_of, news, i), BSH_OK);
    }
    assert_int_equal(bsh_voices_rows(voices_of, news[0].corpus, &rows, &n, &error), BSH_OK);
    assert_int_equal(n, n_expected);
    return rows;
}

#define ROWS(by, news, n) rows_of(by, news, sizeof(news) / sizeof(news)[0], n)

static void a_name_is_one_whatever_its_case_and_blanks(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Ana Bell said.\n"},
        {"post", "“They stop at dusk,” Ana  Bell said.\n\n“Go home,” Tom Okafor said.\n"},
        {"post", "“It is done now,” ANA BELL said.\n"},
    };
    const bsh_voice *const rows = ROWS(BSH_BY_SPEAKER, news, 2);
    assert_name(&rows[0], "Ana Bell");
    assert_int_equal(rows[0].articles, 3);
    assert_int_equal(rows[0].quotes, 3);
    assert_int_equal(rows[0].words, 12);
    assert_name(&rows[1], "Tom Okafor");
}

static void a_surname_alone_is_the_one_person_of_that_name(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Bell said.\n"},
        {"post", "“They stop at dusk,” Ana Bell Jr. said.\n"},
        {"herald", "“It is done now,” Tom Bell said.\n"},
    };
    const bsh_voice *const rows = ROWS(BSH_BY_SPEAKER, news, 1);
    assert_name(&rows[0], "Ana Bell Jr.");
    assert_int_equal(rows[0].articles, 2);
    assert_int_equal(rows[0].words, 8);
}

static void a_surname_of_two_people_stays_apart(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Bell said.\n"},
        {"post", "“They stop at dusk,” Ana Bell said.\n"},
        {"post", "“It is done now,” Tom Bell said.\n"},
        {"post", "“We are late,” Mayor Bell said.\n"},
    };
    (void) ROWS(BSH_BY_SPEAKER, news, 4);
}

static void mr_bell_is_not_ana_bell(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Mr. Bell said.\n"},
        {"post", "“They stop at dusk,” Ana Bell said.\n"},
    };
    (void) ROWS(BSH_BY_SPEAKER, news, 2);
}

/* Tom Bell is not quoted, but named: who Bell is cannot be known. */
static void a_surname_beside_its_full_name_stays_apart(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Ana Bell said.\n\nTom Bell came later that day.\n\n"
                 "“They all stop at dusk,” Bell said.\n"},
        {"post", "“It is done now,” Bell said.\n"},
    };
    const bsh_voice *const rows = ROWS(BSH_BY_SPEAKER, news, 2);
    assert_name(&rows[0], "Bell");
    assert_int_equal(rows[0].articles, 2);
    assert_name(&rows[1], "Ana Bell");
}

static void surnames_without_a_full_name_go_together(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Hale said.\n"},
        {"post", "“They stop at dusk,” President Hale said.\n"},
        {"post", "“It is done now,” President Hale said.\n"},
    };
    const bsh_voice *const rows = ROWS(BSH_BY_SPEAKER, news, 1);
    assert_name(&rows[0], "President Hale");
    assert_int_equal(rows[0].articles, 3);
}

static void mr_and_ms_hale_are_two(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Hale said.\n"},
        {"post", "“They stop at dusk,” Mr. Hale said.\n"},
        {"post", "“It is done now,” Ms. Hale said.\n"},
    };
    (void) ROWS(BSH_BY_SPEAKER, news, 3);
}

static void only_people_are_ranked_and_the_rest_is_counted(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post",
         "“We start at dawn,” Ana Bell said.\n\n“They stop at dusk,” officials said.\n\n"
         "“Nobody is hurt,” a farmer said.\n\n“We are watching,” the White House said.\n"},
        {"post", "The note was short. “Do not wait for me tonight.” Police kept it.\n"},
    };
    const bsh_voices_corpus *corpora = NULL;
    size_t                   n = 0;
    const bsh_voice *const   rows = ROWS(BSH_BY_SPEAKER, news, 1);
    assert_name(&rows[0], "Ana Bell");
    assert_int_equal(bsh_voices_corpora(voices_of, &corpora, &n, &error), BSH_OK);
    assert_int_equal(n, 1);
    assert_int_equal(corpora[0].articles, 2);
    assert_int_equal(corpora[0].quoted_words, 20);
    assert_int_equal(corpora[0].speakers, 4);
    assert_int_equal(corpora[0].unnamed.articles, 1);
    assert_int_equal(corpora[0].unnamed.words, 7);
    assert_int_equal(corpora[0].organisations.words, 3);
    assert_int_equal(corpora[0].nameless.articles, 1);
    assert_int_equal(corpora[0].nameless.words, 6);
}

static void verbs_are_ranked_by_quotes_and_reports(void **state)
{
    (void) state;
    static const piece_of_news news[] = {{"post", with_reports}};
    const bsh_voices_corpus   *corpora = NULL;
    size_t                     n = 0;
    const bsh_voice *const     rows = ROWS(BSH_BY_VERB, news, 2);
    assert_name(&rows[0], "claimed");
    assert_int_equal(bsh_voices_corpora(voices_of, &corpora, &n, &error), BSH_OK);
    assert_int_equal(corpora[0].indirect, 3);
}

/* Two quotes of two pieces each, and three reports. */
static void kinds_are_ranked_by_pieces(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We waited,” Tom Okafor said. “Nobody came to us.”\n\n"
                 "Ana Bell said that the boat was late again.\n"},
        {"post", "“We are late,” Zoe Roth said. “It is not our fault.”\n\n"
                 "Ana Bell said that the quay had sunk in May.\n\n"
                 "She said that nobody had called her.\n"},
    };
    const bsh_voices_corpus *corpora = NULL;
    size_t                   n = 0;
    const bsh_voice *const   rows = ROWS(BSH_BY_KIND, news, 2);
    assert_name(&rows[0], "direct");
    assert_int_equal(rows[0].pieces, 4);
    assert_int_equal(rows[1].pieces, 3);
    assert_int_equal(bsh_voices_corpora(voices_of, &corpora, &n, &error), BSH_OK);
    assert_int_equal(corpora[0].indirect, 3);
}

static void verbs_are_added_up_with_their_class(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn,” Ana Bell said.\n"},
        {"post", "“They stop at dusk,” Tom Okafor said.\n\n“Go home,” Ana Bell shouted.\n"},
    };
    const bsh_voice *const rows = ROWS(BSH_BY_VERB, news, 2);
    assert_name(&rows[0], "said");
    assert_int_equal(rows[0].articles, 2);
    assert_name(&rows[1], "shouted");
    assert_int_equal(rows[1].verb_class, BSH_VERB_FORCE);
}

/* ---- merging */

static const piece_of_news merged_news[] = {
    {"post", "“We start at dawn,” Bell said.\n\n“Go home,” a farmer said.\n"},
    {"herald", "“They stop at dusk,” Tom Okafor said.\n"},
    {"post", "“It is done now,” ANA BELL said.\n\n“We are watching,” officials said.\n"},
    {"herald", "“We pay for it all,” Mr. Okafor said.\n\n“Go home,” Bell said.\n"},
    {"post", "“Nobody came at all,” Ana Bell said.\n\n“We are late,” Mayor Hale said.\n"},
    {"argus", "“We are early,” Zoe Roth said.\n"},
    {"post",
     "“We are late again,” Hale said.\n\nThe sign was new. “Do not stop here at all.”\n"},
};
enum { N_MERGED = sizeof merged_news / sizeof merged_news[0] };

/* Everything that is known, as text. */
static void describe(bsh_voices *voices, char *out, size_t capacity)
{
    const bsh_voices_corpus *corpora = NULL;
    size_t                   n_corpora = 0;
    size_t                   at = 0;
    assert_int_equal(bsh_voices_corpora(voices, &corpora, &n_corpora, &error), BSH_OK);
    for (size_t i = 0; i < n_corpora; ++i) {
        const bsh_voice *rows = NULL;
        size_t           n = 0;
        at += (size_t) snprintf(out + at, capacity - at, "%s %u %u/%u %u:", corpora[i].name,
                                (unsigned) corpora[i].articles,
                                (unsigned) corpora[i].quoted_words, (unsigned) corpora[i].words,
                                (unsigned) corpora[i].unnamed.articles);
        assert_int_equal(bsh_voices_rows(voices, corpora[i].name, &rows, &n, &error), BSH_OK);
        for (size_t k = 0; k < n; ++k) {
            at += (size_t) snprintf(out + at, capacity - at, " %.*s %u %u",
                                    (int) rows[k].name.n_bytes, rows[k].name.data,
                                    (unsigned) rows[k].articles, (unsigned) rows[k].words);
        }
        at += (size_t) snprintf(out + at, capacity - at, "\n");
    }
}

static void the_way_articles_are_shared_out_changes_nothing(void **state)
{
    (void) state;
    static const char expected[] = "post 4 30/52 2: ANA BELL 3 12 Hale 2 7\n"
                                   "herald 2 11/19 0: Tom Okafor 2 9 Bell 1 2\n"
                                   "argus 1 3/6 0: Zoe Roth 1 3\n";
    for (unsigned shares = 0; shares < 3 * 3 * 3 * 3 * 3 * 3 * 3; ++shares) {
        char        found[600];
        unsigned    share = shares;
        bsh_voices *parts[3];
        for (size_t i = 0; i < 3; ++i) {
            parts[i] = new_voices(BSH_BY_SPEAKER);
        }
        for (size_t i = 0; i < N_MERGED; ++i) {
            assert_int_equal(add_news(parts[(i + share) % 3], merged_news, i), BSH_OK);
            share /= 3;
        }
        assert_int_equal(bsh_voices_merge(parts[2], parts[0], &error), BSH_OK);
        assert_int_equal(bsh_voices_merge(parts[2], parts[1], &error), BSH_OK);
        describe(parts[2], found, sizeof found);
        assert_string_equal(found, expected);
        for (size_t i = 0; i < 3; ++i) {
            bsh_voices_destroy(parts[i]);
        }
    }
}

static bsh_status use_all(const bsh_allocator *memory, bsh_voices_by by)
{
    bsh_voices *voices = NULL;
    bsh_voices *other = NULL;
    bsh_status  status = bsh_voices_create(&voices, by, memory, &error);
    if (status == BSH_OK) {
        status = bsh_voices_create(&other, by, memory, &error);
    }
    for (size_t i = 0; status == BSH_OK && i < N_MERGED; ++i) {
        status = add_news(i % 2 == 0 ? voices : other, merged_news, i);
    }
    if (status == BSH_OK) {
        status = bsh_voices_merge(voices, other, &error);
    }
    const bsh_voices_corpus *corpora = NULL;
    const bsh_voice         *rows = NULL;
    size_t                   n = 0;
    if (status == BSH_OK) {
        status = bsh_voices_corpora(voices, &corpora, &n, &error);
    }
    if (status == BSH_OK) {
        status = bsh_voices_rows(voices, "post", &rows, &n, &error);
    }
    bsh_voices_destroy(other);
    bsh_voices_destroy(voices);
    return status;
}

static void every_allocation_may_fail(void **state)
{
    (void) state;
    for (unsigned by = 0; by < BSH_BY_COUNT; ++by) {
        bsh_status status = BSH_E_NOMEM;
        for (long fail_at = 1; status != BSH_OK; ++fail_at) {
            test_allocator memory;
            test_allocator_init(&memory, fail_at);
            status = use_all(&memory.allocator, (bsh_voices_by) by);
            assert_int_equal(memory.n_live, 0);
            assert_true(status == BSH_E_NOMEM || (status == BSH_OK && fail_at > 20));
        }
    }
}

static void an_outlet_that_is_not_known_has_no_rows(void **state)
{
    (void) state;
    static const piece_of_news news[] = {{"post", "“We start at dawn,” Ana Bell said.\n"}};
    const bsh_voice           *rows = NULL;
    size_t                     n = 1;
    (void) ROWS(BSH_BY_SPEAKER, news, 1);
    assert_int_equal(bsh_voices_rows(voices_of, "herald", &rows, &n, &error), BSH_OK);
    assert_int_equal(n, 0);
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
    bsh_voices_destroy(voices_of);
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
        cmocka_unit_test(a_name_is_one_whatever_its_case_and_blanks),
        cmocka_unit_test(a_surname_alone_is_the_one_person_of_that_name),
        cmocka_unit_test(a_surname_of_two_people_stays_apart),
        cmocka_unit_test(mr_bell_is_not_ana_bell),
        cmocka_unit_test(a_surname_beside_its_full_name_stays_apart),
        cmocka_unit_test(surnames_without_a_full_name_go_together),
        cmocka_unit_test(mr_and_ms_hale_are_two),
        cmocka_unit_test(only_people_are_ranked_and_the_rest_is_counted),
        cmocka_unit_test(verbs_are_added_up_with_their_class),
        cmocka_unit_test(verbs_are_ranked_by_quotes_and_reports),
        cmocka_unit_test(kinds_are_ranked_by_pieces),
        cmocka_unit_test(the_way_articles_are_shared_out_changes_nothing),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(an_outlet_that_is_not_known_has_no_rows),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
