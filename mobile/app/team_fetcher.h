// Asks the server for team weeks on a thread of its own: one request at a time, of the weeks wished for
// meanwhile the last. The thread is there only while somebody looks.
#pragma once

#include <QObject>
#include <QThread>
#include <memory>
#include <optional>

#include "mobile/device/team_weeks.h"

namespace waymark::app {

class TeamFetcher : public QObject {
  Q_OBJECT

 public:
  /// All must outlive the fetcher.
  TeamFetcher(device::DeviceStore& store, device::KeyStore& keys, device::Transport& transport,
              QObject* parent = nullptr);
  /// Aborts a running request and waits for its thread, at most the transport's connect timeout.
  ~TeamFetcher() override;

  bool busy() const { return wanted_.has_value(); }
  /// The week being asked for.
  std::optional<Date> wanted() const { return wanted_; }
  void fetch(Date week_first);
  /// Nobody looks any more: what is under way is given up, and its answer dropped.
  void rest();
  /// Waits until nothing is being asked for: for pictures and tests.
  void settle();

 signals:
  void changed();
  void answered(waymark::Date week_first, const waymark::Result<waymark::device::TeamAnswer>& answer);

 private:
  void start();
  void quit();

  device::DeviceStore& store_;
  device::KeyStore& keys_;
  device::Transport& transport_;
  QThread thread_;
  std::unique_ptr<QObject> worker_;  ///< lives in thread_, only to receive calls there
  std::unique_ptr<device::Abort> abort_;
  bool quitting_ = false;
  std::optional<Date> asked_;   ///< of the request under way
  std::optional<Date> wanted_;  ///< the answer somebody waits for
};

}  // namespace waymark::app
