#include "tests/disk/disk_folder.h"

#include <algorithm>
#include <stdexcept>

namespace waymark::test {

namespace {

/// What a full disk has no room for: a name, too, may need another block of its folder.
bool needs_room(DiskChange kind) {
  return kind == DiskChange::write || kind == DiskChange::name;
}

}  // namespace

DiskAnswer DiskFolder::change(DiskChange kind) {
  if (dead()) return DiskAnswer::dead;
  if (changes_.fetch_add(1) + 1 == strike_at_.load(std::memory_order_acquire)) return strike(kind);
  switch (mode_.load(std::memory_order_acquire)) {
    case Mode::fine:
      return DiskAnswer::go_on;
    case Mode::full:
      return needs_room(kind) ? DiskAnswer::full : DiskAnswer::go_on;
    case Mode::read_only:
      return kind == DiskChange::flush ? DiskAnswer::go_on : DiskAnswer::read_only;
    case Mode::stopped:
      break;
  }
  return DiskAnswer::dead;
}

DiskAnswer DiskFolder::look() {
  if (dead()) return DiskAnswer::dead;
  if (looks_.fetch_add(1) + 1 != strike_look_at_.load(std::memory_order_acquire)) return DiskAnswer::go_on;
  strike_look_at_ = never;
  struck_ = true;
  return DiskAnswer::io_error;
}

DiskAnswer DiskFolder::strike(DiskChange kind) {
  const auto fault = fault_.load();
  strike_at_ = never;
  struck_ = true;
  enter(fault);
  const bool write = kind == DiskChange::write;
  switch (fault) {
    case DiskFault::io_error:
      return DiskAnswer::io_error;
    case DiskFault::full:
      if (write) return DiskAnswer::full_in_part;
      return needs_room(kind) ? DiskAnswer::full : DiskAnswer::go_on;
    case DiskFault::torn:
      return write ? DiskAnswer::torn : DiskAnswer::dead;
    case DiskFault::read_only:
      return kind == DiskChange::flush ? DiskAnswer::go_on : DiskAnswer::read_only;
    case DiskFault::stop:
      break;
  }
  return DiskAnswer::dead;
}

void DiskFolder::enter(DiskFault fault) {
  switch (fault) {
    case DiskFault::io_error:
      return;
    case DiskFault::full:
      mode_ = Mode::full;
      return;
    case DiskFault::read_only:
      mode_ = Mode::read_only;
      return;
    case DiskFault::torn:
    case DiskFault::stop:
      mode_ = Mode::stopped;
  }
}

void DiskFolder::start_counting() {
  changes_ = 0;
  looks_ = 0;
}

void DiskFolder::plan(std::int64_t change, DiskFault fault) {
  const bool at_a_change = fault == DiskFault::io_error || fault == DiskFault::torn;
  fault_ = fault;
  if (change > 0 || at_a_change) {
    struck_ = false;
    strike_at_ = std::max(change, changes_.load() + 1);
    return;
  }
  strike_at_ = never;
  struck_ = true;
  enter(fault);
}

void DiskFolder::plan_look(std::int64_t look) {
  struck_ = false;
  strike_look_at_ = std::max(look, looks_.load() + 1);
}

void DiskFolder::heal() {
  strike_at_ = never;
  strike_look_at_ = never;
  mode_ = Mode::fine;
}

void DiskFolder::expect_power_cut() {
  const auto lock = lock_files();
  if (!kept_) kept_ = std::make_unique<UnflushedFiles>();
  unflushed_ = kept_.get();
}

DiskFolder& DiskFolders::at(const std::filesystem::path& folder) {
  const std::lock_guard lock(mutex_);
  if (const auto known = by_name_.find(folder); known != by_name_.end()) return *known->second;
  auto& real = by_name_[std::filesystem::weakly_canonical(folder)];
  if (!real) real = std::make_shared<DiskFolder>();
  return *(by_name_[folder] = real);
}

void DiskFolders::forget(const std::filesystem::path& folder) {
  const std::lock_guard lock(mutex_);
  const auto known = by_name_.find(folder);
  if (known == by_name_.end()) return;
  const auto gone = known->second;
  if (gone->open_files() > 0) throw std::logic_error("a folder with open files cannot be forgotten");
  std::erase_if(by_name_, [&](const auto& entry) { return entry.second == gone; });
}

}  // namespace waymark::test
