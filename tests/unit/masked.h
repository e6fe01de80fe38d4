/* Output without what differs from system to system. */
#ifndef BSH_TESTS_MASKED_H
#define BSH_TESTS_MASKED_H

#include <string.h>

/* The fingerprint of the settings has the version of ICU in it: 16 zeros in its place. */
static inline char *mask_settings(char *text)
{
    static const char key[] = "\"settings\":\"";
    for (char *at = strstr(text, key); at != NULL; at = strstr(at, key)) {
        at += sizeof key - 1;
        memset(at, '0', strspn(at, "0123456789abcdef"));
    }
    return text;
}

#endif
