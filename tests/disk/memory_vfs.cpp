#include "tests/disk/memory_vfs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <stdexcept>
#include <system_error>

namespace waymark::test {

/// An open file. Without a descriptor it has no name, and goes when it is closed.
struct MemoryVfs::Node {
  MemoryFile file;
  Identity identity{};
  std::string name;
  int descriptor = -1;
  bool writes = false;
  int handles = 0, sharing = 0;

  Node() = default;
  ~Node() {
    if (descriptor >= 0) ::close(descriptor);
  }
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  void read_in(std::size_t size) {
    file.bytes.resize(size);
    if (::pread(descriptor, file.bytes.data(), size, 0) != static_cast<ssize_t>(size))
      throw std::system_error(errno, std::generic_category(), name);
  }
  void write_back() {
    if (!file.changed || descriptor < 0) return;
    const auto size = static_cast<off_t>(file.bytes.size());
    if (::pwrite(descriptor, file.bytes.data(), file.bytes.size(), 0) != size ||
        ::ftruncate(descriptor, size) != 0)
      throw std::system_error(errno, std::generic_category(), name);
    file.changed = false;
  }
};

namespace {

using Node = MemoryVfs::Node;

/// What SQLite takes for its file.
struct Handle {
  sqlite3_file head;
  MemoryVfs* vfs;
  std::shared_ptr<Node> node;
  MemoryLocks locks;
  bool writes;  // or was opened to be read
  bool shares;  // the node's shared memory
};

Handle& handle(sqlite3_file* file) {
  return *reinterpret_cast<Handle*>(file);
}

MemoryFile& content(sqlite3_file* file) {
  return handle(file).node->file;
}

/// A failure of the real disk, which is no part of any test.
template <class Work>
int guarded(int failed, Work&& work) {
  try {
    work();
    return SQLITE_OK;
  } catch (const std::exception&) {
    return failed;
  }
}

// --- one open file

int unmap_shared(sqlite3_file* file, int) {
  auto& self = handle(file);
  if (!std::exchange(self.shares, false)) return SQLITE_OK;
  self.node->file.unlock_places(self.locks, ~0U, false);
  self.node->file.unlock_places(self.locks, ~0U, true);
  if (--self.node->sharing == 0) self.node->file.drop_shared();
  return SQLITE_OK;
}

int close_file(sqlite3_file* file) {
  auto& self = handle(file);
  unmap_shared(file, 0);
  self.node->file.unlock(self.locks, SQLITE_LOCK_NONE);
  const int result = guarded(SQLITE_IOERR_CLOSE, [&self] { self.vfs->close(self.node); });
  self.~Handle();
  return result;
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  const auto& bytes = content(file).bytes;
  const auto there = std::clamp<sqlite3_int64>(std::ssize(bytes) - offset, 0, size);
  if (there > 0) std::memcpy(to, bytes.data() + offset, static_cast<std::size_t>(there));
  if (there == size) return SQLITE_OK;
  std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(size - there));
  return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  if (!handle(file).writes) return SQLITE_IOERR_WRITE;
  auto& to = content(file);
  const auto end = std::ssize(to.bytes);
  if (end < offset + size) {
    to.bytes.resize(static_cast<std::size_t>(offset + size));
    if (end < offset) std::fill(to.bytes.data() + end, to.bytes.data() + offset, '\0');
  }
  std::memcpy(to.bytes.data() + offset, from, static_cast<std::size_t>(size));
  to.changed = true;
  return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (!handle(file).writes) return SQLITE_IOERR_TRUNCATE;
  auto& cut = content(file);
  if (size < std::ssize(cut.bytes)) cut.bytes.resize(static_cast<std::size_t>(size));
  cut.changed = true;
  return SQLITE_OK;
}

int sync_file(sqlite3_file*, int) {
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = std::ssize(content(file).bytes);
  return SQLITE_OK;
}

// As the system has it, who cannot write gets no lock of a writer's: the last reader to close a database does
// not fold its log in.
int lock_file(sqlite3_file* file, int level) {
  if (level > SQLITE_LOCK_SHARED && !handle(file).writes) return SQLITE_IOERR_LOCK;
  return content(file).lock(handle(file).locks, level);
}

int unlock_file(sqlite3_file* file, int level) {
  content(file).unlock(handle(file).locks, level);
  return SQLITE_OK;
}

int check_reserved_lock(sqlite3_file* file, int* is_taken) {
  *is_taken = content(file).is_reserved() ? 1 : 0;
  return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}

// As the system's VFS says of its files: both decide how much SQLite writes.
int sector_size(sqlite3_file*) {
  return 4096;
}

int device_characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int map_shared(sqlite3_file* file, int region, int size, int make, void volatile** memory) {
  auto& self = handle(file);
  if (!std::exchange(self.shares, true)) ++self.node->sharing;
  *memory =
      self.node->file.shared(static_cast<std::size_t>(region), static_cast<std::size_t>(size), make != 0);
  return SQLITE_OK;
}

int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  const unsigned places = ((1U << static_cast<unsigned>(count)) - 1) << static_cast<unsigned>(offset);
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  if ((flags & SQLITE_SHM_LOCK) != 0) return content(file).lock_places(handle(file).locks, places, exclusive);
  content(file).unlock_places(handle(file).locks, places, exclusive);
  return SQLITE_OK;
}

void barrier(sqlite3_file*) {}

