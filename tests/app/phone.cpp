#include "tests/app/phone.h"

#include "mobile/app/time_texts.h"

namespace waymark::app::test {

Agency::Agency() {
  using namespace std::chrono;
  policy.id = make_named_id("test policy");
  policy.time_zone = "America/New_York";
  me.id = make_named_id("test specialist");
  me.name = "Dana";
  me.team = "North";
  schedule.specialist_id = me.id;
  schedule.effective_from = Date{year{2026} / 1 / 1};
  schedule.minutes = {450, 450, 450, 450, 450, 0, 0};
  schedule.id = make_named_id("schedule|" + me.id + "|2026-01-01");
  library = {make_named_id("test library"), "City library", Place::library, 42.6500, -73.7500, 100, ""};
  office = {make_named_id("test office"), "Program office", Place::program_site, 42.6700, -73.7600, 100, ""};
  hannaford.id = make_named_id("test hannaford");
  hannaford.name = "Hannaford";
  hannaford.lat = 42.6391;
  hannaford.lon = -73.7891;
  price_chopper.id = make_named_id("test price chopper");
  price_chopper.name = "Price Chopper";
  price_chopper.lat = 42.6800;
  price_chopper.lon = -73.8000;
  participant.id = make_named_id("test participant");
  participant.code = "M.R.";
  participant.program = "act";
  participant.status = "active";
  participant.specialist_id = me.id;
  participant.entered_on = Date{year{2026} / 9 / 1};
}

std::vector<Record> Agency::records() const {
  return {policy, me, library, office, hannaford, price_chopper, participant, schedule};
}

namespace {

Zone newYork() {
  auto zone = Zone::find("America/New_York");
  REQUIRE(zone);
  return *zone;
}

}  // namespace

Phone::Phone(std::vector<Record> more) : zone(newYork()) {
  at("2026-11-19 08:30");
  auto records = agency.records();
  records.insert(records.end(), more.begin(), more.end());
  server = std::make_unique<SampleServer>(agency.me, "Test agency", agency.policy.time_zone, records, random,
                                          clock);
  open();
  device::Abort abort;
  const auto identity =
      device::enrol(*store_, keys, *server, random,
                    Enroller::requestFor("https://waymark.example.org", "ABCD1234", "Test phone"), abort);
  REQUIRE(identity);
  settle();
  REQUIRE(sync().state == device::SessionState::done);
}

Phone::~Phone() = default;

void Phone::open() {
  auto store = device::DeviceStore::open(storeFile().toStdString(), clock, random, seal);
  REQUIRE(store);
  store_ = std::move(*store);
  app_ = std::make_unique<AppContext>(
      AppParts{*store_, keys, *server, random, positions, directory_.path(), false});
}

void Phone::killAndReopen() {
  app_.reset();
  store_.reset();
  positions.open = false;
  open();
}

Instant Phone::when(std::string_view time) const {
  const QString text = QString::fromUtf8(time.data(), static_cast<qsizetype>(time.size()));
  const bool dated = text.contains(u' ');
  const auto date = dated ? parseIsoDate(text.section(u' ', 0, 0)) : zone.date_of(clock.now());
  const auto minute = parseClock(dated ? text.section(u' ', 1) : text);
  REQUIRE(date);
  REQUIRE(minute);
  return zone.at(*date, *minute);
}

void Phone::at(std::string_view time) {
  clock.hold(when(time));
}

device::SyncOutcome Phone::sync() {
  device::SyncSession session(*store_, keys, *server, "test");
  device::Abort abort;
  const auto outcome = session.run(abort);
  settle();
  return outcome;
}

Entry Phone::running() {
  const auto stored = log().runningEntry();
  REQUIRE(stored);
  return stored->record;
}

std::vector<Entry> Phone::entriesToday() {
  std::vector<Entry> entries;
  for (const auto& stored : log().entriesOf(log().today())) entries.push_back(stored.record);
  return entries;
}

Entry Phone::entry(Activity activity, std::optional<Place> place, std::string_view from,
                   std::string_view to) {
  Entry entry;
  entry.activity = activity;
  entry.place = place;
  entry.contact = Contact::in_person;
  entry.starts_at = when(from);
  entry.ends_at = when(to);
  return entry;
}

Entry Phone::put(Entry entry) {
  const auto saved = log().book().put(std::move(entry));
  REQUIRE(saved);
  settle();
  return saved->entry;
}

}  // namespace waymark::app::test
