#include "disk.h"

#include <sqlite3.h>
#include <string.h>

/// An open file: this head, and behind it the file of the VFS below.
typedef struct {
  sqlite3_file base;
  faults_disk *disk;
  record *record;
  sqlite3_file *below;
  bool syncs_folder;  // as SQLite does with the files that it keeps beside the main one
} shim;

static sqlite3_vfs *below;

static int admits(shim *file, enum faults_kind kind) {
  disk_lock();
  int code = disk_admits(file->disk, kind);
  disk_unlock();
  return code;
}

// MARK: A file

static int shim_close(sqlite3_file *base) {
  shim *file = (shim *)base;
  return file->below->pMethods ? file->below->pMethods->xClose(file->below) : SQLITE_OK;
}

static int shim_read(sqlite3_file *base, void *bytes, int amount, sqlite3_int64 offset) {
  shim *file = (shim *)base;
  int code = admits(file, FAULTS_READ);
  return code ? code : file->below->pMethods->xRead(file->below, bytes, amount, offset);
}

static int read_below(void *file, void *bytes, int amount, int64_t offset) {
  sqlite3_file *below = file;
  return below->pMethods->xRead(below, bytes, amount, offset);
}

static int shim_write(sqlite3_file *base, const void *bytes, int amount, sqlite3_int64 offset) {
  shim *file = (shim *)base;
  disk_lock();
  bool was_dark = file->disk->is_dark;
  int code = disk_admits(file->disk, FAULTS_WRITE);
  record *record = file->record;
  int64_t end = offset + amount;
  if (!code && file->disk->room >= 0 && end > record->now
      && disk_used(file->disk) + end - record->now > file->disk->room)
    code = SQLITE_FULL;
  // What fails in the middle, as when the power is cut, may have been half done.
  int half = code == SQLITE_IOERR && !was_dark ? amount / 2 : 0;
  if (!code || half) {
    int done = code ? half : amount;
    record_keep(record, offset, offset + done, read_below, file->below);
    int result = file->below->pMethods->xWrite(file->below, bytes, done, offset);
    if (!code) code = result;
    if (offset + done > record->now) record->now = offset + done;
  }
  disk_unlock();
  return code;
}

static int shim_truncate(sqlite3_file *base, sqlite3_int64 size) {
  shim *file = (shim *)base;
  disk_lock();
  int code = disk_admits(file->disk, FAULTS_TRUNCATE);
  if (!code) {
    record *record = file->record;
    if (size < record->now) record_keep(record, size, record->now, read_below, file->below);
    code = file->below->pMethods->xTruncate(file->below, size);
    record->now = size;
  }
  disk_unlock();
  return code;
}

static int shim_sync(sqlite3_file *base, int flags) {
  (void)flags;
  shim *file = (shim *)base;
  disk_lock();
  int code = disk_admits(file->disk, FAULTS_SYNC);
  // What is below need not be synced: nobody cuts its power.
  if (!code) {
    if (file->syncs_folder && !file->record->existed) disk_sync_folder(file->disk);
    record_settle(file->record);
  }
  disk_unlock();
  return code;
}

static int shim_size(sqlite3_file *base, sqlite3_int64 *size) {
  shim *file = (shim *)base;
  return file->below->pMethods->xFileSize(file->below, size);
}

static int shim_take(sqlite3_file *base, int level) {
  shim *file = (shim *)base;
  return file->below->pMethods->xLock(file->below, level);
}

static int shim_release(sqlite3_file *base, int level) {
  shim *file = (shim *)base;
  return file->below->pMethods->xUnlock(file->below, level);
}

static int shim_check(sqlite3_file *base, int *result) {
  shim *file = (shim *)base;
  return file->below->pMethods->xCheckReservedLock(file->below, result);
}

static int shim_control(sqlite3_file *base, int operation, void *argument) {
  shim *file = (shim *)base;
  // Sizes are told in advance to write faster; here every change must be seen.
  if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
  return file->below->pMethods->xFileControl(file->below, operation, argument);
}

static int shim_sector(sqlite3_file *base) {
  shim *file = (shim *)base;
  return file->below->pMethods->xSectorSize(file->below);
}

static int shim_character(sqlite3_file *base) {
  shim *file = (shim *)base;
  return file->below->pMethods->xDeviceCharacteristics(file->below);
}

static int shim_map(sqlite3_file *base, int page, int size, int extend, void volatile **memory) {
  shim *file = (shim *)base;
  disk_lock();
  bool is_frozen = file->disk->is_frozen;
  disk_unlock();
  return is_frozen ? SQLITE_CANTOPEN
                   : file->below->pMethods->xShmMap(file->below, page, size, extend, memory);
}

