/* Quotes in other languages than English: marks are paired, kinds and groups found, and nobody
 * is named who says them. */
#include "tests/t.h"

#include <broadsheet.h>

#include <stdio.h>

typedef struct abroad {
    bsh_analyzer       *analyzer;
    const bsh_document *document;
} abroad;

static void abroad_read(abroad *a, const char *language, const char *text, size_t n_bytes)
{
    bsh_options options;
    bsh_options_init(&options);
    options.language = language;
    options.is_extracted = true;
    options.include_kinds = BSH_BLOCK_ALL;
    assert_int_equal(bsh_analyzer_create(&a->analyzer, &options, NULL), BSH_OK);
    assert_int_equal(bsh_analyze(a->analyzer, text, n_bytes, &a->document, NULL), BSH_OK);
}

static void abroad_end(abroad *a)
{
    bsh_analyzer_destroy(a->analyzer);
}

typedef struct sample {
    const char *text;
    const char *pieces[6]; /* "GROUP KIND TEXT", with the flag of a repair behind it */
} sample;

static void put_piece(char *out, size_t capacity, const bsh_document *document,
                      const bsh_quote *quote)
{
    bsh_string const text = bsh_document_slice(document, quote->inner);
    size_t           at = 0;
    size_t           end = text.n_bytes;
    while (at < end && bsh_text_space(text, at) > 0) {
        at += bsh_text_space(text, at);
    }
    while (end > at && (text.data[end - 1] == ' ' || text.data[end - 1] == '\xA0' ||
                        text.data[end - 1] == '\xAF')) { // the last byte of U+00A0, U+202F
        end -= text.data[end - 1] == ' ' ? 1 : text.data[end - 1] == '\xA0' ? 2 : 3;
    }
    int n = snprintf(out, capacity, "%u %s %.*s", quote->group,
                     bsh_quote_kind_name(quote->kind), (int) (end - at), text.data + at);
    for (unsigned bit = 0; bit < BSH_QUOTE_FLAG_COUNT; ++bit) {
        if ((quote->flags & BSH_QUOTE_REPAIRS & (1U << bit)) != 0) {
            n += snprintf(out + n, capacity - (size_t) n, " %s", bsh_quote_flag_name(bit));
        }
    }
}

static void check_sample(const char *language, const sample *s)
{
    abroad a;
    size_t n = 0;
    abroad_read(&a, language, s->text, strlen(s->text));
    const bsh_quote *const quotes = bsh_document_quotes(a.document, &n);
    for (size_t i = 0; i < n || s->pieces[i] != NULL; ++i) {
        char found[256] = "nothing";
        if (i < n) {
            put_piece(found, sizeof found, a.document, &quotes[i]);
        }
        if (s->pieces[i] == NULL || strcmp(found, s->pieces[i]) != 0) {
            fail_msg("%s: %s\nfound %s, not %s", language, s->text, found, s->pieces[i]);
        }
        assert_int_equal(quotes[i].speaker, BSH_NO_SPEAKER);
        assert_int_equal(quotes[i].via, BSH_VIA_NONE);
        assert_int_equal(quotes[i].verb_class, BSH_VERB_NONE);
        assert_false(quotes[i].is_said);
        assert_int_equal(quotes[i].verb.end - quotes[i].verb.begin, 0);
        assert_int_equal(quotes[i].mention.end - quotes[i].mention.begin, 0);
    }
    (void) bsh_document_speakers(a.document, &n);
    assert_int_equal(n, 0);
    abroad_end(&a);
}

static void check_samples(const char *language, const sample *samples, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        check_sample(language, &samples[i]);
    }
}

#define CHECK(language, samples)                                                               \
    check_samples(language, samples, sizeof(samples) / sizeof(samples)[0])

