/* How text is to look: what is read of the terminal, and nothing else of the environment. */
#include "output.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LEAST_WIDTH = 60, MOST_WIDTH = 100, USUAL_WIDTH = 79 };

static unsigned clamp(unsigned long width)
{
    return width < LEAST_WIDTH  ? LEAST_WIDTH
           : width > MOST_WIDTH ? MOST_WIDTH
                                : (unsigned) width;
}

static unsigned terminal_width(void)
{
    const char *const   columns = getenv("COLUMNS");
    unsigned long const given = columns != NULL ? strtoul(columns, NULL, 10) : 0;
    struct winsize      size = {0};
    if (given > 0) {
        return clamp(given);
    }
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? clamp(size.ws_col)
                                                                           : USUAL_WIDTH;
}

static bool wants_color(const char *when, bool is_terminal)
{
    const char *const no_color = getenv("NO_COLOR");
    const char *const term = getenv("TERM");
    if (strcmp(when, "auto") != 0) {
        return strcmp(when, "always") == 0;
    }
    bool const is_refused = no_color != NULL && no_color[0] != '\0';
    return is_terminal && !is_refused && term != NULL && strcmp(term, "dumb") != 0;
}

cli_style cli_style_of(const cli_outputs *outputs, const cli_arguments *arguments)
{
    bool const is_terminal =
        outputs->n == 1 && outputs->items[0].path == NULL && isatty(STDOUT_FILENO) == 1;
    bool const is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    return (cli_style){
        .width = arguments->width != 0 ? clamp(arguments->width)
                 : is_terminal         ? terminal_width()
                                       : USUAL_WIDTH,
        .is_ascii = arguments->is_ascii || (is_terminal && !is_utf8),
        .has_color = wants_color(arguments->color, is_terminal),
        .is_terminal = is_terminal,
    };
}
