#include "unicode/mojibake.h"

#include <stdbool.h>
#include <string.h>

#include "unicode/charset.h"
#include "unicode/utf8.h"
#include "unicode/utf8_scan.h"

typedef enum run_kind { BROKEN, NEUTRAL, WELL } run_kind;

enum { LONGEST = 4, FEWEST = 3 };

/* The next run of characters beyond ASCII, sequence after sequence as windows-1252 bytes. */
typedef struct run_reader {
    const char *text;
    size_t      n, at;
    char        bytes[LONGEST]; /* read but not yet used */
    size_t      n_bytes;
} run_reader;

/* Fills up; false at a character that windows-1252 does not have. */
static bool fill(run_reader *reader)
{
    while (reader->n_bytes < LONGEST && reader->at < reader->n &&
           (unsigned char) reader->text[reader->at] >= 0x80) {
        size_t    behind = reader->at;
        int const byte = bsh__to_windows_1252(bsh__utf8_next(reader->text, reader->n, &behind));
        if (byte < 0) {
            return false;
        }
        reader->bytes[reader->n_bytes++] = (char) byte;
        reader->at = behind;
    }
    return true;
}

/* What is left at the end of a run because its last byte was lost: the closing quote E2 80 9D
 * has none in windows-1252, and A0 is often made a blank. */
static run_kind classify_rest(const char *bytes, size_t n, bool has_sequence)
{
    if (n == 2 && memcmp(bytes, "\xE2\x80", 2) == 0) {
        return BROKEN;
    }
    if (n == 1 && (bytes[0] == '\xC2' || bytes[0] == '\xC3')) {
        return has_sequence ? BROKEN : NEUTRAL;
    }
    bool const is_invisible = n == 1 && (bytes[0] == '\xA0' || bytes[0] == '\xAD');
    return is_invisible && !has_sequence ? NEUTRAL : WELL;
}

static run_kind classify_run(run_reader *reader)
{
    bool has_sequence = false;
    reader->n_bytes = 0;
    for (;;) {
        if (!fill(reader)) {
            return WELL;
        }
        if (reader->n_bytes == 0) {
            return has_sequence ? BROKEN : NEUTRAL;
        }
        size_t       n_bad = 0;
        size_t const length = bsh__utf8_sequence(reader->bytes, reader->n_bytes, &n_bad);
        if (length == 0) {
            return classify_rest(reader->bytes, reader->n_bytes, has_sequence);
        }
        has_sequence = true;
        reader->n_bytes -= length;
        memmove(reader->bytes, reader->bytes + length, reader->n_bytes);
    }
}

uint64_t bsh__count_mojibake(const char *text, size_t n)
{
    run_reader reader = {.text = text, .n = n};
    uint64_t   n_runs = 0;
    for (;;) {
        reader.at += bsh__ascii_prefix(text + reader.at, n - reader.at);
        if (reader.at == n) {
            break;
        }
        run_kind const kind = classify_run(&reader);
        if (kind == WELL) {
            return 0;
        }
        n_runs += kind == BROKEN;
    }
    return n_runs >= FEWEST ? n_runs : 0;
}