/* Every text was written for this test; names and places are invented. */
static void german_pieces_have_their_kinds(void **state)
{
    (void) state;
    static const sample samples[] = {
        {"„Wir haben lange gewartet“, sagte Ilse Kern am Dienstag. „Jetzt geht es los.“",
         {"1 direct Wir haben lange gewartet", "1 direct Jetzt geht es los."}},
        {"»Das Schiff ist alt«, sagte Kern, »aber es schwimmt.«",
         {"1 direct Das Schiff ist alt", "1 direct aber es schwimmt."}},
        {"Der Hafenmeister nannte den Plan „ganz und gar unsinnig“ und ging.",
         {"1 fragment ganz und gar unsinnig"}},
        {"Kern sprach von „Verrat“ und „Raub am Gemeinwohl“.",
         {"1 fragment Verrat", "2 fragment Raub am Gemeinwohl"}},
        {"Es war eher eine „Pause“ als ein Ende.", {"1 scare Pause"}},
        {"Es regnet seit Tagen. Niemand hat uns gewarnt“, sagte Kern.",
         {"1 direct Es regnet seit Tagen. Niemand hat uns gewarnt open_guessed"}},
        {"Der Saal war voll am Dienstag. Niemand hat uns gewarnt.“ Das half nichts.",
         {"1 direct Niemand hat uns gewarnt. open_guessed"}},
        {"„Wir warten, sagte Kern am Dienstag. Der Saal war voll.",
         {"1 direct Wir warten, close_guessed"}},
        {"Im Stück „Winter und Wolf“ spielt sie die Mutter.", {"1 title Winter und Wolf"}},
        {"„Er rief ‚Halt den Wagen an‘ und rannte weg“, erzählte der Fahrer.",
         {"1 direct Er rief ‚Halt den Wagen an‘ und rannte weg", "1 nested Halt den Wagen an"}},
        {"»Er rief ›Halt den Wagen an‹ und rannte weg«, erzählte der Fahrer.",
         {"1 direct Er rief ›Halt den Wagen an‹ und rannte weg", "1 nested Halt den Wagen an"}},
        {"»Er rief: ›Halt!‹«, erzählte der Fahrer.",
         {"1 direct Er rief: ›Halt!‹", "1 nested Halt!"}},
        {"„Wo ist das Geld?“, fragte Kern. Der Rat schwieg.", {"1 direct Wo ist das Geld?"}},
        {"Kern betonte: „Das Geld ist da.“", {"1 direct Das Geld ist da."}},
    };
    CHECK("de", samples);
    CHECK("de-AT", samples);
}

static void french_pieces_have_their_kinds(void **state)
{
    (void) state;
    static const sample samples[] = {
        {"« Nous avons attendu », a déclaré la maire. « Ça commence enfin. »",
         {"1 direct Nous avons attendu", "1 direct Ça commence enfin."}},
        {"«\u00a0Nous avons attendu\u00a0», a déclaré la maire.",
         {"1 direct Nous avons attendu"}},
        {"«\u202fNous avons attendu\u202f», a déclaré la maire.",
         {"1 direct Nous avons attendu"}},
        {"« Nous avons, a dit Mme Roy, attendu trop longtemps. »",
         {"1 direct Nous avons, a dit Mme Roy, attendu trop longtemps."}},
        {"« C’est fini », lâche-t-il.", {"1 direct C’est fini"}},
        {"« Jamais », ajoute-t-elle.", {"1 direct Jamais"}},
        {"Le maire a qualifié le plan de « folie ».", {"1 fragment folie"}},
        {"C’était plutôt une « pause » qu’une fin.", {"1 scare pause"}},
        {"Dans « Le Long Hiver », elle joue la mère.", {"1 title Le Long Hiver"}},
        {"« Il m’a dit “va-t’en” et je suis parti », raconte le marin.",
         {"1 direct Il m’a dit “va-t’en” et je suis parti"}},
        {"« Il m’a dit ‹ va-t’en › et je suis parti », raconte le marin.",
         {"1 direct Il m’a dit ‹ va-t’en › et je suis parti", "1 nested va-t’en"}},
        {"« Il m’a dit ‹va-t’en› et ‹reste !› », raconte le marin.",
         {"1 direct Il m’a dit ‹va-t’en› et ‹reste !›", "1 nested va-t’en",
          "1 nested reste !"}},
    };
    CHECK("fr", samples);
}

static void spanish_pieces_have_their_kinds(void **state)
{
    (void) state;
    static const sample samples[] = {
        {"«Hemos esperado mucho», dijo la alcaldesa. «Ahora empieza por fin».",
         {"1 direct Hemos esperado mucho", "1 direct Ahora empieza por fin"}},
        {"“El barco es viejo”, afirmó Rey, “pero flota”.",
         {"1 direct El barco es viejo", "1 direct pero flota"}},
        {"Dijo el capitán: «No zarpamos hoy».", {"1 direct No zarpamos hoy"}},
        {"El concejal calificó el plan de «disparate» en una carta.", {"1 fragment disparate"}},
        {"Fue más una “pausa” que un final.", {"1 scare pausa"}},
        {"—No sé nada —respondió el marinero.", {NULL}},
    };
    CHECK("es", samples);
}

