#include "corpus/source.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <broadsheet/text.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"
#include "corpus/folder.h"

/* One input.  What is no article but was named in a list is one too, with its problem. */
typedef struct item {
    bsh_input   input;
    const char *problem; /* the message; NULL if the input can be tried */
    bsh_status  status;
    int         detail;
    dev_t       device;
    ino_t       inode;
} item;

struct bsh_source {
    const bsh_allocator *allocator;
    bsh__arena           arena;   /* all strings */
    bsh__vec             items;   /* item */
    bsh__vec             notes;   /* const char * */
    bsh__vec             entries; /* bsh__folder_entry: workspace */
    uint32_t            *slots;   /* number of an item + 1 by device and inode; 0 is free */
    size_t               n_slots;
    const char          *corpus;  /* the name that is being added under; NULL: none was given */
    bool                 has_read_stdin; /* for a list of names, so that it is no article */
};

/* ---- making and ending */

bsh_status bsh_source_create(bsh_source **out, const bsh_options *options, bsh_error *err)
{
    *out = NULL;
    const bsh_allocator *const allocator =
        bsh__allocator(options == NULL ? NULL : options->allocator);
    bsh_source *const source = bsh__allocate_zeroed(allocator, 1, sizeof *source);
    if (source == NULL) {
        return bsh__fail_memory(err);
    }
    source->allocator = allocator;
    bsh__arena_init(&source->arena, allocator);
    bsh__vec_init(&source->items, allocator, sizeof(item));
    bsh__vec_init(&source->notes, allocator, sizeof(const char *));
    bsh__vec_init(&source->entries, allocator, sizeof(bsh__folder_entry));
    *out = source;
    return BSH_OK;
}

void bsh_source_destroy(bsh_source *source)
{
    if (source == NULL) {
        return;
    }
    if (source->slots != NULL) {
        bsh__release(source->allocator, source->slots);
    }
    bsh__vec_free(&source->entries);
    bsh__vec_free(&source->notes);
    bsh__vec_free(&source->items);
    bsh__arena_free(&source->arena);
    bsh__release(source->allocator, source);
}

/* ---- files that were added already */

static size_t slot_of(const bsh_source *source, dev_t device, ino_t inode)
{
    const item *const items = source->items.items;
    uint64_t const    key[2] = {(uint64_t) device, (uint64_t) inode};
    size_t            at = bsh__hash(0, (const char *) key, sizeof key) & (source->n_slots - 1);
    while (source->slots[at] != 0) {
        const item *const known = &items[source->slots[at] - 1];
        if (known->device == device && known->inode == inode) {
            break;
        }
        at = (at + 1) & (source->n_slots - 1);
    }
    return at;
}

static bool grow_slots(bsh_source *source)
{
    if (source->items.n * 2 < source->n_slots) {
        return true;
    }
    uint32_t *const before = source->slots;
    size_t const    n_before = source->n_slots;
    size_t const    n_slots = n_before == 0 ? 64 : n_before * 2;
    uint32_t *const slots = bsh__allocate_zeroed(source->allocator, n_slots, sizeof *slots);
    if (slots == NULL) {
        return false;
    }
    source->slots = slots;
    source->n_slots = n_slots;
    const item *const items = source->items.items;
    for (size_t i = 0; i < n_before; ++i) {
        if (before[i] != 0) {
            const item *const known = &items[before[i] - 1];
            slots[slot_of(source, known->device, known->inode)] = before[i];
        }
    }
    if (before != NULL) {
        bsh__release(source->allocator, before);
    }
    return true;
}

