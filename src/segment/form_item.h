/* What the search for speakers asks of a written form. */
#ifndef BSH_SEGMENT_FORM_ITEM_H
#define BSH_SEGMENT_FORM_ITEM_H

#include <stdint.h>

/* What a sentence is to be read for; one in which no word has it is left unread. */
typedef enum bsh__form_sign {
    BSH__SIGN_REPORTS = 1 << 0,  /* a verb of saying or of thought */
    BSH__SIGN_NAME = 1 << 1,     /* may begin a full name, if another follows that ... */
    BSH__SIGN_NAME_PART = 1 << 2 /* may go on with it: Bell, von */
} bsh__form_sign;

/* What depends on the written form alone: the fields of a bsh__item in their order, so that
 * they are copied at once. */
typedef struct bsh__form_item {
    uint32_t term;
    uint32_t lists;
    uint16_t traits;
    uint8_t  type; /* BSH__ITEM_WORD */
    uint8_t  role;
    uint8_t  key;
    uint8_t  verb_class;
    uint8_t  flags;
    uint8_t  signs; /* bsh__form_sign */
} bsh__form_item;

#endif
