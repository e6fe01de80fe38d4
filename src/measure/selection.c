#include <stdio.h>
#include <string.h>

#include <broadsheet/measure.h>
#include <broadsheet/text.h>

#include "base/status.h"

enum {
    MOST_MEASURES = sizeof((bsh_selection *) NULL)->measures / sizeof(bsh_measure *),
    LONGEST_NAME = 63,
    N_SUGGESTIONS = 3
};

/* What is chosen so far, a flag a measure of the registry. */
typedef struct choice {
    bool is_chosen[MOST_MEASURES];
    bool has_counts;
} choice;

static const char *const set_names[] = {"core", "key", "counts", "all"};
enum { N_SET_NAMES = sizeof set_names / sizeof set_names[0] };

/* ---- names */

typedef bool name_matches(const bsh_measure *measure, const char *name);

static bool is_id(const bsh_measure *measure, const char *name)
{
    return strcmp(measure->id, name) == 0;
}

static bool is_family(const bsh_measure *measure, const char *name)
{
    return strcmp(measure->family, name) == 0;
}

static bool is_in_set(const bsh_measure *measure, const char *name)
{
    return (strcmp(name, "core") == 0 && (measure->sets & BSH_SET_CORE) != 0) ||
           (strcmp(name, "key") == 0 && (measure->sets & BSH_SET_KEY) != 0) ||
           strcmp(name, "all") == 0;
}

/* Chooses, or takes away, the measures a name stands for; false if it stands for none. */
static bool choose_measures(choice *chosen, const char *name, bool is_wanted)
{
    static name_matches *const ways[] = {is_id, is_family, is_in_set};
    bool                       is_known = false;
    const bsh_measure         *measure = NULL;
    for (size_t i = 0; i < MOST_MEASURES && (measure = bsh_measure_at(i)) != NULL; ++i) {
        for (size_t w = 0; w < sizeof ways / sizeof ways[0]; ++w) {
            if (ways[w](measure, name)) {
                chosen->is_chosen[i] = is_wanted;
                is_known = true;
            }
        }
    }
    return is_known;
}

static bool choose(choice *chosen, const char *name, bool is_wanted)
{
    bool const is_counts = strcmp(name, "counts") == 0;
    if (is_counts || strcmp(name, "all") == 0) {
        chosen->has_counts = is_wanted;
    }
    return choose_measures(chosen, name, is_wanted) || is_counts;
}

/* ---- suggestions */

typedef struct suggestions {
    const char *names[N_SUGGESTIONS];
    unsigned    costs[N_SUGGESTIONS];
    size_t      n;
} suggestions;

enum { COST_OF_BEGINNING = 3, TOO_FAR = 4 };

/* How far a name that was typed is from one that exists: the edits, up to 2 ("flesh",
 * "flesch"); 3 if it is the beginning of the other, give or take one edit ("flesh",
 * "flesch_kincaid").  Of three letters only one edit counts, or "fog" would be near "lix". */
static unsigned cost(const char *typed, const char *name)
{
    size_t const   n_typed = strlen(typed);
    unsigned const n_edits = bsh_edit_distance(typed, name);
    if (n_edits <= (n_typed < 4 ? 1U : 2U)) {
        return n_edits;
    }
    if (n_typed >= 2 && strncmp(typed, name, n_typed) == 0) {
        return COST_OF_BEGINNING;
    }
    for (size_t n = n_typed; n_typed >= 4 && n <= n_typed + 1 && n < strlen(name); ++n) {
        char beginning[LONGEST_NAME + 2];
        memcpy(beginning, name, n);
        beginning[n] = '\0';
        if (bsh_edit_distance(typed, beginning) <= 1) {
            return COST_OF_BEGINNING;
        }
    }
    return TOO_FAR;
}

