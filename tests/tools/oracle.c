#include "oracle.h"

int main(void)
{
    return 0;
}
