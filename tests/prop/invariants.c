#include "tests/prop/invariants.h"

#include <broadsheet/measure.h>
#include <math.h>
#include <string.h>

#include "tests/prop/document_arrays.h"
#include "tests/prop/quote_invariants.h"
#include "tests/prop/spans.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* True if a stretch holds white space and characters that show nothing, alone. */
static bool is_blank(bsh_string text, uint32_t begin, uint32_t end)
{
    size_t at = begin;
    while (at < end) {
        int32_t const c = bsh__utf8_next(text.data, end, &at);
        if (!bsh__is_space(c) && !bsh__is_line_end(c) && !bsh__is_transparent(c)) {
            return false;
        }
    }
    return true;
}

/* ---- blocks */

static const char *broken_block(const page *v, size_t i)
{
    const bsh_block *const block = &v->blocks[i];
    if (!is_sound(v->text, block->span)) {
        return "a block's span is not sound";
    }
    if (block->kind >= BSH_BLOCK_KIND_COUNT) {
        return "a block's kind is unknown";
    }
    if (block->first_line == 0 || block->first_line > block->last_line) {
        return "a block's lines are not ordered";
    }
    uint32_t const end_before = i == 0 ? 0 : v->blocks[i - 1].span.end;
    if (block->span.begin < end_before) {
        return "blocks overlap or are not in order";
    }
    if (!is_blank(v->text, end_before, block->span.begin)) {
        return "text between two blocks belongs to none";
    }
    return NULL;
}

static const char *broken_blocks(const page *v)
{
    for (size_t i = 0; i < v->n_blocks; ++i) {
        const char *const broken = broken_block(v, i);
        if (broken != NULL) {
            return broken;
        }
    }
    uint32_t const end = v->n_blocks == 0 ? 0 : v->blocks[v->n_blocks - 1].span.end;
    return is_blank(v->text, end, (uint32_t) v->text.n_bytes) ? NULL
                                                              : "text behind the last block";
}

/* ---- tokens */

/* "shh" and "hmm" have no syllable in the dictionary. */
static bool is_without_vowel(const page *v, bsh_span span)
{
    for (uint32_t i = span.begin; i < span.end; ++i) {
        if (strchr("aeiouyAEIOUY", v->text.data[i]) != NULL) {
            return false;
        }
    }
    return true;
}

static const char *broken_token(const page *v, const bsh_document *document, size_t i)
{
    const bsh_token *const token = &v->tokens[i];
    if (!is_sound(v->text, token->span) || token->span.begin == token->span.end) {
        return "a token's span is not sound or is empty";
    }
    if (i > 0 && token->span.begin < v->tokens[i - 1].span.end) {
        return "tokens overlap or are not in order";
    }
    if (token->kind >= BSH_TOKEN_KIND_COUNT) {
        return "a token's kind is unknown";
    }
    if (!bsh_token_is_word(token) && token->syllables > 0) {
        return "a web address has syllables";
    }
    if (bsh_token_is_word(token) && token->syllables == 0 &&
        !is_without_vowel(v, token->span)) {
        return "a word has no syllable";
    }
    if (bsh_token_is_word(token) &&
        bsh_document_term_text(document, token->term).n_bytes == 0) {
        return "a word has no term form";
    }
    return NULL;
}

/* Walks blocks and tokens side by side. */
static const char *broken_tokens(const page *v, const bsh_document *document)
{
    size_t at = 0;
    for (size_t b = 0; b < v->n_blocks; ++b) {
        const bsh_block *const block = &v->blocks[b];
        uint32_t               n_words = 0;
        for (; at < v->n_tokens && v->tokens[at].span.begin < block->span.end; ++at) {
            const char *const broken = broken_token(v, document, at);
            if (broken != NULL) {
                return broken;
            }
            if (!is_within(v->tokens[at].span, block->span)) {
                return "a token is outside its block";
            }
            if ((v->tokens[at].flags & BSH_TOKEN_COUNTED) != 0 && !block->is_counted) {
                return "a token of a block that is left out is counted";
            }
            n_words += bsh_token_is_word(&v->tokens[at]);
        }
        if (n_words != block->n_words) {
            return "a block's n_words is not the number of its words";
        }
    }
    return at == v->n_tokens ? NULL : "a token is behind the last block";
}

/* ---- sentences */

