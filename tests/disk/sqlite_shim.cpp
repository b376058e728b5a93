#include "tests/disk/sqlite_shim.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <string>

namespace waymark::test {

namespace {

/// What SQLite takes for its file; the system VFS's own file lies behind it in the same memory.
struct alignas(8) ShimFile {
  sqlite3_file head;
  DiskFolder* folder;   // null: an unnamed temporary file
  bool flushes_folder;  // its first flush also flushes the folder, as the system's VFS does for new logs
  std::string path;
};

ShimFile& shim(sqlite3_file* file) {
  return *reinterpret_cast<ShimFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(ShimFile));
}
const sqlite3_io_methods& real_methods(sqlite3_file* file) {
  return *real(file)->pMethods;
}

bool is_dead(sqlite3_file* file) {
  return shim(file).folder && shim(file).folder->dead();
}

std::int64_t size_of(sqlite3_file* file) {
  sqlite3_int64 size = 0;
  return real_methods(file).xFileSize(real(file), &size) == SQLITE_OK ? size : 0;
}

OpenFile before(sqlite3_file* file) {
  return {size_of(file), [file](std::int64_t offset, std::int64_t size) {
            std::string text(static_cast<std::size_t>(size), '\0');
            const auto there = std::clamp<std::int64_t>(size_of(file) - offset, 0, size);
            if (there > 0) real_methods(file).xRead(real(file), text.data(), static_cast<int>(there), offset);
            text.resize(static_cast<std::size_t>(there));
            return text;
          }};
}

// --- one open file

int close_file(sqlite3_file* file) {
  const int result = real_methods(file).xClose(real(file));
  if (shim(file).folder) shim(file).folder->closed();
  shim(file).~ShimFile();
  return result;
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  if (shim(file).folder && shim(file).folder->look() != DiskAnswer::go_on) return SQLITE_IOERR_READ;
  return real_methods(file).xRead(real(file), to, size, offset);
}

int pass_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  return real_methods(file).xWrite(real(file), from, size, offset);
}

int answered_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset, DiskAnswer answer) {
  switch (answer) {
    case DiskAnswer::go_on:
      return pass_write(file, from, size, offset);
    case DiskAnswer::full_in_part:
      if (size / 2 > 0 && offset + size > size_of(file)) pass_write(file, from, size / 2, offset);
      return SQLITE_FULL;
    case DiskAnswer::full:
      return SQLITE_FULL;
    case DiskAnswer::torn:
      if (size / 2 > 0) pass_write(file, from, size / 2, offset);
      return SQLITE_IOERR_WRITE;
    case DiskAnswer::read_only:
      return SQLITE_READONLY;
    case DiskAnswer::io_error:
    case DiskAnswer::dead:
      break;
  }
  return SQLITE_IOERR_WRITE;
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  auto& self = shim(file);
  if (!self.folder) return pass_write(file, from, size, offset);
  if (!self.folder->unflushed())
    return answered_write(file, from, size, offset, self.folder->change(DiskChange::write));
  const auto lock = self.folder->lock_files();
  const auto answer = self.folder->change(DiskChange::write);
  self.folder->unflushed()->write(self.path, before(file), offset, size);
  return answered_write(file, from, size, offset, answer);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  auto& self = shim(file);
  if (!self.folder) return real_methods(file).xTruncate(real(file), size);
  const auto lock = self.folder->lock_files();
  switch (self.folder->change(DiskChange::cut)) {
    case DiskAnswer::go_on:
      if (auto* unflushed = self.folder->unflushed()) unflushed->cut_short(self.path, before(file), size);
      return real_methods(file).xTruncate(real(file), size);
    case DiskAnswer::read_only:
      return SQLITE_READONLY;
    default:
      return SQLITE_IOERR_TRUNCATE;
  }
}

int sync_file(sqlite3_file* file, int) {
  auto& self = shim(file);
  if (!self.folder) return SQLITE_OK;
  if (!self.folder->unflushed())
    return self.folder->change(DiskChange::flush) == DiskAnswer::go_on ? SQLITE_OK : SQLITE_IOERR_FSYNC;
  const auto lock = self.folder->lock_files();
  if (self.folder->change(DiskChange::flush) != DiskAnswer::go_on) return SQLITE_IOERR_FSYNC;
  self.folder->unflushed()->flushed(self.path);
  if (self.flushes_folder) self.folder->unflushed()->folder_flushed();
  self.flushes_folder = false;
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  if (is_dead(file)) return SQLITE_IOERR_FSTAT;
  return real_methods(file).xFileSize(real(file), size);
}

