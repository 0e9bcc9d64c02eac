// For open_memstream.
#define _GNU_SOURCE

#include "Description.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

// The person's own type of terminal is compiled anew, as term(5) lays it out, and handed over in
// TERMINFO, which may hold a description itself. Two things change:
//
// - ncurses scrolls parts of the screen to save bytes, and would move what was drawn around it as
//   well, so it is not told how. That cannot be switched off otherwise.
// - It writes colours of 24 bits only for types such as xterm-direct, which few machines know.

enum { BOOLS = 44, NUMBERS = 39, STRINGS = 414, MAGIC_32_BIT_NUMBERS = 01036, LONGEST = 64 };

// What is described, while it is.
static bool is_direct;

// Numbers below 8 are the palette's; above, red, green and blue. The form with semicolons is the
// one that most terminals know.
#define COLOUR(base)                                                                     \
  "\033[%?%p1%{8}%<%t" base "%p1%d%e" base "8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;"   \
  "%p1%{255}%&%d%;m"

static bool is_among(const char *capability, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(capability, list[i]) == 0) return true;
  return false;
}

static const char *string_of(const char *capability) {
  static const char *const shifting[] = {"csr", "il", "il1", "dl", "dl1", "indn", "rin", "ri"};
  static const char *const colours[] = {"initc", "initp", "setf", "setb", "oc"};
  if (is_among(capability, shifting, sizeof shifting / sizeof *shifting)) return NULL;
  if (is_direct) {
    if (strcmp(capability, "setaf") == 0) return COLOUR("3");
    if (strcmp(capability, "setab") == 0) return COLOUR("4");
    if (is_among(capability, colours, sizeof colours / sizeof *colours)) return NULL;
  }
  const char *value = tigetstr(capability);
  return value == (const char *)-1 ? NULL : value;
}

static int number_of(const char *capability) {
  if (is_direct && strcmp(capability, "colors") == 0) return 0x1000000;
  if (is_direct && strcmp(capability, "pairs") == 0) return 0x10000;
  int value = tigetnum(capability);
  return value < 0 ? -1 : value;
}

static bool flag_of(const char *capability) {
  return tigetflag(capability) > 0 && !(is_direct && strcmp(capability, "ccc") == 0);
}

static void put16(FILE *file, int value) {
  fputc(value & 255, file);
  fputc((value >> 8) & 255, file);
}

static void put32(FILE *file, int value) {
  put16(file, value & 0xFFFF);
  put16(file, (value >> 16) & 0xFFFF);
}

static int size_of_strings(void) {
  int size = 0;
  for (int i = 0; i < STRINGS; i++) {
    const char *value = string_of(strnames[i]);
    if (value != NULL) size += (int)strlen(value) + 1;
  }
  return size;
}

static void put_strings(FILE *file) {
  int offset = 0;
  for (int i = 0; i < STRINGS; i++) {
    const char *value = string_of(strnames[i]);
    put16(file, value == NULL ? -1 : offset);
    if (value != NULL) offset += (int)strlen(value) + 1;
  }
  for (int i = 0; i < STRINGS; i++) {
    const char *value = string_of(strnames[i]);
    if (value != NULL) fwrite(value, 1, strlen(value) + 1, file);
  }
  if (offset % 2 == 1) fputc(0, file);
}

// The two flags that term(5) does not number: colours are direct, and 39 and 49 mean the
// terminal's own.
static void put_more_flags(FILE *file) {
  static const char names[] = "RGB\0AX";
  put16(file, 2);
  put16(file, 0);
  put16(file, 0);
  put16(file, 2);
  put16(file, sizeof names);
  fputc(is_direct, file);
  fputc(tigetflag("AX") > 0, file);
  put16(file, 0);
  put16(file, 4);
  fwrite(names, 1, sizeof names, file);
}

static void put_description(FILE *file, const char *type) {
  int name_size = (int)strlen(type) + 1;
  put16(file, MAGIC_32_BIT_NUMBERS);
  put16(file, name_size);
  put16(file, BOOLS);
  put16(file, NUMBERS);
  put16(file, STRINGS);
  put16(file, size_of_strings());
  fwrite(type, 1, (size_t)name_size, file);
  for (int i = 0; i < BOOLS; i++) fputc(flag_of(boolnames[i]), file);
  if ((name_size + BOOLS) % 2 == 1) fputc(0, file);
  for (int i = 0; i < NUMBERS; i++) put32(file, number_of(numnames[i]));
  put_strings(file);
  put_more_flags(file);
}

// The description in hexadecimal digits, to be freed.
static char *description(const char *type) {
  char *bytes = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&bytes, &size);
  if (file == NULL) return NULL;
  put_description(file, type);
  fclose(file);
  char *text = malloc(size * 2 + 5);
  if (text != NULL) {
    strcpy(text, "hex:");
    for (size_t i = 0; i < size; i++)
      sprintf(text + 4 + 2 * i, "%02X", (unsigned)(unsigned char)bytes[i]);
  }
  free(bytes);
  return text;
}

SCREEN *nc_open_described(const char *type, bool wants_direct_colour, FILE *output, FILE *input) {
  int found = 0;
  if (strlen(type) > LONGEST || setupterm(type, fileno(output), &found) != OK) return NULL;
  is_direct = wants_direct_colour && tigetnum("colors") >= 256;
  char *text = description(type);
  del_curterm(cur_term);
  if (text == NULL) return NULL;
  const char *before = getenv("TERMINFO");
  char *kept = before == NULL ? NULL : strdup(before);
  setenv("TERMINFO", text, 1);
  SCREEN *screen = newterm(type, output, input);
  if (kept == NULL)
    unsetenv("TERMINFO");
  else
    setenv("TERMINFO", kept, 1);
  free(kept);
  free(text);
  return screen;
}
