#include "segment/reports.h"

#include "segment/quote_items.h"

/* The block that holds `at`; `from` is one at it or before. */
static uint32_t block_of(const bsh__quote_input *input, uint32_t from, uint32_t at)
{
    while (from + 1 < input->n_blocks && input->blocks[from].span.end <= at) {
        ++from;
    }
    return from;
}

static void fill_report(const bsh__quote_input *input, uint32_t block, bsh_quote *report)
{
    report->block = block_of(input, block, report->span.begin);
    report->sentence = bsh__sentence_at(input, report->span.begin);
    report->n_words = bsh__words_inside(input, report->inner);
}

/* Merges from the end, so that no second list is needed. */
static void merge(const bsh_quote *reports, size_t n_reports, bsh_quote *quotes,
                  size_t n_quotes)
{
    size_t to = n_quotes + n_reports;
    while (n_reports > 0) {
        bool const takes_quote = n_quotes > 0 && quotes[n_quotes - 1].inner.begin >=
                                                     reports[n_reports - 1].inner.begin;
        quotes[--to] = takes_quote ? quotes[--n_quotes] : reports[--n_reports];
    }
}

/* A piece of a group that a report interrupts ("A," he said, adding that it rained. "B.") has
 * the number of the group's first piece. */
static void number_groups(bsh_quote *quotes, size_t n)
{
    uint32_t group = 0;
    uint32_t old = 0;    // the last group of pieces, as numbered without reports
    uint32_t number = 0; // and with them
    for (size_t i = 0; i < n; ++i) {
        if (quotes[i].kind == BSH_QUOTE_INDIRECT) {
            quotes[i].group = ++group;
            continue;
        }
        if (quotes[i].group != old) {
            old = quotes[i].group;
            number = ++group;
        }
        quotes[i].group = number;
    }
}

bool bsh__reports_merge(const bsh__quote_input *input, const bsh__vec *reports,
                        bsh__vec *quotes)
{
    if (reports->n == 0) {
        return true;
    }
    bsh_quote *const report = reports->items;
    uint32_t         block = 0;
    for (size_t i = 0; i < reports->n; ++i) {
        fill_report(input, block, &report[i]);
        block = report[i].block;
    }
    size_t const n_quotes = quotes->n;
    if (!bsh__vec_reserve(quotes, n_quotes + reports->n)) {
        return false;
    }
    quotes->n += reports->n;
    merge(report, reports->n, quotes->items, n_quotes);
    number_groups(quotes->items, quotes->n);
    return true;
}
