#include "mobile/app/team_texts.h"

#include <algorithm>
#include <optional>

#include "mobile/app/code_texts.h"
#include "mobile/app/text_contexts.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

/// As long as the server's own count of those heard from looks back (sync.md, `heard_from`).
constexpr auto heard_within = std::chrono::hours{24};

bool wasHeardFrom(const PersonWeek& person, Instant at) {
  return person.last_contact && *person.last_contact >= at - heard_within;
}

int countOf(const WeekTally& tally, ExceptionCode code) {
  return static_cast<int>(std::count_if(tally.exceptions.begin(), tally.exceptions.end(),
                                        [code](const TallyException& e) { return e.code == code; }));
}

}  // namespace

QString submittedText(const TeamWeek& week) {
  return TeamTexts::tr("%1 of %2 submitted").arg(week.submitted).arg(week.people.size());
}

bool isComplete(const TeamWeek& week) {
  return week.heard_from >= static_cast<int>(week.people.size());
}

QString heardText(const TeamView& view) {
  const TeamWeek& week = view.answer.week;
  if (isComplete(week)) return TeamTexts::tr("Everyone was heard from in the last 24 hours");
  std::optional<Instant> longest_ago;
  int silent = 0;
  bool never = false;
  for (const PersonWeek& person : week.people) {
    if (wasHeardFrom(person, view.answer.fetched_at)) continue;
    ++silent;
    if (person.last_contact)
      longest_ago = std::min(longest_ago.value_or(*person.last_contact), *person.last_contact);
    else
      never = true;
  }
  // The server counted by its own clock; where the two differ by a moment, its number is the one that holds.
  const int count = std::max(silent, static_cast<int>(week.people.size()) - week.heard_from);
  if (never || !longest_ago)
    return TeamTexts::tr("Provisional: %n not heard from in the last 24 hours", nullptr, count);
  return TeamTexts::tr("Provisional: %n not heard from, the longest since %1", nullptr, count)
      .arg(momentWithinText(*longest_ago, view.zone, view.now));
}

QString asOfText(const TeamView& view) {
  return TeamTexts::tr("As of %1").arg(momentWithinText(view.answer.fetched_at, view.zone, view.now));
}

QString Concerns::text() const {
  QString all = reasons.join(QStringLiteral(" · "));
  if (!all.isEmpty()) all[0] = all[0].toUpper();
  return all;
}

Concerns concernsOf(const PersonWeek& person, const TeamView& view) {
  Concerns concerns;
  int rank = 0;
  const auto add = [&](const QString& reason) {
    if (concerns.reasons.isEmpty()) concerns.rank = rank;
    concerns.reasons << reason;
  };
  // As on the server's pages (team_attention.cpp): nothing is no share, and of whom nothing is due nothing is
  // missing.
  const bool logged = !person.tally.by_activity.empty();
  const bool due = person.tally.scheduled_s > 0;
  if (!logged && due && view.tense != WeekTense::future) {
    add(TeamTexts::tr("no entries yet"));
    concerns.says_empty = true;
  } else if (logged && person.tally.standing == Standing::below) {
    add(TeamTexts::tr("below %1 %").arg(view.policy.minimum_percent));
  }
  ++rank;
  // Of the week that is running nothing is missing yet.
  if (view.tense == WeekTense::past && person.owner.state == "open" && (due || logged))
    add(TeamTexts::tr("not submitted"));
  if (person.owner.state == "returned") add(TeamTexts::tr("returned, not submitted again"));
  ++rank;
  if (!wasHeardFrom(person, view.answer.fetched_at))
    add(person.last_contact ? TeamTexts::tr("not heard from since %1")
                                  .arg(momentWithinText(*person.last_contact, view.zone, view.now))
                            : TeamTexts::tr("never heard from"));
  ++rank;
  for (const ExceptionCode code :
       {ExceptionCode::overlap, ExceptionCode::gap, ExceptionCode::incomplete, ExceptionCode::long_running})
    if (const int count = countOf(person.tally, code); count > 0) add(exceptionCountText(code, count, 0));
  return concerns;
}

QString weekStateText(const PersonWeek& person) {
  const std::string& state = person.owner.state;
  if (state == "submitted") return TeamTexts::tr("Submitted");
  if (state == "approved") return TeamTexts::tr("Approved");
  if (state == "returned") return TeamTexts::tr("Returned");
  return TeamTexts::tr("Open");
}

QString lastSyncText(const PersonWeek& person, const TeamView& view) {
  if (!person.last_sync) return TeamTexts::tr("Never synced");
  return TeamTexts::tr("Last sync %1").arg(momentWithinText(*person.last_sync, view.zone, view.now));
}

QString contactsText(const EmployerContacts& contacts) {
  return TeamTexts::tr("%1 of %2 employer contacts").arg(contacts.total).arg(contacts.goal);
}

QString emptyText(const PersonWeek& person, const TeamView& view) {
  const WeekTally& tally = person.tally;
  if (tally.logged_s > 0 || tally.not_worked_s > 0 || !tally.exceptions.empty()) return {};
  if (view.tense == WeekTense::future) return TeamTexts::tr("Nothing yet: the week is still to come");
  if (!person.last_contact) return TeamTexts::tr("No entries yet, never heard from");
  return TeamTexts::tr("No entries yet, last heard from %1")
      .arg(momentWithinText(*person.last_contact, view.zone, view.now));
}

QString exceptionCountText(ExceptionCode code, int count, std::int64_t seconds) {
  QString what;
  switch (code) {
    case ExceptionCode::overlap:
      what = TeamTexts::tr("%n overlap(s)", nullptr, count);
      break;
    case ExceptionCode::gap:
      what = TeamTexts::tr("%n gap(s)", nullptr, count);
      break;
    case ExceptionCode::incomplete:
      what = TeamTexts::tr("%n without a place", nullptr, count);
      break;
    case ExceptionCode::long_running:
      what = TeamTexts::tr("%n running very long", nullptr, count);
      break;
    case ExceptionCode::late:
      what = TeamTexts::tr("%n entered more than a day late", nullptr, count);
      break;
    case ExceptionCode::clock:
      what = TeamTexts::tr("%n with a wrong phone clock", nullptr, count);
      break;
    case ExceptionCode::untagged:
      what = TeamTexts::tr("%n without a location tag", nullptr, count);
      break;
  }
  if (seconds < 60) return what;
  return TeamTexts::tr("%1: %2").arg(what, durationText(std::chrono::seconds{seconds}));
}

}  // namespace waymark::app
