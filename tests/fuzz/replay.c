/* Plain driver of a fuzz target: gives it every file of corpora/fuzz/TARGET, or the files named
 * on the command line, and prints TAP.  A crash ends it before its plan. */
#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { MOST_BYTES = 1 << 22 };

static bool replay(const char *path)
{
    static uint8_t bytes[MOST_BYTES];
    FILE *const    file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    size_t const n = fread(bytes, 1, MOST_BYTES, file);
    (void) fclose(file);
    // A block of just this size, so that a sanitizer sees a read behind its end.
    uint8_t *const copy = malloc(n == 0 ? 1 : n);
    if (copy == NULL) {
        return false;
    }
    memcpy(copy, bytes, n);
    (void) LLVMFuzzerTestOneInput(copy, n);
    free(copy);
    return true;
}

static void report(int number, bool is_ok, const char *name)
{
    printf("%sok %d - %s/%s\n", is_ok ? "" : "not ", number, fuzz_name, name);
    (void) fflush(stdout);
}

static int is_seed(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int replay_folder(void)
{
    const char *const srcdir = getenv("srcdir");
    char              folder[1024];
    (void) snprintf(folder, sizeof folder, "%s/corpora/fuzz/%s", srcdir != NULL ? srcdir : ".",
                    fuzz_name);
    struct dirent **names = NULL;
    int const       n = scandir(folder, &names, is_seed, alphasort);
    int             n_ok = 0;
    for (int i = 0; i < n; ++i) {
        char path[1400];
        (void) snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        bool const is_ok = replay(path);
        n_ok += is_ok;
        report(i + 1, is_ok, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    printf("1..%d\n", n > 0 ? n : 1);
    return n > 0 && n_ok == n ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc == 1) {
        return replay_folder();
    }
    int n_ok = 0;
    for (int i = 1; i < argc; ++i) {
        bool const is_ok = replay(argv[i]);
        n_ok += is_ok;
        report(i, is_ok, argv[i]);
    }
    return n_ok == argc - 1 ? 0 : 1;
}
