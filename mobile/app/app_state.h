// Who this phone belongs to, and what keeps the app from working at all: read by Main.qml to choose its first
// page.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <optional>

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;

class AppState : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool enrolled READ enrolled NOTIFY changed)
  Q_PROPERTY(QString personName READ personName NOTIFY changed)
  Q_PROPERTY(QString agencyName READ agencyName NOTIFY changed)
  Q_PROPERTY(QString serverText READ serverText NOTIFY changed)
  Q_PROPERTY(bool leads READ leads NOTIFY changed)
  Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
  Q_PROPERTY(bool opened READ opened NOTIFY openedChanged)
  Q_PROPERTY(bool started READ started NOTIFY startedChanged)

 public:
  explicit AppState(FieldLog& log, QObject* parent = nullptr);
  ~AppState() override;
  static AppState* create(QQmlEngine* engine, QJSEngine*);

  bool enrolled() const;
  QString personName() const;
  QString agencyName() const;
  QString serverText() const;
  /// This person leads a team: read when first asked for, which the first page does not.
  bool leads() const;
  QString problemText() const { return problem_text_; }
  void setProblemText(const QString& sentence);
  Q_INVOKABLE void dismissProblem() { setProblemText({}); }
  /// The first frame is on the screen, with what a person reaches for: the rest of its page can be made now.
  bool opened() const { return opened_; }
  void setOpened(bool opened);
  /// The first page is on the screen: what it does not show can be made now.
  bool started() const;

 signals:
  void changed();
  void openedChanged();
  void startedChanged();

 private:
  FieldLog& log_;
  QString problem_text_;
  bool opened_ = true;
  mutable std::optional<bool> leads_;
};

}  // namespace waymark::app
