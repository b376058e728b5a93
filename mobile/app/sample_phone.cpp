#include "mobile/app/sample_phone.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <algorithm>
#include <functional>
#include <utility>

#include "shared/records/natural_key.h"
#include "shared/sample/sample_agency.h"

namespace waymark::app {
namespace {

// 19 November 2026, 11:19 and 20 November 2026, 17:12 in New York.
constexpr Instant thursday_morning = instant_from_ms(1'795'105'140'000);
constexpr Instant friday_evening = instant_from_ms(1'795'212'720'000);
constexpr int quarter_weeks = 14;
constexpr int five_years_weeks = 260;

/// A phone without reception: pages are looked at, nothing is tagged.
class NoPositions final : public PositionProvider {
 public:
  void request(Millis) override {
    if (std::exchange(open_, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (std::exchange(open_, false)) emit failed(TagAbsence::no_signal);
        },
        Qt::QueuedConnection);
  }
  void cancel() override { open_ = false; }

 private:
  bool open_ = false;
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

/// The longest names are the ones that a page may have no room for.
template <class Records>
auto longestNamed(const Records& records) -> decltype(&*records.begin()) {
  const auto longest = std::max_element(records.begin(), records.end(), [](const auto& a, const auto& b) {
    return a.name.size() < b.name.size();
  });
  return longest == records.end() ? nullptr : &*longest;
}

/// Writes the entries of one day, one after another.
class DayWriter {
 public:
  DayWriter(FieldLog& log, Date day) : log_(log), day_(day) {}

  Entry at(Activity activity, std::optional<Place> place, int from, std::optional<int> to) const {
    Entry entry;
    entry.activity = activity;
    entry.place = place;
    if (activity != Activity::travel && activity != Activity::break_) entry.contact = Contact::in_person;
    entry.starts_at = log_.zone().at(day_, from);
    if (to) entry.ends_at = log_.zone().at(day_, *to);
    entry.recorded_at = entry.starts_at;
    return entry;
  }
  Result<void> write(Entry entry) {
    auto saved = log_.book().put(std::move(entry));
    if (!saved) return tl::unexpected(saved.error());
    return {};
  }

