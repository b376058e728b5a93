#include "mobile/app/team_fetcher.h"

#include <QEventLoop>
#include <utility>

namespace waymark::app {

TeamFetcher::TeamFetcher(device::DeviceStore& store, device::KeyStore& keys, device::Transport& transport,
                         QObject* parent)
    : QObject(parent),
      store_(store),
      keys_(keys),
      transport_(transport),
      worker_(std::make_unique<QObject>()) {
  worker_->moveToThread(&thread_);
  thread_.setObjectName(QStringLiteral("team"));
}

TeamFetcher::~TeamFetcher() {
  if (abort_) abort_->request();
  thread_.quit();
  thread_.wait();
}

void TeamFetcher::fetch(Date week_first) {
  if (wanted_ == week_first) return;
  wanted_ = week_first;
  emit changed();
  if (!asked_) start();
}

void TeamFetcher::rest() {
  if (wanted_) {
    wanted_.reset();
    emit changed();
  }
  if (abort_)
    abort_->request();
  else
    quit();
}

void TeamFetcher::settle() {
  QEventLoop loop;
  connect(this, &TeamFetcher::changed, &loop, &QEventLoop::quit);
  while (busy()) loop.exec();
}

void TeamFetcher::quit() {
  quitting_ = true;
  thread_.quit();
}

void TeamFetcher::start() {
  if (std::exchange(quitting_, false)) thread_.wait();  // it has nothing left to do
  if (!thread_.isRunning()) thread_.start();
  asked_ = wanted_;
  abort_ = std::make_unique<device::Abort>();
  QMetaObject::invokeMethod(worker_.get(), [this, week_first = *asked_, abort = abort_.get()] {
    auto answer = device::TeamWeeks(store_).fetch(keys_, transport_, week_first, *abort);
    QMetaObject::invokeMethod(this, [this, week_first, answer = std::move(answer)] {
      const bool given_up = abort_->requested();
      asked_.reset();
      abort_.reset();
      if (!wanted_) return quit();
      if (given_up || *wanted_ != week_first) return start();
      wanted_.reset();
      emit changed();
      emit answered(week_first, answer);
    });
  });
}

}  // namespace waymark::app
