#include "cut_text.h"

#include <broadsheet/document.h>
#include <stdio.h>

#include "data/languages.h"

typedef struct text_set {
    const char        *language;
    const char *const *texts; /* "|" where a sentence ends; the last is NULL */
} text_set;

/* Every text was written for this test; names and places are invented. */
static const char *const german[] = {
    "Der Hafen wurde am 3. Oktober geschlossen.|Die Fähren fahren wieder ab Montag.",
    "Im 2. Weltkrieg brannte das Rathaus ab.|Es wurde 1951 neu gebaut.",
    "Papst Johannes Paul II. sprach in Halmstadt.|Tausende kamen.",
    "Er kam 2019.|Danach zog die Firma um.",
    "Am 21. Juli tagt der Rat.|Die Sitzung ist öffentlich.",
    "Das 1. Kind der Familie Brandt heißt Ida.|Es wiegt 3,5 Kilo.",
    "Der 150. Geburtstag des Malers wird gefeiert.|Das Museum zahlt.",
    "Er belegte Platz 3.|Das Rennen gewann Lena Osten.",
    "Mehr dazu auf Seite 12.|Maria Holt berichtet aus Norden.",
    "Die Zahl stieg auf 1.500.|Experten rechnen mit mehr.",
    "Kaiser Wilhelm II. dankte ab.|Er ging ins Exil.",
    "Man braucht z. B. Holz und Stein.|Beides ist teuer.",
    "Das Gesetz gilt d. h. Mieter zahlen weniger.|Der Bund hilft.",
    "Dabei waren u. a. Vertreter der Stadt Olmen und der Bahn.|Sie schwiegen.",
    "Sie verkaufen Nägel, Schrauben usw.|Der Laden ist neu.",
    "Bahnhofstr. und Gartenstr. sind gesperrt.|Wie lange, ist offen.",
    "Sie verkaufen Nägel usw. Händler liefern täglich.",
    "Die Stadt bzw. Gemeinde entscheidet.|Niemand klagt.",
    "Rund 5 Mio. Euro fehlen.|Der Senat sucht Geld.",
    "Dr. Vogt und Prof. Reimers trafen Hrn. Lang.|Sie einigten sich.",
    "Das Büro liegt in der Kanalstr. 12 nahe St. Bertram.|Ein Bus hält dort.",
    "Er wohnt in der kurzen kanalstr. Linden stehen dort.",
    "Laut Nr. 5 Abs. 2 ist das erlaubt.|Juristen widersprechen.",
    "„Wir bleiben.“|Dann ging das Licht aus.",
    "„Wir bleiben“, sagte Vogt.|„Wir bauen neu.“",
    "„Bleiben Sie?“, fragte sie.|Er nickte.",
    "»Wir haben alles verloren!«|Die Halle schwieg.",
    "Die Römer kamen 50 v. Chr.|Später gingen sie.",
    "Die Anlage kostet ca. 3 Mrd. Euro.|Wer zahlt, ist offen.",
    "Frankfurt a. M. und Halle a. d. S. stimmten zu.",
    "Am 31.12. endet die Frist.|Wer zu spät kommt, zahlt.",
    "J. R. Okafor schrieb das Buch.|Es erschien im Nov. 2020.",
    "Der Minister a. D. Hans Kolb ist tot.|Er wurde 81.",
    "Über Olmen zog ein Sturm.|Über 40 Bäume fielen.",
    "Die Firma Holt & Co. KG klagt.|Am 5.3. wird verhandelt.",
    NULL,
};

static const char *const french[] = {
    "M. Dupont a rencontré Mme Roux lundi.|Ils ont parlé une heure.",
    "MM. Lenoir et Petit refusent.|Le conseil tranchera.",
    "« Vous restez ? » demanda-t-elle.|Il partit.",
    "« Nous avons tout perdu ! »|Le maire pleurait.",
    "« C’est fini. »|Puis la lumière revint.",
    "Il parle d’« un début ».|Les critiques disent moins.",
    "Ils vendent des outils, p. ex. Des scies et des clous.",
    "Ils vendent des scies, des clous, etc.|Le magasin est neuf.",
    "Vraiment ?|Non !|Personne ne savait.",
    "Le port ouvre le 12 janv. 2024 à midi.|Les ferries suivront.",
    "Il est né le 3 sept. 1950 à Orvanne.|Sa mère vit encore.",
    "Ils étaient sept.|Paul est parti.",
    "L’art. 5 al. 2 le permet.|Les juristes en doutent.",
    "Voir p. 12 et fig. 3.|Le reste suit.",
    "Le philosophe J. Le Goannec est mort.|Il avait 81 ans.",
    "Ils ont choisi le plan B.|Le conseil a refusé.",
    "Rome fut prise en 50 av. J.-C. par ses voisins.",
    "Le Dr Vial et le Pr. Morin signent.|Rien ne change.",
    "Les S.A. Morvan et Cie. Toulan fusionnent.",
    "La société vaut 3,5 millions.|Elle en valait 12.",
    "Elle a 40 ans.|À midi, elle partait.",
    "L’été arrive.|L’eau manque déjà.",
    "Le village compte env. 300 habitants.|Où dorment-ils ?",
    "Il habite bd. Carnot depuis 2009.|Étant malade, il sort peu.",
    "Qu’a-t-il dit ?|Qu’il reviendrait.",
    "Mgr. Aubin et Mlle. Roy étaient là.|Tous ont prié.",
    "Le train part à 10 h.|Le bus attend.",
    "On attend… et on attend.",
    NULL,
};

