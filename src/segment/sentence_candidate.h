/* A place where a sentence may end: a run of terminators, and all that the rules ask of the
 * text around it. */
#ifndef BSH_SEGMENT_SENTENCE_CANDIDATE_H
#define BSH_SEGMENT_SENTENCE_CANDIDATE_H

#include <broadsheet/base.h>

#include "segment/short_word.h"

typedef enum bsh__run_kind {
    BSH__RUN_STOP,       /* one full stop */
    BSH__RUN_ELLIPSIS,   /* two stops or more, or the character for three */
    BSH__RUN_EXCLAMATION /* a "!" or "?" is among them */
} bsh__run_kind;

/* A word beside the candidate: where it stands, and folded. */
typedef struct bsh__neighbour {
    bsh_span        span;
    bsh__short_word word;
    int32_t         first; /* its first character; 0 if there is no word */
} bsh__neighbour;

/* How the text is written. */
typedef struct bsh__habits {
    const bsh__language *language;
    bool                 is_informal; /* sentences may begin in lower case */
} bsh__habits;

typedef struct bsh__candidate {
    const bsh__habits *habits;
    const char        *text;
    bsh_span           block;
    bsh__run_kind      kind;
    uint32_t           begin;   /* of the run */
    uint32_t           run_end; /* of the terminators */
    uint32_t           end;     /* of the closers behind them */
    uint32_t next;     /* first character that is neither space nor transparent; a boundary
                          stands here */
    bool    has_space; /* between end and next */
    bool    has_closer, has_quote_closer;
    bool    is_in_address; /* the chunk it stands in may be a URL, address or file name */
    int32_t next_mark;     /* the character at `next` */
    bsh__neighbour token;  /* before the run, back to space, opener, dash or slash */
    bsh__neighbour
        before; /* the word before the token; its `first` is 0 if the token opens the block */
    int32_t mark_before;     /* last character before the token and white space; 0 for none */
    bsh__neighbour follower; /* the word behind `next` and openers; empty if a mark is there */
    bool           is_upper, is_lower, is_figure; /* of the follower's first character */
    bool           is_starter;                    /* of the follower */
} bsh__candidate;

/* Reads the run of terminators at `begin`, which must be one, and what follows it up to `next`.
 */
void bsh__candidate_read_run(bsh__candidate *candidate, const bsh__habits *habits,
                             const char *text, bsh_span block, uint32_t begin);

/* Reads the words on both sides, a bounded number of characters away. */
void bsh__candidate_read_words(bsh__candidate *candidate);

/* Reads the follower anew from `at` on: behind a note marker. */
void bsh__candidate_read_follower(bsh__candidate *candidate, uint32_t at);

/* The word behind the follower, if only white space stands between them: "asked" of "he asked".
 * Its `first` is 0 if there is none. */
bsh__neighbour bsh__candidate_second_follower(const bsh__candidate *candidate);

/* The end of the word from `at` on (letters and figures, inner apostrophes and hyphens), at
 * most 64 bytes away. */
uint32_t bsh__candidate_word_end(const char *text, bsh_span block, uint32_t at);

/* The first place from `at` on that is neither white space nor transparent. */
uint32_t bsh__skip_space(const char *text, bsh_span block, uint32_t at);

#endif
