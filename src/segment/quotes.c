#include "segment/quotes.h"

#include "segment/attribution.h"
#include "segment/kinds_by_looks.h"
#include "segment/quote_items.h"
#include "segment/quote_kinds.h"
#include "segment/quote_pieces.h"
#include "segment/reports.h"
#include "segment/speakers.h"

struct bsh__quoter {
    const bsh_allocator *allocator;
    const bsh_verbs     *verbs;
    bsh__piece_finder    finder;
    bsh__vec             pieces;  /* bsh__quote_piece */
    bsh__item_list       list;    /* of all counted blocks */
    bsh__vec             blocks;  /* bsh__block_items, a counted block */
    bsh__vec             ties;    /* bsh__tie, a quote */
    bsh__vec             reports; /* bsh_quote: indirect speech */
    bsh__speaker_book    book;
};

bsh_status bsh__quoter_create(bsh__quoter **out, const bsh_verbs *verbs,
                              const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    const bsh_allocator *const a = bsh__allocator(allocator);
    bsh__quoter *const         quoter = bsh__allocate_zeroed(a, 1, sizeof *quoter);
    if (quoter == NULL) {
        return bsh__fail_memory(err);
    }
    quoter->allocator = a;
    quoter->verbs = verbs;
    bsh__piece_finder_init(&quoter->finder, a);
    bsh__vec_init(&quoter->pieces, a, sizeof(bsh__quote_piece));
    bsh__item_list_init(&quoter->list, a);
    bsh__vec_init(&quoter->blocks, a, sizeof(bsh__block_items));
    bsh__vec_init(&quoter->ties, a, sizeof(bsh__tie));
    bsh__vec_init(&quoter->reports, a, sizeof(bsh_quote));
    bsh__speaker_book_init(&quoter->book, a);
    *out = quoter;
    return BSH_OK;
}

void bsh__quoter_destroy(bsh__quoter *quoter)
{
    if (quoter == NULL) {
        return;
    }
    bsh__piece_finder_free(&quoter->finder);
    bsh__vec_free(&quoter->pieces);
    bsh__item_list_free(&quoter->list);
    bsh__vec_free(&quoter->blocks);
    bsh__vec_free(&quoter->ties);
    bsh__vec_free(&quoter->reports);
    bsh__speaker_book_free(&quoter->book);
    bsh__release(quoter->allocator, quoter);
}

/* ---- pieces to quotes */

/* Single marks in a text that quotes in double ones are headlines' and labels'. */
static uint8_t first_kind(const bsh__quoter *quoter, const bsh__quote_piece *piece)
{
    if (piece->is_nested) {
        return BSH_QUOTE_NESTED;
    }
    return piece->is_single && !quoter->finder.is_single_main ? BSH_QUOTE_SCARE
                                                              : BSH_QUOTE_DIRECT;
}

static bool fill_quotes(const bsh__quoter *quoter, const bsh__quote_input *input,
                        bsh__vec *quotes)
{
    const bsh__quote_piece *const pieces = quoter->pieces.items;
    for (size_t i = 0; i < quoter->pieces.n; ++i) {
        uint32_t const n_words = bsh__words_inside(input, pieces[i].inner);
        if (n_words == 0) {
            continue; // He typed "" and left.
        }
        bsh_quote *const quote = bsh__vec_push(quotes);
        if (quote == NULL) {
            return false;
        }
        *quote = (bsh_quote){.span = pieces[i].span,
                             .inner = pieces[i].inner,
                             .block = pieces[i].block,
                             .sentence = bsh__sentence_at(input, pieces[i].inner.begin),
                             .n_words = n_words,
                             .speaker = BSH_NO_SPEAKER,
                             .kind = first_kind(quoter, &pieces[i]),
                             .flags = pieces[i].flags};
    }
    return true;
}

/* ---- items */

