#ifndef DESCRIPTION_H
#define DESCRIPTION_H

#include "CNcurses.h"

#include <stdio.h>

/// A terminal of a type, described anew: without what moves rows about on the screen, and with
/// colours of 24 bits where they are wanted and the type has 256. NULL where the type is unknown,
/// or ncurses takes no description from memory.
SCREEN *nc_open_described(const char *type, bool wants_direct_colour, FILE *output, FILE *input);

#endif
