// Positions through Qt Positioning: the platform's default source, or a capture played by the `nmea` plugin.
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QGeoPositionInfoSource>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>
#include <memory>

#include "mobile/app/position_provider.h"

namespace waymark::app {

class QtPositionProvider final : public PositionProvider {
  Q_OBJECT

 public:
  /// The platform's default source, made with the first request.
  explicit QtPositionProvider(const Clock& clock, QObject* parent = nullptr);
  /// A capture as readNmea gave it.
  QtPositionProvider(const Clock& clock, QByteArray capture, QObject* parent = nullptr);
  ~QtPositionProvider() override;

  void request(Millis timeout) override;
  void cancel() override;

 private:
  bool openSource();
  void onPosition(const QGeoPositionInfo& info);
  void onError(QGeoPositionInfoSource::Error error);
  /// Ends the open request and says its answer when the event loop turns: a source may have one at once.
  void answerSoon(std::function<void()> say);
  void finish();

  const Clock& clock_;
  QByteArray capture_;  ///< empty: the platform's source
  QTemporaryDir files_;
  int files_made_ = 0;
  QElapsedTimer playing_;  ///< since the first request
  std::unique_ptr<QGeoPositionInfoSource> source_;
  QTimer timeout_;
  bool open_ = false;
  int requests_ = 0;  ///< opened so far: an answer is for the one it was found for
};

}  // namespace waymark::app