static void italian_pieces_have_their_kinds(void **state)
{
    (void) state;
    static const sample samples[] = {
        {"«Abbiamo aspettato a lungo», ha detto la sindaca. «Adesso si comincia.»",
         {"1 direct Abbiamo aspettato a lungo", "1 direct Adesso si comincia."}},
        {"“La nave è vecchia”, ha spiegato Re, “ma galleggia”.",
         {"1 direct La nave è vecchia", "1 direct ma galleggia"}},
        {"Il consigliere ha definito il piano «una follia».", {"1 fragment una follia"}},
        {"Era più una “pausa” che una fine.", {"1 scare pausa"}},
    };
    CHECK("it", samples);
}

static void dutch_pieces_have_their_kinds(void **state)
{
    (void) state;
    static const sample samples[] = {
        {"„We hebben lang gewacht”, zei Kok. „Nu begint het eindelijk.”",
         {"1 direct We hebben lang gewacht", "1 direct Nu begint het eindelijk."}},
        {"“Het schip is oud,” aldus Kok, “maar het drijft.”",
         {"1 direct Het schip is oud,", "1 direct maar het drijft."}},
        {"‘We hebben lang gewacht’, zei Kok. ‘Nu begint het eindelijk.’",
         {"1 direct We hebben lang gewacht", "1 direct Nu begint het eindelijk."}},
        {"De wethouder noemde het plan “een dwaasheid” en vertrok.",
         {"1 fragment een dwaasheid"}},
        {"Het was meer een “pauze” dan een einde.", {"1 scare pauze"}},
    };
    CHECK("nl", samples);
}

static void a_language_without_verbs_goes_by_looks_alone(void **state)
{
    (void) state;
    static const sample samples[] = {
        {"”Odotimme pitkään”, sanoi pormestari. ”Nyt se alkaa.”",
         {"1 direct Odotimme pitkään", "2 direct Nyt se alkaa."}},
        {"Se oli pikemmin ”tauko” kuin loppu.", {"1 scare tauko"}},
        {"Hän kutsui suunnitelmaa sanoilla ”täysin järjetön ja aivan liian kallis meille”.",
         {"1 fragment täysin järjetön ja aivan liian kallis meille"}},
    };
    CHECK("fi", samples);
}

/* The clause of the attribution tells where a missing mark belongs, in each language. */
static void missing_marks_are_mended_by_the_verbs_of_the_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        sample      sample;
    } mended[] = {
        {"de",
         {"„Die Wahl ist am Freitag, sagte Frau Kern.\n\nDer Saal war voll.",
          {"1 direct Die Wahl ist am Freitag, close_guessed"}}},
        {"de",
         {"„Die Wahl ist am Freitag, der Sprecher betonte das.\n\nDer Saal war voll.",
          {"1 direct Die Wahl ist am Freitag, close_guessed"}}},
        {"fr",
         {"« Le vote a lieu vendredi, a dit Mme Roy.\n\nLa salle était pleine.",
          {"1 direct Le vote a lieu vendredi, close_guessed"}}},
        {"fr",
         {"« Le vote a lieu vendredi, dit-elle.\n\nLa salle était pleine.",
          {"1 direct Le vote a lieu vendredi, close_guessed"}}},
        {"es",
         {"«La votación es el viernes, dijo la alcaldesa.\n\nLa sala estaba llena.",
          {"1 direct La votación es el viernes, close_guessed"}}},
        {"it",
         {"«Si vota venerdì, ha detto la sindaca.\n\nLa sala era piena.",
          {"1 direct Si vota venerdì, close_guessed"}}},
        {"nl",
         {"„We stemmen op vrijdag, zei Kok.\n\nDe zaal zat vol.",
          {"1 direct We stemmen op vrijdag, close_guessed"}}},
        {"fi",
         {"”Äänestys on perjantaina, sanoi Kari.\n\nSali oli täynnä.",
          {"1 direct Äänestys on perjantaina, sanoi Kari. unclosed"}}},
    };
    for (size_t i = 0; i < sizeof mended / sizeof mended[0]; ++i) {
        check_sample(mended[i].language, &mended[i].sample);
    }
}

