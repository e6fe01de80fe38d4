#include "segment/addresses.h"

#include <string.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"

/* Endings under which a bare "halden-post.com" is a domain.  Endings that are English words
 * (in, it, is, me, so) are left out: "the door is closed.it rained".  "example" is RFC 2606's.
 */
static const char *const endings[] = {
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io",
    "tv",  "uk",  "de",  "fr",  "eu",  "ie",  "ca",  "au",   "nz",  "nl",
    "ru",  "ch",  "se",  "dk",  "fi",  "pl",  "br",  "jp",   "cn",  "example"};

enum { MAX_SCHEME = 12, MIN_PATH_ENDING = 2, MAX_PATH_ENDING = 12 };

static bool is_ascii_alphanumeric(int32_t c)
{
    return c < 0x80 && bsh__is_word_character(c);
}

static char lower(char c)
{
    return (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* Characters of host names and of the part before "@". */
static bool is_name_character(int32_t c)
{
    switch (c) {
    case '.':
    case '-':
    case '_':
    case '%':
    case '+':
        return true;
    default:
        return bsh__is_word_character(c);
    }
}

/* The end of the run of name characters from `at` on. */
static size_t skip_name(const char *text, size_t at, size_t end)
{
    while (at < end) {
        size_t behind = at;
        if (!is_name_character(bsh__utf8_next(text, end, &behind))) {
            break;
        }
        at = behind;
    }
    return at;
}

/* Beyond ASCII only letters, figures and marks: a curly quote, a dash or an ideographic full
 * stop ends an address. */
static bool is_url_character(int32_t c)
{
    if (c >= 0x80) {
        return bsh__is_word_character(c) || bsh__is_mark(c);
    }
    return c > ' ' && c < 0x7F && strchr("<>\"`{}|", (int) c) == NULL;
}

static bool is_trailing(char c)
{
    return strchr(".,;:!?'*_([", c) != NULL && c != '\0';
}

/* Where the address ends: "(see https://post.example/a_(b).)" without what belongs to the
 * sentence. A closing bracket stays if it was opened inside. */
static size_t skip_url(const char *text, size_t begin, size_t end)
{
    size_t   at = begin;
    unsigned n_open = 0, n_closed = 0;
    while (at < end) {
        size_t        behind = at;
        int32_t const c = bsh__utf8_next(text, end, &behind);
        if (!is_url_character(c)) {
            break;
        }
        n_open += c == '(' || c == '[';
        n_closed += c == ')' || c == ']';
        at = behind;
    }
    for (; at > begin; --at) {
        char const c = text[at - 1];
        bool const is_closer = c == ')' || c == ']';
        if (!is_trailing(c) && !(is_closer && n_closed > n_open)) {
            break;
        }
        n_closed -= is_closer;
        n_open -= c == '(' || c == '[';
    }
    return at;
}

static bool starts_with(const char *text, size_t at, size_t end, const char *ascii)
{
    size_t const n = strlen(ascii);
    if (end - at < n) {
        return false;
    }
    for (size_t i = 0; i < n; ++i) {
        if (lower(text[at + i]) != ascii[i]) {
            return false;
        }
    }
    return true;
}

/* The host part of a run of name characters, without stops and hyphens at its end. */
static size_t trim_name(const char *text, size_t begin, size_t end)
{
    while (end > begin && !bsh__is_word_character((unsigned char) text[end - 1]) &&
           (unsigned char) text[end - 1] < 0x80) {
        --end;
    }
    return end;
}

static bool is_known_ending(const char *label, size_t n)
{
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; ++i) {
        if (strlen(endings[i]) == n && memcmp(endings[i], label, n) == 0) {
            return true;
        }
    }
    return false;
}

typedef struct host {
    size_t n_labels;
    size_t last_label; /* where it begins */
    bool   is_valid;   /* labels of ASCII letters, digits and hyphens, none empty */
} host;

static host read_host(const char *text, size_t begin, size_t end)
{
    host   h = {.n_labels = 1, .last_label = begin, .is_valid = end > begin};
    size_t label = begin;
    for (size_t at = begin; at < end; ++at) {
        char const c = text[at];
        if (c == '.') {
            h.is_valid = h.is_valid && at > label;
            ++h.n_labels;
            label = at + 1;
        } else if (!is_ascii_alphanumeric((unsigned char) c) && c != '-') {
            h.is_valid = h.is_valid && (unsigned char) c >= 0x80;
        }
    }
    h.is_valid = h.is_valid && label < end;
    h.last_label = label;
    return h;
}

static bool is_lower_ascii(const char *text, size_t begin, size_t end)
{
    for (size_t at = begin; at < end; ++at) {
        if (text[at] < 'a' || text[at] > 'z') {
            return false;
        }
    }
    return true;
}

static bool is_ascii_letters(const char *text, size_t begin, size_t end)
{
    for (size_t at = begin; at < end; ++at) {
        if (lower(text[at]) < 'a' || lower(text[at]) > 'z') {
            return false;
        }
    }
    return true;
}

/* "https://..." where a run of name characters ends in a colon. */
static bool is_scheme(const char *text, size_t begin, size_t run_end, size_t end)
{
    return run_end - begin <= MAX_SCHEME && is_ascii_letters(text, begin, run_end) &&
           run_end > begin && starts_with(text, run_end, end, "://");
}

/* The end of the path behind "bit.ly", or `begin` if the name and it are no address: "and/or"
 * has no stop, "Node.js/React" is taken for one. */
static size_t path_end(const char *text, bsh_span name, const host *h, size_t end)
{
    size_t const n_ending = name.end - h->last_label;
    size_t const path = skip_url(text, name.end, end);
    bool const   is_path =
        path > name.end + 1 && n_ending >= MIN_PATH_ENDING && n_ending <= MAX_PATH_ENDING;
    return is_path || is_known_ending(text + h->last_label, n_ending) ? path : name.begin;
}

/* The end of a bare domain with what follows it, or `begin` if the run is none.  The ending is
 * in lower case: "ASP.NET" is a product. */
static size_t domain_end(const char *text, size_t begin, size_t run_end, size_t end)
{
    size_t const   name_end = trim_name(text, begin, run_end);
    bsh_span const name = {(uint32_t) begin, (uint32_t) name_end};
    host const     h = read_host(text, begin, name_end);
    char const     behind = name_end == run_end && run_end < end ? text[run_end] : ' ';
    if (!h.is_valid || h.n_labels < 2) {
        return begin;
    }
    if (starts_with(text, begin, end, "www.") && h.n_labels >= 3) {
        return behind == '/' || behind == ':' ? skip_url(text, name_end, end) : name_end;
    }
    if (!is_lower_ascii(text, h.last_label, name_end)) {
        return begin;
    }
    if (behind == '/') {
        return path_end(text, name, &h, end);
    }
    return is_known_ending(text + h.last_label, name_end - h.last_label) ? name_end : begin;
}

/* The end of "desk@post.example", whose run before the "@" ends at `at_sign`; 0 if it is none.
 */
static size_t email_end(const char *text, size_t at_sign, size_t end)
{
    size_t const run_end = skip_name(text, at_sign + 1, end);
    size_t const name_end = trim_name(text, at_sign + 1, run_end);
    host const   h = read_host(text, at_sign + 1, name_end);
    bool const   is_address = h.n_labels >= 2 && h.is_valid && name_end - h.last_label >= 2 &&
                            is_ascii_letters(text, h.last_label, name_end);
    return is_address ? name_end : 0;
}

static bool add_address(bsh__vec *out, size_t begin, size_t end, bsh_token_kind kind)
{
    bsh__address *const address = bsh__vec_push(out);
    if (address != NULL) {
        *address = (bsh__address){{(uint32_t) begin, (uint32_t) end}, kind};
    }
    return address != NULL;
}

/* A name does not begin with a stop or hyphen: "--desk@post.example", "...www.post.example". */
static size_t name_begin(const char *text, size_t begin, size_t end)
{
    while (begin < end && (text[begin] == '.' || text[begin] == '-')) {
        ++begin;
    }
    return begin;
}

/* The address in the run of name characters [run, run_end) and what follows it; its end goes to
 * *behind.  Returns the kind, or BSH_TOKEN_KIND_COUNT for none. */
static bsh_token_kind recognise(const char *text, bsh_span run, size_t end, size_t *behind)
{
    if (is_scheme(text, run.begin, run.end, end)) {
        size_t const body = run.end + 3;
        *behind = skip_url(text, body, end);
        return *behind > body ? BSH_TOKEN_URL : BSH_TOKEN_KIND_COUNT;
    }
    if (run.end < end && text[run.end] == '@') {
        *behind = email_end(text, run.end, end);
        return *behind > 0 ? BSH_TOKEN_EMAIL : BSH_TOKEN_KIND_COUNT;
    }
    *behind = domain_end(text, run.begin, run.end, end);
    return *behind > run.begin ? BSH_TOKEN_URL : BSH_TOKEN_KIND_COUNT;
}

static bool may_be_address(const char *text, bsh_span run, size_t end)
{
    if (run.end < end && (text[run.end] == '@' || text[run.end] == ':')) {
        return true;
    }
    return memchr(text + run.begin, '.', run.end - run.begin) != NULL;
}

/* What every address has: "@", ":/", or a stop before what may begin a label.  Of characters
 * beyond ASCII the closing quotes and dashes of U+2000 to U+203F begin none: "late.\u201d". */
static bool is_trigger(const char *text, size_t at, size_t end)
{
    const unsigned char *const next = (const unsigned char *) text + at + 1;
    size_t const               n_next = end - at - 1;
    switch (text[at]) {
    case '@':
        return true;
    case ':':
        return n_next > 0 && *next == '/';
    case '.':
        return n_next > 0 &&
               (is_ascii_alphanumeric(*next) || *next == '-' ||
                (*next >= 0x80 && !(n_next > 1 && *next == 0xE2 && next[1] == 0x80)));
    default:
        return false;
    }
}

static bool may_hold_address(const char *text, bsh_span span)
{
    for (size_t at = span.begin; at < span.end; ++at) {
        if (is_trigger(text, at, span.end)) {
            return true;
        }
    }
    return false;
}

bsh_status bsh__addresses_find(bsh__vec *out, const char *text, bsh_span span, bsh_error *err)
{
    out->n = 0;
    if (!may_hold_address(text, span)) {
        return BSH_OK;
    }
    for (size_t at = span.begin; at < span.end;) {
        size_t const run_end = skip_name(text, at, span.end);
        if (run_end == at) {
            (void) bsh__utf8_next(text, span.end, &at);
            continue;
        }
        size_t const   begin = name_begin(text, at, run_end);
        bsh_span const run = {(uint32_t) begin, (uint32_t) run_end};
        size_t         behind = 0;
        at = run_end;
        if (begin == run_end || !may_be_address(text, run, span.end)) {
            continue;
        }
        bsh_token_kind const kind = recognise(text, run, span.end, &behind);
        if (kind != BSH_TOKEN_KIND_COUNT) {
            if (!add_address(out, begin, behind, kind)) {
                return bsh__fail_memory(err);
            }
            at = behind > at ? behind : at;
        }
    }
    return BSH_OK;
}
