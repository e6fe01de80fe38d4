/* What was printed must have arrived: a full disk is told at the end, not swallowed. */
#include "commands.h"

#include <errno.h>

#include "messages.h"

int cli_close_stdout(void)
{
    bool const had_failed = ferror(stdout) != 0;
    errno = 0;
    if (fclose(stdout) == 0 && !had_failed) {
        return 0;
    }
    cli_messages messages = {.is_quiet = true};
    cli_message(&messages, CLI_MESSAGE_ERROR,
                errno == ENOSPC ? "standard output: no space left on device"
                                : "standard output: cannot be written");
    return 4;
}
