/* broadsheet/corpus.h -- many articles: where they come from, and a pool of workers over them.
 */
#ifndef BROADSHEET_CORPUS_H
#define BROADSHEET_CORPUS_H

#include <broadsheet/base.h>
#include <broadsheet/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One article to be read.  Strings live as long as the run. */
typedef struct bsh_input {
    uint64_t    seq;      /* running number from 0, in input order */
    const char *id;       /* "d0001" ... */
    const char *name;     /* as given; a file in a folder: folder/file; "-" is standard input */
    const char *corpus;   /* the outlet: folder directly under the root, else the file's stem */
    bool        is_named; /* named on its own, not found in a folder */
} bsh_input;

/* Where articles come from. */
typedef struct bsh_source bsh_source;

BSH_API bsh_status bsh_source_create(bsh_source **out, const bsh_options *options,
                                     bsh_error *err);
BSH_API void       bsh_source_destroy(bsh_source *source);

/* Adds a file, a folder (recursive, byte order, hidden files and `~` backups skipped, links not
 * followed out of it) or "-".  A file that was added already is not added again.
 *
 * errors  E_READ (no such file; permission), E_EMPTY (a folder without articles; the message
 * says what was found there), E_NOMEM.  The source stays usable. */
BSH_API bsh_status bsh_source_add(bsh_source *source, const char *path, bsh_error *err);

/* Adds each name of a list file ("-" is standard input): a name a line, or NUL-separated. Names
 * that cannot be used are reported as bad inputs of the run. */
BSH_API bsh_status bsh_source_add_list(bsh_source *source, const char *path,
                                       bool is_nul_separated, bsh_error *err);

/* Articles that were added so far. */
BSH_API size_t bsh_source_size(const bsh_source *source);

/* Whether a file was added, under whatever name: so that no output replaces an article. */
BSH_API bool bsh_source_has(const bsh_source *source, const char *path);

/* The number of added files that were named twice; their notes ("given twice (also as ...)").
 */
BSH_API size_t      bsh_source_n_notes(const bsh_source *source);
BSH_API const char *bsh_source_note(const bsh_source *source, size_t index);

/* What a run does with each article.  Either function may end the run by a status other than
 * OK.
 *
 * map   in a worker's thread: makes of a document what `emit` needs (*result may stay NULL).
 *       `worker` (0 .. n_threads - 1) lets it keep state of its own for each worker.
 * emit  in the caller's thread, in input order, once for each input: `status` and `problem` say
 *       whether the article could be read; takes `result` over. */
typedef struct bsh_consumer {
    void *payload;
    bsh_status (*map)(void *payload, unsigned worker, const bsh_input *input,
                      const bsh_document *document, void **result, bsh_error *err);
    bsh_status (*emit)(void *payload, const bsh_input *input, bsh_status status,
                       const bsh_error *problem, void *result, bsh_error *err);
    void (*discard)(void *payload,
                    void *result); /* a result that emit will never see; may be NULL */
} bsh_consumer;

/* The number of workers a run takes: n_threads, or the processors at hand if it is 0. */
BSH_API unsigned bsh_corpus_n_threads(unsigned n_threads);

/* Reads and analyses every article.  Results do not depend on the number of threads.
 * Memory grows with the vocabulary and with n_threads times the largest article, not with the
 * text.
 *
 * errors  what create, map or emit returned; a bad article ends nothing: emit hears of it */
BSH_API bsh_status bsh_corpus_run(bsh_source *source, const bsh_options *options,
                                  unsigned n_threads, const bsh_consumer *consumer,
                                  bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
