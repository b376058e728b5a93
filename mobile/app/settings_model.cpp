#include "mobile/app/settings_model.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

#include "mobile/app/app_settings.h"
#include "mobile/app/network_state.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

constexpr int dark_below_lightness = 128;

}  // namespace

SettingsModel::SettingsModel(AppSettings& settings, NetworkState& network, QString data_dir, QObject* parent)
    : QObject(parent),
      settings_(settings),
      network_(network),
      data_dir_(std::move(data_dir)),
      themes_({"code", "text", "selected"}, this),
      languages_({"code", "text", "selected"}, this),
      licences_({"name", "licence", "use"}, this) {
  connect(&settings_, &AppSettings::changed, this, [this] {
    fill();
    emit themeChanged();
    emit textSizeChanged();
    emit languageChanged();
    emit locationTagsChanged();
    emit wifiOnlyChanged();
    emit remindersChanged();
    emit deviceChanged();
  });
  // The system's own theme can change while the app is open.
  qGuiApp->installEventFilter(this);
  connect(&network_, &NetworkState::changed, this, &SettingsModel::wifiOnlyChanged);
  fill();
}

SettingsModel::~SettingsModel() = default;

bool SettingsModel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ApplicationPaletteChange) emit themeChanged();
  return QObject::eventFilter(watched, event);
}

void SettingsModel::fill() {
  const auto option = [](const QString& code, const QString& text, const QString& chosen) {
    return RowsModel::Row{code, text, code == chosen};
  };
  themes_.setRows({option(QStringLiteral("system"), tr("As the system"), theme()),
                   option(QStringLiteral("light"), tr("Light"), theme()),
                   option(QStringLiteral("dark"), tr("Dark"), theme())});
  // Each language is named in itself, so that it is found from any other.
  std::vector<RowsModel::Row> languages{option(QStringLiteral("en"), QStringLiteral("English"), language())};
  if (AppSettings::speaks(QStringLiteral("es")))
    languages.push_back(option(QStringLiteral("es"), QStringLiteral("Español"), language()));
  languages_.setRows(std::move(languages));
  const auto part = [](const char* name, const char* licence, const QString& use) {
    return RowsModel::Row{QString::fromLatin1(name), QString::fromLatin1(licence), use};
  };
  licences_.setRows({
      part("Waymark", "Apache-2.0", tr("this app")),
      part("Qt", "LGPL-3.0", tr("pages, positions and connections")),
      part("SQLite", "public domain", tr("the store on this phone")),
      part("SQLiteCpp", "MIT", tr("the store on this phone")),
      part("Boost.JSON", "BSL-1.0", tr("records as text")),
      part("cpp-httplib", "MIT", tr("talking to the server")),
      part("OpenSSL", "Apache-2.0", tr("talking to the server in private")),
      part("libsodium", "ISC", tr("tokens and ids")),
      part("QtKeychain", "BSD-3-Clause", tr("the key chain")),
      part("fmt", "MIT", tr("texts")),
      part("date", "MIT", tr("time zones")),
      part("tl::expected", "CC0-1.0", tr("errors")),
      part("Roboto", "Apache-2.0", tr("letters and digits")),
      part("Material Icons", "Apache-2.0", tr("icons")),
  });
}

QString SettingsModel::theme() const {
  return settings_.theme();
}
void SettingsModel::setTheme(const QString& theme) {
  if (theme != settings_.theme()) settings_.setTheme(theme);
}

bool SettingsModel::dark() const {
  if (theme() != QLatin1String("system")) return theme() == QLatin1String("dark");
  return QGuiApplication::palette().color(QPalette::Window).lightness() < dark_below_lightness;
}

int SettingsModel::textSize() const {
  return settings_.textSize();
}
void SettingsModel::setTextSize(int percent) {
  if (percent != settings_.textSize()) settings_.setTextSize(percent);
}

QString SettingsModel::language() const {
  return settings_.language();
}
void SettingsModel::setLanguage(const QString& language) {
  if (language != settings_.language()) settings_.setLanguage(language);
}

bool SettingsModel::locationTags() const {
  return settings_.locationTags();
}
void SettingsModel::setLocationTags(bool on) {
  if (on != settings_.locationTags()) settings_.setLocationTags(on);
}

bool SettingsModel::wifiOnly() const {
  return settings_.wifiOnly();
}
void SettingsModel::setWifiOnly(bool on) {
  if (on != settings_.wifiOnly()) settings_.setWifiOnly(on);
}

QString SettingsModel::wifiNote() const {
  if (!network_.canTellMetered())
    return tr("This device does not tell metered connections from others, so it sends on any.");
  return network_.connectivity().metered ? tr("The connection now is metered.")
                                         : tr("The connection now is not metered.");
}

bool SettingsModel::reminders() const {
  return settings_.reminders();
}
void SettingsModel::setReminders(bool on) {
  if (on != settings_.reminders()) settings_.setReminders(on);
}

QString SettingsModel::endOfDayText() const {
  return minuteText(settings_.endOfDay());
}
void SettingsModel::moveEndOfDay(int minutes) {
  settings_.setEndOfDay(settings_.endOfDay() + minutes);
}

QString SettingsModel::deviceText() const {
  return settings_.deviceName();
}

QString SettingsModel::versionText() const {
  return QStringLiteral(WAYMARK_VERSION);
}

}  // namespace waymark::app
