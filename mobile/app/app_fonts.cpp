#include "mobile/app/app_fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QResource>

#ifdef WAYMARK_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace waymark::app {
namespace {

#ifdef WAYMARK_FONTCONFIG
/// Where fonts are, and which come first where ours lack a sign: plain ones, before those for mathematics or
/// for code; none for printers, none of dots, and no other cuts of our own. Of the system's rules only what
/// was set by hand, for the machine or for the person: reading its forty files, and asking them for every
/// size of text, takes longer than to open the store.
constexpr char places_of_fonts[] = R"(<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir>~/.fonts</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont>
    <rejectfont>
      <pattern><patelt name="fontformat"><string>Type 1</string></patelt></pattern>
      <pattern><patelt name="scalable"><bool>false</bool></patelt></pattern>
      <pattern><patelt name="family"><string>Roboto</string></patelt></pattern>
      <pattern><patelt name="family"><string>Material Icons</string></patelt></pattern>
    </rejectfont>
  </selectfont>
  <match target="pattern">
    <edit name="hintstyle" mode="append"><const>hintslight</const></edit>
    <edit name="family" mode="append_last" binding="weak">
      <string>DejaVu Sans</string>
      <string>Noto Sans</string>
    </edit>
  </match>
  <include ignore_missing="yes">/etc/fonts/local.conf</include>
  <include ignore_missing="yes" prefix="xdg">fontconfig/conf.d</include>
  <include ignore_missing="yes" prefix="xdg">fontconfig/fonts.conf</include>
</fontconfig>)";

/// What a person set for all programs (FONTCONFIG_FILE) is theirs to set.
void lookForFonts() {
  if (qEnvironmentVariableIsSet("FONTCONFIG_FILE") || qEnvironmentVariableIsSet("FONTCONFIG_PATH")) return;
  FcConfig* config = FcConfigCreate();
  if (config == nullptr) return;
  if (FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(places_of_fonts), FcFalse) &&
      FcConfigBuildFonts(config))
    FcConfigSetCurrent(config);
  FcConfigDestroy(config);
}
#else
void lookForFonts() {}
#endif

}  // namespace

void useAppFonts() {
  const QString words = QStringLiteral("Roboto");
  if (QGuiApplication::font().family() == words) return;
  lookForFonts();
  // The system's fonts are listed first: of two of the same name the one that came last is taken.
  (void)QFontDatabase::hasFamily(words);
  for (const char* file : {"Roboto-Regular", "Roboto-Medium", "Roboto-Bold", "MaterialIcons-Regular"})
    QFontDatabase::addApplicationFontFromData(
        QResource(QStringLiteral(":/waymark/fonts/%1.ttf").arg(QLatin1String(file))).uncompressedData());
  QGuiApplication::setFont(QFont(words));
}

}  // namespace waymark::app
