// The pages Employers and Participants as a person uses them: with a thumb, with a keyboard, in their forms.
#include <QQuickWindow>
#include <QTest>
#include <catch2/catch.hpp>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

QString page_of(PhoneWorld& world) {
  return world.window().window()->property("page").toString();
}

QQuickItem* control_named(PhoneWorld& world, const QString& name) {
  QAccessible::setActive(true);
  for (QQuickItem* control : visible_controls(world.root()))
    if (name_of(control) == name) return control;
  return nullptr;
}

void tap(PhoneWorld& world, const QString& name) {
  QQuickItem* control = control_named(world, name);
  INFO(name.toStdString());
  REQUIRE(control != nullptr);
  QTest::mouseClick(world.window().window(), Qt::LeftButton, {}, place_of(control).center().toPoint());
  world.context().log().deliverChanges();
  world.context().network().settle();
  world.show(page_of(world), {world.window().window()->size(), false, 100});
}

void type(PhoneWorld& world, const QString& text) {
  for (const QChar letter : text) QTest::keyClick(world.window().window(), letter.toLatin1());
}

/// The words that can be seen, of which one is looked for.
bool says(PhoneWorld& world, const QString& words) {
  for (QQuickItem* item : visible_items(world.root()))
    if (is_text(item) && item->property("text").toString().contains(words)) return true;
  return false;
}

/// Everything the item walk asks of a page, asked of one that only tapping leads to.
void check_shapes(PhoneWorld& world, const QString& page) {
  QAccessible::setActive(true);
  for (const QSize& size : all_sizes())
    for (const int text_size : {100, 200})
      for (const bool dark : {false, true}) {
        const Shape shape{size, dark, text_size};
        world.show(page, shape);
        INFO(shape.describe());
        const QColor ground = world.window().window()->color();
        for (QQuickItem* item : visible_items(world.root())) {
          if (!is_text(item)) continue;
          INFO(describe(item));
          CHECK_FALSE(item->property("truncated").toBool());
          CHECK(item->property("contentWidth").toDouble() <= item->width() + 1);
          CHECK(item->property("contentHeight").toDouble() <= item->height() + 1);
          if (item->isEnabled())
            CHECK(contrast(item->property("color").value<QColor>(), ground_of(item, ground)) >=
                  (is_icon(item) ? 3.0 : 4.5));
        }
        for (QQuickItem* control : visible_controls(world.root())) {
          INFO(describe(control));
          CHECK(control->width() >= 47.5);
          CHECK(control->height() >= 47.5);
          CHECK_FALSE(name_of(control).trimmed().isEmpty());
          CHECK(place_of(control).left() >= 0);
          CHECK(place_of(control).right() <= size.width() + 1);
        }
      }
  world.show(page, {});
}

TEST_CASE("An employer is added in the field with a few taps and its name") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("employers"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  const int before = world.context().network().index()->count();
  tap(world, QStringLiteral("Add an employer"));
  CHECK(page_of(world) == QStringLiteral("employer"));
  // The name has the keyboard at once.
  type(world, QStringLiteral("Corner Deli"));
  tap(world, QStringLiteral("Add to the network"));
  CHECK(world.context().network().index()->count() == before + 1);
  CHECK(says(world, QStringLiteral("Corner Deli added to the network")));
  CHECK(says(world, QStringLiteral("On this phone")));
  tap(world, QStringLiteral("Undo"));
  CHECK(world.context().network().index()->count() == before);
}

TEST_CASE("With double text, too, an empty list's way out can be scrolled to") {
  PhoneWorld world(Filling::empty);
  QAccessible::setActive(true);
  for (const auto& [page, way] :
       {std::pair("employers", "Add an employer"), {"participants", "Add a participant"}})
    for (const QSize& size : {QSize(320, 568), QSize(390, 844), QSize(844, 390)}) {
      INFO(page << " " << size.width());
      world.show(QString::fromLatin1(page), {size, false, 200});
      bool reached = false;
      for (QQuickItem* item : visible_items(world.root())) {
        if (!item->inherits("QQuickListView")) continue;
        item->setProperty("contentY", item->property("contentHeight").toDouble() +
                                          item->property("bottomMargin").toDouble() - item->height());
        for (QQuickItem* control : visible_controls(item))
          reached = reached || (name_of(control) == QString::fromLatin1(way) &&
                                seen_part(control).height() >= control->height() - 1);
      }
      CHECK(reached);
    }
}

