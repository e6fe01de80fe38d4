/* broadsheet/verbs.h -- a table of verbs of saying in place of the program's own.  Which words
 * are such verbs, and of which class, decides kinds and speakers of quotes and the measures
 * made of them; zones and sentences do not depend on it. */
#ifndef BROADSHEET_VERBS_H
#define BROADSHEET_VERBS_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Constant once made: may be shared between threads. */
typedef struct bsh_verbs bsh_verbs;

/* Makes a table from the bytes of a file, which are not kept: a line a form of a verb, with
 * three columns parted by tabs.
 *
 *     form    one word as it stands in a text: "claimed"; of "point out" the first alone
 *     lemma   the verb: "claim"; forms of "say" and "tell" count as said
 *     class   neutral, doubt, concession, force, endorsement, manner, forecast or judgement
 *
 * Lines that begin with # and empty ones say nothing.  UTF-8; case and the shape of apostrophes
 * do not matter.
 *
 * errors  BSH_E_FORMAT or BSH_E_ENCODING with the line, what is wrong there and what to do;
 *         BSH_E_LIMIT over 1 MiB; BSH_E_EMPTY if there is no verb in it; BSH_E_NOMEM.  *out is
 *         NULL then. */
BSH_API bsh_status bsh_verbs_create(bsh_verbs **out, const char *bytes, size_t n_bytes,
                                    const bsh_allocator *allocator, bsh_error *err);

/* The same from a file, whose name is in the messages; BSH_E_READ with the system's words. */
BSH_API bsh_status bsh_verbs_read(bsh_verbs **out, const char *path,
                                  const bsh_allocator *allocator, bsh_error *err);

/* Not before the analyzers that use it.  NULL is allowed. */
BSH_API void bsh_verbs_destroy(bsh_verbs *verbs);

/* The program's own table for English as such a file, to start from.  Static. */
BSH_API bsh_string bsh_verbs_builtin(void);

#ifdef __cplusplus
}
#endif
#endif
