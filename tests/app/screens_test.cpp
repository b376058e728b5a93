// The program's pictures of a sample phone: every page in the shape asked for, and a sheet of each.
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "mobile/app/app_options.h"
#include "mobile/app/screen_sheets.h"
#include "tests/app/phone.h"

using namespace waymark::app;

namespace {

QStringList pngsIn(const QString& directory) {
  return QDir(directory).entryList({"*.png"}, QDir::Files, QDir::Name);
}

}  // namespace

TEST_CASE("Pictures are taken in every size and theme, and with double text on a phone") {
  AppOptions options;
  CHECK(pictureShapes(options).size() == 12);
  options.size = QSize(390, 844);
  CHECK(pictureShapes(options).size() == 4);
  options.theme = "dark";
  CHECK(pictureShapes(options).size() == 2);
  options.text_size = 150;
  REQUIRE(pictureShapes(options).size() == 1);
  CHECK(pictureShapes(options).front().dark);
  CHECK(pictureShapes(options).front().text_size == 150);
}

TEST_CASE("A store in a language is a folder of pictures and a sheet for each page") {
  const QTemporaryDir directory;
  QProcess process;
  process.start(QStringLiteral(WAYMARK_PROGRAM),
                {"--screens", directory.path(), "--sample", "empty", "--language", "es", "--size", "320x568",
                 "--theme", "light"});
  REQUIRE(process.waitForFinished(120'000));
  INFO(process.readAllStandardError().toStdString());
  REQUIRE(process.exitCode() == 0);
  const QStringList pictures = pngsIn(directory.filePath("empty-es"));
  const QStringList sheets = pngsIn(directory.filePath("sheets"));
  CHECK(pictures.contains("now-320x568-light.png"));
  CHECK(pictures.contains("settings-320x568-light.png"));
  CHECK(pictures.contains("enrol-320x568-light.png"));
  CHECK(sheets.size() == pictures.size());
  CHECK(sheets.contains("now-empty-es.png"));
  for (const QString& picture : pictures) {
    INFO(picture.toStdString());
    CHECK(QImage(QDir(directory.filePath("empty-es")).filePath(picture)).size() == QSize(320, 568));
  }
}

TEST_CASE("A sample without a place for its pictures, or an unknown one, is refused with a sentence") {
  for (const QStringList& wrong :
       {QStringList{"waymark", "--sample", "full"},
        QStringList{"waymark", "--screens", "d", "--sample", "huge"},
        QStringList{"waymark", "--screens", "d", "--sample", "full", "--script", "s"}}) {
    const auto refused = parseOptions(wrong);
    REQUIRE_FALSE(refused);
    CHECK(QString::fromStdString(refused.error().message).endsWith(u'.'));
  }
}
