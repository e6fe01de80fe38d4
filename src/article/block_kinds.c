#include <broadsheet/block.h>

#include <string.h>

static const struct {
    const char *name, *group;
} kinds[] = {
#define KIND_ROW(name, id, group) {id, group},
    BSH_BLOCK_KIND_MAP(KIND_ROW)
#undef KIND_ROW
};

const char *bsh_block_kind_name(bsh_block_kind kind)
{
    return (unsigned) kind < BSH_BLOCK_KIND_COUNT ? kinds[kind].name : "";
}

const char *bsh_block_kind_group(bsh_block_kind kind)
{
    return (unsigned) kind < BSH_BLOCK_KIND_COUNT ? kinds[kind].group : "";
}

bsh_block_kind bsh_block_kind_find(const char *name)
{
    unsigned kind = 0;
    while (kind < BSH_BLOCK_KIND_COUNT && strcmp(kinds[kind].name, name) != 0) {
        ++kind;
    }
    return (bsh_block_kind) kind;
}
