// What seldom comes together by itself in a short schedule: a tag taken out of an entry that has just been
// sent, a record whose own person moves it out of their sight, a phone that changes hands, an import that
// fails halfway, a write while a page is read. Each has a rule that only it can show to be needed.
#include <algorithm>
#include <utility>

#include "mobile/device/enrolment.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/records.h"
#include "shared/records/record_codec.h"
#include "tests/simulation/world.h"

namespace waymark::simulation {
// --- on phones
// -------------------------------------------------------------------------------------------------------

/// Taking a tag out changes ops that have not left yet; those that have are sent again as they were.
void World::tag_comes_or_goes() {
  auto& phone = any_phone();
  if (!phone.is_open() || phone.person().empty()) return;
  std::vector<Entry> entries;
  for (const auto& [rid, record] : phone.records()) {
    if (record.type != RecordType::entry || !record.has_body || record.deleted) continue;
    if (auto entry = read_stored<Entry>(record.body, rid)) entries.push_back(std::move(*entry));
  }
  if (entries.empty()) return;
  const auto& entry = dice_.pick(entries);
  device::EntryBook book(phone.store());
  const bool tagged = entry.start_tag && entry.start_tag->is_fix();
  trace_.step("{} {} {}", phone.name, tagged ? "takes the tag out of" : "tags the start of", entry.id);
  LocationTag tag;
  tag.at = entry.starts_at;
  tag.lat = 42.6501;
  tag.lon = -73.7502;
  const auto done = tagged ? book.remove_tag(entry.id, device::TagEnd::start)
                           : book.attach_tag(entry.id, device::TagEnd::start, tag);
  const auto ops = phone.note_new_ops();
  if (!done) {
    trace_.note("refused: {}", to_wire(done.error().code));
    if (!ops.empty()) verdict_.broken("{} kept an edit it said it had refused", phone.name);
    return;
  }
  if (tagged) trace_.count(Happening::tag_removed);
}

/// A lead gives a participant of their own to a specialist, on the phone: the edit takes the record, and its
/// jobs, out of the phone's own sight.
void World::participant_given_away() {
  const auto& agency = made_.agency;
  for (auto& phone : phones_) {
    const auto person = phone->is_open() ? phone->person() : std::string();
    if (person != agency.lena && person != agency.sam) continue;
    for (const auto& rid : agency.participants) {
      const auto shown = device::Records(phone->store()).find<Participant>(rid);
      if (!shown || !*shown || (*shown)->deleted) continue;
      auto participant = (*shown)->record;
      const bool own = participant.specialist_id == person;
      participant.specialist_id = own ? dice_.pick(std::array{agency.ana, agency.ben}) : person;
      if (own) trace_.count(Happening::participant_moved);
      return save(*phone, participant, "a participant of their own");
    }
  }
}

/// Only a phone that has nothing left to send becomes another person's.
void World::phone_changes_hands() {
  auto& phone = any_phone();
  if (!phone.is_open() || !site_->is_up() || phone.disk_full || phone.person().empty()) return;
  const auto& agency = made_.agency;
  const auto person = dice_.pick(std::array{agency.ana, agency.ben, agency.cid});
  if (person == phone.person()) return;
  const auto code = site_->new_code(person);
  if (code.empty()) return;
  trace_.step("{} is to become {}'s", phone.name, agency.name_of(person));
  const auto before = phone.outbox();
  Road road(*site_);
  device::Abort abort;
  const auto enrolled = device::enrol(phone.store(), phone.keys, road, phone.random,
                                      {site_address, code, phone.name, "test", "1.0.0"}, abort);
  if (!enrolled) {
    trace_.note("it does not: {}", to_wire(enrolled.error().code));
    const auto after = phone.outbox();
    for (const auto& [op, line] : before)
      if (!after.contains(op))
        return verdict_.broken("{} lost op {} and still is the same person's", phone.name, op);
    return;
  }
  for (const auto& [op, line] : before) {
    if (line.state != "acked")
      return verdict_.broken("{} became another person's with an edit that it had not sent", phone.name);
    ledger_.excuse(op, "was on a phone that became another person's");
  }
  trace_.count(Happening::given_to_another);
  phone.look_up_token();
  phone.last_person = person;
  ++phone.life;
}

/// Somebody new, and their job, written one after the other where there is no network: the job is nobody's
/// before its participant is known.
void World::caseload_grows() {
  auto& phone = any_phone();
  if (!phone.is_open() || phone.disk_full || phone.person().empty()) return;
  Participant participant;
  participant.id = make_record_id(foreign_ids_, clock_.now());
  participant.code = fmt::format("P {}", secret_mark);
  participant.program = "pros";
  participant.status = "active";
  participant.specialist_id = phone.person();
  participant.entered_on = Date{std::chrono::year{2026} / 1 / 5};
  Job job;
  job.id = make_record_id(foreign_ids_, clock_.now());
  job.participant_id = participant.id;
  job.employer_id = made_.agency.employers[0];
  job.title = "Baker";
  job.hours_per_week = 20;
  job.starts_on = Date{std::chrono::year{2026} / 2 / 2};
  const auto before = phone.hold();
  save(phone, participant, "somebody new");
  if (going_on()) save(phone, job, "their job");
  std::string first, then;
  for (const auto& [op, line] : phone.hold()->outbox) {
    if (line.rid == participant.id) first = op;
    if (line.rid == job.id) then = op;
  }
  if (!first.empty() && !then.empty()) dependents_[then] = first;
}

/// No edit is refused because what it names, and was made before it, comes after it.
void World::check_dependents() {
  for (const auto& [op, before_it] : dependents_)
    if (site_->model().is_refused_op(op) && site_->model().find(before_it) != nullptr &&
        ledger_.at(before_it).excuse.empty())
      return verdict_.broken("job {} was refused, and its participant, made before it, came later", op);
}

/// A lead looks at the weeks of a team.
void World::lead_decides() {
  for (auto& phone : phones_) {
    if (!phone->is_open() || phone->person() != made_.agency.lena) continue;
    edit_approval(*phone);
    if (going_on()) sync_whole(*phone, false);
    return;
  }
}

// --- at the server
// ---------------------------------------------------------------------------------------------------

void World::import_fails() {
  if (!site_->is_up()) return;
  trace_.step("an import into the server's store fails at its second op");
  trace_.count(Happening::import_failed);
  site_->fail_an_import(foreign_ids_);
}

void World::schedule_changes() {
  if (!site_->is_up()) return;
  const auto& agency = made_.agency;
  const auto person = dice_.chance(60) ? agency.ana : agency.ben;
  trace_.step("an admin sets the schedule of {}", agency.name_of(person));
  site_->set_schedule(person, some_week(), dice_.between(4, 9) * 60);
}

/// A client sends an entry too far ahead, and the same again when it would not be: it was refused once.
void World::refused_comes_again() {
  if (!site_->is_up()) return;
  const auto person = made_.agency.ana;
  const auto token = token_of(person);
  if (!token) return;
  trace_.step("a client of {} sends an entry too early, and again", made_.agency.name_of(person));
  Entry entry;
  entry.specialist_id = person;
  entry.activity = Activity::job_search;
  entry.place = Place::library;
  entry.contact = Contact::in_person;
  entry.starts_at = clock_.now() + std::chrono::hours{24} + std::chrono::minutes{10};
  entry.ends_at = entry.starts_at + std::chrono::hours{1};
  entry.recorded_at = clock_.now();
  entry.note = std::string(secret_mark);
  Op op;
  op.op = make_op_id(foreign_ids_);
  op.rid = make_record_id(foreign_ids_, clock_.now());
  op.body = to_json(entry);
  send_raw(*token, {op});
  clock_.pass(std::chrono::hours{1});
  if (going_on()) send_raw(*token, {op});
}

void World::write_between() {
  if (!site_->is_up()) return;
  trace_.step("the server writes a place while the next page is read");
  site_->write_between_rows_and_marks(to_json(library_named(dice_.between(10, 99))));
  exchange();
}

void ServerSite::fail_an_import(RandomSource& random) {
  Op good;
  good.op = make_op_id(random);
  good.rid = numbered_id(901);
  good.type = RecordType::place;
  good.body = to_json(library_named(100));
  Op bad = good;
  bad.op = make_op_id(random);
  bad.rid = numbered_id(902);
  bad.type = RecordType::employer;
  bad.body = "{}";  // without a name
  const std::vector<server::AuthoredOp> ops = {{good, "", std::nullopt}, {bad, "", std::nullopt}};
  if (store_->import_ops(ops)) stage_.verdict.broken("an import with a wrong op was taken");
  if (disk_full_) return;
  if (!is_as_before()) stage_.verdict.broken("something of an import that failed has stayed");
}

void ServerSite::write_between_rows_and_marks(std::string place_body) {
  if (!disk_full_ && !plan_) place_between_ = std::move(place_body);
}

void ServerSite::happen_between() {
  if (place_between_.empty()) return;
  const auto body = std::exchange(place_between_, {});
  wrote_between_ = store_->write_record(RecordType::place, numbered_id(900), body, false, {}).has_value();
  if (wrote_between_) stage_.trace.count(Happening::read_between);
}

}  // namespace waymark::simulation
