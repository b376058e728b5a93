// Team as a lead uses it on the phone: reached under More, read, and gone into person by person.
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

QQuickItem* control_that(PhoneWorld& world, const std::function<bool(const QString& name)>& is) {
  QAccessible::setActive(true);
  for (QQuickItem* control : visible_controls(world.root()))
    if (is(name_of(control))) return control;
  return nullptr;
}

QQuickItem* control_named(PhoneWorld& world, const QString& name) {
  return control_that(world, [&](const QString& other) { return other == name; });
}

void tap(PhoneWorld& world, QQuickItem* control) {
  REQUIRE(control != nullptr);
  QTest::mouseClick(world.window().window(), Qt::LeftButton, {}, place_of(control).center().toPoint());
  world.show(page_of(world), {world.window().window()->size(), false, 100});
}

bool says(PhoneWorld& world, const QString& words) {
  for (QQuickItem* item : visible_items(world.root()))
    if (is_text(item) && item->property("text").toString().contains(words)) return true;
  return false;
}

QString first_name(PhoneWorld& world) {
  return world.context().team().people()->value(0, QStringLiteral("name")).toString();
}

TEST_CASE("A lead comes from More to the team, to one person, and back") {
  PhoneWorld world(Filling::full);
  world.context().teamPerson().close();
  world.show(QStringLiteral("more"), {});
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  tap(world, control_named(world, QStringLiteral("Team")));
  CHECK(page_of(world) == QStringLiteral("team"));
  CHECK(says(world, QStringLiteral("In the community, pooled")));
  CHECK(says(world, QStringLiteral("Mean of specialists")));
  CHECK(says(world, QStringLiteral("Provisional: 2 not heard from")));
  CHECK(says(world, QStringLiteral("As of today")));

  const QString name = first_name(world);
  tap(world, control_that(world, [&](const QString& said) { return said.startsWith(name); }));
  CHECK(page_of(world) == QStringLiteral("specialist"));
  CHECK(says(world, name));
  CHECK(says(world, QStringLiteral("Last sync")));
  tap(world, control_named(world, QStringLiteral("Back to the team")));
  CHECK(page_of(world) == QStringLiteral("team"));
  QTest::keyClick(world.window().window(), Qt::Key_Escape);
  CHECK(page_of(world) == QStringLiteral("more"));
}

TEST_CASE("Approving is nowhere on the phone: it says where it is done") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("team"), {{800, 1280}, false, 100});
  CHECK(control_that(world, [](const QString& said) { return said.contains(QStringLiteral("pprove")); }) ==
        nullptr);
  CHECK(says(world, QStringLiteral(
                        "You approve or return weeks in a browser, at https://waymark.example.org/team.")));
}

TEST_CASE("A wide window shows the team and one person beside it; Escape closes the person first") {
  PhoneWorld world(Filling::full);
  const Shape wide{{1280, 800}, false, 100};
  world.show(QStringLiteral("team"), wide);
  REQUIRE(QTest::qWaitForWindowActive(world.window().window()));
  CHECK(world.context().teamPerson().loaded());
  CHECK(says(world, world.context().teamPerson().stateText()));
  QTest::keyClick(world.window().window(), Qt::Key_Escape);
  world.show(QStringLiteral("team"), wide);
  CHECK_FALSE(world.context().teamPerson().loaded());
  CHECK(says(world, QStringLiteral("Nobody open")));
}

TEST_CASE("Turning to another week shows that week's answer") {
  PhoneWorld world(Filling::full);
  world.show(QStringLiteral("team"), {});
  const QString week = world.context().team().weekText();
  tap(world, control_named(world, QStringLiteral("The week before")));
  CHECK(world.context().team().weekText() != week);
  CHECK(world.context().team().known());
  tap(world, control_named(world, QStringLiteral("This week")));
  CHECK(world.context().team().weekText() == week);
}

TEST_CASE("A specialist's phone has no way to the team, and shows nothing of it") {
  PhoneWorld world(Filling::full, Role::specialist);
  world.show(QStringLiteral("more"), {});
  CHECK(control_named(world, QStringLiteral("Participants")) != nullptr);
  CHECK(control_named(world, QStringLiteral("Team")) == nullptr);
  world.show(QStringLiteral("team"), {});
  CHECK(says(world, QStringLiteral("Only a team's lead sees the team's week")));
  CHECK_FALSE(says(world, QStringLiteral("pooled")));
}

}  // namespace
}  // namespace waymark::phone
