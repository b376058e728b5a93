#include "tests/phone/phone_world.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QQuickItem>
#include <catch2/catch.hpp>
#include <map>
#include <mutex>

#include "mobile/app/open_details.h"

namespace waymark::phone {
namespace {

// Thursday 19 November 2026, 11:19 in New York.
constexpr std::int64_t thursday_ms = 1'795'105'140'000;

/// A phone without reception.
class NoPositions final : public app::PositionProvider {
 public:
  void request(Millis) override { emit failed(TagAbsence::no_signal); }
  void cancel() override {}
};

class KeysInMemory final : public device::KeyStore {
 public:
  Result<std::optional<std::string>> load(std::string_view name) const override {
    const std::lock_guard lock(mutex_);
    const auto found = secrets_.find(name);
    return found == secrets_.end() ? std::nullopt : std::optional(found->second);
  }
  Result<void> save(std::string_view name, std::string_view secret) override {
    const std::lock_guard lock(mutex_);
    secrets_.insert_or_assign(std::string(name), std::string(secret));
    return {};
  }
  Result<void> erase(std::string_view name) override {
    const std::lock_guard lock(mutex_);
    if (const auto found = secrets_.find(name); found != secrets_.end()) secrets_.erase(found);
    return {};
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string, std::less<>> secrets_;
};

/// Begins something and runs the event loop until it has been answered.
template <class Sender, class Signal>
void await(Sender& sender, Signal signal, const std::function<void()>& begin) {
  QEventLoop loop;
  bool came = false;
  QObject::connect(&sender, signal, &loop, [&] {
    came = true;
    loop.quit();
  });
  begin();
  if (!came) loop.exec();
}

const char* name_of(Filling filling) {
  switch (filling) {
    case Filling::not_enrolled:
      return "not enrolled";
    case Filling::empty:
      return "empty";
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

PhoneWorld::PhoneWorld(Filling filling, Role role)
    : keys_(std::make_unique<KeysInMemory>()),
      positions_(std::make_unique<NoPositions>()),
      filling_(filling) {
  clock_.hold(instant_from_ms(thursday_ms));
  auto store = device::DeviceStore::open(directory_.filePath(QStringLiteral("waymark.db")).toStdString(),
                                         clock_, random_, seal_);
  REQUIRE(store);
  store_ = std::move(*store);
  const auto agency = sample_agency({.seed = 1, .specialists = 2, .weeks = 14, .now = clock_.now()});
  REQUIRE(agency);
  auto records = all_records(*agency);
  if (filling == Filling::empty)
    std::erase_if(records, [](const Record& record) { return !std::holds_alternative<Policy>(record); });
  Person person = agency->people.front();
  person.role = role;
  server_ = std::make_unique<app::SampleServer>(person, agency->name, agency->policy.time_zone, records,
                                                random_, clock_);
  context_ = std::make_unique<app::AppContext>(
      app::AppParts{*store_, *keys_, *server_, random_, *positions_, directory_.path(), false});
  context_->log().followAgencyClock();
  if (filling != Filling::not_enrolled) enrol();
  if (filling == Filling::full) fill();
  window_ = std::make_unique<app::AppWindow>(*context_, QSize(390, 844));
  REQUIRE(window_->window() != nullptr);
  window_->window()->show();
}

PhoneWorld::~PhoneWorld() = default;

void PhoneWorld::enrol() {
  await(context_->enroller(), &app::Enroller::succeeded, [&] {
    context_->enroller().start(app::Enroller::requestFor(
        QStringLiteral("https://sample.invalid"), QStringLiteral("00000000"), QStringLiteral("Test phone")));
  });
  context_->log().deliverChanges();
  await(context_->runner(), &app::SyncRunner::finished, [&] { context_->runner().requestNow(); });
  REQUIRE_FALSE(context_->runner().lastOutcome()->error);
  context_->log().deliverChanges();
}

/// Something of everything: a finished visit, a journey whose question is open, and a running entry.
void PhoneWorld::fill() {
  app::NowModel& now = context_->now();
  now.start(QStringLiteral("employer_visit"));
  clock_.hold(clock_.now() + Millis{20 * 60'000});
  now.start(QStringLiteral("participant"));
  clock_.hold(clock_.now() + Millis{10 * 60'000});
  now.start(QStringLiteral("travel"));
  context_->log().deliverChanges();
  const auto latest = context_->log().records().latest_entries(clock_.now() + Millis{1}, 1);
  REQUIRE(latest);
  REQUIRE_FALSE(latest->empty());
  context_->editor().open(QString::fromStdString(latest->front().record.id));
  app::openDetails(*context_);
}

QStringList PhoneWorld::pages() const {
  QStringList names = window_->pageNames();
  if (filling_ == Filling::not_enrolled) return {QStringLiteral("enrol")};
  names.removeAll(QStringLiteral("enrol"));
  return names;
}

void PhoneWorld::show(const QString& page, const Shape& shape) {
  context_->settings().overrideTextSize(shape.text_size);
  context_->settings().overrideTheme(shape.dark ? QStringLiteral("dark") : QStringLiteral("light"));
  window_->window()->resize(shape.size);
  window_->showPage(page);
  context_->settle();
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
