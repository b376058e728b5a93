// The team lead's desk: what the lead's pages read and do. Made and kept by CentralStore.
//
// As in central_store.h: any thread may call, rights are the store's own rules (sync.md, "Who may write"),
// each action has its audit row in its own transaction, refusals are values, and a failing machine throws.
#pragma once

#include <filesystem>

#include "shared/time/zone.h"
#include "syncserver/store/tally_memo.h"
#include "syncserver/store/team_types.h"

namespace waymark::server {

/// People and weeks whose stored tally midnight has made old.
using StaleWeeks = std::vector<std::pair<std::int64_t, Date>>;

class HealthBook;
class ReaderPool;
class Writer;
class Connection;
struct AgencyRules;

class TeamDesk {
 public:
  /// What the desk works with; all of it outlives the desk.
  struct Room {
    const Clock& clock;
    const Agency& agency;
    const Zone& zone;
    Writer& writer;
    ReaderPool& readers;
    const HealthBook& health;
  };
  explicit TeamDesk(Room room) : room_(room) {}

  Date today() const { return room_.zone.date_of(room_.clock.now()); }
  const Zone& zone() const { return room_.zone; }
  /// The first day of the week `date` lies in.
  Date week_containing(Date date) const;

  // --- Weeks
  // -------------------------------------------------------------------------------------------------
  /// The viewer's team, which only a lead has (forbidden otherwise). bad_date, field `start`: not the week's
  /// first day. Tallies that midnight has made old are made again first.
  Result<TeamPage> week(const Viewer& viewer, Date start);
  /// forbidden, not_found, bad_date as CentralStore::person_week.
  Result<SpecialistWeek> person_week(const Viewer& viewer, std::string_view person_id, Date start);

  /// Decide on the week as it was read. bad_request, field `mark`: something it rests on has changed since,
  /// or somebody else decided. forbidden: not the actor's team, or their own week. Approving: out_of_range,
  /// field `week_start`: the week is not over; others as for any approval (a wrong tally).
  Result<void> approve(const WeekDecision& decision, const Actor& actor);
  /// Gives the week back with a note; edits held for it are applied. missing, field `note`: without a note
  /// nobody knows what to do.
  Result<void> return_week(const WeekDecision& decision, const Actor& actor);

  // --- Edits put aside
  // ---------------------------------------------------------------------------------------
  /// Edits in conflict, held or refused (and not mended since) that are for this lead: of records of the
  /// team, and what its people got refused. Only what is chosen of them is read whole. forbidden for anybody
  /// who leads no team.
  Result<TeamAside> aside(const Viewer& viewer, const ChoosePart& choose);
  /// Every version of one of them. not_found: no such record. forbidden: another team's.
  Result<AsideRecord> aside_record(const Viewer& viewer, std::string_view rid);

  // --- Participants
  // ------------------------------------------------------------------------------------------
  /// Of everybody in the lead's team today: open cases by code, then the closed ones.
  Result<std::vector<ParticipantLine>> participants(const Viewer& viewer);
  Result<ParticipantLine> participant(const Viewer& viewer, std::string_view rid);  ///< not_found
  std::vector<std::string> programs();  ///< of the policy in force today
  /// The people a participant of the team can be assigned to.
  Result<std::vector<PersonInfo>> team_people(const Viewer& viewer);
  /// A new participant where `participant.id` is empty, else an edit of what `head` wrote. bad_request, field
  /// `head`: changed since. Others name the member.
  Result<void> save_participant(const Participant& participant, std::string_view head, const Actor& actor);

  // --- Working time
  // ------------------------------------------------------------------------------------------
  Result<WorkingTime> working_time(const Viewer& viewer, std::string_view person_id);
  /// What became of it: a leave day in an approved week is held until the week is returned.
  Result<OpStatus> save_schedule(const Schedule& schedule, const Actor& actor);
  Result<OpStatus> save_leave(const Leave& leave, const Actor& actor);
  Result<OpStatus> remove_leave(std::string_view rid, const Actor& actor);

 private:
  AgencyRules rules(Connection& connection) const;
  void settle(const StaleWeeks& stale);
  Result<void> decide(const WeekDecision& decision, ApprovalState state, const Actor& actor);

  Room room_;
  TallyMemo memo_;
};

}  // namespace waymark::server
