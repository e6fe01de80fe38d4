#include "segment/word_items.h"

#include <string.h>

#include "data/lexicon.h"
#include "segment/punctuation.h"
#include "unicode/utf8.h"

/* ---- words by their text */

/* The text ends so, and `n_more` bytes at least stand before that. */
static inline bool ends_in(bsh_string text, const char *ending, size_t n_more)
{
    size_t const n = strlen(ending);
    return text.n_bytes >= n + n_more && text.data[text.n_bytes - 1] == ending[n - 1] &&
           memcmp(text.data + text.n_bytes - n, ending, n) == 0;
}

static uint8_t role_of(bsh_string text, bsh__listed_word listed)
{
    if (listed.role != BSH__ROLE_NONE) {
        return listed.role == BSH__ROLE_NOUN ? BSH__ROLE_NONE : listed.role;
    }
    if (ends_in(text, "n't", 2)) {
        return BSH__ROLE_AUXILIARY;
    }
    return ends_in(text, "ly", 3) ? BSH__ROLE_ADVERB : BSH__ROLE_NONE;
}

static unsigned trait_if(bool has, bsh__word_trait trait)
{
    return has ? trait : 0U;
}

/* What the ending tells: of a verb of the past or the third person ("pressed", "goes", "wrote",
 * "told", "thought", "knew", "spoke"), of what opens a clause, of several.  Asked by the last
 * letter, which most words have that none of them ends in. */
static unsigned traits_of_ending(bsh_string text)
{
    if (text.n_bytes < 3) {
        return 0;
    }
    switch (text.data[text.n_bytes - 1]) {
    case 'd':
        return trait_if(ends_in(text, "ed", 2) || ends_in(text, "id", 2) ||
                            ends_in(text, "old", 2),
                        BSH__TRAIT_VERBAL) |
               trait_if(ends_in(text, "ed", 3), BSH__TRAIT_CLAUSAL);
    case 'e':
        return trait_if(ends_in(text, "ote", 2) || ends_in(text, "oke", 2), BSH__TRAIT_VERBAL);
    case 'g':
        return trait_if(ends_in(text, "ing", 2), BSH__TRAIT_ING) |
               trait_if(ends_in(text, "ing", 3), BSH__TRAIT_CLAUSAL);
    case 's':
        return BSH__TRAIT_VERBAL | BSH__TRAIT_PLURAL;
    case 't':
        return trait_if(ends_in(text, "ought", 2), BSH__TRAIT_VERBAL);
    case 'w':
        return trait_if(ends_in(text, "ew", 2), BSH__TRAIT_VERBAL);
    case 'y':
        return trait_if(ends_in(text, "ly", 3), BSH__TRAIT_CLAUSAL);
    default:
        return 0;
    }
}

/* President-elect, Vice-Chairman, ex-Mayor. */
static bool has_title_part(bsh_string text)
{
    const char *const hyphen = memchr(text.data, '-', text.n_bytes);
    if (hyphen == NULL) {
        return false;
    }
    size_t const   n_left = (size_t) (hyphen - text.data);
    uint32_t const lists = bsh__word_lists(text.data, n_left) |
                           bsh__word_lists(hyphen + 1, text.n_bytes - n_left - 1);
    return (lists & BSH__WORD_COURTESY) != 0;
}

static uint16_t traits_of(bsh_string text, const bsh__item *item, bsh__listed_word listed,
                          bsh__verb verb, bool is_joined)
{
    bool const is_title =
        (item->lists & BSH__WORD_COURTESY) != 0 || (is_joined && has_title_part(text));
    return (uint16_t) (listed.traits | traits_of_ending(text) |
                       trait_if(is_title, BSH__TRAIT_TITLE) |
                       trait_if(listed.key == BSH__KEY_MANY, BSH__TRAIT_PLURAL) |
                       trait_if(verb.is_said, BSH__TRAIT_SAID) |
                       trait_if(verb.is_loaded, BSH__TRAIT_LOADED));
}

/* ---- forms */

/* Bell's, Bell’s; a form that ends in s may have its mark behind it: the drivers'. */
static unsigned possessive_flags(bsh_string form)
{
    size_t at = form.n_bytes - 1;
    if ((form.data[at] | 0x20) != 's' || at == 0) {
        return 0;
    }
    int32_t const before = bsh__utf8_previous(form.data, &at);
    return before == '\'' || before == BSH__RIGHT_SINGLE_QUOTE ? BSH__ITEM_POSSESSIVE
                                                               : BSH__ITEM_MAY_BE_POSSESSIVE;
}