/* Where a sentence of a block may begin: a dateline that counts opens the first one. */
static uint32_t begin_of_sentences(const page *v, size_t block)
{
    bool const has_dateline = block > 0 && v->blocks[block - 1].kind == BSH_BLOCK_DATELINE &&
                              v->blocks[block - 1].is_counted;
    return v->blocks[has_dateline ? block - 1 : block].span.begin;
}

static bool is_in_counted_block(const page *v, const bsh_sentence *sentence)
{
    if (sentence->block >= v->n_blocks || !v->blocks[sentence->block].is_counted) {
        return false;
    }
    bsh_span const room = {begin_of_sentences(v, sentence->block),
                           v->blocks[sentence->block].span.end};
    return is_within(sentence->span, room);
}

/* True if the first sentence of the next block covers this one. */
static bool is_joined_dateline(const page *v, size_t block, size_t next_sentence)
{
    return v->blocks[block].kind == BSH_BLOCK_DATELINE && next_sentence < v->n_sentences &&
           v->sentences[next_sentence].block == block + 1 &&
           v->sentences[next_sentence].span.begin == v->blocks[block].span.begin;
}

static const char *broken_sentence(const page *v, size_t i)
{
    const bsh_sentence *const sentence = &v->sentences[i];
    if (!is_sound(v->text, sentence->span) || sentence->span.begin == sentence->span.end) {
        return "a sentence's span is not sound or is empty";
    }
    if (!is_in_counted_block(v, sentence)) {
        return "a sentence is not in a counted block";
    }
    if (i > 0 && sentence->span.begin < v->sentences[i - 1].span.end) {
        return "sentences overlap or are not in order";
    }
    if (sentence->first_token > v->n_tokens ||
        sentence->n_tokens > v->n_tokens - sentence->first_token) {
        return "a sentence's tokens are not there";
    }
    uint32_t n_words = 0;
    for (uint32_t t = 0; t < sentence->n_tokens; ++t) {
        const bsh_token *const token = &v->tokens[sentence->first_token + t];
        n_words += bsh_token_is_word(token);
        if (!is_within(token->span, sentence->span)) {
            return "a token crosses the end of its sentence";
        }
    }
    return n_words == sentence->n_words ? NULL : "a sentence's n_words is wrong";
}

/* Sentences cover every character of a counted block but white space. */
static const char *broken_cover(const page *v)
{
    size_t at = 0;
    for (size_t b = 0; b < v->n_blocks; ++b) {
        const bsh_block *const block = &v->blocks[b];
        uint32_t               covered = block->span.begin;
        if (is_joined_dateline(v, b, at)) {
            continue;
        }
        for (; at < v->n_sentences && v->sentences[at].block == b; ++at) {
            if (!is_blank(v->text, covered, v->sentences[at].span.begin)) {
                return "text between two sentences belongs to none";
            }
            covered = v->sentences[at].span.end;
        }
        if (block->is_counted && !is_blank(v->text, covered, block->span.end)) {
            return "text behind the last sentence of a block belongs to none";
        }
    }
    return NULL;
}

static const char *broken_sentences(const page *v)
{
    for (size_t i = 0; i < v->n_sentences; ++i) {
        const char *const broken = broken_sentence(v, i);
        if (broken != NULL) {
            return broken;
        }
    }
    return broken_cover(v);
}

/* ---- counts */

static const char *broken_sums(const page *v, const bsh_options *options)
{
    const bsh_counts *const c = v->counts;
    uint64_t                n_flagged = 0;
    uint64_t                n_kept = 0;
    uint64_t                n_left_out = 0;
    for (size_t i = 0; i < v->n_tokens; ++i) {
        n_flagged +=
            bsh_token_is_word(&v->tokens[i]) && (v->tokens[i].flags & BSH_TOKEN_COUNTED) != 0;
    }
    for (size_t i = 0; i < v->n_blocks; ++i) {
        *(v->blocks[i].is_counted ? &n_kept : &n_left_out) += v->blocks[i].n_words;
    }
    if (c->words != n_flagged) {
        return "words is not the number of counted words";
    }
    if (options->quotes == BSH_QUOTES_INCLUDE && c->words != n_kept) {
        return "words is not the sum over the counted blocks";
    }
    if (options->quotes == BSH_QUOTES_INCLUDE && c->words_excluded != n_left_out) {
        return "words_excluded is not the sum over the other blocks";
    }
    return c->sentences <= v->n_sentences && (c->words == 0 || c->sentences > 0)
               ? NULL
               : "sentences is more than there are, or 0 with words";
}

