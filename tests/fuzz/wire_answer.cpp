// Every answer as a device (or a page) reads it: of sync, of enrolment, history, a team's week, errors; and
// the enrolment request and the stored tally, which are read from outside too. What is read is written and
// read back equal.
#include "shared/sync/message_codec.h"
#include "shared/tally/team_week.h"
#include "tests/fuzz/fuzz_target.h"

using namespace waymark;
using waymark::fuzz::must;

namespace {

/// Rows of types from the future are passed over, so only what is left can be compared.
void sync_response(std::string_view text) {
  const auto response = parse_sync_response(text);
  if (!response) return;
  const auto written = to_json(*response);
  const auto again = parse_sync_response(written);
  must(again.has_value(), "a written sync answer is read", written);
  must(again->diverged == response->diverged && again->wipe == response->wipe &&
           again->protocol == response->protocol && again->server_time == response->server_time,
       "a sync answer comes back equal", written);
  if (response->diverged) return;
  must(again->rescope == response->rescope, "a scope comes back equal", written);
  if (response->rescope) return;
  must(again->scope == response->scope && again->next == response->next && again->high == response->high &&
           again->more == response->more && again->safe_seq == response->safe_seq,
       "marks come back equal", written);
  must(again->rows == response->rows, "rows come back equal", written);
  must(again->results.size() == response->results.size(), "no result is lost", written);
  for (std::size_t i = 0; i < again->results.size(); ++i) {
    auto expected = response->results[i];
    if (is_refused(expected.status)) {  // which hold no place on the chain
      expected.seq = 0;
      expected.chain.clear();
    }
    must(again->results[i] == expected, "a result comes back equal", written);
  }
}

void enrolment(std::string_view text) {
  if (const auto request = parse_enroll_request(text)) {
    const auto written = to_json(*request);
    const auto again = parse_enroll_request(written);
    must(again && again->code == request->code && again->token == request->token &&
             again->device_name == request->device_name && again->platform == request->platform &&
             again->app == request->app,
         "a written enrolment is read back equal", written);
  }
  if (const auto response = parse_enroll_response(text)) {
    const auto written = to_json(*response);
    const auto again = parse_enroll_response(written);
    must(again && again->device_id == response->device_id && again->person_id == response->person_id &&
             again->person_name == response->person_name && again->role == response->role &&
             again->agency_name == response->agency_name && again->time_zone == response->time_zone &&
             again->server_time == response->server_time,
         "a written enrolment answer is read back equal", written);
  }
}

void history(std::string_view text) {
  const auto read = parse_history(text);
  if (!read) return;
  const auto written = to_json(*read);
  const auto again = parse_history(written);
  must(again && again->rid == read->rid && again->type == read->type && again->ops.size() == read->ops.size(),
       "a written history is read", written);
  must(to_json(*again) == written, "and is written the same again", written);
}

void error(std::string_view text) {
  const auto answer = parse_error(text);  // which takes anything at all
  const auto written = error_json(answer.error, answer.wipe);
  const auto again = parse_error(written);
  must(again.error == answer.error && again.wipe == answer.wipe, "a written error is read back equal",
       written);
}

void stored_tally(std::string_view text) {
  const auto tally = tally_from_stored_json(text);
  if (!tally) return;
  const auto written = to_stored_json(*tally);
  const auto again = tally_from_stored_json(written);
  must(again && to_stored_json(*again) == written, "a stored tally is written the same again", written);
  const auto shown = to_json(*tally, {"p", "n", "open"});
  must(!shown.empty() && shown.front() == '{', "and can be shown", written);
}

void team_week(std::string_view text) {
  const auto week = parse_team_week(text);
  if (!week) return;
  const auto written = to_json(*week);
  const auto again = parse_team_week(written);
  must(again && *again == *week, "a written team week is read back equal", written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  sync_response(text);
  enrolment(text);
  history(text);
  error(text);
  stored_tally(text);
  team_week(text);
  return 0;
}
