/* The table of `quotes`: one row a piece, in text order. */
#include <broadsheet/views.h>

#include "base/status.h"

#include <string.h>

static const bsh_column columns[] = {
    {.id = "id", .is_left = true},
    {.id = "piece"},
    {.id = "line"},
    {.id = "sentence"},
    {.id = "start"},
    {.id = "end"},
    {.id = "kind", .is_left = true},
    {.id = "words"},
    {.id = "group"},
    {.id = "speaker", .is_left = true},
    {.id = "resolved", .is_left = true},
    {.id = "sp_start"},
    {.id = "sp_end"},
    {.id = "verb", .is_left = true},
    {.id = "verb_class", .is_left = true},
    {.id = "via", .is_left = true},
    {.id = "flags", .is_left = true},
    {.id = "text", .is_left = true},
    {.id = "corpus", .is_left = true},
    {.id = "path", .is_left = true},
};

static const bsh_table_kind kind = {"quotes", NULL, columns,
                                    sizeof columns / sizeof columns[0]};

bsh_status bsh_quotes_table(bsh_table **out, const bsh_allocator *allocator, bsh_error *err)
{
    return bsh_table_create(out, &kind, allocator, err);
}

/* A row under way: the table, the article, the unit of offsets. */
typedef struct quote_row {
    bsh_table          *table;
    const bsh_document *document;
    bool                has_codepoints;
} quote_row;

static void add_offset(const quote_row *row, uint32_t offset)
{
    bsh_table_integer(row->table, row->has_codepoints
                                      ? bsh_document_codepoint_offset(row->document, offset)
                                      : bsh_document_source_offset(row->document, offset));
}

/* Both offsets of a span, or two empty cells. */
static void add_span(const quote_row *row, bsh_span span)
{
    if (span.begin == span.end) {
        bsh_table_empty(row->table);
        bsh_table_empty(row->table);
        return;
    }
    add_offset(row, span.begin);
    add_offset(row, span.end);
}

/* Text as written; in a hard-wrapped article "Mr.\nCastell" is on two lines. */
static void add_written(const quote_row *row, bsh_span span)
{
    if (span.begin == span.end) {
        bsh_table_empty(row->table);
    } else {
        bsh_table_line(row->table, bsh_document_slice(row->document, span), false);
    }
}

static void add_name(const quote_row *row, const char *name)
{
    bsh_table_words(row->table, *name != '\0' ? name : NULL);
}

static void add_resolved(const quote_row *row, const bsh_quote *quote)
{
    size_t                   n = 0;
    const bsh_speaker *const speakers = bsh_document_speakers(row->document, &n);
    if (quote->speaker < n) {
        bsh_table_line(row->table, speakers[quote->speaker].name, false);
    } else {
        bsh_table_empty(row->table);
    }
}

static void add_flags(const quote_row *row, unsigned flags)
{
    bsh_table_list(row->table);
    for (unsigned bit = 0; bit < BSH_QUOTE_FLAG_COUNT; ++bit) {
        if ((flags >> bit & 1U) != 0) {
            const char *const name = bsh_quote_flag_name(bit);
            bsh_table_item(row->table, (bsh_string){name, strlen(name)});
        }
    }
}

static void add_place(const quote_row *row, const bsh_quote *quote, size_t number)
{
    bsh_table_integer(row->table, number);
    bsh_table_integer(row->table, bsh_document_line(row->document, quote->inner.begin));
    bsh_table_integer(row->table, (uint64_t) quote->sentence + 1);
    add_offset(row, quote->inner.begin);
    add_offset(row, quote->inner.end);
}

static void add_speaker(const quote_row *row, const bsh_quote *quote)
{
    add_written(row, quote->mention);
    add_resolved(row, quote);
    add_span(row, quote->mention);
    add_written(row, quote->verb);
    add_name(row, bsh_verb_class_name(quote->verb_class));
    add_name(row, bsh_quote_via_name(quote->via));
}

bsh_status bsh_quotes_add(bsh_table *table, const bsh_input *input,
                          const bsh_document *document, bool has_codepoints, bsh_error *err)
{
    quote_row const        row = {table, document, has_codepoints};
    size_t                 n = 0;
    const bsh_quote *const quotes = bsh_document_quotes(document, &n);
    for (size_t i = 0; i < n; ++i) {
        bsh_table_row_begin(table);
        bsh_table_words(table, input->id);
        add_place(&row, &quotes[i], i + 1);
        bsh_table_words(table, bsh_quote_kind_name(quotes[i].kind));
        bsh_table_integer(table, quotes[i].n_words);
        bsh_table_integer(table, quotes[i].group);
        add_speaker(&row, &quotes[i]);
        add_flags(&row, quotes[i].flags);
        bsh_table_line(table, bsh_document_slice(document, quotes[i].inner), false);
        bsh_table_words(table, input->corpus);
        bsh_table_words(table, input->name);
        BSH_TRY(bsh_table_row_end(table, err));
    }
    return BSH_OK;
}
