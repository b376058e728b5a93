// Everything can be done with a keyboard: Tab gets everywhere, the focus can be seen, Escape goes back.
#include <QQuickWindow>
#include <QTest>
#include <catch2/catch.hpp>
#include <set>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

void press(PhoneWorld& world, Qt::Key key) {
  QTest::keyClick(world.window().window(), key);
}

QString page_of(PhoneWorld& world) {
  return world.window().window()->property("page").toString();
}

void tab_through(PhoneWorld& world, const QString& page, const QSize& size) {
  world.show(page, {size, false, 100});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  INFO(page.toStdString());
  const auto controls = visible_controls(world.root());
  std::set<QQuickItem*> reached;
  const QQuickItem* first = nullptr;
  // A lap ends where it began; one that never comes back is cut off, and then misses something.
  for (int step = 0; step < 400; ++step) {
    press(world, Qt::Key_Tab);
    QQuickItem* focused = world.window().window()->activeFocusItem();
    REQUIRE(focused != nullptr);
    if (focused == first) break;
    if (first == nullptr) first = focused;
    reached.insert(focused);
    if (is_control(focused)) {
      INFO(describe(focused));
      CHECK_FALSE(seen_part(focused).isEmpty());
    }
  }
  for (QQuickItem* control : controls) {
    INFO(describe(control));
    CHECK(reached.contains(control));
  }
}

/// Pages that show a long list beside the open record on a wide screen. Its rows are used again as they
/// scroll, so that a row seen at first may show another record when Tab comes to it; a phone of their own
/// shows them fresh.
bool has_used_rows(const QString& page) {
  return page == QStringLiteral("employer") || page == QStringLiteral("participant");
}

TEST_CASE("Tab reaches every control of every page, and what it reaches is in sight") {
  for (const QSize size : {QSize(390, 844), QSize(1280, 800)}) {
    PhoneWorld world(Filling::full);
    for (const QString& page : world.pages())
      if (size.width() < 720 || !has_used_rows(page)) tab_through(world, page, size);
  }
}

TEST_CASE("Tab reaches every row beside an open employer or participant") {
  PhoneWorld world(Filling::full);
  for (const QString& page : world.pages())
    if (has_used_rows(page)) tab_through(world, page, {1280, 800});
}

TEST_CASE("Escape leads back to where one came from, and in the end to Now") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("settings"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  press(world, Qt::Key_Escape);
  CHECK(page_of(world) == QStringLiteral("now"));
}

TEST_CASE("A focused tile is started with the space bar") {
  PhoneWorld world(Filling::empty);
  world.show(QStringLiteral("now"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  for (QQuickItem* control : visible_controls(world.root()))
    if (QString::fromLatin1(control->metaObject()->className()).startsWith(QLatin1String("Tile_"))) {
      control->forceActiveFocus(Qt::TabFocusReason);
      break;
    }
  press(world, Qt::Key_Space);
  CHECK(world.context().now().running());
}

}  // namespace
}  // namespace waymark::phone
