#ifndef CFAULTS_H
#define CFAULTS_H

#include <stdint.h>

// Disks that fail on purpose, for SQLite: a VFS over the default one, which minds only the files in
// folders that were attached and leaves all others alone.

/// A folder whose files lie on a disk that can fail.
typedef struct faults_disk faults_disk;

/// What SQLite asks of a file.
enum faults_kind {
  FAULTS_READ = 1,
  FAULTS_WRITE = 2,
  FAULTS_SYNC = 4,
  FAULTS_TRUNCATE = 8,
  FAULTS_OPEN = 16,
  FAULTS_DELETE = 32,
};

/// Makes it the VFS that SQLite uses where none is named; doing it again changes nothing.
///
/// Returns an SQLite code.
int faults_install(void);

/// Puts a folder, without a slash at its end, on a disk of its own; the seed decides what a loss of
/// power takes. At most 64 at a time; null where there are more.
faults_disk *faults_attach(const char *folder, uint64_t seed);

/// Makes the folder an ordinary one again; its files must be closed.
void faults_detach(faults_disk *disk);

/// Cuts the power when so many more changes (writes, syncs, truncations, deletions) were made:
/// that change and everything after it fails.
void faults_cut_power_after(faults_disk *disk, int64_t changes);

/// Whether the power is off.
int faults_is_dark(faults_disk *disk);

/// Turns the power on again. A random part of what was not synced is gone, in sectors of 512 bytes;
/// a file that was created but not synced, or deleted but not in a synced folder, may be gone or
/// back. The folder's files must be closed.
void faults_restore_power(faults_disk *disk);

/// Leaves room for so many bytes in all files together; a negative number leaves all there is.
void faults_set_room(faults_disk *disk, int64_t bytes);

/// Answers requests of the kinds with an SQLite code, after so many of them were met, so many times.
void faults_fail(faults_disk *disk, int kinds, int64_t after, int code, int64_t times);

/// Makes the folder read-only, or an ordinary one again: no file is created or changed in it.
void faults_freeze(faults_disk *disk, int is_frozen);

/// How many requests of the kinds were made so far.
int64_t faults_count(faults_disk *disk, int kinds);

/// Makes a pipe that no child inherits, not even one that another thread starts just then; 0 where
/// that went well.
int faults_pipe(int *ends);

#endif
