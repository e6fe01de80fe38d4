/* Rows of articles as a comparison reads them. */
#ifndef BSH_COMPARE_ROW_PARTS_H
#define BSH_COMPARE_ROW_PARTS_H

#include <broadsheet/rows.h>

#include "base/memory.h"
#include "base/status.h"
#include "base/text_table.h"

/* An article, but for the values of its measures. */
typedef struct bsh__article {
    uint32_t corpus;
    uint32_t block, cluster; /* number of the name; BSH__NO_TEXT: it has none */
    bsh_mark mark;
    uint64_t words, words_excluded, pieces, repairs;
    bool     is_tested;    /* not flagged short */
    bool is_decoded_oddly; /* with a flag of decoding: encoding, replaced, control, mojibake */
    bool is_other_language;
} bsh__article;

struct bsh_row {
    const bsh_allocator *allocator;
    bsh__arena           texts;
    const char          *corpus, *block, *cluster; /* the last two may be NULL */
    char                 settings[17];             /* fingerprint of what decided the numbers */
    const char          *name;                     /* of the article, for messages */
    bsh__article         article;
    size_t               n_measures;
    double              *values;       /* n_measures; NaN: the article has none */
    double              *denominators; /* the same; NaN: no ratio of totals */
};

struct bsh_rows {
    const bsh_allocator *allocator;
    bsh_selection        selection;
    bsh__arena           texts;
    bsh__text_table      corpora, blocks, clusters;
    bsh__vec             articles; /* bsh__article */
    bsh__vec             numbers;  /* double: values, then denominators, of each article */
    char                 settings[17];
    const char          *first_name; /* of the article the settings came with */
};

static inline const bsh__article *bsh__rows_articles(const bsh_rows *rows)
{
    return rows->articles.items;
}

static inline double bsh__rows_value(const bsh_rows *rows, size_t article, size_t measure)
{
    const double *const numbers = rows->numbers.items;
    return numbers[article * 2 * rows->selection.n_measures + measure];
}

static inline double bsh__rows_denominator(const bsh_rows *rows, size_t article, size_t measure)
{
    return bsh__rows_value(rows, article, rows->selection.n_measures + measure);
}

/* Makes a row without numbers for the given names; values and denominators are NaN. */
bsh_status bsh__row_create_empty(bsh_row **out, size_t n_measures, const bsh_input *input,
                                 const bsh_allocator *allocator, bsh_error *err);

/* Fills a row from an article that was analysed before. */
bsh_status bsh__row_from_record(bsh_row *row, const bsh_selection *selection,
                                const bsh_options *options, const bsh_input *input,
                                bsh_error *err);

/* Whether a measure is a share of all words of the body: with --quotes exclude or only those
 * too that the count `words` sets aside. */
bool bsh__is_of_all_words(const bsh_measure *measure);

/* Appends an article of given numbers, for tests and simulations: names of
 * its corpus, block and cluster (the last two may be NULL); a value for each measure. */
bsh_status bsh__rows_add_values(bsh_rows *rows, const char *const names[3], uint64_t words,
                                const double *values, bsh_error *err);

/* The place of each name of a table in byte order, by the number of the name. */
bsh_status bsh__rank_names(uint32_t *out, const bsh__text_table *table,
                           const bsh_allocator *allocator, bsh_error *err);

/* Copies a text into the row. */
const char *bsh__row_text(bsh_row *row, const char *text);

#endif
