#include "CBound.h"

#include <stddef.h>

enum { STRETCH = 256, FIRST_BITS = 12, SEEN = INT32_MIN };

static inline uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static inline uint64_t draw(uint64_t key, uint64_t number) {
  return mix(key ^ number * 0xd1342543de82ef95u);
}

// MARK: Orders of all viewers

static inline uint32_t amount(const CBoundOrder *order, int round, uint32_t line) {
  return (line * order->factor[round] + order->offset[round]) >> 16;
}

static inline uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

static inline uint32_t turned(const CBoundOrder *order, uint32_t x) {
  uint32_t row = x >> order->shift, column = x & order->mask;
  row += (amount(order, 0, column) * order->rows) >> 16;
  row = smaller(row, row - order->rows);
  column = (column + amount(order, 1, row)) & order->mask;
  row += (amount(order, 2, column) * order->rows) >> 16;
  row = smaller(row, row - order->rows);
  column = (column + amount(order, 3, row)) & order->mask;
  return row << order->shift | column;
}

static inline uint32_t turned_back(const CBoundOrder *order, uint32_t x) {
  uint32_t row = x >> order->shift, column = x & order->mask;
  column = (column - amount(order, 3, row)) & order->mask;
  row -= (amount(order, 2, column) * order->rows) >> 16;
  row = smaller(row, row + order->rows);
  column = (column - amount(order, 1, row)) & order->mask;
  row -= (amount(order, 0, column) * order->rows) >> 16;
  row = smaller(row, row + order->rows);
  return row << order->shift | column;
}

static void replace_by_members(const CBoundOrder *given, uint32_t *numbers, int count) {
  const CBoundOrder order = *given;
  uint32_t greatest = 0;
  for (int i = 0; i < count; i++) {
    numbers[i] = turned(&order, numbers[i]);
    greatest = greatest > numbers[i] ? greatest : numbers[i];
  }
  if (greatest < order.count) return;
  for (int i = 0; i < count; i++) {
    while (numbers[i] >= order.count) numbers[i] = turned(&order, numbers[i]);
  }
}

static void write_nearly_places(const CBoundOrder *given, const uint32_t *restrict numbers,
                                int count, uint32_t *restrict places) {
  const CBoundOrder order = *given;
  for (int i = 0; i < count; i++) places[i] = turned_back(&order, numbers[i]);
}

// MARK: Shells, within which a video has an order of its own

typedef struct {
  uint32_t base, count, mask, shift, factor1, factor2, offset1, offset2;
} Shell;

static uint32_t last_of_shell(uint32_t rank) {
  int zeros = rank ? __builtin_clz(rank) : 32;
  return UINT32_MAX >> (zeros < 32 - FIRST_BITS ? zeros : 32 - FIRST_BITS);
}

static Shell shell_around(uint32_t rank, uint64_t population, uint64_t key) {
  int bits = rank < 1u << FIRST_BITS ? FIRST_BITS : 31 - __builtin_clz(rank);
  uint32_t base = rank < 1u << FIRST_BITS ? 0 : 1u << bits;
  uint64_t random = draw(key, (uint64_t)bits), more = mix(random);
  uint64_t left = population - base, size = 1ull << bits;
  return (Shell){.base = base,
                 .count = (uint32_t)(left < size ? left : size),
                 .mask = (uint32_t)(size - 1),
                 .shift = (uint32_t)(bits + 1) / 2,
                 .factor1 = (uint32_t)random | 1,
                 .factor2 = (uint32_t)more | 1,
                 .offset1 = (uint32_t)(random >> 32),
                 .offset2 = (uint32_t)(more >> 32)};
}

static inline uint32_t place_in(const Shell *shell, uint32_t rank) {
  uint32_t x = rank - shell->base;
  do {
    x = (x * shell->factor1 + shell->offset1) & shell->mask;
    x ^= x >> shell->shift;
    x = (x * shell->factor2 + shell->offset2) & shell->mask;
    x ^= x >> shell->shift;
  } while (x >= shell->count);
  return shell->base + x;
}

