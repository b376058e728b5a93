// The Sync page: what waits in words, oldest first, how sending goes, and what needs a person's decision
// (ui.md, Sync). The session itself runs on another thread; nothing here waits for it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "mobile/app/rows_model.h"
#include "mobile/device/device_store.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;
class SyncRunner;

class SyncModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString state READ state NOTIFY stateChanged)
  Q_PROPERTY(QString stateText READ stateText NOTIFY stateChanged)
  Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
  Q_PROPERTY(qreal progress READ progress NOTIFY stateChanged)
  Q_PROPERTY(QString progressText READ progressText NOTIFY stateChanged)
  Q_PROPERTY(QString errorText READ errorText NOTIFY stateChanged)
  Q_PROPERTY(QString lastSuccessText READ lastSuccessText NOTIFY stateChanged)
  Q_PROPERTY(int waitingCount READ waitingCount NOTIFY waitingChanged)
  Q_PROPERTY(int needsYouCount READ needsYouCount NOTIFY waitingChanged)
  Q_PROPERTY(QString chipState READ chipState NOTIFY waitingChanged)
  Q_PROPERTY(QString chipText READ chipText NOTIFY waitingChanged)
  Q_PROPERTY(waymark::app::RowsModel* waiting READ waiting CONSTANT)
  Q_PROPERTY(QString moreWaitingText READ moreWaitingText NOTIFY waitingChanged)
  Q_PROPERTY(waymark::app::RowsModel* needsYou READ needsYou CONSTANT)
  Q_PROPERTY(QString exportText READ exportText NOTIFY exportChanged)

 public:
  SyncModel(FieldLog& log, SyncRunner& runner, QObject* parent = nullptr);
  ~SyncModel() override;
  static SyncModel* create(QQmlEngine* engine, QJSEngine*);

  QString state() const;
  QString stateText() const;
  bool busy() const;
  qreal progress() const;
  QString progressText() const;
  QString errorText() const;
  QString lastSuccessText() const;
  int waitingCount() const { return waiting_count_; }
  int needsYouCount() const { return static_cast<int>(counts_.needs_you); }
  QString chipState() const;
  QString chipText() const;
  // Read when a page first asks for them: the chip on every page needs only the counts.
  RowsModel* waiting();
  RowsModel* needsYou();
  /// "and 140 more" behind a list that does not show all of them.
  QString moreWaitingText() const;
  QString exportText() const { return export_text_; }

  Q_INVOKABLE void syncNow();
  Q_INVOKABLE void abort();
  /// Writes again what this phone says, naming what it is decided against.
  Q_INVOKABLE void keepMine(int row);
  /// Takes what the server says and gives this phone's version up.
  Q_INVOKABLE void keepTheirs(int row);
  /// Gives this phone's refused change up.
  Q_INVOKABLE void discard(int row);
  /// Writes everything unsent to a file; "" means a dated file in the documents folder. exportText says what
  /// came of it.
  Q_INVOKABLE bool exportUnsent(const QString& path);

 signals:
  void stateChanged();
  void waitingChanged();
  void exportChanged();

 private:
  void read();
  void readLists();
  void wantLists();
  bool settle(int row, device::Choice choice);

  FieldLog& log_;
  SyncRunner& runner_;
  device::SyncCounts counts_;
  bool lists_wanted_ = false;
  int waiting_count_ = 0;  ///< records, not edits
  RowsModel waiting_;
  RowsModel needs_you_;
  QString export_text_;
};

}  // namespace waymark::app
