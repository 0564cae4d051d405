// What the same paced Modbus TCP reads cost without us: modbus-peers bare|libmodbus FIRST_PORT SECONDS
//   bare       nothing but the system: send, poll, recv, sleep; no check of any answer. The floor of this machine.
//   libmodbus  libmodbus (Debian's libmodbus5), loaded at run time.
// Four endpoints, a thread each, 10 holding registers of one of five units every 4 ms, as in PacedReader.cs.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { endpoints = 4, registers = 10, period_ns = 4000000, request_bytes = 12, answer_bytes = 9 + 2 * registers, warm_up_seconds = 3 };

static int first_port;
static int with_library;
static long reads[endpoints];

static void *(*new_tcp)(const char *, int);
static int (*connect_tcp)(void *);
static int (*set_unit)(void *, int);
static int (*read_registers)(void *, int, int, uint16_t *);

static void die(const char *what) {
  perror(what);
  exit(1);
}

static int connected(int port) {
  int socket_ = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(socket_, (struct sockaddr *)&to, sizeof to) != 0) die("connect");
  return socket_;
}

static void read_bare(int socket_, uint16_t transaction, int unit) {
  uint8_t request[request_bytes] = { (uint8_t)(transaction >> 8), (uint8_t)transaction, 0, 0, 0, 6, (uint8_t)unit, 3, 0, 0, 0, registers }, answer[260];
  if (send(socket_, request, sizeof request, 0) != sizeof request) die("send");
  for (ssize_t held = 0; held < answer_bytes;) {
    struct pollfd wait = { .fd = socket_, .events = POLLIN };
    if (poll(&wait, 1, 1000) != 1) die("poll");
    ssize_t got = recv(socket_, answer + held, sizeof answer - (size_t)held, 0);
    if (got <= 0) die("recv");
    held += got;
  }
}

static void *endpoint(void *number) {
  long at = (long)number;
  int socket_ = -1;
  void *library = NULL;
  if (with_library) {
    library = new_tcp("127.0.0.1", first_port + (int)at);
    if (!library || connect_tcp(library) != 0) die("libmodbus connect");
  } else {
    socket_ = connected(first_port + (int)at);
  }
  struct timespec due;
  clock_gettime(CLOCK_MONOTONIC, &due);
  for (uint16_t turn = 0;; turn++) {
    int unit = 1 + turn % 5;
    if (with_library) {
      uint16_t words[registers];
      set_unit(library, unit);
      if (read_registers(library, 0, registers, words) != registers) die("modbus_read_registers");
    } else {
      read_bare(socket_, turn, unit);
    }
    __atomic_add_fetch(&reads[at], 1, __ATOMIC_RELAXED);
    if ((due.tv_nsec += period_ns) >= 1000000000) {
      due.tv_nsec -= 1000000000;
      due.tv_sec++;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
  }
  return NULL;
}

static double cpu_microseconds(void) {
  struct timespec used;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return (double)used.tv_sec * 1e6 + (double)used.tv_nsec / 1e3;
}

static long all_reads(void) {
  long sum = 0;
  for (int i = 0; i < endpoints; i++) sum += __atomic_load_n(&reads[i], __ATOMIC_RELAXED);
  return sum;
}

int main(int count, char **words) {
  if (count != 4 || (strcmp(words[1], "bare") != 0 && strcmp(words[1], "libmodbus") != 0)) {
    fputs("modbus-peers bare|libmodbus FIRST_PORT SECONDS\n", stderr);
    return 2;
  }
  with_library = strcmp(words[1], "libmodbus") == 0;
  first_port = atoi(words[2]);
  int seconds = atoi(words[3]);
  if (with_library) {
    void *file = dlopen("libmodbus.so.5", RTLD_NOW);
    if (!file) {
      fprintf(stderr, "%s\n", dlerror());
      return 1;
    }
    *(void **)&new_tcp = dlsym(file, "modbus_new_tcp");
    *(void **)&connect_tcp = dlsym(file, "modbus_connect");
    *(void **)&set_unit = dlsym(file, "modbus_set_slave");
    *(void **)&read_registers = dlsym(file, "modbus_read_registers");
  }
  for (long i = 0; i < endpoints; i++) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, endpoint, (void *)i) != 0) die("pthread_create");
  }
  sleep(warm_up_seconds);
  double cpu = cpu_microseconds();
  long done = all_reads();
  sleep((unsigned)seconds);
  cpu = cpu_microseconds() - cpu;
  done = all_reads() - done;
  printf("| %s | %.0f | %.1f | | 0 |\n", with_library ? "libmodbus" : "bare system calls in C, no check", (double)done / seconds, cpu / (double)done);
  return 0;
}
