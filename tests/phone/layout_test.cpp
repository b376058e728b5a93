// Layouts hold at every size of ui.md, and text scales to 200 % without being cut.
#include <QQuickWindow>
#include <QTest>
#include <catch2/catch.hpp>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

std::vector<Shape> every_shape() {
  std::vector<Shape> shapes;
  for (const QSize& size : all_sizes())
    for (const int text_size : {100, 200}) shapes.push_back({size, false, text_size});
  return shapes;
}

/// Inside something that scrolls sideways, where reaching past the edge is the point.
bool scrolls_sideways(const QQuickItem* item) {
  const QQuickItem* area = scroll_area_of(item);
  return area != nullptr && area->property("contentWidth").toDouble() > area->width() + 1;
}

TEST_CASE("No words are cut off, at any size and up to double text") {
  on_every_page(every_shape(), [](PhoneWorld& world, const std::string& where) {
    INFO(where);
    for (QQuickItem* item : visible_items(world.root())) {
      if (!is_text(item)) continue;
      INFO(describe(item));
      CHECK_FALSE(item->property("truncated").toBool());
      CHECK(item->property("contentWidth").toDouble() <= item->width() + 1);
      CHECK(item->property("contentHeight").toDouble() <= item->height() + 1);
    }
  });
}

TEST_CASE("No words lie over other words") {
  on_every_page(every_shape(), [](PhoneWorld& world, const std::string& where) {
    INFO(where);
    auto texts = visible_items(world.root());
    std::erase_if(texts, [](const QQuickItem* item) { return !is_text(item) || is_icon(item); });
    for (std::size_t i = 0; i < texts.size(); ++i)
      for (std::size_t j = i + 1; j < texts.size(); ++j) {
        const QRectF both = seen_part(texts[i]).intersected(seen_part(texts[j]));
        INFO(describe(texts[i]) << " and " << describe(texts[j]));
        // Line boxes may touch.
        CHECK((both.width() <= 2 || both.height() <= 2));
      }
  });
}

TEST_CASE("Nothing to press lies beyond the edge of the window") {
  on_every_page(every_shape(), [](PhoneWorld& world, const std::string& where) {
    INFO(where);
    const double width = world.window().window()->width();
    for (QQuickItem* control : visible_controls(world.root())) {
      if (scrolls_sideways(control)) continue;
      INFO(describe(control));
      CHECK(place_of(control).left() >= 0);
      CHECK(place_of(control).right() <= width + 1);
    }
  });
}

/// The nearest thing around it that has an edge to be seen: a card, a row, a page; nullptr where it scrolls
/// sideways.
const QQuickItem* frame_of(const QQuickItem* item) {
  if (scrolls_sideways(item)) return nullptr;
  for (const QQuickItem* parent = item->parentItem(); parent != nullptr; parent = parent->parentItem())
    for (const char* kind : {"QQuickRectangle", "QQuickControl", "QQuickFlickable"})
      if (parent->inherits(kind)) return parent;
  return nullptr;
}

TEST_CASE("Begun with double text, each page keeps what it shows inside its cards and itself") {
  for (const Filling filling : {Filling::not_enrolled, Filling::empty, Filling::full})
    for (const QSize& size : {QSize(320, 568), QSize(390, 844), QSize(1280, 800)}) {
      const Shape shape{size, false, 200};
      PhoneWorld world(filling, Role::lead, shape);
      for (const QString& page : world.pages()) {
        world.show(page, shape);
        INFO(page.toStdString() << ", " << shape.describe());
        for (QQuickItem* item : visible_items(world.root())) {
          if (!is_control(item) && !is_text(item)) continue;
          const QQuickItem* frame = frame_of(item);
          if (frame == nullptr) continue;
          INFO(describe(item) << " in " << frame->metaObject()->className());
          CHECK(place_of(item).left() >= place_of(frame).left() - 1);
          CHECK(place_of(item).right() <= place_of(frame).right() + 1);
        }
      }
    }
}

