#include "tests/phone/phone_world.h"

#include <QCoreApplication>
#include <QQuickItem>
#include <catch2/catch.hpp>

#include "mobile/app/open_details.h"

namespace waymark::phone {
namespace {

app::SampleStore store_of(Filling filling) {
  switch (filling) {
    case Filling::not_enrolled:
      return app::SampleStore::not_enrolled;
    case Filling::empty:
      return app::SampleStore::empty;
    case Filling::received:
    case Filling::full:
      return app::SampleStore::received;
  }
  return app::SampleStore::empty;
}

const char* name_of(Filling filling) {
  switch (filling) {
    case Filling::not_enrolled:
      return "not enrolled";
    case Filling::empty:
      return "empty";
    case Filling::received:
      return "received";
    case Filling::full:
      return "full";
  }
  return "";
}

}  // namespace

std::string Shape::describe() const {
  return std::to_string(size.width()) + "x" + std::to_string(size.height()) + (dark ? " dark " : " light ") +
         std::to_string(text_size) + " %";
}

PhoneWorld::PhoneWorld(Filling filling, Role role, const Shape& begun) : filling_(filling) {
  auto phone = app::SamplePhone::make(store_of(filling), {.role = role});
  REQUIRE(phone);
  phone_ = std::move(*phone);
  if (filling == Filling::full) fill();
  context().settings().overrideTextSize(begun.text_size);
  window_ = std::make_unique<app::AppWindow>(context(), begun.size);
  REQUIRE(window_->window() != nullptr);
  window_->window()->show();
}

PhoneWorld::~PhoneWorld() {
  window_.reset();
  phone_.reset();
  CHECK(warnings_.count() == 0);
}

/// Something of everything: a finished visit, a journey whose question is open, and a running entry.
void PhoneWorld::fill() {
  app::NowModel& now = context().now();
  app::AppClock& clock = phone_->clock();
  now.start(QStringLiteral("employer_visit"));
  clock.hold(clock.now() + Millis{20 * 60'000});
  now.start(QStringLiteral("participant"));
  clock.hold(clock.now() + Millis{10 * 60'000});
  now.start(QStringLiteral("travel"));
  context().log().deliverChanges();
  const auto latest = context().log().records().latest_entries(clock.now() + Millis{1}, 1);
  REQUIRE(latest);
  REQUIRE_FALSE(latest->empty());
  context().editor().open(QString::fromStdString(latest->front().record.id));
  app::openDetails(context());
}

QStringList PhoneWorld::pages() const {
  QStringList names = window_->pageNames();
  if (filling_ == Filling::not_enrolled) return {QStringLiteral("enrol")};
  names.removeAll(QStringLiteral("enrol"));
  return names;
}

void PhoneWorld::show(const QString& page, const Shape& shape) {
  context().settings().overrideTextSize(shape.text_size);
  context().settings().overrideTheme(shape.dark ? QStringLiteral("dark") : QStringLiteral("light"));
  window_->window()->resize(shape.size);
  window_->showPage(page);
  context().settle();
  QCoreApplication::sendPostedEvents();
  QCoreApplication::processEvents();
  // Drawing lays out whatever is still waiting to be; words that wrap anew settle with the second picture,
  // the rows of a list that are as high as their words with the third.
  // What a worker has read comes as an event between two of them.
  for (int picture = 0; picture < 4; ++picture) {
    REQUIRE_FALSE(window_->grab().isNull());
    QCoreApplication::processEvents();
  }
  REQUIRE_FALSE(window_->grab().isNull());
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void on_every_page(const std::vector<Shape>& shapes,
                   const std::function<void(PhoneWorld&, const std::string& where)>& look) {
  for (const Filling filling : {Filling::not_enrolled, Filling::empty, Filling::full}) {
    PhoneWorld world(filling);
    for (const Shape& shape : shapes)
      for (const QString& page : world.pages()) {
        world.show(page, shape);
        look(world, std::string(name_of(filling)) + ", " + page.toStdString() + ", " + shape.describe());
      }
  }
}

std::vector<QSize> all_sizes() {
  return {{320, 568}, {390, 844}, {844, 390}, {800, 1280}, {1280, 800}};
}

}  // namespace waymark::phone
