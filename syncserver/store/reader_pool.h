// A few read-only connections that threads take in turn. Each read sees one snapshot.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "syncserver/store/connection.h"

namespace waymark::server {

class ReaderPool {
 public:
  ReaderPool(const std::filesystem::path& path, int size);

  /// Calls `read(connection)` inside one snapshot; waits for a free connection.
  template <class Read>
  auto run(Read&& read) {
    const Lease lease(*this);
    const Snapshot snapshot(lease.connection());
    return read(lease.connection());
  }

 private:
  class Lease {
   public:
    explicit Lease(ReaderPool& pool) : pool_(pool), connection_(pool.take()) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool_.give_back(std::move(connection_)); }
    Connection& connection() const { return *connection_; }

   private:
    ReaderPool& pool_;
    std::unique_ptr<Connection> connection_;
  };

  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection> connection);

  std::mutex mutex_;
  std::condition_variable free_;
  std::vector<std::unique_ptr<Connection>> connections_;
};

}  // namespace waymark::server
