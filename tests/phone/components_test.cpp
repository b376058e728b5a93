// Runs the tst_*.qml of components/ against the module the app is built with, in the app's own fonts.
#include <QQmlExtensionPlugin>
#include <QtQuickTest>

#include "mobile/app/app_fonts.h"

Q_IMPORT_QML_PLUGIN(Waymark_AppPlugin)
Q_IMPORT_QML_PLUGIN(WaymarkPlugin)

class Setup : public QObject {
  Q_OBJECT

 public slots:
  void applicationAvailable() { waymark::app::useAppFonts(); }
};

QUICK_TEST_MAIN_WITH_SETUP(phone_components, Setup)

#include "components_test.moc"
