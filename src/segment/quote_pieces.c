#include "segment/quote_pieces.h"

#include "segment/mark_pairs.h"
#include "segment/quote_marks.h"

void bsh__piece_finder_init(bsh__piece_finder *finder, const bsh_allocator *allocator)
{
    bsh__vec_init(&finder->marks, allocator, sizeof(bsh__mark));
    bsh__vec_init(&finder->ranges, allocator, sizeof(bsh__mark_range));
    bsh__vec_init(&finder->links, allocator, sizeof(bsh__mark_link));
    bsh__vec_init(&finder->doubles, allocator, sizeof(bsh__quote_piece));
    bsh__vec_init(&finder->singles, allocator, sizeof(bsh__quote_piece));
}

void bsh__piece_finder_free(bsh__piece_finder *finder)
{
    bsh__vec_free(&finder->marks);
    bsh__vec_free(&finder->ranges);
    bsh__vec_free(&finder->links);
    bsh__vec_free(&finder->doubles);
    bsh__vec_free(&finder->singles);
}

/* Adds the marks of block `i`. */
static bool read_block(bsh__piece_finder *finder, const bsh__quote_input *input, uint32_t i,
                       uint32_t place)
{
    bsh_string const text = {input->text, input->n_bytes};
    bsh_span const   span = input->blocks[i].span;
    size_t const     first = finder->marks.n;
    if (!bsh__marks_find(&finder->marks, text, span)) {
        return false;
    }
    if (finder->marks.n == first) {
        return true;
    }
    bsh__mark_range *const range = bsh__vec_push(&finder->ranges);
    if (range == NULL) {
        return false;
    }
    const bsh__mark *const marks = finder->marks.items;
    *range = (bsh__mark_range){
        .text = span, .block = i, .place = place, .first = first, .n = finder->marks.n - first};
    for (size_t k = first; k < finder->marks.n; ++k) {
        range->has[marks[k].family] = true;
    }
    return true;
}

bool bsh__quote_marks_read(bsh__piece_finder *finder, const bsh__quote_input *input)
{
    uint32_t n_counted = 0;
    finder->marks.n = finder->ranges.n = 0;
    for (size_t i = 0; i < input->n_blocks; ++i) {
        if (input->blocks[i].is_counted &&
            !read_block(finder, input, (uint32_t) i, n_counted++)) {
            return false;
        }
    }
    return true;
}

static bool is_inside(const bsh__quote_piece *piece, const bsh__quote_piece *outer)
{
    return piece->span.begin >= outer->inner.begin && piece->span.end <= outer->inner.end;
}

/* How many pieces of `a` stand inside no piece of `b`. */
static size_t n_outside(const bsh__vec *a, const bsh__vec *b)
{
    const bsh__quote_piece *const pieces = a->items;
    const bsh__quote_piece *const outer = b->items;
    size_t                        n = 0;
    size_t                        k = 0;
    for (size_t i = 0; i < a->n; ++i) {
        while (k < b->n && outer[k].span.end < pieces[i].span.end) {
            ++k;
        }
        n += k == b->n || !is_inside(&pieces[i], &outer[k]);
    }
    return n;
}

/* British news quotes in single marks: at least 2 of them, and twice as many as double ones. */
static bool has_single_main(const bsh__piece_finder *finder)
{
    size_t const n_single = n_outside(&finder->singles, &finder->doubles);
    size_t const n_double = n_outside(&finder->doubles, &finder->singles);
    return n_single >= 2 && n_single >= 2 * n_double;
}

/* Assembly: the main pieces of a block, and those of the other family between and inside them.
 */
typedef struct assembly {
    const bsh__mark_paper *paper;
    bsh__vec              *pieces;
    size_t                 mark, end_mark; /* of the block: next one, last one + 1 */
    bool                   is_single_main;
} assembly;

/* Pairs the marks of the other family in [begin, end). */
static bool add_others(assembly *a, uint32_t begin, uint32_t end, const bsh__mark_range *block,
                       bool is_nested)
{
    const bsh__mark *const marks = a->paper->marks->items;
    while (a->mark < a->end_mark && marks[a->mark].span.begin < begin) {
        ++a->mark;
    }
    size_t const first = a->mark;
    while (a->mark < a->end_mark && marks[a->mark].span.end <= end) {
        ++a->mark;
    }
    if (a->mark == first) {
        return true;
    }
    bsh__mark_range range = *block;
    range.text = (bsh_span){begin, end};
    range.first = first;
    range.n = a->mark - first;
    size_t const n = a->pieces->n;
    bool const is_ok = a->is_single_main ? bsh__pair_doubles(a->paper, &range, NULL, a->pieces)
                                         : bsh__pair_singles(a->paper, &range, NULL, a->pieces);
    bsh__quote_piece *const pieces = a->pieces->items;
    for (size_t i = n; i < a->pieces->n; ++i) {
        pieces[i].is_nested = is_nested;
    }
    return is_ok;
}