static bsh_status note_second_name(bsh_source *source, const char *first, const char *second,
                                   bsh_error *err)
{
    bool const         is_same = strcmp(first, second) == 0;
    size_t const       capacity = strlen(first) + strlen(second) + 64;
    char *const        text = bsh__arena_allocate(&source->arena, capacity);
    const char **const note = text == NULL ? NULL : bsh__vec_push(&source->notes);
    if (note == NULL) {
        return bsh__fail_memory(err);
    }
    (void) snprintf(text, capacity,
                    is_same ? "%s given twice; counted once"
                            : "%s given twice (also as %s); counted once",
                    first, second);
    *note = text;
    return BSH_OK;
}

/* ---- adding one input */

static bsh_status set_input(bsh_source *source, item *new_item, const char *name,
                            bsh_string corpus, bsh_error *err)
{
    uint64_t const seq = source->items.n - 1;
    if (source->corpus != NULL) {
        corpus = (bsh_string){source->corpus, strlen(source->corpus)};
    }
    char           id[24];
    int const      n_id = snprintf(id, sizeof id, "d%04llu", (unsigned long long) seq + 1);
    new_item->input = (bsh_input){
        .seq = seq,
        .id = bsh__arena_copy(&source->arena, id, (size_t) n_id),
        .name = bsh__arena_copy(&source->arena, name, strlen(name)),
        .corpus = bsh__arena_copy(&source->arena, corpus.data, corpus.n_bytes),
    };
    const bsh_input *const input = &new_item->input;
    if (input->id == NULL || input->name == NULL || input->corpus == NULL) {
        --source->items.n;
        return bsh__fail_memory(err);
    }
    return BSH_OK;
}

static bsh_status push_item(bsh_source *source, item **out, const char *name, bsh_string corpus,
                            bsh_error *err)
{
    if (source->items.n >= UINT32_MAX - 1) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "over 4 billion inputs");
    }
    *out = bsh__vec_push(&source->items);
    if (*out == NULL) {
        return bsh__fail_memory(err);
    }
    return set_input(source, *out, name, corpus, err);
}

static bsh_status add_file(bsh_source *source, const char *name, bsh_string corpus,
                           bool is_named, const struct stat *status, bsh_error *err)
{
    if (!grow_slots(source)) {
        return bsh__fail_memory(err);
    }
    size_t const at = slot_of(source, status->st_dev, status->st_ino);
    if (source->slots[at] != 0) {
        const item *const items = source->items.items;
        return note_second_name(source, items[source->slots[at] - 1].input.name, name, err);
    }
    item *new_item = NULL;
    BSH_TRY(push_item(source, &new_item, name, corpus, err));
    new_item->input.is_named = is_named;
    new_item->device = status->st_dev;
    new_item->inode = status->st_ino;
    source->slots[at] = (uint32_t) source->items.n;
    return BSH_OK;
}

static bsh_status add_problem(bsh_source *source, const char *name, bsh_string corpus,
                              const bsh_error *problem, bsh_error *err)
{
    const char *const message =
        bsh__arena_copy(&source->arena, problem->message, strlen(problem->message));
    if (message == NULL) {
        return bsh__fail_memory(err);
    }
    item *new_item = NULL;
    BSH_TRY(push_item(source, &new_item, name, corpus, err));
    new_item->problem = message;
    new_item->status = problem->status;
    new_item->detail = problem->detail;
    return BSH_OK;
}

/* Standard input has a number for its device that no disk has, so that it too is counted once.
 */
static bsh_status add_stdin(bsh_source *source, bsh_error *err)
{
    if (source->has_read_stdin) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "standard input was read as a list of names already");
    }
    struct stat const status = {.st_dev = (dev_t) -1};
    return add_file(source, "-", (bsh_string){"stdin", 5}, true, &status, err);
}

/* ---- names of corpora */

static const char *last_part(const char *path)
{
    const char *const slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* "ledger/a.b.txt" is "a.b", ".profile" stays. */
static bsh_string stem(const char *path)
{
    const char *const name = last_part(path);
    const char *const dot = strrchr(name, '.');
    size_t const      n = dot == NULL || dot == name ? strlen(name) : (size_t) (dot - name);
    return (bsh_string){name, n};
}

/* The folder's own name, also of "." and "..". */
static bsh_string folder_name(const char *root, char real[PATH_MAX])
{
    const char *name = last_part(root);
    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        bool const is_known = realpath(root, real) != NULL && strcmp(real, "/") != 0;
        name = is_known ? last_part(real) : "root";
    }
    return (bsh_string){name, strlen(name)};
}

