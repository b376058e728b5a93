// The fonts that are built in hold what is shown in them, and the system's stand in for the rest.
#include <QFile>
#include <QRawFont>
#include <QRegularExpression>
#include <QResource>
#include <QTextLayout>
#include <catch2/catch.hpp>

#include "mobile/app/app_fonts.h"

namespace waymark::app {
namespace {

QRawFont built_in(const QString& name) {
  const QByteArray data = QResource(QStringLiteral(":/waymark/fonts/%1.ttf").arg(name)).uncompressedData();
  return QRawFont(data, 20);
}

TEST_CASE("Every sign that Icons.qml names is in the font of signs") {
  QFile file(QStringLiteral(":/qt/qml/Waymark/theme/Icons.qml"));
  REQUIRE(file.open(QFile::ReadOnly));
  const QRawFont signs = built_in(QStringLiteral("MaterialIcons-Regular"));
  REQUIRE(signs.isValid());
  const QRegularExpression named(QStringLiteral("\\\\u([0-9a-fA-F]{4})"));
  int count = 0;
  for (auto found = named.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext(); ++count) {
    const QString code = found.next().captured(1);
    INFO(code.toStdString());
    CHECK(signs.supportsCharacter(code.toUInt(nullptr, 16)));
  }
  CHECK(count > 50);
}

TEST_CASE("The letters of English, Spanish and their neighbours are in each of the fonts of words") {
  const QString shown = QStringLiteral(
      "ABCXYZabcxyz0189 "
      ".,;:!?¡¿()[]{}%&@#*+-−–—…·•“”‘’«»/\\|<>≥≤×÷°€$£áéíóúüñÁÉÍÓÚÜÑçàèìòùâêîôûäöåøæßłśžčğışőűđ"
      "ăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệΑΒΓαβγάΔωАБВабвёЖщіїє");
  for (const char* name : {"Roboto-Regular", "Roboto-Medium", "Roboto-Bold"}) {
    const QRawFont font = built_in(QLatin1String(name));
    REQUIRE(font.isValid());
    for (const QChar& sign : shown) {
      INFO(name << ": " << QString(sign).toStdString());
      CHECK(font.supportsCharacter(sign));
    }
  }
}

TEST_CASE("A name in letters that the built-in fonts have not is shown in the system's") {
  useAppFonts();
  QTextLayout layout(QStringLiteral("Café → Արամ"), QFont(QStringLiteral("Roboto"), 15));
  layout.beginLayout();
  layout.createLine();
  layout.endLayout();
  const auto runs = layout.glyphRuns();
  REQUIRE(runs.size() > 1);
  for (const QGlyphRun& run : runs) {
    if (run.rawFont().familyName() == QLatin1String("Roboto")) continue;
    CHECK_FALSE(run.glyphIndexes().contains(0));
    // A plain face, not one for mathematics or code that has the signs too.
    INFO(run.rawFont().familyName().toStdString());
    CHECK(run.rawFont().familyName().contains(QLatin1String("Sans")));
    CHECK_FALSE(run.rawFont().familyName().contains(QLatin1String("Mono")));
  }
}

}  // namespace
}  // namespace waymark::app
