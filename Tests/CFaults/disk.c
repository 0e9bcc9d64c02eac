#include "disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 64 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static faults_disk *disks[MOST];

void disk_lock(void) { pthread_mutex_lock(&lock); }
void disk_unlock(void) { pthread_mutex_unlock(&lock); }

// MARK: Disks

faults_disk *faults_attach(const char *folder, uint64_t seed) {
  faults_disk *disk = calloc(1, sizeof *disk);
  disk->folder = strdup(folder);
  disk->state = seed;
  disk->changes_left = -1;
  disk->room = -1;
  disk_lock();
  int place = 0;
  while (place < MOST && disks[place]) place++;
  if (place < MOST) disks[place] = disk;
  disk_unlock();
  if (place < MOST) return disk;
  free(disk->folder);
  free(disk);
  return NULL;
}

static void record_free(record *record) {
  for (size_t i = 0; i < record->sectors; i++) free(record->kept[i]);
  free(record->kept);
  free(record->path);
  free(record);
}

void faults_detach(faults_disk *disk) {
  disk_lock();
  for (int i = 0; i < MOST; i++)
    if (disks[i] == disk) disks[i] = NULL;
  disk_unlock();
  for (record *next, *r = disk->records; r; r = next) {
    next = r->next;
    record_free(r);
  }
  free(disk->folder);
  free(disk);
}

faults_disk *disk_of(const char *path) {
  for (int i = 0; path && i < MOST; i++) {
    if (!disks[i]) continue;
    size_t length = strlen(disks[i]->folder);
    if (!strncmp(path, disks[i]->folder, length) && path[length] == '/') return disks[i];
  }
  return NULL;
}

