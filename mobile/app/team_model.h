// The team's week on its lead's phone, read-only (ui.md, Team): the pooled share and the mean beside it, who
// has submitted, how complete it all is, and the people, those to look at first on top. Shows what was
// fetched last, with its time, while it asks for what is new; without a signal that stays.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <memory>
#include <optional>

#include "mobile/app/rows_model.h"
#include "mobile/app/team_fetcher.h"
#include "mobile/app/team_texts.h"
#include "mobile/app/view_values.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;

class TeamModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool lead READ lead NOTIFY changed)
  Q_PROPERTY(QString teamText READ teamText NOTIFY changed)
  Q_PROPERTY(QString weekText READ weekText NOTIFY changed)
  Q_PROPERTY(bool isThisWeek READ isThisWeek NOTIFY changed)
  Q_PROPERTY(bool known READ known NOTIFY changed)
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  Q_PROPERTY(waymark::app::WeekBar bar READ bar NOTIFY changed)
  Q_PROPERTY(QString meanText READ meanText NOTIFY changed)
  Q_PROPERTY(QString submittedText READ submittedText NOTIFY changed)
  Q_PROPERTY(QString heardText READ heardText NOTIFY changed)
  Q_PROPERTY(bool complete READ complete NOTIFY changed)
  Q_PROPERTY(QString asOfText READ asOfText NOTIFY changed)
  Q_PROPERTY(bool stale READ stale NOTIFY changed)
  Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
  Q_PROPERTY(QString pagesText READ pagesText NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* people READ people CONSTANT)

 public:
  TeamModel(FieldLog& log, std::unique_ptr<TeamFetcher> fetcher, QObject* parent = nullptr);
  ~TeamModel() override;
  static TeamModel* create(QQmlEngine* engine, QJSEngine*);

  /// Whoever is none sees nothing here, and nothing is asked.
  bool lead() const { return lead_; }
  /// "Team North".
  QString teamText() const;
  QString weekText() const;
  bool isThisWeek() const;
  /// The week was fetched, now or before.
  bool known() const { return answer_.has_value(); }
  bool busy() const { return fetcher_->busy(); }
  WeekBar bar() const { return bar_; }
  QString meanText() const { return mean_text_; }
  QString submittedText() const { return submitted_text_; }
  QString heardText() const { return heard_text_; }
  bool complete() const { return complete_; }
  /// "As of today 11:19", and what is in the way of a newer answer: "As of Tue 17 Nov 16:10; no signal".
  QString asOfText() const { return as_of_text_; }
  bool stale() const { return stale_; }
  /// Why there is nothing (newer), where it is not the signal; "" otherwise.
  QString problemText() const { return problem_text_; }
  /// Where weeks are approved: on the server's pages, and not here.
  QString pagesText() const;
  /// personId, name, heading, fraction, shareText, hoursText, standing, standingText, emptyText, concernText,
  /// contactsText, state, stateText, lastSyncText, accessibleText
  RowsModel* people() { return &people_; }

  /// A page that shows this came into view, or went out of it. Coming, it asks for what is new.
  Q_INVOKABLE void setWatched(bool watched);
  Q_INVOKABLE void previousWeek();
  Q_INVOKABLE void nextWeek();
  Q_INVOKABLE void thisWeek();
  /// Asks again, whatever was asked when.
  Q_INVOKABLE void refresh();

  /// Waits until nothing is being asked for: for pictures and tests.
  void settle() { fetcher_->settle(); }

  /// The answer shown, for the page of one person.
  const std::optional<device::TeamAnswer>& answer() const { return answer_; }
  Policy policy() const;
  TeamView view(const Policy& policy) const;

 signals:
  void changed();

 private:
  void show(Date week_first);
  void readKept();
  void readIfWatched();
  void take(Date week_first, const Result<device::TeamAnswer>& answer);
  void write();
  void writePeople(const TeamView& view);

  FieldLog& log_;
  std::unique_ptr<TeamFetcher> fetcher_;
  int watchers_ = 0;
  bool lead_ = false;
  Date first_{};
  std::optional<device::TeamAnswer> answer_;
  std::optional<Error> failure_;  ///< of the last try for this week
  WeekBar bar_;
  QString mean_text_, submitted_text_, heard_text_, as_of_text_, problem_text_;
  bool complete_ = false, stale_ = false;
  RowsModel people_;
};

}  // namespace waymark::app
