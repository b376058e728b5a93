// tap: from a tap on a tile to the committed row, with five years on the phone, beside a bare commit of one
// row on the same disk. The tap is the whole of what the app does on its one thread: ending what ran, the new
// entry, its line in the outbox, and what the page says of it.
#include <QGuiApplication>

#include "mobile/app/sample_phone.h"
#include "tests/bench/bare_table.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"

namespace waymark::bench {
namespace {

std::vector<Row> bench(const Asked& asked) {
  const auto directory = asked.into / "phone";
  std::filesystem::create_directories(directory);
  const auto phone = must(app::SamplePhone::make(app::SampleStore::received,
                                                 {.directory = QString::fromStdString(directory.string()),
                                                  .weeks = asked.count(260, 4),
                                                  .role = Role::specialist}));
  app::AppContext& context = phone->context();
  BareTable bare(asked.into / "bare.db");
  const std::string row(600, 'x');  // about what an entry's body takes

  const QStringList tiles{"employer_visit", "job_coaching", "office"};
  std::vector<double> taps, commits;
  context.now().start(tiles.first());
  for (int i = 1; i <= asked.count(300, 5); ++i) {
    phone->clock().hold(phone->clock().now() + Millis{60'000});
    const QString tile = tiles.at(i % tiles.size());
    commits.push_back(time_of([&] { bare.commit(row); }));
    const QString before = context.now().runningId();
    taps.push_back(time_of([&] { context.now().start(tile); }));
    if (context.now().runningId() == before) throw std::runtime_error("A tap started nothing.");
    // What the page reads anew comes after the tap, when the event loop turns.
    context.log().deliverChanges();
    QCoreApplication::processEvents();
  }
  return {{"tap",
           "a tap to the committed row ÷ a bare commit of one row",
           median(taps) / median(commits),
           "×",
           at_most(2),
           {{"tap, ms", median(taps) * 1e3},
            {"99 of 100 taps are below, ms", percentile(taps, 0.99) * 1e3},
            {"bare commit, ms", median(commits) * 1e3}}}};
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(argc, argv);
  return waymark::bench::run_bench(argc, argv, waymark::bench::bench);
}
