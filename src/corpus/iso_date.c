#include "corpus/iso_date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PARTS = 4 };

typedef struct date {
    int year, month, day; /* 0: not known */
} date;

/* ---- parts: "Fri, 07 Jul 2023" has four */

typedef struct part {
    const char *begin;
    size_t      n;
    int         number; /* -1: no number */
} part;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t run_of(const char *text, bool (*is_one)(char c))
{
    size_t n = 0;
    while (is_one(text[n])) {
        ++n;
    }
    return n;
}

/* Words and numbers up to the first other sign; blanks, commas and the full stop of "Jul." part
 * them.  "07/08/2023" is one number and then nothing that will do. */
static size_t split(const char *text, part parts[MOST_PARTS])
{
    size_t n_parts = 0;
    while (n_parts < MOST_PARTS) {
        text += strspn(text, " ,.");
        size_t const n_digits = run_of(text, is_digit);
        size_t const n = n_digits != 0 ? n_digits : run_of(text, is_letter);
        if (n == 0) {
            break;
        }
        int const number = n_digits == 0 || n > 4 ? -1 : (int) strtol(text, NULL, 10);
        parts[n_parts++] = (part){text, n, number};
        text += n;
        if (strchr(" ,.T", *text) == NULL) { // also true for the end of the text
            break;
        }
    }
    return n_parts;
}

static int month_of(const part *p)
{
    static const char months[][10] = {"january",   "february", "march",    "april",
                                      "may",       "june",     "july",     "august",
                                      "september", "october",  "november", "december"};
    for (int month = 0; month < 12; ++month) {
        size_t const n = strlen(months[month]);
        bool         is_same = p->n >= 3 && p->n <= n && (p->n <= 4 || p->n == n);
        for (size_t i = 0; is_same && i < p->n; ++i) {
            is_same = (p->begin[i] | 0x20) == months[month][i];
        }
        if (is_same) {
            return month + 1;
        }
    }
    return 0;
}

static bool is_weekday(const part *p)
{
    static const char days[] = "mon tue wed thu fri sat sun ";
    char              key[4] = "";
    for (size_t i = 0; i < 3 && i < p->n; ++i) {
        key[i] = (char) (p->begin[i] | 0x20);
    }
    const char *const found = strstr(days, key);
    return p->number < 0 && p->n >= 3 && found != NULL && (found - days) % 4 == 0;
}

/* ---- the two forms */

static date read_words(const char *text)
{
    part         parts[MOST_PARTS];
    size_t const n_parts = split(text, parts);
    size_t const first = n_parts > 0 && is_weekday(&parts[0]) ? 1 : 0;
    if (n_parts < first + 3) {
        return (date){0};
    }
    const part *const p = parts + first;
    bool const        is_day_first = p[0].number >= 0;
    return (date){.year = p[2].n == 4 ? p[2].number : 0,
                  .month = month_of(is_day_first ? &p[1] : &p[0]),
                  .day = is_day_first ? p[0].number : p[1].number};
}

static date read_numbers(const char *text)
{
    size_t n = 0;
    for (; n < 10; ++n) {
        if (n == 4 || n == 7 ? text[n] != '-' : !is_digit(text[n])) {
            return (date){0};
        }
    }
    if (is_digit(text[n])) {
        return (date){0};
    }
    return (date){.year = (int) strtol(text, NULL, 10),
                  .month = (int) strtol(text + 5, NULL, 10),
                  .day = (int) strtol(text + 8, NULL, 10)};
}

bool bsh__iso_date(char out[11], const char *text)
{
    date day = read_numbers(text);
    if (day.year == 0) {
        day = read_words(text);
    }
    bool const is_day = day.year > 0 && day.year <= 9999 && day.month >= 1 && day.month <= 12 &&
                        day.day >= 1 && day.day <= 31;
    if (is_day) {
        char text_of_day[40];
        (void) snprintf(text_of_day, sizeof text_of_day, "%04d-%02d-%02d", day.year, day.month,
                        day.day);
        memcpy(out, text_of_day, 10);
        out[10] = '\0';
    }
    return is_day;
}
