// The entry editor: every field of an entry (domain.md), the verdict live as they change, and the entry's
// history. What is typed is kept as a draft row at once, so that a killed app loses nothing; Save makes it an
// edit.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "mobile/app/rows_model.h"
#include "mobile/app/view_values.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/store_types.h"
#include "shared/records/records.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;
class LocationTagger;

class EntryEditorModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
  Q_PROPERTY(QString entryId READ entryId NOTIFY loadedChanged)
  Q_PROPERTY(bool isNew READ isNew NOTIFY loadedChanged)
  Q_PROPERTY(bool isDraft READ isDraft NOTIFY changed)
  Q_PROPERTY(bool dirty READ isDraft NOTIFY changed)
  // Fields. Codes are wire strings; "" means not given.
  Q_PROPERTY(QString activity READ activity WRITE setActivity NOTIFY changed)
  Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
  Q_PROPERTY(QString fromPlace READ fromPlace WRITE setFromPlace NOTIFY changed)
  Q_PROPERTY(QString toPlace READ toPlace WRITE setToPlace NOTIFY changed)
  Q_PROPERTY(QString contact READ contact WRITE setContact NOTIFY changed)
  Q_PROPERTY(QString participant READ participant WRITE setParticipant NOTIFY changed)
  Q_PROPERTY(QString employer READ employer WRITE setEmployer NOTIFY changed)
  Q_PROPERTY(QString program READ program WRITE setProgram NOTIFY changed)
  Q_PROPERTY(bool participantPresent READ participantPresent WRITE setParticipantPresent NOTIFY changed)
  Q_PROPERTY(bool hiringAuthority READ hiringAuthority WRITE setHiringAuthority NOTIFY changed)
  Q_PROPERTY(bool noShow READ noShow WRITE setNoShow NOTIFY changed)
  Q_PROPERTY(QString miles READ miles WRITE setMiles NOTIFY changed)
  Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
  Q_PROPERTY(QString lateReason READ lateReason WRITE setLateReason NOTIFY changed)
  Q_PROPERTY(bool asksLateReason READ asksLateReason NOTIFY changed)
  Q_PROPERTY(QStringList lateReasons READ lateReasons NOTIFY changed)
  Q_PROPERTY(QString heldText READ heldText NOTIFY changed)
  // Choices: roles code, text, selected. Those used lately come first.
  Q_PROPERTY(waymark::app::RowsModel* activityChoices READ activityChoices CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* placeChoices READ placeChoices CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* fromPlaceChoices READ fromPlaceChoices CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* toPlaceChoices READ toPlaceChoices CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* contactChoices READ contactChoices CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* participantChoices READ participantChoices CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* employerChoices READ employerChoices CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* programChoices READ programChoices CONSTANT)
  // Longer lists than are shown: find() looks in all of them.
  Q_PROPERTY(bool findsPlaces READ findsPlaces NOTIFY loadedChanged)
  Q_PROPERTY(bool findsEmployers READ findsEmployers NOTIFY loadedChanged)
  Q_PROPERTY(bool findsParticipants READ findsParticipants NOTIFY loadedChanged)
  // Times.
  Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
  Q_PROPERTY(QString startText READ startText NOTIFY changed)
  Q_PROPERTY(QString endText READ endText NOTIFY changed)
  Q_PROPERTY(QString durationText READ durationText NOTIFY changed)
  Q_PROPERTY(bool running READ running NOTIFY changed)
  // What the rules and the tags say.
  Q_PROPERTY(waymark::app::VerdictText verdict READ verdict NOTIFY changed)
  Q_PROPERTY(QString startTagText READ startTagText NOTIFY changed)
  Q_PROPERTY(QString endTagText READ endTagText NOTIFY changed)
  Q_PROPERTY(bool hasStartFix READ hasStartFix NOTIFY changed)
  Q_PROPERTY(bool hasEndFix READ hasEndFix NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* versions READ versions CONSTANT)
  Q_PROPERTY(QString syncState READ syncState NOTIFY changed)
  Q_PROPERTY(QString syncText READ syncText NOTIFY changed)
  // Refusals, one sentence a field; "" is fine.
  Q_PROPERTY(QString startError READ startError NOTIFY changed)
  Q_PROPERTY(QString endError READ endError NOTIFY changed)
  Q_PROPERTY(QString milesError READ milesError NOTIFY changed)
  Q_PROPERTY(QString noteError READ noteError NOTIFY changed)
  Q_PROPERTY(QString lateReasonError READ lateReasonError NOTIFY changed)
  Q_PROPERTY(QString generalError READ generalError NOTIFY changed)
  Q_PROPERTY(bool canSave READ canSave NOTIFY changed)

 public:
  EntryEditorModel(FieldLog& log, LocationTagger& tagger, QObject* parent = nullptr);
  ~EntryEditorModel() override;
  static EntryEditorModel* create(QQmlEngine* engine, QJSEngine*);

  bool loaded() const { return loaded_; }
  QString entryId() const;
  bool isNew() const { return is_new_; }
  bool isDraft() const;
  QString activity() const;
  void setActivity(const QString& code);
  QString place() const;
  void setPlace(const QString& code);
  QString fromPlace() const;
  void setFromPlace(const QString& code);
  QString toPlace() const;
  void setToPlace(const QString& code);
  QString contact() const;
  void setContact(const QString& code);
  QString participant() const;
  void setParticipant(const QString& id);
  QString employer() const;
  void setEmployer(const QString& id);
  QString program() const;
  void setProgram(const QString& code);
  bool participantPresent() const { return entry_.participant_present; }
  void setParticipantPresent(bool present);
  bool hiringAuthority() const { return entry_.hiring_authority; }
  void setHiringAuthority(bool authority);
  bool noShow() const { return entry_.no_show; }
  void setNoShow(bool no_show);
  QString miles() const { return miles_text_; }
  void setMiles(const QString& text);
  QString note() const;
  void setNote(const QString& text);
  QString lateReason() const;
  void setLateReason(const QString& text);
  bool asksLateReason() const;
  QStringList lateReasons() const;
  /// What becomes of a change in an approved week; "" in any other.
  QString heldText() const { return held_text_; }
  bool findsPlaces() const;
  bool findsEmployers() const;
  bool findsParticipants() const;
  RowsModel* activityChoices() { return &activity_choices_; }
  RowsModel* placeChoices() { return &place_choices_; }
  RowsModel* fromPlaceChoices() { return &from_choices_; }
  RowsModel* toPlaceChoices() { return &to_choices_; }
  RowsModel* contactChoices() { return &contact_choices_; }
  RowsModel* participantChoices() { return &participant_choices_; }
  RowsModel* employerChoices() { return &employer_choices_; }
  RowsModel* programChoices() { return &program_choices_; }
  QString dateText() const;
  QString startText() const;
  QString endText() const;
  QString durationText() const;
  bool running() const { return loaded_ && entry_.running(); }
  VerdictText verdict() const;
  QString startTagText() const;
  QString endTagText() const;
  bool hasStartFix() const;
  bool hasEndFix() const;
  RowsModel* versions() { return &versions_; }
  QString syncState() const;
  QString syncText() const;
  QString startError() const { return start_error_; }
  QString endError() const { return end_error_; }
  QString milesError() const { return miles_error_; }
  QString noteError() const { return note_error_; }
  QString lateReasonError() const { return late_reason_error_; }
  QString generalError() const { return general_error_; }
  bool canSave() const;

  /// Shows an entry, with the draft of it if there is one.
  Q_INVOKABLE void open(const QString& entryId);
  /// A new entry on the day YYYY-MM-DD, starting where its last entry ends, half an hour long.
  Q_INVOKABLE void openNew(const QString& dateIso);
  /// A new entry from one instant to another, as milliseconds: a gap of the day.
  Q_INVOKABLE void openSpan(qint64 startMs, qint64 endMs);
  /// Minutes to add to (or take from) the start or the end.
  Q_INVOKABLE void stepStart(int minutes);
  Q_INVOKABLE void stepEnd(int minutes);
  /// "HH:MM"; an end before the start means the day after. Wrong text is said in startError / endError.
  Q_INVOKABLE void setStartTime(const QString& time);
  Q_INVOKABLE void setEndTime(const QString& time);
  /// Moves the whole entry to another day, its times of day kept.
  Q_INVOKABLE void setDate(const QString& iso);
  Q_INVOKABLE void stepDate(int days);
  /// A running entry that was forgotten gets an end, now, to be moved to where it was.
  Q_INVOKABLE void giveEnd();
  /// Shows the choices of one field (activity, place, from_place, to_place, participant, employer) whose
  /// names hold these words.
  Q_INVOKABLE void find(const QString& field, const QString& words);
  /// Takes the fields of a version in the history over, to be looked at and saved. Its location tags stay as
  /// they are now: what was removed does not come back.
  Q_INVOKABLE void restoreVersion(int row);
  /// Take a tag away at once, without waiting for save().
  Q_INVOKABLE void removeStartTag();
  Q_INVOKABLE void removeEndTag();
  /// True when the entry was committed; else the errors say why not.
  Q_INVOKABLE bool save();
  /// Drops the draft and shows the entry as it was.
  Q_INVOKABLE void discard();
  /// Deletes the entry. DayModel hears of it and offers to bring it back.
  Q_INVOKABLE void remove();
  Q_INVOKABLE void close();

 signals:
  void loadedChanged();
  void changed();
  void saved(const QString& entryId);

 private:
  void load(Entry entry, bool is_new);
  void edited();
  void typed();
  void keepDraft();
  void validate();
  void showChoices();
  void showVersions();
  std::string draftKey() const;
  void setStart(Instant start);
  void setEnd(Instant end);
  void removeTag(device::TagEnd end);
  Policy policy() const;
  QString found(const char* field) const;

  FieldLog& log_;
  LocationTagger& tagger_;
  bool loaded_ = false;
  bool is_new_ = false;
  Entry entry_;     ///< as it is being edited
  Entry original_;  ///< as it is stored; what a new one began with
  device::RecordSync sync_;
  std::vector<Entry> recent_;
  std::vector<device::Version> history_;  ///< as `versions_` shows it
  QHash<QString, QString> finds_;
  QString held_text_;
  QTimer draft_later_;  ///< what is typed is kept when the fingers rest, not at every letter
  QString miles_text_;
  QString typed_start_error_, typed_end_error_;  ///< of texts that are no time at all
  RowsModel activity_choices_, place_choices_, from_choices_, to_choices_, contact_choices_;
  RowsModel participant_choices_, employer_choices_, program_choices_;
  RowsModel versions_;
  QString start_error_, end_error_, miles_error_, note_error_, late_reason_error_, general_error_;
};

}  // namespace waymark::app
