#include "measure/quotation_counts.h"

#include <stdlib.h>

#include "measure/proper_names.h"
#include "measure/token_search.h"

/* One or more pieces of one act of speech: “A,” she said. “B.” */
typedef struct utterance {
    uint32_t direct_words;
    bool     is_quote;  /* has a direct or fragment piece */
    bool     is_direct; /* has a direct piece */
    bool     is_attributed;
    bool     is_said, is_loaded; /* of the verb of its pieces */
} utterance;

void bsh__quotation_init(bsh__quotation *quotation, const bsh_allocator *allocator)
{
    bsh__vec_init(&quotation->utterances, allocator, sizeof(utterance));
    bsh__vec_init(&quotation->quote_words, allocator, sizeof(uint32_t));
    bsh__vec_init(&quotation->speaker_words, allocator, sizeof(uint32_t));
}

void bsh__quotation_free(bsh__quotation *quotation)
{
    bsh__vec_free(&quotation->utterances);
    bsh__vec_free(&quotation->quote_words);
    bsh__vec_free(&quotation->speaker_words);
}

/* ---- tokens */

static bool ends_inside(const bsh_token *token, const bsh_quote *quote)
{
    return token->span.end <= quote->inner.end;
}

void bsh__quotation_mark(const bsh__counter_input *input)
{
    size_t at = 0;        // first token behind the opening mark
    size_t is_marked = 0; // tokens before it have been looked at for IN_QUOTE
    for (size_t q = 0; q < input->n_quotes; ++q) {
        const bsh_quote *const quote = &input->quotes[q];
        if (quote->kind == BSH_QUOTE_INDIRECT) {
            continue;
        }
        at = bsh__leap_to_token(input->tokens, input->n_tokens, at, quote->inner.begin);
        if (at < input->n_tokens && ends_inside(&input->tokens[at], quote)) {
            input->tokens[at].flags |= BSH__TOKEN_OPENS_QUOTE;
        }
        is_marked = is_marked > at ? is_marked : at;
        while (bsh_quote_is_quoting(quote) && is_marked < input->n_tokens &&
               ends_inside(&input->tokens[is_marked], quote)) {
            input->tokens[is_marked++].flags |= BSH_TOKEN_IN_QUOTE;
        }
    }
}

/* ---- pieces */

static void count_piece(bsh_counts *counts, const bsh_quote *quote)
{
    counts->repairs += (quote->flags & BSH_QUOTE_REPAIRS) != 0;
    counts->scare_pieces += quote->kind == BSH_QUOTE_SCARE;
    counts->title_pieces += quote->kind == BSH_QUOTE_TITLE;
    if (quote->kind != BSH_QUOTE_NESTED) { // its words are its parent's
        counts->quoted_words_all += quote->n_words;
    }
    if (!bsh_quote_is_quoting(quote)) {
        return;
    }
    ++counts->pieces;
    counts->quoted_words += quote->n_words;
    counts->fragment_pieces += quote->kind == BSH_QUOTE_FRAGMENT;
    if (quote->kind == BSH_QUOTE_DIRECT) {
        counts->direct_words += quote->n_words;
    }
    if (quote->speaker == BSH_NO_SPEAKER) {
        counts->unattributed_words += quote->n_words;
    }
}

static void count_pieces(bsh_counts *counts, const bsh__counter_input *input)
{
    for (size_t i = 0; i < input->n_quotes; ++i) {
        if (input->quotes[i].kind == BSH_QUOTE_INDIRECT) {
            ++counts->indirect;
        } else {
            count_piece(counts, &input->quotes[i]);
        }
    }
}

/* Words of the counted blocks before the first direct piece. */
static void count_words_before(bsh_counts *counts, const bsh__counter_input *input)
{
    const bsh_quote       *quote = input->quotes;
    const bsh_quote *const end = quote + input->n_quotes;
    while (quote < end && quote->kind != BSH_QUOTE_DIRECT) {
        ++quote;
    }
    if (quote == end) {
        return;
    }
    for (uint32_t b = 0; b < quote->block; ++b) {
        counts->words_before_quote +=
            input->blocks[b].is_counted ? input->blocks[b].n_words : 0;
    }
    size_t at = bsh__leap_to_token(input->tokens, input->n_tokens, 0,
                                   input->blocks[quote->block].span.begin);
    for (; at < input->n_tokens && input->tokens[at].span.end <= quote->inner.begin; ++at) {
        counts->words_before_quote += bsh_token_is_word(&input->tokens[at]);
    }
}

/* ---- utterances */

