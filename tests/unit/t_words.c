#include "tests/t.h"

static void the_program_is_built(void **state)
{
    (void) state;
    assert_true(1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_program_is_built),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
