// Runs the tst_*.qml of components/ against the module the app is built with.
#include <QQmlExtensionPlugin>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(Waymark_AppPlugin)
Q_IMPORT_QML_PLUGIN(WaymarkPlugin)

QUICK_TEST_MAIN(phone_components)