/* One capital with a stop, in a name: the "A." of "Ana A. Bell" is no article. */
static unsigned initial_flags(bsh_string form)
{
    if (form.n_bytes > 2 || form.data[0] < 'A' || form.data[0] > 'Z') {
        return 0;
    }
    if (form.n_bytes == 1) {
        return BSH__ITEM_MAY_BE_INITIAL;
    }
    return form.data[1] == '.' ? BSH__ITEM_INITIAL : 0;
}

static void make_initial(bsh__item *item)
{
    item->flags = BSH__ITEM_INITIAL | (item->flags & (BSH__ITEM_CAPITAL | BSH__ITEM_FIGURE));
    item->lists = 0;
    item->role = BSH__ROLE_NONE;
    item->verb_class = BSH_VERB_NONE;
    item->traits = BSH__TRAIT_NAME | BSH__TRAIT_FILLER;
}

/* Him, her, them: never the one who speaks. */
static inline bool is_object(const bsh__item *item)
{
    return item->key != BSH__KEY_NONE &&
           (item->key == BSH__KEY_OBJECT || item->key == BSH__KEY_HIM ||
            item->key == BSH__KEY_HER);
}

/* No grammar word, no preposition, no verb that is never a noun, no link. */
static inline bool is_filler(const bsh__item *item)
{
    return item->role == BSH__ROLE_NONE && !is_object(item) &&
           (item->lists & BSH__WORD_PREPOSITION) == 0 &&
           (item->verb_class == BSH_VERB_NONE ||
            (item->lists & BSH__WORD_AMBIGUOUS_VERB) != 0) &&
           (item->flags & BSH__ITEM_LINK) == 0;
}

static void make_possessive(bsh__item *item)
{
    item->flags |= BSH__ITEM_POSSESSIVE;
    item->verb_class = BSH_VERB_NONE;
    item->traits |= is_filler(item) ? BSH__TRAIT_FILLER : 0;
}

/* Role and verb, and whether they hold: what a word has that is no link. */
static void describe_word(bsh__item *item, bsh_string form, bsh__verb verb)
{
    bool const is_capital = (item->flags & BSH__ITEM_CAPITAL) != 0;
    if (item->role == BSH__ROLE_ADVERB && is_capital &&
        (item->lists & (BSH__WORD_FUNCTION | BSH__WORD_STARTER)) == 0) {
        item->role = BSH__ROLE_NONE; // Kelly, Billy
    }
    item->verb_class = verb.verb_class;
    if (verb.verb_class != BSH_VERB_NONE && item->role == BSH__ROLE_ADVERB) {
        item->role = BSH__ROLE_NONE; // reply, imply
    }
    item->flags |= (uint8_t) (possessive_flags(form) | initial_flags(form));
}

/* US, the country, is not "us". */
static bool is_country(const bsh__form *form, const bsh__item *item)
{
    return item->key == BSH__KEY_OBJECT && form->n_bytes == 2 &&
           (form->flags & (BSH__FORM_CAPITALISED | BSH__FORM_HAS_LOWER)) ==
               BSH__FORM_CAPITALISED;
}

static bool is_name(const bsh__item *item)
{
    uint32_t const grammar = BSH__WORD_FUNCTION | BSH__WORD_PREPOSITION | BSH__WORD_DETERMINER;
    return (item->flags & BSH__ITEM_CAPITAL) != 0 && item->role == BSH__ROLE_NONE &&
           ((item->lists & grammar) == 0 ||
            (item->lists & (BSH__WORD_FEMALE_NAME | BSH__WORD_MALE_NAME)) != 0); // Else Brand
}

/* A verb of saying, or of thought. */
static bool reports(const bsh__item *item)
{
    return item->verb_class != BSH_VERB_NONE ||
           ((item->lists & BSH__WORD_THOUGHT_VERB) != 0 &&
            (item->flags & (BSH__ITEM_POSSESSIVE | BSH__ITEM_LINK)) == 0);
}

