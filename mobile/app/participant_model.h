// One participant of the own caseload: what is due, the first contacts, the jobs, and the forms that add,
// change and close them in the field. A code stands for the person; nothing here says what ails them.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <optional>

#include "mobile/app/rows_model.h"
#include "mobile/device/store_types.h"
#include "shared/tally/follow_along.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;
class Network;
class NowModel;
class RecordKeeper;

class ParticipantModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
  Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
  Q_PROPERTY(bool editing READ editing NOTIFY changed)
  Q_PROPERTY(bool closedCase READ closedCase NOTIFY changed)
  Q_PROPERTY(QString participantId READ participantId NOTIFY changed)
  // The fields: of the form while it is open, else as saved.
  Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed)
  Q_PROPERTY(QString codeHint READ codeHint NOTIFY changed)
  Q_PROPERTY(QString program READ program WRITE setProgram NOTIFY changed)
  Q_PROPERTY(QString status READ status WRITE setStatus NOTIFY changed)
  Q_PROPERTY(QString enteredText READ enteredText NOTIFY changed)
  Q_PROPERTY(bool part2 READ part2 WRITE setPart2 NOTIFY changed)
  Q_PROPERTY(QString aboutText READ aboutText NOTIFY changed)
  Q_PROPERTY(QString dateError READ dateError NOTIFY changed)
  Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
  Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* programs READ programs CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* statuses READ statuses CONSTANT)
  // What is due.
  Q_PROPERTY(QString overdueText READ overdueText NOTIFY changed)
  Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
  Q_PROPERTY(QString lastMetText READ lastMetText NOTIFY changed)
  Q_PROPERTY(QString hiringText READ hiringText NOTIFY changed)
  Q_PROPERTY(QString employerContactText READ employerContactText NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* dues READ dues CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* jobs READ jobs CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* contacts READ contacts CONSTANT)
  Q_PROPERTY(int contactCount READ contactCount NOTIFY changed)
  Q_PROPERTY(bool allContacts READ allContacts WRITE setAllContacts NOTIFY changed)
  Q_PROPERTY(QString syncState READ syncState NOTIFY changed)
  Q_PROPERTY(QString syncText READ syncText NOTIFY changed)

 public:
  ParticipantModel(FieldLog& log, Network& network, RecordKeeper& keeper, NowModel& now,
                   QObject* parent = nullptr);
  ~ParticipantModel() override;
  static ParticipantModel* create(QQmlEngine* engine, QJSEngine*);

  bool loaded() const { return loaded_; }
  bool isNew() const { return loaded_ && stored_.record.id.empty(); }
  bool editing() const { return editing_; }
  /// Closed or removed.
  bool closedCase() const { return loaded_ && (stored_.deleted || !is_open_case(stored_.record)); }
  QString participantId() const;
  QString code() const { return QString::fromStdString(shown().code); }
  /// What is wrong with a code like this, "" if nothing is.
  QString codeHint() const;
  QString program() const { return QString::fromStdString(shown().program); }
  QString status() const { return QString::fromStdString(shown().status); }
  QString enteredText() const;
  bool part2() const { return shown().part2; }
  void setCode(const QString& text);
  void setProgram(const QString& code);
  void setStatus(const QString& status);
  void setPart2(bool part2);
  QString aboutText() const;
  QString dateError() const { return date_error_; }
  QString errorText() const { return error_; }
  bool canSave() const;
  RowsModel* programs() { return &programs_; }
  RowsModel* statuses() { return &statuses_; }
  QString overdueText() const;
  QString nextText() const;
  QString lastMetText() const;
  QString hiringText() const;
  QString employerContactText() const;
  /// What was missed lately, what is due and what comes next: text, stateText, state.
  RowsModel* dues() { return &dues_; }
  /// jobId, text, datesText, kindText, ended
  RowsModel* jobs() { return &jobs_; }
  /// This person's entries with the participant, latest first: entryId, dateIso, whenText, whatText.
  RowsModel* contacts() { return &contacts_; }
  int contactCount() const { return contact_count_; }
  /// All of them, or the latest few.
  bool allContacts() const { return all_contacts_; }
  void setAllContacts(bool all);
  QString syncState() const;
  QString syncText() const;

  Q_INVOKABLE void open(const QString& participantId);
  Q_INVOKABLE void openNew();
  Q_INVOKABLE void close();
  /// A page that shows this came into view, or went out of it; while none is in view, nothing is read again.
  Q_INVOKABLE void setWatched(bool watched);
  Q_INVOKABLE void edit();
  Q_INVOKABLE void cancel();
  /// Shows the participant again and keeps what was typed for later; false where there is no form to leave.
  Q_INVOKABLE bool leaveForm();
  Q_INVOKABLE bool save();
  /// `days` later (or earlier), or a day as people type it.
  Q_INVOKABLE void moveEntered(int days);
  Q_INVOKABLE void typeEntered(const QString& day);
  /// Closes the case, or opens it again, with Undo.
  Q_INVOKABLE void closeCase();
  Q_INVOKABLE void reopenCase();
  /// Starts an entry with the participant, here and now: follow-along for who works, else engagement.
  Q_INVOKABLE void logContact();

 signals:
  void changed();
  void contactStarted();

 private:
  const Participant& shown() const { return editing_ ? form_ : stored_.record; }
  void load(device::Stored<Participant> stored);
  void follow();
  void takeDraft();
  void edited();
  void showAll();
  void showDues();
  void setCaseStatus(std::string status, const QString& said);
  std::string draftKey() const;

  FieldLog& log_;
  Network& network_;
  RecordKeeper& keeper_;
  NowModel& now_;
  int watchers_ = 0;
  bool watched_ = true, stale_ = false;
  bool loaded_ = false, editing_ = false;
  device::Stored<Participant> stored_;
  Participant form_;
  CaseDues case_dues_;
  QString error_, date_error_;
  bool all_contacts_ = false;
  int contact_count_ = 0;
  RowsModel programs_, statuses_, dues_, jobs_, contacts_;
};

}  // namespace waymark::app
