// Admins on the server, the web pages' hands, and clients that are broken or mean harm.
#include <algorithm>

#include "mobile/device/enrolment.h"
#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "shared/sync/message_codec.h"
#include "tests/simulation/world.h"

namespace waymark::simulation {
namespace {

/// An edit by someone who knows `head`.
Op edit_of(const ModelOp* head, RecordType type, const std::string& rid, std::string body,
           RandomSource& random) {
  Op op;
  op.op = make_op_id(random);
  op.rid = rid;
  op.type = type;
  op.body = std::move(body);
  if (head == nullptr) return op;
  op.parents = {head->op.op};
  op.anc = op.parents;
  for (const auto* list : {&head->op.parents, &head->op.anc})
    for (const auto& name : *list)
      if (op.anc.size() < max_ancestors && std::find(op.anc.begin(), op.anc.end(), name) == op.anc.end())
        op.anc.push_back(name);
  return op;
}

Entry stranger_entry(const std::string& specialist, Instant start, int number) {
  Entry entry;
  entry.specialist_id = specialist;
  entry.activity = Activity::job_search;
  entry.place = Place::library;
  entry.contact = Contact::in_person;
  entry.starts_at = start;
  entry.ends_at = start + std::chrono::hours{1};
  entry.recorded_at = start;
  entry.note = fmt::format("{} stranger {}", secret_mark, number);
  return entry;
}

}  // namespace

std::optional<std::string> World::token_of(const std::string& person) {
  for (const auto& [token, device] : site_->model().devices)
    if (device.person == person && !device.revoked) return token;
  return std::nullopt;
}

/// Past every phone: a client that speaks the protocol with a token it has.
std::vector<OpResult> World::send_raw(const std::string& token, const std::vector<Op>& ops) {
  SyncRequest request;
  request.app = "raw";
  request.device_time = clock_.now();
  request.limit = 1;
  std::vector<std::string> texts;
  for (const auto& op : ops) {
    texts.push_back(to_json(op));
    ledger_.enter_foreign(op);
  }
  device::HttpRequest http;
  http.path = "/v1/sync";
  http.token = token;
  http.body = to_json(request, texts);
  const auto answer = site_->handle(http);
  if (!answer || answer->status != 200) return {};
  const auto read = parse_sync_response(answer->body);
  return read ? read->results : std::vector<OpResult>{};
}

void World::admin_acts() {
  if (!site_->is_up()) return;
  const auto& agency = made_.agency;
  const auto specialist = dice_.pick(std::array{agency.ana, agency.ben, agency.cid});
  auto& phone = any_phone();
  switch (dice_.between(0, 8)) {
    case 0: {
      trace_.step("an admin sets the schedule of {}", agency.name_of(specialist));
      site_->set_schedule(specialist,
                          add_days(Date{std::chrono::year{2026} / 2 / 23}, 7 * dice_.between(0, 3)),
                          dice_.between(4, 9) * 60);
      break;
    }
    case 1: {
      Policy policy;
      const bool first = dice_.chance(50);
      policy.effective_from = first
                                  ? Date{std::chrono::year{2000} / 1 / 1}
                                  : add_days(Date{std::chrono::year{2026} / 2 / 23}, 7 * dice_.between(0, 2));
      policy.time_zone = agency_zone;
      policy.running_cap_hours = dice_.pick(std::array{4, 12, 24});
      policy.commute_is_work = dice_.chance(50);
      trace_.step("an admin writes a policy from {}", format_date(policy.effective_from));
      const bool written = site_->write_record(RecordType::policy, first ? agency.policy : numbered_id(850),
                                               to_json(policy), !first && dice_.chance(20));
      if (written) trace_.count(Happening::policy_written);
      break;
    }
    case 2: {
      const auto team = dice_.chance(50) ? "north" : "south";
      trace_.step("an admin moves {} to team {}", agency.name_of(specialist), team);
      site_->move_person(specialist, team,
                         add_days(Date{std::chrono::year{2026} / 2 / 23}, 7 * dice_.between(0, 2)));
      break;
    }
    case 3:
      trace_.step("an admin disables {}", agency.name_of(specialist));
      site_->set_disabled(specialist, true);
      break;
    case 4:
      trace_.step("an admin enables everybody");
      for (const auto& [person, about] : std::map(site_->model().people))
        if (about.disabled) site_->set_disabled(person, false);
      break;
    case 5:
      if (!dice_.chance(40)) break;
      trace_.step("an admin revokes {}", phone.name);
      site_->revoke(phone.token);
      break;
    case 6: {
      if (!dice_.chance(50)) break;
      const bool drained = dice_.chance(60);
      trace_.step("an admin orders {} to be wiped {}", phone.name, drained ? "once it is drained" : "now");
      trace_.count(drained ? Happening::wipe_drained : Happening::wipe_now);
      site_->order_wipe(phone.token, drained ? WipeOrder::drained : WipeOrder::now);
      break;
    }
    case 7: {
      KnownPlace place;
      place.name = fmt::format("Library {}", dice_.between(1, 9));
      place.kind = Place::library;
      place.lat = 42.65;
      place.lon = -73.75;
      trace_.step("an admin renames a place");
      site_->write_record(RecordType::place, numbered_id(900), to_json(place), false);
      break;
    }
    default:
      enrol_anew(phone, false);
  }
}

void World::enrol_anew(Phone& phone, bool good_network) {
  if (!phone.is_open() || !site_->is_up()) return;
  const auto person = phone.person().empty() ? phone.last_person : phone.person();
  const auto code = site_->new_code(person);
  trace_.step("{} is enrolled anew for {}", phone.name, made_.agency.name_of(person));
  if (code.empty()) return trace_.note("no code is given: the person is disabled");
  Road road(*site_,
            [&] {
              const int what = good_network ? 99 : dice_.between(0, 99);
              return what < 15   ? Fate::request_lost
                     : what < 35 ? Fate::answer_lost
                     : what < 45 ? Fate::repeated
                                 : Fate::arrives;
            },
            {});
  const auto before = phone.outbox();
  device::Abort abort;
  const device::EnrolmentRequest request{site_address, code, phone.name, "test", "1.0.0"};
  auto enrolled = device::enrol(phone.store(), phone.keys, road, phone.random, request, abort);
  // A lost answer is asked for again with the same code.
  if (!enrolled && dice_.chance(70))
    enrolled = device::enrol(phone.store(), phone.keys, road, phone.random, request, abort);
  const auto after = phone.outbox();
  for (const auto& [op, line] : before)
    if (!after.contains(op)) verdict_.broken("{} lost op {} by being enrolled anew", phone.name, op);
  if (!enrolled) return trace_.note("it does not succeed: {}", to_wire(enrolled.error().code));
  trace_.count(Happening::enrolled_anew);
  phone.look_up_token();
  ++phone.life;
}

/// A lead, at the pages or with another client, gives a participant to somebody else.
void World::reassign_participant() {
  if (!site_->is_up()) return;
  const auto& agency = made_.agency;
  const auto rid = dice_.pick(agency.participants);
  const auto* head = site_->model().head_of(rid);
  const auto token = token_of(dice_.chance(90) ? agency.lena : agency.sam);
  if (head == nullptr || !token) return;
  auto participant = read_stored<Participant>(head->op.body, rid);
  if (!participant) return;
  participant->specialist_id = dice_.pick(std::array{agency.ana, agency.ben, agency.lena});
  trace_.step("a lead gives participant {} to {}", rid, agency.name_of(participant->specialist_id));
  const auto results =
      send_raw(*token, {edit_of(head, RecordType::participant, rid, to_json(*participant), foreign_ids_)});
  if (!results.empty() && results[0].status == OpStatus::head) trace_.count(Happening::participant_moved);
}

void World::stranger_sends() {
  if (!site_->is_up()) return;
  const auto& agency = made_.agency;
  const auto& model = site_->model();
  const auto token = token_of(dice_.pick(std::array{agency.cid, agency.ana, agency.ben}));
  if (!token) return;
  const auto person = model.devices.at(*token).person;
  trace_.count(Happening::hostile_op);
  const auto rid = numbered_id((person == agency.ana   ? 0
                                : person == agency.ben ? 10
                                                       : 20) +
                               dice_.between(0, 2));
  const auto body = to_json(stranger_entry(person, some_start(), ++notes_));
  std::vector<std::string> known;
  for (const auto& [id, op] : model.ops()) known.push_back(id);
  switch (dice_.between(0, 7)) {
    case 0: {
      trace_.step("a client of {} sends a known op with another body", agency.name_of(person));
      auto op = model.find(dice_.pick(known))->op;
      op.body = body;
      send_raw(*token, {op});
      break;
    }
    case 1: {
      trace_.step("a client of {} sends known ops again", agency.name_of(person));
      std::vector<Op> again;
      for (int i = 0; i < 3; ++i) again.push_back(model.find(dice_.pick(known))->op);
      send_raw(*token, again);
      break;
    }
    case 2: {
      const auto other = person == agency.ana ? agency.ben : agency.ana;
      trace_.step("a client of {} writes an entry of {}", agency.name_of(person), agency.name_of(other));
      const auto theirs = numbered_id(other == agency.ana ? 0 : 10);
      send_raw(*token,
               {edit_of(model.head_of(theirs), RecordType::entry, theirs,
                        to_json(stranger_entry(dice_.chance(50) ? other : person, some_start(), ++notes_)),
                        foreign_ids_)});
      break;
    }
    case 3: {
      trace_.step("a client of {} sends an employer under the id of an entry", agency.name_of(person));
      send_raw(*token, {edit_of(model.head_of(rid), RecordType::employer, rid, R"({"name":"Bakery"})",
                                foreign_ids_)});
      break;
    }
    case 4:
    case 5: {
      // A chain of edits, the later ones first: each names up to 16 before it.
      trace_.step("a client of {} sends a chain of edits in the wrong order", agency.name_of(person));
      std::vector<Op> chain;
      const int length = dice_.chance(20) ? 17 : dice_.between(2, 6);
      const auto* head = model.head_of(rid);
      std::optional<ModelOp> before;
      if (head != nullptr) before = *head;
      for (int i = 0; i < length; ++i) {
        chain.push_back(edit_of(before ? &*before : nullptr, RecordType::entry, rid,
                                to_json(stranger_entry(person, some_start(), ++notes_)), foreign_ids_));
        before = ModelOp{chain.back(), "", {}, "", "", {}};
      }
      for (std::size_t i = chain.size(); i > 1; --i)
        std::swap(chain[i - 1], chain[static_cast<std::size_t>(dice_.between(0, static_cast<int>(i) - 1))]);
      send_raw(*token, chain);
      break;
    }
    case 6: {
      trace_.step("a client of {} sends a good op between two bad ones", agency.name_of(person));
      auto wrong = stranger_entry(person, some_start(), ++notes_);
      wrong.ends_at = wrong.starts_at - std::chrono::hours{1};
      auto alien = stranger_entry(agency.lena, some_start(), ++notes_);
      send_raw(*token, {edit_of(nullptr, RecordType::entry, numbered_id(700), to_json(wrong), foreign_ids_),
                        edit_of(model.head_of(rid), RecordType::entry, rid, body, foreign_ids_),
                        edit_of(nullptr, RecordType::entry, numbered_id(701), to_json(alien), foreign_ids_)});
      break;
    }
    default: {
      // It says what the head says, without knowing of it.
      const auto* head = model.head_of(rid);
      if (head == nullptr) break;
      trace_.step("a client of {} says of {} what the head says", agency.name_of(person), rid);
      auto op = edit_of(nullptr, RecordType::entry, rid, head->op.body, foreign_ids_);
      op.deleted = head->op.deleted;
      const auto results = send_raw(*token, {op});
      if (!results.empty() && results[0].status == OpStatus::superseded)
        trace_.count(Happening::superseded_equal);
    }
  }
}

void World::read_history() {
  if (!site_->is_up()) return;
  if (dice_.chance(50)) return read_week();
  const auto& model = site_->model();
  std::vector<std::string> rids, tokens;
  for (const auto& [rid, record] : model.records()) rids.push_back(rid);
  for (const auto& [token, device] : model.devices) tokens.push_back(token);
  device::HttpRequest request;
  request.method = "GET";
  const auto rid = dice_.chance(95) ? dice_.pick(rids) : numbered_id(999);
  request.path = "/v1/history/" + rid;
  request.token = dice_.pick(tokens);
  trace_.step("{} reads the history of {}", made_.agency.name_of(model.devices.at(request.token).person),
              rid);
  (void)site_->handle(request);
}

void World::read_week() {
  const auto& agency = made_.agency;
  const auto& model = site_->model();
  std::vector<std::string> tokens;
  for (const auto& [token, device] : model.devices) tokens.push_back(token);
  const auto person = dice_.chance(95)
                          ? dice_.pick(std::array{agency.ana, agency.ben, agency.cid, agency.lena})
                          : numbered_id(999);
  const auto start = add_days(some_week(), dice_.chance(90) ? 0 : 1);
  device::HttpRequest request;
  request.method = "GET";
  request.path = fmt::format("/v1/people/{}/week?start={}", person, format_date(start));
  request.token = dice_.pick(tokens);
  trace_.step("{} looks at the week of {} of {}", agency.name_of(model.devices.at(request.token).person),
              format_date(start), person);
  (void)site_->handle(request);
}

}  // namespace waymark::simulation