/* corpus/TheDaily/2023/a.txt is of TheDaily, corpus/a.txt of corpus. */
static bsh_string outlet_of(const char *path, size_t n_root, bsh_string own_name)
{
    const char *const below = path + n_root + (path[n_root] == '/');
    const char *const slash = strchr(below, '/');
    return slash == NULL ? own_name : (bsh_string){below, (size_t) (slash - below)};
}

/* ---- folders */

static bsh_status add_entry(bsh_source *source, const bsh__folder_entry *entry,
                            bsh_string corpus, bsh_error *err)
{
    struct stat status;
    int         problem = entry->problem;
    if (problem == 0 && stat(entry->path, &status) != 0) {
        problem = errno;
    }
    if (problem == 0) {
        return add_file(source, entry->path, corpus, false, &status, err);
    }
    bsh_error reason;
    (void) bsh__fail_at(&reason, BSH_E_READ, problem, entry->path, "%s",
                        bsh__errno_text(problem));
    return add_problem(source, entry->path, corpus, &reason, err);
}

static bsh_status add_entries(bsh_source *source, const char *root,
                              const bsh__folder_tally *tally, bsh_error *err)
{
    if (source->entries.n == 0) {
        char what[160];
        bsh__folder_describe(what, sizeof what, tally);
        return bsh__fail(err, BSH_E_EMPTY, 0,
                         "%s/: no articles found (%s); accepted types: broadsheet help input",
                         strcmp(root, "/") == 0 ? "" : root, what);
    }
    char             real[PATH_MAX];
    bsh_string const own_name = folder_name(root, real);
    size_t const     n_root = strcmp(root, "/") == 0 ? 0 : strlen(root);
    for (size_t i = 0; i < source->entries.n; ++i) {
        const bsh__folder_entry *const entry =
            (const bsh__folder_entry *) source->entries.items + i;
        BSH_TRY(add_entry(source, entry, outlet_of(entry->path, n_root, own_name), err));
    }
    return BSH_OK;
}

/* "ledger//" is "ledger": names are shown with one slash. */
static bsh_status add_folder(bsh_source *source, const char *path, bsh_error *err)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/') {
        --n;
    }
    const char *const root = bsh__arena_copy(&source->arena, path, n);
    if (root == NULL) {
        return bsh__fail_memory(err);
    }
    bsh__folder_tally tally;
    source->entries.n = 0;
    BSH_TRY(bsh__folder_list(&source->entries, &tally, &source->arena, root, err));
    return add_entries(source, root, &tally, err);
}

/* ---- files that are not there */

/* The name in the folder that is nearest to the one looked for; ties by bytes.  Not over a
 * third of the letters before the suffix may differ, or "a.txt" would be taken for "c.txt". */
