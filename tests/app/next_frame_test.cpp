// What waits for the first frame, and begins after it.
#include "mobile/app/next_frame.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <catch2/catch.hpp>

#include "mobile/app/later.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using namespace std::chrono_literals;
using waymark::app::test::Phone;

namespace {

/// Everything that waits for the event loop's next turn.
void turn() {
  QCoreApplication::processEvents();
}

struct Drawn {
  Drawn() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }
  QQuickWindow window;
};

}  // namespace

TEST_CASE("A window's first frame begins what waited for it, and its later frames do not") {
  Drawn drawn;
  int begun = 0;
  QEventLoop loop;
  afterNextFrame(drawn.window, 1h, [&] {
    ++begun;
    loop.quit();
  });
  turn();
  CHECK(begun == 0);
  drawn.window.show();
  loop.exec();
  CHECK(begun == 1);
  for (int frame = 0; frame < 3; ++frame) {
    QEventLoop next;
    QObject::connect(&drawn.window, &QQuickWindow::frameSwapped, &next, &QEventLoop::quit,
                     Qt::QueuedConnection);
    drawn.window.update();
    next.exec();
  }
  CHECK(begun == 1);
}

TEST_CASE("A window that nobody sees draws no frame, and what waited begins all the same") {
  Drawn drawn;
  QEventLoop loop;
  int frames = 0;
  QObject::connect(&drawn.window, &QQuickWindow::frameSwapped, &loop, [&] { ++frames; });
  int begun = 0;
  afterNextFrame(drawn.window, 1ms, [&] {
    ++begun;
    loop.quit();
  });
  loop.exec();
  CHECK(begun == 1);
  CHECK(frames == 0);
}

TEST_CASE("What a window had waiting goes with it") {
  int begun = 0;
  {
    Drawn drawn;
    afterNextFrame(drawn.window, 0ms, [&] { ++begun; });
  }
  turn();
  CHECK(begun == 0);
}

TEST_CASE("Later work waits for the start's end, and is done once for all requests") {
  Phone phone;
  phone.log().setStarting(true);
  int done = 0;
  Later later(phone.log(), [&] { ++done; });
  later.request();
  later.request();
  turn();
  CHECK(done == 0);
  phone.log().setStarting(false);
  turn();
  CHECK(done == 1);
  later.request();
  later.request();
  turn();
  CHECK(done == 2);
}

TEST_CASE("A start that ends with nothing requested does no later work") {
  Phone phone;
  phone.log().setStarting(true);
  int done = 0;
  const Later later(phone.log(), [&] { ++done; });
  phone.log().setStarting(false);
  turn();
  CHECK(done == 0);
}

TEST_CASE("While the app starts it reads what runs and the week, and its suggestions follow") {
  Phone phone;
  phone.put(phone.entry(Activity::documentation, Place::program_site, "07:00", "08:00"));
  phone.log().setStarting(true);
  NowModel& now = phone.now();
  turn();
  CHECK(now.hasEntries());
  CHECK(now.suggestions()->rowCount() == 0);
  phone.log().setStarting(false);
  turn();
  CHECK(now.suggestions()->rowCount() > 0);
}

TEST_CASE("The day is read when its page is first seen, not while the app starts") {
  Phone phone;
  phone.put(phone.entry(Activity::documentation, Place::program_site, "07:00", "08:00"));
  phone.log().setStarting(true);
  DayModel& day = phone.app().day();
  CHECK(day.rows()->rowCount() == 0);
  phone.log().setStarting(false);
  turn();
  CHECK(day.rows()->rowCount() == 0);
  day.setVisible(true);
  CHECK(day.rows()->rowCount() > 0);
}
