/* Speakers: mentions read as names, names merged, pronouns resolved: quote-rules 5 and 6. */
#ifndef BSH_SEGMENT_SPEAKERS_H
#define BSH_SEGMENT_SPEAKERS_H

#include "segment/mentions.h"
#include "segment/name_table.h"
#include "segment/noun_phrases.h"

/* A person or group that was spoken of last, and when. */
typedef struct bsh__recent {
    uint32_t person; /* BSH__NO_PERSON: nobody yet */
    uint32_t stamp;
} bsh__recent;

/* A word that may stand for a person: an office, a given name, an organisation's last word. */
typedef struct bsh__hint {
    uint32_t term, person;
    uint8_t  mark; /* bsh__name_mark */
} bsh__hint;

/* A run of names, which is read when somebody of its surname is asked for. */
typedef struct bsh__unread_name {
    bsh__phrase run;
    uint32_t    surname; /* term */
    uint32_t    next;    /* on the same shelf: number + 1, or 0 */
} bsh__unread_name;

/* A sentence whose subject was not read yet. */
typedef struct bsh__unread_subject {
    uint32_t first; /* item */
    uint32_t stamp; /* when it was spoken of */
} bsh__unread_subject;

/* The phrase that was asked for last, and whom it means. */
typedef struct bsh__met {
    bsh__phrase phrase;
    uint32_t    person;
    bool        may_be_meant; /* by a pronoun further on */
    bool        is_plural;
} bsh__met;

/* All who are named in a text. */
typedef struct bsh__speaker_book {
    bsh__name_table       table;
    bsh__vec              unread;  /* bsh__unread_name, in text order */
    bsh__vec              shelves; /* uint32_t: number of the first unread name + 1, or 0 */
    bsh__arena            names;   /* what speakers' names point to */
    bsh__vec              numbers; /* uint32_t, a person: number among the speakers + 1, or 0 */
    bsh__vec              last_group; /* uint32_t, a speaker: the quote counted last */
    bsh__vec              hints;      /* bsh__hint, until the forms of names are tied */
    const bsh__item_view *view;       /* of the text */
    bsh__recent           male, female, unknown, plural;
    bsh__phrase           group;    /* of `plural`, if it was not read yet */
    bsh__vec              subjects; /* bsh__unread_subject, the last one behind */
    uint32_t              stamp;
    bsh__met              met;
    bool has_all, has_offices; /* which names were read with what may stand for them */
} bsh__speaker_book;

void bsh__speaker_book_init(bsh__speaker_book *book, const bsh_allocator *allocator);
void bsh__speaker_book_free(bsh__speaker_book *book);

/* Forgets all, and collects the full names of the text ("Todd D. Robinson, assistant
 * secretary"), so that a surname before or behind finds its owner.  `blocks` is of
 * bsh__block_items; the view is that of the calls that follow. */
bsh_status bsh__speaker_book_read(bsh__speaker_book *book, const bsh__item_view *view,
                                  const bsh__vec *blocks, bsh_error *err);

/* The person of a mention's key, made if there is none; keeps its fuller form.  Returns false
 * if there is no memory. */
bool bsh__speaker_add(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person);

/* The person of the fullest name. */
uint32_t bsh__speaker_fullest(const bsh__speaker_book *book, uint32_t person);

/* The person of a mention that is no pronoun, or that means nobody else.  Returns false if
 * there is no memory. */
bool bsh__person_of_name(bsh__speaker_book *book, const bsh__mention *mention,
                         uint32_t *person);

/* The person of a subject; BSH__NO_PERSON if it is none, or not surely one: "Halden fell
 * silent".  Returns false if there is no memory. */
bool bsh__person_of_subject(bsh__speaker_book *book, const bsh__mention *mention,
                            uint32_t *person);

/* True of a person without a name, who may be hidden: not of a spokeswoman. */
bool bsh__speaker_may_hide(const bsh__speaker_book *book, uint32_t person);

/* Marks such a person as a source that wants no name: "who asked not to be named". */
void bsh__speaker_hide(bsh__speaker_book *book, uint32_t person);

/* Replaces `speakers` (of bsh_speaker) by those of the direct and fragment pieces of `quotes`,
 * whose `speaker` is a person before and an index of `speakers` after; flags are handed on. */
bsh_status bsh__speaker_book_write(bsh__speaker_book *book, const char *text, bsh__vec *quotes,
                                   bsh__vec *speakers, bsh_error *err);

#endif
