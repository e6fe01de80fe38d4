/* broadsheet/base.h -- status, error, allocator, string, span: what every other header needs.
 */
#ifndef BROADSHEET_BASE_H
#define BROADSHEET_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined __GNUC__
#define BSH_API __attribute__((visibility("default")))
#else
#define BSH_API
#endif

/* Every status: name, exit status of the program (cli-design), text. */
#define BSH_STATUS_MAP(X)                                                                      \
    X(OK, 0, "success")                                                                        \
    X(E_USAGE, 2, "wrong argument")                                                            \
    X(E_READ, 1, "cannot read")                                                                \
    X(E_ENCODING, 1, "text is not in the encoding asked for")                                  \
    X(E_FORMAT, 1, "input is not in a format that can be read")                                \
    X(E_LIMIT, 1, "input is over a size limit")                                                \
    X(E_EMPTY, 3, "nothing, or too little, to work on")                                        \
    X(E_WRITE, 4, "cannot write")                                                              \
    X(E_NOMEM, 5, "out of memory")                                                             \
    X(E_UNICODE, 5, "the Unicode library failed")                                              \
    X(E_NUMERIC, 5, "the numerical library failed")                                            \
    X(E_INTERNAL, 5, "internal error")

typedef enum bsh_status {
#define BSH_STATUS_ENUM(name, exit_status, text) BSH_##name,
    BSH_STATUS_MAP(BSH_STATUS_ENUM)
#undef BSH_STATUS_ENUM
} bsh_status;

/* What went wrong, in words.  The caller owns it; nothing in it needs to be freed. */
typedef struct bsh_error {
    bsh_status status;
    int        detail;       /* errno, UErrorCode or GSL code; 0 if there is none */
    char       message[240]; /* UTF-8, NUL-terminated, no newline: "where: what; what to do" */
} bsh_error;

/* Short English text of a status, for instance "cannot read".  Static. */
BSH_API const char *bsh_status_text(bsh_status status);

/* The exit status (0..5) that the program gives for it. */
BSH_API int bsh_status_exit(bsh_status status);

/* Where memory comes from.  All three must be set.  `allocate` and `reallocate` return NULL
 * when there is none; memory must be aligned for any type.  `payload` is handed to each call.
 * Must be safe to call from several threads if bsh_corpus_run is used with it. */
typedef struct bsh_allocator {
    void *(*allocate)(void *payload, size_t n_bytes);
    void *(*reallocate)(void *payload, void *memory, size_t n_bytes);
    void (*release)(void *payload, void *memory); /* memory may be NULL */
    void *payload;
} bsh_allocator;

/* UTF-8 text by pointer and length; not NUL-terminated unless said so. */
typedef struct bsh_string {
    const char *data;
    size_t      n_bytes;
} bsh_string;

/* Half-open byte range in a document's text.  Empty (begin == end) means "none". */
typedef struct bsh_span {
    uint32_t begin, end;
} bsh_span;

/* Versions that decide the numbers, for instance "0.1.0", "72.1", "15.0", "2.7.1".  Static. */
BSH_API const char *bsh_version(void);
BSH_API const char *bsh_version_icu(void);
BSH_API const char *bsh_version_unicode(void);
BSH_API const char *bsh_version_gsl(void);
BSH_API const char *bsh_version_word_lists(void);

#ifdef __cplusplus
}
#endif
#endif
