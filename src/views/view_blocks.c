/* The tables of `segment`: one row a block and the rule that labelled it (--show), or one row a
 * sentence and the rule that ended it. */
#include <broadsheet/views.h>

#include "base/status.h"

#include <inttypes.h>
#include <stdio.h>

bsh_status bsh_blocks_table(bsh_table **out, const bsh_allocator *allocator, bsh_error *err)
{
    static const bsh_column columns[] = {
        {.id = "class", .is_left = true},
        {.id = "lines", .is_left = true},
        {.id = "rule", .is_left = true},
        {.id = "text", .is_left = true},
    };
    static const bsh_table_kind kind = {"segments", NULL, columns,
                                        sizeof columns / sizeof columns[0]};
    return bsh_table_create(out, &kind, allocator, err);
}

static bool is_shown(const bsh_block *block, bsh_segment_show show)
{
    return show == BSH_SHOW_ALL || block->is_counted == (show == BSH_SHOW_KEPT);
}

bsh_status bsh_sentences_table(bsh_table **out, const bsh_allocator *allocator, bsh_error *err)
{
    static const bsh_column columns[] = {
        {.id = "lines", .is_left = true},
        {.id = "rule", .is_left = true},
        {.id = "text", .is_left = true},
    };
    static const bsh_table_kind kind = {"sentences", NULL, columns,
                                        sizeof columns / sizeof columns[0]};
    return bsh_table_create(out, &kind, allocator, err);
}

static void add_lines(bsh_table *table, const bsh_block *block)
{
    char lines[32];
    (void) snprintf(lines, sizeof lines, "%" PRIu32 "-%" PRIu32, block->first_line,
                    block->last_line);
    bsh_table_words(table, lines);
}

bsh_status bsh_sentences_add(bsh_table *table, const bsh_document *document, bsh_error *err)
{
    size_t                    n_blocks = 0, n = 0;
    const bsh_block *const    blocks = bsh_document_blocks(document, &n_blocks);
    const bsh_sentence *const sentences = bsh_document_sentences(document, &n);
    for (size_t i = 0; i < n; ++i) {
        bsh_table_row_begin(table);
        add_lines(table, &blocks[sentences[i].block]);
        bsh_table_words(table, bsh_sentence_rule_name(sentences[i].rule));
        bsh_table_line(table, bsh_document_slice(document, sentences[i].span), true);
        BSH_TRY(bsh_table_row_end(table, err));
    }
    return BSH_OK;
}

bsh_status bsh_blocks_add(bsh_table *table, const bsh_document *document, bsh_segment_show show,
                          bsh_error *err)
{
    size_t                 n = 0;
    const bsh_block *const blocks = bsh_document_blocks(document, &n);
    for (size_t i = 0; i < n; ++i) {
        if (!is_shown(&blocks[i], show)) {
            continue;
        }
        bsh_table_row_begin(table);
        bsh_table_words(table, bsh_block_kind_name(blocks[i].kind));
        add_lines(table, &blocks[i]);
        bsh_table_words(table, bsh_block_rule_name(blocks[i].rule));
        bsh_table_line(table, bsh_document_slice(document, blocks[i].span), true);
        BSH_TRY(bsh_table_row_end(table, err));
    }
    return BSH_OK;
}
