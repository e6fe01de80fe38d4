#include "corpus/source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"
#include "corpus/contents.h"
#include "corpus/fields.h"
#include "corpus/file_names.h"
#include "corpus/folder.h"

struct bsh_source {
    const bsh_allocator *allocator;
    size_t               max_bytes; /* of one article */
    bsh_fields           fields;
    bsh__arena           arena;   /* all strings */
    bsh__vec             places;  /* bsh__place */
    bsh__vec             items;   /* bsh__item */
    bsh__vec             notes;   /* const char * */
    bsh__vec             entries; /* bsh__folder_entry: workspace */
    bsh__buffer          bytes;   /* of a file that is being looked at: workspace */
    uint32_t            *slots;   /* number of a place + 1 by device and inode; 0 is free */
    size_t               n_slots;
    const char          *corpus; /* the name that is being added under; NULL: none was given */
    bool                 has_read_stdin; /* for a list of names, so that it is no article */
};

/* ---- making and ending */

bsh_status bsh_source_create(bsh_source **out, const bsh_options *options, bsh_error *err)
{
    *out = NULL;
    bsh_options defaults;
    bsh_options_init(&defaults);
    options = options == NULL ? &defaults : options;
    const bsh_allocator *const allocator = bsh__allocator(options->allocator);
    bsh_source *const          source = bsh__allocate_zeroed(allocator, 1, sizeof *source);
    if (source == NULL) {
        return bsh__fail_memory(err);
    }
    source->allocator = allocator;
    source->max_bytes = options->max_bytes;
    bsh__arena_init(&source->arena, allocator);
    bsh__vec_init(&source->places, allocator, sizeof(bsh__place));
    bsh__vec_init(&source->items, allocator, sizeof(bsh__item));
    bsh__vec_init(&source->notes, allocator, sizeof(const char *));
    bsh__vec_init(&source->entries, allocator, sizeof(bsh__folder_entry));
    bsh__buffer_init(&source->bytes, allocator);
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
    for (size_t i = 0; i < source->places.n; ++i) {
        bsh__contents_free((bsh__place *) source->places.items + i);
    }
    bsh__buffer_free(&source->bytes);
    bsh__vec_free(&source->entries);
    bsh__vec_free(&source->notes);
    bsh__vec_free(&source->items);
    bsh__vec_free(&source->places);
    bsh__arena_free(&source->arena);
    bsh__release(source->allocator, source);
}

/* ---- files that were added already */

static size_t slot_of(const bsh_source *source, dev_t device, ino_t inode)
{
    const bsh__place *const places = source->places.items;
    uint64_t const          key[2] = {(uint64_t) device, (uint64_t) inode};
    size_t at = bsh__hash(0, (const char *) key, sizeof key) & (source->n_slots - 1);
    while (source->slots[at] != 0) {
        const bsh__place *const known = &places[source->slots[at] - 1];
        if (known->device == device && known->inode == inode) {
            break;
        }
        at = (at + 1) & (source->n_slots - 1);
    }
    return at;
}

