#include "segment/speech_clause.h"

#include <string.h>

#include "data/lexicon.h"
#include "segment/kinds_by_looks.h"
#include "segment/punctuation.h"
#include "segment/quote_items.h"
#include "segment/quote_marks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum { MAX_WORDS = 24, MAX_GAP = 16, MAX_FILLERS = 4, MAX_BRACKET = 4 };

/* What stands before a word. */
typedef enum gap {
    GAP_JOINED, /* blanks, dashes, marks, the stop of an abbreviation */
    GAP_COMMA,
    GAP_BRACKET, /* one opens */
    GAP_BEHIND,  /* one has closed */
    GAP_END      /* other punctuation, or a sentence ends */
} gap;

/* Words that follow each other in one sentence. */
typedef struct words_ahead {
    const bsh__quote_input *input;
    bsh__item               word[MAX_WORDS];
    gap                     before[MAX_WORDS];
    size_t                  n;
} words_ahead;

static bool is_sentence_begin(const bsh__quote_input *input, uint32_t at)
{
    size_t const i = bsh__sentence_from(input, at);
    return i < input->n_sentences && input->sentences[i].span.begin == at;
}

static gap gap_at(const bsh__quote_input *input, size_t begin, size_t end)
{
    gap    found = GAP_JOINED;
    size_t at = begin;
    if (end - begin > MAX_GAP) {
        return GAP_END;
    }
    while (at < end) {
        int32_t const c = bsh__utf8_next(input->text, end, &at);
        if (c == '.' && is_sentence_begin(input, (uint32_t) end)) {
            return GAP_END;
        }
        if (c == ',') {
            found = GAP_COMMA;
        } else if (c == '(') {
            found = GAP_BRACKET;
        } else if (c == ')' && found == GAP_JOINED) {
            found = GAP_BEHIND;
        } else if (c != '.' && c != ')' && !bsh__is_space(c) && !bsh__is_dash(c) &&
                   !bsh__is_quote_glyph(c)) {
            return GAP_END;
        }
    }
    return found;
}

static void look_ahead(words_ahead *ahead, const bsh__word_source *source, uint32_t at,
                       uint32_t limit)
{
    const bsh__quote_input *const input = source->input;
    uint32_t                      from = at;
    size_t                        n = 0;
    for (size_t t = bsh__token_from(input, at); n < MAX_WORDS && t < input->n_tokens; ++t) {
        bsh_span const span = input->tokens[t].span;
        gap const      before = span.end > limit ? GAP_END : gap_at(input, from, span.begin);
        if (before == GAP_END) {
            break;
        }
        bsh__item_of_token(source, t, &ahead->word[n]);
        ahead->before[n++] = before;
        from = span.end;
    }
    ahead->input = input;
    ahead->n = n;
}

static const bsh__term *term_of(const words_ahead *ahead, size_t i)
{
    return bsh__vocabulary_term_at(ahead->input->vocabulary, ahead->word[i].term);
}

static bool is_word(const words_ahead *ahead, size_t i, const char *word)
{
    const bsh__term *const term = term_of(ahead, i);
    return term->n_bytes == strlen(word) && memcmp(term->text, word, term->n_bytes) == 0;
}

/* Begins what is still said: "what Ms. Hale said", "I'll say". */
static bool is_inside_speech(const words_ahead *ahead, size_t i)
{
    const bsh__term *const term = term_of(ahead, i);
    bool const             is_short_form =
        term->n_bytes > 2 && term->text[0] == 'i' && term->text[1] == '\'';
    return is_short_form || is_word(ahead, i, "what") || is_word(ahead, i, "which");
}

static bool is_capital(const bsh__item *word)
{
    return (word->flags & BSH__ITEM_CAPITAL) != 0;
}

static bool is_pronoun(const bsh__item *word)
{
    return word->role >= BSH__ROLE_HE && word->role <= BSH__ROLE_PRONOUN;
}

/* He, she, they, it: who is spoken of.  "I told you" is a part of what is said. */
static bool is_third_person(const words_ahead *ahead, size_t i)
{
    const bsh__item *const word = &ahead->word[i];
    return is_pronoun(word) && (word->role != BSH__ROLE_PRONOUN || is_word(ahead, i, "it"));
}

static bool is_determiner(const bsh__item *word)
{
    return (word->lists & BSH__WORD_DETERMINER) != 0;
}

/* May begin a subject that is no pronoun. */
static bool may_begin_subject(const words_ahead *ahead, size_t i)
{
    const bsh__item *const word = &ahead->word[i];
    if (is_pronoun(word) || is_inside_speech(ahead, i)) {
        return false;
    }
    return is_capital(word) || is_determiner(word) ||
           (word->lists & BSH__WORD_ANONYMOUS_HEAD) != 0;
}

/* A listed verb in a finite form that is not as often a noun: what a guess may rest on. */
static bool is_plain_verb(const bsh__item *word)
{
    return word->verb_class != BSH_VERB_NONE && !is_capital(word) &&
           (word->lists & BSH__WORD_AMBIGUOUS_VERB) == 0 &&
           (word->traits & BSH__TRAIT_ING) == 0 && word->key != BSH__KEY_ACCORDING;
}

