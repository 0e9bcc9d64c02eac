// For sigaltstack and pthread_sigmask.
#define _GNU_SOURCE

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// What the handlers need, set before they are installed.
static int input_descriptor = -1, output_descriptor = -1;
static int pipe_ends[2] = {-1, -1};
static struct termios saved;
static bool has_saved;
static char restore_bytes[256];
static size_t restore_count;
static volatile sig_atomic_t armed;

// Standard error as it was, and where it goes meanwhile.
static int real_errors = -1, held_errors = -1;

static const int fatal[] = {SIGHUP, SIGINT,  SIGQUIT, SIGTERM, SIGILL, SIGTRAP,
                            SIGABRT, SIGBUS, SIGFPE,  SIGSEGV, SIGSYS};
static const int told[] = {SIGTSTP, SIGCONT};
enum { FATAL = sizeof fatal / sizeof *fatal, TOLD = sizeof told / sizeof *told };

static struct sigaction before_fatal[FATAL], before_told[TOLD], before_resize;
static bool watching, chained;
// A stack of its own for a process that died of an endless recursion.
static char stack[32768];

static void write_all(int descriptor, const char *bytes, size_t left) {
  while (left > 0) {
    ssize_t count = write(descriptor, bytes, left);
    if (count <= 0) return;
    bytes += count;
    left -= (size_t)count;
  }
}

// Writes the last of the held errors, which may say why the process dies; made for handlers.
static void show_errors(void) {
  if (held_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  char bytes[4096];
  off_t end = lseek(held_errors, 0, SEEK_END);
  lseek(held_errors, end > (off_t)sizeof bytes ? end - (off_t)sizeof bytes : 0, SEEK_SET);
  ssize_t count = read(held_errors, bytes, sizeof bytes);
  for (ssize_t i = 0; i < count; i++)
    if ((unsigned char)bytes[i] < 0x20 && bytes[i] != '\n') bytes[i] = '?';
  if (count > 0) write_all(real_errors, bytes, (size_t)count);
}

// Only what POSIX allows in a handler: write, tcsetattr, tcflush and the like.
static void restore(void) {
  if (!armed) return;
  armed = 0;
  write_all(output_descriptor, restore_bytes, restore_count);
  // Reports of a mouse that was just moved are no input for the shell.
  tcflush(input_descriptor, TCIFLUSH);
  if (has_saved) tcsetattr(input_descriptor, TCSANOW, &saved);
  show_errors();
}

static void die(int signal_number) {
  restore();
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
  // For who calls exit without closing first.
  static bool at_exit;
  if (!at_exit) at_exit = atexit(restore) == 0;
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

void nc_hold_errors(void) {
  if (held_errors >= 0 || !isatty(STDERR_FILENO)) return;
  FILE *file = tmpfile();
  if (file == NULL) return;
  held_errors = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
  fclose(file);
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (held_errors >= 0 && real_errors >= 0) dup2(held_errors, STDERR_FILENO);
}

static void release_errors(void) {
  if (held_errors < 0) return;
  show_errors();
  close(held_errors);
  close(real_errors);
  held_errors = real_errors = -1;
}

void nc_unwatch_signals(void) {
  if (!watching) return;
  watching = false;
  armed = 0;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], NULL);
  for (int i = 0; i < TOLD; i++) sigaction(told[i], &before_told[i], NULL);
  if (chained) sigaction(SIGWINCH, &before_resize, NULL);
  chained = false;
  release_errors();
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

char nc_take_signal(void) {
  char letters[64], result = 0;
  ssize_t count = read(pipe_ends[0], letters, sizeof letters);
  for (ssize_t i = 0; i < count; i++)
    if (result == 0 || letters[i] == 'Z' || (letters[i] == 'C' && result == 'W'))
      result = letters[i];
  return result;
}
