#include "tests/crash/mishaps.h"

#include <algorithm>
#include <exception>
#include <random>

namespace waymark::test {

namespace {

/// perform(), with an exception as an error of code internal: which errors are right is the script's to say.
Result<void> attempt(Session& session, std::size_t step) {
  try {
    return session.perform(step);
  } catch (const std::exception& exception) {
    return fail(ErrorCode::internal, std::string("exception: ") + exception.what());
  }
}

bool is_death(Mishap mishap) {
  return mishap == Mishap::killed || mishap == Mishap::torn || mishap == Mishap::power_cut;
}

DiskFault disk_fault(Mishap mishap) {
  switch (mishap) {
    case Mishap::io_error:
    case Mishap::failed_read:
      return DiskFault::io_error;
    case Mishap::full:
      return DiskFault::full;
    case Mishap::read_only:
      return DiskFault::read_only;
    case Mishap::torn:
      return DiskFault::torn;
    case Mishap::killed:
    case Mishap::power_cut:
      break;
  }
  return DiskFault::stop;
}

/// What a sound run leaves after each step; the first is before any.
struct SoundRun {
  std::vector<std::string> states;
  std::int64_t changes = 0, looks = 0;
};

SoundRun sound_run(FaultyDisk& disk, const Script& script, Trial& trial) {
  SoundRun run;
  const auto session = script.begin();
  disk.start_counting(session->folder());
  run.states.push_back(session->is_open() ? session->state() : "");
  for (std::size_t step = 0; step < script.steps.size(); ++step) {
    const auto before = disk.looks(session->folder());
    if (const auto done = attempt(*session, step); !done) {
      trial.wrong["without a mishap " + script.steps[step].name + " failed: " + done.error().message] = "0";
      break;
    }
    run.looks += disk.looks(session->folder()) - before;  // state() looks, too
    run.states.push_back(session->is_open() ? session->state() : "");
  }
  session->close();
  run.changes = trial.changes = disk.changes(session->folder());
  disk.forget(session->folder());
  return run;
}

/// One run with one mishap.
class Run {
 public:
  Run(FaultyDisk& disk, const Script& script, const SoundRun& sound, Mishap mishap, std::int64_t at,
      std::uint64_t seed, Trial& trial)
      : disk_(disk), script_(script), sound_(sound), mishap_(mishap), at_(at), trial_(trial), random_(seed) {}

  void operator()() {
    session_ = script_.begin();
    const auto folder = session_->folder();
    disk_.start_counting(folder);
    if (mishap_ == Mishap::power_cut) disk_.expect_power_cut(folder);
    if (mishap_ == Mishap::failed_read)
      disk_.fail_look_at(folder, at_);
    else
      disk_.fail_at(folder, at_, disk_fault(mishap_));
    for (step_ = 0; step_ < script_.steps.size() && !given_up_;) {
      if (const auto done = attempt(*session_, step_))
        ++step_;
      else
        recover(done.error());
    }
    if (!given_up_) finish();
    session_->close();
    session_.reset();
    disk_.forget(folder);
  }

 private:
  void complain(std::string what) {
    // Folders have random names; the same trouble is to be told once.
    const auto folder = session_->folder().string();
    for (std::size_t found; (found = what.find(folder)) != std::string::npos;)
      what.erase(found, folder.size());
    const auto step = step_ < script_.steps.size() ? script_.steps[step_].name : "the end";
    auto& places = trial_.wrong[std::string(name_of(mishap_)) + ", " + step + ": " + what];
    places += (places.empty() ? "" : " ") + std::to_string(at_);
  }
  void give_up(const std::string& what) {
    complain(what);
    given_up_ = true;
  }

  void check_error(const Error& error) {
    if (error.message.empty()) complain("an error without a sentence");
    if (!is_death(mishap_) && !script_.is_right(mishap_, error))
      complain("the wrong error: " + std::string(to_wire(error.code)) + ", " + error.message);
  }

  /// The disk is well again; a program that died is started again.
  void set_right() {
    if (!is_death(mishap_)) return disk_.heal(session_->folder());
    session_->close();
    if (mishap_ == Mishap::power_cut)
      disk_.revive_after_power_cut(session_->folder(), random_);
    else
      disk_.revive(session_->folder());
    if (const auto open = session_->reopen(); !open)
      give_up("cannot be opened again: " + open.error().message);
  }

