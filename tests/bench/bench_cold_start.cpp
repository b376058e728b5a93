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

  std::vector<double> app, empty, app_memory, empty_memory, app_own, empty_own, app_rest, empty_rest;
  for (int i = 0; i < asked.count(15, 1); ++i) {
    const Start of_empty = start_window(WAYMARK_EMPTY_WINDOW, {});
    const Start of_app = start_window(WAYMARK_WATCHED_APP, words);
    empty.push_back(of_empty.first_frame_s);
    app.push_back(of_app.first_frame_s);
    empty_memory.push_back(of_empty.memory_mb);
    app_memory.push_back(of_app.memory_mb);
    empty_own.push_back(of_empty.own_memory_mb);
    app_own.push_back(of_app.own_memory_mb);
    empty_rest.push_back(of_empty.rest_memory_mb);
    app_rest.push_back(of_app.rest_memory_mb);
  }
  return {{"cold start",
           "app with five years to its first frame ÷ an empty window",
           median(app) / median(empty),
           "×",
           at_most(1.5),
           {{"app, ms", median(app) * 1e3}, {"empty window, ms", median(empty) * 1e3}}},
          {"memory",
           "resident at the first frame, app ÷ an empty window",
           median(app_memory) / median(empty_memory),
           "×",
           at_most(1.4),
           {{"app, MB", median(app_memory)},
            {"empty window, MB", median(empty_memory)},
            {"app, of its own, MB", median(app_own)},
            {"empty window, of its own, MB", median(empty_own)},
            {"app at rest, MB", median(app_rest)},
            {"empty window at rest, MB", median(empty_rest)}}}};
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  const QGuiApplication application(argc, argv);
  return waymark::bench::run_bench(argc, argv, waymark::bench::bench);
}
