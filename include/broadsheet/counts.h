/* broadsheet/counts.h -- the counts of one article: everything that measures are made from. */
#ifndef BROADSHEET_COUNTS_H
#define BROADSHEET_COUNTS_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Every count that is printed: field and id, set, meaning.  BASIC counts stand in every row of
 * `analyze`, FURTHER ones with `-m counts`.  All are counts of the counted blocks unless said
 * otherwise.  excluded_share, the one that is not a whole number, is printed behind
 * words_excluded. */
#define BSH_COUNT_MAP(X)                                                                       \
    X(words, BASIC, "words")                                                                   \
    X(sentences, BASIC, "sentences")                                                           \
    X(paragraphs, BASIC, "counted blocks")                                                     \
    X(syllables, BASIC, "syllables of all words")                                              \
    X(letters, BASIC, "letters in words (category L)")                                         \
    X(characters, BASIC, "letters and digits in words")                                        \
    X(words_excluded, BASIC, "words of all other blocks")                                      \
    X(quotes, BASIC, "utterances of direct or fragment pieces")                                \
    X(pieces, BASIC, "direct and fragment pieces")                                             \
    X(quoted_words, BASIC, "words inside direct and fragment pieces")                          \
    X(repairs, BASIC, "pieces closed or opened by a repair rule")                              \
    X(graphemes, FURTHER, "graphemes that are not white space")                                \
    X(words_1_syllable, FURTHER, "words of exactly one syllable")                              \
    X(words_2_syllables_up, FURTHER, "words of two syllables or more")                         \
    X(words_3_syllables_up, FURTHER, "words of three syllables or more")                       \
    X(words_6_letters_up, FURTHER, "words of six letters or more")                             \
    X(words_7_letters_up, FURTHER, "words of seven letters or more")                           \
    X(words_3_letters_down, FURTHER, "words of three letters or fewer")                        \
    X(hard_words_fog, FURTHER, "hard words of Gunning's Fog index")                            \
    X(unfamiliar_dale_chall, FURTHER, "words not familiar under Dale-Chall")                   \
    X(content_words, FURTHER, "words not on the function-word list")                           \
    X(types, FURTHER, "distinct term forms")                                                   \
    X(hapaxes, FURTHER, "term forms that occur once")                                          \
    X(dis_legomena, FURTHER, "term forms that occur twice")                                    \
    X(urls, FURTHER, "web addresses (not words)")                                              \
    X(emails, FURTHER, "e-mail addresses (not words)")                                         \
    X(quoted_words_all, FURTHER, "words inside pieces of every kind")                          \
    X(scare_pieces, FURTHER, "scare quotes")                                                   \
    X(title_pieces, FURTHER, "titles of works in quotation marks")                             \
    X(indirect, ENGLISH, "clauses of indirect speech")                                         \
    X(thought, ENGLISH, "clauses that tell what somebody thinks")                              \
    X(anon_sources, ENGLISH, "distinct anonymous sources")

/* Sequences over the counted words, for measures that a few sums cannot give.  Borrowed from
 * the document; a caller that computes a formula by hand may fill in what the formula needs. */
typedef struct bsh_sequences {
    const uint32_t *terms; /* term of each word in text order, as 0 .. n_types - 1 */
    size_t          n_terms;
    const uint32_t *frequencies; /* how often each type occurs: n_types numbers */
    size_t          n_types;
    uint32_t       *scratch;        /* n_types numbers, all 0 before and after a measure runs */
    const uint32_t *sentence_words; /* words of each counted sentence, in order */
    size_t          n_sentences;
    const uint32_t *quote_words; /* words of each direct utterance, ascending */
    size_t          n_quotes;
    const uint32_t *speaker_words; /* quoted words of each speaker, all over 0, ascending */
    size_t          n_speakers;
} bsh_sequences;

typedef struct bsh_counts {
#define BSH_COUNT_FIELD(id, set, meaning) uint64_t id;
    BSH_COUNT_MAP(BSH_COUNT_FIELD)
#undef BSH_COUNT_FIELD
    uint64_t words_set_aside; /* words of counted blocks that --quotes leaves out */
    uint64_t direct_words;    /* words in direct pieces */
    uint64_t direct_quotes;   /* utterances with a direct piece */
    uint64_t fragment_pieces;
    uint64_t speakers;           /* distinct speakers of direct and fragment pieces */
    uint64_t top_speaker_words;  /* most quoted words of one speaker */
    uint64_t unattributed_words; /* quoted words without a speaker */
    uint64_t attributed_quotes;  /* utterances of direct or fragment pieces with a speaker */
    uint64_t said_quotes;        /* attributed ones whose verb is say or tell */
    uint64_t loaded_quotes;      /* attributed ones whose verb takes sides */
    uint64_t anon_reports;       /* utterances and indirect clauses by anonymous sources */
    uint64_t words_before_quote; /* words before the first direct piece */
    unsigned window;             /* words of a MATTR or MSTTR window */
    bool     is_english;         /* measures made for English apply */
    bsh_sequences sequences;
} bsh_counts;

typedef enum bsh_count_set {
    BSH_COUNT_BASIC,
    BSH_COUNT_FURTHER,
    BSH_COUNT_ENGLISH /* further ones that are looked for in English alone: elsewhere 0, and
                         printed as missing */
} bsh_count_set;

typedef struct bsh_count_row {
    const char   *id;
    const char   *meaning;
    bsh_count_set set;
    size_t        offset; /* of its uint64_t in bsh_counts */
} bsh_count_row;

/* The table of counts, in the order in which columns stand. */
BSH_API size_t               bsh_count_table_size(void);
BSH_API const bsh_count_row *bsh_count_table_at(size_t index);
BSH_API uint64_t bsh_count_value(const bsh_count_row *row, const bsh_counts *counts);

/* words_excluded / (words + words_excluded), 0..1; 0 words at all give 0 (nothing was left
 * out). */
BSH_API double bsh_counts_excluded_share(const bsh_counts *counts);

#ifdef __cplusplus
}
#endif
#endif
