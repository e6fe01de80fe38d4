/* What holds for every text: checked over the demo corpus and hostile texts, under several
 * options. */
#include "tests/t.h"

#include <broadsheet.h>
#include <string.h>

#include "tests/prop/invariants.h"
#include "tests/prop/texts.h"

enum { N_HOSTILE = 250, HOSTILE_BYTES = 3000, N_VARIANTS = 5 };

static bsh_options variant(size_t index)
{
    bsh_options options;
    bsh_options_init(&options);
    switch (index) {
    case 1:
        options.quotes = BSH_QUOTES_EXCLUDE;
        options.newlines = BSH_NEWLINES_BREAK;
        break;
    case 2:
        options.quotes = BSH_QUOTES_ONLY;
        options.syllables = BSH_SYLLABLES_SPOKEN;
        break;
    case 3:
        options.include_kinds = BSH_BLOCK_ALL;
        options.newlines = BSH_NEWLINES_SPACE;
        break;
    case 4:
        options.is_extracted = true;
        options.window = 7;
        options.language = "de";
        break;
    default:
        break;
    }
    return options;
}

static sample_list samples;

static int load(void **state)
{
    (void) state;
    bool const is_loaded = samples_add_demo(&samples, test_source_folder()) &&
                           samples_add_hostile(&samples, N_HOSTILE, HOSTILE_BYTES, 20240229);
    return is_loaded ? 0 : -1;
}

static int unload(void **state)
{
    (void) state;
    samples_free(&samples);
    return 0;
}

/* Hostile texts may be refused as binary or UTF-32; nothing else may go wrong. */
static const bsh_document *analyze(bsh_analyzer *analyzer, const sample *text)
{
    const bsh_document *document = NULL;
    bsh_error           err = {0};
    bsh_status const    status =
        bsh_analyze(analyzer, text->bytes, text->n_bytes, &document, &err);
    if (status != BSH_OK && status != BSH_E_FORMAT && status != BSH_E_ENCODING) {
        fail_msg("%s: %s", text->name, err.message);
    }
    assert_true((status == BSH_OK) == (document != NULL));
    return document;
}

static void check_variant(size_t index)
{
    bsh_options const options = variant(index);
    bsh_analyzer     *analyzer = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    size_t n_analyzed = 0;
    for (size_t i = 0; i < samples.n; ++i) {
        const bsh_document *const document = analyze(analyzer, &samples.items[i]);
        if (document == NULL) {
            continue;
        }
        ++n_analyzed;
        const char *const broken =
            invariants_broken(document, &options, samples.items[i].n_bytes);
        if (broken != NULL) {
            fail_msg("options %zu, %s: %s", index, samples.items[i].name, broken);
        }
    }
    bsh_analyzer_destroy(analyzer);
    assert_true(n_analyzed > samples.n / 2);
}

static void invariants_hold_for_every_text(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_VARIANTS; ++i) {
        check_variant(i);
    }
}

static void a_used_analyzer_gives_what_a_fresh_one_gives(void **state)
{
    (void) state;
    bsh_analyzer *used = NULL;
    assert_int_equal(bsh_analyzer_create(&used, NULL, NULL), BSH_OK);
    for (size_t i = 0; i < samples.n; i += i < 20 ? 1 : 10) {
        bsh_analyzer *fresh = NULL;
        assert_int_equal(bsh_analyzer_create(&fresh, NULL, NULL), BSH_OK);
        const bsh_document *const a = analyze(used, &samples.items[i]);
        const bsh_document *const b = analyze(fresh, &samples.items[i]);
        assert_true((a == NULL) == (b == NULL));
        const char *const difference = a == NULL ? NULL : documents_difference(a, b);
        if (difference != NULL) {
            fail_msg("%s: %s", samples.items[i].name, difference);
        }
        bsh_analyzer_destroy(fresh);
    }
    bsh_analyzer_destroy(used);
}

static void the_demo_corpus_is_seen(void **state)
{
    (void) state;
    bsh_analyzer *analyzer = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, NULL, NULL), BSH_OK);
    const bsh_document *const document = analyze(analyzer, &samples.items[0]);
    assert_true(bsh_document_counts(document)->words > 100);
    assert_true(bsh_document_counts(document)->sentences > 5);
    assert_true(bsh_document_counts(document)->quotes > 0);
    bsh_analyzer_destroy(analyzer);
}

/* ---- the invariants of quotes are seen to break */

/* The parts of a document, to be spoiled. */
typedef struct parts {
    bsh_quote   *quotes;
    bsh_speaker *speakers;
    bsh_token   *tokens;
    bsh_counts  *counts;
} parts;