// A dead process takes no locks, which also keeps the last connection from folding its log in as it closes.
// Those it has it lets go.
int lock_file(sqlite3_file* file, int level) {
  if (is_dead(file)) return SQLITE_IOERR_LOCK;
  return real_methods(file).xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return real_methods(file).xUnlock(real(file), level);
}
int check_reserved_lock(sqlite3_file* file, int* is_taken) {
  if (is_dead(file)) return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return real_methods(file).xCheckReservedLock(real(file), is_taken);
}

int file_control(sqlite3_file* file, int operation, void* argument) {
  return real_methods(file).xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file) {
  return real_methods(file).xSectorSize(real(file));
}
int device_characteristics(sqlite3_file* file) {
  return real_methods(file).xDeviceCharacteristics(real(file));
}

// Shared memory is a memory-mapped file: it is reached by no fault but in being made or grown.
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  const auto* folder = shim(file).folder;
  if (is_dead(file)) return SQLITE_IOERR_SHMMAP;
  if (folder && folder->read_only() && !std::filesystem::exists(shim(file).path + "-shm"))
    return SQLITE_CANTOPEN;
  if (extend && folder && (folder->full() || folder->read_only())) {
    const int result = real_methods(file).xShmMap(real(file), region, size, 0, memory);
    if (result != SQLITE_OK || *memory) return result;
    return folder->full() ? SQLITE_IOERR_SHMSIZE : SQLITE_READONLY_CANTINIT;
  }
  return real_methods(file).xShmMap(real(file), region, size, extend, memory);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  if (is_dead(file) && (flags & SQLITE_SHM_LOCK) != 0) return SQLITE_IOERR_SHMLOCK;
  return real_methods(file).xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
  real_methods(file).xShmBarrier(real(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
  const auto* folder = shim(file).folder;
  const bool stays = is_dead(file) || (folder && folder->read_only());
  return real_methods(file).xShmUnmap(real(file), stays ? 0 : remove);
}

// No memory-mapped pages: a write through one could not be seen.
int fetch_page(sqlite3_file*, sqlite3_int64, int, void** page) {
  *page = nullptr;
  return SQLITE_OK;
}
int give_page_back(sqlite3_file*, sqlite3_int64, void*) {
  return SQLITE_OK;
}

constexpr sqlite3_io_methods methods = {
    3,
    close_file,
    read_file,
    write_file,
    truncate_file,
    sync_file,
    file_size,
    lock_file,
    unlock_file,
    check_reserved_lock,
    file_control,
    sector_size,
    device_characteristics,
    map_shared,
    lock_shared,
    barrier,
    unmap_shared,
    fetch_page,
    give_page_back,
};

// --- the file system

SqliteShim& shim(sqlite3_vfs* vfs) {
  return *static_cast<SqliteShim*>(vfs->pAppData);
}
sqlite3_vfs* base(sqlite3_vfs* vfs) {
  return shim(vfs).base();
}

int open_real(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  auto* folder = shim(file).folder;
  if (folder && folder->look() != DiskAnswer::go_on) return SQLITE_CANTOPEN;
  if (folder && folder->read_only())
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE)) |
            SQLITE_OPEN_READONLY;
  if (!folder || !folder->unflushed() || (flags & SQLITE_OPEN_CREATE) == 0)
    return base(vfs)->xOpen(base(vfs), name, real(file), flags, flags_out);
  const auto lock = folder->lock_files();
  const bool is_new = !std::filesystem::exists(name);
  const int result = base(vfs)->xOpen(base(vfs), name, real(file), flags, flags_out);
  if (is_new && result == SQLITE_OK) folder->unflushed()->make(name);
  // Whether the log is new or not: a reader may have made it, empty, before.
  constexpr int logs = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
  shim(file).flushes_folder = (flags & logs) != 0;
  return result;
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  real(file)->pMethods = nullptr;
  auto* self = new (file)
      ShimFile{{nullptr}, name ? &shim(vfs).folders().of_file(name) : nullptr, false, name ? name : ""};
  const int result = open_real(vfs, name, file, flags, flags_out);
  if (!real(file)->pMethods) {  // otherwise SQLite closes it, opened or not
    self->~ShimFile();
    file->pMethods = nullptr;
    return result;
  }
  if (self->folder) self->folder->opened();
  file->pMethods = &methods;
  return result;
}