static bool is_suggested(const suggestions *s, const char *name)
{
    for (size_t i = 0; i < s->n; ++i) {
        if (strcmp(s->names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

/* Keeps the nearest names, those of one distance in the order in which they come. */
static void suggest(suggestions *s, const char *typed, const char *name)
{
    unsigned const its_cost = cost(typed, name);
    if (its_cost >= TOO_FAR || is_suggested(s, name)) {
        return;
    }
    size_t place = s->n;
    while (place > 0 && s->costs[place - 1] > its_cost) {
        --place;
    }
    if (place == N_SUGGESTIONS) {
        return;
    }
    s->n += s->n < N_SUGGESTIONS;
    for (size_t i = s->n - 1; i > place; --i) {
        s->names[i] = s->names[i - 1];
        s->costs[i] = s->costs[i - 1];
    }
    s->names[place] = name;
    s->costs[place] = its_cost;
}

static suggestions find_suggestions(const char *typed)
{
    suggestions        s = {.n = 0};
    const bsh_measure *measure = NULL;
    for (size_t i = 0; (measure = bsh_measure_at(i)) != NULL; ++i) {
        suggest(&s, typed, measure->id);
    }
    for (size_t i = 0; (measure = bsh_measure_at(i)) != NULL; ++i) {
        suggest(&s, typed, measure->family);
    }
    for (size_t i = 0; i < N_SET_NAMES; ++i) {
        suggest(&s, typed, set_names[i]);
    }
    return s;
}

static bsh_status fail_unknown(const char *name, bsh_error *err)
{
    suggestions const s = find_suggestions(name);
    char              list[N_SUGGESTIONS * (LONGEST_NAME + 2) + 32] = "";
    size_t            n = 0;
    for (size_t i = 0; i < s.n; ++i) {
        int const n_added = snprintf(list + n, sizeof list - n, "%s%.63s",
                                     i == 0 ? "; did you mean " : ", ", s.names[i]);
        n += n_added > 0 ? (size_t) n_added : 0;
    }
    return bsh__fail(err, BSH_E_USAGE, 0,
                     "unknown measure \"%s\"%s%s  (broadsheet measures lists all)", name, list,
                     s.n == 0 ? "" : "?");
}

/* ---- list */

/* The next name of a list, without blanks around it. */
static bsh_string next_name(const char **rest)
{
    const char  *begin = *rest + strspn(*rest, " ");
    size_t const n_field = strcspn(begin, ",");
    size_t       n_bytes = n_field;
    while (n_bytes > 0 && begin[n_bytes - 1] == ' ') {
        --n_bytes;
    }
    *rest = begin[n_field] == ',' ? begin + n_field + 1 : NULL;
    return (bsh_string){begin, n_bytes};
}

static bsh_status choose_next(choice *chosen, bsh_string name, bsh_error *err)
{
    bool const is_wanted = name.n_bytes == 0 || name.data[0] != '-';
    if (!is_wanted) {
        ++name.data;
        --name.n_bytes;
    }
    if (name.n_bytes == 0) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "empty name in a list of measures; join names by commas: core,-ttr");
    }
    char text[LONGEST_NAME + 1];
    if (name.n_bytes > LONGEST_NAME) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "unknown measure of %zu bytes  (broadsheet measures lists all)",
                         name.n_bytes);
    }
    memcpy(text, name.data, name.n_bytes);
    text[name.n_bytes] = '\0';
    return choose(chosen, text, is_wanted) ? BSH_OK : fail_unknown(text, err);
}

static void choose_default(choice *chosen, unsigned set)
{
    (void) choose(chosen, set == BSH_SET_KEY ? "key" : "core", true);
}

bsh_status bsh_selection_parse(bsh_selection *out, const char *list, unsigned default_set,
                               bsh_error *err)
{
    *out = (bsh_selection){.n_measures = 0};
    choice chosen = {.has_counts = false};
    if (list[strspn(list, " ")] == '-') {
        choose_default(&chosen, default_set);
    }
    for (const char *rest = list; rest != NULL;) {
        bsh_string const name = next_name(&rest);
        BSH_TRY(choose_next(&chosen, name, err));
    }
    const bsh_measure *measure = NULL;
    for (size_t i = 0; i < MOST_MEASURES && (measure = bsh_measure_at(i)) != NULL; ++i) {
        if (chosen.is_chosen[i]) {
            out->measures[out->n_measures++] = measure;
        }
    }
    out->has_counts = chosen.has_counts;
    return BSH_OK;
}
