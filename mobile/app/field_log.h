// The phone's records as the view models use them: the store with its readers and its book of entries, who
// the phone works for, the agency's zone, names by id, and signals when something changed. Lives on the UI
// thread.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mobile/app/network_index.h"
#include "mobile/device/device_store.h"
#include "mobile/device/drafts.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/records.h"
#include "mobile/device/spare_room.h"
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
  /// The agency's, or UTC before there is one. Read when first asked for, which the first frame does not: the
  /// zone library looks at all of its zones before it gives one.
  const Zone& zone() const;
  Date today() const { return zone().date_of(now()); }
  /// The first day of the week `date` lies in.
  Date weekOf(Date date) const;
  Policy policyFor(Date week_first) const;
  Verdict verdictOf(const Entry& entry) const;

  /// True until the first page is on the screen, where somebody waits for it: nothing is read and nothing
  /// begun that it does not show.
  bool starting() const { return starting_; }
  void setStarting(bool starting);

  /// Looks at the clock: says `dayTurned` when the local day is another one, and `clockNoteChanged` when the
  /// phone's own clock shows another hour than the agency's. It looks by itself twice a minute; who wakes the
  /// app asks at once.
  void lookAtClock();
  /// Why times differ from what the phone's own clock shows, after a journey to another zone; "" while they
  /// agree.
  QString clockNote() const;
  /// Room on the storage for the taps of a day on which it is full; null for none. It is set aside half a
  /// minute after the start, and anew once there is room again.
  void setSpareRoom(device::SpareRoom* spare) { spare_ = spare; }
  /// False if there was none, so that trying again would be in vain.
  bool giveUpSpareRoom() { return spare_ != nullptr && spare_->give_up(); }
  /// A clock that is handed in (scripts, pictures) is the agency's: there is nothing to explain.
  void followAgencyClock();

  // Reads that say a failure once (`failed`) and go on with nothing, so that capture is never stopped by one.
  device::WeekReading week(Date week_first) const;
  std::vector<device::Stored<Entry>> entriesOf(Date day) const;
  std::optional<device::Stored<Entry>> runningEntry() const;
  std::optional<device::Stored<Entry>> entry(const std::string& id) const;

  // Read once, and again after they changed.
  /// From the network in memory once that has been read (network.h).
  std::span<const Employer> employers() const;
  const std::vector<Participant>& participants() const;
  const std::vector<KnownPlace>& places() const;
  /// The same employers by name, as people look for them; pointers into employers().
  const std::vector<const Employer*>& employersByName() const;
  /// The name of a known place or an employer; "" if the phone has neither.
  QString placeName(const std::string& id) const;
  QString employerName(const std::string& id) const;
  QString participantName(const std::string& id) const;

  /// "Hannaford, Delaware Ave" where it is known, else the kind of place; for travel "Program site →
  /// Library".
  QString whereText(const Entry& entry) const;

  /// The network as it was read last: for names and lists of employers.
  void setNetwork(std::shared_ptr<const NetworkIndex> network);

  /// Passes on what was committed and not yet told. Happens by itself when the event loop turns.
  void deliverChanges();
  /// The app's language is another: everything that is shown is written anew.
  void reword();
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
  /// Words are to be chosen anew, also those that follow from no record; `changed` comes after it.
  void reworded();
  /// The first page is on the screen: what waited for it begins.
  void started();
  /// The user changed something on this phone: a reason to sync.
  void committed();
  /// Midnight came, or the clock was set: `before` was today until now.
  void dayTurned(waymark::Date before);
  void clockNoteChanged();
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
  QString noteOfClock() const;

  device::DeviceStore& store_;
  device::Records records_;
  device::EntryBook book_;
  device::Drafts drafts_;
  std::optional<device::Identity> identity_;
  mutable std::optional<Zone> zone_;
  device::SpareRoom* spare_ = nullptr;
  QThreadPool background_;  ///< what may take long and shows nothing
  QTimer watch_;
  mutable std::optional<Date> last_today_;
  mutable QString clock_note_;
  bool agency_clock_ = false;
  bool starting_ = false;
  mutable std::optional<std::vector<Policy>> policies_;
  mutable std::optional<std::vector<Employer>> employers_;
  std::shared_ptr<const NetworkIndex> network_;  ///< null until it has been read
  bool network_old_ = false;                     ///< an employer changed since
  mutable std::optional<std::vector<const Employer*>> employers_by_name_;
  /// Names asked for while the list of all employers was not needed.
  mutable std::map<std::string, QString> employer_names_;
  mutable std::optional<std::vector<Participant>> participants_;
  mutable std::optional<std::vector<KnownPlace>> places_;
};

}  // namespace waymark::app
