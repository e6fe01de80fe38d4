/* The least that any program on ICU must do: icu_words FILE reads a file, iterates over its
 * words with their status and prints how many there are.  A yardstick for broadsheet's speed.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static void stop(const char *what)
{
    (void) fprintf(stderr, "icu_words: %s\n", what);
    exit(1);
}

static char *read_all(const char *path, int32_t *n)
{
    FILE *const file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        stop(path);
    }
    long const  n_bytes = ftell(file);
    char *const bytes =
        n_bytes < 0 || n_bytes > INT32_MAX ? NULL : malloc((size_t) n_bytes + 1);
    rewind(file);
    if (bytes == NULL || fread(bytes, 1, (size_t) n_bytes, file) != (size_t) n_bytes) {
        stop(path);
    }
    (void) fclose(file);
    *n = (int32_t) n_bytes;
    return bytes;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        stop("usage: icu_words FILE");
    }
    int32_t      n_bytes = 0, n_units = 0;
    char *const  bytes = read_all(argv[1], &n_bytes);
    UChar *const units = malloc(((size_t) n_bytes + 1) * sizeof *units);
    UErrorCode   code = U_ZERO_ERROR;
    if (units == NULL) {
        stop("out of memory");
    }
    u_strFromUTF8(units, n_bytes + 1, &n_units, bytes, n_bytes, &code);
    UBreakIterator *const words = ubrk_open(UBRK_WORD, "en", units, n_units, &code);
    if (U_FAILURE(code)) {
        stop(u_errorName(code));
    }
    size_t n_words = 0;
    while (ubrk_next(words) != UBRK_DONE) {
        n_words += ubrk_getRuleStatus(words) >= UBRK_WORD_NUMBER;
    }
    (void) printf("%zu\n", n_words);
    ubrk_close(words);
    free(units);
    free(bytes);
    return 0;
}
