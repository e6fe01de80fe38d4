/* Runs two commands in turn and compares their processor time:
 *
 *   compare_time RUNS LABEL COMMAND_A... -- COMMAND_B...
 *
 * prints the median of user and system time of each in ms, and the least, the median and the
 * greatest ratio A/B of a pair.  Pairs, because the speed of a machine drifts. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_RUNS = 200 };

static void stop(const char *what)
{
    (void) fprintf(stderr, "compare_time: %s\n", what);
    exit(1);
}

static void run_quietly(char **command)
{
    int const nothing = open("/dev/null", O_WRONLY);
    if (nothing >= 0 && dup2(nothing, STDOUT_FILENO) >= 0 &&
        dup2(nothing, STDERR_FILENO) >= 0) {
        (void) execvp(command[0], command);
    }
    _exit(127);
}

static double milliseconds(struct timeval time)
{
    return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

/* User and system time of one run. */
static double cost(char **command)
{
    struct rusage usage;
    int           status = 0;
    pid_t const   child = fork();
    if (child == 0) {
        run_quietly(command);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        stop("could not run");
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 3) {
        stop(command[0]);
    }
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

static int ascending(const void *a, const void *b)
{
    double const x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    size_t const n = argc > 4 ? strtoul(argv[1], NULL, 10) : 0;
    char       **other = argc > 4 ? argv + 3 : argv;
    while (*other != NULL && strcmp(*other, "--") != 0) {
        ++other;
    }
    if (n < 1 || n > MOST_RUNS || *other == NULL || other[1] == NULL) {
        stop("usage: compare_time RUNS LABEL COMMAND_A... -- COMMAND_B...");
    }
    *other++ = NULL;
    static double a[MOST_RUNS], b[MOST_RUNS], ratio[MOST_RUNS];
    (void) cost(argv + 3); // the first runs warm the file cache
    (void) cost(other);
    for (size_t i = 0; i < n; ++i) {
        a[i] = cost(argv + 3);
        b[i] = cost(other);
        ratio[i] = a[i] / b[i];
    }
    qsort(a, n, sizeof *a, ascending);
    qsort(b, n, sizeof *b, ascending);
    qsort(ratio, n, sizeof *ratio, ascending);
    (void) printf("%-44s %9.2f ms %9.2f ms   ratio %.3f (%.3f to %.3f)   difference %+.2f ms\n",
                  argv[2], a[n / 2], b[n / 2], ratio[n / 2], ratio[0], ratio[n - 1],
                  a[n / 2] - b[n / 2]);
    return 0;
}
