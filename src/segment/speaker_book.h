/* All who are named in a text, and what is known of each. */
#ifndef BSH_SEGMENT_SPEAKER_BOOK_H
#define BSH_SEGMENT_SPEAKER_BOOK_H

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
    uint32_t    next;    /* of the surname: number + 1, or 0 */
} bsh__unread_name;

/* The unread names of one surname. */
typedef struct bsh__shelf {
    uint32_t surname; /* term + 1; 0: a free shelf */
    uint32_t first;   /* number of the first unread name + 1; 0: all were read */
} bsh__shelf;

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
    bsh__vec              shelves; /* bsh__shelf */
    bsh__arena            names;   /* what speakers' names point to */
    bsh__vec              numbers; /* uint32_t, a person: number among the speakers + 1, or 0 */
    bsh__vec              last_group; /* uint32_t, a speaker: the quote counted last */
    bsh__vec              hints;      /* bsh__hint, until the forms of names are tied */
    const bsh__item_view *view;       /* of the text */
    bsh__recent           male, female, unknown, plural;
    bsh__mention          group;    /* of `plural`, if has_group: its person is not known yet */
    bsh__vec              subjects; /* bsh__unread_subject, the last one behind */
    bsh__met              met;
    uint32_t              stamp;
    bsh__item_list        sentence; /* one that was left unread, while it is read */
    bool                  has_group;
    bool has_all, has_offices; /* which names were read with what may stand for them */
} bsh__speaker_book;

void bsh__speaker_book_init(bsh__speaker_book *book, const bsh_allocator *allocator);
void bsh__speaker_book_free(bsh__speaker_book *book);

/* Forgets all who were spoken of. */
void bsh__speaker_book_clear(bsh__speaker_book *book);

/* Keeps the fuller form of a name and what tells a person's gender. */
void bsh__person_learn(bsh__person *person, const bsh__mention *mention);

/* The person of a mention's key, made if there is none; keeps its fuller form.  Returns false
 * if there is no memory. */
bool bsh__speaker_add(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person);

/* The person of the fullest name. */
uint32_t bsh__speaker_fullest(const bsh__speaker_book *book, uint32_t person);

#endif
