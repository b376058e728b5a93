// The form of one job of a participant: where, what, how many hours, since when, until when.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "mobile/app/rows_model.h"
#include "shared/records/records.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;
class Network;
class RecordKeeper;

class ParticipantJobModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
  Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
  Q_PROPERTY(QString participantCode READ participantCode NOTIFY changed)
  Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
  Q_PROPERTY(QString hours READ hours WRITE setHours NOTIFY changed)
  Q_PROPERTY(QString hoursError READ hoursError NOTIFY changed)
  Q_PROPERTY(QString employerQuery READ employerQuery WRITE setEmployerQuery NOTIFY changed)
  Q_PROPERTY(QString addEmployerText READ addEmployerText NOTIFY changed)
  Q_PROPERTY(QString startText READ startText NOTIFY changed)
  Q_PROPERTY(QString startError READ startError NOTIFY changed)
  Q_PROPERTY(bool ends READ ends NOTIFY changed)
  Q_PROPERTY(QString endText READ endText NOTIFY changed)
  Q_PROPERTY(QString endError READ endError NOTIFY changed)
  Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
  Q_PROPERTY(QString missingText READ missingText NOTIFY changed)
  Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
  Q_PROPERTY(waymark::app::RowsModel* employers READ employers CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* kinds READ kinds CONSTANT)

 public:
  ParticipantJobModel(FieldLog& log, Network& network, RecordKeeper& keeper, QObject* parent = nullptr);
  ~ParticipantJobModel() override;
  static ParticipantJobModel* create(QQmlEngine* engine, QJSEngine*);

  bool loaded() const { return loaded_; }
  bool isNew() const { return loaded_ && job_.id.empty(); }
  QString participantCode() const;
  QString title() const { return QString::fromStdString(job_.title); }
  void setTitle(const QString& text);
  QString hours() const { return hours_; }
  void setHours(const QString& text);
  QString hoursError() const { return hours_error_; }
  QString employerQuery() const { return query_; }
  void setEmployerQuery(const QString& query);
  /// "Add “Corner Deli” to the network", when what was looked for is not in it.
  QString addEmployerText() const;
  QString startText() const;
  QString startError() const { return start_error_; }
  bool ends() const { return job_.ends_on.has_value(); }
  QString endText() const;
  QString endError() const { return end_error_; }
  QString errorText() const { return error_; }
  /// What is still needed before it can be saved; "" when nothing is.
  QString missingText() const;
  bool canSave() const;
  /// The chosen one, then what the search found: code, text, selected.
  RowsModel* employers() { return &employers_; }
  RowsModel* kinds() { return &kinds_; }

  Q_INVOKABLE void open(const QString& jobId);
  Q_INVOKABLE void openNew(const QString& participantId);
  Q_INVOKABLE void close();
  Q_INVOKABLE void chooseEmployer(const QString& employerId);
  /// Adds what was looked for as a new employer, and chooses it.
  Q_INVOKABLE void addEmployer();
  Q_INVOKABLE void chooseKind(const QString& code);
  Q_INVOKABLE void moveStart(int days);
  Q_INVOKABLE void typeStart(const QString& day);
  /// Ended: today, until another day is set; or still held.
  Q_INVOKABLE void setEnds(bool ends);
  Q_INVOKABLE void moveEnd(int days);
  Q_INVOKABLE void typeEnd(const QString& day);
  Q_INVOKABLE bool save();
  Q_INVOKABLE void remove();

 signals:
  void changed();
  void closed();

 private:
  void load(Job job);
  void edited();
  void showChoices();

  FieldLog& log_;
  Network& network_;
  RecordKeeper& keeper_;
  bool loaded_ = false;
  Job job_, original_;
  QString hours_, query_;
  QString hours_error_, start_error_, end_error_, error_;
  RowsModel employers_, kinds_;
};

}  // namespace waymark::app
