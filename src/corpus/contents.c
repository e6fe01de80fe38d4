#include "corpus/contents.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "corpus/json_lines.h"
#include "corpus/record.h"

/* A plain article shows itself in its first bytes, and is read by a worker later. */
enum { FIRST_BYTES = 512, PIECE_BYTES = 64 * 1024, MOST_KEPT_BYTES = 1 << 30 };

void bsh__contents_free(bsh__place *place)
{
    if (place->is_kept) {
        bsh__buffer_free(&place->bytes);
    }
}

static bool is_stdin(const bsh__contents *contents)
{
    return strcmp(contents->place->input.name, "-") == 0;
}

static const char *shown_name(const bsh__contents *contents)
{
    return is_stdin(contents) ? "standard input" : contents->place->input.name;
}

static bsh_status check_kept(const bsh__contents *contents, const bsh__json_lines *lines,
                             bsh_error *err)
{
    size_t const n_kept = contents->place->bytes.n;
    if (lines->is_refused && n_kept > contents->max_bytes) {
        return bsh__fail_at(err, BSH_E_LIMIT, 0, shown_name(contents),
                            "over --max-doc %zu bytes per article, skipped",
                            contents->max_bytes);
    }
    if (n_kept > MOST_KEPT_BYTES) {
        return bsh__fail_at(err, BSH_E_LIMIT, 0, shown_name(contents),
                            "over 1 GiB that is no file; write the records to a file first");
    }
    return BSH_OK;
}

/* Feeds the place to `lines` until it is over, or need not be read on. */
static bsh_status read_pieces(const bsh__contents *contents, int fd, bsh__json_lines *lines,
                              bsh_error *err)
{
    bool const         is_kept = contents->place->is_kept;
    bsh__buffer *const bytes = is_kept ? &contents->place->bytes : contents->workspace;
    size_t             n_asked = FIRST_BYTES;
    bsh__buffer_clear(bytes);
    while (is_kept || !lines->is_refused) {
        if (!bsh__buffer_reserve(bytes, n_asked)) {
            return bsh__fail_memory(err);
        }
        ssize_t const got = read(fd, bytes->data + bytes->n, n_asked);
        if (got == 0) {
            return BSH_OK;
        }
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return bsh__fail_at(err, BSH_E_READ, errno, shown_name(contents), "%s",
                                bsh__errno_text(errno));
        }
        n_asked = PIECE_BYTES;
        bsh__json_lines_feed(lines, bytes->data + bytes->n, (size_t) got);
        bytes->n += is_kept ? (size_t) got : 0;
        if (lines->has_failed) {
            return bsh__fail_memory(err);
        }
        BSH_TRY(check_kept(contents, lines, err));
    }
    return BSH_OK;
}

/* The place is one input as a whole. */
static bsh_status push_whole(const bsh__contents *contents, bsh_error *err)
{
    bsh__item *const item = bsh__vec_push(contents->items);
    if (item == NULL) {
        return bsh__fail_memory(err);
    }
    item->place = contents->number;
    return BSH_OK;
}

static bsh_status take_over(const bsh__contents *contents, bsh__json_lines *lines,
                            bsh_error *err)
{
    const char *const name = shown_name(contents);
    if (bsh__json_lines_end(lines)) {
        return bsh__json_support(name, err);
    }
    if (lines->has_failed) {
        return bsh__fail_memory(err);
    }
    if (lines->has_suffix && lines->is_utf16) {
        return bsh__fail_at(err, BSH_E_FORMAT, 0, name,
                            "looks like UTF-16; JSON Lines are read as UTF-8");
    }
    if (lines->has_suffix && lines->n_records == 0 && !lines->is_refused) {
        return bsh__fail_at(err, BSH_E_EMPTY, 0, name, "no records in it");
    }
    return push_whole(contents, err);
}

static bsh_status look_into(const bsh__contents *contents, int fd, bsh_error *err)
{
    bsh__json_lines lines;
    bsh__json_lines_begin(&lines, contents->items, contents->number,
                          contents->place->input.name);
    BSH_TRY(read_pieces(contents, fd, &lines, err));
    return take_over(contents, &lines, err);
}

bsh_status bsh__contents_find(const bsh__contents *contents, bool is_regular, bsh_error *err)
{
    bool const is_from_stdin = is_stdin(contents);
    int const  fd = is_from_stdin
                        ? STDIN_FILENO
                        : open(contents->place->input.name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return push_whole(contents, err); // an input all the same: the run says what is wrong
    }
    if (!is_regular) {
        contents->place->is_kept = true;
        bsh__buffer_init(&contents->place->bytes, contents->workspace->allocator);
    }
    bsh_status const status = look_into(contents, fd, err);
    if (!is_from_stdin) {
        (void) close(fd);
    }
    return status;
}
