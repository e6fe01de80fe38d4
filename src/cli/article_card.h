/* One article on a page of 79 columns (cli-design 3). */
#ifndef BSH_CLI_ARTICLE_CARD_H
#define BSH_CLI_ARTICLE_CARD_H

#include "output.h"

#include <stdio.h>

void cli_article_card(FILE *out, const cli_style *style, const bsh_options *options,
                      const bsh_input *input, const bsh_document *document);

#endif
