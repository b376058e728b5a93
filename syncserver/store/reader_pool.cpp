#include "syncserver/store/reader_pool.h"

#include <algorithm>

namespace waymark::server {

ReaderPool::ReaderPool(const std::filesystem::path& path, int size) {
  for (int i = 0; i < std::max(1, size); ++i)
    connections_.push_back(std::make_unique<Connection>(path, Connection::Access::read_only));
}

std::unique_ptr<Connection> ReaderPool::take() {
  std::unique_lock lock(mutex_);
  free_.wait(lock, [this] { return !connections_.empty(); });
  auto connection = std::move(connections_.back());
  connections_.pop_back();
  return connection;
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    connections_.push_back(std::move(connection));
  }
  free_.notify_one();
}

}  // namespace waymark::server
