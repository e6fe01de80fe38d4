#include <pthread.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "corpus/record_reader.h"
#include "corpus/source.h"

/* What became of an input. */
typedef struct outcome {
    bsh_status    status; /* whether the article could be read */
    bsh_error     problem;
    bsh__reading *reading;  /* of a record: the input's strings */
    void         *result;   /* of map */
    bool          is_fatal; /* `problem` ends the run */
    bool          is_ready;
} outcome;

struct run;

typedef struct worker {
    struct run        *run;
    unsigned           index;
    bsh_analyzer      *analyzer;
    bsh__buffer        bytes; /* the file as read; reused */
    bsh__record_reader reader;
    pthread_t          thread;
} worker;

enum { RING_OF_A_WORKER = 16 };

/* A run.  Inputs are taken in order; their outcomes wait in a ring until the caller's thread
 * has emitted all before them.  No input is taken that is further ahead than the ring is long,
 * so that one huge article does not let the results of all the others pile up. */
typedef struct run {
    const bsh_allocator *allocator;
    const bsh_source    *source;
    const bsh_consumer  *consumer;
    size_t               max_bytes;
    size_t               n_inputs;
    worker              *workers;
    unsigned             n_workers;
    outcome             *ring;
    size_t               n_ring;
    pthread_mutex_t      lock; /* for all below */
    pthread_cond_t       has_room, is_ready;
    size_t               next_taken, next_emitted;
    size_t               n_stored; /* outcomes in the ring */
    bool                 is_stopped;
} run;

unsigned bsh_corpus_n_threads(unsigned n_threads)
{
    enum { MOST = 256 };
    long const n_processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (n_threads == 0) {
        n_threads = n_processors < 1 ? 1 : n_processors > MOST ? MOST : (unsigned) n_processors;
    }
    return n_threads < MOST ? n_threads : MOST;
}

/* ---- one article, in a worker */

static bool is_bad_article(bsh_status status)
{
    return status == BSH_E_READ || status == BSH_E_ENCODING || status == BSH_E_FORMAT ||
           status == BSH_E_LIMIT;
}

/* The analyzer does not know what its bytes are called: "a.pdf: looks like PDF, ...". */
static void put_name_in_front(bsh_error *problem, const char *name)
{
    bsh_error const before = *problem;
    (void) bsh__fail_at(problem, before.status, before.detail,
                        name[0] == '-' && name[1] == '\0' ? "standard input" : name, "%s",
                        before.message);
}

static const bsh__place *place_of(const run *r, size_t seq)
{
    return bsh__source_places(r->source) + bsh__source_item(r->source, seq).place;
}

static const bsh_input *input_of(const run *r, size_t seq, const outcome *out)
{
    return out->reading != NULL ? &out->reading->input : &place_of(r, seq)->input;
}

static bsh_status analyze_file(worker *w, const bsh__place *place,
                               const bsh_document **document, bsh_error *problem)
{
    const bsh__buffer *bytes = &place->bytes;
    if (!place->is_kept) {
        bytes = &w->bytes;
        bsh__buffer_clear(&w->bytes);
        BSH_TRY(bsh__file_read(&w->bytes, place->input.name, w->run->max_bytes, problem));
    }
    bsh_status const status =
        bsh_analyze(w->analyzer, bytes->data, bytes->n, document, problem);
    if (status != BSH_OK) {
        put_name_in_front(problem, place->input.name);
    }
    return status;
}

/* Leaves *document NULL where the record is an article that was analysed before. */
static bsh_status analyze_record(worker *w, size_t seq, bsh__reading **reading,
                                 const bsh_document **document, bsh_error *problem)
{
    bsh__text_field field;
    BSH_TRY(bsh__record_read(&w->reader, seq, reading, &field, problem));
    if (bsh_record_is_article(&(*reading)->record)) {
        return BSH_OK;
    }
    bsh_status const status = bsh__analyze_field(w->analyzer, &field, document, problem);
    if (status != BSH_OK) {
        bsh__put_place(problem, place_of(w->run, seq), (*reading)->input.line);
    }
    return status;
}

/* The tree of a record is many times its text; results wait for those before them without it.
 */
static void drop_text(bsh__reading *reading)
{
    bsh__record_free(&reading->record);
    reading->input.record = NULL;
}

