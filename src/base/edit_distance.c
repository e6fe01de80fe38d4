#include "base/edit_distance.h"

#include <limits.h>
#include <string.h>

#include <broadsheet/text.h>

enum { LONGEST = 63 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned bsh_edit_distance(const char *a, const char *b)
{
    size_t const n_a = strlen(a);
    size_t const n_b = strlen(b);
    if (n_a > LONGEST || n_b > LONGEST) {
        return UINT_MAX;
    }
    unsigned cost[LONGEST + 1][LONGEST + 1];
    for (unsigned i = 0; i <= n_a; ++i) {
        cost[i][0] = i;
    }
    for (unsigned j = 0; j <= n_b; ++j) {
        cost[0][j] = j;
    }
    for (size_t i = 1; i <= n_a; ++i) {
        for (size_t j = 1; j <= n_b; ++j) {
            unsigned const change = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            cost[i][j] = least(change, least(cost[i - 1][j], cost[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = least(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[n_a][n_b];
}

const char *bsh__nearest_name(const char *name, const char *(*name_at)(size_t index))
{
    enum { FEW_EDITS = 3 };
    const char *nearest = NULL;
    unsigned    fewest = FEW_EDITS;
    for (size_t i = 0; name_at(i) != NULL; ++i) {
        unsigned const n_edits = bsh_edit_distance(name, name_at(i));
        if (n_edits < fewest) {
            fewest = n_edits;
            nearest = name_at(i);
        }
    }
    return nearest;
}
