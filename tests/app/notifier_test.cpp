// Notifications over D-Bus, on a message bus of the test's own.
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QEventLoop>
#include <QProcess>
#include <QTimer>
#include <catch2/catch.hpp>

#include "mobile/app/desktop_notifier.h"
#include "tests/app/phone.h"

using namespace waymark::app;

namespace {

/// A desktop that shows notifications: keeps what it was asked to show.
class Desktop final : public QDBusVirtualObject {
  Q_OBJECT

 public:
  QString introspect(const QString&) const override { return {}; }
  bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override {
    if (message.member() != QLatin1String("Notify")) return false;
    shown << message.arguments();
    signature = message.signature();
    connection.send(message.createReply(QVariant(1u)));
    emit notified();
    return true;
  }
  QList<QVariantList> shown;
  QString signature;

 signals:
  void notified();
};

/// A message bus that lives as long as this.
class Bus {
 public:
  Bus() {
    process_.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                   QStringLiteral("--print-address=1")});
    REQUIRE(process_.waitForStarted());
    REQUIRE(process_.waitForReadyRead());
    address_ = QString::fromLatin1(process_.readLine()).trimmed();
    REQUIRE_FALSE(address_.isEmpty());
  }
  ~Bus() {
    process_.terminate();
    process_.waitForFinished();
  }
  const QString& address() const { return address_; }

 private:
  QProcess process_;
  QString address_;
};

}  // namespace

TEST_CASE("A reminder is shown by the desktop, in the words it was given") {
  const Bus bus;
  Desktop desktop;
  QDBusConnection connection = QDBusConnection::connectToBus(bus.address(), QStringLiteral("desktop"));
  REQUIRE(connection.isConnected());
  REQUIRE(connection.registerVirtualObject(QStringLiteral("/org/freedesktop/Notifications"), &desktop));
  REQUIRE(connection.registerService(QStringLiteral("org.freedesktop.Notifications")));

  DesktopNotifier notifier(bus.address());
  QEventLoop loop;
  QObject::connect(&desktop, &Desktop::notified, &loop, &QEventLoop::quit);
  notifier.notify(QStringLiteral("Waymark"),
                  QStringLiteral("Travel still runs: stop it if your day is over."));
  loop.exec();

  REQUIRE(desktop.shown.size() == 1);
  CHECK(desktop.signature == "susssasa{sv}i");
  const QVariantList& said = desktop.shown.front();
  CHECK(said.at(0).toString() == "Waymark");
  CHECK(said.at(3).toString() == "Waymark");
  CHECK(said.at(4).toString() == "Travel still runs: stop it if your day is over.");
  QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
}

TEST_CASE("Where no bus answers, a reminder is silent and holds nothing up") {
  DesktopNotifier nobody(QStringLiteral("unix:path=/nonexistent/bus"));
  nobody.notify(QStringLiteral("Waymark"), QStringLiteral("nobody hears this"));
  const Bus bus;  // a bus on which nobody shows notifications
  DesktopNotifier notifier(bus.address());
  notifier.notify(QStringLiteral("Waymark"), QStringLiteral("nobody hears this either"));
  SUCCEED("both returned");
}

#include "notifier_test.moc"