static uint32_t inverse(uint32_t odd) {
  uint32_t x = odd;
  for (int i = 0; i < 4; i++) x *= 2 - odd * x;
  return x;
}

static inline uint32_t unscrambled(const Shell *shell, uint32_t x, uint32_t inverse1,
                                   uint32_t inverse2) {
  x ^= x >> shell->shift;
  x = (x - shell->offset2) * inverse2 & shell->mask;
  x ^= x >> shell->shift;
  return (x - shell->offset1) * inverse1 & shell->mask;
}

static void write_ranks(const Shell *given, uint32_t place, int count, uint32_t *ranks) {
  const Shell shell = *given;
  uint32_t inverse1 = inverse(shell.factor1), inverse2 = inverse(shell.factor2);
  uint32_t start = place - shell.base;
  if (shell.count == shell.mask + 1) {
    for (int i = 0; i < count; i++) {
      ranks[i] = shell.base + unscrambled(&shell, start + (uint32_t)i, inverse1, inverse2);
    }
    return;
  }
  for (int i = 0; i < count; i++) {
    uint32_t x = start + (uint32_t)i;
    do x = unscrambled(&shell, x, inverse1, inverse2);
    while (x >= shell.count);
    ranks[i] = shell.base + x;
  }
}

// MARK: The walk

typedef struct {
  int count;
  uint64_t cursor[4];
  Shell shell[4];
  const CBoundLane *lanes;
} Walk;

typedef struct {
  uint64_t draw;
  int32_t pleasure;
  uint32_t viewer;
} Mood;

typedef struct {
  uint32_t viewers[STRETCH + 1];
  int32_t losses[STRETCH + 1];
  uint32_t ranks[STRETCH + 1];
  uint32_t suspects[STRETCH + 1];
  Mood moods[STRETCH + 1];
} Stretch;

static inline int32_t loss_at(const CBoundTables *tables, uint64_t place) {
  uint64_t far = place > 200 ? place : 200;
  int zeros = __builtin_clzll(far);
  int64_t log = ((int64_t)(63 - zeros) << 16) + tables->log_mantissa[(far << zeros) >> 55 & 0xff];
  int64_t loss = ((log - 500948) * 3915) >> 22;
  return (int32_t)(loss > 0 ? loss : 0);
}

static uint64_t depth_after(const Walk *walk, int lane, uint64_t steps) {
  uint64_t place = walk->cursor[lane] + steps;
  return place < walk->lanes[lane].order.count ? (place + 1) * walk->lanes[lane].recognised
                                               : UINT64_MAX;
}

static int nearest(const Walk *walk, const uint64_t *steps) {
  int best = -1;
  uint64_t least = UINT64_MAX;
  for (int lane = 0; lane < walk->count; lane++) {
    uint64_t depth = depth_after(walk, lane, steps[lane]);
    if (depth < least) {
      best = lane;
      least = depth;
    }
  }
  return best;
}

static void plan(const Walk *walk, int count, uint64_t *steps) {
  int64_t missing = count, sure = count - walk->count - 1;
  int first = nearest(walk, steps);
  if (walk->count > 1 && sure > 0 && first >= 0) {
    uint64_t depth = depth_after(walk, first, 0) + ((uint64_t)sure << 20);
    for (int lane = 0; lane < walk->count; lane++) {
      uint64_t to = depth / walk->lanes[lane].recognised, from = walk->cursor[lane];
      uint64_t left = walk->lanes[lane].order.count - from, far = to > from ? to - from : 0;
      steps[lane] = far < left ? far : left;
      missing -= (int64_t)steps[lane];
    }
  }
  if (walk->count == 1) {
    uint64_t left = walk->lanes[0].order.count - walk->cursor[0];
    steps[0] = left < (uint64_t)count ? left : (uint64_t)count;
    return;
  }
  for (int lane; missing > 0 && (lane = nearest(walk, steps)) >= 0; missing--) steps[lane]++;
}