static parts parts_of(const bsh_document *document)
{
    size_t n = 0;
    return (parts){(bsh_quote *) (uintptr_t) bsh_document_quotes(document, &n),
                   (bsh_speaker *) (uintptr_t) bsh_document_speakers(document, &n),
                   (bsh_token *) (uintptr_t) bsh_document_tokens(document, &n),
                   (bsh_counts *) (uintptr_t) bsh_document_counts(document)};
}

/* Quote 0 is direct and holds quote 1, which is nested; 2 is indirect, 3 a fragment, 4 scare.
 */
static const char voices[] =
    "“The ferry is late, and ‘late again’ is what they say,” Ana Bell told the council.\n\n"
    "Omar Reyes said that the pier would open in May. He called the plan “a very bad deal” for "
    "the town.\n\nThe so-called “reform” went nowhere.\n";

static void outside_the_text(parts *p)
{
    p->quotes[0].verb.end = 100000;
}
static void inside_a_character(parts *p)
{
    ++p->quotes[0].span.begin;
}
static void in_no_block(parts *p)
{
    p->quotes[0].block = 90;
}
static void outside_its_block(parts *p)
{
    p->quotes[0].block = p->quotes[2].block;
}
static void verb_elsewhere(parts *p)
{
    p->quotes[0].verb = p->quotes[2].verb;
}
static void marks_on_a_report(parts *p)
{
    ++p->quotes[2].inner.begin;
}
static void unknown_flag(parts *p)
{
    p->quotes[0].flags |= 1U << BSH_QUOTE_FLAG_COUNT;
}
static void unknown_kind(parts *p)
{
    p->quotes[0].kind = BSH_QUOTE_KIND_COUNT;
}
static void verb_without_class(parts *p)
{
    p->quotes[0].verb_class = BSH_VERB_NONE;
}
static void said_without_verb(parts *p)
{
    p->quotes[4].is_said = true;
}
static void unknown_speaker(parts *p)
{
    p->quotes[0].speaker = 9;
}
static void speaker_without_way(parts *p)
{
    p->quotes[0].via = BSH_VIA_NONE;
}
static void speaker_of_a_scare_quote(parts *p)
{
    p->quotes[4].speaker = 0;
    p->quotes[4].via = BSH_VIA_LEFT;
    p->quotes[4].mention = p->quotes[0].mention;
}
static void flag_of_the_speaker_alone(parts *p)
{
    p->speakers[0].flags = BSH_QUOTE_FLAG_ANONYMOUS;
}
static void wrong_sentence(parts *p)
{
    ++p->quotes[0].sentence;
}
static void wrong_words(parts *p)
{
    ++p->quotes[0].n_words;
}
static void out_of_order(parts *p)
{
    bsh_quote const first = p->quotes[3];
    p->quotes[3] = p->quotes[4];
    p->quotes[4] = first;
    p->quotes[3].group = first.group;
    p->quotes[4].group = first.group + 1;
}
static void overlapping(parts *p)
{
    p->quotes[1].kind = BSH_QUOTE_SCARE;
}
static void nested_in_nothing(parts *p)
{
    p->quotes[4].kind = BSH_QUOTE_NESTED;
}
static void report_in_a_quote(parts *p)
{
    p->quotes[1].kind = BSH_QUOTE_INDIRECT;
    p->quotes[1].span = p->quotes[1].inner;
}
static void group_zero(parts *p)
{
    p->quotes[0].group = 0;
}
static void group_left_out(parts *p)
{
    p->quotes[4].group += 1;
}
static void group_of_its_own(parts *p)
{
    p->quotes[1].group = 2;
}
static void unmarked_word(parts *p)
{
    p->tokens[1].flags &= (uint16_t) ~BSH_TOKEN_IN_QUOTE;
}
static void speakers_exchanged(parts *p)
{
    p->quotes[0].speaker = 1;
    p->quotes[2].speaker = 0;
}
static void silent_speaker(parts *p)
{
    p->quotes[2].speaker = p->quotes[3].speaker = 0;
}
static void nameless_speaker(parts *p)
{
    p->speakers[1].name.n_bytes = 0;
}
static void words_of_a_speaker(parts *p)
{
    ++p->speakers[0].n_words;
}
static void quotes_of_a_speaker(parts *p)
{
    ++p->speakers[0].n_quotes;
}
static void clauses_of_a_speaker(parts *p)
{
    ++p->speakers[1].n_indirect;
}
static void count_of_pieces(parts *p)
{
    ++p->counts->pieces;
}
static void count_of_reports(parts *p)
{
    ++p->counts->indirect;
}
static void count_of_words(parts *p)
{
    ++p->counts->quoted_words_all;
}
static void count_of_quotes(parts *p)
{
    ++p->counts->said_quotes;
}
static void count_of_sources(parts *p)
{
    ++p->counts->anon_sources;
}
static void sum_of_utterances(parts *p)
{
    p->counts->sequences.n_quotes = 0;
}
static void sum_of_speakers(parts *p)
{
    p->counts->sequences.n_speakers = 0;
}

