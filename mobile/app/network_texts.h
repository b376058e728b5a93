// What the pages Employers and Participants say: dates near today, visits, next steps, dues and jobs.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "shared/records/records.h"
#include "shared/tally/follow_along.h"
#include "shared/time/zone.h"

namespace waymark::app {

class FieldLog;

struct NetworkTexts {
  Q_DECLARE_TR_FUNCTIONS(NetworkTexts)
};

/// "today", "tomorrow", "yesterday", "Fri 20 Nov", with its year where that is another.
QString nearDateText(Date date, Date today);
/// "today", "yesterday", "16 days ago", "5 weeks ago", "8 months ago".
QString agoText(Date date, Date today);
/// "Last visit Tue 3 Nov, 16 days ago", or that there was none yet.
QString lastVisitText(std::optional<Instant> last, const Zone& zone, Date today);
/// "2 visits this week"; "" for none.
QString visitsText(int visits);

/// overdue | today | soon (within a week) | later | undated | none
QString nextStepState(const Employer& employer, Date today);
/// "Bring two résumés · overdue since Mon 16 Nov"; "" if there is no next step.
QString nextStepText(const Employer& employer, Date today);

/// "Contact within the week before the start", "Weekly contact 2 of 4", "2 contacts of 30 minutes this
/// month".
QString dueKindText(const Due& due);
/// The same with its date: "… · by Fri 20 Nov", "… · from tomorrow".
QString dueText(const Due& due, Date today);
/// "Overdue since Mon 16 Nov"; "" if nothing is.
QString overdueText(const std::optional<Date>& since, Date today);
/// met | open | upcoming | missed, in words.
QString toText(DueState state);
/// What a first contact came to: "After 8 days, on Tue 12 May", "Not yet, day 12".
QString firstContactText(const FirstContact& contact, Date entered_on, Date today);

QString toText(JobKind kind);
/// "Stock clerk at Harbor Lane Bakery, 18 h a week".
QString jobText(const FieldLog& log, const Job& job);
/// "since Mon 4 May 2026", "Mon 4 May – Fri 29 May", "from Mon 30 Nov".
QString jobDatesText(const Job& job, Date today);
/// active, employed, paused, closed; any other word of the agency's as it is.
QString statusText(const std::string& status);

/// A day as people type it: 2026-11-24, 11/24, 24.11., 24 Nov; in a year that lies nearest to `today` where
/// none is given. None for anything else.
std::optional<Date> parseDay(const QString& text, Date today);

}  // namespace waymark::app