static void take(Walk *walk, int lane, int count, uint32_t *viewers) {
  const CBoundLane *line = &walk->lanes[lane];
  for (int taken = 0; taken < count;) {
    Shell *shell = &walk->shell[lane];
    uint64_t cursor = walk->cursor[lane], end = (uint64_t)shell->base + shell->count;
    if (cursor >= end) {
      *shell = shell_around((uint32_t)cursor, line->order.count, line->shell_key);
      end = (uint64_t)shell->base + shell->count;
    }
    uint64_t part = end - cursor;
    if (part > (uint64_t)(count - taken)) part = (uint64_t)(count - taken);
    write_ranks(shell, (uint32_t)cursor, (int)part, viewers + taken);
    walk->cursor[lane] += part;
    taken += (int)part;
  }
  replace_by_members(&line->order, viewers, count);
}

static void write_losses(const CBoundLane *lane, uint64_t start, int count, int32_t *losses,
                         const CBoundTables *tables) {
  int32_t near = loss_at(tables, ((start + 1) * lane->real) >> 20);
  int32_t far = loss_at(tables, ((start + (uint64_t)count) * lane->real) >> 20);
  if (near == far || count <= 2) {
    for (int i = 0; i < count - 1; i++) losses[i] = near;
    losses[count - 1] = far;
    return;
  }
  int half = count / 2;
  write_losses(lane, start, half, losses, tables);
  write_losses(lane, start + (uint64_t)half, count - half, losses + half, tables);
}

static int locate(const CBoundLane *mine, const CBoundLane *theirs, int comes_first,
                  uint64_t start, int count, Stretch *stretch, int at,
                  const CBoundTables *tables) {
  uint64_t steps = start + (uint64_t)count;
  uint64_t places = steps * mine->recognised / theirs->recognised;
  uint64_t nearer = steps * mine->real / theirs->real;
  if (nearer > places) places = nearer;
  if (places == 0) return 0;
  uint32_t last = last_of_shell(places > UINT32_MAX ? UINT32_MAX : (uint32_t)(places - 1));
  if (last >= theirs->order.count) last = (uint32_t)(theirs->order.count - 1);
  uint32_t *ranks = stretch->ranks, *suspects = stretch->suspects;
  write_nearly_places(&theirs->order, stretch->viewers + at, count, ranks);
  int found = 0, seen = 0;
  uint64_t harmless = theirs->order.count - last - 1;
  for (int i = 0; i < count; i++) {
    suspects[found] = (uint32_t)i;
    found += ranks[i] - (last + 1) >= harmless;
  }
  if (found == 0) return 0;
  int32_t *losses = stretch->losses + at;
  Shell shell = shell_around(last, theirs->order.count, theirs->shell_key);
  for (int j = 0; j < found; j++) {
    uint32_t i = suspects[j], rank = ranks[i];
    while (rank >= theirs->order.count) rank = turned_back(&theirs->order, rank);
    if (rank > last) continue;
    if (rank - shell.base >= shell.count) {
      shell = shell_around(rank, theirs->order.count, theirs->shell_key);
    }
    uint64_t standing = (uint64_t)place_in(&shell, rank) + 1, place = start + i + 1;
    uint64_t depth = place * mine->recognised, there = standing * theirs->recognised;
    if (there < depth || (there == depth && comes_first)) {
      seen += losses[i] != SEEN;
      losses[i] = SEEN;
    } else if (standing * theirs->real < place * mine->real) {
      int32_t loss = loss_at(tables, (standing * theirs->real) >> 20);
      if (loss < losses[i]) losses[i] = loss;
    }
  }
  return seen;
}

