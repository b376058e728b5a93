// The seam between the app and where it is: one request, one fix or one reason why there is none.
#pragma once

#include <QMetaType>
#include <QObject>
#include <optional>

#include "shared/records/records.h"

namespace waymark::app {

struct Position {
  double lat = 0;
  double lon = 0;
  std::optional<double> accuracy_m;  ///< none where the receiver does not say
  TagSource source = TagSource::gps;
};

class PositionProvider : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Asks for one position from now on; answered by `fixed` or `failed`, once, and never from within this
  /// call: who asks has a tap to answer first. A request while one is open joins it.
  virtual void request(Millis timeout) = 0;
  /// Gives the open request up; nothing is answered. The receiver is let go.
  virtual void cancel() = 0;

 signals:
  void fixed(const waymark::app::Position& position);
  void failed(waymark::TagAbsence reason);
};

}  // namespace waymark::app