TEST_CASE("A wide window has its way around at the side, a narrow one at the bottom") {
  PhoneWorld world(Filling::full);
  const auto bar = [&] {
    for (QQuickItem* item : visible_items(world.root()))
      if (role_of(item) == QAccessible::PageTabList) return place_of(item);
    return QRectF();
  };
  QAccessible::setActive(true);
  world.show(QStringLiteral("now"), {{390, 844}, false, 100});
  CHECK(bar().bottom() == Approx(844));
  CHECK(bar().width() == Approx(390));
  world.show(QStringLiteral("now"), {{1280, 800}, false, 100});
  CHECK(bar().left() == Approx(0));
  CHECK(bar().height() == Approx(800));
}

TEST_CASE("The tiles of Now need no scrolling on a phone") {
  PhoneWorld world(Filling::empty);
  world.show(QStringLiteral("now"), {});
  int tiles = 0;
  for (QQuickItem* control : visible_controls(world.root()))
    if (QString::fromLatin1(control->metaObject()->className()).startsWith(QLatin1String("Tile_"))) {
      ++tiles;
      CHECK(seen_part(control).height() == Approx(control->height()));
    }
  CHECK(tiles == 6);
}

TEST_CASE("With an entry running, a notice and a place offered, the tiles and Stop stay under the thumb") {
  PhoneWorld world(Filling::full);
  app::NowModel& now = world.context().now();
  for (const QSize& size : {QSize(390, 844), QSize(800, 1280), QSize(390, 844)}) {
    now.start(now.runningActivity() == QLatin1String("employer_visit") ? QStringLiteral("office")
                                                                       : QStringLiteral("employer_visit"));
    world.show(QStringLiteral("now"), {size, false, 100});
    REQUIRE_FALSE(now.feedbackText().isEmpty());
    INFO(size.width() << ", " << now.feedbackText().toStdString());
    int tiles = 0;
    bool stop = false, undo = false;
    for (QQuickItem* control : visible_controls(world.root())) {
      const bool tile =
          QString::fromLatin1(control->metaObject()->className()).startsWith(QLatin1String("Tile_"));
      const QString words = control->property("text").toString();
      tiles += tile;
      stop = stop || words == QLatin1String("Stop");
      undo = undo || words == QLatin1String("Undo");
      if (!tile && words != QLatin1String("Stop") && words != QLatin1String("Undo")) continue;
      INFO(describe(control));
      CHECK(seen_part(control).height() == Approx(control->height()));
      if (tile) CHECK(place_of(control).top() > size.height() / 2.0);
    }
    CHECK(tiles == 6);
    CHECK(stop);
    CHECK(undo);
  }
}

bool shows_stop(PhoneWorld& world) {
  for (QQuickItem* control : visible_controls(world.root()))
    if (control->property("text").toString() == QLatin1String("Stop"))
      return seen_part(control).height() == Approx(control->height());
  return false;
}

QQuickItem* control_named(PhoneWorld& world, const QString& name) {
  for (QQuickItem* control : visible_controls(world.root()))
    if (name_of(control) == name) return control;
  return nullptr;
}

TEST_CASE("A suggestion of Now is shown whole beside More, or is under it") {
  PhoneWorld world(Filling::received);
  app::NowModel& now = world.context().now();
  now.start(QStringLiteral("participant"));
  now.togglePin();
  now.start(QStringLiteral("employer_visit"));
  now.stop();
  for (const QSize& size : {QSize(390, 844), QSize(800, 1280), QSize(1280, 800)}) {
    world.show(QStringLiteral("now"), {size, false, 100});
    INFO(size.width() << "x" << size.height());
    REQUIRE(now.suggestions()->count() > 1);
    const QQuickItem* more = control_named(world, QStringLiteral("More activities"));
    REQUIRE(more != nullptr);
    int suggestions = 0;
    for (QQuickItem* control : visible_controls(world.root())) {
      if (!name_of(control).startsWith(QLatin1String("Start ")) ||
          scroll_area_of(control) != scroll_area_of(more))
        continue;
      ++suggestions;
      INFO(describe(control));
      CHECK(place_of(control).right() <= place_of(more).left());
      CHECK(seen_part(control).width() == Approx(control->width()));
    }
    CHECK(suggestions > 0);
  }
}

