/* A folder for a test to make files in, and its end. */
#ifndef BSH_TESTS_SCRATCH_H
#define BSH_TESTS_SCRATCH_H

#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/t.h"

/* Makes a folder and goes into it, so that the names in messages are short; 0 if it can. */
static inline int scratch_enter(void)
{
    static char       name[64];
    const char *const parent = getenv("TMPDIR");
    if (chdir(parent != NULL ? parent : P_tmpdir) != 0) {
        return -1;
    }
    (void) snprintf(name, sizeof name, "broadsheet-test-XXXXXX");
    return mkdtemp(name) == NULL ? -1 : chdir(name);
}

static inline int scratch_remove_one(const char *path, const struct stat *status, int type,
                                     struct FTW *walk)
{
    (void) status;
    (void) type;
    (void) walk;
    return remove(path);
}

static inline int scratch_leave(void)
{
    char here[4096];
    if (getcwd(here, sizeof here) == NULL || strstr(here, "broadsheet-test-") == NULL) {
        return -1;
    }
    (void) chmod(here, 0700);
    return chdir("/") != 0 ? -1 : nftw(here, scratch_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static inline void scratch_write(const char *path, const char *text)
{
    FILE *const file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

#endif
