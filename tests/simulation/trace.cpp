#include "tests/simulation/trace.h"

namespace waymark::simulation {
namespace {

constexpr std::array<std::string_view, happenings> all_words = {
    "edits",
    "deletes",
    "records brought back",
    "edits refused by the phone itself",
    "edits of bodies with unknown members",
    "settled with one's own",
    "settled with the other's",
    "settled by an edit",
    "refused edits discarded",
    "conflicts",
    "edits held",
    "held edits replayed",
    "late news (superseded)",
    "edits equal to the head",
    "refused as invalid",
    "refused as forbidden",
    "whole syncs",
    "requests lost",
    "answers lost",
    "answers cut short",
    "requests repeated",
    "requests delayed",
    "answers late",
    "answers dropped as of other marks",
    "edits during a sync",
    "rows of unknown types passed over",
    "upgrade required",
    "restores found out",
    "changes of sight",
    "weeks submitted",
    "weeks approved",
    "weeks returned",
    "participants reassigned",
    "people moved to another team",
    "schedules written",
    "policies written",
    "people disabled",
    "devices revoked",
    "wipes once drained",
    "wipes now",
    "enrolled anew",
    "clock jumps",
    "jumps of the server's clock",
    "server killed",
    "server killed inside a request",
    "server's power cut",
    "server's disk full",
    "server restored",
    "backups",
    "phones killed",
    "phones killed inside a write",
    "phones' power cut",
    "phones' disk full",
    "phones restored",
    "phones cloned",
    "hostile ops",
    "op ids reused",
    "histories read",
    "weeks read",
    "writes between rows and marks",
    "location tags removed",
    "phones given to another person",
    "imports that failed halfway",
    "exchanges during a backup",
};

}  // namespace

std::string_view words(Happening happening) {
  return all_words[static_cast<std::size_t>(happening)];
}

}  // namespace waymark::simulation