static const char *broken_order(const bsh_counts *c)
{
    uint64_t const voiced_words = c->words_1_syllable + c->words_2_syllables_up; // not "shh"
    bool const     is_word_split = voiced_words <= c->words &&
                               c->words_3_syllables_up <= c->words_2_syllables_up &&
                               c->syllables >= voiced_words + c->words_2_syllables_up;
    if (!is_word_split) {
        return "words by syllables do not add up";
    }
    bool const is_letter_split = c->letters <= c->characters &&
                                 c->words_7_letters_up <= c->words_6_letters_up &&
                                 c->words_6_letters_up + c->words_3_letters_down <= c->words;
    if (!is_letter_split) {
        return "words by letters do not add up";
    }
    if (c->hard_words_fog > c->words_3_syllables_up || c->unfamiliar_dale_chall > c->words ||
        c->content_words > c->words) {
        return "there are more hard, unfamiliar or content words than words";
    }
    return NULL;
}

static const char *broken_terms(const bsh_document *document, const bsh_counts *c)
{
    size_t                      n = 0;
    const bsh_term_count *const terms = bsh_document_terms(document, &n);
    uint64_t                    sums[3] = {0, 0, 0}; /* words, hapaxes, dis legomena */
    for (size_t i = 0; i < n; ++i) {
        sums[0] += terms[i].count;
        sums[1] += terms[i].count == 1;
        sums[2] += terms[i].count == 2;
        if (terms[i].count == 0 ||
            bsh_document_term_text(document, terms[i].term).n_bytes == 0) {
            return "a term is empty or never occurs";
        }
    }
    return n == c->types && sums[0] == c->words && sums[1] == c->hapaxes &&
                   sums[2] == c->dis_legomena
               ? NULL
               : "terms do not add up to words, types, hapaxes";
}

static const char *broken_measures(const bsh_counts *counts)
{
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        bsh_value const value = bsh_measure_value(bsh_measure_at(i), counts);
        if (!isfinite(value.number) || value.presence >= BSH_PRESENCE_COUNT) {
            return "a measure is not finite";
        }
        if (value.presence != BSH_PRESENT && fabs(value.number) > 0.0) {
            return "a measure that is not present has a number";
        }
    }
    return NULL;
}

/* ---- the way back to the bytes */

static const char *broken_offsets(const bsh_document *document, const page *v,
                                  size_t n_source_bytes)
{
    uint64_t last_offset = 0;
    uint64_t last_codepoint = 0;
    uint32_t last_line = 1;
    for (size_t i = 0; i < v->n_blocks; ++i) {
        uint32_t const at = v->blocks[i].span.begin;
        uint64_t const offset = bsh_document_source_offset(document, at);
        uint64_t const codepoint = bsh_document_codepoint_offset(document, at);
        uint32_t const line = bsh_document_line(document, at);
        if (offset < last_offset || offset > n_source_bytes || codepoint < last_codepoint ||
            codepoint > offset || line < last_line) {
            return "offsets in the input or lines are not in order";
        }
        last_offset = offset;
        last_codepoint = codepoint;
        last_line = line;
    }
    return NULL;
}

static const char *first_of(const char *const *broken, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        if (broken[i] != NULL) {
            return broken[i];
        }
    }
    return NULL;
}

const char *invariants_broken(const bsh_document *document, const bsh_options *options,
                              size_t n_source_bytes)
{
    page const        v = page_of(document);
    const char *const structure = broken_blocks(&v);
    if (structure != NULL) {
        return structure;
    }
    const char *const broken[] = {
        broken_tokens(&v, document),
        broken_sentences(&v),
        quote_invariants_broken(document),
        broken_sums(&v, options),
        broken_order(v.counts),
        broken_terms(document, v.counts),
        broken_measures(v.counts),
        broken_offsets(document, &v, n_source_bytes),
    };
    return first_of(broken, sizeof broken / sizeof broken[0]);
}

/* ---- two documents */

static bool is_same_span(bsh_span a, bsh_span b)
{
    return a.begin == b.begin && a.end == b.end;
}

static bool is_same_text(bsh_string a, bsh_string b)
{
    return a.n_bytes == b.n_bytes && (a.n_bytes == 0 || memcmp(a.data, b.data, a.n_bytes) == 0);
}

