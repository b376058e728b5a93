// Choices kept on this device alone, in a settings file beside the store. Nothing about people or places.
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace waymark::app {

class AppSettings : public QObject {
  Q_OBJECT

 public:
  /// `file`: an INI file, made with the first change.
  explicit AppSettings(const QString& file, QObject* parent = nullptr);

  /// English, and every language whose translation is built in.
  static bool speaks(const QString& language);
  /// Where a language's translation is, if it is built in.
  static QString translationOf(const QString& language);

  QString theme() const;       ///< system | light | dark; system at first
  int textSize() const;        ///< percent, 100…200
  QString language() const;    ///< the system's at first, English where this build does not speak it
  bool locationTags() const;   ///< on at first
  bool wifiOnly() const;       ///< off at first
  bool reminders() const;      ///< on at first
  int endOfDay() const;        ///< when the day's reminders come, in minutes since midnight; 17:00 at first
  QString deviceName() const;  ///< as it was enrolled; "" before that
  void setTheme(const QString& theme);
  void setTextSize(int percent);
  void setLanguage(const QString& language);
  void setLocationTags(bool on);
  void setWifiOnly(bool on);
  void setReminders(bool on);
  /// Kept between 0:00 and 23:59.
  void setEndOfDay(int minutes);
  void setDeviceName(const QString& name);

  // The occasions of reminders that were shown as a notification, and those whose banner was closed; the
  // latest few of each. Telling nobody: nothing that is shown depends on what was told.
  QStringList remindersTold() const;
  QStringList remindersClosed() const;
  void setRemindersTold(const QStringList& keys);
  void setRemindersClosed(const QStringList& keys);

  /// For this run only, from the command line: nothing is written.
  void overrideTheme(const QString& theme);
  void overrideLanguage(const QString& language);
  void overrideTextSize(int percent);

 signals:
  void changed();

 private:
  void write(QLatin1String key, const QVariant& value);

  QSettings settings_;
  QString theme_override_;
  QString language_override_;
  int text_size_override_ = 0;
};

}  // namespace waymark::app
