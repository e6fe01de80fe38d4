/* broadsheet/rows.h -- one row an article: all that a comparison is made from. */
#ifndef BROADSHEET_ROWS_H
#define BROADSHEET_ROWS_H

#include <broadsheet/corpus.h>
#include <broadsheet/measure.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The main quotation mark of an article: the mark most of its pieces begin with. */
#define BSH_MARK_MAP(X)                                                                        \
    X(NONE, "none", "no quotes")                                                               \
    X(CURLY_DOUBLE, "curly_double", "\u201c \u201d")                                           \
    X(CURLY_SINGLE, "curly_single", "\u2018 \u2019")                                           \
    X(STRAIGHT_DOUBLE, "straight_double", "\"")                                                \
    X(STRAIGHT_SINGLE, "straight_single", "'")                                                 \
    X(OTHER, "other", "other marks")

#define BSH_MARK_ENUM(name, id, label) BSH_MARK_##name,
typedef enum bsh_mark { BSH_MARK_MAP(BSH_MARK_ENUM) BSH_MARK_COUNT } bsh_mark;
#undef BSH_MARK_ENUM

/* "curly_double" ...: the value of the key `main_mark` of an article in JSON.  Static. */
BSH_API const char *bsh_mark_name(bsh_mark mark);
BSH_API const char *bsh_mark_label(bsh_mark mark);
BSH_API bsh_mark    bsh_mark_find(const char *name); /* NONE if there is no such name */
BSH_API bsh_mark    bsh_document_main_mark(const bsh_document *document);

/* Numbers of one article, before it joins the others.  One per article, by one thread. */
typedef struct bsh_row bsh_row;

/* out        yours; bsh_row_destroy
 * options    those the document was analysed under; min_words decides what is tested
 * document   NULL: input->record is read instead (JSON Lines written by `analyze`)
 * errors     E_FORMAT: the record lacks a measure of the selection, or a count; E_NOMEM */
BSH_API bsh_status bsh_row_create(bsh_row **out, const bsh_selection *selection,
                                  const bsh_options *options, const bsh_input *input,
                                  const bsh_document *document, bsh_error *err);
BSH_API void       bsh_row_destroy(bsh_row *row);

/* Values of --block and --cluster; NULL or empty: the article has none. */
BSH_API bsh_status bsh_row_set_design(bsh_row *row, const char *block, const char *cluster,
                                      bsh_error *err);

/* Rows of all articles.
 *
 * out        yours; bsh_rows_destroy
 * selection  copied: the rows that are added were made for the same measures
 * allocator  NULL: malloc and free; must live on */
typedef struct bsh_rows bsh_rows;
BSH_API bsh_status      bsh_rows_create(bsh_rows **out, const bsh_selection *selection,
                                        const bsh_allocator *allocator, bsh_error *err);
BSH_API void            bsh_rows_destroy(bsh_rows *rows);

/* Names the corpora in the order of the comparison; one that a row brings is added behind. */
BSH_API bsh_status bsh_rows_corpus(bsh_rows *rows, const char *name, bsh_error *err);

/* Appends a row, which is copied.
 *
 * errors  E_FORMAT: measured with other options or another version than the rows before */
BSH_API bsh_status  bsh_rows_add(bsh_rows *rows, const bsh_row *row, bsh_error *err);
BSH_API size_t      bsh_rows_n(const bsh_rows *rows);
BSH_API size_t      bsh_rows_n_corpora(const bsh_rows *rows);
BSH_API const char *bsh_rows_corpus_name(const bsh_rows *rows, size_t corpus);

/* The corpus of article `index` in the order of adding; whether it takes part in tests (it does
 * not if it is flagged short). */
BSH_API size_t bsh_rows_corpus_of(const bsh_rows *rows, size_t index);
BSH_API bool   bsh_rows_is_tested(const bsh_rows *rows, size_t index);

/* Puts the corpora into the byte order of their names: where nobody named them in an order,
 * that of the articles must not decide which is A. */
BSH_API bsh_status bsh_rows_sort_corpora(bsh_rows *rows, bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
