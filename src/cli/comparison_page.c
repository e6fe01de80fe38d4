#include "comparison_page.h"

void cli_comparison_page(FILE *out, const cli_style *style, const bsh_comparison *comparison,
                         const bsh_options *options)
{
    (void) style;
    (void) comparison;
    (void) options;
    (void) fputs("page\n", out);
}