static void process(worker *w, size_t seq, outcome *out)
{
    const bsh_consumer *const consumer = w->run->consumer;
    const bsh_document       *document = NULL;
    *out = (outcome){.is_ready = true};
    out->status = bsh__source_problem(w->run->source, seq, &out->problem);
    if (out->status != BSH_OK) {
        return; // a name in a list may stand for an empty folder, which ends nothing either
    }
    out->status = bsh__source_item(w->run->source, seq).line != 0
                      ? analyze_record(w, seq, &out->reading, &document, &out->problem)
                      : analyze_file(w, place_of(w->run, seq), &document, &out->problem);
    out->is_fatal = out->status != BSH_OK && !is_bad_article(out->status);
    if (out->status == BSH_OK) {
        out->status = consumer->map(consumer->payload, w->index, input_of(w->run, seq, out),
                                    document, &out->result, &out->problem);
        out->is_fatal = out->status != BSH_OK;
    }
    if (out->reading != NULL && document != NULL) {
        drop_text(out->reading);
    }
}

static void discard(const run *r, outcome *out)
{
    if (out->result != NULL && r->consumer->discard != NULL) {
        r->consumer->discard(r->consumer->payload, out->result);
    }
    bsh__reading_destroy(out->reading);
    *out = (outcome){0};
}

/* Hands an outcome to emit, in the caller's thread. */
static bsh_status emit(const run *r, size_t seq, outcome *out, bsh_error *err)
{
    if (out->is_fatal) {
        bsh_status const status = out->status;
        if (err != NULL) {
            *err = out->problem;
            err->status = status; // a map that filled in nothing
        }
        discard(r, out);
        return status;
    }
    outcome const taken = *out;
    *out = (outcome){0};
    bsh_status const status =
        r->consumer->emit(r->consumer->payload, input_of(r, seq, &taken), taken.status,
                          &taken.problem, taken.result, err);
    bsh__reading_destroy(taken.reading);
    return status;
}

static bsh_status run_alone(run *r, bsh_error *err)
{
    for (size_t seq = 0; seq < r->n_inputs; ++seq) {
        outcome out;
        process(&r->workers[0], seq, &out);
        BSH_TRY(emit(r, seq, &out, err));
    }
    return BSH_OK;
}

/* ---- many workers */

/* To put a thread to sleep and wake it costs more than to write a row.  So the caller's thread
 * is woken for a handful of outcomes, and the workers when half of the ring is free. */
static bool has_handful(const run *r)
{
    return r->n_stored * 4 >= r->n_ring || r->next_taken == r->n_inputs;
}

static bool is_next_ready(const run *r)
{
    return r->ring[r->next_emitted % r->n_ring].is_ready;
}

static bool is_full(const run *r)
{
    return r->next_taken >= r->next_emitted + r->n_ring;
}

/* The next input to be worked on; false if there is none or the run is over. */
static bool take(run *r, size_t *seq)
{
    (void) pthread_mutex_lock(&r->lock);
    while (!r->is_stopped && r->next_taken < r->n_inputs && is_full(r)) {
        (void) pthread_cond_wait(&r->has_room, &r->lock);
    }
    bool const is_taken = !r->is_stopped && r->next_taken < r->n_inputs;
    if (is_taken) {
        *seq = r->next_taken++;
    }
    (void) pthread_mutex_unlock(&r->lock);
    return is_taken;
}

static void *work(void *argument)
{
    worker *const w = argument;
    run *const    r = w->run;
    size_t        seq = 0;
    while (take(r, &seq)) {
        outcome out;
        process(w, seq, &out);
        (void) pthread_mutex_lock(&r->lock);
        r->ring[seq % r->n_ring] = out;
        ++r->n_stored;
        if (is_next_ready(r) && has_handful(r)) {
            (void) pthread_cond_signal(&r->is_ready);
        }
        (void) pthread_mutex_unlock(&r->lock);
    }
    return NULL;
}

static outcome await(run *r, size_t seq)
{
    (void) pthread_mutex_lock(&r->lock);
    outcome *const slot = &r->ring[seq % r->n_ring];
    while (!slot->is_ready) {
        (void) pthread_cond_wait(&r->is_ready, &r->lock);
    }
    outcome const out = *slot;
    *slot = (outcome){0};
    --r->n_stored;
    (void) pthread_mutex_unlock(&r->lock);
    return out;
}

/* emit runs without the lock: it may write to a slow disk. */
static bsh_status emit_in_order(run *r, bsh_error *err)
{
    for (size_t seq = 0; seq < r->n_inputs; ++seq) {
        outcome out = await(r, seq);
        BSH_TRY(emit(r, seq, &out, err));
        (void) pthread_mutex_lock(&r->lock);
        ++r->next_emitted;
        if ((r->next_taken - r->next_emitted) * 2 <= r->n_ring) {
            (void) pthread_cond_broadcast(&r->has_room);
        }
        (void) pthread_mutex_unlock(&r->lock);
    }
    return BSH_OK;
}

