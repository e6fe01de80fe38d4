#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

const char *bsh__errno_text(int number)
{
    static const struct {
        int         number;
        const char *text;
    } texts[] = {
        {ENOENT, "no such file"},
        {EACCES, "permission denied"},
        {EPERM, "operation not permitted"},
        {ENOTDIR, "a part of the path is not a folder"},
        {EISDIR, "is a folder"},
        {ENOSPC, "no space left on device"},
        {EFBIG, "file too large"},
        {EROFS, "read-only file system"},
        {EMFILE, "too many open files"},
        {ENFILE, "too many open files"},
        {EIO, "input/output error"},
        {ELOOP, "too many symbolic links"},
        {ENAMETOOLONG, "name too long"},
        {EDQUOT, "disk quota exceeded"},
        {EPIPE, "broken pipe"},
        {ENOMEM, "out of memory"},
        {EBADF, "not open for reading"},
        {ENXIO, "no such device"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
        if (texts[i].number == number) {
            return texts[i].text;
        }
    }
    return "system error";
}

/* Reads to the end, whatever fstat would say: pipes and /proc have no size, and files grow.  A
 * read takes all the room there is, so that an article costs two and the buffer stays small. */
static bsh_status read_all(bsh__buffer *out, int fd, const char *path, size_t max_bytes,
                           bsh_error *err)
{
    enum { FIRST = 64 * 1024, LEAST = 4 * 1024 };
    size_t const before = out->n;
    for (;;) {
        if (!bsh__buffer_reserve(out, out->n == before ? FIRST : LEAST)) {
            return bsh__fail_memory(err);
        }
        ssize_t const got = read(fd, out->data + out->n, out->capacity - out->n);
        if (got == 0) {
            return BSH_OK;
        }
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return bsh__fail_at(err, BSH_E_READ, errno, path, "%s", bsh__errno_text(errno));
        }
        out->n += (size_t) got;
        if (out->n - before > max_bytes) {
            return bsh__fail_at(err, BSH_E_LIMIT, 0, path,
                                "over --max-doc %zu bytes per article, skipped", max_bytes);
        }
    }
}

bsh_status bsh__file_read(bsh__buffer *out, const char *path, size_t max_bytes, bsh_error *err)
{
    bool const is_stdin = strcmp(path, "-") == 0;
    int const  fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return bsh__fail_at(err, BSH_E_READ, errno, path, "%s", bsh__errno_text(errno));
    }
    bsh_status const status =
        read_all(out, fd, is_stdin ? "standard input" : path, max_bytes, err);
    if (!is_stdin) {
        (void) close(fd);
    }
    return status;
}
