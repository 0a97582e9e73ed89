/*
 * Prints the seccomp filters that the kernel holds for a process, newest first: `filter FLAGS`, then one instruction a line
 * as `code jt jf k`. Ends the process. Needs root and a kernel with CONFIG_CHECKPOINT_RESTORE.
 *   dump-filters PID          a process that has filters
 *   dump-filters COMMAND...   the first descendant of COMMAND that gets one, at the moment it does; ends COMMAND too
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_INSTRUCTIONS 4096
#define FOLLOW (PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC)
#define OPTIONS (FOLLOW | PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)
#define AT_CALL (SIGTRAP | 0x80)

static int fail(const char *doing)
{
    fprintf(stderr, "%s: %s\n", doing, strerror(errno));
    return 1;
}

/* SECCOMP_FILTER_FLAG_* of the nth newest filter, of those the kernel keeps: LOG alone so far. */
static unsigned long long read_flags(pid_t pid, unsigned long nth)
{
    struct {
        unsigned long long nth;
        unsigned long long flags;
    } metadata = {nth, 0};
    ptrace(PTRACE_SECCOMP_GET_METADATA, pid, sizeof metadata, &metadata);
    return metadata.flags;
}

/* How many instructions the nth newest filter has; -1 when there is none. */
static long read_filter(pid_t pid, unsigned long nth, struct sock_filter *program)
{
    return ptrace(PTRACE_SECCOMP_GET_FILTER, pid, nth, program);
}

static int dump(pid_t pid)
{
    static struct sock_filter program[MOST_INSTRUCTIONS];
    unsigned long nth = 0;
    long length;
    for (; (length = read_filter(pid, nth, program)) >= 0; nth++) {
        printf("filter %llu\n", read_flags(pid, nth));
        for (long i = 0; i < length; i++)
            printf("%u %u %u %u\n", program[i].code, program[i].jt, program[i].jf, program[i].k);
    }
    /* ENOENT is past the oldest one: https://github.com/torvalds/linux/blob/v6.12/kernel/seccomp.c (get_nth_filter) */
    return nth > 0 && errno == ENOENT ? 0 : fail("PTRACE_SECCOMP_GET_FILTER");
}

static int dump_running(pid_t pid)
{
    int status;
    if (ptrace(PTRACE_SEIZE, pid, 0, 0) != 0)
        return fail("PTRACE_SEIZE");
    if (ptrace(PTRACE_INTERRUPT, pid, 0, 0) != 0 || waitpid(pid, &status, __WALL) != pid)
        return fail("PTRACE_INTERRUPT");
    int code = dump(pid);
    kill(pid, SIGKILL);
    return code;
}

/* The command holds no output of ours: what it starts may outlive it. */
static pid_t start(char **command)
{
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, STDIN_FILENO);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        raise(SIGSTOP);
        execvp(command[0], command);
        _exit(127);
    }
    return child;
}

/* What a stopped process would have got: nothing at a call, at an event, or where the tracing itself stopped it. */
static int signal_of(int status)
{
    int signal = WSTOPSIG(status);
    int ours = signal == AT_CALL || signal == SIGTRAP || signal == SIGSTOP || status >> 16 != 0;
    return ours ? 0 : signal;
}

static int dump_first_filtered(pid_t command)
{
    int status;
    pid_t pid;
    if (waitpid(command, &status, 0) != command || ptrace(PTRACE_SETOPTIONS, command, 0, OPTIONS) != 0)
        return fail("PTRACE_SETOPTIONS");
    ptrace(PTRACE_SYSCALL, command, 0, 0);
    while ((pid = waitpid(-1, &status, __WALL)) > 0) {
        if (!WIFSTOPPED(status))
            continue;
        if (read_filter(pid, 0, NULL) >= 0) {
            int code = dump(pid);
            kill(pid, SIGKILL);
            return code;
        }
        ptrace(PTRACE_SYSCALL, pid, 0, signal_of(status));
    }
    fprintf(stderr, "the command ended, and nothing it started got a filter\n");
    return 1;
}

/* Ends and reaps everything that the command started. */
static void end_all(pid_t command)
{
    int status;
    pid_t pid;
    kill(command, SIGKILL);
    while ((pid = waitpid(-1, &status, __WALL)) > 0)
        if (WIFSTOPPED(status))
            kill(pid, SIGKILL);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: dump-filters PID | COMMAND...\n");
        return 2;
    }
    if (atoi(argv[1]) > 0)
        return dump_running(atoi(argv[1]));
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    pid_t command = start(argv + 1);
    int code = dump_first_filtered(command);
    end_all(command);
    return code;
}
