// What the first frame shows, and that the rest of its page comes without moving it.
#include <QQuickWindow>
#include <QTest>
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

const QString now_page = QStringLiteral("now");

std::multimap<std::string, QRectF> places_of_controls(PhoneWorld& world) {
  std::multimap<std::string, QRectF> places;
  for (const QQuickItem* control : visible_controls(world.root()))
    places.emplace(control->property("text").toString().toStdString(), place_of(control));
  return places;
}

std::vector<std::string> tile_words(PhoneWorld& world) {
  const app::RowsModel* tiles = world.context().now().tiles();
  std::vector<std::string> words;
  for (int row = 0; row < tiles->rowCount(); ++row)
    words.push_back(tiles->value(row, QStringLiteral("text")).toString().toStdString());
  return words;
}

/// Also of those that have to be scrolled to.
void add_words_of_controls(const QQuickItem* item, std::vector<std::string>& words) {
  if (!item->isVisible()) return;
  if (is_control(item)) words.push_back(item->property("text").toString().toStdString());
  for (const QQuickItem* child : item->childItems()) add_words_of_controls(child, words);
}

TEST_CASE("The first frame has the tiles and the way around, and what follows does not move them") {
  for (const QSize& size : all_sizes()) {
    const Shape shape{size, false, 100};
    INFO(shape.describe());
    PhoneWorld world(Filling::received, Role::specialist, shape);
    world.context().state().setOpened(false);
    world.show(now_page, shape);
    const auto first = places_of_controls(world);
    for (const std::string& words : tile_words(world)) CHECK(first.contains(words));
    for (const char* words : {"Now", "Day", "Week", "Employers", "More"}) CHECK(first.contains(words));

    world.context().state().setOpened(true);
    world.show(now_page, shape);
    const auto whole = places_of_controls(world);
    CHECK(whole.size() > first.size());
    for (const auto& [words, place] : first) {
      INFO(words);
      const auto [begin, end] = whole.equal_range(words);
      CHECK(std::any_of(begin, end, [&](const auto& now) { return now.second == place; }));
    }
  }
}

TEST_CASE("With large text too the first frame has the tiles, below what stands above them") {
  const Shape shape{QSize(390, 844), false, 200};
  PhoneWorld world(Filling::received, Role::specialist, shape);
  world.context().state().setOpened(false);
  world.show(now_page, shape);
  std::vector<std::string> found;
  add_words_of_controls(world.root(), found);
  for (const std::string& words : tile_words(world))
    CHECK(std::count(found.begin(), found.end(), words) == 1);
}

TEST_CASE("A tile that is tapped on the first frame starts what it says") {
  PhoneWorld world(Filling::received, Role::specialist);
  world.context().state().setOpened(false);
  world.show(now_page, {});
  const auto places = places_of_controls(world);
  const std::string words = tile_words(world).front();
  REQUIRE(places.contains(words));
  QTest::mouseClick(world.window().window(), Qt::LeftButton, {},
                    places.find(words)->second.center().toPoint());
  CHECK(world.context().now().running());

  world.context().state().setOpened(true);
  world.show(now_page, {});
  CHECK(places_of_controls(world).contains("Stop"));
}

}  // namespace
}  // namespace waymark::phone