/* All pieces of a block that has no mark of the other family. */
static bool assemble_main(const assembly *a, const bsh__quote_piece *main, size_t n)
{
    if (!bsh__vec_reserve(a->pieces, a->pieces->n + n)) {
        return false;
    }
    for (size_t i = 0; i < n; ++i) {
        ((bsh__quote_piece *) a->pieces->items)[a->pieces->n++] = main[i];
    }
    return true;
}

/* All pieces of a block, from its main ones, main[0 .. n). */
static bool assemble_block(assembly *a, const bsh__mark_range *block,
                           const bsh__quote_piece *main, size_t n)
{
    if (!block->has[a->is_single_main ? BSH__MARK_DOUBLE : BSH__MARK_SINGLE]) {
        return assemble_main(a, main, n);
    }
    a->mark = block->first;
    a->end_mark = block->first + block->n;
    uint32_t at = block->text.begin;
    for (size_t i = 0; i < n; ++i) {
        if (!add_others(a, at, main[i].span.begin, block, false)) {
            return false;
        }
        bsh__quote_piece *const piece = bsh__vec_push(a->pieces);
        if (piece == NULL) {
            return false;
        }
        *piece = main[i];
        if (!add_others(a, main[i].inner.begin, main[i].inner.end, block, true)) {
            return false;
        }
        at = main[i].span.end;
    }
    return add_others(a, at, block->text.end, block, false);
}

static bool assemble(bsh__piece_finder *finder, const bsh__mark_paper *paper, bsh__vec *pieces)
{
    const bsh__mark_range *const blocks = finder->ranges.items;
    const bsh__vec *const from = finder->is_single_main ? &finder->singles : &finder->doubles;
    const bsh__quote_piece *const main = from->items;
    assembly a = {.paper = paper, .pieces = pieces, .is_single_main = finder->is_single_main};
    size_t   next = 0;
    for (size_t i = 0; i < finder->ranges.n; ++i) {
        size_t const first = next;
        while (next < from->n && main[next].block == blocks[i].block) {
            ++next;
        }
        if (!assemble_block(&a, &blocks[i], main + first, next - first)) {
            return false;
        }
    }
    return true;
}

/* Pairs all marks of one family; `is_mending` where it is taken for the main one. */
static bool pair_all(const bsh__piece_finder *finder, const bsh__mark_paper *paper,
                     bool is_single, bool is_mending, bsh__vec *pieces)
{
    const bsh__mark_range *const blocks = finder->ranges.items;
    pieces->n = 0;
    for (size_t i = 0; i < finder->ranges.n; ++i) {
        if (!blocks[i].has[is_single ? BSH__MARK_SINGLE : BSH__MARK_DOUBLE]) {
            continue;
        }
        bool const has_next =
            i + 1 < finder->ranges.n && blocks[i + 1].place == blocks[i].place + 1;
        bsh__mark_next const        next = {has_next ? &blocks[i + 1] : NULL};
        const bsh__mark_next *const mending = is_mending ? &next : NULL;
        bool const is_ok = is_single ? bsh__pair_singles(paper, &blocks[i], mending, pieces)
                                     : bsh__pair_doubles(paper, &blocks[i], mending, pieces);
        if (!is_ok) {
            return false;
        }
    }
    return true;
}

bsh_status bsh__quote_pieces_find(bsh__piece_finder *finder, const bsh__word_source *source,
                                  bsh__vec *pieces, bsh_error *err)
{
    pieces->n = 0;
    bsh__mark_paper const paper = {source, &finder->marks, &finder->links};
    if (!bsh__link_marks(&paper, &finder->ranges) ||
        !pair_all(finder, &paper, false, true, &finder->doubles) ||
        !pair_all(finder, &paper, true, false, &finder->singles)) {
        return bsh__fail_memory(err);
    }
    finder->is_single_main = has_single_main(finder);
    if (finder->is_single_main && !pair_all(finder, &paper, true, true, &finder->singles)) {
        return bsh__fail_memory(err);
    }
    return assemble(finder, &paper, pieces) ? BSH_OK : bsh__fail_memory(err);
}
