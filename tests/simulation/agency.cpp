#include "tests/simulation/agency.h"

#include <fmt/format.h>

#include <stdexcept>

#include "mobile/device/enrolment.h"
#include "mobile/device/sync_session.h"
#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "tests/simulation/road.h"
#include "tests/temporary_directory.h"

namespace waymark::simulation {
namespace {

constexpr std::uint64_t template_seed = 0x7761796d61726b;

void must(bool good, const std::string& what) {
  if (!good) throw std::runtime_error("the simulation's agency cannot be made: " + what);
}

template <class R>
void put(Phone& phone, R record) {
  const auto done = phone.store().put(std::move(record));
  must(done.has_value(), done ? "" : done.error().message);
}

}  // namespace

std::string numbered_id(int number) {
  return fmt::format("0190b000-0000-7000-8000-{:012}", number);
}

std::string Agency::name_of(const std::string& person) const {
  if (person == lena) return "Lena";
  if (person == ana) return "Ana";
  if (person == ben) return "Ben";
  if (person == sam) return "Sam";
  return "Cid";
}

Template make_template(test::FaultyDisk& disk, const Zone& zone) {
  test::TemporaryDirectory folder(test::TemporaryDirectory::Kind::memory);
  WorldClock clock(first_noon - std::chrono::hours{24 * 30});
  Trace trace(false);
  Verdict verdict;
  const Stage stage{clock, disk, trace, verdict};
  std::filesystem::create_directories(folder.path() / "server");
  SeededRandom random(template_seed, "init");
  const auto made =
      server::CentralStore::init(folder.path() / "server" / ServerMachine::file_name,
                                 {"Waymark County", agency_zone, WeekStart::mon}, clock, random);
  must(made.has_value(), made ? "" : made.error().message);

  Template made_template{{}, {}, ReferenceModel(zone), {}, ReferenceModel(zone), {}, {}};
  auto& agency = made_template.agency;
  ServerSite site(stage, std::make_unique<ServerMachine>(folder.path() / "server"), folder.path(),
                  template_seed, ReferenceModel(zone));
  site.boot();
  site.absorb_all();
  must(verdict.ok(), verdict.sentence());
  agency.lena = site.add_person("Lena", Role::lead, "north");
  agency.ana = site.add_person("Ana", Role::specialist, "north");
  agency.ben = site.add_person("Ben", Role::specialist, "north");
  agency.sam = site.add_person("Sam", Role::lead, "south");
  agency.cid = site.add_person("Cid", Role::specialist, "south");
  agency.policy = site.model().records().begin()->first;
  for (const auto& [rid, record] : site.model().records())
    if (record.type == RecordType::policy) agency.policy = rid;
  for (const auto& person : {agency.ana, agency.ben, agency.cid})
    must(site.set_schedule(person, Date{std::chrono::year{2026} / 1 / 5}, 450), "a schedule");
  KnownPlace library;
  library.name = "Library";
  library.kind = Place::library;
  library.lat = 42.65;
  library.lon = -73.75;
  must(site.write_record(RecordType::place, numbered_id(900), to_json(library), false), "a place");

  Ledger ledger;
  std::vector<std::unique_ptr<Phone>> phones;
  const std::vector<std::pair<std::string, std::string>> devices = {
      {"Ana's phone", agency.ana},   {"Ana's tablet", agency.ana}, {"Ben's phone", agency.ben},
      {"Lena's phone", agency.lena}, {"Cid's phone", agency.cid},  {"Sam's phone", agency.sam}};
  Road road(site);
  device::Abort abort;
  for (const auto& [name, person] : devices) {
    const auto number = static_cast<int>(phones.size());
    auto handset = std::make_unique<Handset>(folder.path() / fmt::format("phone-{}", number));
    std::filesystem::create_directories(handset->folder);
    auto phone = std::make_unique<Phone>(stage, ledger, name, std::move(handset), template_seed, number);
    must(phone->open(), verdict.sentence());
    const auto enrolled = device::enrol(phone->store(), phone->keys, road, phone->random,
                                        {site_address, site.new_code(person), name, "test", "1.0.0"}, abort);
    must(enrolled.has_value(), enrolled ? "" : enrolled.error().message);
    phones.push_back(std::move(phone));
  }
  agency.employers = {numbered_id(800), numbered_id(801)};
  agency.participants = {numbered_id(810), numbered_id(811)};
  for (std::size_t i = 0; i < 2; ++i) {
    Employer employer;
    employer.id = agency.employers[i];
    employer.name = fmt::format("Bakery {}", i);
    put(*phones[0], employer);
    Participant participant;
    participant.id = agency.participants[i];
    participant.code = fmt::format("P{} {}", i, secret_mark);
    participant.program = "pros";
    participant.status = "active";
    participant.specialist_id = i == 0 ? agency.ana : agency.ben;
    participant.entered_on = Date{std::chrono::year{2026} / 1 / 5};
    put(i == 0 ? *phones[0] : *phones[2], participant);
    Job job;
    job.id = numbered_id(820 + static_cast<int>(i));
    job.participant_id = agency.participants[i];
    job.employer_id = agency.employers[i];
    job.title = "Baker";
    job.hours_per_week = 20;
    job.starts_on = Date{std::chrono::year{2026} / 2 / 2};
    put(i == 0 ? *phones[0] : *phones[2], job);
  }
  constexpr int rounds = 3;
  for (int round = 0; round < rounds; ++round) {
    if (round == rounds - 1) {
      made_template.backup_model = site.model();
      site.back_up();
    }
    for (auto& phone : phones) {
      device::SyncSession session(phone->store(), phone->keys, road, "1.0.0");
      const auto outcome = session.run(abort);
      must(outcome.state == device::SessionState::done, phone->name + " does not sync");
    }
  }
  must(verdict.ok(), verdict.sentence());

  for (const auto& [id, op] : site.model().ops()) made_template.ops.push_back(op->op);
  for (auto& phone : phones) {
    const auto identity = phone->store().identity();
    const auto token = phone->keys.load(device::device_token_key((*identity)->device_id));
    const auto person = phone->person();
    phone->close();
    made_template.phones.push_back({phone->name, person, **token, read_files(phone->folder), phone->keys});
  }
  site.shut_down();
  made_template.model = site.model();
  made_template.server = read_files(folder.path() / "server");
  made_template.backup = read_file(folder.path() / "backup-1.db");
  return made_template;
}

KnownPlace library_named(int number) {
  KnownPlace place;
  place.name = fmt::format("Library {}", number);
  place.kind = Place::library;
  place.lat = 42.65;
  place.lon = -73.75;
  return place;
}

}  // namespace waymark::simulation
