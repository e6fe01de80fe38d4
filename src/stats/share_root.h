/* Inverting a distribution in one of its parameters. */
#ifndef BSH_STATS_SHARE_ROOT_H
#define BSH_STATS_SHARE_ROOT_H

/* The x at which share(payload, x), a probability that rises or falls over all x, is `target`,
 * between 0 and 1.  start, slope: about where, and about how steep there the normal quantile of
 * the share is; both may be far off, but the slope has the right sign.  Stops
 * when a secant step is under 1e-10 / slope, which leaves an error far under that. */
double bsh__share_root(double (*share)(const void *payload, double x), const void *payload,
                       double target, double start, double slope);

#endif
