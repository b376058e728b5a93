// An enrolled phone for the tests: the real store and view models, with clock, positions and server handed
// in.
#pragma once

#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/app/app_clock.h"
#include "mobile/app/app_context.h"
#include "mobile/app/sample_server.h"
#include "mobile/device/memory_key_store.h"

/// Texts of Qt in a failed check are shown as texts.
template <>
struct Catch::StringMaker<QString> {
  static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};

namespace waymark::app::test {

/// Answers when the test says so.
class FakePositions final : public PositionProvider {
 public:
  void request(Millis) override {
    open = true;
    ++requests;
  }
  void cancel() override { open = false; }
  void answer(const Position& position) {
    open = false;
    emit fixed(position);
  }
  void refuse(TagAbsence reason) {
    open = false;
    emit failed(reason);
  }

  bool open = false;
  int requests = 0;
};

/// A small agency in New York: a policy, seven and a half hours from Monday to Friday, a library and an
/// office, two employers, one participant.
struct Agency {
  Agency();
  std::vector<Record> records() const;

  Policy policy;
  Person me;
  Schedule schedule;
  KnownPlace library, office;
  Employer hannaford, price_chopper;
  Participant participant;
};

class Phone {
 public:
  /// Thursday 19 November 2026, 08:30, enrolled, with everything received.
  explicit Phone(std::vector<Record> more = {});
  ~Phone();

  AppContext& app() { return *app_; }
  NowModel& now() { return app_->now(); }
  FieldLog& log() { return app_->log(); }

  /// The clock, in the agency's zone: "09:15" of the day it stands on, or "2026-11-19 09:15".
  void at(std::string_view time);
  Instant when(std::string_view time) const;
  /// What was committed is shown.
  void settle() { app_->log().deliverChanges(); }
  /// All that is kept in memory is gone, as after a kill; the file is opened again.
  void killAndReopen();
  QString storeFile() const { return directory_.filePath("waymark.db"); }
  /// One sync on this thread.
  device::SyncOutcome sync();

  Entry running();
  std::vector<Entry> entriesToday();
  /// An entry straight into the store, as if it had been made before.
  Entry put(Entry entry);
  Entry entry(Activity activity, std::optional<Place> place, std::string_view from, std::string_view to);

  Agency agency;
  AppClock clock;
  SystemRandom random;
  device::PlainSeal seal;
  device::MemoryKeyStore keys;
  FakePositions positions;
  std::unique_ptr<SampleServer> server;
  Zone zone;

 private:
  void open();

  QTemporaryDir directory_;
  std::unique_ptr<device::DeviceStore> store_;
  std::unique_ptr<AppContext> app_;
};

/// Where the test's employers and places are, near Albany.
inline constexpr Position at_hannaford{42.6390, -73.7890, 9.0, TagSource::gps};

}  // namespace waymark::app::test
