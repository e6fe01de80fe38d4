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

bsh_status bsh__fail(bsh_error *err, bsh_status status, int detail, const char *format, ...)
{
    if (err == NULL) {
        return status;
    }
    err->status = status;
    err->detail = detail;
    va_list arguments;
    va_start(arguments, format);
    int const length = vsnprintf(err->message, sizeof err->message, format, arguments);
    va_end(arguments);
    if (length < 0) {
        err->message[0] = '\0';
    } else if ((size_t) length >= sizeof err->message) {
        cut_between_characters(err->message, sizeof err->message - 1);
    }
    return status;
}

bsh_status bsh__fail_memory(bsh_error *err)
{
    return bsh__fail(err, BSH_E_NOMEM, 0, "%s", bsh_status_text(BSH_E_NOMEM));
}
