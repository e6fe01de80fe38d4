#include "segment/finite_clauses.h"

#include "segment/phrase_words.h"
#include "segment/speech_verbs.h"

enum {
    MAX_SUBJECT = 24, /* items of the clause looked at for its verb */
    MAX_COMMAS = 2    /* of an apposition: "the mayor, Dana Ruiz, would" */
};

bool bsh__is_subject_pronoun(const bsh__item *item)
{
    return bsh__is_pronoun(item) && item->key != BSH__KEY_WHO;
}

/* He'd, they'll, it's: subject and verb in one. */
static bool is_contracted(const bsh__item_view *view, const bsh__item *item)
{
    if (!bsh__is_plain_word(item) || !bsh__is_on(item, BSH__WORD_PRONOUN)) {
        return false;
    }
    const char *const text = view->input->text;
    for (uint32_t i = item->span.begin; i < item->span.end; ++i) {
        if (text[i] == '\'' || (unsigned char) text[i] >= 0x80) {
            return true;
        }
    }
    return false;
}

/* "Bell wants the job", but not "Halden politics". */
static bool is_verb_of_name(const bsh__item *item)
{
    const bsh__item *const next = item + 1;
    bool const             opens_object = bsh__is_plain_word(next) &&
                              (bsh__is_determiner(next) || bsh__is_subject_pronoun(next) ||
                               next->role == BSH__ROLE_ADVERB || next->key == BSH__KEY_TO);
    return bsh__has_capital(item - 1) && opens_object;
}

/* Where a verb may stand: in lower case, behind a word that may be or end its subject.  "The
 * elected council" and "new rules" hold none. */
static bool is_behind_subject(const bsh__item *item)
{
    const bsh__item *const before = item - 1;
    bool const             is_plain = bsh__is_plain_word(item) && !bsh__has_capital(item) &&
                          (item->flags & BSH__ITEM_POSSESSIVE) == 0;
    bool const is_set_off =
        before->type == BSH__ITEM_PIECE || before->type == BSH__ITEM_BRACKET ||
        before->type == BSH__ITEM_DASH; // the "plan" was; the Water Board (NWB) was
    bool const is_sure =
        item->role == BSH__ROLE_AUXILIARY || bsh__is_on(item, BSH__WORD_IRREGULAR_PAST);
    if (is_set_off) {
        return is_plain && is_sure;
    }
    return is_plain && bsh__is_plain_word(before) && !bsh__is_determiner(before) &&
           !bsh__is_on(before, BSH__WORD_PREPOSITION) && before->role != BSH__ROLE_AND;
}

/* "the drivers want more", "residents plan to leave": a word in its base form behind a plural,
 * before what it governs. */
static bool is_plural_present(const bsh__item *item)
{
    const bsh__item *const before = item - 1;
    const bsh__item *const next = item + 1;
    bool const             is_group = (before->traits & BSH__TRAIT_PLURAL) != 0 &&
                          before->role == BSH__ROLE_NONE &&
                          (before->flags & BSH__ITEM_POSSESSIVE) == 0;
    bool const is_base = item->role == BSH__ROLE_NONE &&
                         (item->traits & (BSH__TRAIT_PLURAL | BSH__TRAIT_ING)) == 0 &&
                         !bsh__is_on(item, BSH__WORD_FUNCTION);
    bool const governs = bsh__is_plain_word(next) &&
                         (bsh__is_determiner(next) || bsh__is_subject_pronoun(next) ||
                          next->key == BSH__KEY_TO || next->key == BSH__KEY_THAT);
    return is_group && is_base && governs;
}

/* A verb in a finite form, behind its subject: had, took, rejected, says. */
static bool is_finite(const bsh__item *item)
{
    if (!is_behind_subject(item)) {
        return false;
    }
    if (item->role == BSH__ROLE_AUXILIARY || bsh__is_on(item, BSH__WORD_IRREGULAR_PAST) ||
        bsh__is_speech_verb(item) || is_plural_present(item)) {
        return true;
    }
    if (item[-1].role == BSH__ROLE_ADVERB || (item->traits & BSH__TRAIT_VERBAL) == 0) {
        return false;
    }
    bool const ends_in_s = (item->traits & BSH__TRAIT_PLURAL) != 0;
    return !ends_in_s || bsh__is_subject_pronoun(item - 1) || is_verb_of_name(item);
}

