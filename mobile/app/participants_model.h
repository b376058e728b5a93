// The Participants page: the own caseload with what is due to whom, soonest first (ui.md, Participants;
// domain.md, "Participants and jobs").
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "mobile/app/network.h"
#include "mobile/app/rows_model.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;

class ParticipantsModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(waymark::app::RowsModel* rows READ rows CONSTANT)
  Q_PROPERTY(int open READ open NOTIFY changed)
  Q_PROPERTY(int most READ most NOTIFY changed)
  Q_PROPERTY(QString caseloadText READ caseloadText NOTIFY changed)
  Q_PROPERTY(QString dueText READ dueText NOTIFY changed)
  Q_PROPERTY(bool tooMany READ tooMany NOTIFY changed)
  Q_PROPERTY(bool showClosed READ showClosed WRITE setShowClosed NOTIFY changed)
  Q_PROPERTY(int closedCount READ closedCount NOTIFY changed)
  Q_PROPERTY(bool empty READ empty NOTIFY changed)

 public:
  ParticipantsModel(FieldLog& log, Network& network, QObject* parent = nullptr);
  ~ParticipantsModel() override;
  static ParticipantsModel* create(QQmlEngine* engine, QJSEngine*);

  /// participantId, code, aboutText, dueText, dueState (overdue | open | upcoming | none), overdueText,
  /// jobText, closed, syncState, syncText, accessibleText
  RowsModel* rows() { return &rows_; }
  int open() const { return open_; }
  int most() const { return most_; }
  QString caseloadText() const;
  /// "2 overdue, 3 due": what waits, in one line.
  QString dueText() const;
  bool tooMany() const { return open_ > most_; }
  bool showClosed() const { return show_closed_; }
  void setShowClosed(bool show);
  int closedCount() const { return closed_; }
  /// There is nobody to show, and what there is has been read.
  bool empty() const;

  /// A page that shows this came into view, or went out of it. Coming, what time alone changes is read again.
  Q_INVOKABLE void setWatched(bool watched);
  Q_INVOKABLE void refresh();

 signals:
  void changed();

 private:
  void show();

  FieldLog& log_;
  Network& network_;
  int watchers_ = 0;
  RowsModel rows_;
  bool show_closed_ = false;
  int open_ = 0, closed_ = 0, most_ = 0, overdue_ = 0, due_ = 0;
};

}  // namespace waymark::app