static bool have_same_blocks(const page *a, const page *b)
{
    bool is_same = a->n_blocks == b->n_blocks;
    for (size_t i = 0; is_same && i < a->n_blocks; ++i) {
        const bsh_block *const x = &a->blocks[i];
        const bsh_block *const y = &b->blocks[i];
        is_same = is_same_span(x->span, y->span) && x->kind == y->kind && x->rule == y->rule &&
                  x->first_line == y->first_line && x->last_line == y->last_line &&
                  x->n_words == y->n_words && x->is_counted == y->is_counted;
    }
    return is_same;
}

/* Numbers of terms depend on what an analyzer has met before; their texts do not. */
static bool have_same_tokens(const bsh_document *a, const bsh_document *b)
{
    size_t                 n_a = 0;
    size_t                 n_b = 0;
    const bsh_token *const x = bsh_document_tokens(a, &n_a);
    const bsh_token *const y = bsh_document_tokens(b, &n_b);
    bool                   is_same = n_a == n_b;
    for (size_t i = 0; is_same && i < n_a; ++i) {
        is_same = is_same_span(x[i].span, y[i].span) && x[i].kind == y[i].kind &&
                  x[i].syllables == y[i].syllables && x[i].flags == y[i].flags &&
                  is_same_text(bsh_document_term_text(a, x[i].term),
                               bsh_document_term_text(b, y[i].term));
    }
    return is_same;
}

static bool have_same_sentences(const page *a, const page *b)
{
    bool is_same = a->n_sentences == b->n_sentences;
    for (size_t i = 0; is_same && i < a->n_sentences; ++i) {
        const bsh_sentence *const x = &a->sentences[i];
        const bsh_sentence *const y = &b->sentences[i];
        is_same = is_same_span(x->span, y->span) && x->block == y->block &&
                  x->n_words == y->n_words && x->rule == y->rule;
    }
    return is_same;
}

static bool is_same_quote(const bsh_quote *x, const bsh_quote *y)
{
    return is_same_span(x->span, y->span) && is_same_span(x->inner, y->inner) &&
           is_same_span(x->mention, y->mention) && is_same_span(x->verb, y->verb) &&
           x->block == y->block && x->sentence == y->sentence && x->group == y->group &&
           x->n_words == y->n_words && x->speaker == y->speaker && x->kind == y->kind &&
           x->via == y->via && x->verb_class == y->verb_class && x->is_said == y->is_said &&
           x->is_loaded == y->is_loaded && x->flags == y->flags;
}

static bool have_same_quotes(const page *a, const page *b)
{
    bool is_same = a->n_quotes == b->n_quotes && a->n_speakers == b->n_speakers;
    for (size_t i = 0; is_same && i < a->n_quotes; ++i) {
        is_same = is_same_quote(&a->quotes[i], &b->quotes[i]);
    }
    for (size_t i = 0; is_same && i < a->n_speakers; ++i) {
        is_same = is_same_text(a->speakers[i].name, b->speakers[i].name) &&
                  a->speakers[i].n_quotes == b->speakers[i].n_quotes &&
                  a->speakers[i].n_words == b->speakers[i].n_words &&
                  a->speakers[i].n_indirect == b->speakers[i].n_indirect &&
                  a->speakers[i].flags == b->speakers[i].flags;
    }
    return is_same;
}

static bool have_same_values(const bsh_counts *a, const bsh_counts *b)
{
    bool is_same = true;
    for (size_t i = 0; i < bsh_count_table_size(); ++i) {
        const bsh_count_row *const row = bsh_count_table_at(i);
        is_same = is_same && bsh_count_value(row, a) == bsh_count_value(row, b);
    }
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        bsh_value const x = bsh_measure_value(bsh_measure_at(i), a);
        bsh_value const y = bsh_measure_value(bsh_measure_at(i), b);
        is_same = is_same && x.presence == y.presence &&
                  memcmp(&x.number, &y.number, sizeof x.number) == 0;
    }
    return is_same;
}

const char *documents_difference(const bsh_document *a, const bsh_document *b)
{
    page const        x = page_of(a);
    page const        y = page_of(b);
    const char *const found[] = {
        is_same_text(x.text, y.text) ? NULL : "the texts differ",
        have_same_blocks(&x, &y) ? NULL : "the blocks differ",
        have_same_tokens(a, b) ? NULL : "the tokens differ",
        have_same_sentences(&x, &y) ? NULL : "the sentences differ",
        have_same_quotes(&x, &y) ? NULL : "the quotes differ",
        have_same_values(x.counts, y.counts) ? NULL : "the counts or measures differ",
    };
    return first_of(found, sizeof found / sizeof found[0]);
}
