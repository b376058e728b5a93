// One employer: who they are, what is next, the visits of this person, and who was placed there. Fields are
// changed in a form that keeps a draft; next steps and their dates are one tap each, with Undo.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <optional>

#include "mobile/app/position_provider.h"
#include "mobile/app/rows_model.h"
#include "mobile/device/store_types.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;
class Network;
class NowModel;
class RecordKeeper;

class EmployerModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
  Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
  Q_PROPERTY(bool editing READ editing NOTIFY changed)
  Q_PROPERTY(bool removed READ removed NOTIFY changed)
  Q_PROPERTY(QString employerId READ employerId NOTIFY changed)
  // The fields: of the form while it is open, else as saved.
  Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
  Q_PROPERTY(QString industry READ industry WRITE setIndustry NOTIFY changed)
  Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed)
  Q_PROPERTY(QString contactName READ contactName WRITE setContactName NOTIFY changed)
  Q_PROPERTY(QString contactTitle READ contactTitle WRITE setContactTitle NOTIFY changed)
  Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed)
  Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
  Q_PROPERTY(QString contactText READ contactText NOTIFY changed)
  Q_PROPERTY(QString contactLink READ contactLink NOTIFY changed)
  Q_PROPERTY(bool contactByMail READ contactByMail NOTIFY changed)
  Q_PROPERTY(QString positionText READ positionText NOTIFY changed)
  Q_PROPERTY(bool hasPosition READ hasPosition NOTIFY changed)
  Q_PROPERTY(bool locating READ locating NOTIFY changed)
  Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
  Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* namesakes READ namesakes CONSTANT)
  // What is next.
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)
  Q_PROPERTY(QString nextStepText READ nextStepText NOTIFY changed)
  Q_PROPERTY(QString nextStepState READ nextStepState NOTIFY changed)
  Q_PROPERTY(QString nextStepDayText READ nextStepDayText NOTIFY changed)
  Q_PROPERTY(QString nextStepError READ nextStepError NOTIFY changed)
  // What was.
  Q_PROPERTY(QString lastText READ lastText NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* visits READ visits CONSTANT)
  Q_PROPERTY(int visitCount READ visitCount NOTIFY changed)
  Q_PROPERTY(bool allVisits READ allVisits WRITE setAllVisits NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* placed READ placed CONSTANT)
  Q_PROPERTY(QString syncState READ syncState NOTIFY changed)
  Q_PROPERTY(QString syncText READ syncText NOTIFY changed)

 public:
  EmployerModel(FieldLog& log, Network& network, RecordKeeper& keeper, PositionProvider& positions,
                NowModel& now, QObject* parent = nullptr);
  ~EmployerModel() override;
  static EmployerModel* create(QQmlEngine* engine, QJSEngine*);

  bool loaded() const { return loaded_; }
  bool isNew() const { return loaded_ && stored_.record.id.empty(); }
  bool editing() const { return editing_; }
  bool removed() const { return stored_.deleted; }
  QString employerId() const;
  QString name() const { return QString::fromStdString(shown().name); }
  QString industry() const { return QString::fromStdString(shown().industry); }
  QString address() const { return QString::fromStdString(shown().address); }
  QString contactName() const { return QString::fromStdString(shown().contact_name); }
  QString contactTitle() const { return QString::fromStdString(shown().contact_title); }
  QString phone() const { return QString::fromStdString(shown().phone); }
  QString note() const { return QString::fromStdString(shown().note); }
  void setName(const QString& text);
  void setIndustry(const QString& text);
  void setAddress(const QString& text);
  void setContactName(const QString& text);
  void setContactTitle(const QString& text);
  void setPhone(const QString& text);
  void setNote(const QString& text);
  QString contactText() const;
  /// tel: or mailto:, for the system to open; "" where there is nothing to call.
  QString contactLink() const;
  bool contactByMail() const;
  QString positionText() const;
  bool hasPosition() const { return shown().lat && shown().lon; }
  bool locating() const { return locating_; }
  QString errorText() const { return error_; }
  bool canSave() const;
  /// Employers of the network that may be the one being added: roles employerId, name, about.
  RowsModel* namesakes() { return &namesakes_; }
  QString nextStep() const;
  QString nextStepText() const;
  QString nextStepState() const;
  QString nextStepDayText() const;
  QString nextStepError() const { return next_step_error_; }
  QString lastText() const;
  /// This person's entries there, latest first: entryId, dateIso, whenText, whatText, note.
  RowsModel* visits() { return &visits_; }
  int visitCount() const { return visit_count_; }
  /// All of them, or the latest few.
  bool allVisits() const { return all_visits_; }
  void setAllVisits(bool all);
  /// Participants of the own caseload with a job there: participantId, code, jobText, datesText.
  RowsModel* placed() { return &placed_; }
  QString syncState() const;
  QString syncText() const;

  Q_INVOKABLE void open(const QString& employerId);
  /// Begins a new employer; `name` may be what was looked for in vain.
  Q_INVOKABLE void openNew(const QString& name);
  Q_INVOKABLE void close();
  /// A page that shows this came into view, or went out of it; while none is in view, nothing is read again.
  Q_INVOKABLE void setWatched(bool watched);
  Q_INVOKABLE void edit();
  /// Gives the changes up.
  Q_INVOKABLE void cancel();
  /// Shows the employer again and keeps what was typed for later; false where there is no form to leave.
  Q_INVOKABLE bool leaveForm();
  Q_INVOKABLE bool save();
  Q_INVOKABLE void remove();
  Q_INVOKABLE void bringBack();
  /// Asks for one position, once, for the employer's place.
  Q_INVOKABLE void useHere();
  Q_INVOKABLE void clearPosition();
  /// Words and day of the next step, saved at once. `day` is tomorrow, next_week, none, or a day as people
  /// type it; false with nextStepError when it is none.
  Q_INVOKABLE bool setNextStepText(const QString& text);
  Q_INVOKABLE bool setNextStepDay(const QString& day);
  /// The next step was taken: both are cleared.
  Q_INVOKABLE void finishNextStep();
  /// Starts an employer visit here and now.
  Q_INVOKABLE void startVisit();

 signals:
  void changed();
  void visitStarted();

 private:
  const Employer& shown() const { return editing_ ? form_ : stored_.record; }
  void load(device::Stored<Employer> stored);
  void follow();
  void setField(std::string Employer::*field, const QString& text);
  void takeDraft();
  void keepDraft();
  void showRest();
  void showNamesakes();
  std::string draftKey() const;
  bool saveNow(Employer employer, const QString& said);
  void onFixed(const Position& position);
  void onFailed(TagAbsence reason);

  FieldLog& log_;
  Network& network_;
  RecordKeeper& keeper_;
  PositionProvider& positions_;
  NowModel& now_;
  int watchers_ = 0;
  bool watched_ = true, stale_ = false;
  bool loaded_ = false, editing_ = false, locating_ = false;
  device::Stored<Employer> stored_;
  Employer form_;
  QString error_, next_step_error_;
  bool all_visits_ = false;
  int visit_count_ = 0;
  RowsModel namesakes_, visits_, placed_;
};

}  // namespace waymark::app
