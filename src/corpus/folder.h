/* The articles in a folder. */
#ifndef BSH_CORPUS_FOLDER_H
#define BSH_CORPUS_FOLDER_H

#include "base/memory.h"
#include "base/status.h"

#include <sys/types.h>

/* A file to be taken, or a folder that could not be looked into. */
typedef struct bsh__folder_entry {
    const char *path;    /* root, "/", path below it */
    int         problem; /* errno of the folder; 0 for a file */
    dev_t       device;  /* of a file, which is a regular one */
    ino_t       inode;
} bsh__folder_entry;

/* What a folder's files were, for the message that none of them is an article. */
typedef struct bsh__folder_tally {
    size_t n_files;
    size_t n_of_kind[16]; /* by the kinds of bsh__suffix_kind */
} bsh__folder_tally;

/* Appends to `out` (of bsh__folder_entry) what lies in the folder and below, in byte order of
 * the whole paths.  Left out: hidden files, `~` backups, links to folders, links to files
 * outside, and files that are plainly no articles.
 *
 * root    without a final slash, but for "/"
 * arena   takes the paths
 * errors  E_READ if the root cannot be opened, E_NOMEM */
bsh_status bsh__folder_list(bsh__vec *out, bsh__folder_tally *tally, bsh__arena *arena,
                            const char *root, bsh_error *err);

/* "looked at 12 files: 9 images, 3 web pages". */
void bsh__folder_describe(char *out, size_t capacity, const bsh__folder_tally *tally);

/* The number of the kind a file's suffix stands for; -1 for text, for no suffix and for one
 * that is not known.  *is_text is true for the first two. */
int bsh__suffix_kind(const char *name, bool *is_text);

#endif