static const char *const spanish[] = {
    "El Sr. Vega vio a la Dra. Osuna el lunes.|Hablaron una hora.",
    "Los Sres. Pardo y Gil se niegan.|El pleno decidirá.",
    "¿Se queda?|¡No!|Nadie lo sabía.",
    "¿Por qué se fue?|¿Quién lo sabe?",
    "—¿Vienes? —preguntó Ana.|Luis calló.",
    "«Lo hemos perdido todo».|El alcalde lloraba.",
    "«¡Fuera!» gritó la sala.|El juez salió.",
    "Los EE. UU. no firmaron.|La UE protesta.",
    "Vive en EE. UU.|La familia sigue en Orcera.",
    "Hay fruta, p. ej. Manzanas y peras.",
    "Venden clavos, tornillos, etc.|La tienda es nueva.",
    "El puerto abre el 12 ene. 2024.|Los barcos esperan.",
    "Vive cerca del mar.|Juan pesca.",
    "Según el art. 5 y la pág. 12, es legal.|Los juristas dudan.",
    "Vive en la Avda. Central núm. 7.|El autobús para allí.",
    "El poeta J. De la Riva murió.|Tenía 81 años.",
    "Eligieron el plan B.|El pleno lo rechazó.",
    "Roma cayó en 50 a. C. ante sus vecinos.",
    "El partido empezó a las 9 p. m.|En la grada había sitio.",
    "La empresa Torval S.A. subió.|Las demás bajaron.",
    "Costó 3,5 millones.|Antes valía 12.",
    "Él llegó en 2019.|Después cerró el taller.",
    "Habló Dña. Rosa Pell.|Nadie respondió.",
    "Son aprox. 300 vecinos.|Ninguno votó.",
    "Esperamos… y esperamos.",
    "«No lo sé», dijo.|«Pregunte a otro».",
    "El Excmo. Sr. D. Luis Mora firmó.|Así acabó todo.",
    "Pesa 40 kg.|La caja es de roble.",
    NULL,
};

static const char *const italian[] = {
    "Il sig. Vega ha visto la dott.ssa Osti lunedì.|Hanno parlato un’ora.",
    "Il dott. Rossi e l’avv. Neri rifiutano.|Il consiglio decide.",
    "«Resta?» chiese lei.|Lui uscì.",
    "«Abbiamo perso tutto!»|Il sindaco piangeva.",
    "Secondo l’art. 7 serve un’altra firma.|Manca un po’.|Poi basta.",
    "Vendono chiodi, viti, ecc.|Il negozio è nuovo.",
    "Vendono chiodi ecc.|Alcuni costano poco.|Altri no.",
    "Serve frutta, p. es. Mele e pere.",
    "Il porto apre il 12 gen. 2024.|Le navi aspettano.",
    "Vive vicino al mar.|Paolo pesca.",
    "L’art. 5 e la pag. 12 lo permettono.|I giuristi dubitano.",
    "Lo scrittore A. De Marsi è morto.|Aveva 81 anni.",
    "Hanno scelto il piano B.|Il consiglio ha detto no.",
    "Roma cadde nel 50 a.C. davanti ai vicini.",
    "La Torval S.p.A. è salita.|Le altre sono scese.",
    "La Halden S.r.l. Milano assume.",
    "È costato 3,5 milioni.|Prima ne valeva 12.",
    "È arrivato nel 2019.|Dopo ha chiuso l’officina.",
    "Davvero?|No!|Nessuno lo sapeva.",
    "L’on. Bruni e il sen. Ferri tacciono.|Così finisce.",
    "Sono ca. 300 abitanti.|Nessuno ha votato.",
    "Il prof. Galli, cfr. Nota 3, dissente.|C’è altro.",
    "L’acqua manca.|Dell’anno scorso resta poco.",
    "Abita in v.le Roma n. 7.|L’autobus ferma lì.",
    "Aspettiamo… e aspettiamo.",
    "«Non lo so», disse.|«Chieda a un altro».",
    "Pesa 40 kg.|La cassa è di rovere.",
    "La sig.ra Pelli e don Mario erano lì.|Tutti pregavano.",
    "Il Po è in secca.|In pianura non piove.",
    "Dal 3 mar. Vega guida il consiglio.|Gli altri tacciono.",
    "In fondo al mar.|Vega nuota.",
    NULL,
};

