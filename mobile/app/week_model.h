// The Week page: seven day bars, the bullet bar, what is still needed, what to look at, the weeks before,
// leave and Submit (ui.md, Week). Every number comes from tally_week.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>
#include <vector>

#include "mobile/app/rows_model.h"
#include "mobile/app/view_values.h"
#include "mobile/device/records.h"
#include "shared/time/instant.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;

class WeekModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString weekIso READ weekIso NOTIFY changed)
  Q_PROPERTY(QString weekText READ weekText NOTIFY changed)
  Q_PROPERTY(bool isThisWeek READ isThisWeek NOTIFY changed)
  Q_PROPERTY(waymark::app::WeekBar bar READ bar NOTIFY changed)
  Q_PROPERTY(QString strictText READ strictText NOTIFY changed)
  Q_PROPERTY(QString minimumNeededText READ minimumNeededText NOTIFY changed)
  Q_PROPERTY(QString recommendedNeededText READ recommendedNeededText NOTIFY changed)
  Q_PROPERTY(QString scheduleLeftText READ scheduleLeftText NOTIFY changed)
  Q_PROPERTY(QString communityText READ communityText NOTIFY changed)
  Q_PROPERTY(QString onSiteText READ onSiteText NOTIFY changed)
  Q_PROPERTY(QString notLoggedText READ notLoggedText NOTIFY changed)
  Q_PROPERTY(QString scheduleText READ scheduleText NOTIFY changed)
  Q_PROPERTY(QString scheduleDaysText READ scheduleDaysText NOTIFY changed)
  Q_PROPERTY(QString contactsText READ contactsText NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* days READ days CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* exceptions READ exceptions CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* previousWeeks READ previousWeeks CONSTANT)
  Q_PROPERTY(bool hasPreviousWeeks READ hasPreviousWeeks NOTIFY previousWeeksChanged)
  Q_PROPERTY(waymark::app::RowsModel* leave READ leave CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* leaveKinds READ leaveKinds CONSTANT)
  Q_PROPERTY(QString leaveError READ leaveError NOTIFY leaveErrorChanged)
  Q_PROPERTY(QString state READ state NOTIFY changed)
  Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
  Q_PROPERTY(QString stateDetail READ stateDetail NOTIFY changed)
  Q_PROPERTY(QString approvalNote READ approvalNote NOTIFY changed)
  Q_PROPERTY(bool canSubmit READ canSubmit NOTIFY changed)
  Q_PROPERTY(bool blank READ blank NOTIFY changed)
  Q_PROPERTY(bool canReopen READ canReopen NOTIFY changed)
  Q_PROPERTY(bool visible READ visible WRITE setVisible NOTIFY visibleChanged)

 public:
  explicit WeekModel(FieldLog& log, QObject* parent = nullptr);
  ~WeekModel() override;
  static WeekModel* create(QQmlEngine* engine, QJSEngine*);

  QString weekIso() const;
  QString weekText() const;
  bool isThisWeek() const;
  WeekBar bar() const { return bar_; }
  QString strictText() const { return strict_text_; }
  QString minimumNeededText() const { return minimum_needed_text_; }
  QString recommendedNeededText() const { return recommended_needed_text_; }
  QString scheduleLeftText() const { return schedule_left_text_; }
  QString communityText() const { return community_text_; }
  QString onSiteText() const { return on_site_text_; }
  QString notLoggedText() const { return not_logged_text_; }
  QString scheduleText() const { return schedule_text_; }
  /// "Mon–Thu 7 h 30 m · Fri 4 h 00 m": the lead's to set, and read-only here.
  QString scheduleDaysText() const { return schedule_days_text_; }
  QString contactsText() const { return contacts_text_; }
  RowsModel* days() { return &days_; }
  RowsModel* exceptions() { return &exceptions_; }
  RowsModel* previousWeeks() { return &previous_weeks_; }
  /// Something was logged in the twelve weeks before.
  bool hasPreviousWeeks() const { return has_previous_weeks_; }
  RowsModel* leave() { return &leave_; }
  RowsModel* leaveKinds() { return &leave_kinds_; }
  QString leaveError() const { return leave_error_; }
  QString state() const { return state_; }
  QString stateText() const;
  /// What follows from the state: that it will be sent, that edits are held, what to look at before
  /// submitting.
  QString stateDetail() const { return state_detail_; }
  QString approvalNote() const { return approval_note_; }
  bool canSubmit() const;
  /// The week has no entries.
  bool blank() const { return blank_; }
  bool canReopen() const;
  bool visible() const { return visible_; }
  /// Hidden, nothing is read; what changed meanwhile is read when the page is seen again.
  void setVisible(bool visible);

  /// Read again what time alone changes: the page calls it when it comes into view.
  Q_INVOKABLE void refresh() { read(); }
  Q_INVOKABLE void previousWeek();
  Q_INVOKABLE void nextWeek();
  Q_INVOKABLE void thisWeek();
  /// Shows the week that YYYY-MM-DD lies in; anything else is ignored.
  Q_INVOKABLE void showWeek(const QString& iso);
  /// Works offline: "will be sent".
  Q_INVOKABLE void submit();
  Q_INVOKABLE void reopen();
  /// Adds (or replaces) leave of one kind on one day of the week; hours like "7:30" or "4". False with
  /// leaveError.
  Q_INVOKABLE bool addLeave(const QString& dateIso, const QString& hours, const QString& kind);
  Q_INVOKABLE void removeLeave(const QString& leaveId);

 signals:
  void changed();
  void visibleChanged();
  void previousWeeksChanged();
  void leaveErrorChanged();

 private:
  void read();
  void onChanged();
  void turn(Date before);
  void showState(const device::WeekReading& week);
  void readPreviousWeeks();
  void showDays(const WeekTally& tally, const std::vector<Leave>& leave);
  void showExceptions(const device::WeekReading& week);
  std::vector<Leave> leaveOfWeek() const;
  void putWeek(WeekRecordState state);
  void showError(const QString& sentence);

  FieldLog& log_;
  QTimer later_;  ///< the twelve weeks before are read once the page is drawn
  Date first_{};
  WeekBar bar_;
  QString strict_text_, minimum_needed_text_, recommended_needed_text_, schedule_left_text_;
  QString community_text_, on_site_text_, not_logged_text_, schedule_text_, contacts_text_;
  RowsModel days_, exceptions_, previous_weeks_, leave_, leave_kinds_;
  QString leave_error_;
  QString state_;
  QString approval_note_;
  QString state_detail_, schedule_days_text_;
  bool blank_ = true;
  bool has_previous_weeks_ = false;
  bool visible_ = true;
};

}  // namespace waymark::app
