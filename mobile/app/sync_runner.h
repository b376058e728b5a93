// Runs the sync session on a thread of its own, when SyncSchedule says so. Nothing here blocks the UI thread,
// and nothing on it waits for an answer.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>

#include "mobile/device/sync_schedule.h"
#include "mobile/device/sync_session.h"

namespace waymark::app {

class AppSettings;
class FieldLog;
class NetworkState;

class SyncRunner : public QObject {
  Q_OBJECT

 public:
  /// `automatic` false: only requestNow() syncs (scripts, pictures, tests). All that is handed in must
  /// outlive this.
  SyncRunner(FieldLog& log, device::KeyStore& keys, device::Transport& transport, RandomSource& random,
             AppSettings& settings, NetworkState& network, bool automatic, QObject* parent = nullptr);
  /// Aborts a running sync and waits for its thread, at most the transport's connect timeout.
  ~SyncRunner() override;

  /// A person asked: at once, on any network.
  void requestNow();
  void abort();
  void setForeground(bool foreground);

  bool busy() const { return busy_; }
  const device::SyncProgress& progress() const { return progress_; }
  const std::optional<device::SyncOutcome>& lastOutcome() const { return last_outcome_; }
  bool online() const;
  bool waitsForWifi() const { return schedule_.waits_for_wifi(); }

 signals:
  void changed();
  /// A run ended; lastOutcome() says how.
  void finished();

 private:
  Instant steadyNow() const;
  void reschedule();
  void start();
  void onFinished(const device::SyncOutcome& outcome);

  FieldLog& log_;
  AppSettings& settings_;
  NetworkState& network_;
  const bool automatic_;
  device::SyncSchedule schedule_;
  QElapsedTimer steady_;
  QTimer due_;
  QThread thread_;
  std::unique_ptr<QObject> worker_;  ///< lives in thread_, only to receive calls there
  device::SyncSession session_;
  std::unique_ptr<device::Abort> abort_;
  device::SyncProgress progress_;
  std::optional<device::SyncOutcome> last_outcome_;
  bool busy_ = false;
};

}  // namespace waymark::app
