// What people do on their phones.
#include <algorithm>

#include "mobile/device/records.h"
#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "tests/simulation/world.h"

namespace waymark::simulation {
namespace {

using device::Choice;
using device::NeedReason;
using device::Records;

constexpr int entries_each = 3;
constexpr Date first_week = Date{std::chrono::year{2026} / 2 / 23};

int first_entry_of(const Agency& agency, const std::string& person) {
  return person == agency.ana ? 0 : person == agency.ben ? 10 : person == agency.cid ? 20 : 30;
}

/// What a newer app wrote into a body (unknown_members), as it stands there; "" if nothing.
std::string mood_in(const std::string& body) {
  const auto at = body.find("\"mood\":");
  return at == std::string::npos ? std::string() : body.substr(at, std::string_view("\"mood\":1").size());
}

}  // namespace

void World::edit() {
  edit_on(any_phone());
}

void World::edit_on(Phone& phone, bool during_sync) {
  if (!phone.is_open()) return;
  const auto person = phone.person();
  if (person.empty()) return;
  if (during_sync) trace_.count(Happening::edit_during_sync);
  const bool is_lead = person == made_.agency.lena || person == made_.agency.sam;
  const int what = dice_.between(0, 99);
  if (is_lead && what < 45) return edit_approval(phone);
  if (is_lead && what < 55) return edit_schedule(phone);
  if (what < 50) return edit_entry(phone);
  if (what < 58) return delete_or_bring_back(phone);
  if (what < 67) return edit_leave(phone);
  if (what < 76) return edit_week(phone);
  if (what < 85) return edit_employer(phone);
  if (what < 93) return edit_participant(phone);
  edit_job(phone);
}

/// In one of three weeks, now and then over the edge of one.
Instant World::some_start() {
  const auto day = add_days(first_week, dice_.between(0, weeks_ == 1 ? 6 : 15));
  const bool late = weekday_index(day) == 6 && dice_.chance(70);
  return zone_.at(day, late ? 23 * 60 + 15 : dice_.between(8, 17) * 60);
}

Date World::some_week() {
  return add_days(first_week, 7 * dice_.between(0, weeks_ - 1));
}

/// Members that only the newer app writes; the others leave what they find.
std::string World::unknown_members(Phone& phone, const std::string& had) {
  if (phone.app != AppVersion::newer || dice_.chance(50)) return had;
  trace_.count(Happening::unknown_member);
  return fmt::format(R"({{"mood":{},"weather":{{"wet":true}}}})", dice_.between(1, 9));
}

void World::note_edit(Phone& phone, const Result<std::string>& made, const char* what) {
  const auto ops = phone.note_new_ops();
  if (phone.is_dead()) {
    if (made) phone.promise(*made);
    return;
  }
  if (!made) {
    trace_.count(Happening::edit_refused_here);
    trace_.note("{} is refused on {}: {}", what, phone.name, to_wire(made.error().code));
    if (!ops.empty()) verdict_.broken("{} kept an edit it said it had refused", phone.name);
    return;
  }
  trace_.count(Happening::edit);
  if (trace_.in_words())
    trace_.note("op {} of {}", made->substr(0, 8), ledger_.knows(*made) ? ledger_.at(*made).op.rid : "");
}

template <class R>
void World::save(Phone& phone, R record, const char* what) {
  const auto rid = record.id.empty() ? natural_id(Record{record}).value_or("") : record.id;
  const auto shown = Records(phone.store()).find<R>(rid);
  if (!shown) return;
  const auto had = *shown ? (*shown)->record.extra : std::string();
  const bool was_deleted = *shown && (*shown)->deleted;
  if (was_deleted) trace_.count(Happening::resurrection);
  record.id = rid;
  record.extra = unknown_members(phone, had);
  const auto body = to_json(record);
  trace_.step("{} writes {} {} {}", phone.name, what, rid, trace_.in_words() ? body : "");
  const auto held = phone.hold();
  const auto found = held->records.find(rid);
  const auto mood = found == held->records.end() ? std::string() : mood_in(found->second.body);
  const auto before = look_at(phone, rid);
  const auto edited = phone.store().edit(type_of(Record{record}), rid, body);
  note_edit(phone, edited, what);
  if (!edited || phone.is_dead()) return;
  check_names(phone, *edited, before, false);
  const auto now = Records(phone.store()).find<R>(rid);
  if (!now || !*now || (*now)->op != *edited || (*now)->deleted)
    return verdict_.broken("{} does not show an edit it acknowledged", phone.name);
  const bool lost = phone.app == AppVersion::usual && mood_in(body) != mood;
  if (lost || (*now)->record.extra != record.extra)
    verdict_.broken("{} lost members it does not know", phone.name);
}

template void World::save(Phone& phone, Participant record, const char* what);
template void World::save(Phone& phone, Job record, const char* what);

void World::edit_entry(Phone& phone) {
  const auto person = phone.person();
  const auto rid = numbered_id(first_entry_of(made_.agency, person) + dice_.between(0, entries_each - 1));
  const auto shown = Records(phone.store()).find<Entry>(rid);
  Entry entry;
  if (shown && *shown) entry = (*shown)->record;
  const bool is_new = entry.id.empty();
  entry.id = rid;
  entry.specialist_id = person;
  if (is_new || dice_.chance(60)) {
    entry.activity = dice_.chance(60) ? Activity::employer_visit : Activity::job_search;
    entry.place = dice_.chance(70) ? Place::employer_site : Place::library;
    entry.contact = Contact::in_person;
    entry.starts_at = some_start();
    entry.ends_at = entry.starts_at + std::chrono::minutes{dice_.between(1, 8) * 15};
    if (dice_.chance(10)) entry.ends_at.reset();
    entry.utc_offset_min = zone_.offset_minutes(entry.starts_at);
    entry.recorded_at = entry.starts_at;
    entry.employer_id = dice_.chance(40) ? dice_.pick(made_.agency.employers) : "";
    entry.participant_id = dice_.chance(40) ? dice_.pick(made_.agency.participants) : "";
  }
  // Now and then the same words, so that two devices say the same.
  entry.note = dice_.chance(15) ? std::string("the usual ") + std::string(secret_mark)
                                : fmt::format("{} {}", secret_mark, ++notes_);
  if (dice_.chance(4)) entry.ends_at = entry.starts_at - std::chrono::hours{1};
  if (dice_.chance(4)) {
    entry.starts_at = clock_.now() + std::chrono::hours{24} + std::chrono::minutes{dice_.between(-20, 20)};
    entry.ends_at = entry.starts_at + std::chrono::hours{1};
  }
  save(phone, entry, "an entry");
}

void World::edit_leave(Phone& phone) {
  Leave leave;
  leave.specialist_id = phone.person();
  leave.date = add_days(some_week(), dice_.between(0, 1));
  leave.kind = LeaveKind::sick;
  leave.minutes = dice_.between(1, 8) * 60;
  save(phone, leave, "leave");
}

void World::edit_week(Phone& phone) {
  WeekRecord week;
  week.specialist_id = phone.person();
  week.week_start = some_week();
  week.state = dice_.chance(70) ? WeekRecordState::submitted : WeekRecordState::open;
  if (week.state == WeekRecordState::submitted) trace_.count(Happening::week_submitted);
  save(phone, week, "the state of a week");
}

void World::edit_employer(Phone& phone) {
  const auto rid = dice_.pick(made_.agency.employers);
  const auto shown = Records(phone.store()).find<Employer>(rid);
  Employer employer;
  if (shown && *shown) employer = (*shown)->record;
  employer.id = rid;
  if (employer.name.empty()) employer.name = "Bakery";
  employer.next_step = fmt::format("call {}", dice_.between(1, 6));
  save(phone, employer, "an employer");
}

void World::edit_participant(Phone& phone) {
  const auto rid = dice_.pick(made_.agency.participants);
  const auto shown = Records(phone.store()).find<Participant>(rid);
  if (!shown || !*shown) return;
  auto participant = (*shown)->record;
  participant.status = dice_.chance(50) ? "active" : fmt::format("step {}", dice_.between(1, 5));
  save(phone, participant, "a participant");
}

void World::edit_job(Phone& phone) {
  const int number = dice_.between(0, 2);
  const auto rid = numbered_id(820 + number);
  const auto shown = Records(phone.store()).find<Job>(rid);
  Job job;
  if (shown && *shown) job = (*shown)->record;
  job.id = rid;
  if (job.participant_id.empty()) job.participant_id = dice_.pick(made_.agency.participants);
  if (job.employer_id.empty()) job.employer_id = made_.agency.employers[0];
  job.title = fmt::format("Baker {}", dice_.between(1, 5));
  job.starts_on = Date{std::chrono::year{2026} / 2 / 2};
  job.hours_per_week = dice_.between(1, 40);
  save(phone, job, "a job");
}

void World::edit_approval(Phone& phone) {
  Approval approval;
  approval.specialist_id = dice_.chance(85) ? (phone.person() == made_.agency.sam ? made_.agency.cid
                                               : dice_.chance(70)                 ? made_.agency.ana
                                                                                  : made_.agency.ben)
                                            : dice_.pick(std::array{made_.agency.cid, made_.agency.lena});
  approval.week_start = some_week();
  approval.state = dice_.chance(55) ? ApprovalState::approved : ApprovalState::returned;
  trace_.count(approval.state == ApprovalState::approved ? Happening::week_approved
                                                         : Happening::week_returned);
  save(phone, approval, approval.state == ApprovalState::approved ? "an approval" : "a return");
}

void World::edit_schedule(Phone& phone) {
  waymark::Schedule schedule;
  schedule.specialist_id = dice_.pick(std::array{made_.agency.ana, made_.agency.ben, made_.agency.cid});
  schedule.effective_from = add_days(first_week, 7 * dice_.between(0, 3));
  schedule.minutes = {480, 480, 480, 480, dice_.between(1, 8) * 60, 0, 0};
  save(phone, schedule, "a schedule");
}

void World::delete_or_bring_back(Phone& phone) {
  std::vector<std::string> rids;
  for (const auto& [rid, record] : phone.records())
    if (record.has_body && (record.type == RecordType::entry || record.type == RecordType::leave ||
                            record.type == RecordType::approval || record.type == RecordType::employer))
      rids.push_back(rid);
  if (rids.empty()) return;
  const auto rid = dice_.pick(rids);
  const bool deleted = dice_.chance(70);
  trace_.step("{} {} {}", phone.name, deleted ? "deletes" : "brings back", rid);
  const auto before = look_at(phone, rid);
  const auto made = phone.store().set_deleted(rid, deleted);
  note_edit(phone, made, deleted ? "a delete" : "a return to life");
  if (made) check_names(phone, *made, before, false);
  if (made) trace_.count(deleted ? Happening::delete_ : Happening::resurrection);
}

// --- what an edit names
// ---------------------------------------------------------------------------------------

World::Known World::look_at(Phone& phone, const std::string& rid) {
  Known known;
  const auto held = phone.hold();
  if (const auto found = held->records.find(rid); found != held->records.end()) {
    known.tip = found->second.tip;
    known.row_op = found->second.row_op;
  }
  if (const auto found = held->sides.find(rid); found != held->sides.end()) known.sides = found->second;
  return known;
}

/// sync.md, "On the device": parents = [tip], anc = parents and the tip's anc, the first 16; settling names
/// the server's head and every listed conflict as well.
void World::check_names(Phone& phone, const std::string& op_id, const Known& before, bool settling) {
  if (!going_on() || phone.is_dead() || op_id == before.tip) return;  // the last: what was shown already
  if (stage_.by_outcome) return;  // a wrong name shows in what comes of it
  const auto& op = ledger_.at(op_id).op;
  std::vector<std::string> parents;
  const auto add = [](std::vector<std::string>& list, const std::string& name) {
    if (!name.empty() && std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
  };
  add(parents, before.tip);
  if (settling) {
    add(parents, before.row_op);
    for (const auto& side : before.sides) add(parents, side);
  }
  for (const auto& parent : parents)
    if (std::find(op.parents.begin(), op.parents.end(), parent) == op.parents.end())
      return verdict_.broken("an edit made on {} does not name {}", phone.name, parent);
  if (!settling && op.parents != parents)
    return verdict_.broken("an edit made on {} names more than its tip", phone.name);
  auto anc = op.parents;
  if (const auto* tip = ledger_.find_op(before.tip))
    for (const auto* list : {&tip->parents, &tip->anc})
      for (const auto& name : *list) add(anc, name);
  if (anc.size() > max_ancestors) anc.resize(max_ancestors);
  if (op.anc != anc) verdict_.broken("an edit made on {} does not name the ancestors of its tip", phone.name);
}

// --- what needs a person
// -----------------------------------------------------------------------------------------

void World::settle() {
  settle_on(any_phone());
}

void World::settle_on(Phone& phone) {
  if (!phone.is_open()) return;
  const auto needs = phone.store().needs_you();
  if (!needs || needs->empty()) return;
  const auto& need = dice_.pick(*needs);
  const int how = dice_.between(0, 3);
  if (how == 0 && need.reason == NeedReason::refused) {
    trace_.step("{} discards the refused edits of {}", phone.name, need.rid);
    std::vector<std::string> refused;
    for (const auto& [op, line] : phone.outbox())
      if (line.rid == need.rid && line.state == "refused") refused.push_back(op);
    if (const auto done = phone.store().discard_refused(need.rid); !done) {
      // Discarding is a write, too.
      if (phone.disk_full)
        return trace_.note("a discard is refused on {}: {}", phone.name, to_wire(done.error().code));
      return verdict_.broken("{} cannot discard a refused edit", phone.name);
    }
    for (const auto& op : refused) ledger_.at(op).discarded = true;
    trace_.count(Happening::discarded);
    return;
  }
  if (how == 1) {
    trace_.step("{} settles {} by an edit", phone.name, need.rid);
    const auto before = look_at(phone, need.rid);
    const auto made = phone.store().resolve(need.rid, need.mine.body);
    note_edit(phone, made, "a settling edit");
    if (made) check_names(phone, *made, before, true);
    trace_.count(Happening::settled_by_edit);
    return;
  }
  const auto choice = how == 2 ? Choice::keep_mine : Choice::keep_theirs;
  trace_.step("{} settles {} with {}", phone.name, need.rid, how == 2 ? "its own side" : "the other side");
  if (need.reason == NeedReason::refused && choice == Choice::keep_theirs)
    for (const auto& [op, line] : phone.outbox())
      if (line.rid == need.rid && line.state == "refused") ledger_.at(op).discarded = true;
  const auto before = look_at(phone, need.rid);
  const auto settled = phone.store().settle(need.rid, choice);
  const auto ops = phone.note_new_ops();
  for (const auto& op : ops) check_names(phone, op, before, true);
  if (!settled) {
    // A body may have become wrong since: a clock set back makes a start lie too far ahead.
    trace_.note("refused: {}", to_wire(settled.error().code));
    if (!ops.empty()) verdict_.broken("{} kept an edit it said it had refused", phone.name);
    return;
  }
  trace_.count(how == 2 ? Happening::settled_mine : Happening::settled_theirs);
}

}  // namespace waymark::simulation