static const char *const dutch[] = {
    "Dhr. Vega sprak met mevr. Osse op maandag.|Ze praatten een uur.",
    "Drs. Prins en ir. De Wit weigeren.|De raad beslist.",
    "Het regende.|'s Avonds ging het licht uit.",
    "Hij kwam in 2019.|'s Morgens vertrok hij.",
    "Het is koud.|’t Is winter.",
    "Men verkoopt bijv. Zagen en spijkers.",
    "Aanwezig waren o.a. Vertegenwoordigers van de gemeente Olmen.",
    "Dat geldt m.b.t. Belastingen en premies.|Niemand klaagt.",
    "Ze verkopen spijkers, schroeven enz.|De winkel is nieuw.",
    "De haven opent op 12 jan. 2024.|De boten wachten.",
    "‘Blijft u?’ vroeg zij.|Hij ging.",
    "“We zijn alles kwijt!”|De burgemeester huilde.",
    "„Het is voorbij.”|Toen kwam het licht terug.",
    "Echt?|Nee!|Niemand wist het.",
    "Volgens art. 5 lid 2 mag dat.|Juristen twijfelen.",
    "Zie p. 12 en afb. 3.|De rest volgt.",
    "De schrijver J. De Vries is dood.|Hij werd 81.",
    "Ze kozen plan B.|De raad weigerde.",
    "Rome viel in 50 v.Chr. door zijn buren.",
    "In de VS.|De president zwijgt.",
    "De vrouw woont in de VS.|De familie bleef hier.",
    "Het kost ca. 3 mln. euro.|Wie betaalt, is open.",
    "Torval N.V. steeg.|De andere daalden.",
    "Dit geldt voor u.|De rest mag gaan.",
    "De Mw. Pel en Prof. Smit tekenden.|Zo eindigde het.",
    "We wachten… en wachten.",
    "“Ik weet het niet”, zei hij.|“Vraag een ander.”",
    "Het weegt 40 kg.|De kist is van eik.",
    "Zondag jl. Won de ploeg niet.",
    "Zij woont in de Lindenstr. 12 te Olmen.|Er stopt een bus.",
    NULL,
};

static const text_set sets[] = {
    {"de", german}, {"fr", french}, {"es", spanish}, {"it", italian}, {"nl", dutch},
};

static void sentences_of_the_news_end_where_a_reader_ends_them(void **state)
{
    (void) state;
    unsigned n_wrong = 0;
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; ++i) {
        cutter c;
        assert_int_equal(cutter_init(&c, sets[i].language, BSH_STYLE_PROSE), BSH_OK);
        for (const char *const *text = sets[i].texts; *text != NULL; ++text) {
            if (strcmp(cut(&c, *text), *text) != 0) {
                print_message("%s: %s\n   not: %s\n", sets[i].language, c.cut, *text);
                ++n_wrong;
            }
        }
        cutter_free(&c);
    }
    assert_int_equal(n_wrong, 0);
}

