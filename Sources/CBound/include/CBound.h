#pragma once

#include <stdint.h>

// The work of one view in plain C: permute, derive, draw, count. It is what the engine's speed is
// measured against, and it must return the engine's counts.

/// A keyed order of viewers: Swift's `Permutation`.
typedef struct {
  uint64_t count;
  uint32_t rows, mask, shift;
  uint32_t factor[4], offset[4];
} CBoundOrder;

/// One recognised topic: Swift's `Lane`.
typedef struct {
  CBoundOrder order;
  uint64_t shell_key;
  uint64_t recognised, real;
} CBoundLane;

/// Swift's `Taste`.
typedef struct {
  uint64_t key, people;
  uint64_t reference, longest_swipe;
  int32_t appeal, moved, like, comment, forward, most_forwarding, save, click_through, follow;
} CBoundTaste;

/// How somebody so pleased watches: Swift's `ReactionTables.Watching`.
typedef struct {
  uint32_t stayed_ratio, swiped_part, swiped_scale;
} CBoundWatching;

/// Swift's `ReactionTables`.
typedef struct {
  const uint32_t *chance;
  const CBoundWatching *watching;
  const int32_t *habit;
  const uint32_t *stay_noise;
  const uint32_t *log_mantissa;
  int32_t stay_odds, lowest, lowest_odds;
} CBoundTables;

/// Swift's `Tally`, and how many are in the two lists.
typedef struct {
  int64_t views, stayed, watch, watch_squared;
  int64_t likes, comments, forwards, saves, click_throughs, follows;
  int64_t interaction_squared, watch_interaction, watch_click_through;
  int64_t interaction_click_through;
} CBoundTally;

/// Shows a video to the next `count` viewers of at most four lanes from the very beginning, and
/// counts what they do. Who forwards and who clicks through is written down; both lists need room
/// for `count` viewers.
void cbound_deliver(const CBoundLane *lanes, int lane_count, const CBoundTaste *taste,
                    const CBoundTables *tables, int64_t count, CBoundTally *tally,
                    uint32_t *forwarders, uint32_t *clickers);
