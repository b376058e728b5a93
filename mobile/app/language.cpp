#include "mobile/app/language.h"

#include <QCoreApplication>
#include <QLocale>

#include "mobile/app/app_settings.h"

namespace waymark::app {

Language::Language(AppSettings& settings, QObject* parent) : QObject(parent), settings_(settings) {
  apply();
  connect(&settings_, &AppSettings::changed, this, &Language::apply);
}

Language::~Language() {
  QCoreApplication::removeTranslator(&translator_);
}

void Language::apply() {
  const QString code = settings_.language();
  if (code == code_) return;
  code_ = code;
  QLocale::setDefault(
      QLocale(code == QLatin1String("es") ? QLocale::Spanish : QLocale::English, QLocale::UnitedStates));
  QCoreApplication::removeTranslator(&translator_);
  // English has one, too: its plurals.
  if (translator_.load(AppSettings::translationOf(code))) QCoreApplication::installTranslator(&translator_);
  emit changed();
}

}  // namespace waymark::app
