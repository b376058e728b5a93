// cold start and memory: the app with five years on the phone beside an empty window of the same toolkit and
// style. Both programs are started anew each time, in turn, with their files in the system's cache; they draw
// into memory, because a graphics driver would add the same to both and flatter the ratio.
#include <QGuiApplication>

#include "mobile/app/sample_phone.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/bench/started_window.h"

namespace waymark::bench {
namespace {

/// A phone's data directory with years of one specialist's work in it, up to now.
std::string make_phone(const std::filesystem::path& into, int weeks) {
  const auto directory = into / "phone";
  std::filesystem::create_directories(directory);
  must(app::SamplePhone::make(app::SampleStore::received,
                              {.directory = QString::fromStdString(directory.string()),
                               .weeks = weeks,
                               .now = SystemClock().now(),
                               .role = Role::specialist}));
  return directory.string();
}

std::vector<Row> bench(const Asked& asked) {
  const std::string phone = make_phone(asked.into, asked.count(260, 4));
  const std::vector<std::string> words{"--data", phone, "--key-file", phone + "/key"};
  start_window(WAYMARK_EMPTY_WINDOW, {});
  start_window(WAYMARK_WATCHED_APP, words);

  std::vector<Start> app, empty;
  for (int i = 0; i < asked.count(31, 1); ++i) {
    empty.push_back(start_window(WAYMARK_EMPTY_WINDOW, {}));
    app.push_back(start_window(WAYMARK_WATCHED_APP, words));
  }
  const auto middle = [](const std::vector<Start>& starts, double Start::*figure) {
    std::vector<double> figures;
    for (const Start& start : starts) figures.push_back(start.*figure);
    return median(figures);
  };
  const double bare_s = middle(empty, &Start::first_frame_s);
  const double bare_mb = middle(empty, &Start::memory_mb);
  return {{"cold start",
           "app with five years to its first frame ÷ an empty window",
           middle(app, &Start::first_frame_s) / bare_s,
           "×",
           at_most(1.5),
           {{"app, ms", middle(app, &Start::first_frame_s) * 1e3}, {"empty window, ms", bare_s * 1e3}}},
          {"second frame",
           "app to its second frame, with all of its first page but suggestions ÷ an empty window's first",
           middle(app, &Start::second_frame_s) / bare_s,
           "×",
           {},
           {{"app, ms", middle(app, &Start::second_frame_s) * 1e3},
            {"app, MB", middle(app, &Start::second_memory_mb)},
            {"empty window, MB", bare_mb}}},
          {"memory",
           "resident at the first frame, app ÷ an empty window",
           middle(app, &Start::memory_mb) / bare_mb,
           "×",
           at_most(1.4),
           {{"app, MB", middle(app, &Start::memory_mb)},
            {"empty window, MB", bare_mb},
            {"app, of its own, MB", middle(app, &Start::own_memory_mb)},
            {"empty window, of its own, MB", middle(empty, &Start::own_memory_mb)},
            {"app at rest, MB", middle(app, &Start::rest_memory_mb)},
            {"empty window at rest, MB", middle(empty, &Start::rest_memory_mb)}}}};
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  const QGuiApplication application(argc, argv);
  return waymark::bench::run_bench(argc, argv, waymark::bench::bench);
}
