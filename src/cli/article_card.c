#include "article_card.h"

#include "page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BAR_WIDTH = 25, MOST_SPEAKERS = 5, LONG_SENTENCE = 25, WORDS_PER_MINUTE = 238 };

/* Everything a part of the card looks at. */
typedef struct card {
    FILE               *out;
    const cli_style    *style;
    const bsh_options  *options;
    const bsh_input    *input;
    const bsh_document *document;
    const bsh_counts   *counts;
} card;

static void print_heading(const card *c, const char *heading)
{
    cli_ink_set(c->out, c->style, CLI_INK_BOLD);
    (void) fputs(heading, c->out);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}

static void print_number(const card *c, double number, int decimals, int width)
{
    char text[64];
    (void) bsh_number_fixed(text, number, decimals);
    cli_ink_set(c->out, c->style, CLI_INK_BOLD);
    (void) fprintf(c->out, "%*s", width, text);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}

static double percent(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 0.0 : 100.0 * (double) part / (double) whole;
}

static const char *plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

/* ---- title and counts */

static void print_title(const card *c)
{
    const char *const known = c->input->title;
    bsh_string const  title =
        known != NULL ? (bsh_string){known, strlen(known)} : bsh_document_title(c->document);
    bsh_string const name = {c->input->name, strlen(c->input->name)};
    cli_ink_set(c->out, c->style, CLI_INK_BOLD);
    (void) cli_print_visible(c->out, c->style, title.n_bytes > 0 ? title : name,
                             c->style->width - 7);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    (void) fputs("\n\n", c->out);
}

static void print_counts(const card *c)
{
    char           words[32], sentences[32], paragraphs[32], syllables[32];
    uint64_t const seconds = (c->counts->words * 60 + WORDS_PER_MINUTE / 2) / WORDS_PER_MINUTE;
    int const      n =
        fprintf(c->out, "  %s word%s   %s sentence%s   %s paragraph%s   %s syllable%s%s",
                cli_grouped(words, c->counts->words), plural(c->counts->words),
                cli_grouped(sentences, c->counts->sentences), plural(c->counts->sentences),
                cli_grouped(paragraphs, c->counts->paragraphs), plural(c->counts->paragraphs),
                cli_grouped(syllables, c->counts->syllables), plural(c->counts->syllables),
                c->counts->is_english ? "" : " (estimated)");
    bool const is_full = n > (int) c->style->width - 20;
    (void) fprintf(c->out, "%s%llu min %llu s\n", is_full ? "\n  " : "   ",
                   (unsigned long long) seconds / 60, (unsigned long long) seconds % 60);
}

/* ---- readability */

/* Where on the usual newspaper range a value stands, 0 hardest, 1 easiest. */
static double ease_of(const bsh_measure *measure, double number)
{
    double const share = (number - measure->low) / (measure->high - measure->low);
    double const ease = measure->direction == BSH_HIGHER_IS_HARDER ? 1.0 - share : share;
    return ease < 0.0 ? 0.0 : ease > 1.0 ? 1.0 : ease;
}

static void print_scale(const card *c, double ease)
{
    unsigned const at = (unsigned) (ease * (BAR_WIDTH - 1) + 0.5);
    bool const     is_ascii = c->style->is_ascii;
    cli_ink_set(c->out, c->style, CLI_INK_HUE);
    for (unsigned i = 0; i < BAR_WIDTH; ++i) {
        if (i == at + 1) {
            cli_ink_set(c->out, c->style, CLI_INK_DIM);
        }
        (void) fputs(i == at  ? (is_ascii ? "o" : "●")
                     : i < at ? (is_ascii ? "=" : "━")
                              : (is_ascii ? "-" : "─"),
                     c->out);
    }
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    (void) fputc('\n', c->out);
}

