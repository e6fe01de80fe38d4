#include "tests/t.h"

#include "segment/segmenter.h"
#include "segment/words.h"
#include "unicode/breaks.h"

static bsh__segmenter *segmenter;
static bsh__vec        found; /* bsh_token */

static int set_up(void **state)
{
    (void) state;
    bsh_options options;
    bsh_options_init(&options);
    bsh__vec_init(&found, bsh__allocator(NULL), sizeof(bsh_token));
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
    found.n = 0;
    assert_int_equal(bsh__segmenter_set(segmenter, text, span, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_words(segmenter, &found, NULL), BSH_OK);
}

static const bsh_token *token(size_t i)
{
    assert_true(i < found.n);
    return (const bsh_token *) found.items + i;
}

/* The words of a text with "|" between them; with_addresses: all tokens. */
static const char *joined(const char *text, bool with_addresses)
{
    static char out[1024];
    size_t      n = 0;
    segment(text, (bsh_span){0, (uint32_t) strlen(text)});
    for (size_t i = 0; i < found.n; ++i) {
        if (!with_addresses && !bsh_token_is_word(token(i))) {
            continue;
        }
        bsh_span const span = token(i)->span;
        assert_true(n + (span.end - span.begin) + 2 < sizeof out);
        if (n > 0) {
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
    {"W01", "The vote was close.", "The|vote|was|close"},
    {"W02", "A state-of-the-art port", "A|state-of-the-art|port"},
    {"W03", "COVID-19 cases rose", "COVID-19|cases|rose"},
    {"W04", "aged 18-49 or 50–64", "aged|18-49|or|50–64"},
    {"W05", "the Kiel–Oslo ferry", "the|Kiel–Oslo|ferry"},
    {"W06", "He paused—then left.", "He|paused|then|left"},
    {"W07", "He paused--then left.", "He|paused|then|left"},
    {"W08", "He paused – then left.", "He|paused|then|left"},
    {"W09", "It isn't Mara's, they don’t say.", "It|isn't|Mara's|they|don’t|say"},
    {"W10", "the students' vote", "the|students|vote"},
    {"W11", "$178 million", "$178|million"},
    {"W12", "€3.5bn and £1,200", "€3.5bn|and|£1,200"},
    {"W13", "up 3.5% to 20°C", "up|3.5%|to|20°C"},
    {"W14", "a 2½-hour delay", "a|2½-hour|delay"},
    {"W15", "the U.S. Army", "the|U.S.|Army"},
    {"W16", "a U.S.-led force", "a|U.S.-led|force"},
    {"W17", "J.K. Holm, Ph.D., spoke", "J.K.|Holm|Ph.D.|spoke"},
    {"W18", "at 10:30 a.m. on 9/11", "at|10:30|a.m.|on|9/11"},
    {"W19", "yes and/or no", "yes|and|or|no"},
    {"W20", "AT&T's R&D unit", "AT&T's|R&D|unit"},
    {"W21", "Holm & Pell", "Holm|&|Pell"},
    {"W22", "see https://post.example/a?b=1 now", "see|now"},
    {"W23", "mail desk@post.example today", "mail|today"},
    {"W24", "@kielport wrote #ferry2024", "@kielport|wrote|#ferry2024"},
    {"W25", "an F-16 jet in 3D", "an|F-16|jet|in|3D"},
    {"W26", "the 1st and 2nd-floor rooms", "the|1st|and|2nd-floor|rooms"},
    {"W27", "the '90s and 1990s", "the|'90s|and|1990s"},
    {"W28", "naïve café owner Zoë", "naïve|café|owner|Zoë"},
    {"W29", "• first item *", "first|item"},
    {"W30", "“We’ll go,” he said…", "We’ll|go|he|said"},
    {"W31", "😀 Great 👍", "Great"},
    {"W32", "—", ""},
    {"W33", "Get it here>>", "Get|it|here"},
    {"W34", "co-op, co‑op", "co-op|co‑op"},
    {"co-op.", "They met at the co-op.", "They|met|at|the|co-op"},
    {"W35", "5-a-day, $5-a-day", "5-a-day|$5-a-day"},
    {"W36", "1.2.3 and 192.168.0.1", "1.2.3|and|192.168.0.1"},
    {"W37", "O’Neill’s 24/7 shop", "O’Neill’s|24/7|shop"},
    {"W38", "wait...what", "wait|what"},
    {"W39", "(Pool/AFP via Nordfoto)", "Pool|AFP|via|Nordfoto"},
    {"W40", "foo_bar is one", "foo_bar|is|one"},
};

static void the_worked_examples_hold(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; ++i) {
        if (strcmp(joined(examples[i].text, false), examples[i].expected) != 0) {
            fail_msg("%s: %s", examples[i].id, joined(examples[i].text, false));
        }
    }
}

/* Text and all tokens, addresses included. */
static const char *const more_examples[][2] = {
    {"Mr. Vega, Inc. and Jan. 5", "Mr.|Vega|Inc.|and|Jan.|5"},
    {"come in. The sun.", "come|in|The|sun"},
    {"She runs a co-op. The co-op.", "She|runs|a|co-op|The|co-op"},
    {"Roe (R-Ariz.), Maj.-Gen. Holm, op. 9", "Roe|R-Ariz.|Maj.-Gen.|Holm|op.|9"},
    {"No. 5 is 6 ft. tall, no. Yes", "No.|5|is|6|ft.|tall|no|Yes"},
    {"the U.S.'s role, D.C.\u2019s mayor", "the|U.S.'s|role|D.C.\u2019s|mayor"},
    {"J.-P. Holm etc...", "J.-P.|Holm|etc"},
    {"3%-5% or $5-$10, 5\u203210\u2033", "3%-5%|or|$5-$10|5\u203210\u2033"},
    {"US$5 and a $", "US|$5|and|a"},
    {"co\u00adoperate, co\u200bop, end\u00ad", "co\u00adoperate|co\u200bop|end"},
    {"_so_ he_said __", "so|he_said"},
    {"«\u202fbonjour\u202f» 10\u202f000", "bonjour|10\u202f000"},
    {"a@b and note:this", "a|b|and|note|this"},
    {"#1 and #co_op, C# @me.", "#1|and|#co_op|C|@me"},
    {"\u2019em, 'twas, \u201824 hours\u2019, class of \u201924",
     "\u2019em|'twas|24|hours|class|of|\u201924"},
    {"rock 'n' roll", "rock|'n|roll"},
    {"a port,\"'em said, (\"'em", "a|port|em|said|'em"},
    {"closed.The bridge, Node.js", "closed|The|bridge|Node.js"},
    {"10:30am 9/11-style 5/12/2024 w/o", "10:30am|9/11-style|5/12/2024|w|o"},
    {"Smith&Sons, Q&A", "Smith|Sons|Q&A"},
    {"1\ufe0f\u20e3 \u00bd a\u00b2", "\u00bd|a\u00b2"},
    {"(see https://post.example/a_(b).) Then", "see|https://post.example/a_(b)|Then"},
    {"www.halden-post.example, bit.ly/abc!", "www.halden-post.example|bit.ly/abc"},
    {"Halden.com's desk.two@post.example.", "Halden.com|desk.two@post.example"},
    {"ASP.NET, closed.it", "ASP.NET|closed.it"},
    {"\u201chttps://post.example/\u201d x", "https://post.example/|x"},
    {"\u041f\u043e\u0440\u0442 \u6d77", "\u041f\u043e\u0440\u0442|\u6d77"},
};

static void further_texts_are_cut_by_the_same_rules(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof more_examples / sizeof more_examples[0]; ++i) {
        assert_string_equal(joined(more_examples[i][0], true), more_examples[i][1]);
    }
}

/* A word that is known without a stop may be an abbreviation all the same, by every list. */
static void a_known_word_takes_the_stop_of_an_abbreviation(void **state)
{
    (void) state;
    static const char words[] = "Mr approx vol Jan Thurs Inc kg port 6";
    assert_string_equal(joined(words, true), "Mr|approx|vol|Jan|Thurs|Inc|kg|port|6");
    assert_string_equal(joined("Mr. approx. vol. 6. Jan. Thurs. Inc. 6 kg. port. ", true),
                        "Mr.|approx.|vol.|6|Jan.|Thurs.|Inc.|6|kg.|port");
    assert_string_equal(joined("vol. port kg. ", true), "vol|port|kg");
}

static void tokens_have_their_class(void **state)
{
    (void) state;
    static const struct {
        const char    *text;
        bsh_token_kind kind;
    } cases[] = {
        {"don't", BSH_TOKEN_LETTERS},     {"1,200", BSH_TOKEN_NUMBER},
        {"$178", BSH_TOKEN_NUMBER},       {"2nd", BSH_TOKEN_NUMBER},
        {"18-49", BSH_TOKEN_NUMBER},      {"COVID-19", BSH_TOKEN_MIXED},
        {"2nd-floor", BSH_TOKEN_MIXED},   {"3D", BSH_TOKEN_MIXED},
        {" & ", BSH_TOKEN_SYMBOL},        {"#ferry2024", BSH_TOKEN_HASHTAG},
        {"#5", BSH_TOKEN_NUMBER},         {"@kielport", BSH_TOKEN_HANDLE},
        {"a@b.example", BSH_TOKEN_EMAIL}, {"ftp://x", BSH_TOKEN_URL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        (void) joined(cases[i].text, true);
        assert_int_equal(found.n, 1);
        assert_int_equal(token(0)->kind, cases[i].kind);
        assert_int_equal(token(0)->flags, 0);
    }
}

static void spans_do_not_depend_on_what_stands_around_the_block(void **state)
{
    (void) state;
    static const char text[] = "xthe port\u2019s ferryx";
    segment(text, (bsh_span){1, 19});
    assert_int_equal(found.n, 3);
    assert_int_equal(token(0)->span.begin, 1);
    assert_int_equal(token(1)->span.begin, 5);
    assert_int_equal(token(1)->span.end, 13);
    assert_int_equal(token(2)->span.end, 19);
}

/* ---- text of strangers */

/* In order, not empty, inside the block, on character boundaries, and inside one sentence each.
 */
static void check_tokens(const char *text, uint32_t n)
{
    bsh__vec sentences;
    bsh__vec_init(&sentences, bsh__allocator(NULL), sizeof(bsh_sentence));
    assert_int_equal(bsh__segmenter_sentences(segmenter, &sentences, NULL), BSH_OK);
    uint32_t            at = 0;
    size_t              k = 0;
    const bsh_sentence *sentence = sentences.items;
    for (size_t i = 0; i < found.n; ++i) {
        bsh_span const span = token(i)->span;
        assert_true(span.begin >= at && span.end > span.begin && span.end <= n);
        assert_true(((unsigned char) text[span.begin] & 0xC0U) != 0x80U);
        assert_true(span.end == n || ((unsigned char) text[span.end] & 0xC0U) != 0x80U);
        while (k < sentences.n && sentence[k].span.end <= span.begin) {
            ++k;
        }
        assert_true(k < sentences.n && sentence[k].span.end >= span.end);
        at = span.end;
    }
    bsh__vec_free(&sentences);
}

static void random_text_has_tokens_in_order_inside_its_sentences(void **state)
{
    (void) state;
    static const char *const parts[] = {
        ".",      "-",          "'",      "\u2019",  " ",      "$",      "%",       "&",
        "/",      ":",          "@",      "#",       "a",      "Foo",    "The",     "U.S",
        "5",      "1,2",        "\u00bd", "\u200b",  "\u00ad", "\u2013", "e\u0301", "\u6d77",
        "\u3002", "?",          "www.",   "http://", "com",    "_",      "\u00b0",  "\uff0e",
        "closed", "\U0001F44D", "\ufeff", "\n",      "90s",    "(",      ")"};
    char     text[512];
    uint32_t seed = 7;
    for (unsigned round = 0; round < 20000; ++round) {
        uint32_t n = 0;
        for (unsigned i = 0; i < 30; ++i) {
            seed = seed * 1664525U + 1013904223U;
            const char *const part = parts[(seed >> 16) % (sizeof parts / sizeof parts[0])];
            memcpy(text + n, part, strlen(part));
            n += (uint32_t) strlen(part);
        }
        segment(text, (bsh_span){0, n});
        check_tokens(text, n);
    }
}

/* ---- the short way of plain words */

/* Weighted towards what the short way takes, so that what it must not take stands in its midst.
 */
static const char *const news_parts[] = {
    " ",          " ",
    " ",          " ",
    " ",          " ",
    " ",          " ",
    " ",          " ",
    "  ",         "\t",
    "the",        "ferry",
    "Port",       "a",
    "I",          "don't",
    "Mara",       "said",
    "closed",     "The",
    "harbour",    "counterpart",
    "2024",       "1,200",
    "3.5",        "6",
    ".",          ".",
    ",",          ",",
    ";",          "?",
    "(",          ")",
    "\"",         "\u201c",
    "\u201d",     "\u2014",
    "\u2026",     "\u2019",
    "\u2018",     "'",
    "-",          "\u2013",
    "&",          "/",
    ":",          "#",
    "@",          "%",
    "$",          "\u20ac",
    "+",          "_",
    "*",          "=",
    "Mr",         "No",
    "ft",         "Jan",
    "etc",        "U.S",
    "90s",        "em",
    "3D",         "caf\u00e9",
    "e\u0301",    "\u200d",
    "\u200b",     "\u00ad",
    "\u00a0",     "\u0301",
    "\u2139",     "\u6d77",
    "\u05d0",     "\u00bd",
    "\u20e3",     "\U0001F44D",
    "www.",       "com",
    "://",        "s",
    "isn\u2019t", "internationalisation",
};

static void cut_by(bsh__word_finder *finder, const char *text, const bsh__vec *boundaries,
                   bsh__vec *tokens)
{
    tokens->n = 0;
    assert_int_equal(bsh__words_find(finder, bsh__segmenter_vocabulary(segmenter), text,
                                     boundaries, tokens, NULL),
                     BSH_OK);
}

static uint32_t random_news(char *text, uint32_t *seed)
{
    uint32_t n = 0;
    for (unsigned i = 0; i < 40; ++i) {
        *seed = *seed * 1664525U + 1013904223U;
        const char *const part =
            news_parts[(*seed >> 16) % (sizeof news_parts / sizeof news_parts[0])];
        memcpy(text + n, part, strlen(part));
        n += (uint32_t) strlen(part);
    }
    return n;
}

/* Either way goes first in turn: the short one asks whether a form is known. */
static void the_short_way_gives_the_tokens_of_the_full_rules(void **state)
{
    (void) state;
    static const bsh__breaker_settings english = {.language = "en"};

    bsh__word_finder finders[2];
    bsh__vec         boundaries, tokens[2];
    bsh__breaker    *breaker = NULL;
    char             text[1024];
    uint32_t         seed = 11;
    assert_int_equal(bsh__breaker_create(&breaker, &english, NULL, NULL), BSH_OK);
    bsh__vec_init(&boundaries, bsh__allocator(NULL), sizeof(uint32_t));
    for (unsigned i = 0; i < 2; ++i) {
        bsh__word_finder_init(&finders[i], bsh__allocator(NULL));
        bsh__vec_init(&tokens[i], bsh__allocator(NULL), sizeof(bsh_token));
    }
    finders[1].is_without_plain = true;
    assert_int_equal(bsh__breaker_set(breaker, "The ferry", (bsh_span){0, 9}, NULL), BSH_OK);
    assert_int_equal(bsh__breaker_words(breaker, &boundaries, NULL), BSH_OK);
    cut_by(&finders[0], "The ferry", &boundaries, &tokens[0]);
    cut_by(&finders[1], "The ferry", &boundaries, &tokens[1]);
    assert_int_equal(finders[0].pieces.n, 0); // plain words are cut into no pieces
    assert_true(finders[1].pieces.n > 0);
    for (unsigned round = 0; round < 40000; ++round) {
        uint32_t const n = random_news(text, &seed);
        unsigned const first = round % 2;
        assert_int_equal(bsh__breaker_set(breaker, text, (bsh_span){0, n}, NULL), BSH_OK);
        assert_int_equal(bsh__breaker_words(breaker, &boundaries, NULL), BSH_OK);
        cut_by(&finders[first], text, &boundaries, &tokens[first]);
        cut_by(&finders[1 - first], text, &boundaries, &tokens[1 - first]);
        if (tokens[0].n != tokens[1].n ||
            memcmp(tokens[0].items, tokens[1].items, tokens[0].n * sizeof(bsh_token)) != 0) {
            fail_msg("%.*s", (int) n, text);
        }
    }
    for (unsigned i = 0; i < 2; ++i) {
        bsh__word_finder_free(&finders[i]);
        bsh__vec_free(&tokens[i]);
    }
    bsh__vec_free(&boundaries);
    bsh__breaker_destroy(breaker);
}

/* Words are gathered in lots: wherever one ends, "No. 5" is cut once, and not again by the next
 * lot. */
static void a_number_behind_an_abbreviation_is_cut_once_wherever_it_stands(void **state)
{
    (void) state;
    static const char tail[] = "No. 5 Vega, Mr. 7 left";
    char              text[1024], expected[1024];
    for (size_t n = 0, n_words = 0; n_words < 100; ++n_words, n += 4) {
        memcpy(text + n, tail, sizeof tail);
        for (size_t i = 0; i < n; ++i) {
            expected[i] = i % 4 == 3 ? '|' : text[i];
        }
        memcpy(expected + n, "No.|5|Vega|Mr.|7|left", sizeof "No.|5|Vega|Mr.|7|left");
        assert_string_equal(joined(text, false), expected);
        memcpy(text + n, "oar ", 4);
    }
}

/* 200 KB of one pattern: each must be done in a moment. */
static void hostile_blocks_take_linear_time(void **state)
{
    (void) state;
    static const char *const patterns[] = {
        "a",    "A",      "1",       ".",        "a.",     "a-",     "-",      "'",
        "@",    "a@",     "#",       "&",        "a&",     "1:",     "1/",     "_",
        "www.", "a/",     "http://", "http://)", "a.b@",   "\u200b", "\u00bd", "5\u2032",
        "$",    "x.com/", "\u0301",  "\u6d77",   "a.The ", "((",     " & "};
    enum { N_BYTES = 200000 };
    char *const text = malloc(N_BYTES + 8);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; ++i) {
        uint32_t const length = (uint32_t) strlen(patterns[i]);
        uint32_t       n = 0;
        while (n + length <= N_BYTES) {
            memcpy(text + n, patterns[i], length);
            n += length;
        }
        segment(text, (bsh_span){0, n});
        check_tokens(text, n);
    }
    free(text);
}

static void graphemes_are_counted_without_white_space(void **state)
{
    (void) state;
    static const char text[] = "Zoe\u0308 & \U0001F468\u200d\U0001F469\u200d\U0001F467";
    uint64_t          n = 0;
    segment(text, (bsh_span){0, sizeof text - 1});
    assert_int_equal(bsh__segmenter_graphemes(segmenter, &n, NULL), BSH_OK);
    assert_int_equal(n, 5);
}

/* ---- memory */

typedef struct budget {
    unsigned n_left, n_calls;
} budget;

static bool spend(void *payload)
{
    budget *const b = payload;
    ++b->n_calls;
    if (b->n_left == 0) {
        return false;
    }
    --b->n_left;
    return true;
}

static void *allocate(void *payload, size_t n_bytes)
{
    return spend(payload) ? malloc(n_bytes) : NULL;
}

static void *reallocate(void *payload, void *memory, size_t n_bytes)
{
    return spend(payload) ? realloc(memory, n_bytes) : NULL;
}

static void release(void *payload, void *memory)
{
    (void) payload;
    free(memory);
}

static bsh_status work(bsh__segmenter *by, const char *text, bsh__vec *tokens,
                       bsh__vec *sentences)
{
    bsh_span const span = {0, (uint32_t) strlen(text)};
    tokens->n = sentences->n = 0;
    BSH_TRY(bsh__segmenter_set(by, text, span, NULL));
    BSH_TRY(bsh__segmenter_words(by, tokens, NULL));
    return bsh__segmenter_sentences(by, sentences, NULL);
}

static bsh_status create_and_work(const bsh_allocator *allocator, const char *text, budget *b)
{
    bsh_options     options;
    bsh__segmenter *by = NULL;
    bsh__vec        tokens, sentences;
    bsh_options_init(&options);
    bsh__vec_init(&tokens, allocator, sizeof(bsh_token));
    bsh__vec_init(&sentences, allocator, sizeof(bsh_sentence));
    bsh_status status = bsh__segmenter_create(&by, &options, allocator, NULL);
    assert_true((status == BSH_OK) == (by != NULL));
    if (status == BSH_OK) {
        status = work(by, text, &tokens, &sentences);
    }
    if (status == BSH_OK) {
        b->n_calls = 0;
        assert_int_equal(work(by, text, &tokens, &sentences), BSH_OK);
        assert_int_equal(b->n_calls, 0); // a repeated block allocates nothing
    }
    bsh__segmenter_destroy(by);
    bsh__vec_free(&sentences);
    bsh__vec_free(&tokens);
    return status;
}

static void each_allocation_may_fail_and_a_repeated_block_needs_none(void **state)
{
    (void) state;
    static const char text[] =
        "Mr. Vega\u2019s desk@post.example rose 3.5%. It rained! Zo\u00eb left.";
    bsh_status status = BSH_E_NOMEM;
    for (unsigned n = 0; status == BSH_E_NOMEM && n < 200; ++n) {
        budget              b = {.n_left = n};
        bsh_allocator const allocator = {allocate, reallocate, release, &b};
        status = create_and_work(&allocator, text, &b);
    }
    assert_int_equal(status, BSH_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_examples_hold),
        cmocka_unit_test(further_texts_are_cut_by_the_same_rules),
        cmocka_unit_test(a_known_word_takes_the_stop_of_an_abbreviation),
        cmocka_unit_test(tokens_have_their_class),
        cmocka_unit_test(spans_do_not_depend_on_what_stands_around_the_block),
        cmocka_unit_test(random_text_has_tokens_in_order_inside_its_sentences),
        cmocka_unit_test(the_short_way_gives_the_tokens_of_the_full_rules),
        cmocka_unit_test(a_number_behind_an_abbreviation_is_cut_once_wherever_it_stands),
        cmocka_unit_test(hostile_blocks_take_linear_time),
        cmocka_unit_test(graphemes_are_counted_without_white_space),
        cmocka_unit_test(each_allocation_may_fail_and_a_repeated_block_needs_none),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
