#include "CWeights.h"

// C23's #embed, which the clang that comes with Swift also takes in its default mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Sixteen-byte alignment lets the tables inside be read in place.
static _Alignas(16) const unsigned char topics[] = {
#embed "weights/topics.bin"
};

static _Alignas(16) const unsigned char review[] = {
#embed "weights/review.bin"
};

const unsigned char *cw_topics(size_t *count) {
  *count = sizeof topics;
  return topics;
}

const unsigned char *cw_review(size_t *count) {
  *count = sizeof review;
  return review;
}
