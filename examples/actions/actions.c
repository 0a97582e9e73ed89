/* A service with one deed: whoever connects to port 8080 makes it change the mode of a file, in a child, and is told how that ended. */
#include <errno.h>
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

static void deed(void) {
  exit(chmod("/file", 0400) == 0 ? 0 : errno);
}

static void tell(int client, int status) {
  char text[128];
  if (WIFSIGNALED(status))
    snprintf(text, sizeof text, "chmod: killed by signal %d (%s)\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
  else if (WEXITSTATUS(status) == 0)
    snprintf(text, sizeof text, "chmod: done\n");
  else
    snprintf(text, sizeof text, "chmod: %s\n", strerror(WEXITSTATUS(status)));
  if (write(client, text, strlen(text)) < 0) fail("write");
}

static void serve(int client) {
  int status;
  pid_t child = fork();
  if (child < 0) fail("fork");
  if (child == 0) deed();
  if (waitpid(child, &status, 0) < 0) fail("waitpid");
  tell(client, status);
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
  puts("listening");
  fflush(stdout);
  for (;;) {
    int client = accept(listener, NULL, NULL);
    if (client < 0) fail("accept");
    serve(client);
    close(client);
  }
}
