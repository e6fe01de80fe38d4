#include "quotes_page.h"

#include "page.h"

#include <stdlib.h>
#include <string.h>

static void next_line(cli_wrap *wrap)
{
    (void) fputc('\n', wrap->out);
    cli_print_blanks(wrap->out, wrap->indent);
    wrap->column = wrap->indent;
}

/* A word without blanks, of as many lines as it takes: an article may be one of a megabyte. */
static void print_in_parts(cli_wrap *wrap, bsh_string word)
{
    while (word.n_bytes > 0) {
        size_t const     fits = bsh_text_fit(word, wrap->width - wrap->column);
        bsh_string const part = {word.data, fits};
        (void) fwrite(part.data, 1, part.n_bytes, wrap->out);
        wrap->column += bsh_text_width(part);
        word = (bsh_string){word.data + fits, word.n_bytes - fits};
        if (word.n_bytes > 0) {
            next_line(wrap);
        }
    }
}

static void print_word(cli_wrap *wrap, bsh_string word)
{
    unsigned const n_blanks = wrap->column > wrap->indent;
    unsigned const needed = bsh_text_width(word);
    if (n_blanks != 0 && wrap->column + n_blanks + needed > wrap->width) {
        next_line(wrap);
    } else {
        cli_print_blanks(wrap->out, n_blanks);
        wrap->column += n_blanks;
    }
    print_in_parts(wrap, word);
}

void cli_wrap_text(cli_wrap *wrap, bsh_string text)
{
    bool const   is_ascii = wrap->style->is_ascii;
    size_t const n = bsh_text_visible(NULL, 0, text, is_ascii);
    char *const  visible = malloc(n + 1);
    if (visible == NULL) {
        return;
    }
    (void) bsh_text_visible(visible, n + 1, text, is_ascii);
    for (size_t at = 0; at < n;) {
        const char *const blank = memchr(visible + at, ' ', n - at);
        size_t const      end = blank != NULL ? (size_t) (blank - visible) : n;
        if (end > at) {
            print_word(wrap, (bsh_string){visible + at, end - at});
        }
        at = end + 1;
    }
    free(visible);
}
