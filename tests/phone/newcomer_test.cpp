// A newcomer's first day, tapped on what can be seen and nothing else: a wrong start, a late one, a forgotten
// visit, an overlap, no signal all day; and at its end a correct week that is submitted.
#include <QQuickWindow>
#include <QTest>
#include <catch2/catch.hpp>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

/// The thumb of somebody who reads what the screen says.
class Newcomer {
 public:
  Newcomer() : world_(Filling::received, Role::specialist) {
    QAccessible::setActive(true);
    world_.show(QStringLiteral("now"), {});
    REQUIRE(QTest::qWaitForWindowActive(window()));
  }

  app::AppContext& app() { return world_.context(); }
  app::SamplePhone& phone() { return world_.phone(); }

  /// The clock of today.
  void at(int hour, int minute) {
    phone().clock().hold(app().log().zone().at(app().log().today(), hour * 60 + minute));
    settle();
  }

  /// Taps the first control whose name begins like this, scrolled to where it is not in sight.
  void tap(const QString& name) {
    INFO("tap " << name.toStdString());
    QQuickItem* control = find(name);
    REQUIRE(control != nullptr);
    bringIntoSight(control);
    QTest::mouseClick(window(), Qt::LeftButton, {}, seen_part(control).center().toPoint());
    settle();
  }

  void type(const QString& field, const QString& text) {
    tap(field);
    QTest::keyClick(window(), Qt::Key_A, Qt::ControlModifier);
    for (const QChar letter : text) QTest::keyClick(window(), letter.toLatin1());
    QTest::keyClick(window(), Qt::Key_Return);
    settle();
  }

  bool sees(const QString& words) {
    for (QQuickItem* item : visible_items(world_.root()))
      if (is_text(item) && item->property("text").toString().contains(words)) return true;
    return false;
  }

  /// A control of this page whose name begins like this, in sight or beyond its edge; null if there is none.
  QQuickItem* find(const QString& name) {
    for (QQuickItem* control : visible_controls(world_.root()))
      if (name_of(control).startsWith(name)) return control;
    return findBelow(world_.root(), name);
  }

 private:
  QQuickWindow* window() { return world_.window().window(); }

  void settle() {
    app().log().deliverChanges();
    app().network().settle();
    world_.show(window()->property("page").toString(), {window()->size(), false, 100});
  }

  QQuickItem* findBelow(QQuickItem* item, const QString& name) {
    if (!item->isVisible()) return nullptr;
    if (is_control(item) && item->isEnabled() && name_of(item).startsWith(name)) return item;
    for (QQuickItem* child : item->childItems())
      if (QQuickItem* found = findBelow(child, name)) return found;
    return nullptr;
  }

  void bringIntoSight(QQuickItem* control) {
    auto* area = const_cast<QQuickItem*>(scroll_area_of(control));
    if (area == nullptr || seen_part(control).height() > control->height() - 1) return;
    const double into = place_of(control).center().y() - place_of(area).center().y();
    area->setProperty("contentY", area->property("contentY").toDouble() + into);
    settle();
    REQUIRE_FALSE(seen_part(control).isEmpty());
  }

  PhoneWorld world_;
};

TEST_CASE("A newcomer without signal ends a day of slips with a correct, submitted week") {
  Newcomer ana;
  ana.phone().server().setOnline(false);

  // From home to the first employer. There the wrong tile is tapped, and a quarter of an hour late.
  ana.at(8, 30);
  ana.tap("Travel");
  ana.tap("My home");
  ana.tap("Juniper Floral Design");
  CHECK(ana.sees("a commute from or to home"));
  ana.at(9, 10);
  ana.tap("Participant");
  ana.tap("Undo");
  ana.tap("Employer visit");
  CHECK(ana.sees("Juniper Floral Design · since 09:10"));
  ana.tap("Earlier");
  ana.tap("15 min earlier");
  ana.at(9, 50);
  ana.tap("Stop");

  // A talk in the library is not logged, the coaching after it is. At noon the day shows the gap.
  ana.at(11, 15);
  ana.tap("Job coaching");
  CHECK_FALSE(ana.sees("When did it begin?"));
  ana.at(12, 30);
  ana.tap("Stop");
  ana.tap("Day");
  CHECK(ana.sees("Not logged · 1 h 25 m"));
  ana.tap("Fill");
  ana.tap("Participant");
  CHECK(ana.sees("Does not count: the place is missing"));
  ana.tap("Engagement");
  CHECK(ana.find("Save") == nullptr);  // nothing is changed yet
  ana.tap("North Branch Library");
  CHECK(ana.sees("Counts as community"));
  ana.tap("Save");

  // The afternoon is written in at once, from memory, and half an hour too early.
  ana.at(16, 30);
  ana.tap("Add an entry");
  ana.type("Start", "12:00");
  ana.type("End", "16:00");
  ana.tap("Documentation");
  ana.tap("Bridgeway Program Site");
  ana.tap("Save");
  CHECK(ana.sees("Two entries overlap 12:00 – 12:30 · 30 min"));
  ana.tap("Trim the later one");
  CHECK_FALSE(ana.sees("overlap"));
  // The row as it was is nowhere any more, not even for a screen reader.
  CHECK(ana.find("Documentation, 12:30 to 16:00") != nullptr);
  CHECK(ana.find("Documentation, 12:00 to 16:00") == nullptr);
  ana.tap("Looks right");
  CHECK(ana.sees("You found this day right"));

  // 8:30 to 8:55 commute; 55 + 85 + 75 minutes in the community; 210 at the program site.
  ana.tap("Week");
  CHECK(ana.find("Thursday 19 November, looked at: 3 h 35 m in the community, 3 h 30 m on site, 0 h 00 m not "
                 "logged") != nullptr);
  ana.tap("Submit week");
  CHECK(ana.sees("It will be sent with the next sync; no network is needed now."));

  // The signal is back.
  const auto before = ana.phone().server().received();
  ana.phone().server().setOnline(true);
  REQUIRE(ana.phone().sync());
  CHECK(ana.phone().server().received() > before);
  CHECK(ana.app().week().state() == QStringLiteral("submitted"));
  ana.tap("Now");
  CHECK(ana.find("All sent") != nullptr);
}

}  // namespace
}  // namespace waymark::phone
