/* GSL's error handler is one for the process, and so is this, the library's only writable state. */
#include <pthread.h>

#include <gsl/gsl_errno.h>

#include "stats/sample.h"

static struct {
    pthread_mutex_t      lock;
    unsigned             n_users;
    gsl_error_handler_t *handler_of_host;
} gsl_once_guard = {.lock = PTHREAD_MUTEX_INITIALIZER};

void bsh__gsl_begin(void)
{
    (void) pthread_mutex_lock(&gsl_once_guard.lock);
    if (gsl_once_guard.n_users++ == 0) {
        gsl_once_guard.handler_of_host = gsl_set_error_handler_off();
    }
    (void) pthread_mutex_unlock(&gsl_once_guard.lock);
}

void bsh__gsl_end(void)
{
    (void) pthread_mutex_lock(&gsl_once_guard.lock);
    if (--gsl_once_guard.n_users == 0) {
        (void) gsl_set_error_handler(gsl_once_guard.handler_of_host);
    }
    (void) pthread_mutex_unlock(&gsl_once_guard.lock);
}
