// One phone or tablet: the real store on a folder whose disk can fail, its key store, its clock, and what the
// person at it does by way of the store's own functions. Every op that ever became durable on it is entered
// in the ledger.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mobile/device/device_store.h"
#include "mobile/device/memory_key_store.h"
#include "mobile/device/sync_side.h"
#include "shared/sample/seeded_random.h"
#include "tests/simulation/folder.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/machines.h"
#include "tests/simulation/server_site.h"

namespace waymark::simulation {

/// What a version of the app knows of bodies. They edit the same records and must leave each other's members.
enum class AppVersion {
  usual,
  newer,  ///< writes members that the others do not know
};

/// One op of the outbox.
struct OutboxLine {
  std::int64_t no = 0;
  std::string op, rid;
  std::string state;   ///< unsent | acked | refused
  std::string status;  ///< the server's word, once acknowledged
  std::string code;    ///< why it was refused
  std::int64_t seq = 0;
  bool from_row = false;  ///< read from its row after a restore
};
using Outbox = std::map<std::string, OutboxLine>;  // by op

/// One record as the phone holds it.
struct HeldRecord {
  RecordType type = RecordType::entry;
  std::string tip, body, row_op, row_body;
  bool has_body = false, deleted = false, row_deleted = false;
  std::int64_t row_seq = 0;
};
using HeldRecords = std::map<std::string, HeldRecord>;  // by rid

/// All of it, in one snapshot.
struct Holding {
  Outbox outbox;
  HeldRecords records;
  std::map<std::string, std::vector<std::string>> sides;  ///< by record: ops listed beside it, in order
};

/// How far the phone has read.
struct Reading {
  Mark cursor, high;
  std::optional<std::int64_t> scope;
  bool again = false;  ///< it reads all from 0 and has not come to the end
  bool unsent = false;
};

/// What a copy of a phone's files brings back. The key store is no part of it.
struct PhoneCopy {
  FileSet files;
};

class Phone {
 public:
  /// On a machine that is running, or with files it can be started on.
  Phone(Stage stage, Ledger& ledger, std::string name, std::unique_ptr<Handset> handset, std::uint64_t seed,
        int number, Peril peril = Peril::none);
  ~Phone();
  Phone(const Phone&) = delete;
  Phone& operator=(const Phone&) = delete;

  /// Opens the store; a breach if it cannot be.
  bool open();
  void close() {
    store_.reset();
    held_.reset();
  }
  bool is_open() const { return store_ != nullptr; }
  device::DeviceStore& store() { return *store_; }
  /// The machine, if it is running and can be another's; the phone is gone then.
  std::unique_ptr<Handset> give_back();

  /// The process dies and starts again.
  void kill_and_open(bool power_cut);
  PhoneCopy copy() const;
  /// The files of another time, or of another phone, take the place of these.
  void put_back(const PhoneCopy& copy);
  /// Another one for each set of files.
  std::string holder() const { return name + ' ' + std::to_string(times_put_back_); }

  /// The same object as long as nothing in the store changed.
  std::shared_ptr<const Holding> hold();
  // Parts of it, valid until something changes.
  const Outbox& outbox() { return hold()->outbox; }
  const HeldRecords& records() { return hold()->records; }
  std::vector<std::string> sides(const std::string& rid);
  Reading reading();
  /// The op shown before `op` was; "" if none was or it is not known any more.
  std::string shown_before(const std::string& op, const std::string& rid);
  std::string person();
  /// `token` becomes what the key store holds for the device that the store says this is; "" if nothing.
  void look_up_token();
  /// Enters the ops made since the last time in the ledger; returns their ids.
  std::vector<std::string> note_new_ops();
  /// The same of all it holds: a number below all others can be given again once its op is gone.
  void note_all_ops();
  /// Record and outbox fit together (sync.md, invariant 4).
  void check_whole();

 private:
  std::unique_ptr<Handset> handset_;

 public:
  Stage stage;
  Ledger& ledger;
  const std::string name;
  const std::filesystem::path folder;
  DeviceClock& clock;
  SeededRandom& random;
  device::MemoryKeyStore keys;
  AppVersion app = AppVersion::usual;
  bool disk_full = false;
  const Peril peril;
  bool may_die() const { return peril != Peril::none; }
  bool power_may_fail() const { return peril == Peril::power_cut; }
  bool dying = false;  ///< it is to die in what it does now
  /// It has died: what it still does changes nothing, and nothing can be read.
  bool is_dead() const { return dying && stage.disk.struck(folder); }
  /// It said that this edit was kept, and died.
  void promise(const std::string& op) { promised_.push_back(op); }
  int life = 0;       ///< a new process, or other files: what was on its way to the old one never arrives
  std::string token;  ///< as last used
  std::string last_person;  ///< whose it was before it was wiped

 private:
  std::unique_ptr<device::DeviceStore>& store_;
  std::int64_t last_no_ = 0, first_no_ = 0;
  int times_put_back_ = 0;
  std::vector<std::string> promised_;
  std::shared_ptr<const Holding> held_;
  const std::shared_ptr<const Holding> nothing_ = std::make_shared<const Holding>();
  std::int64_t held_version_ = -1;
  std::mt19937_64 cut_;
};

}  // namespace waymark::simulation
