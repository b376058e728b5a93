// Saves employers, participants and jobs, says what was done, and takes the newest of it back: what Undo is
// on these pages (ui.md: no dialog where Undo will do).
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <optional>
#include <string>

#include "shared/records/record_codec.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;

class RecordKeeper : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString feedbackText READ feedbackText NOTIFY feedbackChanged)
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY feedbackChanged)

 public:
  explicit RecordKeeper(FieldLog& log, QObject* parent = nullptr);
  ~RecordKeeper() override;
  static RecordKeeper* create(QQmlEngine* engine, QJSEngine*);

  QString feedbackText() const { return feedback_; }
  bool canUndo() const { return undo_.has_value(); }

  /// Saves a record, new or known, and says `said`. The record as saved, or why it was refused, for the form
  /// to show.
  template <class R>
  Result<R> save(R record, const QString& said);
  /// Takes a record out of the lists, or puts it back into them. False when that failed, which is told.
  bool setDeleted(const std::string& id, bool deleted, const QString& said);

  Q_INVOKABLE void undo();
  Q_INVOKABLE void dismissFeedback();

 signals:
  void feedbackChanged();

 private:
  /// How to take back: to an edit that was shown before, or by deleting or bringing back.
  struct Undo {
    std::string id;
    std::string made;    ///< the edit that is taken back
    std::string before;  ///< the edit before it; "": none
    std::optional<bool> deleted;
  };
  void say(const QString& text, Undo undo);

  FieldLog& log_;
  QString feedback_;
  std::optional<Undo> undo_;
};

}  // namespace waymark::app
