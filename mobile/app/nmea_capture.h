// A receiver's capture (NMEA 0183 text) made ready for Qt's `nmea` plugin, which plays it in real time and
// stumbles over comment lines.
#pragma once

#include <QByteArray>
#include <QString>

#include "shared/error.h"
#include "shared/time/instant.h"

namespace waymark::app {

/// The capture without comments. If it covers `now` (its own dates and times say so), it begins there, so
/// that a day recorded beforehand can be visited with a handed-in clock; else it is whole.
QByteArray nmeaFrom(const QByteArray& capture, Instant now);
/// True if a dated sentence of the capture lies within a minute before `now` or after it, and another one not
/// after.
bool nmeaCovers(const QByteArray& capture, Instant now);

/// What is left of the capture after it has been played for this long; its last seconds if that is past its
/// end.
QByteArray nmeaPlayedFor(const QByteArray& capture, Millis played);

/// Reads a capture; `cannot_open` with a sentence when it cannot be read or holds no sentence at all.
Result<QByteArray> readNmea(const QString& file);

}  // namespace waymark::app
