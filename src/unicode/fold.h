/* Normal form C and full case folding, for term forms. */
#ifndef BSH_UNICODE_FOLD_H
#define BSH_UNICODE_FOLD_H

#include "base/memory.h"
#include "base/status.h"

typedef struct bsh__folder bsh__folder;

bsh_status bsh__folder_create(bsh__folder **out, const bsh_allocator *allocator,
                              bsh_error *err);
void       bsh__folder_destroy(bsh__folder *folder);

/* Replaces `out` by NFC(fold(NFC(text))).  ASCII goes a short way. */
bsh_status bsh__fold(bsh__folder *folder, bsh__buffer *out, const char *text, size_t n_bytes,
                     bsh_error *err);

/* Replaces `out` by the word in lower-case ASCII where letters are Latin with marks ("Café"
 * gives "cafe"), for the syllable table; a letter that has no base in ASCII stays as it is. */
bsh_status bsh__fold_to_ascii(bsh__folder *folder, bsh__buffer *out, const char *text,
                              size_t n_bytes, bsh_error *err);

#endif
