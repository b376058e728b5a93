// What a lead's pages show: plain structs, no SQL, no HTTP.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/community/classify.h"
#include "shared/records/records.h"
#include "shared/sync/messages.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

/// The weeks of the line beside each name, the shown one last.
inline constexpr int trend_weeks = 12;

/// What the phones and tablets of one person have said of themselves, taken together.
struct PhoneState {
  bool enrolled = false;  ///< at least one device that is not revoked
  std::optional<Instant> last_contact, last_sync;
  std::int64_t waiting = 0, needs_you = 0;
  std::optional<Instant> oldest_waiting_at;
};

/// One week of somebody's past. `share` is none where nothing is known: no entry and no leave was ever made.
struct TrendWeek {
  Date week{};
  std::optional<Share> share;
  Standing standing = Standing::too_little;

  bool counts() const { return share && share->work_s > 0 && standing != Standing::too_little; }
};

/// One line of the team's week.
struct TeamRow {
  WeekView week;
  std::vector<TrendWeek> trend;  ///< trend_weeks of them, oldest first; empty where it was another team's
  Share four_weeks, quarter;     ///< of this person's weeks that count (domain.md, tally rule 7)
  PhoneState phone;
  int held = 0;            ///< edits of this approved week that wait for the lead
  int conflicts = 0;       ///< entries and leave of this week that were edited on two devices
  bool barred = false;     ///< verify found the tally wrong: no approval
  bool is_viewer = false;  ///< the lead's own week: another lead approves it
  std::string mark;        ///< of the entries as read: approving names it, so that nothing unseen is approved
  std::string return_note;  ///< of the latest return

  bool has_entries() const { return !week.tally.by_activity.empty(); }
};

struct TeamPage {
  std::string team;
  Date week_start{};
  Date this_week{};
  bool over = false;          ///< the week has ended
  bool running = false;       ///< it is the present one
  Policy policy;              ///< in force for the week
  std::vector<TeamRow> rows;  ///< by name
  Share pooled;
  std::optional<std::string> mean_share;
  int submitted = 0;          ///< weeks submitted or approved
  Share four_weeks, quarter;  ///< of everybody who was in the team in each of those weeks
  Date four_weeks_from{}, quarter_from{};
};

/// An entry in a specialist's week.
struct EntryLine {
  Entry entry;
  Verdict verdict;
  int versions = 1;
  int conflicts = 0;
  int held = 0;
};

/// An edit of an approved week that waits for the lead.
struct HeldEdit {
  std::string rid;
  RecordType type = RecordType::entry;
  SideOp edit;
  std::string head_body;  ///< "" where the record would be new
};

struct LeaveLine {
  Leave leave;
  std::string head;  ///< the op that wrote it
};

struct SpecialistWeek {
  TeamRow row;
  std::string team;
  Date this_week{};
  bool over = false;
  Policy policy;
  std::vector<EntryLine> entries;  ///< by start
  std::vector<LeaveLine> leave;    ///< of this week
  std::vector<HeldEdit> held;
  std::map<std::string, std::string> names;  ///< of employers, places and participants (their codes), by id
  bool may_approve = false;
};

/// One participant of the team's, with who looks after them.
struct ParticipantLine {
  Participant participant;
  std::string head;  ///< the op that wrote it: an edit names what it was made from
  std::string specialist_name;
};

struct ScheduleLine {
  Schedule schedule;
  std::string head;
};

/// A person of the team with their working time.
struct WorkingTime {
  PersonInfo person;
  std::vector<ScheduleLine> schedules;  ///< newest first
  std::vector<LeaveLine> leave;         ///< from four weeks ago on, by date
  bool may_schedule = false;            ///< a lead's own schedule is for another lead or an admin
};

/// A week to approve, as it was read.
struct WeekToApprove {
  std::string person_id;
  Date week{};
  std::string mark;  ///< TeamRow::mark
};

}  // namespace waymark::server
