/* The skeleton of a usual record, read without the parser: {"id":7,"date":"2024-05-01", ...}.
 */
#ifndef BSH_CORPUS_FLAT_OBJECT_H
#define BSH_CORPUS_FLAT_OBJECT_H

#include <broadsheet/base.h>

struct json_t;

/* The object, yours to be freed; NULL if the parser must read it: it holds objects, lists,
 * fractions or any escape but the one that a place begins with, is damaged in some way, or
 * there is no memory. */
struct json_t *bsh__flat_object_read(bsh_string skeleton);

#endif