static void print_measure(const card *c, const bsh_measure *measure)
{
    bsh_value const value = bsh_measure_value(measure, c->counts);
    (void) fputs("  ", c->out);
    (void) fputs(measure->label, c->out);
    unsigned const width = bsh_text_width((bsh_string){measure->label, strlen(measure->label)});
    cli_print_blanks(c->out, width < 22 ? 22 - width : 1);
    if (value.presence != BSH_PRESENT) {
        (void) fprintf(c->out, "    - (%s)\n", bsh_presence_reason(value.presence));
        return;
    }
    print_number(c, value.number, measure->decimals, 6);
    (void) fprintf(c->out, "%s  %-19s", value.is_advised ? " " : "*",
                   bsh_measure_band(measure, value.number));
    print_scale(c, ease_of(measure, value.number));
}

static void print_readability(const card *c)
{
    static const char *const ids[] = {"flesch", "flesch_kincaid", "smog", "lix"};
    bool                     is_flagged = false;
    (void) fputc('\n', c->out);
    print_heading(c, "READABILITY");
    cli_print_blanks(c->out, 42);
    (void) fputs(c->style->is_ascii ? "harder <     > easier\n" : "harder ◀       ▶ easier\n",
                 c->out);
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; ++i) {
        const bsh_measure *const measure = bsh_measure_find(ids[i]);
        if (measure != NULL) {
            bsh_value const value = bsh_measure_value(measure, c->counts);
            print_measure(c, measure);
            is_flagged = is_flagged || (value.presence == BSH_PRESENT && !value.is_advised);
        }
    }
    if (is_flagged) {
        (void) fputs("  * the text is shorter than the sample this measure was made for\n",
                     c->out);
    }
}

/* ---- sentences */

/* Words that count of each sentence that has any, and the sentence that has most of them.  With
 * --quotes only, "said the mayor on Monday." is a sentence without any. */
typedef struct rhythm {
    uint32_t *lengths;
    size_t    n, n_long;
    uint32_t  most;
    size_t    longest; /* number in the text, from 1 */
} rhythm;

static uint32_t count_words(const bsh_sentence *sentence, const bsh_token *tokens)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < sentence->n_tokens; ++i) {
        n += (tokens[sentence->first_token + i].flags & BSH_TOKEN_COUNTED) != 0;
    }
    return n;
}

/* Leaves n at 0 where there is nothing to show, or no memory. */
static void find_rhythm(rhythm *r, const bsh_document *document)
{
    size_t                    n_tokens;
    size_t                    n;
    const bsh_token *const    tokens = bsh_document_tokens(document, &n_tokens);
    const bsh_sentence *const sentences = bsh_document_sentences(document, &n);
    *r = (rhythm){.lengths = calloc(n + 1, sizeof *r->lengths)};
    for (size_t i = 0; r->lengths != NULL && i < n; ++i) {
        uint32_t const n_words = count_words(&sentences[i], tokens);
        if (n_words == 0) {
            continue;
        }
        r->lengths[r->n++] = n_words;
        r->n_long += n_words > LONG_SENTENCE;
        if (n_words > r->most) {
            r->most = n_words;
            r->longest = i + 1;
        }
    }
}

static uint32_t most_of(const uint32_t *lengths, size_t n)
{
    uint32_t most = 0;
    for (size_t i = 0; i < n; ++i) {
        most = lengths[i] > most ? lengths[i] : most;
    }
    return most;
}

/* One bar a sentence, or one for several where the line is too short: the longest of them. */
static void print_rhythm(const card *c, const rhythm *r)
{
    static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    static const char *const ascii[] = {".", ":", "-", "=", "+", "*", "%", "#"};
    size_t const             room = c->style->width - 34;
    size_t const             step = (r->n + room - 1) / room;
    (void) fputs("  ", c->out);
    cli_ink_set(c->out, c->style, CLI_INK_HUE);
    for (size_t i = 0; i < r->n; i += step) {
        size_t const   n_here = r->n - i < step ? r->n - i : step;
        uint64_t const words = most_of(r->lengths + i, n_here);
        (void) fputs((c->style->is_ascii ? ascii : bars)[(words * 8 - 1) / r->most], c->out);
    }
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    if (step == 1) {
        (void) fprintf(c->out, "   %s every bar one sentence\n",
                       c->style->is_ascii ? "-" : "▪");
    } else {
        (void) fprintf(c->out, "   %s every bar %zu sentences\n",
                       c->style->is_ascii ? "-" : "▪", step);
    }
}

