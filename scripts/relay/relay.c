// The relay of src/relay/ for an engine that is elsewhere: the only file of a container that is joined to the network namespace of the
// service's. It connects to one address, speaks the frames of src/core/probe/frame.ts on its standard input and output, and ends
// when its input ends. No C library, so that it is small and builds to the same bytes.
// relay ADDRESS: an IPv4 address in dotted decimal.

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;

#if defined(__x86_64__)
enum { READ = 0, WRITE = 1, CLOSE = 3, SOCKET = 41, CONNECT = 42, SENDTO = 44, SHUTDOWN = 48, GETSOCKOPT = 55, EXIT_GROUP = 231, PPOLL = 271 };
static long call(long number, long a, long b, long c, long d, long e) {
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = 0;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
  return result;
}
__asm__(".global _start\n_start:\n mov %rsp, %rdi\n and $-16, %rsp\n call begin\n");
#elif defined(__aarch64__)
enum { READ = 63, WRITE = 64, CLOSE = 57, SOCKET = 198, CONNECT = 203, SENDTO = 206, SHUTDOWN = 210, GETSOCKOPT = 209, EXIT_GROUP = 94, PPOLL = 73 };
static long call(long number, long a, long b, long c, long d, long e) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = 0;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
  return x0;
}
__asm__(".global _start\n_start:\n mov x0, sp\n bl begin\n");
#else
#error "no system calls for this architecture"
#endif

enum { EINTR = 4, EAGAIN = 11, EINPROGRESS = 115 };
enum { POLLIN = 1, POLLOUT = 4 };
enum { AF_INET = 2, SOCK_STREAM_NONBLOCK_CLOEXEC = 1 | 04000 | 02000000, SOL_SOCKET = 1, SO_ERROR = 4, MSG_NOSIGNAL = 0x4000, SHUT_WR = 1 };
enum { READY, OPEN, OPENED, DATA, END, CLOSED, FAILED };
enum { HEADER = 8, LONGEST = 65536, PIECE = 16384, MOST = 64, PATIENCE_SECONDS = 5 };

struct pollfd { int fd; short events; short revents; };
struct timespec { long seconds; long nanoseconds; };
struct sockaddr_in { u16 family; u16 port; u32 address; u8 zero[8]; };
struct connection { int fd; u16 stream; u8 connecting; u8 ended; };

static struct connection connections[MOST];
static int count;
static u32 address;
static u8 input[HEADER + LONGEST];
static u32 filled;

// Everything before it is left out: see PREAMBLE in src/core/probe/frame.ts.
static const u8 PREAMBLE[16] = {0, 't', 'i', 'g', 'h', 't', 'f', 'i', 't', ' ', 'r', 'e', 'l', 'a', 'y', '\n'};
static u32 seen;
static u8 output[HEADER + PIECE];

void *memcpy(void *to, const void *from, u64 length) {
  for (u64 i = 0; i < length; i++) ((u8 *)to)[i] = ((const u8 *)from)[i];
  return to;
}

void *memset(void *to, int value, u64 length) {
  for (u64 i = 0; i < length; i++) ((u8 *)to)[i] = (u8)value;
  return to;
}

void *memmove(void *to, const void *from, u64 length) {
  u8 *t = to;
  const u8 *f = from;
  if (t < f) for (u64 i = 0; i < length; i++) t[i] = f[i];
  else for (u64 i = length; i > 0; i--) t[i - 1] = f[i - 1];
  return to;
}

static __attribute__((noreturn)) void leave(int code) {
  for (;;) call(EXIT_GROUP, code, 0, 0, 0, 0);
}

// The payload is in `output`, behind the header.
static void say(int kind, u16 stream, u32 length) {
  output[0] = (u8)kind;
  output[1] = 0;
  output[2] = stream >> 8;
  output[3] = stream & 0xff;
  for (int i = 0; i < 4; i++) output[4 + i] = length >> (24 - 8 * i) & 0xff;
  for (u32 done = 0; done < HEADER + length;) {
    long written = call(WRITE, 1, (long)(output + done), HEADER + length - done, 0, 0);
    if (written == -EINTR) continue;
    if (written <= 0) leave(1);
    done += (u32)written;
  }
}

static const struct { int number; const char *name; } NAMES[] = {
  {32, "EPIPE"}, {101, "ENETUNREACH"}, {104, "ECONNRESET"}, {110, "ETIMEDOUT"}, {111, "ECONNREFUSED"}, {113, "EHOSTUNREACH"}, {24, "EMFILE"},
};

static void say_failed(u16 stream, int number) {
  const char *name = "EIO";
  for (u32 i = 0; i < sizeof NAMES / sizeof *NAMES; i++) if (NAMES[i].number == number) name = NAMES[i].name;
  u32 length = 0;
  for (; name[length] != 0; length++) output[HEADER + length] = (u8)name[length];
  say(FAILED, stream, length);
}

static struct connection *find(u16 stream) {
  for (int i = 0; i < count; i++) if (connections[i].stream == stream) return &connections[i];
  return 0;
}

static void forget(struct connection *connection) {
  call(CLOSE, connection->fd, 0, 0, 0, 0);
  *connection = connections[--count];
}

