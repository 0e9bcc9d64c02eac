#pragma once
#include <stddef.h>

/// The trained weights of the topic model, mapped with the program; count is their size in bytes.
const unsigned char *cw_topics(size_t *count);
/// The trained weights of the review model, mapped with the program; count is their size in bytes.
const unsigned char *cw_review(size_t *count);
