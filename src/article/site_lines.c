#include "article/site_lines.h"

#include <string.h>

static bool has_at(const bsh__even *even, size_t at, const char *words)
{
    size_t const n = strlen(words);
    return at + n <= even->n && memcmp(even->lower + at, words, n) == 0;
}

static bool has_end(const bsh__even *even, const char *words)
{
    size_t const n = strlen(words);
    return even->n >= n && has_at(even, even->n - n, words);
}

bool bsh__is_site_appeal(const bsh__even *even)
{
    size_t begin = 0;
    size_t end = 0;
    return bsh__phrase_inside(BSH__PHRASE_SITE_APPEAL, even, 0, &begin, &end);
}

/* ---- follow us */

static bool has_platform(const bsh__even *even)
{
    static const char *const platforms[] = {" on facebook", " on twitter",  " on instagram",
                                            " on youtube",  " on linkedin", " on tiktok",
                                            " on threads",  " on bluesky",  " on whatsapp",
                                            " on telegram", " on x,",       " on x."};
    for (size_t at = 0; at < even->n; ++at) {
        for (size_t i = 0; even->lower[at] == ' ' && i < sizeof platforms / sizeof platforms[0];
             ++i) {
            if (has_at(even, at, platforms[i])) {
                return true;
            }
        }
    }
    return false;
}

bool bsh__is_follow_line(const bsh__even *even)
{
    size_t end = 0;
    return bsh__phrase_at(BSH__PHRASE_FOLLOW_OPENER, even, even->first, &end) &&
           end < even->n && even->plain[end] == ' ' && has_platform(even);
}

/* An address among the first dozen words. */
bool bsh__is_contact_line(const bsh__even *even)
{
    static const char *const openers[] = {"contact ", "email ", "e-mail ", "write to ",
                                          "reach "};
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; ++i) {
        if (has_at(even, even->first, openers[i])) {
            size_t const n = even->n < 120 ? even->n : 120;
            return memchr(even->plain, '@', n) != NULL;
        }
    }
    return false;
}

/* ---- other articles */

static bool ends_in_age(const bsh__even *even)
{
    static const char *const ages[] = {
        " minute ago", " minutes ago", " mins ago", " hour ago",  " hours ago", " hrs ago",
        " day ago",    " days ago",    " week ago", " weeks ago", " month ago", " months ago"};
    for (size_t i = 0; i < sizeof ages / sizeof ages[0]; ++i) {
        size_t const n = strlen(ages[i]);
        if (even->n > n && has_end(even, ages[i])) {
            char const before = even->lower[even->n - n - 1];
            return before >= '0' && before <= '9';
        }
    }
    return false;
}

bool bsh__is_teaser(const bsh__even *even)
{
    return !even->is_cut &&
           (ends_in_age(even) || has_end(even, "[...]") || has_end(even, "[\xE2\x80\xA6]"));
}

/* ---- comments */

bool bsh__is_response_head(const bsh__even *even)
{
    static const char *const nouns[] = {"response to ", "responses to ", "thought on ",
                                        "thoughts on ", "comment on ",   "comments on "};
    size_t                   at = even->first;
    while (at < even->n && even->lower[at] >= '0' && even->lower[at] <= '9') {
        ++at;
    }
    if (at == even->first && has_at(even, at, "one")) {
        at += 3;
    }
    if (at == even->first || at >= even->n || even->lower[at] != ' ') {
        return false;
    }
    for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; ++i) {
        size_t const n = strlen(nouns[i]);
        if (has_at(even, at + 1, nouns[i]) && at + 1 + n < even->n) {
            return even->plain[at + 1 + n] == '"' || even->plain[at + 1 + n] == '\'';
        }
    }
    return false;
}
