#include <QtQml/qqmlextensionplugin.h>

#include "mobile/app/application.h"

// The QML modules are static libraries: their plugins are named here, or the linker would leave them out.
Q_IMPORT_QML_PLUGIN(Waymark_AppPlugin)
Q_IMPORT_QML_PLUGIN(WaymarkPlugin)

int main(int argc, char** argv) {
  return waymark::app::runApplication(argc, argv);
}
