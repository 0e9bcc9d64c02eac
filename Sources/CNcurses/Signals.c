// For sigaltstack and pthread_sigmask.
#define _GNU_SOURCE

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// What the handlers need, set before they are installed.
static int input_descriptor = -1, output_descriptor = -1;
static int pipe_ends[2] = {-1, -1};
static struct termios saved;
static bool has_saved;
static char restore_bytes[256];
static size_t restore_count;
static volatile sig_atomic_t armed;

static const int fatal[] = {SIGHUP, SIGINT,  SIGQUIT, SIGTERM, SIGILL, SIGTRAP,
                            SIGABRT, SIGBUS, SIGFPE,  SIGSEGV, SIGSYS};
static const int told[] = {SIGTSTP, SIGCONT};
enum { FATAL = sizeof fatal / sizeof *fatal, TOLD = sizeof told / sizeof *told };

static struct sigaction before_fatal[FATAL], before_told[TOLD], before_resize;
static bool watching, chained;
// A stack of its own for a process that died of an endless recursion.
static char stack[32768];

// Only what POSIX allows in a handler: write, tcsetattr, tcflush, sigaction, raise.
static void die(int signal_number) {
  if (armed) {
    armed = 0;
    const char *bytes = restore_bytes;
    size_t left = restore_count;
    while (left > 0) {
      ssize_t count = write(output_descriptor, bytes, left);
      if (count <= 0) break;
      bytes += count;
      left -= (size_t)count;
    }
    // Reports of a mouse that was just moved are no input for the shell.
    tcflush(input_descriptor, TCIFLUSH);
    if (has_saved) tcsetattr(input_descriptor, TCSANOW, &saved);
  }
  // The process dies of the signal as it would have, without Swift's debugger asking questions.
  struct sigaction usual;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigaction(signal_number, &usual, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(signal_number);
}

static void tell(char letter) {
  int error = errno;
  ssize_t ignored = write(pipe_ends[1], &letter, 1);
  (void)ignored;
  errno = error;
}

static void stopped_or_continued(int signal_number) {
  tell(signal_number == SIGTSTP ? 'Z' : 'C');
}

static void resized(int signal_number) {
  if (before_resize.sa_handler != SIG_DFL && before_resize.sa_handler != SIG_IGN)
    before_resize.sa_handler(signal_number);
  tell('W');
}

static bool open_pipe(void) {
  if (pipe(pipe_ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(pipe_ends[i], F_SETFL, O_NONBLOCK);
    fcntl(pipe_ends[i], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

int nc_watch_signals(int input, int output) {
  if (watching || !open_pipe()) return -1;
  watching = true;
  input_descriptor = input;
  output_descriptor = output;
  restore_count = 0;
  has_saved = tcgetattr(input, &saved) == 0;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = die;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < FATAL; i++) {
    sigaction(fatal[i], NULL, &before_fatal[i]);
    // What was to be ignored, as under nohup, stays so.
    if (before_fatal[i].sa_handler != SIG_IGN) sigaction(fatal[i], &action, NULL);
  }
  action.sa_handler = stopped_or_continued;
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < TOLD; i++) {
    sigaction(told[i], NULL, &before_told[i]);
    if (before_told[i].sa_handler != SIG_IGN) sigaction(told[i], &action, NULL);
  }
  return pipe_ends[0];
}

void nc_arm_restore(const char *bytes, size_t count) {
  restore_count = count < sizeof restore_bytes ? count : sizeof restore_bytes;
  memcpy(restore_bytes, bytes, restore_count);
  struct sigaction action;
  sigaction(SIGWINCH, NULL, &before_resize);
  action = before_resize;
  action.sa_handler = resized;
  sigaction(SIGWINCH, &action, NULL);
  chained = true;
  armed = 1;
}

void nc_set_armed(bool yes) { armed = yes; }

void nc_unwatch_signals(void) {
  if (!watching) return;
  watching = false;
  armed = 0;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], NULL);
  for (int i = 0; i < TOLD; i++) sigaction(told[i], &before_told[i], NULL);
  if (chained) sigaction(SIGWINCH, &before_resize, NULL);
  chained = false;
  for (int i = 0; i < 2; i++) {
    close(pipe_ends[i]);
    pipe_ends[i] = -1;
  }
}

void nc_stop_process(void) {
  struct sigaction usual, ours;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

int nc_wait(int input, int first, int second, int milliseconds) {
  struct pollfd files[] = {
      {.fd = input, .events = POLLIN},
      {.fd = first, .events = POLLIN},
      {.fd = second, .events = POLLIN},
  };
  if (poll(files, 3, milliseconds) <= 0) return 0;
  int result = 0;
  for (int i = 0; i < 3; i++)
    if (files[i].revents & (POLLIN | POLLHUP | POLLERR)) result |= 1 << i;
  if ((files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) && !(files[0].revents & POLLIN))
    result = (result & ~1) | 8;
  return result;
}

bool nc_write(int output, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(output, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd file = {.fd = output, .events = POLLOUT};
      poll(&file, 1, -1);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

int64_t nc_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
