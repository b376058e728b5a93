#include "mobile/app/nmea_capture.h"

#include <QFile>
#include <algorithm>
#include <optional>

namespace waymark::app {
namespace {

/// Two digits at `at`, or -1.
int twoDigits(const QByteArray& text, qsizetype at) {
  if (at + 1 >= text.size()) return -1;
  const auto digit = [&](qsizetype i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1; };
  const int tens = digit(at), ones = digit(at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/// The instant of an RMC sentence, the only common one that carries a date: $GPRMC,hhmmss.ss,A,…,ddmmyy,…
std::optional<Instant> instantOf(const QByteArray& line) {
  if (line.size() < 7 || line[0] != '$' || line.mid(3, 4) != "RMC,") return std::nullopt;
  const auto fields = line.split(',');
  if (fields.size() < 10) return std::nullopt;
  const QByteArray &time = fields[1], &day = fields[9];
  const int h = twoDigits(time, 0), m = twoDigits(time, 2), s = twoDigits(time, 4);
  const int d = twoDigits(day, 0), month = twoDigits(day, 2), year = twoDigits(day, 4);
  if (h < 0 || m < 0 || s < 0 || d < 0 || month < 0 || year < 0) return std::nullopt;
  const Date date{std::chrono::year{2000 + year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return Instant{std::chrono::sys_days{date}} + std::chrono::hours{h} + std::chrono::minutes{m} +
         std::chrono::seconds{s};
}

/// Where the first sentence at or after `now` begins; none if the capture does not cover that instant.
std::optional<qsizetype> offsetOf(const QByteArray& capture, Instant now) {
  bool seen_before = false;
  qsizetype begin = 0;
  while (begin < capture.size()) {
    qsizetype end = capture.indexOf('\n', begin);
    if (end < 0) end = capture.size();
    if (const auto at = instantOf(capture.mid(begin, end - begin))) {
      if (*at >= now) {
        const bool close = *at - now <= std::chrono::minutes{1};
        return seen_before || close ? std::optional(begin) : std::nullopt;
      }
      seen_before = true;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

/// The instants of the first and the last dated sentence.
std::optional<Span> spanOf(const QByteArray& capture) {
  std::optional<Span> span;
  qsizetype begin = 0;
  while (begin < capture.size()) {
    qsizetype end = capture.indexOf('\n', begin);
    if (end < 0) end = capture.size();
    if (const auto at = instantOf(capture.mid(begin, end - begin)))
      span = Span{span ? span->begin : *at, *at};
    begin = end + 1;
  }
  return span;
}

}  // namespace

bool nmeaCovers(const QByteArray& capture, Instant now) {
  return offsetOf(capture, now).has_value();
}

QByteArray nmeaFrom(const QByteArray& capture, Instant now) {
  const auto offset = offsetOf(capture, now);
  return offset ? capture.mid(*offset) : capture;
}

QByteArray nmeaPlayedFor(const QByteArray& capture, Millis played) {
  const auto span = spanOf(capture);
  if (!span) return capture;
  // Past its end the receiver stands where it stood last; a few sentences are needed to say so.
  const Instant at = std::min(span->begin + played, span->end - std::chrono::seconds{3});
  const auto offset = at <= span->begin ? std::nullopt : offsetOf(capture, at);
  return offset ? capture.mid(*offset) : capture;
}

Result<QByteArray> readNmea(const QString& file) {
  QFile input(file);
  if (!input.open(QIODevice::ReadOnly))
    return fail(ErrorCode::cannot_open, "The file of positions cannot be read: check the path after --nmea.");
  QByteArray sentences;
  while (!input.atEnd()) {
    const QByteArray line = input.readLine();
    if (line.startsWith('$')) sentences += line;
  }
  if (sentences.isEmpty())
    return fail(
        ErrorCode::cannot_open,
        "The file after --nmea holds no positions: give one with NMEA sentences, which begin with $.");
  return sentences;
}

}  // namespace waymark::app
