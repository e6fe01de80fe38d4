/* broadsheet -- measures the language of news.
 *
 * Copyright (C) 2026 the broadsheet authors.  GPL-3.0-or-later; see LICENSE.
 *
 * CONVENTIONS, said once
 *
 * Names     bsh_ is public.  Counts begin with n_, booleans with is_ or has_, units stand in
 * names (n_bytes, n_words, begin).  Half-open ranges: begin belongs to them, end does not. Text
 * Strings are UTF-8.  A bsh_string is a pointer and a length and need not end in NUL; a `const
 * char *` ends in NUL.  Offsets count bytes of the document's text; the offset of the same
 * place in the bytes that were given comes from bsh_document_source_offset(). Errors    What
 * can fail returns bsh_status and fills the caller's bsh_error (which may be NULL). On failure
 * an `out` pointer is set to NULL.  The library never exits, aborts, prints, changes the locale
 * or installs a signal handler. Order     `out` first, then the object, inputs, callback and
 * payload, `err` last. Owning    A pointer that is returned is borrowed from its parent and
 * lives as long as that.  A pointer through `**out` is yours: it has a _destroy, for which NULL
 * is fine. Threads   Objects are not shared between threads; different objects are independent.
 * Numbers   A value that is undefined says so (bsh_value.presence); never NaN, -1 or 0 in its
 * place.
 *
 * THE WAY OF ONE ARTICLE, in five calls
 *
 *     bsh_options options;
 *     bsh_options_init(&options);
 *     bsh_analyzer_create(&analyzer, &options, &error);
 *     bsh_analyze(analyzer, bytes, n_bytes, &document, &error);
 *     bsh_value value = bsh_measure_value(bsh_measure_find("flesch"),
 *                                         bsh_document_counts(document));
 *     bsh_analyzer_destroy(analyzer);
 */
#ifndef BROADSHEET_H
#define BROADSHEET_H

#include <broadsheet/base.h>
#include <broadsheet/block.h>
#include <broadsheet/comparison.h>
#include <broadsheet/corpus.h>
#include <broadsheet/counts.h>
#include <broadsheet/document.h>
#include <broadsheet/key_views.h>
#include <broadsheet/keyness.h>
#include <broadsheet/measure.h>
#include <broadsheet/options.h>
#include <broadsheet/quote.h>
#include <broadsheet/rows.h>
#include <broadsheet/statistics.h>
#include <broadsheet/table.h>
#include <broadsheet/tally.h>
#include <broadsheet/terms.h>
#include <broadsheet/text.h>
#include <broadsheet/token.h>
#include <broadsheet/verbs.h>
#include <broadsheet/views.h>
#include <broadsheet/voices.h>

#endif
