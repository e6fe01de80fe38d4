#include "tests/prop/texts.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sample *push(sample_list *list, size_t capacity)
{
    sample *const items = realloc(list->items, (list->n + 1) * sizeof *items);
    if (items == NULL) {
        return NULL;
    }
    list->items = items;
    sample *const item = &items[list->n];
    *item = (sample){.bytes = malloc(capacity == 0 ? 1 : capacity)};
    list->n += item->bytes != NULL;
    return item->bytes != NULL ? item : NULL;
}

void samples_free(sample_list *list)
{
    for (size_t i = 0; i < list->n; ++i) {
        free(list->items[i].bytes);
    }
    free(list->items);
    *list = (sample_list){0};
}

/* ---- demo */

static bool add_file(sample_list *list, const char *folder, const char *name)
{
    enum { MOST_BYTES = 1 << 20 };
    char path[1400];
    (void) snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *const file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    sample *const item = push(list, MOST_BYTES);
    if (item != NULL) {
        item->n_bytes = fread(item->bytes, 1, MOST_BYTES, file);
        (void) snprintf(item->name, sizeof item->name, "%.90s", name);
    }
    return fclose(file) == 0 && item != NULL;
}

static int is_text(const struct dirent *entry)
{
    return strstr(entry->d_name, ".txt") != NULL;
}

static bool add_folder(sample_list *list, const char *folder)
{
    struct dirent **names = NULL;
    int const       n = scandir(folder, &names, is_text, alphasort);
    bool            is_read = n > 0;
    for (int i = 0; i < n; ++i) {
        is_read = is_read && add_file(list, folder, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    return is_read;
}

bool samples_add_demo(sample_list *list, const char *source_folder)
{
    static const char *const outlets[] = {"harbour-post", "meridian"};
    for (size_t i = 0; i < sizeof outlets / sizeof outlets[0]; ++i) {
        char folder[1024];
        (void) snprintf(folder, sizeof folder, "%s/corpora/demo/%s", source_folder, outlets[i]);
        if (!add_folder(list, folder)) {
            return false;
        }
    }
    return true;
}

/* ---- hostile texts */

/* What rules look at: terminators, marks of every kind, abbreviations, line ends, zone words;
 * and what may come between: broken bytes, controls, direction marks, characters of four bytes.
 */
// clang-format off
static const char *const fragments[] = {
    " ", " ", " ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "\f",
    "the ferry", "The council", "said", "Mr. Castell said", "Ms. Ito", "Dr.", "U.S.", "e.g.",
    "according to", "No. 5", "p.m.", "St. Anne's", "Jan. 3", "O'Neill", "rock 'n' roll", "'90s",
    "1,200", "$3.5", "3.5%", "2nd", "18-49", "COVID-19", "F-16", "&", "@harbor", "#ferry",
    "https://harbor.example/a?b=1", "ines@harbor.example", "state-of-the-art", "well--known",
    ".", ".", ". ", "? ", "! ", "...", "\xe2\x80\xa6", ",", ";", ":", "-", "- ", "* ",
    "\xe2\x80\x93", "\xe2\x80\x94", "\"", "\"", "'", "'", "\xe2\x80\x9c", "\xe2\x80\x9d",
    "\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xab", "\xc2\xbb", "\xe2\x80\x9e", "``", "''", "(", ")",
    "[", "]", "By Ines Corrow", "Photo: A. Bell", "ADVERTISEMENT", "Read more", "Leave a Reply",
    "Updated 3 p.m.", "SALTMERE \xe2\x80\x94 ", "(AP) ", "Story continues below", "[+120 chars]",
    "FERRY KEPT", "\xc3\xa9", "e\xcc\x81", "na\xc3\xafve", "\xef\xac\x81sh", "\xc4\xb0", "\xc3\x9f",
    "\xe4\xbb\x8a\xe6\x97\xa5\xe3\x81\xaf", "\xe3\x80\x82", "\xf0\x9f\x98\x80",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", "\xd7\xa9\xd7\x9c", "\xe2\x80\xae", "\xe2\x80\x8b",
    "\xc2\xad", "\xef\xbb\xbf", "\xc2\xa0", "\xe2\x80\xa8", "\xc2\x85", "\xe2\x80\x8d", "\xef\xb8\x8f",
    "\x01", "\x1b[31m", "\x7f", "\xff", "\xc3", "\xe2\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
    "\xc3\xa2\xe2\x82\xac\xe2\x84\xa2", "\x93", "\xe9",
};
// clang-format on
enum { N_FRAGMENTS = sizeof fragments / sizeof fragments[0] };

/* Source: Marsaglia 2003 (xorshift). */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Every eighth fragment is repeated, so that there are runs of marks, of line ends, of letters.
 */
static void fill(sample *item, size_t n_bytes, uint64_t *state)
{
    while (item->n_bytes < n_bytes) {
        const char *const fragment = fragments[next_random(state) % N_FRAGMENTS];
        size_t const      length = strlen(fragment);
        size_t const n_times = next_random(state) % 8 == 0 ? 1 + next_random(state) % 40 : 1;
        for (size_t i = 0; i < n_times && item->n_bytes + length <= n_bytes; ++i) {
            memcpy(item->bytes + item->n_bytes, fragment, length);
            item->n_bytes += length;
        }
        if (item->n_bytes + 16 > n_bytes) {
            return;
        }
    }
}

bool samples_add_hostile(sample_list *list, size_t n, size_t max_bytes, uint64_t seed)
{
    uint64_t state = seed | 1;
    for (size_t i = 0; i < n; ++i) {
        sample *const item = push(list, max_bytes);
        if (item == NULL) {
            return false;
        }
        (void) snprintf(item->name, sizeof item->name, "hostile %zu", i);
        fill(item, next_random(&state) % max_bytes, &state);
    }
    return true;
}
