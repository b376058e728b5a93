#include "mobile/app/app_fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QResource>

namespace waymark::app {

void useAppFonts() {
  const QString words = QStringLiteral("Roboto");
  if (QGuiApplication::font().family() == words) return;
  // The system's fonts are listed first: of two of the same name the one that came last is taken, and the
  // system's may be packed, which takes longer to unpack than all of ours to read.
  (void)QFontDatabase::hasFamily(words);
  for (const char* file : {"Roboto-Regular", "Roboto-Medium", "Roboto-Bold", "MaterialIcons-Regular"})
    QFontDatabase::addApplicationFontFromData(
        QResource(QStringLiteral(":/waymark/fonts/%1.ttf").arg(QLatin1String(file))).uncompressedData());
  QGuiApplication::setFont(QFont(words));
}

}  // namespace waymark::app
