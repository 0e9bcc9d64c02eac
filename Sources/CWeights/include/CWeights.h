#pragma once
#include <stddef.h>

/// The trained weights of the topic model, mapped with the program; count is their size in bytes.
const unsigned char *cw_topics(size_t *count);
/// The trained weights of the review model, mapped with the program; count is their size in bytes.
const unsigned char *cw_review(size_t *count);

/// Asks the processor to have the bytes at an address at hand soon; nothing else comes of it.
static inline void cw_prefetch(const void *address) { __builtin_prefetch(address); }
