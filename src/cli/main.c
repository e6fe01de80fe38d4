/* broadsheet -- the program. */
#include "commands.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <unistd.h>

#include "messages.h"

/* Where a standard stream is closed (2>&-), the next file to be opened would take its number,
 * and messages would end up in the user's table.  The stand-in fails on use, as a closed stream
 * does. */
static void hold_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
            (void) open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

static bool takes_articles(cli_command_id command)
{
    return command != CLI_MEASURES && command != CLI_HELP;
}

/* Never a silent wait: no input and nothing but a terminal to read from. */
static bool has_nothing_to_read(const cli_arguments *arguments, cli_command_id command)
{
    return takes_articles(command) && command != CLI_EXPLAIN && arguments->n_inputs == 0 &&
           arguments->files_from == NULL && arguments->files0_from == NULL &&
           isatty(STDIN_FILENO) == 1;
}

static int run(cli_arguments *arguments, cli_command_id command)
{
    bsh_error err = {0};
    if (arguments->wants_version) {
        cli_version_print(stdout);
        return cli_close_stdout();
    }
    if (arguments->wants_help) {
        cli_help_print(stdout, arguments->has_command ? command : CLI_COMMAND_COUNT);
        return cli_close_stdout();
    }
    if (arguments->wants_short_help) {
        cli_help_print_short(stdout);
        return cli_close_stdout();
    }
    if (has_nothing_to_read(arguments, command)) {
        cli_help_print_short(stderr);
        return 2;
    }
    // behind help and version, which need no table that is as it should be
    if (cli_verbs_read(arguments, &err) != BSH_OK) {
        return cli_refuse(&err);
    }
    return cli_commands[command].run(arguments);
}

int main(int argc, char **argv)
{
    cli_arguments  arguments;
    cli_command_id command;
    bsh_error      err = {0};
    hold_standard_streams();
    /* For nl_langinfo alone; numbers stay in the C locale, for LC_NUMERIC is never set. */
    (void) setlocale(LC_CTYPE, "");
    if (cli_arguments_parse(&arguments, &command, argc, argv, &err) != BSH_OK) {
        cli_arguments_free(&arguments);
        return cli_refuse(&err);
    }
    int const status = run(&arguments, command);
    cli_arguments_free(&arguments);
    return status;
}