static void a_paragraph_may_go_on_in_the_next(void **state)
{
    (void) state;
    static const sample samples[] = {
        {"„Wir haben jede Akte gelesen.\n\n„Wir fanden nichts“, sagte Frau Lund.",
         {"1 direct Wir haben jede Akte gelesen.", "1 direct Wir fanden nichts"}},
    };
    CHECK("de", samples);
}

static void a_table_of_verbs_serves_other_languages_too(void **state)
{
    (void) state;
    char const          article[] = "Kalle kutsui sitä sanalla ”hullu”.";
    char const          table[] = "kutsui\tkutsua\tjudgement\n";
    bsh_options         options;
    bsh_verbs          *verbs = NULL;
    bsh_analyzer       *analyzer = NULL;
    const bsh_document *document = NULL;
    size_t              n = 0;
    bsh_options_init(&options);
    options.language = "fi";
    assert_int_equal(bsh_verbs_create(&verbs, table, sizeof table - 1, NULL, NULL), BSH_OK);
    options.verbs = verbs;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    assert_int_equal(bsh_analyze(analyzer, article, sizeof article - 1, &document, NULL),
                     BSH_OK);
    assert_int_equal(bsh_document_quotes(document, &n)[0].kind, BSH_QUOTE_FRAGMENT);
    bsh_analyzer_destroy(analyzer);
    bsh_verbs_destroy(verbs);
}

static void measures_that_rest_on_speakers_are_empty_with_the_reason(void **state)
{
    (void) state;
    static const char *const english_only[] = {
        "quotes_per_1000",   "scare_per_1000",    "speakers",
        "speakers_per_1000", "mean_quote_words",  "median_quote_words",
        "fragment_share",    "top_speaker_share", "unattributed_share"};
    static const char *const for_all[] = {"quote_density", "direct_density"};
    char const               text[] =
        "„Wir haben lange gewartet“, sagte Ilse Kern. Der Hafen war voll und laut.";
    abroad a;
    abroad_read(&a, "de", text, sizeof text - 1);
    const bsh_counts *const counts = bsh_document_counts(a.document);
    for (size_t i = 0; i < sizeof english_only / sizeof english_only[0]; ++i) {
        bsh_value const value = bsh_measure_value(bsh_measure_find(english_only[i]), counts);
        assert_int_equal(value.presence, BSH_WRONG_LANGUAGE);
    }
    for (size_t i = 0; i < sizeof for_all / sizeof for_all[0]; ++i) {
        bsh_value const value = bsh_measure_value(bsh_measure_find(for_all[i]), counts);
        assert_int_equal(value.presence, BSH_PRESENT);
        assert_true(value.number > 0.3 && value.number < 0.31); // 4 of 13 words
    }
    abroad_end(&a);
}

static void hostile_text_takes_no_more_than_linear_time(void **state)
{
    (void) state;
    enum { N_BYTES = 200000 };
    static const char *const units[] = {"„a“ ",        "„",           "“",      "sagte ",
                                        "„a“, sagte ", "sagte „a",    "— „a“ ", "‹a› « ",
                                        "„a, ",        "sagte: „a“. "};
    char *const              text = malloc(N_BYTES);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof units / sizeof units[0]; ++i) {
        size_t const n = strlen(units[i]);
        abroad       a;
        size_t       at = 0;
        for (; at + n <= N_BYTES; at += n) {
            memcpy(text + at, units[i], n);
        }
        abroad_read(&a, "de", text, at); // quadratic time would take minutes here
        abroad_end(&a);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(german_pieces_have_their_kinds),
        cmocka_unit_test(french_pieces_have_their_kinds),
        cmocka_unit_test(spanish_pieces_have_their_kinds),
        cmocka_unit_test(italian_pieces_have_their_kinds),
        cmocka_unit_test(dutch_pieces_have_their_kinds),
        cmocka_unit_test(a_language_without_verbs_goes_by_looks_alone),
        cmocka_unit_test(missing_marks_are_mended_by_the_verbs_of_the_language),
        cmocka_unit_test(a_paragraph_may_go_on_in_the_next),
        cmocka_unit_test(a_table_of_verbs_serves_other_languages_too),
        cmocka_unit_test(measures_that_rest_on_speakers_are_empty_with_the_reason),
        cmocka_unit_test(hostile_text_takes_no_more_than_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
