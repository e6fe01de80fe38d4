/* The analysis of an article that is a field of a record. */
#ifndef BSH_DOCUMENT_TEXT_FIELD_H
#define BSH_DOCUMENT_TEXT_FIELD_H

#include <broadsheet/document.h>

#include "base/status.h"

typedef struct bsh__text_field {
    bsh_string   text;     /* valid UTF-8; NUL and other controls may still be in it */
    bsh_string   title;    /* known from another field; empty: found by rule */
    bsh_decoding decoding; /* how the bytes of the record were read */
    bool         is_clean; /* no control is in it, nor U+FEFF */
} bsh__text_field;

/* As bsh_analyze, but the text is UTF-8 whatever options.encoding says of the file around it,
 * and an article's body already (options.is_extracted).  Offsets and lines are those of the
 * text. */
bsh_status bsh__analyze_field(bsh_analyzer *analyzer, const bsh__text_field *field,
                              const bsh_document **out, bsh_error *err);

#endif