static void find_similar(DIR *stream, const char *wanted, char out[64])
{
    unsigned     best = 3;
    size_t const n_letters = stem(wanted).n_bytes;
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

static bsh_status fail_missing(const char *path, bsh_error *err)
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

/* ---- adding */

bsh_status bsh_source_add(bsh_source *source, const char *path, bsh_error *err)
{
    if (strcmp(path, "-") == 0) {
        return add_stdin(source, err);
    }
    struct stat status;
    if (path[0] == '\0' || stat(path, &status) != 0) {
        if (path[0] == '\0') {
            return bsh__fail(err, BSH_E_READ, ENOENT, "an empty name: no such file");
        }
        if (errno == ENOENT) {
            return fail_missing(path, err);
        }
        return bsh__fail_at(err, BSH_E_READ, errno, path, "%s", bsh__errno_text(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        return add_folder(source, path, err);
    }
    return add_file(source, path, stem(path), true, &status, err);
}

bsh_status bsh_source_add_as(bsh_source *source, const char *path, const char *corpus,
                             bsh_error *err)
{
    source->corpus = corpus;
    bsh_status const status = bsh_source_add(source, path, err);
    source->corpus = NULL;
    return status;
}

bsh_status bsh_source_set_fields(bsh_source *source, const bsh_fields *fields, bsh_error *err)
{
    (void) source;
    (void) fields;
    (void) err;
    return BSH_OK;
}

static bsh_status add_listed(bsh_source *source, const char *name, bsh_error *err)
{
    bsh_error        problem = {0};
    bsh_status const status = bsh_source_add(source, name, &problem);
    if (status == BSH_OK) {
        return BSH_OK;
    }
    if (status == BSH_E_NOMEM) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(add_problem(source, name, stem(name), &problem, err));
    item *const items = source->items.items;
    items[source->items.n - 1].input.is_named = true;
    return BSH_OK;
}

/* Cuts the list into names in place: each ends at its separator. */
static bsh_status add_names(bsh_source *source, bsh__buffer *list, char separator,
                            bsh_error *err)
{
    size_t begin = 0;
    while (begin < list->n) {
        char *const       name = list->data + begin;
        const char *const found = memchr(name, separator, list->n - begin);
        size_t const      n = found == NULL ? list->n - begin : (size_t) (found - name);
        bool const        has_cr = separator == '\n' && n != 0 && name[n - 1] == '\r';
        name[n - has_cr] = '\0';
        if (name[0] != '\0') {
            BSH_TRY(add_listed(source, name, err));
        }
        begin += n + 1;
    }
    return BSH_OK;
}

bsh_status bsh_source_add_list(bsh_source *source, const char *path, bool is_nul_separated,
                               bsh_error *err)
{
    enum { MOST_BYTES = 1 << 30 };
    bsh__buffer list;
    bsh__buffer_init(&list, source->allocator);
    source->has_read_stdin = source->has_read_stdin || strcmp(path, "-") == 0;
    bsh_status status = bsh__file_read(&list, path, MOST_BYTES, err);
    if (status == BSH_OK && !bsh__buffer_reserve(&list, 1)) {
        status = bsh__fail_memory(err); // no room for the NUL behind the last name
    }
    if (status == BSH_OK && !is_nul_separated && memchr(list.data, '\0', list.n) != NULL) {
        status = bsh__fail_at(err, BSH_E_FORMAT, 0, path, "holds NUL bytes; see --files0-from");
    }
    if (status == BSH_OK) {
        status = add_names(source, &list, is_nul_separated ? '\0' : '\n', err);
    }
    bsh__buffer_free(&list);
    return status;
}

/* ---- looking at it */

size_t bsh_source_size(const bsh_source *source)
{
    return source->items.n;
}

bool bsh_source_has(const bsh_source *source, const char *path)
{
    struct stat status;
    return source->n_slots != 0 && stat(path, &status) == 0 &&
           source->slots[slot_of(source, status.st_dev, status.st_ino)] != 0;
}

size_t bsh_source_n_notes(const bsh_source *source)
{
    return source->notes.n;
}

const char *bsh_source_note(const bsh_source *source, size_t index)
{
    const char *const *const notes = source->notes.items;
    return notes[index];
}

const bsh_input *bsh__source_input(const bsh_source *source, size_t index)
{
    return &((const item *) source->items.items)[index].input;
}

bsh_status bsh__source_problem(const bsh_source *source, size_t index, bsh_error *err)
{
    const item *const items = source->items.items;
    if (items[index].problem == NULL) {
        return BSH_OK;
    }
    return bsh__fail(err, items[index].status, items[index].detail, "%s", items[index].problem);
}
