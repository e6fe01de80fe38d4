#include <broadsheet/counts.h>

static const bsh_count_row rows[] = {
#define COUNT_ROW(id, set, meaning) {#id, meaning, BSH_COUNT_##set, offsetof(bsh_counts, id)},
    BSH_COUNT_MAP(COUNT_ROW)
#undef COUNT_ROW
};

size_t bsh_count_table_size(void)
{
    return sizeof rows / sizeof rows[0];
}

const bsh_count_row *bsh_count_table_at(size_t index)
{
    return index < bsh_count_table_size() ? &rows[index] : NULL;
}

uint64_t bsh_count_value(const bsh_count_row *row, const bsh_counts *counts)
{
    return *(const uint64_t *) (const void *) ((const char *) counts + row->offset);
}

double bsh_counts_excluded_share(const bsh_counts *counts)
{
    uint64_t const all = counts->words + counts->words_excluded;
    return all == 0 ? 0.0 : (double) counts->words_excluded / (double) all;
}
