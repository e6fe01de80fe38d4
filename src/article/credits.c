#include "article/credits.h"

#include <string.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"

/* The inside of a parenthesis that ends the text; begin == end if there is none. */
static bsh_span final_parenthesis(const bsh__even *even)
{
    size_t end = even->n;
    while (end > 0 && (even->plain[end - 1] == ' ' || even->plain[end - 1] == '"')) {
        --end;
    }
    if (even->is_cut || end < 4 || even->plain[end - 1] != ')') {
        return (bsh_span){0, 0};
    }
    size_t const last = end - 1;
    for (size_t i = last; i > 0 && last - i < 160; --i) {
        if (even->plain[i - 1] == '(') {
            return (bsh_span){(uint32_t) i, (uint32_t) last};
        }
        if (even->plain[i - 1] == ')') {
            break;
        }
    }
    return (bsh_span){0, 0};
}

/* "AP" is an agency, "ap" and "Pa" are not: short names must stand in capitals. */
static bool is_written_as_agency(const bsh__even *even, size_t begin, size_t end)
{
    if (end - begin > 4 || even->lower[begin] == '/') {
        return true;
    }
    for (size_t i = begin; i < end; ++i) {
        if (even->plain[i] >= 'a' && even->plain[i] <= 'z') {
            return false;
        }
    }
    return true;
}

static bool find_agency(const bsh__even *even, size_t from, size_t *begin, size_t *end)
{
    while (bsh__phrase_inside(BSH__PHRASE_AGENCY, even, from, begin, end)) {
        if (is_written_as_agency(even, *begin, *end)) {
            return true;
        }
        from = *end;
    }
    return false;
}

static bool has_at(const bsh__even *even, size_t at, const char *words)
{
    if (at >= even->n || even->lower[at] != words[0]) {
        return false; // nearly always, before anything is measured
    }
    size_t const n = strlen(words);
    return at + n <= even->n && memcmp(even->lower + at, words, n) == 0;
}

static bool is_upper_at(const bsh__even *even, size_t at)
{
    return bsh__is_upper(bsh__even_at(even, at));
}

static bool is_small_link(const bsh__even *even, size_t begin, size_t end)
{
    static const char *const links[] = {"of",  "for", "the", "and", "via", "von", "van", "de",
                                        "del", "la",  "al",  "bin", "in",  "by",  "on"};
    for (size_t i = 0; i < sizeof links / sizeof links[0]; ++i) {
        if (strlen(links[i]) == end - begin && has_at(even, begin, links[i])) {
            return true;
        }
    }
    return false;
}

/* Capitalised words and small links between them, at most seven: "Harbour Board of Laketown",
 * not "Roe declined to comment". */
static bool is_name_run(const bsh__even *even, bsh_span span)
{
    unsigned n_words = 0;
    for (size_t at = span.begin; at < span.end;) {
        size_t end = at;
        while (end < span.end && even->plain[end] != ' ' && even->plain[end] != '/') {
            ++end;
        }
        bool const is_word = end > at;
        if (is_word && !is_upper_at(even, at) && even->plain[at] != '&' &&
            even->plain[at] != '@' && (n_words == 0 || !is_small_link(even, at, end))) {
            return false;
        }
        n_words += is_word;
        at = end + 1;
    }
    return n_words >= 1 && n_words <= 7;
}

static bool has_via(const bsh__even *even, bsh_span span)
{
    for (size_t i = span.begin; i + 5 < span.end; ++i) {
        if (has_at(even, i, "via ") && (i == span.begin || even->plain[i - 1] == ' ') &&
            is_upper_at(even, i + 4)) {
            return true;
        }
    }
    return false;
}

bool bsh__credit_parenthesis(const bsh__even *even)
{
    bsh_span const inside = final_parenthesis(even);
    if (inside.begin == inside.end) {
        return false;
    }
    static const char *const openers[] = {"photo",      "image",   "picture",
                                          "courtesy",   "file",    "credit",
                                          "screenshot", "handout", "illustration"};
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; ++i) {
        size_t const end = inside.begin + strlen(openers[i]);
        if (has_at(even, inside.begin, openers[i]) && !bsh__is_lower(bsh__even_at(even, end))) {
            return true;
        }
    }
    size_t     begin = 0;
    size_t     end = 0;
    bool const has_slash =
        memchr(even->plain + inside.begin, '/', inside.end - inside.begin) != NULL;
    return (find_agency(even, inside.begin, &begin, &end) && end <= inside.end) ||
           (has_slash && is_name_run(even, inside)) || has_via(even, inside);
}

