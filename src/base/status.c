#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    int         exit_status;
    const char *text;
} statuses[] = {
#define STATUS_ROW(name, exit_status, text) {exit_status, text},
    BSH_STATUS_MAP(STATUS_ROW)
#undef STATUS_ROW
};

static bool is_known(bsh_status status)
{
    return (size_t) status < sizeof statuses / sizeof statuses[0];
}

const char *bsh_status_text(bsh_status status)
{
    return is_known(status) ? statuses[status].text : "unknown status";
}

int bsh_status_exit(bsh_status status)
{
    return is_known(status) ? statuses[status].exit_status : 5;
}

/* A name of 300 bytes cut in the middle of "é" would make the message invalid UTF-8. */
static void cut_between_characters(char *message, size_t n_bytes)
{
    size_t lead = n_bytes;
    while (lead > 0 && ((unsigned char) message[lead - 1] & 0xC0U) == 0x80U) {
        --lead;
    }
    if (lead == 0 || (unsigned char) message[lead - 1] < 0xC0U) {
        return;
    }
    --lead;
    unsigned char const first = (unsigned char) message[lead];
    size_t const        needed = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (n_bytes - lead < needed) {
        message[lead] = '\0';
    }
}

/* Puts "NAME: " at the beginning; a long name opens with an ellipsis. */
static size_t put_name(bsh_error *err, const char *name)
{
    enum { MOST_BYTES = sizeof err->message / 2 };
    size_t const n = strlen(name);
    const char  *shown = n > MOST_BYTES ? name + n - MOST_BYTES : name;
    while (shown > name && ((unsigned char) *shown & 0xC0U) == 0x80U) {
        ++shown;
    }
    int const length =
        snprintf(err->message, sizeof err->message, "%s%s: ", shown > name ? "…" : "", shown);
    return length < 0 ? 0 : (size_t) length;
}

static bsh_status fill(bsh_error *err, bsh_status status, int detail, size_t at,
                       const char *format, va_list arguments) BSH__PRINTF(5, 0);

static bsh_status fill(bsh_error *err, bsh_status status, int detail, size_t at,
                       const char *format, va_list arguments)
{
    err->status = status;
    err->detail = detail;
    int const length =
        vsnprintf(err->message + at, sizeof err->message - at, format, arguments);
    if (length < 0) {
        err->message[at] = '\0';
    } else if ((size_t) length >= sizeof err->message - at) {
        cut_between_characters(err->message, sizeof err->message - 1);
    }
    return status;
}

bsh_status bsh__fail(bsh_error *err, bsh_status status, int detail, const char *format, ...)
{
    if (err != NULL) {
        va_list arguments;
        va_start(arguments, format);
        (void) fill(err, status, detail, 0, format, arguments);
        va_end(arguments);
    }
    return status;
}

bsh_status bsh__fail_at(bsh_error *err, bsh_status status, int detail, const char *name,
                        const char *format, ...)
{
    if (err != NULL) {
        va_list arguments;
        va_start(arguments, format);
        (void) fill(err, status, detail, put_name(err, name), format, arguments);
        va_end(arguments);
    }
    return status;
}

bsh_status bsh__fail_memory(bsh_error *err)
{
    return bsh__fail(err, BSH_E_NOMEM, 0, "%s", bsh_status_text(BSH_E_NOMEM));
}
