#include "mobile/app/qt_position_provider.h"

#include <QFile>
#include <QGeoCoordinate>
#include <cmath>

#include "mobile/app/nmea_capture.h"

namespace waymark::app {

QtPositionProvider::QtPositionProvider(const Clock& clock, QObject* parent)
    : QtPositionProvider(clock, QByteArray(), parent) {}

QtPositionProvider::QtPositionProvider(const Clock& clock, QByteArray capture, QObject* parent)
    : PositionProvider(parent), clock_(clock), capture_(std::move(capture)) {
  timeout_.setSingleShot(true);
  connect(&timeout_, &QTimer::timeout, this, [this] {
    if (!open_) return;
    finish();
    emit failed(TagAbsence::timeout);
  });
}

QtPositionProvider::~QtPositionProvider() = default;

bool QtPositionProvider::openSource() {
  if (capture_.isEmpty()) {
    if (!source_) source_.reset(QGeoPositionInfoSource::createDefaultSource(nullptr));
  } else {
    // A capture of this very day is entered where the clock stands; any other plays in real time from the
    // first request on, also while nobody asks.
    const Millis played{playing_.isValid() ? playing_.elapsed() : 0};
    if (!playing_.isValid()) playing_.start();
    const QString file = files_.filePath(QStringLiteral("%1.nmea").arg(++files_made_));
    QFile output(file);
    const QByteArray rest = nmeaCovers(capture_, clock_.now()) ? nmeaFrom(capture_, clock_.now())
                                                               : nmeaPlayedFor(capture_, played);
    if (!output.open(QIODevice::WriteOnly) || output.write(rest) != rest.size()) return false;
    output.close();
    source_.reset(QGeoPositionInfoSource::createSource(QStringLiteral("nmea"),
                                                       {{QStringLiteral("nmea.source"), file}}, nullptr));
  }
  if (!source_) return false;
  source_->disconnect(this);
  connect(source_.get(), &QGeoPositionInfoSource::positionUpdated, this, &QtPositionProvider::onPosition);
  connect(source_.get(), &QGeoPositionInfoSource::errorOccurred, this, &QtPositionProvider::onError);
  return true;
}

void QtPositionProvider::request(Millis timeout) {
  // Who joins an open request gets its whole patience: the one before waits a little longer for the same fix.
  timeout_.start(timeout);
  if (open_) return;
  open_ = true;
  ++requests_;
  if (!openSource()) return answerSoon([this] { emit failed(TagAbsence::no_signal); });
  // Updates are let run until the first good one: a single request of the `nmea` plugin gives up on the first
  // sentence without a fix, where a receiver that is still searching would soon have one.
  source_->startUpdates();
}

void QtPositionProvider::cancel() {
  if (open_) finish();
}

void QtPositionProvider::answerSoon(std::function<void()> say) {
  const auto answer = [this, say = std::move(say), request = requests_] {
    if (!open_ || request != requests_) return;
    finish();
    say();
  };
  QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
}

void QtPositionProvider::finish() {
  open_ = false;
  timeout_.stop();
  if (source_) source_->stopUpdates();
}

void QtPositionProvider::onPosition(const QGeoPositionInfo& info) {
  if (!open_ || !info.isValid() || !info.coordinate().isValid()) return;
  Position position;
  position.lat = info.coordinate().latitude();
  position.lon = info.coordinate().longitude();
  if (info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)) {
    const double accuracy = info.attribute(QGeoPositionInfo::HorizontalAccuracy);
    if (std::isfinite(accuracy) && accuracy >= 0) position.accuracy_m = accuracy;
  }
  const auto methods = source_->supportedPositioningMethods();
  position.source =
      methods == QGeoPositionInfoSource::NonSatellitePositioningMethods ? TagSource::network : TagSource::gps;
  answerSoon([this, position] { emit fixed(position); });
}

void QtPositionProvider::onError(QGeoPositionInfoSource::Error error) {
  if (!open_ || error == QGeoPositionInfoSource::NoError) return;
  // An update that came late is no end: our own timeout decides.
  if (error == QGeoPositionInfoSource::UpdateTimeoutError) return;
  const TagAbsence reason = error == QGeoPositionInfoSource::AccessError   ? TagAbsence::denied
                            : error == QGeoPositionInfoSource::ClosedError ? TagAbsence::off
                                                                           : TagAbsence::no_signal;
  answerSoon([this, reason] { emit failed(reason); });
}

}  // namespace waymark::app