static void print_averages(const card *c, const rhythm *r)
{
    const bsh_measure *const mean = bsh_measure_find("asl");
    const bsh_measure *const median = bsh_measure_find("asl_median");
    if (mean != NULL && median != NULL) {
        print_number(c, bsh_measure_value(mean, c->counts).number, 1, 0);
        (void) fputs(" words on average, median ", c->out);
        print_number(c, bsh_measure_value(median, c->counts).number, 1, 0);
        (void) fputs(", ", c->out);
    }
    (void) fprintf(c->out, "longest %u (sentence %zu)\n", r->most, r->longest);
}

static void print_sentences(const card *c)
{
    rhythm r;
    find_rhythm(&r, c->document);
    if (r.n > 0) {
        (void) fputc('\n', c->out);
        print_heading(c, "SENTENCES");
        (void) fputs("      ", c->out);
        print_averages(c, &r);
        print_rhythm(c, &r);
        (void) fprintf(c->out, "  over %d words   %zu of %zu   %.0f%%  ", LONG_SENTENCE,
                       r.n_long, r.n, percent(r.n_long, r.n));
        cli_print_bar(c->out, c->style, percent(r.n_long, r.n) / 100.0, BAR_WIDTH, true);
        (void) fputc('\n', c->out);
    }
    free(r.lengths);
}

/* ---- vocabulary */

static void print_diversity(const card *c, const char *id, const char *name, int decimals)
{
    const bsh_measure *const measure = bsh_measure_find(id);
    bsh_value const          value = measure != NULL ? bsh_measure_value(measure, c->counts)
                                                     : (bsh_value){.presence = BSH_UNDEFINED};
    (void) fprintf(c->out, "%s ", name);
    if (value.presence == BSH_PRESENT) {
        print_number(c, value.number, decimals, 0);
    } else {
        (void) fputc('-', c->out); // with the reasons the line would not fit
    }
    (void) fputs("   ", c->out);
}

static void print_vocabulary(const card *c)
{
    char name[32];
    (void) snprintf(name, sizeof name, "MATTR(%u)", c->counts->window);
    (void) fputc('\n', c->out);
    print_heading(c, "VOCABULARY");
    (void) fputs("     ", c->out);
    print_diversity(c, "mattr", name, 2);
    print_diversity(c, "mtld", "MTLD", 0);
    (void) fprintf(c->out, "hapaxes %.0f%% of types\n",
                   percent(c->counts->hapaxes, c->counts->types));
}

/* ---- quotation */

static int more_words(const void *a, const void *b)
{
    const bsh_speaker *const *const left = a;
    const bsh_speaker *const *const right = b;
    if ((*left)->n_words != (*right)->n_words) {
        return (*left)->n_words < (*right)->n_words ? 1 : -1;
    }
    return *left < *right ? -1 : 1; /* in order of first quote */
}

static void print_speaker(const card *c, const bsh_speaker *speaker, uint32_t most)
{
    (void) fputs("  ", c->out);
    unsigned const width = cli_print_visible(c->out, c->style, speaker->name, 24);
    cli_print_blanks(c->out, 25 - width);
    (void) fprintf(c->out, "%5u word%s %3u quote%s  ", speaker->n_words,
                   speaker->n_words == 1 ? " " : "s", speaker->n_quotes,
                   speaker->n_quotes == 1 ? " " : "s");
    cli_print_bar(c->out, c->style, most == 0 ? 0.0 : (double) speaker->n_words / most, 20,
                  false);
    (void) fputc('\n', c->out);
}

