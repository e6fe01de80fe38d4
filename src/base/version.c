#include <broadsheet/base.h>

#include "config.h"

const char *bsh_version(void)
{
    return PACKAGE_VERSION;
}
