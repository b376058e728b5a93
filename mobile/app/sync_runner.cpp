#include "mobile/app/sync_runner.h"

#include "mobile/app/app_settings.h"
#include "mobile/app/field_log.h"
#include "mobile/app/network_state.h"

namespace waymark::app {

SyncRunner::SyncRunner(FieldLog& log, device::KeyStore& keys, device::Transport& transport,
                       RandomSource& random, AppSettings& settings, NetworkState& network, bool automatic,
                       QObject* parent)
    : QObject(parent),
      log_(log),
      settings_(settings),
      network_(network),
      automatic_(automatic),
      schedule_(random),
      worker_(std::make_unique<QObject>()),
      session_(log.store(), keys, transport, WAYMARK_VERSION) {
  steady_.start();
  worker_->moveToThread(&thread_);
  thread_.setObjectName(QStringLiteral("sync"));

  schedule_.set_connectivity(network_.connectivity(), steadyNow());
  schedule_.set_wifi_only(settings_.wifiOnly(), steadyNow());
  // Not the identity: a wiped phone has none, but still owes the server the word that it is wiped.
  schedule_.set_enrolled(log_.store().has_server().value_or(false), steadyNow());

  due_.setSingleShot(true);
  connect(&due_, &QTimer::timeout, this, &SyncRunner::reschedule);
  connect(&log_, &FieldLog::committed, this, [this] {
    schedule_.committed(steadyNow());
    reschedule();
  });
  connect(&log_, &FieldLog::changed, this, [this](const device::StoreChange& change) {
    if (!change.identity) return;
    schedule_.set_enrolled(log_.store().has_server().value_or(false), steadyNow());
    reschedule();
  });
  connect(&network_, &NetworkState::changed, this, [this] {
    schedule_.set_connectivity(network_.connectivity(), steadyNow());
    reschedule();
    emit changed();
  });
  connect(&settings_, &AppSettings::changed, this, [this] {
    schedule_.set_wifi_only(settings_.wifiOnly(), steadyNow());
    reschedule();
  });
  connect(&log_, &FieldLog::started, this, &SyncRunner::reschedule);
  reschedule();
}

SyncRunner::~SyncRunner() {
  if (abort_) abort_->request();
  thread_.quit();
  thread_.wait();
}

void SyncRunner::requestNow() {
  if (busy_) return;
  schedule_.requested(steadyNow());
  if (automatic_) {
    reschedule();
  } else {
    start();
  }
}

void SyncRunner::abort() {
  if (abort_) abort_->request();
}

void SyncRunner::setForeground(bool foreground) {
  schedule_.set_foreground(foreground, steadyNow());
  reschedule();
}

bool SyncRunner::online() const {
  return network_.connectivity().online;
}

Instant SyncRunner::steadyNow() const {
  return instant_from_ms(steady_.elapsed());
}

void SyncRunner::reschedule() {
  if (!automatic_ || busy_ || log_.starting()) return;
  const Instant now = steadyNow();
  const auto next = schedule_.next();
  if (!next) {
    due_.stop();
  } else if (*next <= now) {
    start();
  } else {
    due_.start(*next - now);
  }
}

void SyncRunner::start() {
  busy_ = true;
  if (!thread_.isRunning()) thread_.start();
  due_.stop();
  schedule_.started(steadyNow());
  abort_ = std::make_unique<device::Abort>();
  progress_ = {device::SessionState::sending, 0, 0};
  emit changed();
  QMetaObject::invokeMethod(worker_.get(), [this, abort = abort_.get()] {
    const auto outcome = session_.run(*abort, [this](const device::SyncProgress& progress) {
      QMetaObject::invokeMethod(this, [this, progress] {
        if (!busy_) return;
        progress_ = progress;
        emit changed();
      });
    });
    QMetaObject::invokeMethod(this, [this, outcome] { onFinished(outcome); });
  });
}

void SyncRunner::onFinished(const device::SyncOutcome& outcome) {
  busy_ = false;
  abort_.reset();
  last_outcome_ = outcome;
  progress_ = {outcome.state, progress_.done, progress_.total};
  schedule_.finished(outcome, steadyNow());
  emit changed();
  emit finished();
  reschedule();
}

}  // namespace waymark::app
