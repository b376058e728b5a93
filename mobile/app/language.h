// The app's language: its words and the way it writes dates and numbers follow the person's choice at once,
// without a restart, whatever the system speaks.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace waymark::app {

class AppSettings;

class Language : public QObject {
  Q_OBJECT

 public:
  /// Speaks the settings' language from here on, until destroyed. `settings` must outlive it.
  explicit Language(AppSettings& settings, QObject* parent = nullptr);
  ~Language() override;

  /// en | es
  QString code() const { return code_; }

 signals:
  /// Every text is another now: what is shown must be written anew.
  void changed();

 private:
  void apply();

  AppSettings& settings_;
  QTranslator translator_;
  QString code_;
};

}  // namespace waymark::app
