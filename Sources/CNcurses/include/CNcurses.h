#ifndef CNCURSES_H
#define CNCURSES_H

// What curses.h offers only as macros, variadic functions or mutable globals, which Swift does not
// import or rejects as shared mutable state. ncurses and the state behind it belong to one thread.

// ncurses declares its wide-character half only when this is 1.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern const uint32_t nc_bold, nc_dim, nc_underline, nc_reverse;

/// Selects a locale for characters; whether it exists and is UTF-8. ncurses prints wide characters
/// as '?' in any other.
bool nc_set_locale(const char *locale);

/// How many columns the C library, and so ncurses, thinks that a scalar has; -1 for none.
int nc_width(uint32_t scalar);

/// A terminal of a type on two descriptors, which stay the caller's; NULL where the type is
/// unknown. Keys are decoded, nothing is echoed, reading never waits. Where direct colour is wanted
/// and to be had, colours are numbers of 24 bits and nc_start_colors gives 0x1000000.
SCREEN *nc_open(const char *type, bool wants_direct_colour, int input, int output);

/// Leaves the screen and frees what nc_open took.
void nc_close(SCREEN *screen);

/// Lets the terminal be used by others, until the next nc_refresh.
void nc_leave(void);

/// Takes the terminal's size anew and forgets what is on it, so that all is drawn again.
void nc_repaint(void);

/// How many columns and rows there are.
int nc_columns(void);
int nc_rows(void);

/// Starts colours; gives how many there are, 0 for none.
int nc_start_colors(void);

/// How many pairs of colours there can be.
int nc_pairs(void);

/// Makes a pair of palette entries, -1 being the terminal's own; false where that failed: using
/// such a pair would paint black on black.
bool nc_make_pair(int pair, int foreground, int background);

/// Puts a one-column glyph of one scalar into a cell.
void nc_put(int row, int column, uint32_t scalar, uint32_t attributes, int pair);

/// Sends what changed to the terminal.
void nc_refresh(void);

/// What nc_read found.
enum nc_input { NC_NOTHING = 0, NC_SCALAR = 1, NC_KEY = 2 };

/// Reads a scalar or a key that ncurses decoded, without waiting.
enum nc_input nc_read(uint32_t *value);

/// The key code of a function key.
int nc_function_key(int number);

/// Whether ncurses may move rows that it believes to know, and with them what was drawn around it.
bool nc_may_scroll(void);

/// A string of the terminal's description; NULL where it has none.
const char *nc_capability(const char *name);

// Signals

/// Takes over the signals that would leave the terminal in disorder: on those that end the process
/// the bytes in `restore` are written and the saved settings come back before the process dies of
/// the signal as it would have; on those that stop, continue and resize it a byte ('Z', 'C', 'W')
/// comes out of the descriptor that is returned, -1 where there is none to be had.
///
/// To be called before nc_open, so that ncurses leaves the signals alone.
int nc_watch_signals(int input, int output);

/// Takes in what the watched signals have told since the last call, and gives the weightiest: 'Z'
/// where the process is to stop, else 'C' where it was let go on, else 'W'; 0 for nothing.
char nc_take_signal(void);

/// Says what is to be written, as soon as the terminal's description is known; and chains the
/// resize signal, which ncurses took in nc_open. Copies at most 256 bytes.
void nc_arm_restore(const char *restore, size_t count);

/// Whether the terminal is to be restored when the process dies, or exits, now.
void nc_set_armed(bool armed);

/// Keeps back what is written to standard error, which would fall into the picture, where that is
/// the terminal; it appears when the signals are given back, or after the terminal was restored.
void nc_hold_errors(void);

/// Gives all signals back and closes the descriptor.
void nc_unwatch_signals(void);

/// Stops this process as Ctrl-Z would; returns when it goes on.
void nc_stop_process(void);

/// Waits for input, for a byte on either of two more descriptors (-1 for none), or for so many
/// milliseconds (-1 for ever). Bit 0: input, 1: the first descriptor, 2: the second, 3: the input
/// has ended.
int nc_wait(int input, int first, int second, int milliseconds);

/// Writes all bytes, waiting where the terminal is slow; false where it is gone.
bool nc_write(int output, const char *bytes, size_t count);

/// A clock that only goes forward, in milliseconds.
int64_t nc_milliseconds(void);

#endif
