/* What names of files and folders say: corpora, and the file that was meant. */
#ifndef BSH_CORPUS_FILE_NAMES_H
#define BSH_CORPUS_FILE_NAMES_H

#include "base/status.h"

#include <limits.h>

/* "ledger/a.b.txt" is "a.b", ".profile" stays. */
bsh_string bsh__file_stem(const char *path);

/* The folder that a file lies in: "ledger" of news/ledger/a.txt; empty where the path names
 * none. */
bsh_string bsh__file_folder(const char *path);

/* The folder's own name, also of "." and "..", for which `real` has room. */
bsh_string bsh__folder_name(const char *root, char real[PATH_MAX]);

/* corpus/TheDaily/2023/a.txt is of TheDaily; empty for corpus/a.txt.  `n_root`: the length of
 * "corpus". */
bsh_string bsh__folder_below(const char *path, size_t n_root);

/* "artcle.txt: no such file; did you mean article.txt?" */
bsh_status bsh__fail_missing(const char *path, bsh_error *err);

#endif