constexpr sqlite3_io_methods methods = {
    2,
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
    nullptr,
    nullptr,
};

// --- the file system

MemoryVfs& memory(sqlite3_vfs* vfs) {
  return *static_cast<MemoryVfs*>(vfs->pAppData);
}

sqlite3_vfs* base(sqlite3_vfs* vfs) {
  return memory(vfs).base();
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  file->pMethods = nullptr;
  auto node = std::make_shared<Node>();
  const bool writes = (flags & SQLITE_OPEN_READWRITE) != 0;
  if (name != nullptr) {
    const int create = (flags & SQLITE_OPEN_CREATE) != 0 ? O_CREAT : 0;
    const int exclusive = (flags & SQLITE_OPEN_EXCLUSIVE) != 0 ? O_EXCL : 0;
    const int descriptor = ::open(name, (writes ? O_RDWR : O_RDONLY) | create | exclusive | O_CLOEXEC, 0600);
    if (descriptor < 0) return SQLITE_CANTOPEN;
    const int found = guarded(SQLITE_CANTOPEN, [&] { node = memory(vfs).node(descriptor, writes, name); });
    if (found != SQLITE_OK) return found;
  }
  ++node->handles;
  new (file) Handle{{&methods}, &memory(vfs), std::move(node), {}, writes, false};
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int remove_file(sqlite3_vfs*, const char* name, int) {
  if (::unlink(name) == 0) return SQLITE_OK;
  return errno == ENOENT ? SQLITE_IOERR_DELETE_NOENT : SQLITE_IOERR_DELETE;
}

int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  if (flags != SQLITE_ACCESS_EXISTS) return base(vfs)->xAccess(base(vfs), name, flags, result);
  // As the system's VFS has it: an empty file is none.
  *result = memory(vfs).size_of(name) > 0 ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  const auto length = std::strlen(name);
  if (*name != '/' || length >= static_cast<std::size_t>(size))
    return base(vfs)->xFullPathname(base(vfs), name, size, out);
  std::memcpy(out, name, length + 1);
  return SQLITE_OK;
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

MemoryVfs::MemoryVfs() : base_(sqlite3_vfs_find(nullptr)), vfs_{} {
  if (!base_ || base_->iVersion < 2) throw std::runtime_error("SQLite has no default VFS of version 2");
  vfs_ = *base_;
  vfs_.iVersion = 2;
  vfs_.szOsFile = sizeof(Handle);
  vfs_.pNext = nullptr;
  vfs_.zName = "waymark-memory";
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  vfs_.xDelete = remove_file;
  vfs_.xAccess = access;
  vfs_.xFullPathname = full_path;
  vfs_.xRandomness = randomness;
  vfs_.xSleep = sleep;
  vfs_.xCurrentTime = current_time;
  vfs_.xGetLastError = last_error;
  vfs_.xCurrentTimeInt64 = current_time_ms;
  if (sqlite3_vfs_register(&vfs_, 1) != SQLITE_OK)
    throw std::runtime_error("the files in memory cannot be registered");
}

MemoryVfs::~MemoryVfs() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(base_, 1);
}

std::shared_ptr<MemoryVfs::Node> MemoryVfs::node(int descriptor, bool writes, const char* name) {
  struct stat found {};
  if (::fstat(descriptor, &found) != 0) {
    ::close(descriptor);
    throw std::system_error(errno, std::generic_category(), name);
  }
  const Identity identity{found.st_dev, found.st_ino};
  if (const auto known = nodes_.find(identity); known != nodes_.end()) {
    auto node = known->second.lock();
    if (writes && !std::exchange(node->writes, true)) std::swap(node->descriptor, descriptor);
    ::close(descriptor);
    return node;
  }
  auto node = std::make_shared<Node>();
  node->identity = identity;
  node->name = name;
  node->descriptor = descriptor;
  node->writes = writes;
  node->read_in(static_cast<std::size_t>(found.st_size));
  nodes_.emplace(identity, node);
  return node;
}

void MemoryVfs::close(const std::shared_ptr<Node>& node) {
  if (--node->handles > 0 || node->descriptor < 0) return;
  nodes_.erase(node->identity);
  node->write_back();
}

MemoryVfs::Node* MemoryVfs::find(const char* name) {
  struct stat found {};
  if (::stat(name, &found) != 0) return nullptr;
  const auto open = nodes_.find({found.st_dev, found.st_ino});
  return open == nodes_.end() ? nullptr : open->second.lock().get();
}

std::int64_t MemoryVfs::size_of(const char* name) {
  struct stat found {};
  if (::stat(name, &found) != 0) return -1;
  const auto open = nodes_.find({found.st_dev, found.st_ino});
  if (open == nodes_.end()) return found.st_size;
  return std::ssize(open->second.lock()->file.bytes);
}

void MemoryVfs::write_back(const std::filesystem::path& folder) {
  for (auto& [identity, open] : nodes_)
    if (const auto node = open.lock(); std::filesystem::path(node->name).parent_path() == folder)
      node->write_back();
}

bool MemoryVfs::replace(const std::filesystem::path& database, const std::string& bytes) {
  auto* main = find(database.c_str());
  if (main == nullptr) return false;
  main->file.bytes.assign(bytes);
  main->file.changed = true;
  main->file.begin_log_anew();
  if (auto* log = find((database.native() + "-wal").c_str())) {
    log->file.bytes.resize(0);
    log->file.changed = true;
  }
  return true;
}

}  // namespace waymark::test
