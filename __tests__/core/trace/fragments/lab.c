/*
 * One small act under one small filter, for recording what the kernel's trace shows of it. Started as `lab SCENARIO` it does
 * what a container runtime does: makes a process in a new pid namespace, which loads the filter and executes the program.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define DENY (SECCOMP_RET_ERRNO | EPERM)

static volatile char user_dispatch;

static void refused(void) { chmod("/nonexistent", 0400); }
static void nothing(int signal) { (void)signal; }
static void on_dispatch(int signal) { (void)signal; user_dispatch = 0; }
static void *refused_in_thread(void *self) { refused(); return self; }
static void *execute_in_thread(void *self) { execl(self, self, "run", "nothing", NULL); return self; }
static void *sleep_in_thread(void *self) { sleep(5); return self; }
static void pause_for(int milliseconds) { usleep(milliseconds * 1000); }

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigaction(number, &action, NULL);
}

static void alarm_in(int milliseconds) {
  struct itimerval timer = {.it_value = {.tv_usec = milliseconds * 1000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

static void start_thread(void *(*body)(void *), void *argument) {
  pthread_t thread;
  pthread_create(&thread, NULL, body, argument);
}

static int load(int call, unsigned action, unsigned flags) {
  struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, action),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = 4, .filter = code};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (flags == 0) return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
}

static int is(const char *scenario, const char *name) { return strcmp(scenario, name) == 0; }

static void signals(const char *scenario) {
  if (is(scenario, "sigreturn")) {
    handle(SIGUSR1, nothing, 0);
    kill(getpid(), SIGUSR1);
  } else if (is(scenario, "interrupted")) {
    handle(SIGALRM, nothing, 0);
    alarm_in(20);
    pause();
  } else if (is(scenario, "restarted")) {
    int ends[2];
    char byte;
    pipe(ends);
    handle(SIGALRM, nothing, SA_RESTART);
    alarm_in(20);
    if (fork() == 0) { pause_for(60); write(ends[1], "x", 1); _exit(0); }
    read(ends[0], &byte, 1);
  } else if (is(scenario, "restart-block") || is(scenario, "restart-refused")) {
    pid_t child = fork();
    if (child == 0) { poll(NULL, 0, 100); _exit(0); }
    pause_for(20);
    kill(child, SIGSTOP);
    pause_for(20);
    kill(child, SIGCONT);
    wait(NULL);
  } else if (is(scenario, "killed-in-call")) {
    pid_t child = fork();
    if (child == 0) pause();
    pause_for(20);
    kill(child, SIGKILL);
    wait(NULL);
  } else if (is(scenario, "user-dispatch")) {
    handle(SIGSYS, on_dispatch, 0);
    prctl(59 /* PR_SET_SYSCALL_USER_DISPATCH */, 1, 0, 0, &user_dispatch);
    user_dispatch = 1;
    getppid();
  } else if (is(scenario, "emulated")) {
    int status;
    pid_t child = fork();
    if (child == 0) { ptrace(PTRACE_TRACEME, 0, 0, 0); raise(SIGSTOP); getppid(); _exit(0); }
    waitpid(child, &status, 0);
    ptrace(31 /* PTRACE_SYSEMU */, child, 0, 0);
    waitpid(child, &status, 0);
    ptrace(PTRACE_CONT, child, 0, 0);
    waitpid(child, &status, 0);
  }
}

static void descent(const char *scenario, char *self) {
  if (is(scenario, "fork")) {
    if (fork() == 0) { refused(); _exit(0); }
    wait(NULL);
  } else if (is(scenario, "vfork")) {
    if (vfork() == 0) { execl(self, self, "run", "nothing", NULL); _exit(1); }
    wait(NULL);
  } else if (is(scenario, "thread")) {
    start_thread(refused_in_thread, NULL);
    pause_for(20);
  } else if (is(scenario, "execute-in-thread")) {
    start_thread(execute_in_thread, self);
    sleep(5);
  } else if (is(scenario, "exit-with-threads")) {
    start_thread(sleep_in_thread, NULL);
    pause_for(10);
  } else if (is(scenario, "execveat")) {
    char *argv[] = {self, "run", "nothing", NULL}, *environment[] = {NULL};
    syscall(SYS_execveat, open(self, O_PATH), "", argv, environment, AT_EMPTY_PATH);
  } else if (is(scenario, "execute-32-bit")) {
    execl("./lab32", "lab32", NULL);
  }
}

static void act(const char *scenario, char *self) {
  if (is(scenario, "trap-handled")) handle(SIGSYS, nothing, 0);
  if (is(scenario, "own-filter")) load(SYS_chmod, DENY, 0);
  if (is(scenario, "own-filter-all-threads")) { start_thread(sleep_in_thread, NULL); pause_for(10); load(SYS_chmod, DENY, 1); }
  if (is(scenario, "probe")) syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 1, NULL);
  if (is(scenario, "kill-one-thread") || is(scenario, "kill-threads")) { start_thread(refused_in_thread, NULL); pause_for(20); }
  else if (is(scenario, "odd-numbers")) { syscall(-1); syscall(9999); }
  else if (is(scenario, "clone3-refused")) { pthread_t t; pthread_create(&t, NULL, refused_in_thread, NULL); pthread_join(t, NULL); }
  else { descent(scenario, self); signals(scenario); refused(); }
  getppid();
}

static int filter_of(const char *scenario) {
  if (is(scenario, "errno-0")) return load(SYS_chmod, SECCOMP_RET_ERRNO, 0);
  if (is(scenario, "logged")) return load(SYS_chmod, SECCOMP_RET_LOG, 0);
  if (is(scenario, "trace-without-tracer")) return load(SYS_chmod, SECCOMP_RET_TRACE, 0);
  if (is(scenario, "trap") || is(scenario, "trap-handled")) return load(SYS_chmod, SECCOMP_RET_TRAP, 0);
  if (is(scenario, "kill") || is(scenario, "kill-one-thread")) return load(SYS_chmod, SECCOMP_RET_KILL_THREAD, 0);
  if (is(scenario, "kill-process") || is(scenario, "kill-threads")) return load(SYS_chmod, SECCOMP_RET_KILL_PROCESS, 0);
  if (is(scenario, "restart-refused")) return load(SYS_restart_syscall, DENY, 0);
  if (is(scenario, "clone3-refused")) return load(SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS, 0);
  if (is(scenario, "seccomp-call")) return load(SYS_chmod, DENY, SECCOMP_FILTER_FLAG_LOG);
  if (is(scenario, "unconfined") || is(scenario, "own-filter") || is(scenario, "own-filter-all-threads")) return 0;
  return load(SYS_chmod, DENY, 0);
}

int main(int argc, char **argv) {
  if (argc == 3) { if (!is(argv[2], "nothing")) act(argv[2], argv[0]); return 0; }
  unshare(CLONE_NEWPID);
  if (fork() == 0) {
    if (filter_of(argv[1]) == 0) execl(argv[0], argv[0], "run", argv[1], NULL);
    _exit(2);
  }
  wait(NULL);
  return 0;
}
