#include <broadsheet/quote.h>
#include <broadsheet/token.h>

static const char *name_at(const char *const *names, size_t n, unsigned index)
{
    return index < n ? names[index] : "";
}

#define NAME_OF(enumerator, id)           id,
#define FLAG_NAME_OF(enumerator, bit, id) id,
static const char *const quote_kinds[] = {BSH_QUOTE_KIND_MAP(NAME_OF)};
static const char *const vias[] = {BSH_QUOTE_VIA_MAP(NAME_OF)};
static const char *const verb_classes[] = {BSH_VERB_CLASS_MAP(NAME_OF)};
static const char *const quote_flags[] = {BSH_QUOTE_FLAG_MAP(FLAG_NAME_OF)};
static const char *const token_kinds[] = {BSH_TOKEN_KIND_MAP(NAME_OF)};
#undef NAME_OF
#undef FLAG_NAME_OF

#define N_NAMES(names) (sizeof(names) / sizeof(names)[0])

const char *bsh_quote_kind_name(unsigned kind)
{
    return name_at(quote_kinds, N_NAMES(quote_kinds), kind);
}

const char *bsh_quote_via_name(unsigned via)
{
    return name_at(vias, N_NAMES(vias), via);
}

const char *bsh_verb_class_name(unsigned verb_class)
{
    return name_at(verb_classes, N_NAMES(verb_classes), verb_class);
}

const char *bsh_quote_flag_name(unsigned bit)
{
    return name_at(quote_flags, N_NAMES(quote_flags), bit);
}

const char *bsh_token_kind_name(bsh_token_kind kind)
{
    return name_at(token_kinds, N_NAMES(token_kinds), (unsigned) kind);
}

static const struct {
    unsigned    number;
    const char *id, *text;
} sentence_rules[] = {
#define RULE_OF(enumerator, number, id, text) {(number), id, text},
    BSH_SENTENCE_RULE_MAP(RULE_OF)
#undef RULE_OF
};

unsigned bsh_sentence_rule_at(size_t index)
{
    return index < N_NAMES(sentence_rules) ? sentence_rules[index].number : UINT16_MAX;
}

/* The place of a number; N_NAMES if no rule has it. */
static size_t place_of(unsigned rule)
{
    size_t i = 0;
    while (i < N_NAMES(sentence_rules) && sentence_rules[i].number != rule) {
        ++i;
    }
    return i;
}

const char *bsh_sentence_rule_name(unsigned rule)
{
    size_t const i = place_of(rule);
    return i < N_NAMES(sentence_rules) ? sentence_rules[i].id : "";
}

const char *bsh_sentence_rule_text(unsigned rule)
{
    size_t const i = place_of(rule);
    return i < N_NAMES(sentence_rules) ? sentence_rules[i].text : "";
}
