// These tests need a Qt application around them, so Catch2 is started by hand.
#define CATCH_CONFIG_RUNNER
#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <catch2/catch.hpp>

Q_IMPORT_QML_PLUGIN(Waymark_AppPlugin)
Q_IMPORT_QML_PLUGIN(WaymarkPlugin)

int main(int argc, char** argv) {
  const QGuiApplication application(argc, argv);
  return Catch::Session().run(argc, argv);
}