static bsh__item item_of_form(const bsh__vocabulary *vocabulary, const bsh_verbs *verbs,
                              const bsh__form *form)
{
    const bsh__term *const term = bsh__vocabulary_term_at(vocabulary, form->term);
    bsh_string const       text = {term->text, term->n_bytes};
    bsh__listed_word const listed = bsh__word_listed(text.data, text.n_bytes);
    bsh__verb const        verb =
        verbs == NULL ? listed.verb : bsh__verb_of(verbs, vocabulary->language, text);
    bsh__item item = {.type = BSH__ITEM_WORD,
                      .term = form->term,
                      .lists = form->lists | term->lists,
                      .key = listed.key};
    item.traits =
        traits_of(text, &item, listed, verb, (form->flags & BSH__FORM_HYPHENATED) != 0);
    item.flags |= (form->flags & BSH__FORM_CAPITALISED) != 0 ? BSH__ITEM_CAPITAL : 0;
    if (form->kind == BSH_TOKEN_NUMBER || form->kind == BSH_TOKEN_MIXED) {
        item.flags |= BSH__ITEM_FIGURE;
    }
    if (form->kind < BSH_TOKEN_URL) {
        item.role = role_of(text, listed);
        describe_word(&item, (bsh_string){form->text, form->n_bytes}, verb);
    } else {
        item.flags |= BSH__ITEM_LINK;
    }
    if (is_country(form, &item)) {
        item.lists = 0;
        item.key = BSH__KEY_NONE;
    }
    if ((item.flags & BSH__ITEM_INITIAL) != 0) {
        make_initial(&item);
    } else if ((item.flags & BSH__ITEM_POSSESSIVE) != 0) {
        make_possessive(&item);
    }
    item.traits |= is_name(&item) ? BSH__TRAIT_NAME : 0;
    item.traits |= reports(&item) ? BSH__TRAIT_REPORTS : 0;
    item.traits |= is_filler(&item) ? BSH__TRAIT_FILLER : 0;
    return item;
}

/* The rules of the parts of a sentence are those of English: elsewhere a word is a verb of
 * saying, a grammar word by the lists of the language, or just a word. */
static bsh__item item_of_foreign_form(const bsh__vocabulary *vocabulary, const bsh_verbs *verbs,
                                      const bsh__form *form)
{
    const bsh__term *const term = bsh__vocabulary_term_at(vocabulary, form->term);
    bsh_string const       text = {term->text, term->n_bytes};
    bsh__item              item = {.type = BSH__ITEM_WORD, .term = form->term};
    item.lists = bsh__language_lists(vocabulary->language, text.data, text.n_bytes);
    item.flags = (form->flags & BSH__FORM_CAPITALISED) != 0 ? BSH__ITEM_CAPITAL : 0;
    if (form->kind < BSH_TOKEN_URL) {
        item.verb_class = bsh__verb_of(verbs, vocabulary->language, text).verb_class;
    }
    item.traits = item.verb_class != BSH_VERB_NONE ? BSH__TRAIT_REPORTS : 0;
    return item;
}

/* The "A" of "A. Bell" is a name where a stop stands behind it. */
static uint8_t signs_of(const bsh__item *item)
{
    bool const is_name =
        (item->traits & BSH__TRAIT_NAME) != 0 || (item->flags & BSH__ITEM_MAY_BE_INITIAL) != 0;
    bool const     is_part = is_name || (item->traits & BSH__TRAIT_PARTICLE) != 0;
    unsigned const signs = ((item->traits & BSH__TRAIT_REPORTS) != 0 ? BSH__SIGN_REPORTS : 0U) |
                           (is_name ? BSH__SIGN_NAME : 0U) |
                           (is_part ? BSH__SIGN_NAME_PART : 0U);
    return (uint8_t) signs;
}

void bsh__form_items_fill(bsh__vocabulary *vocabulary, const bsh_verbs *verbs)
{
    bsh__form *form;
    while ((form = bsh__vocabulary_next_without_item(vocabulary)) != NULL) {
        bsh__item const item = bsh__vocabulary_is_english(vocabulary)
                                   ? item_of_form(vocabulary, verbs, form)
                                   : item_of_foreign_form(vocabulary, verbs, form);
        memcpy(&form->item, (const char *) &item + offsetof(bsh__item, term),
               sizeof form->item);
        form->item.signs = signs_of(&item);
    }
}

/* ---- tokens */

void bsh__word_item_settle(const bsh__quote_input *input, bsh__item *item)
{
    unsigned const asked = item->flags;
    size_t         behind = item->span.end;
    int32_t const  next =
        behind < input->n_bytes ? bsh__utf8_next(input->text, input->n_bytes, &behind) : ' ';
    item->flags &=
        (uint8_t) ~(unsigned) (BSH__ITEM_MAY_BE_INITIAL | BSH__ITEM_MAY_BE_POSSESSIVE);
    if ((asked & BSH__ITEM_MAY_BE_INITIAL) != 0 && next == '.') {
        make_initial(item);
    } else if ((asked & BSH__ITEM_MAY_BE_POSSESSIVE) != 0 &&
               (next == '\'' || next == BSH__RIGHT_SINGLE_QUOTE)) {
        make_possessive(item);
    }
}