static uint64_t draw(faults_disk *disk) {  // SplitMix64
  uint64_t z = (disk->state += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

static bool chance(faults_disk *disk, int percent) { return draw(disk) % 100 < (uint64_t)percent; }

static int place_of(int kind) {
  int place = 0;
  while (kind >>= 1) place++;
  return place;
}

int disk_admits(faults_disk *disk, enum faults_kind kind) {
  disk->counts[place_of(kind)]++;
  if (disk->is_dark) return SQLITE_IOERR;
  bool changes = kind & (FAULTS_WRITE | FAULTS_SYNC | FAULTS_TRUNCATE | FAULTS_DELETE);
  if (changes && disk->changes_left >= 0 && disk->changes_left-- == 0) {
    disk->is_dark = true;
    return SQLITE_IOERR;
  }
  if (disk->is_frozen && changes && kind != FAULTS_SYNC) return SQLITE_READONLY;
  if ((disk->fail_kinds & kind) && disk->fail_times > 0 && disk->fail_after-- <= 0) {
    disk->fail_times--;
    return disk->fail_code;
  }
  return 0;
}

// MARK: Orders

void faults_cut_power_after(faults_disk *disk, int64_t changes) {
  disk_lock();
  disk->changes_left = changes;
  disk_unlock();
}

int faults_is_dark(faults_disk *disk) {
  disk_lock();
  int is_dark = disk->is_dark;
  disk_unlock();
  return is_dark;
}

void faults_set_room(faults_disk *disk, int64_t bytes) {
  disk_lock();
  disk->room = bytes;
  disk_unlock();
}

void faults_fail(faults_disk *disk, int kinds, int64_t after, int code, int64_t times) {
  disk_lock();
  disk->fail_kinds = kinds;
  disk->fail_after = after;
  disk->fail_code = code;
  disk->fail_times = times;
  disk_unlock();
}

void faults_freeze(faults_disk *disk, int is_frozen) {
  disk_lock();
  disk->is_frozen = is_frozen;
  disk_unlock();
}

int64_t faults_count(faults_disk *disk, int kinds) {
  int64_t sum = 0;
  disk_lock();
  for (int place = 0; place < 6; place++)
    if (kinds & (1 << place)) sum += disk->counts[place];
  disk_unlock();
  return sum;
}

// MARK: What survives

static int64_t length_of(const char *path) {
  struct stat facts;
  return stat(path, &facts) == 0 ? (int64_t)facts.st_size : -1;
}

int64_t disk_used(const faults_disk *disk) {
  int64_t sum = 0;
  for (record *r = disk->records; r; r = r->next) {
    int64_t length = r->deleted ? -1 : length_of(r->path);
    if (length > 0) sum += length;
  }
  return sum;
}

record *disk_record(faults_disk *disk, const char *path) {
  int64_t length = length_of(path);
  for (record *r = disk->records; r; r = r->next) {
    if (strcmp(r->path, path)) continue;
    if (length < 0 && !r->deleted) {  // it was taken away by somebody else
      r->now = 0;
      record_settle(r);
      r->existed = false;
    }
    return r;
  }
  record *r = calloc(1, sizeof *r);
  r->path = strdup(path);
  r->existed = length >= 0;
  r->size = r->now = length < 0 ? 0 : length;
  r->next = disk->records;
  disk->records = r;
  return r;
}

void record_keep(record *record, int64_t from, int64_t to, record_reader read, void *file) {
  int64_t last = (to + SECTOR - 1) / SECTOR;
  if (last > (int64_t)record->sectors) {
    record->kept = realloc(record->kept, (size_t)last * sizeof *record->kept);
    for (size_t i = record->sectors; i < (size_t)last; i++) record->kept[i] = NULL;
    record->sectors = (size_t)last;
  }
  for (int64_t i = from / SECTOR; i < last; i++) {
    if (record->kept[i]) continue;
    record->kept[i] = calloc(1, SECTOR);
    if (i * SECTOR < record->now) read(file, record->kept[i], SECTOR, i * SECTOR);
  }
}

void record_settle(record *record) {
  for (size_t i = 0; i < record->sectors; i++) {
    free(record->kept[i]);
    record->kept[i] = NULL;
  }
  record->size = record->now;
  record->existed = true;
  record->deleted = false;
}

void disk_sync_folder(faults_disk *disk) {
  for (record *r = disk->records; r; r = r->next) {
    if (!r->deleted) continue;
    record_settle(r);
    r->existed = false;
  }
}

static int read_file(void *file, void *bytes, int amount, int64_t offset) {
  return fseek(file, offset, SEEK_SET) == 0 && fread(bytes, 1, (size_t)amount, file) > 0 ? 0 : 1;
}

void record_bury(record *record) {
  FILE *file = fopen(record->path, "r");
  if (!file) return;
  if (record->size > 0) record_keep(record, 0, record->size, read_file, file);
  fclose(file);
  record->deleted = record->existed;
  record->now = 0;
}

/// Puts sectors back as they were, all of them or each by chance.
static void put_back(faults_disk *disk, record *record, int percent, int64_t length) {
  FILE *file = fopen(record->path, record->deleted ? "w" : "r+");
  if (!file) return;
  for (size_t i = 0; i < record->sectors; i++) {
    if (!record->kept[i] || !chance(disk, percent)) continue;
    fseek(file, (long)i * SECTOR, SEEK_SET);
    fwrite(record->kept[i], 1, SECTOR, file);
  }
  fflush(file);
  if (ftruncate(fileno(file), length) != 0) perror("ftruncate");
  fclose(file);
}

void faults_restore_power(faults_disk *disk) {
  disk_lock();
  static const int rates[] = {0, 10, 50, 90, 100};
  int rate = rates[draw(disk) % 5];
  for (record *next, *r = disk->records; r; r = next) {
    next = r->next;
    bool isThere = length_of(r->path) >= 0;
    if (r->deleted) {
      if (!isThere && chance(disk, 50)) put_back(disk, r, 100, r->size);
    } else if (isThere && !r->existed && chance(disk, 50)) {
      unlink(r->path);
    } else if (isThere) {
      put_back(disk, r, rate, chance(disk, 50) ? r->now : r->size);
    }
    record_free(r);
  }
  disk->records = NULL;
  disk->is_dark = false;
  disk->changes_left = -1;
  disk_unlock();
}
