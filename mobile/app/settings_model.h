// The Settings page, and what the theme reads: choices kept on this device alone.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "mobile/app/rows_model.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class AppSettings;
class NetworkState;

class SettingsModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
  Q_PROPERTY(bool dark READ dark NOTIFY themeChanged)
  Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY textSizeChanged)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(bool locationTags READ locationTags WRITE setLocationTags NOTIFY locationTagsChanged)
  Q_PROPERTY(bool wifiOnly READ wifiOnly WRITE setWifiOnly NOTIFY wifiOnlyChanged)
  Q_PROPERTY(QString wifiNote READ wifiNote NOTIFY wifiOnlyChanged)
  Q_PROPERTY(bool reminders READ reminders WRITE setReminders NOTIFY remindersChanged)
  Q_PROPERTY(QString endOfDayText READ endOfDayText NOTIFY remindersChanged)
  Q_PROPERTY(waymark::app::RowsModel* themes READ themes CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* languages READ languages CONSTANT)
  Q_PROPERTY(waymark::app::RowsModel* licences READ licences CONSTANT)
  Q_PROPERTY(QString deviceText READ deviceText NOTIFY deviceChanged)
  Q_PROPERTY(QString versionText READ versionText CONSTANT)
  Q_PROPERTY(QString dataText READ dataText CONSTANT)

 public:
  SettingsModel(AppSettings& settings, NetworkState& network, QString data_dir, QObject* parent = nullptr);
  ~SettingsModel() override;
  static SettingsModel* create(QQmlEngine* engine, QJSEngine*);

  QString theme() const;
  void setTheme(const QString& theme);
  bool dark() const;
  int textSize() const;
  void setTextSize(int percent);
  QString language() const;
  void setLanguage(const QString& language);
  bool locationTags() const;
  void setLocationTags(bool on);
  bool wifiOnly() const;
  void setWifiOnly(bool on);
  QString wifiNote() const;
  bool reminders() const;
  void setReminders(bool on);
  /// When the day's reminders come: "17:00".
  QString endOfDayText() const;
  Q_INVOKABLE void moveEndOfDay(int minutes);
  RowsModel* themes() { return &themes_; }
  RowsModel* languages() { return &languages_; }
  RowsModel* licences() { return &licences_; }
  /// What the admin sees beside this phone.
  QString deviceText() const;
  QString versionText() const;
  QString dataText() const { return data_dir_; }

  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void themeChanged();
  void textSizeChanged();
  void languageChanged();
  void locationTagsChanged();
  void wifiOnlyChanged();
  void remindersChanged();
  void deviceChanged();

 private:
  void fill();

  AppSettings& settings_;
  NetworkState& network_;
  QString data_dir_;
  RowsModel themes_, languages_, licences_;
};

}  // namespace waymark::app
