// Machines that fail: killed, without power, full, put back to what they were, cloned; clocks that jump.
#include <utility>

#include "tests/simulation/world.h"

namespace waymark::simulation {

using test::DiskFault;

void World::time_passes() {
  const auto hours = dice_.between(1, 30);
  trace_.step("{} hours pass", hours);
  clock_.pass(std::chrono::hours{hours});
}

void World::clock_jumps() {
  auto& phone = any_phone();
  const auto by = std::chrono::minutes{dice_.between(-30 * 60, 30 * 60)};
  trace_.step("the clock of {} jumps to {} minutes off", phone.name, by.count());
  phone.clock.set_off_by(by);
  trace_.count(Happening::clock_jump);
}

void World::server_clock_jumps() {
  const auto by = std::chrono::minutes{dice_.between(-30 * 60, 30 * 60)};
  trace_.step("the clock of the server jumps to {} minutes off", by.count());
  site_->set_clock_off_by(by);
  trace_.count(Happening::server_clock_jump);
}

// --- the server
// ------------------------------------------------------------------------------------------------------

void World::server_dies() {
  if (!site_->is_up() || !site_->may_die()) return;
  if (!site_->power_may_fail()) {
    trace_.step("the server is killed and starts again");
    trace_.count(Happening::server_killed);
    site_->kill_and_boot();
  } else {
    trace_.step("the server loses its power and starts again");
    trace_.count(Happening::server_power_cut);
    site_->cut_power_and_boot();
  }
}

void World::server_dies_in_request() {
  if (!site_->is_up() || !site_->may_die()) return;
  const auto change = dice_.between(1, 14);
  const bool power_cut = dice_.chance(50);
  trace_.step("the server is to die at change {} of its disk in the next request", change);
  site_->plan_fault(DiskFault::stop, change, power_cut);
  exchange();
}

void World::server_disk_fills() {
  if (!site_->is_up()) return;
  trace_.step("the server's disk is full");
  trace_.count(Happening::server_disk_full);
  site_->fill_disk();
  exchange();
}

void World::server_disk_is_freed() {
  site_->heal_disk();
}

void World::backup() {
  if (!site_->is_up()) return;
  server_disk_is_freed();
  trace_.step("the server is backed up at {}", site_->model().tail().seq);
  const bool busy = dice_.chance(30) && !site_->has_plan();
  const auto had = site_->backups();
  site_->back_up([&] {
    if (!busy) return;
    trace_.count(Happening::op_during_backup);
    exchange();
  });
  if (site_->backups() == had) return;
  for (const auto& [op, known] : site_->newest_backup().ops()) ledger_.note_in_backup(op);
}

void World::restore() {
  if (site_->backups() == 0) return;
  // Nearly always the newest; an older one loses what phones were told is safe, and nothing else.
  auto which = site_->backups() - 1;
  if (which > 0 && dice_.chance(15)) --which;
  trace_.step("backup {} of {} is put in place of the server's store", which + 1, site_->backups());
  for (const auto& op : site_->restore(which))
    ledger_.excuse(op, "was in a newer backup than the one restored");
  ledger_.forget_backups();
  for (const auto& [op, known] : site_->model().ops()) ledger_.note_in_backup(op);
}

// --- phones
// ----------------------------------------------------------------------------------------------------------

void World::phone_dies() {
  auto& phone = any_phone();
  if (!phone.is_open() || !phone.may_die()) return;
  const bool power_cut = phone.power_may_fail();
  trace_.step("{} {}", phone.name,
              power_cut ? "loses its power and starts again" : "is killed and starts again");
  trace_.count(power_cut ? Happening::phone_power_cut : Happening::phone_killed);
  const auto before = phone.hold();
  phone.kill_and_open(power_cut);
  if (!going_on()) return;
  const auto after = phone.outbox();
  for (const auto& [op, line] : before->outbox)
    if (!after.contains(op)) return verdict_.broken("{} lost op {} when it was stopped", phone.name, op);
}

void World::phone_dies_in_write() {
  auto& phone = any_phone();
  if (!phone.is_open() || !phone.may_die() || phone.disk_full) return;
  const auto change = dice_.between(1, 8);
  const bool power_cut = dice_.chance(50);
  trace_.step("{} is to die at change {} of its disk", phone.name, change);
  const auto before = phone.outbox();
  stage_.disk.start_counting(phone.folder);
  stage_.disk.fail_at(phone.folder, change, DiskFault::stop);
  phone.dying = true;
  if (dice_.chance(60))
    edit_on(phone);
  else
    sync_whole(phone, true);
  if (!phone.is_dead()) stage_.disk.heal(phone.folder);
  const bool died = std::exchange(phone.dying, false) && stage_.disk.struck(phone.folder);
  if (!going_on() || !died) return;
  trace_.note("it does");
  trace_.count(Happening::phone_killed_in_write);
  phone.kill_and_open(power_cut);
  if (!going_on()) return;
  const auto after = phone.outbox();
  for (const auto& [op, line] : before)
    if (!after.contains(op) && !ledger_.is_in_backup(op) && !ledger_.at(op).refused &&
        !site_->model().is_refused_op(op))
      return verdict_.broken("{} lost op {} when it was stopped", phone.name, op);
}

void World::phone_disk_fills() {
  auto& phone = any_phone();
  if (!phone.is_open()) return;
  trace_.step("the storage of {} is full", phone.name);
  trace_.count(Happening::phone_disk_full);
  stage_.disk.fail_at(phone.folder, 0, DiskFault::full);
  phone.disk_full = true;
  edit_on(phone);
}

void World::phone_disk_is_freed() {
  for (auto& phone : phones_) {
    if (!phone->disk_full) continue;
    stage_.disk.heal(phone->folder);
    phone->disk_full = false;
  }
}

void World::phone_is_copied() {
  const auto at = static_cast<std::size_t>(dice_.between(0, static_cast<int>(phones_.size()) - 1));
  if (!phones_[at]->is_open() || phones_[at]->person().empty()) return;
  trace_.step("the files of {} are copied", phones_[at]->name);
  copies_.emplace_back(at, phones_[at]->copy());
}

void World::phone_is_put_back() {
  if (copies_.empty()) return;
  const auto& [at, copy] = dice_.pick(copies_);
  auto& phone = *phones_[at];
  trace_.step("{} is put back to a copy of its files", phone.name);
  phone_disk_is_freed();
  phone.put_back(copy);
  trace_.count(Happening::phone_restored);
}

void World::phone_is_cloned() {
  if (cloned_) return;
  cloned_ = true;
  const auto at = static_cast<std::size_t>(dice_.between(0, static_cast<int>(phones_.size()) - 1));
  auto& original = *phones_[at];
  if (!original.is_open() || original.person().empty()) return;
  phone_disk_is_freed();
  const auto number = static_cast<int>(phones_.size());
  trace_.step("{} is cloned", original.name);
  auto handset = machines_.take_phone(original.copy().files, clock_, Peril::none);
  auto clone = std::make_unique<Phone>(stage_, ledger_, "the clone of " + original.name, std::move(handset),
                                       seed_, number);
  clone->keys = original.keys;
  clone->token = original.token;
  clone->last_person = original.last_person;
  clone->app = original.app;
  if (clone->open()) clone->note_new_ops();
  phones_.push_back(std::move(clone));
  trace_.count(Happening::phone_cloned);
}

}  // namespace waymark::simulation