static void stop_workers(run *r, unsigned n_started)
{
    (void) pthread_mutex_lock(&r->lock);
    r->is_stopped = true;
    (void) pthread_cond_broadcast(&r->has_room);
    (void) pthread_mutex_unlock(&r->lock);
    for (unsigned i = 0; i < n_started; ++i) {
        (void) pthread_join(r->workers[i].thread, NULL);
    }
    for (size_t i = 0; i < r->n_ring; ++i) {
        discard(r, &r->ring[i]);
    }
}

/* A system that is short of threads still does the work, with fewer or with none. */
static bsh_status run_with_threads(run *r, bsh_error *err)
{
    unsigned n_started = 0;
    while (n_started < r->n_workers && pthread_create(&r->workers[n_started].thread, NULL, work,
                                                      &r->workers[n_started]) == 0) {
        ++n_started;
    }
    bsh_status const status = n_started == 0 ? run_alone(r, err) : emit_in_order(r, err);
    stop_workers(r, n_started);
    return status;
}

/* ---- making and ending */

static bsh_status create_workers(run *r, const bsh_options *options, bsh_error *err)
{
    r->workers = bsh__allocate_zeroed(r->allocator, r->n_workers, sizeof *r->workers);
    r->ring = bsh__allocate_zeroed(r->allocator, r->n_ring, sizeof *r->ring);
    if (r->workers == NULL || r->ring == NULL) {
        return bsh__fail_memory(err);
    }
    for (unsigned i = 0; i < r->n_workers; ++i) {
        worker *const w = &r->workers[i];
        w->run = r;
        w->index = i;
        bsh__buffer_init(&w->bytes, r->allocator);
        bsh__record_reader_init(&w->reader, r->source, options);
        BSH_TRY(bsh_analyzer_create(&w->analyzer, options, err));
    }
    return BSH_OK;
}

static void destroy_workers(run *r)
{
    for (unsigned i = 0; r->workers != NULL && i < r->n_workers; ++i) {
        if (r->workers[i].run != NULL) {
            bsh_analyzer_destroy(r->workers[i].analyzer);
            bsh__buffer_free(&r->workers[i].bytes);
            bsh__record_reader_free(&r->workers[i].reader);
        }
    }
    if (r->workers != NULL) {
        bsh__release(r->allocator, r->workers);
    }
    if (r->ring != NULL) {
        bsh__release(r->allocator, r->ring);
    }
}

/* Default locks of glibc and musl need no memory and cannot fail to be made. */
static bsh_status run_and_join(run *r, bsh_error *err)
{
    if (r->n_workers == 1) {
        return run_alone(r, err);
    }
    (void) pthread_mutex_init(&r->lock, NULL);
    (void) pthread_cond_init(&r->has_room, NULL);
    (void) pthread_cond_init(&r->is_ready, NULL);
    bsh_status const status = run_with_threads(r, err);
    (void) pthread_cond_destroy(&r->is_ready);
    (void) pthread_cond_destroy(&r->has_room);
    (void) pthread_mutex_destroy(&r->lock);
    return status;
}

bsh_status bsh_corpus_run(bsh_source *source, const bsh_options *options, unsigned n_threads,
                          const bsh_consumer *consumer, bsh_error *err)
{
    bsh_options defaults;
    bsh_options_init(&defaults);
    options = options == NULL ? &defaults : options;
    size_t const   n_inputs = bsh_source_size(source);
    unsigned const n_asked = bsh_corpus_n_threads(n_threads);
    unsigned const n_workers = n_inputs < n_asked ? (unsigned) n_inputs : n_asked;
    run            r = {
                   .allocator = bsh__allocator(options->allocator),
                   .source = source,
                   .consumer = consumer,
                   .max_bytes = options->max_bytes,
                   .n_inputs = n_inputs,
                   .n_workers = n_workers == 0 ? 1 : n_workers,
    };
    r.n_ring = RING_OF_A_WORKER * (size_t) r.n_workers;
    bsh_status status = create_workers(&r, options, err);
    if (status == BSH_OK) {
        status = bsh__record_check_fields(&r.workers[0].reader, err);
    }
    if (status == BSH_OK) {
        status = run_and_join(&r, err);
    }
    destroy_workers(&r);
    return status;
}
