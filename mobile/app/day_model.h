// The Day page: one local day as a list of entries, gaps and overlaps, with the taps that mend them (ui.md,
// Day).
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <optional>
#include <vector>

#include "mobile/app/rows_model.h"
#include "mobile/device/records.h"
#include "shared/time/instant.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;

class DayModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString dateIso READ dateIso NOTIFY changed)
  Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
  Q_PROPERTY(bool isToday READ isToday NOTIFY changed)
  Q_PROPERTY(QString communityText READ communityText NOTIFY changed)
  Q_PROPERTY(QString onSiteText READ onSiteText NOTIFY changed)
  Q_PROPERTY(QString notLoggedText READ notLoggedText NOTIFY changed)
  Q_PROPERTY(QString scheduledText READ scheduledText NOTIFY changed)
  Q_PROPERTY(qreal communityFraction READ communityFraction NOTIFY changed)
  Q_PROPERTY(qreal onSiteFraction READ onSiteFraction NOTIFY changed)
  Q_PROPERTY(qreal notLoggedFraction READ notLoggedFraction NOTIFY changed)
  Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* rows READ rows CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* tiles READ tiles CONSTANT)
  Q_PROPERTY(QString feedbackText READ feedbackText NOTIFY feedbackChanged)
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY feedbackChanged)
  Q_PROPERTY(bool visible READ visible WRITE setVisible NOTIFY visibleChanged)
  // The end of the day: what is odd, and the person's word that it looks right.
  Q_PROPERTY(QString reviewState READ reviewState NOTIFY changed)
  Q_PROPERTY(QString reviewText READ reviewText NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* oddities READ oddities CONSTANT)
  // Something was just entered for a day long past: why so late?
  Q_PROPERTY(QString lateText READ lateText NOTIFY lateChanged)
  Q_PROPERTY(QStringList lateReasons READ lateReasons NOTIFY lateChanged)

 public:
  explicit DayModel(FieldLog& log, QObject* parent = nullptr);
  ~DayModel() override;
  static DayModel* create(QQmlEngine* engine, QJSEngine*);

  QString dateIso() const;
  QString dateText() const;
  bool isToday() const;
  QString communityText() const { return community_text_; }
  QString onSiteText() const { return on_site_text_; }
  QString notLoggedText() const { return not_logged_text_; }
  QString scheduledText() const { return scheduled_text_; }
  // Parts of what was scheduled or logged, whichever is more; together 1 unless there was neither.
  qreal communityFraction() const { return community_fraction_; }
  qreal onSiteFraction() const { return on_site_fraction_; }
  qreal notLoggedFraction() const { return not_logged_fraction_; }
  /// Why there are no rows, told apart from a day off; "" when there are some.
  QString emptyText() const { return empty_text_; }
  RowsModel* rows() { return &rows_; }
  RowsModel* tiles() { return &tiles_; }
  QString feedbackText() const { return feedback_; }
  bool canUndo() const;
  bool visible() const { return visible_; }
  /// Hidden, nothing is read; what changed meanwhile is read when the page is seen again.
  void setVisible(bool visible);
  /// none (nothing to say yet) | odd | fine (nothing odd) | right (the person said so) | changed (since they
  /// did)
  QString reviewState() const { return review_state_; }
  QString reviewText() const { return review_text_; }
  /// Roles code, text, entryId.
  RowsModel* oddities() { return &oddities_; }
  QString lateText() const { return late_text_; }
  QStringList lateReasons() const;

  /// Read again what time alone changes: the page calls it when it comes into view.
  Q_INVOKABLE void refresh() { read(); }
  Q_INVOKABLE void previousDay();
  Q_INVOKABLE void nextDay();
  Q_INVOKABLE void today();
  /// Shows the day YYYY-MM-DD; anything else is ignored.
  Q_INVOKABLE void showDate(const QString& iso);
  /// Fills the gap of this row with a tile's activity: two taps in all. A journey leads from the place before
  /// to the place after.
  Q_INVOKABLE void fillGap(int row, const QString& tile);
  /// Overlap: the earlier entry ends where the later one starts.
  Q_INVOKABLE void trimEarlier(int row);
  /// Overlap: the later entry starts where the earlier one ends (or is cut to nothing if it lies inside).
  Q_INVOKABLE void trimThis(int row);
  /// Overlap: both stay; the reason goes into the later entry's note. False when the reason is empty.
  Q_INVOKABLE bool keepBoth(int row, const QString& reason);
  Q_INVOKABLE void removeEntry(const QString& entryId);
  /// Another page removed an entry: Undo is offered here.
  void saidRemoved(const QString& title);
  Q_INVOKABLE void undo();
  Q_INVOKABLE void dismissFeedback();
  /// The person has looked at the day, and it is right as it stands.
  Q_INVOKABLE void looksRight();
  Q_INVOKABLE void looksWrong();
  /// Answers `lateText`; an empty reason leaves the question to the week's exceptions.
  Q_INVOKABLE void giveLateReason(const QString& reason);

 signals:
  void changed();
  void visibleChanged();
  void lateChanged();
  void feedbackChanged();

 private:
  struct Overlapping {
    Entry earlier, later;
  };

  void showTiles();
  void read();
  void onChanged();
  void turn(Date before);
  void showReview(const std::vector<device::Stored<Entry>>& entries, const device::WeekReading& week);
  void askIfLate(const Entry& entry);
  std::vector<RowsModel::Row> rowsOf(const std::vector<device::Stored<Entry>>& entries,
                                     const device::WeekReading& week) const;
  std::optional<Overlapping> overlapAt(int row) const;
  void say(const QString& text);

  FieldLog& log_;
  QTimer minute_;
  Date date_{};
  RowsModel rows_;
  RowsModel tiles_;
  QString community_text_, on_site_text_, not_logged_text_, scheduled_text_, empty_text_;
  qreal community_fraction_ = 0, on_site_fraction_ = 0, not_logged_fraction_ = 0;
  QString feedback_;
  bool visible_ = true;
  bool stale_ = false;  ///< something changed while hidden
  RowsModel oddities_;
  QString review_state_, review_text_;
  std::string late_id_;
  QString late_text_;
};

}  // namespace waymark::app
