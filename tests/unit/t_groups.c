#include <stdio.h>

int main(void)
{
    return puts("1..0 # SKIP to come") < 0;
}
