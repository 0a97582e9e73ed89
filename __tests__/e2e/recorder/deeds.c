/*
 * Does a fixed set of things, when it is let to: it waits for a byte on the named pipe of its first argument. Then, by name:
 *   agree  forks, starts threads, executes itself, connects, and makes two calls that the profile refuses
 *   flood  calls over and over again in as many threads, for so many seconds; at the end one call that is made nowhere else
 *   storm  the same with calls that cannot be left out
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static time_t deadline;
static int plain;

static void *count(void *self) {
  struct timespec now;
  sched_yield();
  clock_getres(CLOCK_MONOTONIC, &now);
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
  return self;
}

static void *repeat(void *self) {
  while (time(NULL) < deadline)
    for (int i = 0; i < 1000; i++) {
      if (plain) { syscall(SYS_getppid); syscall(SYS_getuid); close(-1); }
      else ioctl(-1, i, 0);
    }
  return self;
}

static void in_threads(int threads, void *(*body)(void *)) {
  pthread_t started[64];
  for (int i = 0; i < threads; i++) pthread_create(&started[i], NULL, body, NULL);
  for (int i = 0; i < threads; i++) pthread_join(started[i], NULL);
}

static void connects(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int tcp = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  connect(tcp, (struct sockaddr *)&address, sizeof address);
  shutdown(tcp, SHUT_RDWR);
  close(tcp);
  struct sockaddr_un local = {.sun_family = AF_UNIX, .sun_path = "/nowhere"};
  int unix_socket = socket(AF_UNIX, SOCK_DGRAM, 0);
  connect(unix_socket, (struct sockaddr *)&local, sizeof local);
  close(unix_socket);
}

static void agree(char *self) {
  struct utsname name;
  in_threads(3, count);
  connects();
  if (fork() == 0) {
    syscall(SYS_getpgid, 0);
    if (fork() == 0) { execl(self, self, "child", NULL); _exit(1); }
    wait(NULL);
    syscall(SYS_chmod, "/nowhere", 0400);
    _exit(0);
  }
  wait(NULL);
  uname(&name);
  syscall(SYS_mkdir, "/nowhere", 0700);
}

int main(int argc, char **argv) {
  char byte;
  if (argc == 2) { syscall(SYS_getsid, 0); syscall(SYS_umask, 022); return 0; }
  int gate = open(argv[1], O_RDONLY);
  read(gate, &byte, 1);
  close(gate);
  if (strcmp(argv[2], "agree") == 0) { agree(argv[0]); return 0; }
  plain = strcmp(argv[2], "flood") == 0;
  deadline = time(NULL) + atoi(argv[4]);
  in_threads(atoi(argv[3]), repeat);
  syscall(SYS_getpriority, PRIO_PROCESS, 0);
  return 0;
}
