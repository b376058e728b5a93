// Keeps the employer network and the caseload in memory for whoever shows them: read away from the screen's
// thread, in parts, and read again after a change, while what was read before stays to be shown. Lives on the
// UI thread.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "mobile/app/network_index.h"
#include "mobile/device/device_store.h"
#include "shared/tally/week_tally.h"

namespace waymark::app {

class FieldLog;

/// What this person's own entries say about each employer.
struct ContactFacts {
  FirstContacts last;  ///< the last contact that counts
  FirstContacts first;
  std::map<std::string, int, std::less<>> this_week;
};

/// One participant of the caseload, with what their dues follow from.
struct CaseFile {
  device::Stored<Participant> participant;
  std::vector<device::Stored<Job>> jobs;  ///< without deleted ones
  std::vector<Entry> entries;             ///< that name the participant; none of a closed case
};

class Network : public QObject {
  Q_OBJECT

 public:
  explicit Network(FieldLog& log, QObject* parent = nullptr);
  ~Network() override;

  /// Begins to read, unless it has begun. Returns at once; so does everything below but settle().
  void start();
  /// True once employers and caseload have been read a first time.
  bool ready() const { return ready_; }
  /// A page says whether it is looked at. While none is, visits and dues are not worked out anew with every
  /// entry; names are. As long as nobody ever said so, all is kept.
  void watch(const QObject* page, bool looked_at);
  /// What time alone changes: the week that "this week" is.
  void refresh();

  // What was read last, never null.
  std::shared_ptr<const NetworkIndex> index() const { return index_; }
  std::shared_ptr<const ContactFacts> contacts() const { return contacts_; }
  std::shared_ptr<const std::vector<CaseFile>> caseload() const { return caseload_; }

  /// Waits until all that was committed has been read: for tests, scripts and pictures.
  void settle();

 signals:
  void networkChanged();
  void caseloadChanged();

 private:
  struct Wanted {
    bool employers = false, contacts = false, caseload = false;
    bool any() const { return employers || contacts || caseload; }
  };
  struct Reading;

  bool watched() const;
  void onChange(const device::StoreChange& change);
  void read();
  void take();

  FieldLog& log_;
  Wanted wanted_;
  std::map<const QObject*, bool> watchers_;
  bool started_ = false, ready_ = false, reading_ = false;
  Date week_{};
  std::shared_ptr<const NetworkIndex> index_ = std::make_shared<NetworkIndex>();
  std::shared_ptr<const ContactFacts> contacts_ = std::make_shared<ContactFacts>();
  std::shared_ptr<const std::vector<CaseFile>> caseload_ = std::make_shared<std::vector<CaseFile>>();
  bool caseload_pending_ = false;

  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::unique_ptr<Reading> done_;  ///< read, and not yet taken; guarded by mutex_
  QThreadPool pool_;               // last: waits for its work before anything else goes
};

}  // namespace waymark::app
