/* Terms of articles that `analyze --with-terms` wrote. */
#include <broadsheet/corpus.h>

#include "corpus/terms_add.h"

static bsh_status add_count(void *payload, bsh_string key, uint64_t count, bsh_error *err)
{
    return bsh__terms_count(payload, key, count, err);
}

bsh_status bsh_terms_add_record(bsh_terms *terms, uint64_t seq, const bsh_record *record,
                                const char *name, bsh_error *err)
{
    bsh_status status = BSH_OK;
    BSH_TRY(bsh__terms_begin_article(terms, seq, err));
    if (!bsh_record_each_count(record, "terms", add_count, terms, &status, err)) {
        return bsh__fail_at(err, BSH_E_FORMAT, 0, name,
                            "has no term counts; write it by analyze --with-terms");
    }
    return status;
}
