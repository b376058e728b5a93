// What is said of a team's week and of the people in it, in words. The figures are the server's; this only
// chooses words, and says what a lead should look at first.
#pragma once

#include <QString>
#include <QStringList>

#include "mobile/app/week_texts.h"
#include "mobile/device/team_weeks.h"

namespace waymark::app {

/// From where and when a team's week is looked at.
struct TeamView {
  const device::TeamAnswer& answer;
  const Policy& policy;
  const Zone& zone;
  WeekTense tense = WeekTense::present;
  Instant now{};
};

/// "3 of 8 submitted".
QString submittedText(const TeamWeek& week);
/// How complete the data is: "All phones heard from in the last day", or "2 not heard from since Tue 17 Nov
/// 16:10: provisional".
QString heardText(const TeamView& view);
bool isComplete(const TeamWeek& week);
/// "As of today 11:19".
QString asOfText(const TeamView& view);
/// Why a lead should look at this person first, the weightiest reason first (ui.md, Team week).
struct Concerns {
  int rank = 0;  ///< of the weightiest; people with a lower one come first
  QStringList reasons;
  bool says_empty = false;  ///< that nothing was logged is among them
  /// "Below 50 % · 2 gaps"; "" if nothing asks for a look.
  QString text() const;
};
Concerns concernsOf(const PersonWeek& person, const TeamView& view);
/// "Submitted", as said of somebody else.
QString weekStateText(const PersonWeek& person);
/// "Last sync today 10:58", "Never synced".
QString lastSyncText(const PersonWeek& person, const TeamView& view);
/// "4 of 6 employer contacts".
QString contactsText(const EmployerContacts& contacts);
/// "No entries yet, last heard from Tue 17 Nov 16:10"; "" where something was logged. Empty is not zero.
QString emptyText(const PersonWeek& person, const TeamView& view);
/// An exception's kind with how often it came and how long in all: "2 gaps, 1 h 20 m".
QString exceptionCountText(ExceptionCode code, int count, std::int64_t seconds);

}  // namespace waymark::app
