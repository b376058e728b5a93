// The Now page: this week's bar, the running entry, tiles, suggestions, and the one question that may follow
// a start (ui.md, Now). A tap commits first, then says so, then asks for a fix; nothing here waits.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

#include "mobile/app/later.h"
#include "mobile/app/nearest_place.h"
#include "mobile/app/rows_model.h"
#include "mobile/app/suggestions.h"
#include "mobile/app/view_values.h"
#include "mobile/device/records.h"
#include "shared/records/records.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;
class LocationTagger;

class NowModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  // The day and the week.
  Q_PROPERTY(QString dateText READ dateText NOTIFY weekChanged)
  Q_PROPERTY(waymark::app::WeekBar week READ week NOTIFY weekChanged)
  Q_PROPERTY(bool hasEntries READ hasEntries NOTIFY weekChanged)
  // The running entry.
  Q_PROPERTY(bool running READ running NOTIFY runningChanged)
  Q_PROPERTY(QString runningId READ runningId NOTIFY runningChanged)
  Q_PROPERTY(QString runningActivity READ runningActivity NOTIFY runningChanged)
  Q_PROPERTY(QString runningTitle READ runningTitle NOTIFY runningChanged)
  Q_PROPERTY(QString runningPlaceText READ runningPlaceText NOTIFY runningChanged)
  Q_PROPERTY(QString sinceText READ sinceText NOTIFY runningChanged)
  Q_PROPERTY(waymark::app::VerdictText verdict READ verdict NOTIFY runningChanged)
  Q_PROPERTY(QString tagState READ tagState NOTIFY runningChanged)
  Q_PROPERTY(QString tagText READ tagText NOTIFY runningChanged)
  Q_PROPERTY(QString longRunningText READ longRunningText NOTIFY elapsedChanged)
  Q_PROPERTY(QString clockWarning READ clockWarning NOTIFY elapsedChanged)
  Q_PROPERTY(QString clockNote READ clockNote NOTIFY clockNoteChanged)
  Q_PROPERTY(QString elapsedText READ elapsedText NOTIFY elapsedChanged)
  Q_PROPERTY(QString elapsedSecondsText READ elapsedSecondsText NOTIFY elapsedChanged)
  Q_PROPERTY(bool visible READ visible WRITE setVisible NOTIFY visibleChanged)
  // The day so far, for screens with room for it.
  Q_PROPERTY(waymark::app::RowsModel* today READ today CONSTANT)
  // What can be tapped.
  Q_PROPERTY(waymark::app::RowsModel* tiles READ tiles CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* activities READ activities CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* suggestions READ suggestions CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* details READ details CONSTANT)
  Q_PROPERTY(bool pinned READ pinned NOTIFY runningChanged)
  // The one open question, and the place that was offered.
  Q_PROPERTY(QString ask READ ask NOTIFY askChanged)
  Q_PROPERTY(QString askText READ askText NOTIFY askChanged)
  Q_PROPERTY(waymark::app::RowsModel* askChoices READ askChoices CONSTANT)
  Q_PROPERTY(bool askFinds READ askFinds NOTIFY askChanged)
  Q_PROPERTY(QString note READ note NOTIFY runningChanged)
  Q_PROPERTY(QString nearestText READ nearestText NOTIFY nearestChanged)
  // What was just done.
  Q_PROPERTY(QString feedbackText READ feedbackText NOTIFY feedbackChanged)
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY feedbackChanged)
  Q_PROPERTY(bool canEarlier READ canEarlier NOTIFY feedbackChanged)
  Q_PROPERTY(QString lastStopText READ lastStopText NOTIFY runningChanged)
  Q_PROPERTY(QString earlierError READ earlierError NOTIFY feedbackChanged)
  // Taps the storage would not take.
  Q_PROPERTY(QString unsavedText READ unsavedText NOTIFY unsavedChanged)

 public:
  NowModel(FieldLog& log, LocationTagger& tagger, QObject* parent = nullptr);
  ~NowModel() override;
  static NowModel* create(QQmlEngine* engine, QJSEngine*);

  // Of the week, read only once somebody has asked for it: the tiles are there before it is.
  QString dateText();
  WeekBar week();
  /// Something was logged this week: tells empty from zero.
  bool hasEntries();
  bool running() const { return running_.has_value(); }
  QString runningId() const;
  QString runningActivity() const;
  QString runningTitle() const;
  QString runningPlaceText() const;
  QString sinceText() const;
  VerdictText verdict() const;
  QString tagState() const;
  QString tagText() const;
  QString longRunningText() const;
  QString elapsedText() const;
  QString elapsedSecondsText() const;
  /// The phone's clock does not fit what runs, or the agency's: what to do about it.
  QString clockWarning() const;
  QString clockNote() const;
  bool visible() const { return visible_; }
  /// Hidden, it follows only what runs; the week, the day and the suggestions are read when it is seen again.
  void setVisible(bool visible);
  /// Today's entries by start. Read only once somebody has asked for them.
  RowsModel* today();
  RowsModel* tiles() { return &tiles_; }
  RowsModel* activities() { return &activities_; }
  RowsModel* suggestions() { return &suggestions_; }
  RowsModel* details() { return &details_; }
  bool pinned() const;
  QString ask() const { return ask_; }
  QString askText() const;
  RowsModel* askChoices() { return &ask_choices_; }
  /// The open question has more answers than its chips: they are found by typing.
  bool askFinds() const { return ask_finds_; }
  QString note() const;
  QString nearestText() const;
  QString feedbackText() const { return feedback_; }
  bool canUndo() const;
  bool canEarlier() const;
  QString lastStopText() const;
  QString earlierError() const { return earlier_error_; }
  QString unsavedText() const;

  /// One tap on a tile: employer_visit, job_coaching, participant, travel, office, break. Ends what runs.
  Q_INVOKABLE void start(const QString& tile);
  /// Any activity, with its usual place and contact.
  Q_INVOKABLE void startActivity(const QString& activity);
  Q_INVOKABLE void startSuggestion(int row);
  /// Starts an entry now with the codes and ids of `like`: for pages that know whom or where it is about.
  void startLike(const Entry& like);
  Q_INVOKABLE void stop();
  /// Takes the last start, switch or stop back, as if it had not been tapped; its history stays.
  Q_INVOKABLE void undo();
  Q_INVOKABLE void dismissFeedback();
  /// Moves the start of the running entry (and the end of the one it followed) back by whole minutes.
  Q_INVOKABLE void earlier(int minutes);
  Q_INVOKABLE void earlierSinceLastStop();
  /// "HH:MM" of today, or of the day the entry began on; false with `earlierError` when it is no time or not
  /// before now.
  Q_INVOKABLE bool earlierAt(const QString& time);
  /// A tap on a detail chip: a yes/no detail flips, any other opens its question.
  Q_INVOKABLE void tapDetail(const QString& detail);
  /// Answers the open question with one of `askChoices`.
  Q_INVOKABLE void answer(const QString& code);
  Q_INVOKABLE void dismissAsk();
  /// Shows the answers whose names hold these words.
  Q_INVOKABLE void findChoice(const QString& words);
  Q_INVOKABLE void setNote(const QString& note);
  Q_INVOKABLE void takeNearest();
  /// Pins the running entry as a suggestion, or takes the pin away.
  Q_INVOKABLE void togglePin();
  /// Tries the kept taps again; it also happens by itself. True when nothing is left to save.
  Q_INVOKABLE bool saveKept();

 signals:
  void weekChanged();
  void runningChanged();
  void elapsedChanged();
  void visibleChanged();
  void askChanged();
  void nearestChanged();
  void feedbackChanged();
  void clockNoteChanged();
  void unsavedChanged();

 private:
  enum class Said { nothing, started, stopped };
  /// A start or a stop that could not be written: its instant is kept, and it is tried again.
  struct Tap {
    std::optional<Entry> start;  ///< none: a stop
    Instant at{};
    QString text;  ///< what it was, for the person
  };

  // What is shown is read again.
  void readAll();
  void readRunning();
  void readWeek();
  void loadWeek();
  void wantWeek();
  void readSuggestions();
  void showToday(const device::WeekReading& week);
  void showRunning();
  void onChanged();
  void tick();

  // Actions.
  void begin(Entry entry);
  Result<void> commitStart(Entry entry);
  Result<void> commitStop(Instant at);
  /// What the storage is too full for is tried once more in the room that was set aside, and the person hears
  /// of it.
  Result<void> commitWithSpare(const std::function<Result<void>()>& commit);
  void keepTap(Tap tap, const Error& error);
  void completeArrival(const Entry& next);
  void fillDeparture(Entry& travel) const;
  void moveStart(Instant start);
  bool change(Entry entry);
  void say(Said said, const QString& text);
  void openQuestion(const QString& detail);
  void offerNearest();
  void dismissNearest();
  std::optional<Instant> lastStop() const;
  std::optional<Entry> entryBefore(const Entry& entry) const;

  FieldLog& log_;
  LocationTagger& tagger_;
  QTimer second_;
  Later suggesting_;
  QTimer retry_;
  bool visible_ = true;
  bool stale_ = false;  ///< something changed while hidden
  bool today_wanted_ = false;
  std::int64_t shown_minute_ = 0;
  std::optional<Entry> running_;
  std::optional<Entry> pinned_;
  std::vector<Suggestion> suggested_;
  QString date_text_;
  WeekBar week_;
  bool week_wanted_ = false;
  bool has_entries_ = false;
  RowsModel today_;
  RowsModel tiles_;
  RowsModel activities_;
  RowsModel suggestions_;
  RowsModel details_;
  RowsModel ask_choices_;
  QString ask_;
  bool ask_finds_ = false;
  std::optional<NearPlace> nearest_;
  Said said_ = Said::nothing;
  QString feedback_;
  int actions_ = 0;  ///< what Undo takes back: the action that was said, and the details given since
  QString earlier_error_;
  std::vector<Tap> unsaved_;
  ErrorCode unsaved_code_{};
};

}  // namespace waymark::app
