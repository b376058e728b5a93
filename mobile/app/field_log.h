// The phone's records as the view models use them: the store with its readers and its book of entries, who
// the phone works for, the agency's zone, names by id, and signals when something changed. Lives on the UI
// thread.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "mobile/device/device_store.h"
#include "mobile/device/drafts.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/records.h"
#include "shared/time/zone.h"

namespace waymark::app {

class FieldLog : public QObject {
  Q_OBJECT

 public:
  /// `store` must outlive the log; it is the store's one listener.
  explicit FieldLog(device::DeviceStore& store, QObject* parent = nullptr);
  ~FieldLog() override;

  device::DeviceStore& store() { return store_; }
  const device::Records& records() const { return records_; }
  device::EntryBook& book() { return book_; }
  device::Drafts& drafts() { return drafts_; }

  Instant now() const { return store_.clock().now(); }
  const std::optional<device::Identity>& identity() const { return identity_; }
  /// The agency's zone; UTC before the phone is enrolled.
  const Zone& zone() const { return zone_; }
  Date today() const { return zone_.date_of(now()); }
  /// The first day of the week `date` lies in.
  Date weekOf(Date date) const;
  Policy policyFor(Date week_first) const;
  Verdict verdictOf(const Entry& entry) const;

  // Reads that say a failure once (`failed`) and go on with nothing, so that capture is never stopped by one.
  device::WeekReading week(Date week_first) const;
  std::vector<device::Stored<Entry>> entriesOf(Date day) const;
  std::optional<device::Stored<Entry>> runningEntry() const;
  std::optional<device::Stored<Entry>> entry(const std::string& id) const;

  // Read once, and again after they changed.
  const std::vector<Employer>& employers() const;
  const std::vector<Participant>& participants() const;
  const std::vector<KnownPlace>& places() const;
  /// The name of a known place or an employer; "" if the phone has neither.
  QString placeName(const std::string& id) const;
  QString employerName(const std::string& id) const;
  QString participantName(const std::string& id) const;

  /// "Hannaford, Delaware Ave" where it is known, else the kind of place; for travel "Program site →
  /// Library".
  QString whereText(const Entry& entry) const;

  /// Passes on what was committed and not yet told. Happens by itself when the event loop turns.
  void deliverChanges();
  /// Tells `failed` if the result holds an error; true if it does not.
  template <class T>
  bool check(const Result<T>& result) const {
    if (!result) report(result.error());
    return result.has_value();
  }
  void report(const Error& error) const;

 signals:
  /// Records changed, here or by a sync: what is shown must be read again.
  void changed(const waymark::device::StoreChange& change);
  /// The user changed something on this phone: a reason to sync.
  void committed();
  /// One view model's action became the newest: Undo would take that one back, so notices of the others are
  /// over.
  void acted(const QObject* by);
  /// An entry was deleted, wherever that was; its title is for the notice that offers to bring it back.
  void entryRemoved(const QString& title);
  /// Reading or writing failed; one sentence for a banner.
  void failed(const QString& sentence) const;

 private:
  void onCommit(const device::StoreChange& change);
  void readIdentity();

  device::DeviceStore& store_;
  device::Records records_;
  device::EntryBook book_;
  device::Drafts drafts_;
  std::optional<device::Identity> identity_;
  Zone zone_;
  mutable std::optional<std::vector<Policy>> policies_;
  mutable std::optional<std::vector<Employer>> employers_;
  mutable std::optional<std::vector<Participant>> participants_;
  mutable std::optional<std::vector<KnownPlace>> places_;
};

}  // namespace waymark::app
