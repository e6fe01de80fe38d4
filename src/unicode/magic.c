#include "unicode/magic.h"

#include <string.h>

/* Every signature has a byte that no text has at that place, or is too odd to open an article:
 * "BM" of a bitmap opens "BMW said", so it is not here. */
typedef struct signature {
    size_t      at, n_bytes;
    const char *bytes;
    bsh__magic  magic;
} signature;

#define SIGNATURE(at, bytes) at, sizeof(bytes) - 1, bytes

static const signature signatures[] = {
    {SIGNATURE(0, "%PDF-"), {"PDF", false}},
    {SIGNATURE(0, "\x89PNG\r\n"), {"PNG", false}},
    {SIGNATURE(0, "\xFF\xD8\xFF"), {"JPEG", false}},
    {SIGNATURE(0, "GIF87a"), {"GIF", false}},
    {SIGNATURE(0, "GIF89a"), {"GIF", false}},
    {SIGNATURE(0, "II*\0"), {"TIFF", false}},
    {SIGNATURE(0, "MM\0*"), {"TIFF", false}},
    {SIGNATURE(8, "WEBPVP8"), {"WebP", false}},
    {SIGNATURE(8, "WAVEfmt "), {"WAV", false}},
    {SIGNATURE(8, "AVI LIST"), {"AVI", false}},
    {SIGNATURE(0, "OggS\0"), {"Ogg", false}},
    {SIGNATURE(0, "ID3\2"), {"MP3", false}},
    {SIGNATURE(0, "ID3\3"), {"MP3", false}},
    {SIGNATURE(0, "ID3\4"), {"MP3", false}},
    {SIGNATURE(4, "ftypisom"), {"MP4", false}},
    {SIGNATURE(4, "ftypmp4"), {"MP4", false}},
    {SIGNATURE(4, "ftypqt  "), {"QuickTime", false}},
    {SIGNATURE(0, "\177ELF"), {"an ELF program", false}},
    {SIGNATURE(0, "\xCA\xFE\xBA\xBE"), {"a Java class", false}},
    {SIGNATURE(0, "SQLite format 3\0"), {"SQLite", false}},
    {SIGNATURE(0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), {"MS Office", false}},
    {SIGNATURE(0, "{\\rtf"), {"RTF", false}},
    {SIGNATURE(0, "PK\3\4"), {"ZIP", true}},
    {SIGNATURE(0, "PK\5\6"), {"ZIP", true}},
    {SIGNATURE(0, "\x1F\x8B"), {"gzip", true}},
    {SIGNATURE(0, "\3757zXZ\0"), {"xz", true}},
    {SIGNATURE(0, "\x28\xB5\x2F\xFD"), {"zstd", true}},
    {SIGNATURE(0, "7z\xBC\xAF\x27\x1C"), {"7z", true}},
    {SIGNATURE(0, "Rar!\x1A\7"), {"RAR", true}},
    {SIGNATURE(4, "1AY&SY"), {"bzip2", true}},
    {SIGNATURE(257, "ustar\0"), {"tar", true}},
    {SIGNATURE(257, "ustar  \0"), {"tar", true}},
};

const bsh__magic *bsh__magic_find(const char *bytes, size_t n_bytes)
{
    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; ++i) {
        const signature *const s = &signatures[i];
        if (n_bytes >= s->at + s->n_bytes && bytes[s->at] == s->bytes[0] &&
            memcmp(bytes + s->at, s->bytes, s->n_bytes) == 0) {
            return &s->magic;
        }
    }
    return NULL;
}
