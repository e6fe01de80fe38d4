#include <stdlib.h>
#include <string.h>

#include "data/learn/pack_tables.h"

/* ---- the tree of endings, wide */

enum { TREE_NODES = 16384 };

typedef struct tree_node {
    uint16_t child[BSH__N_SYMBOLS]; /* 0: none */
    uint16_t shorter;
    int8_t   adds[BSH__N_CLASSES]; /* by what stands before */
} tree_node;

typedef struct tree {
    tree_node *nodes; /* the root first */
    size_t     n;
} tree;

static uint16_t child_of(tree *t, uint16_t node, bsh__symbol symbol)
{
    uint16_t *const child = &t->nodes[node].child[symbol];
    if (*child == 0) {
        if (t->n == TREE_NODES) {
            learn_fail("there are too many", "rules");
        }
        *child = (uint16_t) t->n++;
    }
    return *child;
}

/* Classes and the begin of a word are no nodes, but tell apart what their parent adds. */
static void add_to_tree(tree *t, const learn_rule *rule)
{
    uint16_t       node = 0;
    unsigned const last = rule->n_letters - 1U;
    for (unsigned i = 0; i < last; ++i) {
        node = child_of(t, node, learn_symbol_at(rule->key, i));
    }
    bsh__symbol const first = learn_symbol_at(rule->key, last);
    if (rule->first_class != BSH__CLASS_OTHER) {
        t->nodes[node].adds[rule->first_class] += rule->adds;
    } else if (first == BSH__SYMBOL_BEGIN) {
        t->nodes[node].adds[BSH__CLASS_BEGIN] += rule->adds;
    } else {
        node = child_of(t, node, first);
        for (size_t class = 0; class < BSH__N_CLASSES; ++class) {
            t->nodes[node].adds[class] += rule->adds;
        }
    }
}

/* ---- the automaton: every node knows the next shorter one, and adds what that adds */

static void link_child(tree *t, uint16_t parent, size_t symbol)
{
    uint16_t const   number = t->nodes[parent].child[symbol];
    tree_node *const child = &t->nodes[number];
    uint16_t         node = parent;
    while (node != 0 && child->shorter == 0) {
        node = t->nodes[node].shorter;
        child->shorter = t->nodes[node].child[symbol];
    }
    for (size_t class = 0; class < BSH__N_CLASSES; ++class) {
        child->adds[class] =
            (int8_t) (child->adds[class] + t->nodes[child->shorter].adds[class]);
    }
}

/* Level by level, since the shorter node must be done. */
static void link_shorter(tree *t)
{
    uint16_t *const queue = learn_allocate(t->n, sizeof *queue); // begins with the root
    size_t          n = 1;
    for (size_t i = 0; i < n; ++i) {
        for (size_t symbol = 1; symbol < BSH__N_SYMBOLS; ++symbol) {
            if (t->nodes[queue[i]].child[symbol] != 0) {
                link_child(t, queue[i], symbol);
                queue[n++] = t->nodes[queue[i]].child[symbol];
            }
        }
    }
    free(queue);
}

/* ---- packed: the children of a node lie in the gaps between those of others */

static uint8_t effect_of(pack_tables *tables, const tree_node *node)
{
    size_t i = 0;
    while (i < tables->n_effects &&
           memcmp(tables->effects[i], node->adds, sizeof node->adds) != 0) {
        ++i;
    }
    if (i == PACK_EFFECTS) {
        learn_fail("they add in more than 256 ways", "rules");
    }
    if (i == tables->n_effects) {
        memcpy(tables->effects[tables->n_effects++], node->adds, sizeof node->adds);
    }
    return (uint8_t) i;
}

static bool has_child(const tree_node *node)
{
    static const uint16_t none[BSH__N_SYMBOLS];
    return memcmp(node->child, none, sizeof none) != 0;
}

static bool fits(const pack_tables *tables, const tree_node *node, size_t at)
{
    for (size_t symbol = 1; symbol < BSH__N_SYMBOLS; ++symbol) {
        if (node->child[symbol] != 0 && tables->nodes[at + symbol].symbol != 0) {
            return false;
        }
    }
    return true;
}

/* No two nodes begin at the same place: a symbol found there tells whose child it is. */
static uint16_t free_place(const pack_tables *tables, const tree_node *node, bool *is_begun)
{
    for (size_t at = BSH__NODE_ROOM; at < PACK_NODES; ++at) {
        if (!is_begun[at] && fits(tables, node, at)) {
            is_begun[at] = true;
            return (uint16_t) at;
        }
    }
    learn_fail("they do not fit the table", "rules");
}

typedef struct packer {
    pack_tables *tables;
    const tree  *tree;
    uint16_t    *place; /* of a node of the tree in the table */
    bool        *is_begun;
} packer;

static void place_children(packer *p, uint16_t number)
{
    const tree_node *const node = &p->tree->nodes[number];
    pack_tables *const     tables = p->tables;
    if (!has_child(node)) {
        return;
    }
    uint16_t const begin = free_place(tables, node, p->is_begun);
    tables->nodes[p->place[number]].children = begin;
    for (size_t symbol = 1; symbol < BSH__N_SYMBOLS; ++symbol) {
        uint16_t const child = node->child[symbol];
        if (child != 0) {
            size_t const at = begin + symbol;
            p->place[child] = (uint16_t) at;
            tables->nodes[at].symbol = (uint8_t) symbol;
            tables->nodes[at].effect = effect_of(tables, &p->tree->nodes[child]);
        }
    }
    // a look-up may ask for any symbol behind the last begin
    size_t const end = (size_t) begin + BSH__N_SYMBOLS;
    tables->n_nodes = end > tables->n_nodes ? end : tables->n_nodes;
}

void pack_rules(pack_tables *tables, const learn_rules *rules)
{
    tree t = {.nodes = learn_allocate(TREE_NODES, sizeof *t.nodes), .n = 1};
    for (size_t i = 0; i < rules->n; ++i) {
        add_to_tree(&t, &rules->items[i]);
    }
    link_shorter(&t);
    packer p = {
        .tables = tables,
        .tree = &t,
        .place = learn_allocate(t.n, sizeof *p.place),
        .is_begun = learn_allocate(PACK_NODES, sizeof *p.is_begun),
    };
    tables->n_nodes = BSH__NODE_ROOM;
    (void) effect_of(tables, &t.nodes[0]); // row 0 adds nothing
    for (size_t i = 0; i < t.n; ++i) {     // parents stand before their children
        place_children(&p, (uint16_t) i);
    }
    for (size_t i = 1; i < t.n; ++i) {
        tables->nodes[p.place[i]].shorter = p.place[t.nodes[i].shorter];
    }
    free(p.is_begun);
    free(p.place);
    free(t.nodes);
}
