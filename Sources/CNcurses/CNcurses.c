// For strcasestr and wcwidth.
#define _GNU_SOURCE

#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

const uint32_t nc_bold = A_BOLD, nc_dim = A_DIM, nc_underline = A_UNDERLINE,
               nc_reverse = A_REVERSE;

static FILE *in, *out;

// Whether a locale was asked for whose name does not speak of UTF-8.
static bool chose_other(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || *value == '\0') continue;
    return strcasestr(value, "utf-8") == NULL && strcasestr(value, "utf8") == NULL;
  }
  return false;
}

enum nc_charset nc_use_locale(void) {
  bool is_utf8 = setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (is_utf8) return NC_CHARSET_UTF8;
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) return NC_CHARSET_OTHER;
  return chose_other() ? NC_CHARSET_OTHER : NC_CHARSET_UTF8;
}

int nc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static FILE *open_copy(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (file == NULL) close(copy);
  return file;
}

static void close_files(void) {
  if (in != NULL) fclose(in);
  if (out != NULL) fclose(out);
  in = out = NULL;
}

// Ctrl-S, Ctrl-Q, Ctrl-V and Ctrl-O are keys, not flow control.
static void free_control_keys(int input) {
  struct termios settings;
  if (tcgetattr(input, &settings) != 0) return;
  settings.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  settings.c_cc[VLNEXT] = _POSIX_VDISABLE;
#ifdef VDISCARD
  settings.c_cc[VDISCARD] = _POSIX_VDISABLE;
#endif
  tcsetattr(input, TCSADRAIN, &settings);
}

SCREEN *nc_open(const char *type, int input, int output) {
  in = open_copy(input, "r");
  out = open_copy(output, "w");
  // The window's size counts, not what LINES and COLUMNS said when the shell started.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  SCREEN *screen = in != NULL && out != NULL ? newterm(type, out, in) : NULL;
  if (screen == NULL) {
    close_files();
    return NULL;
  }
  set_escdelay(25);
  cbreak();
  noecho();
  nonl();
  free_control_keys(input);
  def_prog_mode();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  leaveok(stdscr, TRUE);
  // Moving what is on the screen would move what was drawn around ncurses with it.
  idcok(stdscr, FALSE);
  idlok(stdscr, FALSE);
  curs_set(0);
  // Mouse reports are decoded by us: ncurses knows the old form only under tmux.
  define_key(NULL, KEY_MOUSE);
  return screen;
}

void nc_close(SCREEN *screen) {
  curs_set(1);
  endwin();
  delscreen(screen);
  close_files();
}

void nc_leave(void) { endwin(); }

void nc_repaint(void) { clearok(curscr, TRUE); }

int nc_columns(void) { return getmaxx(stdscr); }
int nc_rows(void) { return getmaxy(stdscr); }

int nc_start_colors(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

int nc_pairs(void) { return COLOR_PAIRS; }

bool nc_make_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

void nc_put(int row, int column, uint32_t scalar, uint32_t attributes, int pair) {
  wchar_t text[2] = {(wchar_t)scalar, 0};
  cchar_t cell;
  // The pair travels through the last argument, as it may exceed a short.
  if (setcchar(&cell, text, (attr_t)attributes, 0, &pair) == ERR) return;
  mvwadd_wch(stdscr, row, column, &cell);
}

void nc_refresh(void) { refresh(); }

enum nc_input nc_read(uint32_t *value) {
  wint_t found = 0;
  int kind = wget_wch(stdscr, &found);
  *value = (uint32_t)found;
  return kind == OK ? NC_SCALAR : kind == KEY_CODE_YES ? NC_KEY : NC_NOTHING;
}

int nc_function_key(int number) { return KEY_F(number); }

const char *nc_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}
