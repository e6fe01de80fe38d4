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
    {"data file", "data files", " json jsonl ndjson csv tsv xml yaml yml warc wet sqlite db "},
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

int bsh__suffix_kind(const char *name, bool *is_text)
{
    const char *const suffix = suffix_of(name);
    size_t const      n = strlen(suffix);
    *is_text = n == 0;
    if (n == 0 || n > LONGEST_SUFFIX) {
        return -1;
    }
    char wanted[LONGEST_SUFFIX + 3] = " ";
    for (size_t i = 0; i < n; ++i) {
        char const c = suffix[i];
        wanted[i + 1] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    wanted[n + 1] = ' ';
    *is_text = strcmp(wanted, " txt ") == 0 || strcmp(wanted, " text ") == 0;
    for (int i = 0; i < N_KINDS; ++i) {
        if (strchr(suffix, ' ') == NULL && strstr(kinds[i].suffixes, wanted) != NULL) {
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