static int shim_shared(sqlite3_file *base, int offset, int count, int flags) {
  shim *file = (shim *)base;
  return file->below->pMethods->xShmLock(file->below, offset, count, flags);
}

static void shim_barrier(sqlite3_file *base) {
  shim *file = (shim *)base;
  file->below->pMethods->xShmBarrier(file->below);
}

static int shim_unmap(sqlite3_file *base, int deletes) {
  shim *file = (shim *)base;
  return file->below->pMethods->xShmUnmap(file->below, deletes);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,  // without memory-mapped reading, which would not be seen
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_take,
    .xUnlock = shim_release,
    .xCheckReservedLock = shim_check,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_character,
    .xShmMap = shim_map,
    .xShmLock = shim_shared,
    .xShmBarrier = shim_barrier,
    .xShmUnmap = shim_unmap,
};

// MARK: The file system

static int shim_open(
    sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *outcome) {
  (void)vfs;
  disk_lock();
  faults_disk *disk = disk_of(path);
  if (!disk) {
    disk_unlock();
    return below->xOpen(below, path, base, flags, outcome);
  }
  shim *file = (shim *)base;
  memset(file, 0, sizeof *file);
  file->disk = disk;
  file->below = (sqlite3_file *)(file + 1);
  int code = disk_admits(disk, FAULTS_OPEN);
  if (!code) {
    record *record = disk_record(disk, path);
    if (disk->is_frozen) {
      if (!record->existed) code = SQLITE_CANTOPEN;
      flags &= ~(SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE);
      flags |= SQLITE_OPEN_READONLY;
    }
    if (!code) {
      code = below->xOpen(below, path, file->below, flags, outcome);
      if (!code && record->deleted) {  // a new file of that name
        record->now = 0;
        record_settle(record);
        record->existed = false;
      }
      file->record = record;
      file->syncs_folder = flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL);
      if (!code) file->base.pMethods = &methods;
    }
  }
  disk_unlock();
  return code;
}

static int shim_delete(sqlite3_vfs *vfs, const char *path, int syncs) {
  (void)vfs;
  disk_lock();
  faults_disk *disk = disk_of(path);
  int code = disk ? disk_admits(disk, FAULTS_DELETE) : SQLITE_OK;
  if (!code && disk) {
    record *record = disk_record(disk, path);
    record_bury(record);
    if (syncs) disk_sync_folder(disk);
  }
  disk_unlock();
  return code ? code : below->xDelete(below, path, syncs && !disk);
}

static int shim_access(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
  (void)vfs;
  return below->xAccess(below, path, flags, result);
}

static int shim_name(sqlite3_vfs *vfs, const char *path, int length, char *full) {
  (void)vfs;
  return below->xFullPathname(below, path, length, full);
}

static int shim_random(sqlite3_vfs *vfs, int length, char *bytes) {
  (void)vfs;
  return below->xRandomness(below, length, bytes);
}

static int shim_sleep(sqlite3_vfs *vfs, int microseconds) {
  (void)vfs;
  return below->xSleep(below, microseconds);
}

static int shim_time(sqlite3_vfs *vfs, double *time) {
  (void)vfs;
  return below->xCurrentTime(below, time);
}

static int shim_time64(sqlite3_vfs *vfs, sqlite3_int64 *time) {
  (void)vfs;
  return below->xCurrentTimeInt64(below, time);
}

static int shim_error(sqlite3_vfs *vfs, int length, char *words) {
  (void)vfs;
  return below->xGetLastError(below, length, words);
}

int faults_install(void) {
  static sqlite3_vfs vfs;
  disk_lock();
  int code = SQLITE_OK;
  if (!below && !(code = sqlite3_initialize())) {
    below = sqlite3_vfs_find(NULL);
    vfs = *below;
    vfs.iVersion = 2;
    vfs.szOsFile = (int)sizeof(shim) + below->szOsFile;
    vfs.zName = "faults";
    vfs.pNext = NULL;
    vfs.xOpen = shim_open;
    vfs.xDelete = shim_delete;
    vfs.xAccess = shim_access;
    vfs.xFullPathname = shim_name;
    vfs.xDlOpen = NULL;
    vfs.xRandomness = shim_random;
    vfs.xSleep = shim_sleep;
    vfs.xCurrentTime = shim_time;
    vfs.xCurrentTimeInt64 = shim_time64;
    vfs.xGetLastError = shim_error;
    code = sqlite3_vfs_register(&vfs, 1);
  }
  disk_unlock();
  return code;
}
