// One person's week as the team's answer tells it, for their lead: as far as that goes, without the entries,
// which are on the server's pages (ui.md, Team).
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "mobile/app/rows_model.h"
#include "mobile/app/team_texts.h"
#include "mobile/app/view_values.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;
class TeamModel;

class TeamPersonModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
  Q_PROPERTY(QString personId READ personId NOTIFY changed)
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(waymark::app::WeekBar bar READ bar NOTIFY changed)
  Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
  Q_PROPERTY(QString concernText READ concernText NOTIFY changed)
  Q_PROPERTY(QString strictText READ strictText NOTIFY changed)
  Q_PROPERTY(QString minimumNeededText READ minimumNeededText NOTIFY changed)
  Q_PROPERTY(QString recommendedNeededText READ recommendedNeededText NOTIFY changed)
  Q_PROPERTY(QString contactsText READ contactsText NOTIFY changed)
  Q_PROPERTY(QString contactsDetail READ contactsDetail NOTIFY changed)
  Q_PROPERTY(QString communityText READ communityText NOTIFY changed)
  Q_PROPERTY(QString onSiteText READ onSiteText NOTIFY changed)
  Q_PROPERTY(QString notLoggedText READ notLoggedText NOTIFY changed)
  Q_PROPERTY(QString scheduleText READ scheduleText NOTIFY changed)
  Q_PROPERTY(QString state READ state NOTIFY changed)
  Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
  Q_PROPERTY(QString lastSyncText READ lastSyncText NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* days READ days CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* activities READ activities CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* places READ places CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* exceptions READ exceptions CONSTANT)

 public:
  TeamPersonModel(FieldLog& log, TeamModel& team, QObject* parent = nullptr);
  ~TeamPersonModel() override;
  static TeamPersonModel* create(QQmlEngine* engine, QJSEngine*);

  /// Somebody was opened, and is in the week shown.
  bool loaded() const { return loaded_; }
  QString personId() const { return QString::fromStdString(person_id_); }
  QString name() const { return name_; }
  WeekBar bar() const { return bar_; }
  /// "No entries yet, last heard from Tue 17 Nov 16:10"; "" where there is something to show.
  QString emptyText() const { return empty_text_; }
  QString concernText() const { return concern_text_; }
  QString strictText() const { return strict_text_; }
  QString minimumNeededText() const { return minimum_needed_text_; }
  QString recommendedNeededText() const { return recommended_needed_text_; }
  QString contactsText() const { return contacts_text_; }
  /// "2 with someone who can hire · 1 for a participant · 1 return visit"
  QString contactsDetail() const { return contacts_detail_; }
  QString communityText() const { return community_text_; }
  QString onSiteText() const { return on_site_text_; }
  QString notLoggedText() const { return not_logged_text_; }
  QString scheduleText() const { return schedule_text_; }
  QString state() const { return state_; }
  QString stateText() const { return state_text_; }
  QString lastSyncText() const { return last_sync_text_; }
  /// dayText, communityFraction, onSiteFraction, notLoggedFraction, hoursText, leaveText, isToday, isFuture,
  /// accessibleText
  RowsModel* days() { return &days_; }
  /// text, hoursText, countsText: where the time went, longest first
  RowsModel* activities() { return &activities_; }
  RowsModel* places() { return &places_; }
  /// code, text
  RowsModel* exceptions() { return &exceptions_; }

  /// Shows this person, in each week of the team that has them.
  Q_INVOKABLE void open(const QString& personId);
  Q_INVOKABLE void close();

 signals:
  void changed();

 private:
  const PersonWeek* find() const;
  void read();
  void write(const PersonWeek& person, const TeamView& view);
  void writeNumbers(const PersonWeek& person, const TeamView& view);
  void writeDays(const WeekTally& tally);
  void writeExceptions(const WeekTally& tally);

  FieldLog& log_;
  TeamModel& team_;
  std::string person_id_;  ///< stays while weeks are turned, for those the person is in
  bool loaded_ = false;
  WeekBar bar_;
  QString name_, empty_text_, concern_text_, strict_text_, minimum_needed_text_, recommended_needed_text_;
  QString contacts_text_, contacts_detail_, community_text_, on_site_text_, not_logged_text_, schedule_text_;
  QString state_, state_text_, last_sync_text_;
  RowsModel days_, activities_, places_, exceptions_;
};

}  // namespace waymark::app
