/* Runs a scenario with the first, second, third ... allocation failing. */
#ifndef BSH_TESTS_FAIL_EACH_H
#define BSH_TESTS_FAIL_EACH_H

#include <broadsheet/options.h>

#include "tests/allocator.h"

enum { MOST_ALLOCATIONS = 20000 };

/* Does something from beginning to end with the allocator, and releases everything. */
typedef bsh_status (*scenario)(const bsh_allocator *allocator, bsh_error *err);

static inline void fail_each_allocation(scenario run, bool fails_after)
{
    for (long n = 1; n < MOST_ALLOCATIONS; ++n) {
        test_allocator memory;
        bsh_error      err = {0};
        test_allocator_init(&memory, n);
        memory.fails_after = fails_after;
        bsh_status const status = run(&memory.allocator, &err);
        assert_int_equal(memory.n_live, 0);
        if (memory.n_failed == 0) {
            assert_int_equal(status, BSH_OK);
            assert_true(n > 1);
            return;
        }
        if (status != BSH_E_NOMEM) {
            print_error("allocation %ld: status %d (%s)\n", n, (int) status, err.message);
        }
        assert_int_equal(status, BSH_E_NOMEM);
        assert_int_equal(err.status, BSH_E_NOMEM);
        assert_true(err.message[0] != '\0');
    }
    fail_msg("does not come to an end");
}

static inline void fail_each(scenario run)
{
    fail_each_allocation(run, false);
    fail_each_allocation(run, true);
}

static inline bsh_options options_with(const bsh_allocator *allocator)
{
    bsh_options options;
    bsh_options_init(&options);
    options.allocator = allocator;
    return options;
}

#endif