 private:
  FieldLog& log_;
  Date day_;
};

constexpr int minuteOf(int hour, int minute) {
  return hour * 60 + minute;
}

}  // namespace

std::optional<SampleStore> sampleStoreOf(const QString& name) {
  if (name == QLatin1String("empty")) return SampleStore::empty;
  if (name == QLatin1String("ordinary")) return SampleStore::ordinary;
  if (name == QLatin1String("full")) return SampleStore::full;
  return std::nullopt;
}

SamplePhone::SamplePhone(const QString& directory) : positions_(std::make_unique<NoPositions>()) {
  if (directory.isEmpty()) temporary_.emplace();
  directory_.setPath(temporary_ ? temporary_->path() : directory);
}

SamplePhone::~SamplePhone() = default;

Result<std::unique_ptr<SamplePhone>> SamplePhone::make(SampleStore store, SampleSetting setting) {
  std::unique_ptr<SamplePhone> phone(new SamplePhone(setting.directory));
  const bool full = store == SampleStore::full;
  phone->clock_.hold(setting.now.value_or(full ? friday_evening : thursday_morning));
  auto opened =
      device::DeviceStore::open(phone->directory_.filePath(QStringLiteral("waymark.db")).toStdString(),
                                phone->clock_, phone->random_, phone->seal_);
  if (!opened) return tl::unexpected(opened.error());
  phone->store_ = std::move(*opened);
  const int weeks = setting.weeks > 0 ? setting.weeks : full ? five_years_weeks : quarter_weeks;
  if (auto filled = phone->fill(store, weeks, setting.role); !filled) return tl::unexpected(filled.error());
  return phone;
}

Result<void> SamplePhone::fill(SampleStore store, int weeks, Role role) {
  const auto agency = sample_agency({.seed = 1, .specialists = 2, .weeks = weeks, .now = clock_.now()});
  if (!agency) return tl::unexpected(agency.error());
  auto records = all_records(*agency);
  if (store == SampleStore::empty)
    std::erase_if(records, [](const Record& r) { return !std::holds_alternative<Policy>(r); });
  Person person = agency->people.front();
  person.role = role;
  server_ = std::make_unique<SampleServer>(person, agency->name, agency->policy.time_zone, records, random_,
                                           clock_);
  context_ = std::make_unique<AppContext>(
      AppParts{*store_, keys_, *server_, random_, *positions_, directory_.path(), false});
  context_->log().followAgencyClock();
  if (store == SampleStore::not_enrolled) return {};
  if (auto enrolled = enrol(); !enrolled) return enrolled;
  if (store == SampleStore::full)
    if (auto trouble = makeTrouble(); !trouble) return trouble;
  if (store == SampleStore::ordinary || store == SampleStore::full) liveThroughDay();
  if (store != SampleStore::full) return {};
  // The team was looked at in the afternoon; the last word from the server is that it cannot be reached.
  const Instant evening = clock_.now();
  clock_.hold(evening - std::chrono::minutes{185});
  context_->team().refresh();
  context_->team().settle();
  clock_.hold(evening);
  server_->setOnline(false);
  if (const auto tried = sync(); tried || tried.error().code != ErrorCode::unreachable)
    return fail(ErrorCode::internal, "The sample server answered although it is away.");
  return {};
}

Result<void> SamplePhone::enrol() {
  std::optional<Error> refused;
  QObject::connect(&context_->enroller(), &Enroller::refused, context_.get(),
                   [&refused](const Error& error) { refused = error; });
  await(context_->enroller(), &Enroller::changed, [this] {
    context_->enroller().start(Enroller::requestFor(QStringLiteral("https://waymark.example.org"),
                                                    QStringLiteral("ABCD2345"),
                                                    QStringLiteral("Field phone")));
  });
  while (context_->enroller().busy()) await(context_->enroller(), &Enroller::changed, [] {});
  context_->log().deliverChanges();
  if (!context_->log().identity())
    return tl::unexpected(
        refused.value_or(Error{ErrorCode::internal, "The sample phone was not enrolled.", ""}));
  return sync();
}

Result<void> SamplePhone::sync() {
  await(context_->runner(), &SyncRunner::finished, [this] { context_->runner().requestNow(); });
  context_->log().deliverChanges();
  const auto& outcome = *context_->runner().lastOutcome();
  if (outcome.error) return tl::unexpected(*outcome.error);
  return {};
}

/// A morning as it is tapped: a journey, a visit, a talk in a café, and the next journey, whose question is
/// open.
void SamplePhone::liveThroughDay() {
  NowModel& now = context_->now();
  FieldLog& log = context_->log();
  const Instant end = clock_.now();
  const Date today = log.today();
  const auto moveTo = [&](Instant at) {
    QCoreApplication::sendPostedEvents(positions_.get());  // what was begun before gets its answer before
    clock_.hold(at);
    log.deliverChanges();
  };
  const auto step = [&](int minute) { moveTo(log.zone().at(today, minute)); };
  const auto answer = [&](int row) {
    now.answer(now.askChoices()->value(row, QStringLiteral("code")).toString());
  };
  step(minuteOf(8, 20));
  now.start(QStringLiteral("travel"));
  for (int question = 0; question < 2 && !now.ask().isEmpty(); ++question) answer(question);
  step(minuteOf(8, 46));
  now.start(QStringLiteral("employer_visit"));
  if (now.ask() != QLatin1String("employer")) now.tapDetail(QStringLiteral("employer"));
  answer(0);
  step(minuteOf(9, 31));
  now.start(QStringLiteral("participant"));
  now.answer(QStringLiteral("cafe"));
  step(minuteOf(10, 42));
  now.start(QStringLiteral("travel"));
  moveTo(end);
  now.dismissFeedback();
}

/// Everything that can be wrong, and be said in the longest words there are.
Result<void> SamplePhone::makeTrouble() {
  FieldLog& log = context_->log();
  const Date today = log.today();
  const std::string& me = log.identity()->person_id;

  // The week came back from the lead.
  Approval returned;
  returned.specialist_id = me;
  returned.week_start = log.weekOf(today);
  returned.id = approval_id(me, returned.week_start);
  returned.state = ApprovalState::returned;
  returned.note = "Please look at Wednesday: the visit and the coaching overlap, and one place is missing.";
  server_->editElsewhere(returned);
  if (auto done = sync(); !done) return done;

  // One entry of yesterday was changed in two places, one was refused, one is held.
  auto yesterday = log.entriesOf(add_days(today, -1));
  const OpStatus answers[] = {OpStatus::conflict, OpStatus::forbidden, OpStatus::held};
  for (std::size_t i = 0; i < std::size(answers) && i < yesterday.size(); ++i) {
    Entry mine = yesterday[i].record;
    if (answers[i] == OpStatus::conflict) {
      Entry theirs = mine;
      theirs.note =
          "Talked with the shift manager about two openings in the bakery; come back on Tuesday with a "
          "résumé.";
      server_->editElsewhere(theirs);
    }
    mine.ends_at = mine.starts_at + std::chrono::minutes{50};
    mine.note = "Ended a little earlier than planned.";
    if (auto saved = log.book().put(mine); !saved) return tl::unexpected(saved.error());
    log.deliverChanges();
    server_->answerNext(answers[i], answers[i] == OpStatus::forbidden
                                        ? std::optional(Error{ErrorCode::forbidden, {}, {}})
                                        : std::nullopt);
    if (auto done = sync(); !done) return done;
  }

  // Two days ago: a gap, an overlap, a missing place, a long name and a long note.
  DayWriter day(log, add_days(today, -2));
  Entry visit = day.at(Activity::employer_visit, Place::employer_site, minuteOf(18, 0), minuteOf(19, 10));
  if (const auto* employer = longestNamed(log.employers())) visit.employer_id = employer->id;
  visit.hiring_authority = true;
  visit.note =
      "Met the store manager and the head of the bakery. They would take somebody for the early shift from "
      "January, twenty hours a week, and want to meet M. first. I promised to come back on Tuesday.";
  Entry coaching = day.at(Activity::job_coaching, Place::employer_site, minuteOf(18, 50), minuteOf(20, 0));
  coaching.employer_id = visit.employer_id;
  for (Entry entry :
       {visit, coaching, day.at(Activity::benefits_counseling, {}, minuteOf(20, 25), minuteOf(21, 0))})
    if (auto saved = day.write(std::move(entry)); !saved) return saved;
  log.deliverChanges();

  if (auto saved = context_->week().addLeave(QString::fromStdString(format_date(today)),
                                             QStringLiteral("1:30"), QStringLiteral("sick"));
      !saved)
    return fail(ErrorCode::internal, "The sample leave was not accepted.");
  log.deliverChanges();
  return {};
}

}  // namespace waymark::app
