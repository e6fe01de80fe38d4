#include "corpus/folder.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *one, *many;
    const char *suffixes; /* each between blanks */
} kinds[] = {
    {"image", "images", " jpg jpeg png gif webp tif tiff bmp svg ico heic avif psd eps "},
    {"PDF file", "PDF files", " pdf "},
    {"web page", "web pages", " html htm xhtml mhtml "},
    {"archive", "archives", " zip gz xz zst bz2 tar tgz 7z rar jar "},
    {"office file", "office files",
     " doc docx odt rtf xls xlsx ods ppt pptx odp epub mobi pages key numbers "},
    {"data file", "data files", " json csv tsv xml yaml yml warc wet sqlite db "},
    {"sound or film", "sounds or films",
     " mp3 mp4 m4a m4v wav ogg oga ogv flac mov avi mkv webm srt vtt "},
    {"program", "programs",
     " c h cc cpp hpp py pyc r js ts css scss sh pl rb go rs java class o a so exe dll ttf otf "
     "woff woff2 log ini toml lock "},
};

enum { N_KINDS = sizeof kinds / sizeof kinds[0], LONGEST_SUFFIX = 12 };

_Static_assert((size_t) N_KINDS < sizeof((bsh__folder_tally *) 0)->n_of_kind / sizeof(size_t),
               "a tally has room for each kind");

static const char *suffix_of(const char *name)
{
    const char *const dot = strrchr(name, '.');
    return dot == NULL || dot == name ? "" : dot + 1;
}

/* The suffix between blanks, in lower case whatever the locale; false if it is none of a table.
 */
static bool make_key(char key[LONGEST_SUFFIX + 3], const char *suffix)
{
    size_t const n = strlen(suffix);
    if (n > LONGEST_SUFFIX || strchr(suffix, ' ') != NULL) {
        return false;
    }
    key[0] = ' ';
    for (size_t i = 0; i < n; ++i) {
        char const c = suffix[i];
        key[i + 1] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    key[n + 1] = ' ';
    key[n + 2] = '\0';
    return true;
}

int bsh__suffix_kind(const char *name, bool *is_text)
{
    char key[LONGEST_SUFFIX + 3];
    *is_text = false;
    if (!make_key(key, suffix_of(name))) {
        return -1;
    }
    *is_text = strstr("  txt text jsonl ndjson ", key) != NULL; // two blanks: no suffix
    for (int i = 0; i < N_KINDS && !*is_text; ++i) {
        if (strstr(kinds[i].suffixes, key) != NULL) {
            return i;
        }
    }
    return -1;
}

static size_t add_count(char *out, size_t capacity, size_t at, const char *before, size_t n,
                        const char *name)
{
    int const    length = snprintf(out + at, capacity - at, "%s%zu %s", before, n, name);
    size_t const wanted = length < 0 ? at : at + (size_t) length;
    return wanted < capacity ? wanted : capacity - 1;
}

void bsh__folder_describe(char *out, size_t capacity, const bsh__folder_tally *tally)
{
    size_t      n_known = 0;
    size_t      at = add_count(out, capacity, 0, "looked at ", tally->n_files,
                          tally->n_files == 1 ? "file" : "files");
    const char *before = ": ";
    for (int i = 0; i < N_KINDS; ++i) {
        size_t const n = tally->n_of_kind[i];
        if (n != 0) {
            at = add_count(out, capacity, at, before, n, n == 1 ? kinds[i].one : kinds[i].many);
            before = ", ";
        }
        n_known += n;
    }
    if (n_known < tally->n_files) {
        (void) add_count(out, capacity, at, before, tally->n_files - n_known, "not text");
    }
}