static void fail(struct connection *connection, int number) {
  u16 stream = connection->stream;
  forget(connection);
  say_failed(stream, number);
}

static void start(u16 stream, u16 port) {
  long fd = count == MOST ? -24 : call(SOCKET, AF_INET, SOCK_STREAM_NONBLOCK_CLOEXEC, 0, 0, 0);
  if (fd < 0) { say_failed(stream, (int)-fd); return; }
  struct sockaddr_in to = {AF_INET, (u16)(port << 8 | port >> 8), address, {0}};
  long result = call(CONNECT, fd, (long)&to, sizeof to, 0, 0);
  connections[count++] = (struct connection){(int)fd, stream, 1, 0};
  if (result < 0 && result != -EINPROGRESS) fail(&connections[count - 1], (int)-result);
}

static void send(struct connection *connection, const u8 *bytes, u32 length) {
  for (u32 done = 0; done < length;) {
    long sent = call(SENDTO, connection->fd, (long)(bytes + done), length - done, MSG_NOSIGNAL, 0);
    if (sent == -EINTR) continue;
    if (sent == -EAGAIN) {
      struct pollfd wait = {connection->fd, POLLOUT, 0};
      struct timespec patience = {PATIENCE_SECONDS, 0};
      if (call(PPOLL, (long)&wait, 1, (long)&patience, 0, 0) == 1) continue;
      sent = -110;
    }
    if (sent < 0) { fail(connection, (int)-sent); return; }
    done += (u32)sent;
  }
}

static void take(int kind, u16 stream, const u8 *payload, u32 length) {
  struct connection *connection = find(stream);
  if (kind == OPEN && connection == 0 && length == 2) start(stream, (u16)(payload[0] << 8 | payload[1]));
  if (connection == 0) return;
  if (kind == DATA) send(connection, payload, length);
  if (kind == END) call(SHUTDOWN, connection->fd, SHUT_WR, 0, 0, 0);
  if (kind == CLOSED) forget(connection);
}

static void listen_to_parent(void) {
  long got = call(READ, 0, (long)(input + filled), sizeof input - filled, 0, 0);
  if (got == -EINTR || got == -EAGAIN) return;
  if (got <= 0) leave(0);
  filled += (u32)got;
  u32 start = 0;
  for (; start < filled && seen < sizeof PREAMBLE; start++) {
    if (input[start] == PREAMBLE[seen]) seen++;
    else seen = input[start] == PREAMBLE[0];
  }
  while (filled - start >= HEADER) {
    const u8 *at = input + start;
    u32 length = (u32)at[4] << 24 | (u32)at[5] << 16 | (u32)at[6] << 8 | at[7];
    if (length > LONGEST) leave(2);
    if (filled - start - HEADER < length) break;
    take(at[0], (u16)(at[2] << 8 | at[3]), at + HEADER, length);
    start += HEADER + length;
  }
  memmove(input, input + start, filled - start);
  filled -= start;
}

static void listen_to_service(u16 stream) {
  struct connection *connection = find(stream);
  if (connection == 0) return;
  if (connection->connecting) {
    int error = 0;
    u32 size = sizeof error;
    call(GETSOCKOPT, connection->fd, SOL_SOCKET, SO_ERROR, (long)&error, (long)&size);
    if (error != 0) { fail(connection, error); return; }
    connection->connecting = 0;
    say(OPENED, stream, 0);
    return;
  }
  long got = call(READ, connection->fd, (long)(output + HEADER), PIECE, 0, 0);
  if (got == -EINTR || got == -EAGAIN) return;
  if (got < 0) { fail(connection, (int)-got); return; }
  if (got == 0) connection->ended = 1;
  say(got == 0 ? END : DATA, stream, (u32)got);
}

static u32 parse_address(const char *text) {
  u32 parts[4] = {0};
  int part = 0;
  for (; *text != 0; text++) {
    if (*text == '.') { if (++part > 3) leave(2); }
    else if (*text >= '0' && *text <= '9') { parts[part] = parts[part] * 10 + (u32)(*text - '0'); if (parts[part] > 255) leave(2); }
    else leave(2);
  }
  if (part != 3) leave(2);
  return parts[0] | parts[1] << 8 | parts[2] << 16 | parts[3] << 24;
}

__attribute__((noreturn, used)) void begin(const long *stack) {
  if (stack[0] != 2) leave(2);
  address = parse_address((const char *)stack[2]);
  say(READY, 0, 0);
  for (;;) {
    struct pollfd polled[MOST + 1] = {{0, POLLIN, 0}};
    u16 streams[MOST];
    int watched = 0;
    for (int i = 0; i < count; i++) {
      const struct connection *connection = &connections[i];
      if (connection->ended) continue;
      streams[watched] = connection->stream;
      polled[++watched] = (struct pollfd){connection->fd, connection->connecting ? POLLOUT : POLLIN, 0};
    }
    if (call(PPOLL, (long)polled, watched + 1, 0, 0, 0) <= 0) continue;
    for (int i = 1; i <= watched; i++) if (polled[i].revents != 0) listen_to_service(streams[i - 1]);
    if (polled[0].revents != 0) listen_to_parent();
  }
}
