#include "mobile/app/desktop_notifier.h"

#ifdef WAYMARK_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QFile>
#include <QStandardPaths>
#include <QVariantMap>
#endif

namespace waymark::app {

#ifdef WAYMARK_DBUS
namespace {

constexpr const char* service = "org.freedesktop.Notifications";
constexpr const char* path = "/org/freedesktop/Notifications";
constexpr const char* connection_name = "waymark-notifications";
constexpr unsigned replaces_none = 0;
constexpr int usual_time = -1;  // the desktop's own choice

/// Without an address Qt would try to start a bus of its own: a reminder is no reason for that.
bool hasSessionBus() {
  return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
         QFile::exists(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
                       QStringLiteral("/bus"));
}

}  // namespace

DesktopNotifier::DesktopNotifier(QString bus) : bus_(std::move(bus)) {}

DesktopNotifier::~DesktopNotifier() {
  if (!bus_.isEmpty()) QDBusConnection::disconnectFromBus(QString::fromLatin1(connection_name));
}

void DesktopNotifier::notify(const QString& title, const QString& text) {
  if (bus_.isEmpty() && !hasSessionBus()) return;
  const QDBusConnection connection =
      bus_.isEmpty() ? QDBusConnection::sessionBus()
                     : QDBusConnection::connectToBus(bus_, QString::fromLatin1(connection_name));
  if (!connection.isConnected()) return;
  auto call = QDBusMessage::createMethodCall(QString::fromLatin1(service), QString::fromLatin1(path),
                                             QString::fromLatin1(service), QStringLiteral("Notify"));
  const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("waymark")}};
  call << QStringLiteral("Waymark") << replaces_none << QString() << title << text << QStringList() << hints
       << usual_time;
  // Nobody waits for the answer: where there is none, the banner in the app says the same.
  connection.asyncCall(call);
}
#else
DesktopNotifier::DesktopNotifier(QString bus) : bus_(std::move(bus)) {}
DesktopNotifier::~DesktopNotifier() = default;
void DesktopNotifier::notify(const QString&, const QString&) {}
#endif

}  // namespace waymark::app
