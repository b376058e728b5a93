#include "mobile/device/spare_room.h"

#include <random>
#include <string>
#include <system_error>

#include "mobile/device/files.h"

namespace waymark::device {
namespace {

/// What a file system that compresses cannot make smaller. Nothing secret is in it or made of it.
std::string incompressible(std::size_t size) {
  std::minstd_rand next(1);
  std::string text(size, '\0');
  for (auto& byte : text) byte = static_cast<char>(next() >> 8);
  return text;
}

}  // namespace

FileSpareRoom::FileSpareRoom(std::filesystem::path file) : file_(std::move(file)) {}

void FileSpareRoom::keep() {
  std::error_code code;
  if (std::filesystem::file_size(file_, code) == bytes && !code) return;
  const auto space = std::filesystem::space(file_.parent_path(), code);
  if (code || space.available < times_free * bytes) return;
  (void)write_private_file(file_, incompressible(bytes), Existing::replace);
}

bool FileSpareRoom::give_up() {
  std::error_code code;
  return std::filesystem::remove(file_, code) && !code;
}

}  // namespace waymark::device
