// Choices kept on this device alone, in a settings file beside the store. Nothing about people or places.
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>

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

  QString theme() const;      ///< system | light | dark; system at first
  int textSize() const;       ///< percent, 100…200
  QString language() const;   ///< the system's at first, English where this build does not speak it
  bool locationTags() const;  ///< on at first
  bool wifiOnly() const;      ///< off at first
  void setTheme(const QString& theme);
  void setTextSize(int percent);
  void setLanguage(const QString& language);
  void setLocationTags(bool on);
  void setWifiOnly(bool on);

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