int remove_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  auto& folder = shim(vfs).folders().of_file(name);
  const auto lock = folder.lock_files();
  switch (folder.change(DiskChange::remove)) {
    case DiskAnswer::go_on:
      break;
    case DiskAnswer::read_only:
      return SQLITE_READONLY;
    default:
      return SQLITE_IOERR_DELETE;
  }
  auto* unflushed = folder.unflushed();
  if (unflushed && std::filesystem::exists(name)) unflushed->remove(name);
  const int result = base(vfs)->xDelete(base(vfs), name, 0);
  if (unflushed && sync_folder) unflushed->folder_flushed();
  return result;
}

int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  const auto& folder = shim(vfs).folders().of_file(name);
  if (folder.dead()) return SQLITE_IOERR_ACCESS;
  const int asked = base(vfs)->xAccess(base(vfs), name, flags, result);
  if (flags == SQLITE_ACCESS_READWRITE && folder.read_only()) *result = 0;
  return asked;
}

int full_path(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  return base(vfs)->xFullPathname(base(vfs), name, size, out);
}
void* open_library(sqlite3_vfs* vfs, const char* name) {
  return base(vfs)->xDlOpen(base(vfs), name);
}
void library_error(sqlite3_vfs* vfs, int size, char* message) {
  base(vfs)->xDlError(base(vfs), size, message);
}
void (*library_symbol(sqlite3_vfs* vfs, void* library, const char* symbol))(void) {
  return base(vfs)->xDlSym(base(vfs), library, symbol);
}
void close_library(sqlite3_vfs* vfs, void* library) {
  base(vfs)->xDlClose(base(vfs), library);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
  return base(vfs)->xRandomness(base(vfs), size, out);
}
int sleep(sqlite3_vfs* vfs, int microseconds) {
  return base(vfs)->xSleep(base(vfs), microseconds);
}
int current_time(sqlite3_vfs* vfs, double* out) {
  return base(vfs)->xCurrentTime(base(vfs), out);
}
int last_error(sqlite3_vfs* vfs, int size, char* out) {
  return base(vfs)->xGetLastError(base(vfs), size, out);
}
int current_time_ms(sqlite3_vfs* vfs, sqlite3_int64* out) {
  return base(vfs)->xCurrentTimeInt64(base(vfs), out);
}

}  // namespace

SqliteShim::SqliteShim(DiskFolders& folders) : base_(sqlite3_vfs_find(nullptr)), folders_(folders), vfs_{} {
  if (!base_ || base_->iVersion < 2) throw std::runtime_error("SQLite has no default VFS of version 2");
  vfs_.iVersion = 2;
  vfs_.szOsFile = static_cast<int>(sizeof(ShimFile)) + base_->szOsFile;
  vfs_.mxPathname = base_->mxPathname;
  vfs_.zName = "waymark-faulty-disk";
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  vfs_.xDelete = remove_file;
  vfs_.xAccess = access;
  vfs_.xFullPathname = full_path;
  vfs_.xDlOpen = open_library;
  vfs_.xDlError = library_error;
  vfs_.xDlSym = library_symbol;
  vfs_.xDlClose = close_library;
  vfs_.xRandomness = randomness;
  vfs_.xSleep = sleep;
  vfs_.xCurrentTime = current_time;
  vfs_.xGetLastError = last_error;
  vfs_.xCurrentTimeInt64 = current_time_ms;
  if (sqlite3_vfs_register(&vfs_, 1) != SQLITE_OK)
    throw std::runtime_error("the faulty disk cannot be registered");
}

SqliteShim::~SqliteShim() {
  sqlite3_vfs_unregister(&vfs_);
}

}  // namespace waymark::test
