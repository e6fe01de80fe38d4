/* broadsheet/measure.h -- the registry: every measure of one article, declared once. */
#ifndef BROADSHEET_MEASURE_H
#define BROADSHEET_MEASURE_H

#include <broadsheet/base.h>
#include <broadsheet/counts.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether a value is there, and the reason if not (reason codes of the data formats). */
#define BSH_PRESENCE_MAP(X)                                                                    \
    X(PRESENT, "")                                                                             \
    X(UNDEFINED, "undefined")     /* a denominator is 0, a logarithm of 0 or less */           \
    X(TOO_SHORT, "too-short")     /* the text is shorter than the sample or window */          \
    X(WRONG_LANGUAGE, "language") /* the measure is not for this language */

#define BSH_PRESENCE_ENUM(name, id) BSH_##name,
typedef enum bsh_presence {
    BSH_PRESENCE_MAP(BSH_PRESENCE_ENUM) BSH_PRESENCE_COUNT
} bsh_presence;
#undef BSH_PRESENCE_ENUM

typedef struct bsh_value {
    double       number; /* 0 unless PRESENT */
    bsh_presence presence;
    bool         is_advised; /* the article is as long as the measure's authors asked for */
} bsh_value;

typedef enum bsh_direction {
    BSH_NO_DIRECTION,
    BSH_HIGHER_IS_HARDER,
    BSH_HIGHER_IS_EASIER,
    BSH_HIGHER_IS_RICHER
} bsh_direction;

typedef enum bsh_pooling {
    BSH_POOL_DOCUMENTS,    /* an outlet's value is the mean of its articles' values */
    BSH_POOL_RATIO_OF_SUMS /* also as a ratio of the outlet's totals */
} bsh_pooling;

enum { BSH_SET_CORE = 1, BSH_SET_KEY = 2 }; /* sets of identifiers: -m core, -m key */
enum { BSH_LANGUAGE_ANY = 0, BSH_LANGUAGE_EN = 1 };
enum { BSH_REQUIRES_WINDOW = -1 }; /* required_words: as many as bsh_counts.window */

/* From `least` on, up to the next row, a value is called this. */
typedef struct bsh_band {
    double      least;
    const char *name; /* NULL ends the rows */
} bsh_band;

/* One measure.  All strings are static UTF-8. */
typedef struct bsh_measure {
    const char   *id; /* stable for ever: CSV header, JSON key */
    const char   *label;
    const char   *short_label; /* of at most 20 columns, 17 of a share; NULL: the label is */
    const char   *unit;   /* "US grade", "points", "words", "0..1" ... */
    const char   *family; /* "length", "readability", "diversity", "quotation" */
    const char   *formula;
    const char   *source; /* author and year */
    const char   *caveat; /* what a reader must know; may be "" */
    const char   *inputs; /* the counts it is made from, joined by blanks: "words sentences" */
    bsh_direction direction;
    bsh_pooling   pooling;
    const char   *denominator; /* RATIO_OF_SUMS: the count that the value times it sums up by;
                                  NULL where it is no printed count */
    unsigned        sets;      /* BSH_SET_... */
    unsigned        languages; /* BSH_LANGUAGE_... */
    unsigned        min_words; /* advised sample; below it a value is flagged, not hidden */
    unsigned        min_sentences;
    int             required_words; /* fewer: the value is TOO_SHORT */
    int             decimals;       /* text report only; data keep full precision */
    const bsh_band *bands;     /* names of values, ascending; NULL: the authors named none */
    double          low, high; /* usual range in newspapers, for bars; low == high: none */
    double (*compute)(const bsh_counts *counts); /* NaN where it is undefined */
} bsh_measure;

BSH_API size_t             bsh_measure_count(void);
BSH_API const bsh_measure *bsh_measure_at(size_t index);     /* in registry order */
BSH_API const bsh_measure *bsh_measure_find(const char *id); /* NULL if there is none */

/* The value of a measure for an article.  Never NaN or infinite. */
BSH_API bsh_value bsh_measure_value(const bsh_measure *measure, const bsh_counts *counts);

/* "undefined", "too-short", "language"; "" for PRESENT.  Static. */
BSH_API const char *bsh_presence_reason(bsh_presence presence);

/* What a value is called where the measure's authors named bands: "college", "school year 11",
 * "medium"; "" where they did not.  Static.  Sources: Flesch 1949; Bjoernsson 1968. */
BSH_API const char *bsh_measure_band(const bsh_measure *measure, double number);

/* "harder", "easier", "richer", "" for what a higher value means.  Static. */
BSH_API const char *bsh_direction_name(bsh_direction direction);

/* What `-m LIST` chose: measures in registry order, and whether all counts are wanted. */
typedef struct bsh_selection {
    const bsh_measure *measures[256];
    size_t             n_measures;
    bool               has_counts; /* further counts too */
    bool               has_terms;  /* articles in JSON with the counts of their terms; not set
                                      by a list */
    bool               is_flat;    /* no table of articles is written as JSON: they go without
                                      what only JSON has; not set by a list */
} bsh_selection;

/* Reads a list such as "core,mtld_ma,-ari": ids, families, the sets core, key, counts, all, and
 * `-name` to take away.  The result is in registry order whatever the order of the list.
 *
 * default_set  what a list stands on that begins with `-name`: BSH_SET_CORE or BSH_SET_KEY
 * errors       E_USAGE: unknown measure "flesh"; did you mean flesch, flesch_kincaid?  */
BSH_API bsh_status bsh_selection_parse(bsh_selection *out, const char *list,
                                       unsigned default_set, bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
