#include "tests/unit/voiced_news.h"

#include <stdio.h>

#include "tests/allocator.h"

/* An article of an outlet; its number is its place in the array. */
typedef struct piece_of_news {
    const char *corpus;
    const char *text;
} piece_of_news;

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
    {"argus", "“We are early,” Zoe Roth said.\n\n“It is done now,” Cole said.\n"},
    {"post",
     "“We are late again,” Hale said.\n\nThe sign was new. “Do not stop here at all.”\n"},
    {"argus", "“We start at dawn,” Ana Cole said.\n\nTom Cole came later that day.\n\n"
              "“They all stop at dusk,” Cole said.\n\n“They pay,’ said the White House.\n"},
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
        const bsh_voice               *rows = NULL;
        size_t                         n = 0;
        const bsh_voices_corpus *const c = &corpora[i];
        at += (size_t) snprintf(
            out + at, capacity - at,
            "%s %u %u/%u unnamed %u nameless %u bodies %u r%u s%u:", c->name,
            (unsigned) c->articles, (unsigned) c->quoted_words, (unsigned) c->words,
            (unsigned) c->unnamed.articles, (unsigned) c->nameless.words,
            (unsigned) c->organisations.words, (unsigned) c->repairs, (unsigned) c->speakers);
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
    static const char expected[] =
        "post 4 30/52 unnamed 2 nameless 6 bodies 0 r0 s7: ANA BELL 3 12 Hale 2 7\n"
        "herald 2 11/19 unnamed 0 nameless 0 bodies 0 r0 s3: Tom Okafor 2 9 Bell 1 2\n"
        "argus 2 18/38 unnamed 0 nameless 0 bodies 2 r1 s5: Cole 2 9 Ana Cole 1 4 Zoe Roth 1 "
        "3\n";
    for (unsigned shares = 0; shares < 3 * 3 * 3 * 3 * 3 * 3 * 3 * 3; ++shares) {
        char        found[900];
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

/* Articles in German have no speakers to be looked for, and are told as such. */
static void add_german(bsh_voices *voices, bsh_analyzer *german, uint64_t first, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        bsh_input const input = {.seq = first + i, .corpus = "tal"};
        assert_int_equal(
            bsh_voices_add(voices, &input,
                           read_news(german, "„Wir fahren um acht“, sagte Anna Kern.\n"),
                           &error),
            BSH_OK);
    }
}

static void articles_without_speakers_to_look_for_are_counted(void **state)
{
    (void) state;
    const bsh_voices_corpus *corpora = NULL;
    size_t                   n = 0;
    bsh_analyzer            *german = NULL;
    bsh_options              options;
    bsh_options_init(&options);
    options.language = "de";
    assert_int_equal(bsh_analyzer_create(&german, &options, &error), BSH_OK);
    bsh_voices *const voices = new_voices(BSH_BY_SPEAKER);
    bsh_voices *const other = new_voices(BSH_BY_SPEAKER);
    add_german(voices, german, 0, 2);
    add_german(other, german, 2, 1);
    assert_int_equal(bsh_voices_merge(voices, other, &error), BSH_OK);
    assert_int_equal(bsh_voices_corpora(voices, &corpora, &n, &error), BSH_OK);
    assert_int_equal(corpora[0].foreign, 3);
    assert_int_equal(corpora[0].speakers, 0);
    bsh_voices_destroy(other);
    bsh_voices_destroy(voices);
    bsh_analyzer_destroy(german);
}

/* Tom Roth is quoted twice with as many words as Ana Bell once. */
static void of_as_many_words_more_quotes_are_first(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“We start at dawn today,” Ana Bell said.\n\n"
                 "“They stop,” Tom Roth said.\n\n“We go on,” Tom Roth said.\n"},
    };
    const bsh_voice *const rows = ROWS(BSH_BY_SPEAKER, news, 2);
    assert_int_equal(rows[0].words, rows[1].words);
    assert_name(&rows[0], "Tom Roth");
}

/* As many quotes each: "wrote" has more words. */
static void of_as_many_uses_of_a_verb_more_words_are_first(void **state)
{
    (void) state;
    static const piece_of_news news[] = {
        {"post", "“They stop,” Tom Roth added.\n\n“We all go on,” Ana Bell wrote.\n"},
    };
    const bsh_voice *const rows = ROWS(BSH_BY_VERB, news, 2);
    assert_name(&rows[0], "wrote");
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
    bsh_voices_destroy(voices_of);
    bsh_analyzer_destroy(analyzer);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
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
        cmocka_unit_test(articles_without_speakers_to_look_for_are_counted),
        cmocka_unit_test(of_as_many_words_more_quotes_are_first),
        cmocka_unit_test(of_as_many_uses_of_a_verb_more_words_are_first),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(an_outlet_that_is_not_known_has_no_rows),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