static void print_speakers(const card *c)
{
    size_t                   n;
    size_t                   n_quoted = 0;
    const bsh_speaker *const speakers = bsh_document_speakers(c->document, &n);
    const bsh_speaker      **order = n == 0 ? NULL : calloc(n, sizeof *order);
    for (size_t i = 0; order != NULL && i < n; ++i) {
        if (speakers[i].n_quotes > 0) {
            order[n_quoted++] = &speakers[i];
        }
    }
    if (n_quoted > 0) {
        qsort(order, n_quoted, sizeof *order, more_words);
    }
    for (size_t i = 0; i < n_quoted && i < MOST_SPEAKERS; ++i) {
        print_speaker(c, order[i], order[0]->n_words);
    }
    if (n_quoted > MOST_SPEAKERS) {
        (void) fprintf(c->out, "  and %zu more: broadsheet quotes lists them\n",
                       n_quoted - MOST_SPEAKERS);
    }
    free(order);
    if (!c->counts->is_english && c->counts->quoted_words > 0) {
        (void) fputs("  speakers: English only\n", c->out);
    } else if (c->counts->unattributed_words > 0) {
        (void) fprintf(c->out, "  no speaker found for %llu words\n",
                       (unsigned long long) c->counts->unattributed_words);
    }
}

static const char *repair_text(unsigned flags)
{
    return (flags & BSH_QUOTE_FLAG_CLOSE_REPAIRED) != 0  ? "closed with the wrong mark"
           : (flags & BSH_QUOTE_FLAG_CLOSE_GUESSED) != 0 ? "closing mark missing, place guessed"
           : (flags & BSH_QUOTE_FLAG_OPEN_REPAIRED) != 0 ? "opened with the wrong mark"
           : (flags & BSH_QUOTE_FLAG_OPEN_GUESSED) != 0
               ? "opening mark missing, place guessed"
               : "never closed; taken to its paragraph's end";
}

static void print_repairs(const card *c)
{
    size_t                 n;
    unsigned               n_shown = 0;
    const bsh_quote *const quotes = bsh_document_quotes(c->document, &n);
    if (c->counts->repairs == 0) {
        return;
    }
    (void) fprintf(c->out, "  %llu quote%s repaired:", (unsigned long long) c->counts->repairs,
                   plural(c->counts->repairs));
    for (size_t i = 0; i < n && n_shown < 2; ++i) {
        if ((quotes[i].flags & BSH_QUOTE_REPAIRS) != 0) {
            (void) fprintf(c->out, "%s %s (line %u)", n_shown > 0 ? ";\n   " : "",
                           repair_text(quotes[i].flags),
                           bsh_document_line(c->document, quotes[i].inner.end));
            ++n_shown;
        }
    }
    (void) fputs(c->counts->repairs > n_shown ? " ...\n" : "\n", c->out);
}

static void print_quotation(const card *c)
{
    // of all words, as quote_density is: with --quotes only they would be 100 % of what is left
    uint64_t const all = c->counts->words + c->counts->words_set_aside;
    double const   share = percent(c->counts->quoted_words, all);
    (void) fputc('\n', c->out);
    print_heading(c, "QUOTATION");
    (void) fprintf(c->out, "      %llu word%s in %llu quote%s",
                   (unsigned long long) c->counts->quoted_words,
                   plural(c->counts->quoted_words), (unsigned long long) c->counts->quotes,
                   plural(c->counts->quotes));
    if (c->counts->quotes > 0) {
        (void) fputs("   ", c->out);
        print_number(c, share, 1, 0);
        (void) fputs("%  ", c->out);
        cli_print_bar(c->out, c->style, share / 100.0, BAR_WIDTH, true);
    }
    (void) fputc('\n', c->out);
    print_speakers(c);
    print_repairs(c);
}

/* ---- what was left out */

typedef struct group {
    const char *name;
    uint64_t    n_words;
} group;

static int larger_group(const void *a, const void *b)
{
    const group *const left = a;
    const group *const right = b;
    if (left->n_words != right->n_words) {
        return left->n_words < right->n_words ? 1 : -1;
    }
    return strcmp(left->name, right->name);
}

static size_t add_groups(const card *c, group groups[BSH_BLOCK_KIND_COUNT])
{
    size_t                 n_blocks;
    size_t                 n = 0;
    const bsh_block *const blocks = bsh_document_blocks(c->document, &n_blocks);
    for (size_t i = 0; i < n_blocks; ++i) {
        if (blocks[i].is_counted || blocks[i].n_words == 0) {
            continue;
        }
        const char *const name =
            blocks[i].kind == BSH_BLOCK_BODY ? "body" : bsh_block_kind_group(blocks[i].kind);
        size_t at = 0;
        while (at < n && strcmp(groups[at].name, name) != 0) {
            ++at;
        }
        if (at == n) {
            groups[n++] = (group){name, 0};
        }
        groups[at].n_words += blocks[i].n_words;
    }
    qsort(groups, n, sizeof groups[0], larger_group);
    return n;
}

