#define _GNU_SOURCE
#include "GuardedWrite.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Descriptors 0-2 go nowhere, 3 is the answer, 4 the kept one; everything else is closed: a pipe of ours held open would
/// keep whoever reads it waiting.
static void keep_only(int answer, int kept) {
  int null = open("/dev/null", O_RDWR);
  int saved_answer = fcntl(answer, F_DUPFD, 10);
  int saved_kept = kept >= 0 ? fcntl(kept, F_DUPFD, 10) : -1;
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(null, descriptor);
  dup2(saved_answer, 3);
  if (saved_kept >= 0) dup2(saved_kept, 4);
  unsigned int first = saved_kept >= 0 ? 5 : 4;
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
  for (int descriptor = (int)first; descriptor < 1024; descriptor++) close(descriptor);
}

static _Noreturn void write_and_answer(const char *path, const void *bytes, size_t length) {
  int result = 0;
  int file = open(path, O_WRONLY | O_CLOEXEC | O_TRUNC);
  if (file < 0) {
    result = errno;
  } else {
    ssize_t written = write(file, bytes, length);
    if (written < 0) result = errno;
    else if ((size_t)written != length) result = EIO;
  }
  ssize_t ignored = write(3, &result, sizeof result);
  (void)ignored;
  _exit(0);
}

static long long now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static guarded_write_outcome wait_for(int answer, int timeout, int *error_number) {
  long long end = now_milliseconds() + timeout;
  for (;;) {
    long long left = end - now_milliseconds();
    struct pollfd waiting = {.fd = answer, .events = POLLIN};
    int ready = poll(&waiting, 1, left > 0 ? (int)left : 0);
    if (ready == 0) return GUARDED_WRITE_LEFT_BEHIND;
    if (ready < 0 && errno == EINTR) continue;
    break;
  }
  int result = 0;
  // Without an answer the process was killed: nobody knows what the kernel did.
  if (read(answer, &result, sizeof result) != (ssize_t)sizeof result) result = EINTR;
  *error_number = result;
  return result == 0 ? GUARDED_WRITE_DONE : GUARDED_WRITE_FAILED;
}

guarded_write_outcome guarded_write(
  const char *path, const void *bytes, size_t length, int timeout, int kept, int *error_number) {
  int ends[2];
  *error_number = 0;
  if (pipe2(ends, O_CLOEXEC) != 0) {
    *error_number = errno;
    return GUARDED_WRITE_FAILED;
  }
  pid_t child = fork();
  if (child == 0) {
    // Twice, so that the writer belongs to init and never becomes a zombie of ours.
    setsid();
    pid_t writer = fork();
    if (writer != 0) _exit(writer < 0 ? errno : 0);
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    keep_only(ends[1], kept);
    write_and_answer(path, bytes, length);
  }
  int failure = child < 0 ? errno : 0;
  close(ends[1]);
  if (child > 0) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (WIFEXITED(status)) failure = WEXITSTATUS(status);
  }
  guarded_write_outcome outcome = GUARDED_WRITE_FAILED;
  if (failure) *error_number = failure;
  else outcome = wait_for(ends[0], timeout, error_number);
  close(ends[0]);
  return outcome;
}
