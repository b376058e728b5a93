#include "tests/disk/unflushed_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace waymark::test {

namespace {

constexpr std::int64_t sector = 512;

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put_content(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
}

std::int64_t below(std::int64_t bound, std::mt19937_64& random) {
  return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(bound));
}

}  // namespace

UnflushedFiles::File& UnflushedFiles::touched(const Path& path, std::int64_t size) {
  const auto [file, is_new] = files_.try_emplace(path);
  if (is_new) file->second.flushed_size = file->second.least_size = size;
  return file->second;
}

/// Keeps what the sectors of [from, to) hold.
void UnflushedFiles::keep(File& file, const OpenFile& before, std::int64_t from, std::int64_t to) {
  const auto first = from / sector;
  const auto held = before.read(first * sector, (to + sector - 1) / sector * sector - first * sector);
  for (auto number = first; number * sector < to; ++number) {
    const auto at = std::min<std::size_t>(static_cast<std::size_t>((number - first) * sector), held.size());
    file.was[number].push_back(held.substr(at, sector));
  }
}

void UnflushedFiles::make(const Path& path) {
  made_.insert(path);
  files_[path] = File{};
}

void UnflushedFiles::write(const Path& path, const OpenFile& before, std::int64_t offset, std::int64_t size) {
  keep(touched(path, before.size), before, offset, offset + size);
}

void UnflushedFiles::cut_short(const Path& path, const OpenFile& before, std::int64_t size) {
  auto& file = touched(path, before.size);
  if (size >= before.size) return;
  keep(file, before, size, before.size);
  file.least_size = std::min(file.least_size, size);
}

UnflushedFiles::Removed UnflushedFiles::gone(const Path& path) {
  Removed removed{content_of(path), std::nullopt};
  if (const auto file = files_.extract(path)) removed.unflushed = std::move(file.mapped());
  return removed;
}

void UnflushedFiles::remove(const Path& path) {
  auto removed = gone(path);
  // A name that was never flushed need not come back. One that an earlier file had does, with that file.
  if (made_.erase(path) > 0) return;
  removed_.insert_or_assign(path, std::move(removed));
}

void UnflushedFiles::link(const Path& path, const Path& name) {
  made_.insert(name);
  if (const auto file = files_.find(path); file != files_.end()) files_.insert_or_assign(name, file->second);
}

void UnflushedFiles::rename(const Path& from, const Path& to) {
  Renamed renamed{from, to, made_.erase(from) > 0, std::nullopt};
  if (std::filesystem::exists(to)) renamed.replaced = gone(to);
  if (made_.erase(to) > 0) renamed.replaced.reset();
  if (auto file = files_.extract(from)) {
    file.key() = to;
    files_.insert(std::move(file));
  }
  renamed_.push_back(std::move(renamed));
}

void UnflushedFiles::flushed(const Path& path) {
  files_.erase(path);
}

void UnflushedFiles::folder_flushed() {
  made_.clear();
  removed_.clear();
  renamed_.clear();
}

void UnflushedFiles::cut(std::mt19937_64& random) {
  for (const auto& [path, file] : files_) {
    if (!std::filesystem::exists(path)) continue;  // renamed where this does not see it, flushed before
    if (made_.contains(path) && below(3, random) == 0)
      std::filesystem::remove(path);
    else
      shake(path, file, random);
  }
  for (auto last = renamed_.rbegin(); last != renamed_.rend(); ++last)
    if (std::filesystem::exists(last->to) && below(2, random) == 0) undo(*last, random);
  for (const auto& path : made_)
    if (!files_.contains(path) && below(3, random) == 0) std::filesystem::remove(path);
  for (const auto& [path, removed] : removed_) {
    if (std::filesystem::exists(path) || below(2, random) == 0) continue;
    bring_back(path, removed, random);
  }
  files_.clear();
  folder_flushed();
}

void UnflushedFiles::bring_back(const Path& path, const Removed& removed, std::mt19937_64& random) {
  put_content(path, removed.content);
  if (removed.unflushed) shake(path, *removed.unflushed, random);
}

void UnflushedFiles::undo(const Renamed& renamed, std::mt19937_64& random) {
  const auto content = content_of(renamed.to);
  std::filesystem::remove(renamed.to);  // not written over: it may have another name
  if (renamed.replaced) bring_back(renamed.to, *renamed.replaced, random);
  const bool never_there = renamed.from_was_made && below(3, random) == 0;
  if (!never_there && !std::filesystem::exists(renamed.from)) put_content(renamed.from, content);
}

void UnflushedFiles::shake(const Path& path, const File& file, std::mt19937_64& random) {
  // Often nearly all or nearly nothing is lost, which a fair coin for each sector would hardly ever show.
  constexpr std::array<std::int64_t, 6> chances = {0, 5, 50, 50, 95, 100};
  const auto lost_percent = chances.at(static_cast<std::size_t>(below(chances.size(), random)));
  const auto lost = [&] { return below(100, random) < lost_percent; };

  auto content = content_of(path);
  const auto now = static_cast<std::int64_t>(content.size());
  auto size = now;
  if (now > file.flushed_size && lost()) {
    const auto sectors = (now - file.flushed_size) / sector;
    size = file.flushed_size + (lost() || sectors == 0 ? 0 : below(sectors, random) * sector);
  }
  if (file.least_size < file.flushed_size && lost()) size = std::max(size, file.flushed_size);

  content.resize(static_cast<std::size_t>(std::max(size, now)));
  for (const auto& [number, states] : file.was) {
    const auto at = number * sector;
    const bool is_there = at < now;
    if (is_there && !lost()) continue;
    auto state = states.at(static_cast<std::size_t>(below(std::ssize(states), random)));
    state.resize(sector);
    if (at < std::ssize(content)) content.replace(static_cast<std::size_t>(at), sector, state);
  }
  content.resize(static_cast<std::size_t>(size));
  put_content(path, content);
}

}  // namespace waymark::test
