// What ui.md asks of every control and every word: role, name, size, distance, contrast (WCAG 2.2 AA).
#include <QAccessible>
#include <QQuickWindow>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

constexpr double target = 48;
constexpr double gap = 8;
// Half a pixel, for layouts that round.
constexpr double rounding = 0.5;
constexpr double text_contrast = 4.5;
constexpr double mark_contrast = 3;

std::vector<Shape> phones_light_and_dark() {
  return {{{390, 844}, false, 100}, {{390, 844}, true, 100}};
}

/// How far apart two rectangles are along the axis that separates them; negative if they overlap.
double distance(const QRectF& a, const QRectF& b) {
  const double across = std::max(a.left(), b.left()) - std::min(a.right(), b.right());
  const double down = std::max(a.top(), b.top()) - std::min(a.bottom(), b.bottom());
  return std::max(across, down);
}

bool is_whole(const QQuickItem* item) {
  const QRectF place = place_of(item);
  const QRectF seen = seen_part(item);
  return std::abs(place.height() - seen.height()) < 1 && std::abs(place.width() - seen.width()) < 1;
}

TEST_CASE("Every control says what it is and what it is called") {
  QAccessible::setActive(true);
  on_every_page({{}}, [](PhoneWorld& world, const std::string& where) {
    const auto controls = visible_controls(world.root());
    INFO(where);
    CHECK_FALSE(controls.empty());
    for (QQuickItem* control : controls) {
      INFO(describe(control));
      CHECK(role_of(control) != QAccessible::NoRole);
      CHECK(role_of(control) != QAccessible::Client);
      CHECK_FALSE(name_of(control).trimmed().isEmpty());
    }
  });
}

TEST_CASE("Every control is big enough for a thumb") {
  on_every_page({{}, {{320, 568}, false, 100}, {{844, 390}, false, 100}, {{1280, 800}, false, 100}},
                [](PhoneWorld& world, const std::string& where) {
                  INFO(where);
                  for (QQuickItem* control : visible_controls(world.root())) {
                    INFO(describe(control));
                    CHECK(control->width() >= target - rounding);
                    CHECK(control->height() >= target - rounding);
                  }
                });
}

TEST_CASE("No control is so near another that a thumb takes the wrong one") {
  on_every_page({{}, {{320, 568}, false, 100}, {{844, 390}, false, 100}},
                [](PhoneWorld& world, const std::string& where) {
                  INFO(where);
                  const auto controls = visible_controls(world.root());
                  for (std::size_t i = 0; i < controls.size(); ++i)
                    for (std::size_t j = i + 1; j < controls.size(); ++j) {
                      // Parts that scroll pass by one another; only neighbours in one area have a fixed
                      // distance.
                      if (scroll_area_of(controls[i]) != scroll_area_of(controls[j])) continue;
                      if (!is_whole(controls[i]) || !is_whole(controls[j])) continue;
                      INFO(describe(controls[i]) << " and " << describe(controls[j]));
                      CHECK(distance(place_of(controls[i]), place_of(controls[j])) >= gap - rounding);
                    }
                });
}

TEST_CASE("Every word stands out from what is behind it, light and dark") {
  on_every_page(phones_light_and_dark(), [](PhoneWorld& world, const std::string& where) {
    INFO(where);
    const QColor page = world.window().window()->color();
    for (QQuickItem* item : visible_items(world.root())) {
      if (!is_text(item) || !item->isEnabled()) continue;
      INFO(describe(item));
      const auto color = item->property("color").value<QColor>();
      CHECK(contrast(color, ground_of(item, page)) >= (is_icon(item) ? mark_contrast : text_contrast));
    }
  });
}

TEST_CASE("Headings, lists and messages are told to a screen reader as what they are") {
  QAccessible::setActive(true);
  on_every_page({{}}, [](PhoneWorld& world, const std::string& where) {
    INFO(where);
    int headings = 0;
    for (QQuickItem* item : visible_items(world.root()))
      if (role_of(item) == QAccessible::Heading) ++headings;
    CHECK(headings >= 1);
  });
}

}  // namespace
}  // namespace waymark::phone