TEST_CASE("On a tablet, standing or lying, a tap on what was done today opens it") {
  PhoneWorld world(Filling::full);
  for (const QSize& size : {QSize(800, 1280), QSize(1280, 800)}) {
    world.show(QStringLiteral("now"), {size, false, 100});
    INFO(size.width() << "x" << size.height());
    QQuickItem* row = nullptr;
    for (QQuickItem* control : visible_controls(world.root()))
      if (row == nullptr &&
          QString::fromLatin1(control->metaObject()->className()).startsWith(QLatin1String("TodayRow")))
        row = control;
    REQUIRE(row != nullptr);
    QMetaObject::invokeMethod(row, "clicked");
    CHECK(world.window().window()->property("page").toString() == QLatin1String("editor"));
  }
}

/// A card whose upper part has been scrolled out of sight.
bool cuts_a_card(PhoneWorld& world, const QQuickItem* area) {
  const double edge = place_of(area).top();
  for (const QQuickItem* item : visible_items(world.root())) {
    const bool card = item->inherits("QQuickRectangle") && scroll_area_of(item) == area &&
                      item->width() > area->width() / 2;
    if (card && place_of(item).top() < edge - 0.5 && place_of(item).bottom() > edge + 0.5) return true;
  }
  return false;
}

TEST_CASE("Scrolled to what runs and its question, Now begins with a whole card") {
  PhoneWorld world(Filling::full);
  REQUIRE_FALSE(world.context().now().ask().isEmpty());
  for (const QSize& size : {QSize(390, 844), QSize(320, 568)}) {
    world.show(QStringLiteral("now"), {size, false, 100});
    INFO(size.width() << "x" << size.height());
    const auto settled = [&] {
      world.show(QStringLiteral("now"), {size, false, 100});
      const QQuickItem* stop = control_named(world, QStringLiteral("Stop"));
      const QQuickItem* area = stop == nullptr ? nullptr : scroll_area_of(stop);
      return area != nullptr && area->property("contentY").toDouble() > 0 && !cuts_a_card(world, area) &&
             seen_part(stop).height() == Approx(stop->height());
    };
    CHECK(QTest::qWaitFor(settled));
  }
}

TEST_CASE("What runs shows its Stop on the smallest screen, and still when a note comes in above it") {
  PhoneWorld world(Filling::full);
  REQUIRE(world.context().now().running());
  world.show(QStringLiteral("now"), {{320, 568}, false, 100});
  CHECK(QTest::qWaitFor([&] { return shows_stop(world); }));
  world.context().state().setProblemText(
      QStringLiteral("The storage of this phone is full: free some space."));
  world.show(QStringLiteral("now"), {{320, 568}, false, 100});
  CHECK(QTest::qWaitFor([&] { return shows_stop(world); }));
}

TEST_CASE("What was just started shows its Stop, whatever the page has to say above it") {
  PhoneWorld world(Filling::received);
  world.show(QStringLiteral("now"), {});
  world.context().state().setProblemText(
      QStringLiteral("The storage of this phone is full: free some space, for without it nothing new can be "
                     "kept on this phone, and what you tap is lost when it is switched off."));
  world.context().now().start(QStringLiteral("office"));
  world.show(QStringLiteral("now"), {});
  const auto stop_seen = [&] { return shows_stop(world); };
  CHECK(QTest::qWaitFor(stop_seen));
  world.context().now().tapDetail(QStringLiteral("place"));
  world.show(QStringLiteral("now"), {});
  world.context().now().dismissAsk();
  world.show(QStringLiteral("now"), {});
  CHECK(QTest::qWaitFor(stop_seen));
}

}  // namespace
}  // namespace waymark::phone