static bool grow_slots(bsh_source *source)
{
    if (source->places.n * 2 < source->n_slots) {
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
    const bsh__place *const places = source->places.items;
    for (size_t i = 0; i < n_before; ++i) {
        if (before[i] != 0) {
            const bsh__place *const known = &places[before[i] - 1];
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

/* ---- adding one place */

/* A file that is being added. */
typedef struct newcomer {
    const char *name;
    bsh_string  corpus;
    bool        is_named, has_folder;
} newcomer;

/* The file under its name and number; what it holds is not known yet. */
static bsh_status push_place(bsh_source *source, const newcomer *file, bsh_error *err)
{
    if (source->items.n >= BSH__MOST_ITEMS) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "over 4 billion inputs");
    }
    bool const       has_given = source->corpus != NULL;
    bsh_string const corpus =
        has_given ? (bsh_string){source->corpus, strlen(source->corpus)} : file->corpus;
    uint64_t const    seq = source->items.n;
    char              id[24];
    int const         n_id = snprintf(id, sizeof id, "d%04llu", (unsigned long long) seq + 1);
    bsh__place *const place = bsh__vec_push(&source->places);
    if (place == NULL) {
        return bsh__fail_memory(err);
    }
    *place = (bsh__place){
        .input = {.seq = seq,
                  .id = bsh__arena_copy(&source->arena, id, (size_t) n_id),
                  .name = bsh__arena_copy(&source->arena, file->name, strlen(file->name)),
                  .corpus = bsh__arena_copy(&source->arena, corpus.data, corpus.n_bytes),
                  .is_named = file->is_named,
                  .has_given_corpus = has_given},
        .has_folder = file->has_folder,
    };
    const bsh_input *const input = &place->input;
    if (input->id == NULL || input->name == NULL || input->corpus == NULL) {
        --source->places.n;
        return bsh__fail_memory(err);
    }
    return BSH_OK;
}

static bsh__place *last_place(bsh_source *source)
{
    return (bsh__place *) source->places.items + source->places.n - 1;
}

/* The last place is one input as a whole. */
static bsh_status push_whole(bsh_source *source, bsh_error *err)
{
    bsh__item *const item = bsh__vec_push(&source->items);
    if (item == NULL) {
        return bsh__fail_memory(err);
    }
    item->place = (uint32_t) source->places.n - 1;
    return BSH_OK;
}

static bsh_status add_problem(bsh_source *source, const newcomer *file,
                              const bsh_error *problem, bsh_error *err)
{
    const char *const message =
        bsh__arena_copy(&source->arena, problem->message, strlen(problem->message));
    if (message == NULL) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(push_place(source, file, err));
    bsh__place *const place = last_place(source);
    place->problem = message;
    place->status = problem->status;
    place->detail = problem->detail;
    bsh_status const status = push_whole(source, err);
    source->places.n -= status != BSH_OK;
    return status;
}

static void drop_last_place(bsh_source *source)
{
    bsh__contents_free(last_place(source));
    --source->places.n;
}

static bsh_status look_into_last(bsh_source *source, bool is_regular, bsh_error *err)
{
    bsh__contents const contents = {
        .place = last_place(source),
        .number = (uint32_t) source->places.n - 1,
        .items = &source->items,
        .workspace = &source->bytes,
        .max_bytes = source->max_bytes,
    };
    return bsh__contents_find(&contents, is_regular, err);
}

static bsh_status add_file(bsh_source *source, const newcomer *file, const struct stat *status,
                           bsh_error *err)
{
    if (!grow_slots(source)) {
        return bsh__fail_memory(err);
    }
    size_t const at = slot_of(source, status->st_dev, status->st_ino);
    if (source->slots[at] != 0) {
        const bsh__place *const places = source->places.items;
        return note_second_name(source, places[source->slots[at] - 1].input.name, file->name,
                                err);
    }
    size_t const n_items = source->items.n;
    BSH_TRY(push_place(source, file, err));
    bsh_status const looked = look_into_last(source, S_ISREG(status->st_mode), err);
    if (looked != BSH_OK) {
        source->items.n = n_items;
        drop_last_place(source);
        return looked;
    }
    last_place(source)->device = status->st_dev;
    last_place(source)->inode = status->st_ino;
    source->slots[at] = (uint32_t) source->places.n;
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
    return add_file(source, &(newcomer){"-", {"stdin", 5}, true, false}, &status, err);
}

/* ---- folders */

static bool is_bad_input(bsh_status status)
{
    return status == BSH_E_READ || status == BSH_E_FORMAT || status == BSH_E_LIMIT ||
           status == BSH_E_EMPTY;
}

static bsh_status add_entry(bsh_source *source, const bsh__folder_entry *entry,
                            const newcomer *file, bsh_error *err)
{
    struct stat const status = {
        .st_dev = entry->device, .st_ino = entry->inode, .st_mode = S_IFREG};
    bsh_error reason;
    if (entry->problem != 0) {
        (void) bsh__fail_at(&reason, BSH_E_READ, entry->problem, file->name, "%s",
                            bsh__errno_text(entry->problem));
        return add_problem(source, file, &reason, err);
    }
    bsh_status const added = add_file(source, file, &status, &reason);
    if (is_bad_input(added)) {
        return add_problem(source, file, &reason, err);
    }
    if (added != BSH_OK && err != NULL) {
        *err = reason;
    }
    return added;
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
    bsh_string const own_name = bsh__folder_name(root, real);
    size_t const     n_root = strcmp(root, "/") == 0 ? 0 : strlen(root);
    for (size_t i = 0; i < source->entries.n; ++i) {
        const bsh__folder_entry *const entry =
            (const bsh__folder_entry *) source->entries.items + i;
        bsh_string const below = bsh__folder_below(entry->path, n_root);
        bool const       has_folder = below.n_bytes != 0;
        newcomer const   file = {entry->path, has_folder ? below : own_name, false, has_folder};
        BSH_TRY(add_entry(source, entry, &file, err));
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

/* ---- adding */

/* A file that is named has no root to be below; where outlets are told by folders it is of the
 * folder it lies in, as the shell writes ledger/a.txt for "ledger". */
static bsh_string corpus_of_file(const bsh_source *source, const char *path)
{
    const char *const by = source->fields.by;
    bsh_string const  folder = bsh__file_folder(path);
    return by != NULL && bsh__is_outlet_field(by) && folder.n_bytes > 0 ? folder
                                                                        : bsh__file_stem(path);
}

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
            return bsh__fail_missing(path, err);
        }
        return bsh__fail_at(err, BSH_E_READ, errno, path, "%s", bsh__errno_text(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        return add_folder(source, path, err);
    }
    newcomer const file = {path, corpus_of_file(source, path), true, false};
    return add_file(source, &file, &status, err);
}

bsh_status bsh_source_add_as(bsh_source *source, const char *path, const char *corpus,
                             bsh_error *err)
{
    source->corpus = corpus;
    bsh_status const status = bsh_source_add(source, path, err);
    source->corpus = NULL;
    return status;
}

static bool copy_text(bsh_source *source, const char **text)
{
    if (*text != NULL) {
        *text = bsh__arena_copy(&source->arena, *text, strlen(*text));
        return *text != NULL;
    }
    return true;
}

bsh_status bsh_source_set_fields(bsh_source *source, const bsh_fields *fields, bsh_error *err)
{
    if (fields->n_carry > BSH_MOST_CARRIED) {
        return bsh__fail(err, BSH_E_USAGE, 0, "over %d fields to be carried", BSH_MOST_CARRIED);
    }
    bsh_fields         copy = *fields;
    const char **const texts[] = {&copy.text,   &copy.title, &copy.id,     &copy.date,
                                  &copy.outlet, &copy.url,   &copy.author, &copy.by};
    bool               is_copied = true;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
        is_copied = copy_text(source, texts[i]) && is_copied;
    }
    for (unsigned i = 0; i < copy.n_carry; ++i) {
        is_copied = copy_text(source, &copy.carry[i]) && is_copied;
    }
    if (!is_copied) {
        return bsh__fail_memory(err);
    }
    source->fields = copy;
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
    newcomer const file = {name, bsh__file_stem(name), true, false};
    return add_problem(source, &file, &problem, err);
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

bsh__item bsh__source_item(const bsh_source *source, size_t index)
{
    return ((const bsh__item *) source->items.items)[index];
}

const bsh__place *bsh__source_places(const bsh_source *source)
{
    return source->places.items;
}

const bsh_fields *bsh__source_fields(const bsh_source *source)
{
    return &source->fields;
}

bsh_status bsh__source_problem(const bsh_source *source, size_t index, bsh_error *err)
{
    const bsh__place *const place =
        bsh__source_places(source) + bsh__source_item(source, index).place;
    if (place->problem == NULL) {
        return BSH_OK;
    }
    return bsh__fail(err, place->status, place->detail, "%s", place->problem);
}
