// What a schedule did: its steps in words, numbered, for whoever has to understand a failure, and how often
// each thing that the simulation is there for came about. Words are only made when somebody will read them.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::simulation {

/// What a run is to exercise. A fault that never happens is a hole in the test.
enum class Happening {
  edit,
  delete_,
  resurrection,
  edit_refused_here,
  unknown_member,
  settled_mine,
  settled_theirs,
  settled_by_edit,
  discarded,
  conflict,
  held,
  replay,
  superseded,
  superseded_equal,
  refused_invalid,
  refused_forbidden,
  sync,
  request_lost,
  answer_lost,
  answer_cut,
  repeated,
  request_delayed,
  answer_late,
  answer_dropped,
  edit_during_sync,
  unknown_type_passed_over,
  upgrade_required,
  diverged,
  rescope,
  week_submitted,
  week_approved,
  week_returned,
  participant_moved,
  person_moved,
  schedule_written,
  policy_written,
  person_disabled,
  device_revoked,
  wipe_drained,
  wipe_now,
  enrolled_anew,
  clock_jump,
  server_clock_jump,
  server_killed,
  server_killed_in_request,
  server_power_cut,
  server_disk_full,
  server_restored,
  backup,
  phone_killed,
  phone_killed_in_write,
  phone_power_cut,
  phone_disk_full,
  phone_restored,
  phone_cloned,
  hostile_op,
  op_reused,
  history_read,
  week_read,
  read_between,
  tag_removed,
  given_to_another,
  import_failed,
  op_during_backup,
  restored_with_journal,
  killed_in_journal,
  journal_full,
  reader_found_restore,
  record_doubled,
  wrong_tally,
  sync_overlapped,
  phone_disk_erred,
  phone_read_only,
  server_disk_erred,
  server_read_only,
  server_put_back,
};
inline constexpr std::size_t happenings = static_cast<std::size_t>(Happening::server_put_back) + 1;

/// A few words: "the answer is lost".
std::string_view words(Happening happening);

using Counts = std::array<std::int64_t, happenings>;

class Trace {
 public:
  explicit Trace(bool in_words) : in_words_(in_words) {}

  /// The next numbered step.
  template <class... Args>
  void step(fmt::format_string<Args...> text, Args&&... args) {
    ++steps_;
    if (in_words_)
      lines_.push_back(fmt::format("{:3}. ", steps_) + fmt::format(text, std::forward<Args>(args)...));
  }
  /// What came of it.
  template <class... Args>
  void note(fmt::format_string<Args...> text, Args&&... args) {
    if (in_words_) lines_.push_back("       " + fmt::format(text, std::forward<Args>(args)...));
  }
  void count(Happening happening) { ++counts_[static_cast<std::size_t>(happening)]; }

  bool in_words() const { return in_words_; }
  const std::vector<std::string>& lines() const { return lines_; }
  const Counts& counts() const { return counts_; }

 private:
  bool in_words_;
  int steps_ = 0;
  std::vector<std::string> lines_;
  Counts counts_{};
};

}  // namespace waymark::simulation
