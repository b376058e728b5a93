#include "mobile/app/app_settings.h"

#include <QFile>
#include <QLocale>
#include <algorithm>

namespace waymark::app {
namespace {

constexpr QLatin1String theme_key("theme");
constexpr QLatin1String text_size_key("text_size");
constexpr QLatin1String language_key("language");
constexpr QLatin1String location_tags_key("location_tags");
constexpr QLatin1String wifi_only_key("wifi_only");
constexpr QLatin1String reminders_key("reminders");
constexpr QLatin1String end_of_day_key("end_of_day");
constexpr QLatin1String device_name_key("device_name");
constexpr QLatin1String told_key("reminders_told");
constexpr QLatin1String closed_key("reminders_closed");

constexpr int usual_end_of_day = 17 * 60;
constexpr int last_minute = 24 * 60 - 1;
// A week has a handful of occasions; older ones never come back.
constexpr int occasions_kept = 40;

QString knownTheme(const QString& theme) {
  return theme == QLatin1String("light") || theme == QLatin1String("dark") ? theme : QStringLiteral("system");
}
QString knownLanguage(const QString& language) {
  // Dates in one language among words in another would be worse than English throughout.
  return AppSettings::speaks(language) ? language : QStringLiteral("en");
}
int boundedSize(int percent) {
  return std::clamp(percent, 100, 200);
}

}  // namespace

AppSettings::AppSettings(const QString& file, QObject* parent)
    : QObject(parent), settings_(file, QSettings::IniFormat) {}

bool AppSettings::speaks(const QString& language) {
  return language == QLatin1String("en") || QFile::exists(translationOf(language));
}

QString AppSettings::translationOf(const QString& language) {
  return QStringLiteral(":/i18n/waymark_%1.qm").arg(language);
}

QString AppSettings::theme() const {
  return knownTheme(theme_override_.isEmpty() ? settings_.value(theme_key).toString() : theme_override_);
}

int AppSettings::textSize() const {
  return boundedSize(text_size_override_ ? text_size_override_ : settings_.value(text_size_key, 100).toInt());
}

QString AppSettings::language() const {
  if (!language_override_.isEmpty()) return knownLanguage(language_override_);
  const QString system = QLocale::system().name().left(2);
  return knownLanguage(settings_.value(language_key, system).toString());
}

bool AppSettings::locationTags() const {
  return settings_.value(location_tags_key, true).toBool();
}
bool AppSettings::wifiOnly() const {
  return settings_.value(wifi_only_key, false).toBool();
}

bool AppSettings::reminders() const {
  return settings_.value(reminders_key, true).toBool();
}
int AppSettings::endOfDay() const {
  return std::clamp(settings_.value(end_of_day_key, usual_end_of_day).toInt(), 0, last_minute);
}
QString AppSettings::deviceName() const {
  return settings_.value(device_name_key).toString();
}
QStringList AppSettings::remindersTold() const {
  return settings_.value(told_key).toStringList();
}
QStringList AppSettings::remindersClosed() const {
  return settings_.value(closed_key).toStringList();
}

void AppSettings::setTheme(const QString& theme) {
  theme_override_.clear();
  write(theme_key, knownTheme(theme));
}
void AppSettings::setTextSize(int percent) {
  text_size_override_ = 0;
  write(text_size_key, boundedSize(percent));
}
void AppSettings::setLanguage(const QString& language) {
  language_override_.clear();
  write(language_key, knownLanguage(language));
}
void AppSettings::setLocationTags(bool on) {
  write(location_tags_key, on);
}
void AppSettings::setWifiOnly(bool on) {
  write(wifi_only_key, on);
}

void AppSettings::setReminders(bool on) {
  write(reminders_key, on);
}
void AppSettings::setEndOfDay(int minutes) {
  write(end_of_day_key, std::clamp(minutes, 0, last_minute));
}
void AppSettings::setDeviceName(const QString& name) {
  write(device_name_key, name);
}
void AppSettings::setRemindersTold(const QStringList& keys) {
  settings_.setValue(told_key, keys.mid(std::max<qsizetype>(0, keys.size() - occasions_kept)));
}
void AppSettings::setRemindersClosed(const QStringList& keys) {
  settings_.setValue(closed_key, keys.mid(std::max<qsizetype>(0, keys.size() - occasions_kept)));
}

void AppSettings::overrideTheme(const QString& theme) {
  theme_override_ = theme;
  emit changed();
}
void AppSettings::overrideLanguage(const QString& language) {
  language_override_ = language;
  emit changed();
}
void AppSettings::overrideTextSize(int percent) {
  text_size_override_ = percent;
  emit changed();
}

void AppSettings::write(QLatin1String key, const QVariant& value) {
  settings_.setValue(key, value);
  emit changed();
}

}  // namespace waymark::app