  void check_sound() {
    for (const auto& fault : session_->faults()) complain(fault);
  }

  void recover(const Error& error) {
    if (noticed_) return give_up("failed again after the mishap: " + error.message);
    if (!disk_.struck(session_->folder())) return give_up("failed before the mishap: " + error.message);
    noticed_ = true;
    ++trial_.noticed;
    check_error(error);
    if (mishap_ == Mishap::full || mishap_ == Mishap::read_only)
      if (const auto again = attempt(*session_, step_); !again) check_error(again.error());
    set_right();
    if (given_up_ || !session_->is_open()) return;
    check_sound();
    if (!script_.steps[step_].whole) return;
    const auto state = session_->state();
    const auto &before = sound_.states[step_], &after = sound_.states[step_ + 1];
    if (state == after && before != after) {
      ++trial_.late;
      ++step_;
    } else if (state != before && !(before.empty() && state == after)) {
      give_up("neither as before the step nor as after it");
    }
  }

  void finish() {
    session_->close();
    if (disk_.struck(session_->folder())) {
      ++trial_.mishaps;
      if (!noticed_) set_right();
    } else {
      complain("the mishap never struck");
    }
    if (given_up_) return;
    if (const auto open = session_->reopen(); !open)
      return give_up("cannot be opened at the end: " + open.error().message);
    check_sound();
    if (session_->state() != sound_.states.back()) complain("the script ended in another state");
  }

  FaultyDisk& disk_;
  const Script& script_;
  const SoundRun& sound_;
  const Mishap mishap_;
  const std::int64_t at_;
  Trial& trial_;
  std::mt19937_64 random_;
  std::unique_ptr<Session> session_;
  std::size_t step_ = 0;
  bool noticed_ = false, given_up_ = false;
};

void strike(FaultyDisk& disk, const Script& script, const SoundRun& sound, Mishap mishap, std::int64_t at,
            Trial& trial) {
  const int times = mishap == Mishap::power_cut ? script.power_cuts : 1;
  for (int time = 0; time < times; ++time)
    Run(disk, script, sound, mishap, at, static_cast<std::uint64_t>(at + time * sound.changes), trial)();
}

}  // namespace

std::string_view name_of(Mishap mishap) {
  switch (mishap) {
    case Mishap::io_error:
      return "an I/O error";
    case Mishap::failed_read:
      return "a failed read";
    case Mishap::full:
      return "a full disk";
    case Mishap::read_only:
      return "a read-only disk";
    case Mishap::killed:
      return "a kill";
    case Mishap::torn:
      return "a torn write";
    case Mishap::power_cut:
      break;
  }
  return "a power cut";
}

std::string Trial::summary() const {
  auto text = std::to_string(mishaps) + " mishaps at " + std::to_string(changes) + " changes, " +
              std::to_string(noticed) + " noticed, " + std::to_string(late) + " late";
  for (const auto& [what, places] : wrong) text += "\n  " + what + " (at " + places.substr(0, 60) + ")";
  return text;
}

Trial try_everywhere(FaultyDisk& disk, const Script& script, const std::vector<Mishap>& mishaps,
                     std::int64_t most) {
  Trial trial;
  const auto sound = sound_run(disk, script, trial);
  if (!trial.wrong.empty()) return trial;
  std::mt19937_64 random(static_cast<std::uint64_t>(sound.changes));
  for (const auto mishap : mishaps) {
    const auto places = mishap == Mishap::failed_read ? sound.looks : sound.changes;
    const auto share = std::max<std::int64_t>(1, most / std::ssize(mishaps));
    const auto stride = (places + share - 1) / share;
    const auto first =
        stride <= 1 ? 1 : 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(stride));
    for (auto at = first; at <= places; at += stride) strike(disk, script, sound, mishap, at, trial);
  }
  return trial;
}

Trial try_at(FaultyDisk& disk, const Script& script, const std::vector<Mishap>& mishaps,
             const std::function<std::vector<std::int64_t>()>& choose) {
  Trial trial;
  const auto sound = sound_run(disk, script, trial);
  if (!trial.wrong.empty()) return trial;
  const auto places = choose();
  for (const auto mishap : mishaps)
    for (const auto at : places) strike(disk, script, sound, mishap, at, trial);
  return trial;
}

}  // namespace waymark::test
