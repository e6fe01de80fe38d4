#!/bin/sh
# Runs a test program and mends its TAP: cmocka 1.1.5 writes a skipped test as `not ok ... # SKIP`,
# which automake would count as a failure.  The exit status of the program is kept.
out=$(mktemp) || exit 99
trap 'rm -f "$out"' EXIT
CMOCKA_MESSAGE_OUTPUT=TAP "$@" >"$out"
status=$?
sed 's/^not ok \(.*# SKIP\)/ok \1/' "$out"
exit $status
