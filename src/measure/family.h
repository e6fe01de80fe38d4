/* How a family of measures joins the registry. */
#ifndef BSH_MEASURE_FAMILY_H
#define BSH_MEASURE_FAMILY_H

#include <broadsheet/measure.h>

typedef struct bsh__family {
    const bsh_measure *rows;
    size_t             n_rows;
} bsh__family;

extern const bsh__family bsh__family_length;
extern const bsh__family bsh__family_readability;
extern const bsh__family bsh__family_diversity;
extern const bsh__family bsh__family_quotation;

/* Names of values (bsh_measure.bands): Flesch 1949; school years for US grades; Bjoernsson
 * 1968. */
extern const bsh_band bsh__bands_flesch[];
extern const bsh_band bsh__bands_grade[];
extern const bsh_band bsh__bands_lix[];

/* a / b; NaN where b is 0.  What is not finite becomes UNDEFINED in bsh_measure_value. */
double bsh__ratio(uint64_t a, uint64_t b);

#endif