/* The words of a text, joined by "|". */
static const char *words_of(const char *language, const char *text)
{
    static char out[256];
    size_t      n = 0;
    cutter      c;
    bsh__vec    tokens;
    assert_int_equal(cutter_init(&c, language, BSH_STYLE_PROSE), BSH_OK);
    bsh__vec_init(&tokens, bsh__allocator(NULL), sizeof(bsh_token));
    bsh_span const block = {0, (uint32_t) strlen(text)};
    assert_int_equal(bsh__segmenter_set(c.segmenter, text, block, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_words(c.segmenter, &tokens, NULL), BSH_OK);
    for (size_t i = 0; i < tokens.n; ++i) {
        bsh_span const span = ((const bsh_token *) tokens.items)[i].span;
        n += (size_t) snprintf(out + n, sizeof out - n, "%s%.*s", i > 0 ? "|" : "",
                               (int) (span.end - span.begin), text + span.begin);
        assert_true(n < sizeof out);
    }
    bsh__vec_free(&tokens);
    cutter_free(&c);
    return out;
}

/* An inner apostrophe never splits, a hyphen joins two halves only. */
static void words_are_what_they_are_in_english(void **state)
{
    (void) state;
    assert_string_equal(words_of("fr", "l\u2019homme d'un port qu'il voit aujourd'hui"),
                        "l\u2019homme|d'un|port|qu'il|voit|aujourd'hui");
    assert_string_equal(words_of("it", "dell'anno scorso, un po' tardi"),
                        "dell'anno|scorso|un|po|tardi");
    assert_string_equal(words_of("nl", "'s avonds twee auto's"), "s|avonds|twee|auto's");
    assert_string_equal(words_of("de", "Ein- und Ausgang der Nord-S\u00fcd-Bahn"),
                        "Ein|und|Ausgang|der|Nord-S\u00fcd-Bahn");
}

static void the_primary_subtag_decides(void **state)
{
    (void) state;
    assert_string_equal(bsh__language_of("de-AT")->tag, "de");
    assert_string_equal(bsh__language_of("DE")->tag, "de");
    assert_string_equal(bsh__language_of("nl_BE")->tag, "nl");
    assert_string_equal(bsh__language_of("fr-Latn-CA")->tag, "fr");
    assert_true(bsh__language_of("en-GB")->is_english);
    assert_false(bsh__language_of("enm")->is_english);
    assert_string_equal(bsh__language_of("den")->tag, "");
    assert_string_equal(bsh__language_of("sv")->tag, "");
    assert_string_equal(bsh__language_of("")->tag, "");
}

static void check_whole(const char *language, const char *text)
{
    cutter c;
    assert_int_equal(cutter_init(&c, language, BSH_STYLE_PROSE), BSH_OK);
    assert_string_equal(cut(&c, text), text);
    cutter_free(&c);
}

/* Rules that need no list hold; abbreviations are not known, so a small letter begins nothing.
 */
static void languages_without_lists_are_cut_at_clear_ends_alone(void **state)
{
    (void) state;
    check_whole("sv", "Hamnen st\u00e4ngdes den 3 oktober.|Sedan kom isen.");
    check_whole("sv", "Kommer du?|Nej!|Ingen vet.");
    check_whole("sv", "Han sa bl. annat nej.|J. R. Holm teg.");
    check_whole("sv", "De säljer spik osv. till alla.");
    check_whole("sv", "Priset \u00e4r 3.5 kronor.|U.S. Navy seglar.");
    check_whole("sv", "\u201eDet \u00e4r slut.\u201d|\u201eJa.\u201d");
}

static void rows_of_other_lists_have_other_settings(void **state)
{
    (void) state;
    bsh_options options;
    char        text[512];
    bsh_options_init(&options);
    (void) bsh_settings_text(text, sizeof text, &options);
    assert_null(strstr(text, "language_lists"));
    options.language = "nl-BE";
    (void) bsh_settings_text(text, sizeof text, &options);
    assert_non_null(strstr(text, " language_lists=nl-2"));
}

/* Every rule that looks about has a bound. */
static void hostile_blocks_take_linear_time(void **state)
{
    (void) state;
    enum { N_BYTES = 200000 };
    static const char *const patterns[] = {
        "3. A ",      "z. B. ",        "\u00ab ! \u00bb ",
        "'s A. ",     "l'l'l'l'",      "a! ",
        "(a? ",       "\u201e.\u201c", "J. De la ",
        "Kanalstr. ", "1.1.1.1.",      "! \u00bb\u00bb\u00bb",
    };
    static const char *const languages[] = {"en", "de", "fr", "nl", "sv"};
    char *const              text = malloc(N_BYTES);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; ++i) {
        size_t const length = strlen(patterns[i]);
        size_t       n = 0;
        for (; n + length <= N_BYTES; n += length) {
            memcpy(text + n, patterns[i], length);
        }
        for (size_t l = 0; l < sizeof languages / sizeof languages[0]; ++l) {
            cutter c;
            assert_int_equal(cutter_init(&c, languages[l], BSH_STYLE_INFORMAL), BSH_OK);
            bsh_span const block = {0, (uint32_t) n};
            assert_int_equal(bsh__segmenter_set(c.segmenter, text, block, NULL), BSH_OK);
            assert_int_equal(bsh__segmenter_sentences(c.segmenter, &c.found, NULL), BSH_OK);
            assert_true(c.found.n > 0);
            cutter_free(&c);
        }
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_of_the_news_end_where_a_reader_ends_them),
        cmocka_unit_test(words_are_what_they_are_in_english),
        cmocka_unit_test(the_primary_subtag_decides),
        cmocka_unit_test(languages_without_lists_are_cut_at_clear_ends_alone),
        cmocka_unit_test(rows_of_other_lists_have_other_settings),
        cmocka_unit_test(hostile_blocks_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
