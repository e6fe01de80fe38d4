/* A table of verbs that a user gives: read or refused in words, and it says the same whatever
 * stands around its lines. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "segment/verb_table.h"

const char fuzz_name[] = "verbs";

enum { MOST_BYTES = 1 << 16 };

static void check_refused(bsh_status status, const bsh_error *err)
{
    fuzz_check(status == BSH_E_FORMAT || status == BSH_E_ENCODING || status == BSH_E_EMPTY ||
               status == BSH_E_LIMIT);
    fuzz_check(err->status == status && err->message[0] != '\0');
    fuzz_check(strchr(err->message, '\n') == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static char const note[] = "# a note\n\n";
    static char       noted[sizeof note + MOST_BYTES];
    bsh_verbs        *verbs = NULL;
    bsh_error         err = {0};
    if (n_bytes > MOST_BYTES) {
        return 0;
    }
    bsh_status const status =
        bsh_verbs_create(&verbs, (const char *) data, n_bytes, NULL, &err);
    fuzz_check((status == BSH_OK) == (verbs != NULL));
    if (status != BSH_OK) {
        check_refused(status, &err);
        return 0;
    }
    uint64_t const fingerprint = bsh__verbs_fingerprint(verbs, bsh__english());
    bsh_verbs_destroy(verbs);
    memcpy(noted, note, sizeof note - 1);
    size_t const n_mark = n_bytes >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    memcpy(noted + sizeof note - 1, data + n_mark, n_bytes - n_mark);
    fuzz_check(bsh_verbs_create(&verbs, noted, sizeof note - 1 + n_bytes - n_mark, NULL,
                                NULL) == BSH_OK);
    fuzz_check(bsh__verbs_fingerprint(verbs, bsh__english()) == fingerprint);
    bsh_verbs_destroy(verbs);
    return 0;
}
