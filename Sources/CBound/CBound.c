#include "CBound.h"