/* A verb stands at `i`, behind adverbs: "later said". */
static bool has_verb_at(const words_ahead *ahead, size_t i)
{
    while (i + 1 < ahead->n && ahead->word[i].role == BSH__ROLE_ADVERB &&
           ahead->before[i + 1] == GAP_JOINED) {
        ++i;
    }
    return i < ahead->n && is_plain_verb(&ahead->word[i]);
}

/* Behind the bracket that opens before word `i`, if it is short: "Ana Bell (Ind.) said". */
static size_t behind_bracket(const words_ahead *ahead, size_t i)
{
    for (size_t k = i + 1; k < ahead->n && k <= i + MAX_BRACKET; ++k) {
        if (ahead->before[k] == GAP_BEHIND) {
            return k;
        }
    }
    return i;
}

/* Behind the words of a subject that is no pronoun; *has_name tells if one is a name.
 * "the mayor of Alton", "former state senator Ana Bell (Ind.)". */
static size_t behind_subject(const words_ahead *ahead, bool *has_name)
{
    size_t const n_plain =
        is_determiner(&ahead->word[0]) ? 4 : (size_t) may_begin_subject(ahead, 0);
    size_t n_fillers = 0;
    size_t i = 0;
    if (is_inside_speech(ahead, 0)) {
        return 0;
    }
    for (; i < ahead->n; ++i) {
        const bsh__item *const word = &ahead->word[i];
        if (i > 0 && ahead->before[i] == GAP_BRACKET) {
            return behind_bracket(ahead, i);
        }
        if ((i > 0 && ahead->before[i] != GAP_JOINED) || has_verb_at(ahead, i)) {
            break;
        }
        bool const is_filler = (word->traits & BSH__TRAIT_FILLER) != 0 && !is_pronoun(word);
        if (is_capital(word) && !is_determiner(word)) {
            *has_name = true;
        } else if (i >= n_plain && (!is_filler || ++n_fillers > MAX_FILLERS)) {
            break;
        }
    }
    return i;
}

/* "Ana Bell, who runs the ferry, said": a comma, and a verb behind another one. */
static bool has_verb_behind_commas(const words_ahead *ahead, size_t i)
{
    if (i >= ahead->n || ahead->before[i] != GAP_COMMA) {
        return false;
    }
    for (++i; i < ahead->n; ++i) {
        if (ahead->before[i] == GAP_COMMA && has_verb_at(ahead, i)) {
            return true;
        }
    }
    return false;
}

/* "said Ms. Hale", "said he", "said the mayor", but not "answered the call". */
static bsh__speech_clause clause_from_verb(const words_ahead *ahead)
{
    if (ahead->before[1] != GAP_JOINED) {
        return BSH__CLAUSE_NONE;
    }
    if (is_third_person(ahead, 1)) {
        return BSH__CLAUSE_PRONOUN;
    }
    bool const may_take_object =
        is_determiner(&ahead->word[1]) && (ahead->word[0].traits & BSH__TRAIT_SAID) == 0;
    return may_begin_subject(ahead, 1) && !may_take_object ? BSH__CLAUSE_NAMED
                                                           : BSH__CLAUSE_NONE;
}

/* "Ms. Hale said", "the mayor, who had waited, said". */
static bsh__speech_clause clause_from_subject(const words_ahead *ahead)
{
    bool         has_name = false;
    size_t const i = behind_subject(ahead, &has_name);
    if (i == 0 || i == ahead->n || !(has_name || may_begin_subject(ahead, 0))) {
        return BSH__CLAUSE_NONE;
    }
    bool const has_verb = (ahead->before[i] != GAP_COMMA && has_verb_at(ahead, i)) ||
                          (has_name && has_verb_behind_commas(ahead, i));
    return has_verb ? BSH__CLAUSE_NAMED : BSH__CLAUSE_NONE;
}

/* Words without punctuation between them. */
static size_t n_joined(const words_ahead *ahead)
{
    size_t n = ahead->n > 0;
    while (n > 0 && n < ahead->n && ahead->before[n] == GAP_JOINED) {
        ++n;
    }
    return n;
}

bsh__speech_clause bsh__speech_clause_at(const bsh__word_source *source, uint32_t at,
                                         uint32_t limit)
{
    words_ahead ahead;
    look_ahead(&ahead, source, at, limit);
    if (!bsh__vocabulary_is_english(source->input->vocabulary)) {
        return bsh__is_foreign_speech_clause(ahead.word, n_joined(&ahead)) ? BSH__CLAUSE_NAMED
                                                                           : BSH__CLAUSE_NONE;
    }
    if (ahead.n < 2) {
        return BSH__CLAUSE_NONE;
    }
    if (is_plain_verb(&ahead.word[0])) {
        return clause_from_verb(&ahead);
    }
    if (is_pronoun(&ahead.word[0])) {
        bool const is_said = is_third_person(&ahead, 0) && ahead.before[1] == GAP_JOINED &&
                             has_verb_at(&ahead, 1);
        return is_said ? BSH__CLAUSE_PRONOUN : BSH__CLAUSE_NONE;
    }
    return clause_from_subject(&ahead);
}
