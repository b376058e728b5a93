// What a lead's pages show: plain structs, no SQL, no HTTP.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/community/classify.h"
#include "shared/records/records.h"
#include "shared/sync/messages.h"
#include "shared/tally/tally_codec.h"
#include "syncserver/store/admin_types.h"
#include "syncserver/store/record_names.h"

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
  TallyOwner owner;
  std::shared_ptr<const WeekTally> tally;  ///< never null in what a desk gives
  std::vector<TrendWeek> trend;  ///< trend_weeks of them, oldest first; empty where it was another team's
  Share four_weeks, quarter;     ///< of this person's weeks that count (domain.md, tally rule 7)
  PhoneState phone;
  int held = 0;  ///< edits of this approved week that wait for the lead
  /// Entries and leave of this week that were edited on two devices, by record id.
  std::vector<std::string> conflicts;
  bool barred = false;      ///< the tally is wrong, or what it is made of unreadable: no approval
  bool is_viewer = false;   ///< the lead's own week: another lead approves it
  std::string mark;         ///< of all a decision rests on: it names what the lead has seen; "" if unreadable
  std::string return_note;  ///< of the latest return

  bool has_entries() const { return !tally->by_activity.empty(); }
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
  std::string head;          ///< the op that wrote it
  bool in_conflict = false;  ///< edited on two devices: who made it decides, not the lead
};

/// Something that was done with a week: handed in, taken back, approved, returned.
struct WeekStep {
  std::string state;  ///< what it was from then on: open, submitted, approved or returned
  std::string person_name;
  Instant at{};
  std::string note;  ///< of a return
};

/// Which weeks beside the shown one the reader may see, too.
struct WeeksAround {
  bool earlier = true, later = true, present = true;
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
  std::vector<WeekStep> steps;  ///< oldest first
  RecordNames names;
  bool may_approve = false;
  bool may_plan = false;  ///< schedule and leave: for the lead of the present team
  WeeksAround around;
};

/// One participant of the team's, with who looks after them.
struct ParticipantLine {
  Participant participant;
  std::string head;  ///< the op that wrote it: an edit names what it was made from
  std::string specialist_name;
  bool in_conflict = false;
};

struct ScheduleLine {
  Schedule schedule;
  std::string head;
  bool in_conflict = false;
};

/// A person of the team with their working time.
struct WorkingTime {
  PersonInfo person;
  std::vector<ScheduleLine> schedules;  ///< newest first
  std::vector<LeaveLine> leave;         ///< from four weeks ago on, by date
  bool may_schedule = false;            ///< a lead's own schedule is for another lead or an admin
};

/// One version of a record that has edits put aside.
struct AsideVersion {
  std::optional<AsideKind> kind;       ///< none: the version that stands
  std::string person_id, person_name;  ///< who wrote it; "" for the command line
  std::string device_name;             ///< "" for an edit made on the pages or by the server
  Instant received_at{};
  bool deleted = false;
  std::string body;                ///< "" where a refused edit was too large to keep
  std::optional<Verdict> verdict;  ///< of an entry, under the policy of its own week
  std::string message;             ///< of a refused one: what is wrong, in a sentence
};

/// Both sides (or more) of a record of the team's, for its lead.
struct AsideRecord {
  std::string rid;
  RecordType type = RecordType::entry;
  std::string person_id, person_name;  ///< whose record it is; "" for the agency's own
  std::optional<Date> week;            ///< of an entry or a leave day: the week its standing version is in
  std::optional<AsideVersion> stands;  ///< none: there is no version that was accepted
  std::vector<AsideVersion> beside;    ///< oldest first; empty once all is settled
  RecordNames names;
};

/// One line of the lead's list.
struct AsideLine {
  AsideOp op;
  std::string body;  ///< "" where it was too large to keep
};

/// Which of so many lines are read: from the first up to, not including, the second.
using ChoosePart = std::function<std::pair<std::size_t, std::size_t>(std::size_t count)>;

struct TeamAside {
  std::vector<AsideLine> lines;  ///< those chosen, oldest first
  std::size_t total = 0;
  RecordNames names;
};

/// What a lead decides about a week, as it was read.
struct WeekDecision {
  std::string person_id;
  Date week{};
  std::string mark;       ///< TeamRow::mark
  std::string note = {};  ///< of a return
};

}  // namespace waymark::server
