#include "corpus/file_names.h"

#include <broadsheet/text.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* ---- names of corpora */

static const char *last_part(const char *path)
{
    const char *const slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

bsh_string bsh__file_stem(const char *path)
{
    const char *const name = last_part(path);
    const char *const dot = strrchr(name, '.');
    size_t const      n = dot == NULL || dot == name ? strlen(name) : (size_t) (dot - name);
    return (bsh_string){name, n};
}

bsh_string bsh__file_folder(const char *path)
{
    const char *end = last_part(path);
    while (end > path && end[-1] == '/') {
        --end;
    }
    const char *begin = end;
    while (begin > path && begin[-1] != '/') {
        --begin;
    }
    size_t const n = (size_t) (end - begin);
    bool const   is_name = n > 2 || memcmp(begin, "..", n) != 0;
    return (bsh_string){begin, is_name ? n : 0};
}

bsh_string bsh__folder_name(const char *root, char real[PATH_MAX])
{
    const char *name = last_part(root);
    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        bool const is_known = realpath(root, real) != NULL && strcmp(real, "/") != 0;
        name = is_known ? last_part(real) : "root";
    }
    return (bsh_string){name, strlen(name)};
}

bsh_string bsh__folder_below(const char *path, size_t n_root)
{
    const char *const below = path + n_root + (path[n_root] == '/');
    const char *const slash = strchr(below, '/');
    return (bsh_string){below, slash == NULL ? 0 : (size_t) (slash - below)};
}

/* ---- files that are not there */

/* The name in the folder that is nearest to the one looked for; ties by bytes.  Not over a
 * third of the letters before the suffix may differ, or "a.txt" would be taken for "c.txt". */
static void find_similar(DIR *stream, const char *wanted, char out[64])
{
    unsigned     best = 3;
    size_t const n_letters = bsh__file_stem(wanted).n_bytes;
    out[0] = '\0';
    for (const struct dirent *entry = readdir(stream); entry != NULL; entry = readdir(stream)) {
        const char *const name = entry->d_name;
        unsigned const    distance = bsh_edit_distance(wanted, name);
        bool const        is_tie = distance == best && out[0] != '\0' && strcmp(name, out) < 0;
        if (distance * 3 > n_letters || (distance >= best && !is_tie) ||
            (name[0] == '.') != (wanted[0] == '.')) {
            continue;
        }
        best = distance;
        memcpy(out, name, strlen(name) + 1); // longer names have no distance
    }
}

bsh_status bsh__fail_missing(const char *path, bsh_error *err)
{
    const char *const wanted = last_part(path);
    size_t const      n_folder = (size_t) (wanted - path);
    char              folder[PATH_MAX];
    char              similar[64] = "";
    if (n_folder < sizeof folder && wanted[0] != '\0') {
        memcpy(folder, n_folder == 0 ? "." : path, n_folder == 0 ? 1 : n_folder);
        folder[n_folder == 0 ? 1 : n_folder] = '\0';
        DIR *const stream = opendir(folder);
        if (stream != NULL) {
            find_similar(stream, wanted, similar);
            (void) closedir(stream);
        }
    }
    if (similar[0] == '\0') {
        return bsh__fail_at(err, BSH_E_READ, ENOENT, path, "%s", bsh__errno_text(ENOENT));
    }
    return bsh__fail_at(err, BSH_E_READ, ENOENT, path, "%s; did you mean %.*s%s?",
                        bsh__errno_text(ENOENT), (int) n_folder, path, similar);
}
