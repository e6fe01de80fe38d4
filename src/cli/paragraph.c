#include "paragraph.h"

#include "page.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NAME = 30 };

void cli_paragraph_begin(cli_paragraph *paragraph, const cli_style *style)
{
    *paragraph = (cli_paragraph){.style = style};
    paragraph->text = open_memstream(&paragraph->bytes, &paragraph->n_bytes);
}

void cli_paragraph_add(cli_paragraph *paragraph, const char *text)
{
    if (paragraph->text != NULL) {
        (void) fputs(text, paragraph->text);
    }
}

void cli_paragraph_name(cli_paragraph *paragraph, const char *name)
{
    if (paragraph->text != NULL) {
        (void) cli_print_visible(paragraph->text, paragraph->style,
                                 (bsh_string){name, strlen(name)}, MOST_NAME);
    }
}

/* Prints a word; a tie in it becomes the blank it stands for. */
static void print_word(FILE *out, bsh_string word)
{
    for (size_t i = 0; i < word.n_bytes; ++i) {
        (void) fputc(word.data[i] == *CLI_TIE ? ' ' : word.data[i], out);
    }
}

static unsigned width_of(bsh_string word)
{
    unsigned n_ties = 0;
    for (size_t i = 0; i < word.n_bytes; ++i) {
        n_ties += word.data[i] == *CLI_TIE;
    }
    return bsh_text_width(word) + n_ties;
}

/* Prints the words of a text, as many in a line as fit; a word wider than a line has one of its
 * own. */
static void print_words(FILE *out, bsh_string text, unsigned width, unsigned indent)
{
    unsigned column = 0;
    bool     is_first = true; /* of its line */
    for (size_t at = 0; at < text.n_bytes;) {
        const char *const blank = memchr(text.data + at, ' ', text.n_bytes - at);
        size_t const      end = blank != NULL ? (size_t) (blank - text.data) : text.n_bytes;
        bsh_string const  word = {text.data + at, end - at};
        unsigned const    needed = width_of(word);
        if (!is_first && column + 1 + needed > width) {
            (void) fputc('\n', out);
            cli_print_blanks(out, indent);
            column = indent;
        } else if (!is_first) {
            (void) fputc(' ', out);
            ++column;
        }
        print_word(out, word);
        column += needed;
        is_first = false;
        at = end + 1;
    }
    (void) fputc('\n', out);
}

void cli_paragraph_end(cli_paragraph *paragraph, FILE *out, unsigned indent)
{
    bool const is_whole = paragraph->text != NULL && fclose(paragraph->text) == 0;
    if (is_whole && out != NULL) {
        print_words(out, (bsh_string){paragraph->bytes, paragraph->n_bytes},
                    paragraph->style->width, indent);
    }
    free(paragraph->bytes);
    *paragraph = (cli_paragraph){0};
}
