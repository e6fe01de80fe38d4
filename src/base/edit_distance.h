/* Names that a slip of the keyboard may have meant. */
#ifndef BSH_BASE_EDIT_DISTANCE_H
#define BSH_BASE_EDIT_DISTANCE_H

#include <stddef.h>

/* The name of a list that is fewest edits away, fewer than three; NULL if none is.
 *
 * name_at  the names by number; NULL behind the last */
const char *bsh__nearest_name(const char *name, const char *(*name_at)(size_t index));

#endif
