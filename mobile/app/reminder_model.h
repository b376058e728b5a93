// The reminders of ui.md: a banner in the app, and a notification where the desktop shows them. What is due
// is decided in mobile/device/reminders.h; this chooses words, and remembers what was told and what was
// closed.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>
#include <vector>

#include "mobile/app/later.h"
#include "mobile/device/reminders.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class AppSettings;
class FieldLog;
class Notifier;

class ReminderModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  /// The most important one that was not closed; "" when there is none.
  Q_PROPERTY(QString text READ text NOTIFY changed)
  /// not_stopped | long_running | day_empty | day_has_gaps | week_not_submitted
  Q_PROPERTY(QString kind READ kind NOTIFY changed)

 public:
  /// Looks whenever `minute` times out and whenever something changed. All must outlive the model; `notifier`
  /// may be null.
  ReminderModel(FieldLog& log, AppSettings& settings, Notifier* notifier, QTimer& minute,
                QObject* parent = nullptr);
  ~ReminderModel() override;
  static ReminderModel* create(QQmlEngine* engine, QJSEngine*);

  QString text() const { return text_; }
  QString kind() const { return kind_; }

  /// Closes the shown one: it does not come back for the same occasion.
  Q_INVOKABLE void dismiss();
  /// Looks at the clock and the log now.
  void look();

 signals:
  void changed();

 private:
  std::vector<device::Reminder> due() const;
  void show(const std::vector<device::Reminder>& due);
  void tell(const std::vector<device::Reminder>& due);
  bool isClosed(const device::Reminder& reminder) const;

  FieldLog& log_;
  AppSettings& settings_;
  Notifier* notifier_;
  Later looking_;
  QString text_, kind_, key_;
};

/// One sentence that says what to do about it.
QString reminderText(const device::Reminder& reminder);

}  // namespace waymark::app
