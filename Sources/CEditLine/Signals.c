#define _GNU_SOURCE
#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Handlers live in C since nearly nothing of Swift is allowed inside one.

static int pipe_ends[2] = {-1, -1};
static int watched_terminal = -1;
static struct termios original;
static int original_is_known;

static const int watched[] = {SIGWINCH, SIGCONT, SIGTERM, SIGHUP};
enum { watched_count = sizeof watched / sizeof watched[0] };
static struct sigaction previous[watched_count];

static void tell(int signal_number) {
  int kept = errno;
  unsigned char byte = (unsigned char)signal_number;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = kept;
}

static void give_back_terminal(int signal_number) {
  static const char leave_paste_mode[] = "\x1b[?2004l\x1b[?25h\x1b[0m\r\n";
  ssize_t ignored = write(watched_terminal, leave_paste_mode, sizeof leave_paste_mode - 1);
  (void)ignored;
  if (original_is_known) tcsetattr(watched_terminal, TCSADRAIN, &original);
  for (int i = 0; i < watched_count; i++) {
    if (watched[i] == signal_number) sigaction(signal_number, &previous[i], NULL);
  }
  raise(signal_number);
}

int ceditline_watch(int terminal) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) < 0) return -1;
  watched_terminal = terminal;
  original_is_known = tcgetattr(terminal, &original) == 0;
  for (int i = 0; i < watched_count; i++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    int ends = watched[i] == SIGTERM || watched[i] == SIGHUP;
    action.sa_handler = ends ? give_back_terminal : tell;
    action.sa_flags = SA_RESTART;
    sigaction(watched[i], &action, &previous[i]);
  }
  return pipe_ends[0];
}

void ceditline_unwatch(void) {
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &previous[i], NULL);
  watched_terminal = -1;
}
