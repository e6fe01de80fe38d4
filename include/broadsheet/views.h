/* broadsheet/views.h -- documents and terms turned into tables: the columns of every output. */
#ifndef BROADSHEET_VIEWS_H
#define BROADSHEET_VIEWS_H

#include <broadsheet/base.h>
#include <broadsheet/comparison.h>
#include <broadsheet/corpus.h>
#include <broadsheet/measure.h>
#include <broadsheet/table.h>
#include <broadsheet/terms.h>
#include <broadsheet/voices.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Each _table makes an empty table with the columns of its kind (yours to destroy); each _add
 * appends the rows of one article to it. */

/* One row an article: id, corpus, path ... counts, measures chosen.  Flat formats have the
 * further counts only if the selection wants them and name what is missing in `flags`; JSON has
 * all counts, excluded_by_class, speaker_words, reasons, the fingerprint of the settings and,
 * if the selection has terms, their counts; nothing of that is in the table if the selection is
 * flat.  Both calls need the same selection. */
BSH_API bsh_status bsh_articles_table(bsh_table **out, const bsh_selection *selection,
                                      const bsh_allocator *allocator, bsh_error *err);
BSH_API bsh_status bsh_articles_add(bsh_table *table, const bsh_selection *selection,
                                    const bsh_options *options, const bsh_input *input,
                                    const bsh_document *document, bsh_error *err);

/* One row a quoted piece; its last columns are the outlet and the file.  `has_codepoints`: offsets
 * in code points instead of bytes. */
BSH_API bsh_status bsh_quotes_table(bsh_table **out, const bsh_allocator *allocator,
                                    bsh_error *err);
BSH_API bsh_status bsh_quotes_add(bsh_table *table, const bsh_input *input,
                                  const bsh_document *document, bool has_codepoints,
                                  bsh_error *err);

/* One row a speaker, verb or kind of the article, as the tally adds them up; the last one may be
 * without a name: quotes whose speaker, or verb, was not found.  `share` of a speaker:
 * of the quoted words.  Of an article in another language than English what is told of speakers
 * and reports is empty: nobody is looked for. */
BSH_API bsh_status bsh_voices_table(bsh_table **out, bsh_voices_by by,
                                    const bsh_allocator *allocator, bsh_error *err);
BSH_API bsh_status bsh_voices_table_add(bsh_table *table, bsh_tally *tally,
                                        const bsh_input *input, const bsh_document *document,
                                        bsh_error *err);

/* One row a block: class, lines, rule, text; of kept, of left out, or of all blocks. */
typedef enum bsh_segment_show {
    BSH_SHOW_KEPT,
    BSH_SHOW_EXCLUDED,
    BSH_SHOW_ALL
} bsh_segment_show;
BSH_API bsh_status bsh_blocks_table(bsh_table **out, const bsh_allocator *allocator,
                                    bsh_error *err);
BSH_API bsh_status bsh_blocks_add(bsh_table *table, const bsh_document *document,
                                  bsh_segment_show show, bsh_error *err);

/* One row a sentence: lines of its block, rule that ended it, text. */
BSH_API bsh_status bsh_sentences_table(bsh_table **out, const bsh_allocator *allocator,
                                       bsh_error *err);
BSH_API bsh_status bsh_sentences_add(bsh_table *table, const bsh_document *document,
                                     bsh_error *err);

/* One row a term: the `most` first (0 = all) of those that occur at least `min_count` times. */
BSH_API bsh_status bsh_terms_table(bsh_table **out, bsh_terms *terms, size_t most,
                                   uint64_t min_count, const bsh_allocator *allocator,
                                   bsh_error *err);

/* One row a measure of the selection: what `broadsheet measures` prints. */
BSH_API bsh_status bsh_measures_table(bsh_table **out, const bsh_selection *selection,
                                      const bsh_allocator *allocator, bsh_error *err);

/* The codes of `flags` of an article under a selection, joined by one blank: "short
 * smog-short". Writes at most `capacity` bytes with the final NUL; returns the bytes the whole
 * needs without it, as snprintf does. */
BSH_API size_t bsh_article_flags(char *out, size_t capacity, const bsh_selection *selection,
                                 const bsh_options *options, const bsh_document *document);

/* What a comparison found: one row a measure, pair and method; `is_wide`, one row a measure and
 * pair.  In a test of all corpora together `a` is "*" and `b` empty; a number that is not given
 * is empty, and `status` says why. */
BSH_API bsh_status bsh_comparison_table(bsh_table **out, const bsh_comparison *comparison,
                                        bool is_wide, const bsh_allocator *allocator,
                                        bsh_error *err);

/* One row a measure and corpus: the fields of bsh_description. */
BSH_API bsh_status bsh_describe_table(bsh_table **out, const bsh_comparison *comparison,
                                      const bsh_allocator *allocator, bsh_error *err);

/* One row a corpus: what it is made of, and what its articles were read with: shares of main
 * quotation marks, repairs per 100 pieces, shares of words left out and of articles decoded. */
BSH_API bsh_status bsh_corpora_table(bsh_table **out, const bsh_comparison *comparison,
                                     const bsh_allocator *allocator, bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