static bool fill_items(bsh__quoter *quoter, const bsh__word_source *source,
                       const bsh__vec *quotes)
{
    const bsh__quote_input *const input = source->input;
    const bsh_quote *const        all = quotes->items;
    bool const                    is_english = bsh__vocabulary_is_english(input->vocabulary);
    uint32_t                      next = 0;
    bsh__item_place               place = {0, 0};
    for (size_t i = 0; i < input->n_blocks; ++i) {
        if (!input->blocks[i].is_counted) {
            continue;
        }
        bsh_span pieces = {next, next};
        while (pieces.end < quotes->n && all[pieces.end].block == i) {
            ++pieces.end;
        }
        next = pieces.end;
        if (!is_english && pieces.begin == pieces.end) {
            continue; // kinds by looks are read off the pieces and what stands beside them
        }
        bsh__block_items *const block = bsh__vec_push(&quoter->blocks);
        if (block == NULL) {
            return false;
        }
        block->pieces = pieces;
        if (!bsh__items_add(&quoter->list, source, i, all, block, &place)) {
            return false;
        }
    }
    return true;
}

/* Who says what, in quotes and without; in another language than English, what is said. */
static bsh_status find_speakers(bsh__quoter *quoter, const bsh__word_source *source,
                                bsh__vec *quotes, uint32_t *n_thoughts, bsh_error *err)
{
    quoter->blocks.n = 0;
    quoter->reports.n = 0;
    bsh__item_list_clear(&quoter->list);
    if (!fill_items(quoter, source, quotes) || !bsh__vec_resize(&quoter->ties, 0) ||
        !bsh__vec_resize(&quoter->ties, quotes->n)) {
        return bsh__fail_memory(err);
    }
    const bsh__item_list *const list = &quoter->list;
    bsh__item_view const        view = {source,        source->input,     list->items.items,
                                        list->items.n, list->stops.items, list->names.items};
    bsh__attribution const      work = {.view = &view,
                                        .blocks = &quoter->blocks,
                                        .quotes = quotes->items,
                                        .ties = quoter->ties.items,
                                        .n_quotes = quotes->n,
                                        .book = &quoter->book,
                                        .reports = &quoter->reports,
                                        .n_thoughts = n_thoughts};
    if (!bsh__vocabulary_is_english(source->input->vocabulary)) {
        bsh__kinds_by_looks(&work);
        return BSH_OK;
    }
    BSH_TRY(bsh__speaker_book_read(&quoter->book, &view, &quoter->blocks, err));
    BSH_TRY(bsh__attribute(&work, err));
    return bsh__reports_merge(source->input, &quoter->reports, quotes) ? BSH_OK
                                                                       : bsh__fail_memory(err);
}

/* The pieces between the marks that were read. */
static bsh_status find_pieces(bsh__quoter *quoter, const bsh__word_source *source,
                              bsh__vec *quotes, bsh_error *err)
{
    if (quoter->finder.marks.n == 0) {
        return BSH_OK;
    }
    BSH_TRY(bsh__quote_pieces_find(&quoter->finder, source, &quoter->pieces, err));
    return fill_quotes(quoter, source->input, quotes) ? BSH_OK : bsh__fail_memory(err);
}

bsh_status bsh__quotes_find(bsh__quoter *quoter, const bsh__quote_input *input,
                            bsh__vec *quotes, bsh__vec *speakers, uint32_t *n_thoughts,
                            bsh_error *err)
{
    quotes->n = 0;
    speakers->n = 0;
    *n_thoughts = 0;
    if (!bsh__quote_marks_read(&quoter->finder, input)) {
        return bsh__fail_memory(err);
    }
    bsh__form_items_fill(input->vocabulary, quoter->verbs);
    bsh__word_source const source = {input, bsh__vocabulary_forms(input->vocabulary)};
    BSH_TRY(find_pieces(quoter, &source, quotes, err));
    BSH_TRY(find_speakers(quoter, &source, quotes, n_thoughts, err));
    return bsh__speaker_book_write(&quoter->book, input->text, quotes, speakers, err);
}