static int gather(Walk *walk, int count, Stretch *stretch, const CBoundTables *tables) {
  uint64_t steps[4] = {0};
  plan(walk, count, steps);
  int found = 0, seen = 0;
  for (int lane = 0; lane < walk->count; lane++) {
    int part = (int)steps[lane];
    if (part == 0) continue;
    uint64_t start = walk->cursor[lane];
    take(walk, lane, part, stretch->viewers + found);
    write_losses(&walk->lanes[lane], start, part, stretch->losses + found, tables);
    for (int other = 0; other < walk->count; other++) {
      if (other == lane) continue;
      seen += locate(&walk->lanes[lane], &walk->lanes[other], other < lane, start, part, stretch,
                     found, tables);
    }
    found += part;
  }
  if (seen == 0) return found;
  int kept = 0;
  for (int i = 0; i < found; i++) {
    int32_t loss = stretch->losses[i];
    stretch->viewers[kept] = stretch->viewers[i];
    stretch->losses[kept] = loss;
    kept += loss != SEEN;
  }
  return kept;
}

// MARK: Reactions

static inline uint64_t chance(const CBoundTables *tables, int32_t odds) {
  return tables->chance[(odds - tables->lowest_odds) >> 3];
}

static inline uint64_t stay(const CBoundTables *tables, int32_t pleasure) {
  return chance(tables, pleasure + tables->stay_odds);
}

static inline CBoundWatching watching(const CBoundTables *tables, int32_t pleasure) {
  return tables->watching[(pleasure - tables->lowest) >> 3];
}

static int part_moods(const CBoundTaste *taste, const CBoundTables *tables, int count,
                      Stretch *stretch) {
  int stayed = 0;
  for (int i = 0; i < count; i++) {
    uint32_t viewer = stretch->viewers[i];
    uint64_t person = (viewer ^ taste->people) * 0xd1342543de82ef95u;
    person ^= person >> 32;
    int32_t habit = tables->habit[(person * 0x9e3779b97f4a7c15u) >> 56];
    uint64_t bits = mix(taste->key ^ person);
    int32_t pleasure = taste->appeal + habit - stretch->losses[i];
    int stays = (int)(((bits >> 32) - stay(tables, pleasure)) >> 63);
    stretch->moods[stayed + ((stays - 1) & (count - 1 - i))] = (Mood){bits, pleasure, viewer};
    stayed += stays;
  }
  return stayed;
}

static inline int64_t stayed_watch(const CBoundTaste *taste, const CBoundTables *tables,
                                   Mood mood) {
  CBoundWatching entry = watching(tables, mood.pleasure);
  uint64_t mean =
      (uint64_t)entry.stayed_ratio - (((uint64_t)entry.swiped_part * taste->longest_swipe) >> 16);
  uint64_t ratio = (mean * tables->stay_noise[mood.draw & 0xff]) >> 16;
  uint64_t watch = (ratio * taste->reference + 0x8000) >> 16;
  return (int64_t)(watch < 8 * 4096 ? watch : 8 * 4096);
}

static inline int likes(const CBoundTaste *taste, const CBoundTables *tables, Mood mood) {
  return (int)(((mood.draw >> 32) - chance(tables, mood.pleasure + taste->like)) >> 63);
}

