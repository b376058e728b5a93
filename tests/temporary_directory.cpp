#include "tests/temporary_directory.h"

#include <stdlib.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <system_error>

namespace waymark::test {

namespace {

std::filesystem::path parent_of(TemporaryDirectory::Kind kind) {
  constexpr const char* memory = "/dev/shm";
  if (kind == TemporaryDirectory::Kind::memory && ::access(memory, W_OK | X_OK) == 0) return memory;
  return std::filesystem::temp_directory_path();
}

}  // namespace

TemporaryDirectory::TemporaryDirectory(Kind kind) {
  // mkdtemp puts a name that is free in place of six X.
  auto name = (parent_of(kind) / ("waymark-test-" + std::string(6, 'X'))).string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory can be made");
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace waymark::test