static const struct {
    void (*spoil)(parts *);
    const char *broken;
} spoilers[] = {
    {outside_the_text, "a quote's span, mention or verb is not sound"},
    {inside_a_character, "a quote's span, mention or verb is not sound"},
    {in_no_block, "a quote is not in a counted block"},
    {outside_its_block,
     "a quote is not inside its block, or its inner part not inside its marks"},
    {verb_elsewhere, "a verb of saying is in another block than its quote"},
    {marks_on_a_report, "indirect speech has marks"},
    {unknown_flag, "a quote's kind, way, verb class or flag is unknown"},
    {unknown_kind, "a quote's kind, way, verb class or flag is unknown"},
    {verb_without_class, "a quote has a verb without a class, or a class without a verb"},
    {said_without_verb, "a quote without a verb says that its verb is said or loaded"},
    {unknown_speaker, "a quote's speaker is not there"},
    {speaker_without_way,
     "a quote has a speaker without mention and way, or these without a speaker"},
    {speaker_of_a_scare_quote, "a title, scare quote or nested piece has a speaker"},
    {flag_of_the_speaker_alone, "a quote lacks a flag of its speaker"},
    {wrong_sentence, "a quote does not begin in its sentence"},
    {wrong_words, "a quote has no words, or its n_words is wrong"},
    {out_of_order, "quotes are not in order"},
    {overlapping, "two pieces overlap"},
    {nested_in_nothing, "a nested piece is in no other, or overlaps one"},
    {report_in_a_quote, "indirect speech begins inside of speech"},
    {group_zero, "a quote's group is out of turn"},
    {group_left_out, "a quote's group is out of turn"},
    {group_of_its_own, "a quote's group is out of turn"},
    {unmarked_word, "a token is in a quote and not marked so, or the other way round"},
    {speakers_exchanged, "speakers are not in the order of what they say"},
    {silent_speaker, "a speaker says nothing"},
    {nameless_speaker, "a speaker has no name, or an unknown flag"},
    {words_of_a_speaker, "a speaker's quotes, words or clauses are not those of the pieces"},
    {quotes_of_a_speaker, "a speaker's quotes, words or clauses are not those of the pieces"},
    {clauses_of_a_speaker, "a speaker's quotes, words or clauses are not those of the pieces"},
    {count_of_pieces, "a count of pieces is not that of the pieces"},
    {count_of_reports, "a count of pieces is not that of the pieces"},
    {count_of_words, "a count of quoted words is not that of the pieces"},
    {count_of_quotes, "a count of utterances is not that of the groups"},
    {count_of_sources, "a count of speakers is not that of the speakers"},
    {sum_of_utterances, "the words of utterances do not add up"},
    {sum_of_speakers, "the words of speakers do not add up"},
};

static void what_is_broken_about_quotes_is_seen(void **state)
{
    (void) state;
    bsh_options options;
    bsh_options_init(&options);
    options.include_kinds = BSH_BLOCK_ALL;
    for (size_t i = 0; i < sizeof spoilers / sizeof spoilers[0]; ++i) {
        bsh_analyzer       *analyzer = NULL;
        const bsh_document *document = NULL;
        assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
        assert_int_equal(bsh_analyze(analyzer, voices, strlen(voices), &document, NULL),
                         BSH_OK);
        assert_null(invariants_broken(document, &options, strlen(voices)));
        parts p = parts_of(document);
        spoilers[i].spoil(&p);
        const char *const broken = invariants_broken(document, &options, strlen(voices));
        if (broken == NULL || strcmp(broken, spoilers[i].broken) != 0) {
            fail_msg("%s: %s", spoilers[i].broken, broken == NULL ? "not seen" : broken);
        }
        bsh_analyzer_destroy(analyzer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_demo_corpus_is_seen),
        cmocka_unit_test(invariants_hold_for_every_text),
        cmocka_unit_test(a_used_analyzer_gives_what_a_fresh_one_gives),
        cmocka_unit_test(what_is_broken_about_quotes_is_seen),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
