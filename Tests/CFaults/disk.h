#ifndef DISK_H
#define DISK_H

#include "CFaults.h"

#include <stdbool.h>
#include <stddef.h>

enum { SECTOR = 512 };

/// What of a file would survive a loss of power: its sectors as they were at the last sync, where
/// they were changed since.
typedef struct record {
  struct record *next;
  char *path;
  int64_t size;         // what the file's length was at the last sync
  int64_t now;          // its length now
  bool existed;         // whether its name was in the folder for good
  bool deleted;         // whether it was deleted, but its name may come back
  unsigned char **kept; // by sector; null where nothing was changed
  size_t sectors;
} record;

struct faults_disk {
  char *folder;
  uint64_t state;
  int64_t changes_left; // until the power fails; negative: never
  bool is_dark;
  bool is_frozen;
  int64_t room;
  int fail_kinds, fail_code;
  int64_t fail_after, fail_times;
  int64_t counts[6];
  record *records;
};

/// The disk that a path lies on; null for an ordinary one.
faults_disk *disk_of(const char *path);
/// Counts a request and says how it must fail; 0 where it may go on. Must be asked under the lock.
int disk_admits(faults_disk *disk, enum faults_kind kind);
/// The record of a path, made where there is none.
record *disk_record(faults_disk *disk, const char *path);
/// Makes it so that no name comes back that was deleted.
void disk_sync_folder(faults_disk *disk);
/// Bytes in all files.
int64_t disk_used(const faults_disk *disk);

/// Keeps what stands in a stretch of a file before it is changed, read by a function.
typedef int (*record_reader)(void *file, void *bytes, int amount, int64_t offset);
void record_keep(record *record, int64_t from, int64_t to, record_reader read, void *file);
/// Takes what the file is now for what survives.
void record_settle(record *record);
/// Keeps what would survive of a file that is being deleted.
void record_bury(record *record);

void disk_lock(void);
void disk_unlock(void);

#endif