/* ---- clauses */

static bool is_relative(const bsh__item *item)
{
    return item->role == BSH__ROLE_OPENER || item->key == BSH__KEY_WHO;
}

/* Where the verb before may have an object, what opens a relative clause, "and" and "to" end
 * the search for the verb of a clause: "announced the deal that would close it", "urged the
 * council to". */
static bool ends_object(const bsh__item *word)
{
    return is_relative(word) || word->key == BSH__KEY_TO || word->role == BSH__ROLE_AND;
}

/* Punctuation that ends it: a comma does so behind an object, before "saying", and if it is one
 * too many. */
static bool ends_search(const bsh__item *sign, bool is_said, uint32_t *n_commas)
{
    if (sign->type != BSH__ITEM_COMMA) {
        return bsh__is_bound(sign);
    }
    *n_commas += 1;
    return !is_said || *n_commas > MAX_COMMAS || (sign[1].traits & BSH__TRAIT_ING) != 0;
}

/* All that a finite verb or "they'll" needs of the word itself; few have it. */
static bool may_show_verb(const bsh__item *item)
{
    return bsh__is_on(item, BSH__WORD_IRREGULAR_PAST | BSH__WORD_PRONOUN) ||
           (item->traits & BSH__TRAIT_VERBAL) != 0 || item->verb_class != BSH_VERB_NONE ||
           item->role == BSH__ROLE_AUXILIARY || (item[-1].traits & BSH__TRAIT_PLURAL) != 0;
}

/* He, she, they: what follows is their verb ("they want more"). */
static bool is_sure_subject(const bsh__item *item)
{
    return item->role == BSH__ROLE_HE || item->role == BSH__ROLE_SHE ||
           item->role == BSH__ROLE_THEY;
}

/* The clause that begins at `first`, where a subject may stand, shows its verb before `end`. */
static bool shows_verb(const bsh__item_view *view, const bsh__item *first, const bsh__item *end,
                       bool is_said)
{
    uint32_t n_commas = 0;
    bool     has_verb = is_contracted(view, first);
    for (const bsh__item *item = first + 1; item < end && !has_verb; ++item) {
        bool const is_word = item->type == BSH__ITEM_WORD;
        if (is_word ? !is_said && ends_object(item) : ends_search(item, is_said, &n_commas)) {
            return false;
        }
        has_verb =
            is_word && may_show_verb(item) && (is_finite(item) || is_contracted(view, item));
    }
    return has_verb;
}

bool bsh__begins_clause(const bsh__item_view *view, uint32_t i, uint32_t high, bool is_said)
{
    const bsh__item *const first = &view->items[i];
    if (i + 1 >= high || !bsh__is_plain_word(first) || first[1].type == BSH__ITEM_COMMA) {
        return false;
    }
    if (is_sure_subject(first) && bsh__is_plain_word(first + 1)) {
        return true;
    }
    if (is_relative(first) || first->role == BSH__ROLE_AUXILIARY ||
        (!is_said && ends_object(first))) {
        return false;
    }
    uint32_t const n = high - i < MAX_SUBJECT ? high - i : MAX_SUBJECT;
    return shows_verb(view, first, first + n, is_said);
}

bool bsh__is_main_clause(const bsh__item_view *view, uint32_t begin, uint32_t end)
{
    const bsh__item *const first = &view->items[begin];
    uint32_t const         limit = end - begin < MAX_SUBJECT ? end : begin + MAX_SUBJECT;
    if (first->role != BSH__ROLE_OPENER && !bsh__is_on(first, BSH__WORD_PREPOSITION)) {
        return bsh__begins_clause(view, begin, end, true);
    }
    if (first[1].type == BSH__ITEM_COMMA) {
        return false; // said so, on condition that
    }
    uint32_t i = begin;
    while (i < limit && view->items[i].type != BSH__ITEM_COMMA &&
           !bsh__is_bound(&view->items[i])) {
        ++i;
    }
    return i + 1 < limit && view->items[i].type == BSH__ITEM_COMMA &&
           bsh__begins_clause(view, i + 1, end, true);
}
