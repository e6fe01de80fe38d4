/* broadsheet/options.h -- what decides the numbers.  A plain struct; start from
 * bsh_options_init. */
#ifndef BROADSHEET_OPTIONS_H
#define BROADSHEET_OPTIONS_H

#include <broadsheet/base.h>
#include <broadsheet/verbs.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum bsh_quotes_mode {
    BSH_QUOTES_INCLUDE, /* every word of the counted blocks */
    BSH_QUOTES_EXCLUDE, /* words of direct and fragment pieces are left out */
    BSH_QUOTES_ONLY     /* only words of direct and fragment pieces count */
} bsh_quotes_mode;

typedef enum bsh_syllables_mode {
    BSH_SYLLABLES_FLESCH, /* figures and initialisms count one syllable (Flesch) */
    BSH_SYLLABLES_SPOKEN  /* figures are read aloud, initialisms letter by letter */
} bsh_syllables_mode;

typedef enum bsh_newlines_mode {
    BSH_NEWLINES_AUTO,  /* one test a document decides whether lines are hard-wrapped */
    BSH_NEWLINES_BREAK, /* every newline ends a paragraph */
    BSH_NEWLINES_SPACE  /* a single newline is a space */
} bsh_newlines_mode;

typedef enum bsh_style {
    BSH_STYLE_PROSE,   /* edited text: a sentence begins with a capital */
    BSH_STYLE_INFORMAL /* posts, answers, mail: sentences may begin in lower case as well */
} bsh_style;

/* What finds the boundaries of words, sentences and characters.  Both find the same. */
typedef enum bsh_engine {
    BSH_ENGINE_FAST, /* scans UTF-8; asks ICU where a text needs it */
    BSH_ENGINE_ICU   /* asks ICU for everything: to check the other by */
} bsh_engine;

typedef struct bsh_options {
    size_t      size;     /* sizeof(bsh_options); set by bsh_options_init */
    const char *language; /* BCP 47 tag; default "en". The primary subtag decides: word lists
                             and estimated syllables for de, es, fr, it, nl; none for others */
    const char *encoding; /* "auto" (default), "strict" (UTF-8 or an error), or an ICU
                             converter name such as "windows-1252" */
    unsigned             include_kinds; /* bits (BSH_BLOCK_BIT) of the block kinds that count */
    bsh_quotes_mode      quotes;
    bsh_syllables_mode   syllables;
    bsh_newlines_mode    newlines;
    bool                 is_extracted; /* the text is an article body already: no region step */
    unsigned             window;       /* words of a MATTR or MSTTR window; default 100 */
    unsigned             min_words;    /* below it an article is flagged `short`; default 100 */
    size_t               max_bytes;    /* of one article; default 64 MiB, at most 2^32 - 2 */
    const bsh_allocator *allocator; /* NULL = malloc; must outlive every object made with it */
    bsh_style            style;     /* which beginnings of a sentence are believed */
    bsh_engine           engine;    /* changes no number, and so is not among the settings */
    bool keeps_possessive;  /* "Mara's" is counted as a term of its own, not as "mara" */
    const bsh_verbs *verbs; /* verbs of saying; NULL = those of the language. Must outlive every
                               object made with it */
    bool counts_orders;     /* orders are indirect speech: "told tenants to leave" */
} bsh_options;

/* Fills in the defaults.  Call it before setting fields: new fields may be added at the end. */
BSH_API void bsh_options_init(bsh_options *options);

#ifdef __cplusplus
}
#endif
#endif
