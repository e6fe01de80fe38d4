/* The whole way of an article: every invariant holds, and a second time gives the same.  The
 * first byte chooses options; the analyzer stays, so that what one text leaves behind meets the
 * next. */
#include "tests/fuzz/fuzz.h"

#include <broadsheet.h>
#include <stdio.h>

#include "tests/prop/invariants.h"

const char fuzz_name[] = "analyze";

enum { N_VARIANTS = 16 };

static bsh_options variant(unsigned bits)
{
    bsh_options options;
    bsh_options_init(&options);
    options.include_kinds = (bits & 1U) != 0 ? BSH_BLOCK_ALL : options.include_kinds;
    options.is_extracted = (bits & 2U) != 0;
    options.syllables = (bits & 4U) != 0 ? BSH_SYLLABLES_SPOKEN : BSH_SYLLABLES_FLESCH;
    options.language = (bits & 8U) != 0 ? "de" : "en";
    options.window = 10;
    return options;
}

static void check(const bsh_document *document, const bsh_options *options, size_t n_bytes)
{
    const char *const broken = invariants_broken(document, options, n_bytes);
    if (broken != NULL) {
        (void) fprintf(stderr, "%s\n", broken);
    }
    fuzz_check(broken == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static bsh_analyzer *analyzers[N_VARIANTS];
    if (n_bytes == 0) {
        return 0;
    }
    unsigned const      bits = data[0] % N_VARIANTS;
    bsh_options const   options = variant(bits);
    bsh_analyzer      **analyzer = &analyzers[bits];
    const bsh_document *document = NULL;
    if (*analyzer == NULL) {
        fuzz_check(bsh_analyzer_create(analyzer, &options, NULL) == BSH_OK);
    }
    bsh_status const status = bsh_analyze(*analyzer, data + 1, n_bytes - 1, &document, NULL);
    fuzz_check(status == BSH_OK || status == BSH_E_FORMAT || status == BSH_E_ENCODING);
    if (status == BSH_OK) {
        check(document, &options, n_bytes - 1);
    }
    return 0;
}