TEST_CASE("What is typed into the search is found as it is typed, and Escape empties it") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("employers"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  QQuickItem* field = control_named(world, QStringLiteral("Look for an employer"));
  REQUIRE(field != nullptr);
  field->forceActiveFocus(Qt::TabFocusReason);
  type(world, QStringLiteral("cafe rio"));
  auto& model = world.context().employers();
  CHECK(model.query() == QStringLiteral("cafe rio"));
  REQUIRE(model.rows()->count() == 1);
  world.show(QStringLiteral("employers"), {});
  CHECK(says(world, QStringLiteral("Café Río")));
  CHECK(field->hasActiveFocus());
  QTest::keyClick(world.window().window(), Qt::Key_Escape);
  CHECK(model.query().isEmpty());
  CHECK(page_of(world) == QStringLiteral("employers"));
  QTest::keyClick(world.window().window(), Qt::Key_Escape);
  CHECK(page_of(world) == QStringLiteral("now"));
}

TEST_CASE("Start visit here starts it and shows it running") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("employer"), {});
  const QString name = world.context().employer().name();
  tap(world, QStringLiteral("Start visit here"));
  CHECK(page_of(world) == QStringLiteral("now"));
  CHECK(world.context().now().runningActivity() == QStringLiteral("employer_visit"));
  CHECK(world.context().now().runningPlaceText() == name);
}

TEST_CASE("The next step's day is one tap on an open employer") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("employer"), {});
  tap(world, QStringLiteral("Tomorrow"));
  CHECK(world.context().employer().nextStepText().endsWith(QStringLiteral("tomorrow")));
  tap(world, QStringLiteral("Undo"));
  CHECK_FALSE(world.context().employer().nextStepText().endsWith(QStringLiteral("tomorrow")));
}

TEST_CASE("More leads to the participants, and Back leads back") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("more"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  tap(world, QStringLiteral("Participants"));
  CHECK(page_of(world) == QStringLiteral("participants"));
  world.show(QStringLiteral("participants"), {});
  tap(world, QStringLiteral("Back"));
  CHECK(page_of(world) == QStringLiteral("more"));
}

TEST_CASE("A wide window shows the list and what is open beside it; Escape closes the one, then the other") {
  PhoneWorld world(Filling::full);
  const Shape wide{{1280, 800}, false, 100};
  world.show(QStringLiteral("participants"), wide);
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  CHECK(control_named(world, QStringLiteral("Add a participant")) != nullptr);
  CHECK(control_named(world, QStringLiteral("Log contact")) != nullptr);
  QTest::keyClick(world.window().window(), Qt::Key_Escape);
  world.show(QStringLiteral("participants"), wide);
  CHECK_FALSE(world.context().participant().loaded());
  CHECK(page_of(world) == QStringLiteral("participants"));
  QTest::keyClick(world.window().window(), Qt::Key_Escape);
  CHECK(page_of(world) == QStringLiteral("now"));
}

TEST_CASE("Rows of a long list are used again") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("employers"), {});
  int rows = 0;
  for (QQuickItem* item : visible_items(world.root()))
    if (QString::fromLatin1(item->metaObject()->className()).startsWith(QLatin1String("EmployerRow_")))
      ++rows;
  CHECK(rows > 2);
  CHECK(rows < 15);
  CHECK(world.context().employers().rows()->count() == 60);
}

TEST_CASE("The forms hold at every size, light and dark, up to double text") {
  PhoneWorld world(Filling::full);
  SECTION("a new employer, with others of that name") {
    world.context().employer().openNew(QStringLiteral("Café Río"));
    REQUIRE(world.context().employer().namesakes()->count() > 0);
    check_shapes(world, QStringLiteral("employer"));
  }
  SECTION("a new participant") {
    world.context().participant().openNew();
    world.context().participant().setCode(QStringLiteral("Dana Whitfield"));
    check_shapes(world, QStringLiteral("participant"));
  }
  SECTION("a job") {
    world.context().participantJob().openNew(world.context().participant().participantId());
    world.context().participantJob().setEnds(true);
    world.context().participantJob().setEmployerQuery(QStringLiteral("corner deli"));
    check_shapes(world, QStringLiteral("participant"));
  }
}

}  // namespace
}  // namespace waymark::phone
