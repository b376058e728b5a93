// Figures, times and codes in the pages' English. Nothing here decides anything: what counts is shared/'s.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/community/classify.h"
#include "shared/records/records.h"
#include "shared/tally/week_tally.h"
#include "shared/time/zone.h"

namespace waymark::server {

/// "61.1 %" rounded down, "–" where there was no work.
std::string percent_words(const Share& share);
/// "6 h 03 m", "45 m", "0 m".
std::string duration_words(std::int64_t seconds);
/// "152.8": hours with one decimal, rounded down.
std::string decimal_hours(std::int64_t seconds);
/// "1 edit", "3 edits".
std::string count_words(std::int64_t count, std::string_view one, std::string_view many = {});

std::string weekday_name(Date date);   ///< "Monday"
std::string short_weekday(Date date);  ///< "Mon"
std::string date_words(Date date);     ///< "16 November 2026"
std::string short_date(Date date);     ///< "Mon 16 Nov"
std::string week_words(Date first);    ///< "16 – 22 November 2026", "30 November – 6 December 2026"
std::string clock_words(Instant at, const Zone& zone);  ///< "16:10"
/// Within a day "18 min ago" or "2 h ago"; within six "Tue 16:10"; else "Tue 10 Nov 16:10".
std::string ago_words(Instant at, Instant now, const Zone& zone);
/// "Tue 16:10", or with the date when it is over six days from now.
std::string moment_words(Instant at, Instant now, const Zone& zone);

std::string_view activity_words(Activity activity);
std::string_view place_words(Place place);
std::string_view contact_words(Contact contact);
std::string_view leave_words(LeaveKind kind);
std::string_view program_words(std::string_view program);
std::string_view standing_words(Standing standing);  ///< ui.md's: Below, Meets minimum, …
std::string_view time_words(TimeKind time);
std::string_view reason_words(Reason reason);        ///< why, after "Counts as community: "
std::string_view absence_words(TagAbsence absence);  ///< why there is no position
/// A week's state; an open one is "Not submitted" once it is over.
std::string_view state_words(std::string_view state, bool over);
/// One exception with its time: "overlap of 12 m".
std::string exception_words(const TallyException& exception);

}  // namespace waymark::server
