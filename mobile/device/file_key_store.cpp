#include <fmt/core.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <system_error>

#include "mobile/device/files.h"
#include "mobile/device/key_store.h"

namespace waymark::device {
namespace {

using Secrets = std::map<std::string, std::string, std::less<>>;

Result<Secrets> read_secrets(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored) && !ignored) return Secrets{};
  std::ifstream in(file);
  if (!in)
    return fail(ErrorCode::cannot_open,
                fmt::format("The key file {} cannot be read: check who owns it.", file.string()));
  Secrets secrets;
  for (std::string line; std::getline(in, line);) {
    const auto space = line.find(' ');
    if (space != std::string::npos) secrets.insert_or_assign(line.substr(0, space), line.substr(space + 1));
  }
  if (in.bad())
    return fail(ErrorCode::cannot_open,
                fmt::format("The key file {} cannot be read to its end: check the storage.", file.string()));
  return secrets;
}

Result<void> write_secrets(const std::filesystem::path& file, const Secrets& secrets) {
  std::string text;
  for (const auto& [name, secret] : secrets) text += name + ' ' + secret + '\n';
  return write_private_file(file, text, Existing::replace);
}

}  // namespace

Result<std::optional<std::string>> FileKeyStore::load(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  auto secrets = read_secrets(file_);
  if (!secrets) return tl::unexpected(secrets.error());
  const auto found = secrets->find(name);
  if (found == secrets->end()) return std::optional<std::string>{};
  return std::optional<std::string>{std::move(found->second)};
}

Result<void> FileKeyStore::save(std::string_view name, std::string_view secret) {
  const std::lock_guard lock(mutex_);
  auto secrets = read_secrets(file_);
  if (!secrets) return tl::unexpected(secrets.error());
  secrets->insert_or_assign(std::string(name), std::string(secret));
  return write_secrets(file_, *secrets);
}

Result<void> FileKeyStore::erase(std::string_view name) {
  const std::lock_guard lock(mutex_);
  auto secrets = read_secrets(file_);
  if (!secrets) return tl::unexpected(secrets.error());
  const auto found = secrets->find(name);
  if (found == secrets->end()) return {};
  secrets->erase(found);
  return write_secrets(file_, *secrets);
}

}  // namespace waymark::device
