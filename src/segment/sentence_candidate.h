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
    bool    is_in_address;      /* the chunk it stands in may be a URL, address or file name */
    int32_t next_mark;          /* the character at `next` */
    bsh__neighbour token;       /* before the run, back to space, opener, dash or slash */
    uint32_t       token_begin; /* with the openers before the token */
    bool is_upper, is_lower, is_figure; /* of the follower's first character; "eBay" and
                                           "www.post.example" begin a sentence like a capital */
    bool           has_dash;            /* a dash stands before the follower */
    bool           is_elided;           /* an elided word does: "'s Avonds" */
    bsh__neighbour follower; /* the word behind `next` and openers; empty if a mark is there.
                                Its `word` is filled in by bsh__candidate_follower */
    bsh__neighbour before;   /* by bsh__candidate_before */
    int32_t        mark_before;
    bool           has_follower, has_before; /* are filled in */
} bsh__candidate;

/* Reads the run of terminators at `begin`, which must be one, and what follows it up to `next`.
 */
void bsh__candidate_read_run(bsh__candidate *candidate, const bsh__habits *habits,
                             const char *text, bsh_span block, uint32_t begin);

/* Reads the token and where the follower stands, a bounded number of characters away. */
void bsh__candidate_read_words(bsh__candidate *candidate);

/* What most candidates are decided without is read when a rule asks for it first: the follower
 * with its word; the word before the token, whose `first` is 0 if the token opens the block. */
const bsh__neighbour *bsh__candidate_follower(bsh__candidate *candidate);
const bsh__neighbour *bsh__candidate_before(bsh__candidate *candidate);

/* The last character before the token and white space; 0 for none. */
int32_t bsh__candidate_mark_before(bsh__candidate *candidate);

/* True if the follower is capitalised at the start of a sentence only. */
bool bsh__candidate_is_starter(bsh__candidate *candidate);

/* Reads the follower anew from `at` on: behind a note marker. */
void bsh__candidate_read_follower(bsh__candidate *candidate, uint32_t at);

/* True if a web address begins at `at`. */
bool bsh__is_web_address(const char *text, bsh_span block, uint32_t at);

/* The word behind the follower, if only white space stands between them: "asked" of "he asked".
 * Its `first` is 0 if there is none. */
bsh__neighbour bsh__candidate_second_follower(const bsh__candidate *candidate);

/* The word from `at` on; its `first` is 0 if none begins there. */
bsh__neighbour bsh__candidate_word_at(const bsh__candidate *candidate, uint32_t at);

/* The end of the word from `at` on (letters and figures, inner apostrophes and hyphens), at
 * most 64 bytes away. */
uint32_t bsh__candidate_word_end(const char *text, bsh_span block, uint32_t at);

/* The first place from `at` on that is neither white space nor transparent. */
uint32_t bsh__skip_space(const char *text, bsh_span block, uint32_t at);

/* What a rule says of a candidate. */
typedef enum bsh__verdict {
    BSH__VERDICT_PASS, /* the rule does not apply */
    BSH__VERDICT_NONE, /* no boundary */
    BSH__VERDICT_BOUNDARY
} bsh__verdict;

static inline bsh__verdict bsh__boundary_if(bool is_boundary)
{
    return is_boundary ? BSH__VERDICT_BOUNDARY : BSH__VERDICT_NONE;
}

#endif
