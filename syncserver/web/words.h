// The domain's codes in the pages' English; figures and times are figures.h's. Nothing here decides anything:
// what counts is shared/'s.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/community/classify.h"
#include "shared/records/records.h"
#include "shared/tally/week_tally.h"
#include "syncserver/store/admin_types.h"

namespace waymark::server {

std::string_view role_words(Role role);
/// "Entry", "Leave"; "Unreadable" for none.
std::string_view type_words(std::optional<RecordType> type);
std::string_view job_words(JobKind kind);
std::string_view activity_words(Activity activity);
std::string_view place_words(Place place);
std::string_view contact_words(Contact contact);
std::string_view leave_words(LeaveKind kind);
std::string_view program_words(std::string_view program);
std::string_view kind_words(AsideKind kind);         ///< why an edit did not simply go in
std::string_view standing_words(Standing standing);  ///< ui.md's: Below, Meets minimum, …
std::string_view time_words(TimeKind time);
std::string_view reason_words(Reason reason);  ///< why, after "Counts as community: "
/// "Counts as community: service in the community". A no-show's cap and what rests on a policy are said too.
std::string verdict_words(const Verdict& verdict);
std::string_view absence_words(TagAbsence absence);  ///< why there is no position
/// A week's state; an open one is "Not submitted" once it is over.
std::string_view state_words(std::string_view state, bool over);
/// One exception with its time: "overlap of 12 m".
std::string exception_words(const TallyException& exception);

}  // namespace waymark::server
