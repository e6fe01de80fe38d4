/* broadsheet/corpus.h -- many articles: where they come from, and a pool of workers over them.
 */
#ifndef BROADSHEET_CORPUS_H
#define BROADSHEET_CORPUS_H

#include <broadsheet/base.h>
#include <broadsheet/document.h>
#include <broadsheet/terms.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A record of a table or a JSON Lines file, as it was read: its fields by name. */
typedef struct bsh_record bsh_record;

/* One article to be read.  Strings live until `emit` returns. */
typedef struct bsh_input {
    uint64_t    seq;    /* running number from 0, in input order */
    const char *id;     /* the record's own, else "d0001" ... */
    const char *name;   /* as given; a file in a folder: folder/file; "-" is standard input;
                           record n of a file: file#n */
    const char *corpus; /* the outlet: the name it was added under, the field of `by`, the
                           folder directly under the root, else the file's stem;
                           by outlet, of a text file that is named: its folder */
    bool               is_named; /* named on its own, not found in a folder */
    bool               has_own_id;
    bool               has_given_corpus; /* the name that it was added under */
    uint64_t           line; /* of the record in its file, from 1; 0: a file as a whole */
    const char        *title, *date, *url, *author; /* of the record; NULL where it has none */
    const char *const *carried; /* values of bsh_fields.carry; NULL: the article has none */
    const bsh_record  *record;  /* NULL for plain text, and for `emit` where the article has
                                   been analysed in this run */
} bsh_input;

enum { BSH_MOST_CARRIED = 16 };

/* How records are read.  A name is looked for without regard to case, `_`, `-` and blanks, and
 * dots reach into objects: "source.name".  NULL: the usual names are tried (text, body, content
 * ...; title, headline ...). */
typedef struct bsh_fields {
    const char *text, *title, *id, *date, *outlet, *url, *author;
    const char *by; /* its value is the corpus; "outlet" serves a folder of folders too */
    const char *carry[BSH_MOST_CARRIED]; /* further fields, handed on as bsh_input.carried */
    unsigned    n_carry;
} bsh_fields;

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

/* The same under the name of a corpus: "ledger=articles/".  NULL: as bsh_source_add. */
BSH_API bsh_status bsh_source_add_as(bsh_source *source, const char *path, const char *corpus,
                                     bsh_error *err);

/* Says how records are read; before the first add.  Copied. */
BSH_API bsh_status bsh_source_set_fields(bsh_source *source, const bsh_fields *fields,
                                         bsh_error *err);

/* ---- records that `analyze` wrote (schema "broadsheet.article/1") stand for their articles:
 * such an input comes to `map` with document == NULL. */

/* Whether the record is one. */
BSH_API bool bsh_record_is_article(const bsh_record *record);

/* A field at the top of the record.  False if it is missing, null or of another type; text is
 * borrowed from the record. */
BSH_API bool bsh_record_real(const bsh_record *record, const char *field, double *out);
BSH_API bool bsh_record_text(const bsh_record *record, const char *field, const char **out);

/* A member of an object at the top: reasons.mattr, speaker_words."Ana Roe". */
BSH_API bool bsh_record_member_text(const bsh_record *record, const char *object,
                                    const char *key, const char **out);

/* Whether a list of texts at the top holds one, with a number behind it or not: of `flags`,
 * "replaced" is held by "replaced=2". */
BSH_API bool bsh_record_has_item(const bsh_record *record, const char *list, const char *text);

/* Hands every member of an object at the top that is a whole number to `each`: terms.  False if
 * there is no such object.  Ends at the first status that is not OK and returns it by *status.
 */
BSH_API bool bsh_record_each_count(const bsh_record *record, const char *object,
                                   bsh_status (*each)(void *payload, bsh_string key,
                                                      uint64_t count, bsh_error *err),
                                   void *payload, bsh_status *status, bsh_error *err);

/* Counts the terms of an article that was analysed before, as bsh_terms_add does those of a
 * document.
 *
 * errors  E_FORMAT: its record has no terms ("rows.jsonl#3: ..."); E_NOMEM */
BSH_API bsh_status bsh_input_add_terms(const bsh_input *input, bsh_terms *terms,
                                       bsh_error *err);

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
 *       `document` is NULL where input->record is an article that was analysed before.
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
