// What a window goes through: it is turned, a keyboard comes up over it, Back and Escape are pressed, and a
// desk's keyboard is all there is.
#include <QQuickWindow>
#include <QTest>
#include <catch2/catch.hpp>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

void press(PhoneWorld& world, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QTest::keyClick(world.window().window(), key, modifiers);
}

QString page_of(PhoneWorld& world) {
  return world.window().window()->property("page").toString();
}

QQuickItem* control_named(PhoneWorld& world, const QString& words) {
  for (QQuickItem* control : visible_controls(world.root()))
    if (control->property("text").toString() == words) return control;
  return nullptr;
}

/// Also one that has to be scrolled to.
QQuickItem* field_below(QQuickItem* item, const QString& label) {
  if (!item->isVisible()) return nullptr;
  if (item->property("label").toString() == label && item->inherits("QQuickItem") && is_control(item))
    return item;
  for (QQuickItem* child : item->childItems())
    if (QQuickItem* found = field_below(child, label)) return found;
  return nullptr;
}

QQuickItem* field_labelled(PhoneWorld& world, const QString& label) {
  return field_below(world.root(), label);
}

void draw(PhoneWorld& world) {
  QCoreApplication::processEvents();
  REQUIRE_FALSE(world.window().grab().isNull());
  REQUIRE_FALSE(world.window().grab().isNull());
}

TEST_CASE("Turned, the page stays, what runs runs, and the open question stays open") {
  PhoneWorld world(Filling::full);
  app::NowModel& now = world.context().now();
  now.start(QStringLiteral("participant"));
  for (const QSize& size : {QSize(390, 844), QSize(844, 390), QSize(390, 844)}) {
    world.show(QStringLiteral("now"), {size, false, 100});
    CHECK(page_of(world) == QStringLiteral("now"));
    CHECK(now.ask() == QStringLiteral("place"));
    CHECK(now.runningActivity() == QStringLiteral("engagement"));
  }
}

TEST_CASE("Turned while a note is typed, the note is there on the other side") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("editor"), {{390, 844}, false, 100});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  QQuickItem* note = field_labelled(world, QStringLiteral("Note"));
  REQUIRE(note != nullptr);
  note->forceActiveFocus();
  press(world, Qt::Key_H);
  press(world, Qt::Key_I);
  world.show(QStringLiteral("editor"), {{844, 390}, false, 100});
  QQuickItem* turned = field_labelled(world, QStringLiteral("Note"));
  REQUIRE(turned != nullptr);
  CHECK(turned->property("text").toString() == QStringLiteral("hi"));
  CHECK(world.context().editor().note() == QStringLiteral("hi"));
}

TEST_CASE("A keyboard that comes up covers no field that is typed into") {
  for (const QSize& size : {QSize(320, 568), QSize(390, 844), QSize(844, 390)}) {
    PhoneWorld world(Filling::full);
    world.show(QStringLiteral("editor"), {size, false, 100});
    REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
    QQuickItem* note = field_labelled(world, QStringLiteral("Note"));
    REQUIRE(note != nullptr);
    note->forceActiveFocus();
    const double covered = size.height() * 0.45;
    world.window().window()->setProperty("covered", covered);
    draw(world);
    INFO(size.width() << "x" << size.height());
    const QRectF seen = seen_part(note);
    CHECK_FALSE(seen.isEmpty());
    CHECK(seen.bottom() <= size.height() - covered + 1);
  }
}

TEST_CASE("Escape closes the open question first, and then leaves nothing behind") {
  PhoneWorld world(Filling::full);
  app::NowModel& now = world.context().now();
  now.start(QStringLiteral("participant"));
  world.show(QStringLiteral("now"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  REQUIRE_FALSE(now.ask().isEmpty());
  press(world, Qt::Key_Escape);
  CHECK(now.ask().isEmpty());
  CHECK(page_of(world) == QStringLiteral("now"));
  press(world, Qt::Key_Escape);
  CHECK(page_of(world) == QStringLiteral("now"));
  CHECK(now.running());
}

TEST_CASE("Beside the list, Escape closes the open entry first, then leaves the page") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("day"), {{1280, 800}, false, 100});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  REQUIRE(world.context().editor().loaded());
  press(world, Qt::Key_Escape);
  CHECK_FALSE(world.context().editor().loaded());
  CHECK(page_of(world) == QStringLiteral("day"));
  press(world, Qt::Key_Escape);
  CHECK(page_of(world) == QStringLiteral("now"));
}

TEST_CASE("The system's Back goes the way of Escape") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("week"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  press(world, Qt::Key_Back);
  CHECK(page_of(world) == QStringLiteral("now"));
}

TEST_CASE("The keys of a desk reach the pages, and Enter presses what has the focus") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("now"), {{1280, 800}, false, 100});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  press(world, Qt::Key_2, Qt::ControlModifier);
  CHECK(page_of(world) == QStringLiteral("day"));
  const QString before = world.context().day().dateIso();
  press(world, Qt::Key_Left, Qt::AltModifier);
  CHECK(world.context().day().dateIso() != before);
  press(world, Qt::Key_3, Qt::ControlModifier);
  CHECK(page_of(world) == QStringLiteral("week"));
  press(world, Qt::Key_F1);
  CHECK(page_of(world) == QStringLiteral("keys"));
  press(world, Qt::Key_Escape);
  CHECK(page_of(world) == QStringLiteral("week"));

  press(world, Qt::Key_1, Qt::ControlModifier);
  draw(world);
  QQuickItem* stop = control_named(world, QStringLiteral("Stop"));
  REQUIRE(stop != nullptr);
  stop->forceActiveFocus(Qt::TabFocusReason);
  press(world, Qt::Key_Return);
  CHECK_FALSE(world.context().now().running());
  press(world, Qt::Key_Z, Qt::ControlModifier);
  CHECK(world.context().now().running());
}

TEST_CASE("Arrows move a time by five minutes, Page Up and Page Down by fifteen") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("editor"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  app::EntryEditorModel& editor = world.context().editor();
  QQuickItem* start = field_labelled(world, QStringLiteral("Start"));
  REQUIRE(start != nullptr);
  start->forceActiveFocus();
  const QString before = editor.startText();
  press(world, Qt::Key_Down);
  CHECK(editor.startText() != before);
  press(world, Qt::Key_Up);
  CHECK(editor.startText() == before);
  press(world, Qt::Key_PageDown);
  press(world, Qt::Key_Up);
  press(world, Qt::Key_Up);
  press(world, Qt::Key_Up);
  CHECK(editor.startText() == before);
}

}  // namespace
}  // namespace waymark::phone
