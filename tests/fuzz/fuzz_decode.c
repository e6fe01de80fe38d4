/* Bytes to text: valid UTF-8, no NUL, offsets that lead back, under every way of decoding. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "unicode/decode.h"

const char fuzz_name[] = "decode";

static int is_utf8(const unsigned char *s, size_t n)
{
    size_t i = 0;
    while (i < n) {
        size_t const length = s[i] < 0x80 ? 1 : s[i] < 0xE0 ? 2 : s[i] < 0xF0 ? 3 : 4;
        if (s[i] == 0 || (s[i] >= 0x80 && s[i] < 0xC2) || s[i] > 0xF4 || length > n - i) {
            return 0;
        }
        for (size_t k = 1; k < length; ++k) {
            if ((s[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        i += length;
    }
    return 1;
}

/* The way back is asked for starts of characters alone. */
static void check(const bsh__decoder *decoder, size_t n_source_bytes)
{
    const unsigned char *const text = (const unsigned char *) decoder->text.data;
    size_t const               n = decoder->text.n;
    fuzz_check(is_utf8(text, n));
    uint64_t last = 0;
    for (size_t i = 0; i <= n; i += 1 + n / 512) {
        if (i < n && (text[i] & 0xC0) == 0x80) {
            continue;
        }
        uint64_t const offset = bsh__decoder_source_offset(decoder, (uint32_t) i);
        fuzz_check(offset >= last && offset <= n_source_bytes);
        last = offset;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static const char *const encodings[] = {"auto", "strict", "windows-1252", "UTF-16LE",
                                            "Shift_JIS"};
    bsh__decoder             decoder;
    bsh__decoder_init(&decoder, bsh__allocator(NULL));
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; ++i) {
        bsh_error        err;
        bsh_status const status =
            bsh__decode(&decoder, (const char *) data, n_bytes, encodings[i], &err);
        if (status == BSH_OK) {
            check(&decoder, n_bytes);
        } else {
            fuzz_check(status == BSH_E_ENCODING || status == BSH_E_FORMAT);
            fuzz_check(err.message[0] != '\0');
        }
    }
    bsh__decoder_free(&decoder);
    return 0;
}