/* Two groups a line. */
static void print_groups(const card *c, const group *groups, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        double const share = (double) groups[i].n_words / (double) groups[0].n_words;
        (void) fprintf(c->out, "  %-20s%5llu  ", groups[i].name,
                       (unsigned long long) groups[i].n_words);
        unsigned const printed = cli_print_bar(c->out, c->style, share, 8, false);
        bool const     is_left = i % 2 == 0 && i + 1 < n;
        cli_print_blanks(c->out, is_left ? 8 - printed : 0);
        (void) fputs(is_left ? "" : "\n", c->out);
    }
}

/* A name that a shell takes as it is, without quotes of its own. */
static bool is_plain(const char *name)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./+,@%:-";
    size_t const n = strspn(name, plain);
    return n > 0 && name[n] == '\0' && (name[0] != '-' || n == 1);
}

/* A command to be copied: on a line of its own rather than cut, and without the name where even
 * that is too short for it. */
static void print_how_to_see(const card *c)
{
    static const char heading[] = "  see them:";
    static const char command[] = " broadsheet segment --show excluded ";
    const char *const name = c->input->name;
    size_t const      width = strlen(command) + strlen(name);
    bool const        is_copied = is_plain(name) && width < c->style->width;
    bool const        is_apart = is_copied && strlen(heading) + width > c->style->width;
    (void) fprintf(c->out, "%s%s%s%s\n", heading, is_apart ? "\n " : "", command,
                   is_copied ? name : "FILE");
}

static void print_left_out(const card *c)
{
    group          groups[BSH_BLOCK_KIND_COUNT];
    size_t const   n = add_groups(c, groups);
    uint64_t const all = c->counts->words + c->counts->words_excluded;
    (void) fputc('\n', c->out);
    print_heading(c, "LEFT OUT");
    (void) fprintf(c->out, "       %llu of %llu word%s (%.1f%%), not in any measure\n",
                   (unsigned long long) c->counts->words_excluded, (unsigned long long) all,
                   plural(all), percent(c->counts->words_excluded, all));
    print_groups(c, groups, n);
    if (n > 0) {
        print_how_to_see(c);
    }
}

/* What few ask for is told where it was. */
static void print_rare(const card *c)
{
    char verbs[17];
    cli_verbs_fingerprint(verbs, c->options);
    bool const has_verbs = verbs[0] != '\0';
    if (c->options->counts_orders || has_verbs) {
        (void) fprintf(c->out, "               %s%s%s%s\n",
                       c->options->counts_orders ? "orders reported" : "",
                       c->options->counts_orders && has_verbs ? ", " : "",
                       has_verbs ? "verbs " : "", verbs);
    }
}

/* Another ICU, list of words or way of counting may give other numbers. */
static void print_counted_with(const card *c)
{
    bool const is_spoken = c->options->syllables == BSH_SYLLABLES_SPOKEN;
    bool const is_informal = c->options->style == BSH_STYLE_INFORMAL;
    (void) fputc('\n', c->out);
    print_heading(c, "COUNTED WITH");
    (void) fprintf(c->out, "   ICU %s, Unicode %s, word lists %s\n", bsh_version_icu(),
                   bsh_version_unicode(), bsh_version_word_lists());
    (void) fprintf(c->out, "               syllables %s, style %s\n",
                   is_spoken ? "spoken" : "flesch", is_informal ? "informal" : "prose");
    print_rare(c);
}

void cli_article_card(FILE *out, const cli_style *style, const bsh_options *options,
                      const bsh_input *input, const bsh_document *document)
{
    card const c = {out, style, options, input, document, bsh_document_counts(document)};
    print_title(&c);
    print_counts(&c);
    if (c.counts->words > 0) {
        print_readability(&c);
        print_sentences(&c);
        print_vocabulary(&c);
        print_quotation(&c);
    }
    print_left_out(&c);
    print_counted_with(&c);
}
