// One position at the start and one at the stop of an entry, or the reason why there is none (domain.md,
// Privacy). The entry is committed before anything is asked; no position is asked for while nothing starts or
// stops; and at a home no coordinates reach the store unless the policy says so.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "mobile/app/position_provider.h"
#include "mobile/device/entry_book.h"

namespace waymark::app {

class AppSettings;
class FieldLog;

class LocationTagger : public QObject {
  Q_OBJECT

 public:
  /// How long a start or stop waits for its fix.
  static constexpr Millis patience{30'000};

  LocationTagger(FieldLog& log, AppSettings& settings, PositionProvider& provider, QObject* parent = nullptr);
  ~LocationTagger() override;

  /// Asks for the fix of a start or a stop that was just committed. Returns at once: nothing is written
  /// before the event loop turns, because the tap has to be answered first.
  void tag(const Entry& entry, device::TagEnd end);
  /// The place of an entry became known: a fix that waited for that is stored, or its absence if it is a
  /// home.
  void placeChanged(const Entry& entry);

  /// True while a fix for this end of the entry is still awaited.
  bool waiting(const std::string& entry_id, device::TagEnd end) const;
  /// True while any fix is awaited.
  bool busy() const { return !wants_.empty() || !answers_.empty(); }
  /// The fix that belongs to an entry's start, if it came in this run: for the nearest known place.
  std::optional<Position> startPosition(const std::string& entry_id) const;

 signals:
  /// A start or stop has its tag, or its reason; also when it was only kept in mind.
  void tagged(const QString& entryId);
  void idle();

 private:
  struct Want {
    std::string entry_id;
    device::TagEnd end;
  };
  /// What came for a start or a stop: a fix, or why there is none.
  struct Answer {
    Want want;
    LocationTag tag;
  };

  void onFixed(const Position& position);
  void onFailed(TagAbsence reason);
  void answerSoon(const Want& want, TagAbsence reason);
  /// Stores what came together, as one change.
  void attach(const std::vector<Answer>& answers);
  /// What of an answer is stored now; none where nothing is to be tagged any more, or not yet.
  std::optional<LocationTag> toKeep(const Answer& answer);
  bool hidden(const Entry& entry, device::TagEnd end) const;

  FieldLog& log_;
  AppSettings& settings_;
  PositionProvider& provider_;
  std::deque<Want> wants_;
  std::vector<Answer> answers_;  ///< known without asking, to be stored when the event loop turns
  QTimer soon_;
  /// Fixes that came before the entry had a place: it may still turn out to be a home, so they are not stored
  /// yet.
  std::vector<Answer> held_;
  std::optional<std::pair<std::string, Position>> start_position_;
};

}  // namespace waymark::app
