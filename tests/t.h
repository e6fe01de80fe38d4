/* What every unit test needs: cmocka in the order of headers it asks for. */
#ifndef BSH_TESTS_T_H
#define BSH_TESTS_T_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Folder of the sources (for data files of tests), also under `make distcheck`. */
static inline const char *test_source_folder(void)
{
    const char *const folder = getenv("srcdir");
    return folder != NULL ? folder : ".";
}

#endif