static void count_acts(const CBoundTaste *taste, const CBoundTables *tables, Mood mood,
                       CBoundTally *tally, uint32_t *forwarders, uint32_t *clickers) {
  uint64_t all = chance(tables, mood.pleasure + taste->moved);
  uint64_t first = mix(mood.draw + 0x9e3779b97f4a7c15u);
  uint64_t second = mix(mood.draw + 0x3c6ef372fe94f82au);
  uint64_t third = mix(mood.draw + 0xdaa66d2c7ddf743fu);
#define HAPPENS(bits, odds) \
  (((bits) & 0xffffffffu) * all < chance(tables, mood.pleasure + (odds)) << 32)
  int32_t most = taste->most_forwarding - mood.pleasure;
  int32_t sending = taste->forward < most ? taste->forward : most;
  int comments = HAPPENS(first >> 32, taste->comment), forwards = HAPPENS(first, sending);
  int saves = HAPPENS(second >> 32, taste->save);
  int clicks = HAPPENS(second, taste->click_through), follows = HAPPENS(third, taste->follow);
#undef HAPPENS
  if (!(comments | forwards | saves | clicks | follows)) return;
  int64_t watch = stayed_watch(taste, tables, mood);
  int liked = likes(taste, tables, mood), more = comments + forwards + saves;
  tally->comments += comments;
  tally->saves += saves;
  tally->follows += follows;
  tally->interaction_squared += (liked + more) * (liked + more) - liked;
  tally->watch_interaction += watch * more;
  tally->watch_click_through += watch * clicks;
  tally->interaction_click_through += (liked + more) * clicks;
  if (forwards) forwarders[tally->forwards++] = mood.viewer;
  if (clicks) clickers[tally->click_throughs++] = mood.viewer;
}

static void react(const CBoundTaste *given, const CBoundTables *lent, int count, Stretch *stretch,
                  CBoundTally *tally, uint32_t *forwarders, uint32_t *clickers) {
  const CBoundTaste taste = *given;
  const CBoundTables tables = *lent;
  Mood *moods = stretch->moods;
  int stayed = part_moods(&taste, &tables, count, stretch);
  int64_t watch = 0, squares = 0, liked_watch = 0, liked = 0;
  for (int i = stayed; i < count; i++) {
    uint64_t part = ((moods[i].draw & 0xffff) * taste.longest_swipe) >> 16;
    uint64_t scale = watching(&tables, moods[i].pleasure).swiped_scale;
    int64_t seen = (int64_t)((((part * scale) >> 16) * taste.reference) >> 16);
    watch += seen;
    squares += seen * seen;
  }
  int moved = 0;
  for (int i = 0; i < stayed; i++) {
    Mood mood = moods[i];
    int64_t seen = stayed_watch(&taste, &tables, mood);
    int64_t like = likes(&taste, &tables, mood);
    watch += seen;
    squares += seen * seen;
    liked += like;
    liked_watch += -like & seen;
    uint64_t bits = (mood.draw >> 8) & 0xffffff;
    uint64_t scaled = (bits * stay(&tables, mood.pleasure)) >> 24;
    moods[moved] = mood;
    moved += (int)((scaled - chance(&tables, mood.pleasure + taste.moved)) >> 63);
  }
  for (int i = 0; i < moved; i++) {
    count_acts(&taste, &tables, moods[i], tally, forwarders, clickers);
  }
  tally->views += count;
  tally->stayed += stayed;
  tally->watch += watch;
  tally->watch_squared += squares;
  tally->likes += liked;
  tally->interaction_squared += liked;
  tally->watch_interaction += liked_watch;
}

void cbound_deliver(const CBoundLane *lanes, int lane_count, const CBoundTaste *taste,
                    const CBoundTables *tables, int64_t count, CBoundTally *tally,
                    uint32_t *forwarders, uint32_t *clickers) {
  Walk walk = {.count = lane_count, .lanes = lanes};
  for (int lane = 0; lane < lane_count; lane++) {
    walk.shell[lane] = shell_around(0, lanes[lane].order.count, lanes[lane].shell_key);
  }
  *tally = (CBoundTally){0};
  Stretch stretch;
  while (count > 0) {
    int part = count < STRETCH ? (int)count : STRETCH;
    int left = 0;
    for (int lane = 0; lane < lane_count; lane++) {
      left |= walk.cursor[lane] < lanes[lane].order.count;
    }
    if (!left) return;
    int kept = gather(&walk, part, &stretch, tables);
    react(taste, tables, kept, &stretch, tally, forwarders, clickers);
    count -= kept;
  }
}
