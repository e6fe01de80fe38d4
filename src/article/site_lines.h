/* Lines in which a site speaks of itself, in whole sentences or in no words of its own. */
#ifndef BSH_ARTICLE_SITE_LINES_H
#define BSH_ARTICLE_SITE_LINES_H

#include "article/phrase_match.h"

/* "Get the day's news delivered to your inbox.", "We may earn a commission on what you buy." */
bool bsh__is_site_appeal(const bsh__even *even);

/* "Follow the Gazette on Facebook and Instagram." */
bool bsh__is_follow_line(const bsh__even *even);

/* "Contact Ana Roe at roe@gazette.example." */
bool bsh__is_contact_line(const bsh__even *even);

/* "Which ferries run today ~3 hours ago", "Town buys a second ferry [...]": what leads to
 * another article. */
bool bsh__is_teaser(const bsh__even *even);

/* "12 responses to “Harbour Bridge Closes for a Week”": a comment head with the headline in it.
 */
bool bsh__is_response_head(const bsh__even *even);

#endif
