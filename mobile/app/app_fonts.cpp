#include "mobile/app/app_fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace waymark::app {

void useAppFonts() {
  const QString words = QStringLiteral("Roboto");
  if (QGuiApplication::font().family() == words) return;
  for (const char* file : {"Roboto-Regular", "Roboto-Medium", "Roboto-Bold", "MaterialIcons-Regular"})
    QFontDatabase::addApplicationFont(QStringLiteral(":/waymark/fonts/%1.ttf").arg(QLatin1String(file)));
  QGuiApplication::setFont(QFont(words));
}

}  // namespace waymark::app