/* An utterance a group number, which begin at 1. */
static bool make_utterances(bsh__quotation *quotation, const bsh__counter_input *input)
{
    size_t n_groups = 0;
    for (size_t i = 0; i < input->n_quotes; ++i) {
        n_groups = input->quotes[i].group > n_groups ? input->quotes[i].group : n_groups;
    }
    quotation->utterances.n = 0;
    return bsh__vec_resize(&quotation->utterances, n_groups + 1);
}

static void join_pieces(const bsh__quotation *quotation, const bsh__counter_input *input)
{
    utterance *const utterances = quotation->utterances.items;
    for (size_t i = 0; i < input->n_quotes; ++i) {
        const bsh_quote *const quote = &input->quotes[i];
        utterance *const       whole = &utterances[quote->group];
        whole->is_quote = whole->is_quote || bsh_quote_is_quoting(quote);
        if (quote->kind == BSH_QUOTE_DIRECT) {
            whole->is_direct = true;
            whole->direct_words += quote->n_words;
        }
        if (bsh_quote_is_quoting(quote) && quote->speaker != BSH_NO_SPEAKER) {
            whole->is_attributed = true;
            whole->is_said = whole->is_said || quote->is_said;
            whole->is_loaded = whole->is_loaded || quote->is_loaded;
        }
    }
}

static void count_verbs(bsh_counts *counts, const utterance *whole)
{
    counts->attributed_quotes += whole->is_attributed;
    counts->said_quotes += whole->is_said;
    counts->loaded_quotes += whole->is_loaded;
}

static int compare_words(const void *a, const void *b)
{
    uint32_t const n_a = *(const uint32_t *) a;
    uint32_t const n_b = *(const uint32_t *) b;
    return (n_a > n_b) - (n_a < n_b);
}

static void sort_words(const bsh__vec *words)
{
    if (words->n > 1) {
        qsort(words->items, words->n, sizeof(uint32_t), compare_words);
    }
}

static bsh_status count_utterances(bsh__quotation *quotation, const bsh__counter_input *input,
                                   bsh_counts *counts, bsh_error *err)
{
    quotation->quote_words.n = 0;
    if (!make_utterances(quotation, input)) {
        return bsh__fail_memory(err);
    }
    join_pieces(quotation, input);
    const utterance *const utterances = quotation->utterances.items;
    for (size_t i = 0; i < quotation->utterances.n; ++i) {
        counts->quotes += utterances[i].is_quote;
        count_verbs(counts, &utterances[i]);
        if (!utterances[i].is_direct) {
            continue;
        }
        ++counts->direct_quotes;
        uint32_t *const n_words = bsh__vec_push(&quotation->quote_words);
        if (n_words == NULL) {
            return bsh__fail_memory(err);
        }
        *n_words = utterances[i].direct_words;
    }
    sort_words(&quotation->quote_words);
    return BSH_OK;
}

static void count_speaker(bsh_counts *counts, const bsh_speaker *speaker)
{
    counts->speakers += speaker->n_quotes != 0;
    if (speaker->n_words > counts->top_speaker_words) {
        counts->top_speaker_words = speaker->n_words;
    }
    if ((speaker->flags & BSH_QUOTE_FLAG_ANONYMOUS) != 0) {
        uint32_t const n_reports = speaker->n_quotes + speaker->n_indirect;
        counts->anon_sources += n_reports != 0;
        counts->anon_reports += n_reports;
    }
}

static bsh_status count_speakers(bsh__quotation *quotation, const bsh__counter_input *input,
                                 bsh_counts *counts, bsh_error *err)
{
    quotation->speaker_words.n = 0;
    for (size_t i = 0; i < input->n_speakers; ++i) {
        const bsh_speaker *const speaker = &input->speakers[i];
        count_speaker(counts, speaker);
        if (speaker->n_words == 0) {
            continue;
        }
        uint32_t *const n_words = bsh__vec_push(&quotation->speaker_words);
        if (n_words == NULL) {
            return bsh__fail_memory(err);
        }
        *n_words = speaker->n_words;
    }
    sort_words(&quotation->speaker_words);
    return BSH_OK;
}

bsh_status bsh__quotation_count(bsh__quotation *quotation, const bsh__counter_input *input,
                                bsh_counts *counts, bsh_error *err)
{
    counts->thought = input->n_thoughts;
    count_pieces(counts, input);
    count_words_before(counts, input);
    BSH_TRY(count_speakers(quotation, input, counts, err));
    return count_utterances(quotation, input, counts, err);
}
