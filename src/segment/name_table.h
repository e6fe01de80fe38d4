/* Persons by name: exact names, and all who share a surname. */
#ifndef BSH_SEGMENT_NAME_TABLE_H
#define BSH_SEGMENT_NAME_TABLE_H

#include <broadsheet/base.h>

#include "base/memory.h"

enum { BSH__MAX_NAME = 6 };

#define BSH__NO_PERSON UINT32_MAX

typedef enum bsh__gender {
    BSH__GENDER_UNKNOWN, /* as bsh_speaker_gender */
    BSH__GENDER_MALE,
    BSH__GENDER_FEMALE
} bsh__gender;

/* What sets keys apart that are spelled alike. */
typedef enum bsh__name_mark {
    BSH__MARK_COMMON = 1,
    BSH__MARK_ORGANISATION,
    BSH__MARK_HEAD,         /* a hint: the head of a longer phrase */
    BSH__MARK_GIVEN,        /* a hint: the given name of a full name */
    BSH__MARK_AMBIGUOUS = 8 /* and a gender: a surname that several people bear */
} bsh__name_mark;

/* What a name is found under: term numbers of its words, surname last; or of a whole phrase. */
typedef struct bsh__name_key {
    uint32_t terms[BSH__MAX_NAME];
    uint32_t n;
    uint32_t mark; /* sets names apart that are written alike; 0 for a plain name */
} bsh__name_key;

typedef struct bsh__person {
    bsh__name_key key;
    bsh_span      name;      /* fullest form, in the text */
    uint32_t      n_words;   /* of it */
    uint32_t      next;      /* with the same surname; BSH__NO_PERSON at the end */
    uint32_t      same_as;   /* the person of a fuller name; itself if there is none */
    uint8_t       gender;    /* bsh__gender */
    uint16_t      flags;     /* BSH_QUOTE_FLAG_ANONYMOUS, BSH_QUOTE_FLAG_SPOKES */
    bool          has_given; /* the name begins with a known given name or an initial */
    bool          is_plural;
} bsh__person;

typedef struct bsh__name_table {
    bsh__vec persons;  /* bsh__person, in order of their first name in the text */
    bsh__vec exact;    /* uint32_t: person + 1, or 0; open addressing */
    bsh__vec surnames; /* the same; head of the list of a surname */
    uint64_t seed;
} bsh__name_table;

void bsh__name_table_init(bsh__name_table *table, const bsh_allocator *allocator);
void bsh__name_table_free(bsh__name_table *table);
bool bsh__name_table_clear(bsh__name_table *table); /* false: no memory */

static inline bsh__person *bsh__person_at(const bsh__name_table *table, uint32_t person)
{
    return (bsh__person *) table->persons.items + person;
}

/* The person of a key, made if there is none (is_new).  A plain name of two words or more joins
 * the list of its surname.  Returns false if there is no memory. */
bool bsh__name_add(bsh__name_table *table, const bsh__name_key *key, uint32_t *person,
                   bool *is_new);

/* The person of a key; BSH__NO_PERSON if there is none. */
uint32_t bsh__name_find(const bsh__name_table *table, const bsh__name_key *key);

/* Ties one word to a person: "mayor".  A second person makes it nobody's.  Returns false if
 * there is no memory. */
bool bsh__name_hint(bsh__name_table *table, uint32_t term, bsh__name_mark mark,
                    uint32_t person);

/* The one person that a word was tied to; BSH__NO_PERSON if there are none or several. */
uint32_t bsh__name_hinted(const bsh__name_table *table, uint32_t term, bsh__name_mark mark);

/* The first person of two names or more with this surname; further ones by `next`. */
uint32_t bsh__name_first(const bsh__name_table *table, uint32_t surname);

/* Ties each full name from person `first` on to the one fuller name that it is the end of, or
 * that has the same first and last word: "Todd Robinson" to "Todd D. Robinson". */
void bsh__names_merge(bsh__name_table *table, size_t first);

#endif
