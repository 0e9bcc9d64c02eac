// For wcwidth.
#define _GNU_SOURCE

#include "CNcurses.h"
#include "Description.h"

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
static WINDOW *keys;

bool nc_set_locale(const char *locale) {
  return setlocale(LC_CTYPE, locale) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
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

SCREEN *nc_open(const char *type, bool wants_direct_colour, int input, int output) {
  in = open_copy(input, "r");
  out = open_copy(output, "w");
  // The window's size counts, not what LINES and COLUMNS said when the shell started.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  SCREEN *screen = NULL;
  if (in != NULL && out != NULL) {
    screen = nc_open_described(type, wants_direct_colour, out, in);
    if (screen == NULL) screen = newterm(type, out, in);
  }
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
  leaveok(stdscr, TRUE);
  // Moving cells would move what was drawn around ncurses with them.
  idcok(stdscr, FALSE);
  // Reading from a pad draws nothing, as reading from a window would.
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  curs_set(0);
  // Mouse reports are decoded by us: ncurses knows the old form only under tmux.
  define_key(NULL, KEY_MOUSE);
  return screen;
}

void nc_close(SCREEN *screen) {
  curs_set(1);
  endwin();
  delwin(keys);
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
  int kind = wget_wch(keys, &found);
  *value = (uint32_t)found;
  return kind == OK ? NC_SCALAR : kind == KEY_CODE_YES ? NC_KEY : NC_NOTHING;
}

int nc_function_key(int number) { return KEY_F(number); }

bool nc_may_scroll(void) {
  return nc_capability("ri") != NULL || nc_capability("il1") != NULL;
}

const char *nc_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}
