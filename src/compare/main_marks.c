/* The main quotation mark of an article. */
#include <broadsheet/rows.h>

#include <string.h>

static const char *const names[] = {
#define MARK_NAME(name, id, label) id,
    BSH_MARK_MAP(MARK_NAME)
#undef MARK_NAME
};

static const char *const labels[] = {
#define MARK_LABEL(name, id, label) label,
    BSH_MARK_MAP(MARK_LABEL)
#undef MARK_LABEL
};

const char *bsh_mark_name(bsh_mark mark)
{
    return (unsigned) mark < BSH_MARK_COUNT ? names[mark] : "";
}

const char *bsh_mark_label(bsh_mark mark)
{
    return (unsigned) mark < BSH_MARK_COUNT ? labels[mark] : "";
}

bsh_mark bsh_mark_find(const char *name)
{
    unsigned mark = 0;
    while (mark < BSH_MARK_COUNT && strcmp(names[mark], name) != 0) {
        ++mark;
    }
    return mark < BSH_MARK_COUNT ? (bsh_mark) mark : BSH_MARK_NONE;
}

/* A piece may open with the wrong mark, or its opener may be missing: the first bytes tell. */
static bsh_mark mark_at(bsh_string text)
{
    static const struct {
        const char *bytes;
        bsh_mark    mark;
    } openers[] = {
        {"\xe2\x80\x9c", BSH_MARK_CURLY_DOUBLE}, {"\xe2\x80\x9d", BSH_MARK_CURLY_DOUBLE},
        {"\xe2\x80\x98", BSH_MARK_CURLY_SINGLE}, {"\xe2\x80\x99", BSH_MARK_CURLY_SINGLE},
        {"\"", BSH_MARK_STRAIGHT_DOUBLE},        {"'", BSH_MARK_STRAIGHT_SINGLE},
    };
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; ++i) {
        size_t const n = strlen(openers[i].bytes);
        if (text.n_bytes >= n && memcmp(text.data, openers[i].bytes, n) == 0) {
            return openers[i].mark;
        }
    }
    return BSH_MARK_OTHER;
}

bsh_mark bsh_document_main_mark(const bsh_document *document)
{
    size_t                 n = 0;
    size_t                 n_of[BSH_MARK_COUNT] = {0};
    const bsh_quote *const quotes = bsh_document_quotes(document, &n);
    for (size_t i = 0; i < n; ++i) {
        if (quotes[i].kind != BSH_QUOTE_NESTED && quotes[i].kind != BSH_QUOTE_INDIRECT) {
            ++n_of[mark_at(bsh_document_slice(document, quotes[i].span))];
        }
    }
    bsh_mark most = BSH_MARK_NONE;
    for (unsigned mark = 0; mark < BSH_MARK_COUNT; ++mark) {
        most = n_of[mark] > n_of[most] ? (bsh_mark) mark : most;
    }
    return most;
}
