#include "corpus/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* One walk.  Folders still to be looked into stand on a stack of our own: the depth of a tree
 * of folders is a stranger's choice. */
typedef struct walk {
    bsh__vec          *out; /* bsh__folder_entry */
    bsh__folder_tally *tally;
    bsh__arena        *arena;
    bsh__vec           folders;             /* const char *: paths */
    char               real_root[PATH_MAX]; /* "" if there is none */
} walk;

static bsh_status add_entry(walk *w, const bsh__folder_entry *found, bsh_error *err)
{
    bsh__folder_entry *const entry = bsh__vec_push(w->out);
    if (entry == NULL) {
        return bsh__fail_memory(err);
    }
    *entry = *found;
    return BSH_OK;
}

static bsh_status add_problem(walk *w, const char *path, int problem, bsh_error *err)
{
    return add_entry(w, &(bsh__folder_entry){.path = path, .problem = problem}, err);
}

static bsh_status push_folder(walk *w, const char *path, bsh_error *err)
{
    const char **const folder = bsh__vec_push(&w->folders);
    if (folder == NULL) {
        return bsh__fail_memory(err);
    }
    *folder = path;
    return BSH_OK;
}

/* ---- which files */

static bool is_skipped(const char *name)
{
    size_t const n = strlen(name);
    return name[0] == '.' || name[n - 1] == '~' || strcmp(name, "CVS") == 0;
}

/* A link may not lead out of the folder that was given: a corpus from elsewhere could have the
 * reader's own files measured and quoted. */
static bool stays_inside(const walk *w, const char *path)
{
    char         target[PATH_MAX];
    size_t const n = strlen(w->real_root);
    if (n == 0 || realpath(path, target) == NULL || strncmp(target, w->real_root, n) != 0) {
        return false;
    }
    return target[n] == '/' || w->real_root[n - 1] == '/';
}

/* At most a tenth of the first 4 KiB are control characters, or they open with the mark of
 * UTF-16. What cannot be read counts as text: the run will say why. */
static bool looks_like_text(const char *path)
{
    unsigned char head[4096];
    int const     fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        return true;
    }
    ssize_t const got = read(fd, head, sizeof head);
    (void) close(fd);
    size_t const n = got < 0 ? 0 : (size_t) got;
    if (n >= 2 && (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0)) {
        return true;
    }
    size_t n_controls = 0;
    for (size_t i = 0; i < n; ++i) {
        n_controls += head[i] < 0x20 && strchr("\t\n\f\r", head[i] == 0 ? 1 : head[i]) == NULL;
    }
    return n_controls * 10 <= n;
}

static bool is_article(walk *w, const char *path, const char *name)
{
    bool      is_text = false;
    int const kind = bsh__suffix_kind(name, &is_text);
    ++w->tally->n_files;
    if (kind >= 0) {
        ++w->tally->n_of_kind[kind];
        return false;
    }
    return is_text || looks_like_text(path);
}

/* ---- walking */

static bsh_status visit(walk *w, const char *path, const char *name, bsh_error *err)
{
    struct stat status;
    if (lstat(path, &status) != 0) {
        return add_problem(w, path, errno, err);
    }
    if (S_ISDIR(status.st_mode)) {
        return push_folder(w, path, err);
    }
    if (S_ISLNK(status.st_mode) && (stat(path, &status) != 0 || !stays_inside(w, path))) {
        return BSH_OK;
    }
    // a pipe in a folder would let the run wait for ever
    if (!S_ISREG(status.st_mode) || !is_article(w, path, name)) {
        return BSH_OK;
    }
    bsh__folder_entry const file = {path, 0, status.st_dev, status.st_ino};
    return add_entry(w, &file, err);
}

static char *join(bsh__arena *arena, const char *folder, const char *name)
{
    size_t const n_folder = strlen(folder);
    size_t const n_name = strlen(name);
    bool const   has_slash = n_folder != 0 && folder[n_folder - 1] == '/';
    char *const  path = bsh__arena_allocate(arena, n_folder + n_name + 2);
    if (path == NULL) {
        return NULL;
    }
    memcpy(path, folder, n_folder);
    if (!has_slash) {
        path[n_folder] = '/';
    }
    memcpy(path + n_folder + !has_slash, name, n_name + 1);
    return path;
}

static bsh_status visit_all(walk *w, const char *folder, DIR *stream, bsh_error *err)
{
    for (;;) {
        errno = 0;
        const struct dirent *const item = readdir(stream);
        if (item == NULL) {
            return errno == 0 ? BSH_OK : add_problem(w, folder, errno, err);
        }
        if (is_skipped(item->d_name)) {
            continue;
        }
        const char *const path = join(w->arena, folder, item->d_name);
        if (path == NULL) {
            return bsh__fail_memory(err);
        }
        BSH_TRY(visit(w, path, path + strlen(path) - strlen(item->d_name), err));
    }
}

static bsh_status visit_folder(walk *w, const char *folder, bsh_error *err)
{
    DIR *const stream = opendir(folder);
    if (stream == NULL) {
        return add_problem(w, folder, errno, err);
    }
    bsh_status const status = visit_all(w, folder, stream, err);
    (void) closedir(stream);
    return status;
}

static bsh_status visit_folders(walk *w, const char *root, bsh_error *err)
{
    BSH_TRY(push_folder(w, root, err));
    while (w->folders.n != 0) {
        const char *const *const folders = w->folders.items;
        const char *const        folder = folders[--w->folders.n];
        BSH_TRY(visit_folder(w, folder, err));
    }
    return BSH_OK;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(((const bsh__folder_entry *) a)->path, ((const bsh__folder_entry *) b)->path);
}

bsh_status bsh__folder_list(bsh__vec *out, bsh__folder_tally *tally, bsh__arena *arena,
                            const char *root, bsh_error *err)
{
    size_t const first = out->n;
    walk         w = {.out = out, .tally = tally, .arena = arena};
    *tally = (bsh__folder_tally){0};
    DIR *const stream = opendir(root);
    if (stream == NULL) {
        return bsh__fail_at(err, BSH_E_READ, errno, root, "%s", bsh__errno_text(errno));
    }
    (void) closedir(stream);
    bsh__vec_init(&w.folders, arena->allocator, sizeof(const char *));
    if (realpath(root, w.real_root) == NULL) {
        w.real_root[0] = '\0';
    }
    bsh_status const status = visit_folders(&w, root, err);
    bsh__vec_free(&w.folders);
    if (status == BSH_OK && out->n - first > 1) {
        qsort((bsh__folder_entry *) out->items + first, out->n - first,
              sizeof(bsh__folder_entry), compare_paths);
    }
    return status;
}