bool bsh__credit_source(const bsh__even *even)
{
    bsh_span const inside = final_parenthesis(even);
    if (inside.begin == inside.end || inside.end - inside.begin > 80) {
        return false;
    }
    size_t at = inside.begin - 1;
    while (at > 0 && even->plain[at - 1] == ' ') {
        --at;
    }
    char const before = at > 0 ? even->plain[at - 1] : 'x';
    bool const is_sentence = before == '.' || before == '!' || before == '?' || before == '"';
    return is_sentence && inside.end - inside.begin >= 2 && is_name_run(even, inside);
}

/* What may stand between the words of a caption and the agency: a sign, or "via". */
static bool is_set_off(const bsh__even *even, size_t begin)
{
    if (begin <= even->first || even->lower[begin] == '/') {
        return true;
    }
    size_t at = begin;
    while (at > 0 && even->plain[at - 1] == ' ') {
        --at;
    }
    static const char *const links[] = {" via", " by", " courtesy", " courtesy of", " photo"};
    for (size_t i = 0; i < sizeof links / sizeof links[0]; ++i) {
        size_t const n = strlen(links[i]);
        if (at >= n && memcmp(even->lower + at - n, links[i], n) == 0) {
            return true;
        }
    }
    if (at == 0) {
        return true;
    }
    int32_t const c = bsh__utf8_previous(even->plain, &at);
    return c < 0x80 ? strchr("/|-:,.!?)", (char) c) != NULL
                    : c == 0xA9 || c == 0x2013 || c == 0x2014 || c == 0x2022;
}

bool bsh__credit_agency(const bsh__even *even)
{
    size_t begin = 0;
    size_t end = 0;
    for (size_t from = 0; !even->is_cut && find_agency(even, from, &begin, &end); from = end) {
        if (end == even->n && is_set_off(even, begin)) {
            return true;
        }
    }
    return false;
}

bool bsh__credit_opener(const bsh__even *even, const bsh__paragraph *paragraph)
{
    size_t end = 0;
    if (!bsh__phrase_opens(BSH__PHRASE_CREDIT_OPENER, even, &end)) {
        return bsh__even_at(even, even->first) == 0xA9;
    }
    char const last = even->lower[end - 1];
    if (last == ':' || last == '/' || last == '|') {
        return true;
    }
    /* "Photos by Ana Roe show the bridge before it fell." is prose. */
    bool const is_prose =
        bsh__paragraph_has(paragraph, BSH__PARAGRAPH_TERMINATED) && paragraph->n_words > 8;
    size_t at = end;
    while (at < even->n && even->plain[at] == ' ') {
        ++at;
    }
    int32_t const next = bsh__even_at(even, at);
    return !is_prose && (next == 0 || !bsh__is_lower(next) || has_at(even, at, "of ") ||
                         has_at(even, at, "the ") || has_at(even, at, "by "));
}

/* ---- words of a caption */

bool bsh__credit_label(const bsh__even *even)
{
    static const char *const labels[] = {
        "credit...", "credit:", "credits:", "photo:", "image:", "photo by ", "photograph:"};
    for (size_t at = even->first; !even->is_cut && at < even->n; ++at) {
        for (size_t i = 0; i < sizeof labels / sizeof labels[0]; ++i) {
            if (!has_at(even, at, labels[i])) {
                continue;
            }
            size_t begin = at + strlen(labels[i]);
            begin += begin < even->n && even->plain[begin] == ' ';
            bsh_span const names = {(uint32_t) begin, (uint32_t) even->n};
            if (begin < even->n && is_upper_at(even, at) && is_name_run(even, names)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_photo_at(const bsh__even *even, size_t at)
{
    static const char *const photos[] = {
        " file photo",        " photo provided by", " photo released by", " photo taken",
        " image provided by", " image released by", " image from video",  " image taken from",
        " frame grab",        " handout photo",     " undated photo"};
    for (size_t i = 0; i < sizeof photos / sizeof photos[0]; ++i) {
        if (has_at(even, at, photos[i])) {
            return true;
        }
    }
    return false;
}

bool bsh__is_dated_photo(const bsh__even *even)
{
    size_t at = even->first;
    if (has_at(even, at, "file - ")) {
        return true;
    }
    at += has_at(even, at, "in this ") ? 3 : 0;
    size_t const limit = at + 60;
    if (!has_at(even, at, "this ") && !has_at(even, at, "an undated photo")) {
        return false;
    }
    while (at < even->n && at < limit && !is_photo_at(even, at)) {
        at += 1;
    }
    return at < even->n && at < limit;
}
