// A script is run once on a sound disk, then once for every call that changes the disk with each mishap at
// that call. After each mishap the program goes on as its user would (tries again, or starts it anew after a
// kill), and must show:
//   - what was acknowledged is there, and of the step it struck in all or nothing: every row of every table
//   is
//     as before the step or as after it (sync.md, invariants 1 and 4);
//   - its own checks find nothing;
//   - the step failed with an error that says what to do, or not at all;
//   - without anybody's hands the rest of the script runs, and ends in the very state of the sound run.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/error.h"
#include "tests/disk/faulty_disk.h"

namespace waymark::test {

enum class Mishap {
  io_error,     ///< one call fails
  failed_read,  ///< one read or opening fails
  full,         ///< nothing can be written until room is made
  read_only,    ///< nothing can be changed until the disk is mounted anew
  killed,       ///< the process dies before the call
  torn,         ///< and half of the write was made
  power_cut,    ///< and what was not flushed is kept, lost or kept in part
};

std::string_view name_of(Mishap mishap);

/// A program in the middle of its script. Randomness and time are functions of the step, so that a step done
/// again does what it would have done.
class Session {
 public:
  virtual ~Session() = default;
  virtual const std::filesystem::path& folder() const = 0;
  /// Does step `number`. Errors are values, or exceptions where the interface says so.
  virtual Result<void> perform(std::size_t number) = 0;
  virtual bool is_open() const = 0;
  virtual void close() = 0;
  /// Closes what is open and opens the files again, as the next start of the program does.
  virtual Result<void> reopen() = 0;
  /// All rows of all tables, as text. The session is open.
  virtual std::string state() = 0;
  /// What the program's own checks find wrong.
  virtual std::vector<std::string> faults() = 0;
};

struct Step {
  std::string name;
  bool whole =
      true;  ///< all or nothing; false for steps of several transactions, which end right when repeated
};

struct Script {
  std::string name;
  std::vector<Step> steps;
  /// A session before its first step, in a folder that the disk regards as new.
  std::function<std::unique_ptr<Session>()> begin;
  /// True if a step may fail with this error in this mishap.
  std::function<bool(Mishap, const Error&)> is_right;
  int power_cuts = 1;  ///< at each place, each with other losses
};

struct Trial {
  std::int64_t changes = 0;                  ///< of the sound run
  std::int64_t mishaps = 0;                  ///< runs in which one struck
  std::int64_t noticed = 0;                  ///< of those, the ones in which a step failed
  std::int64_t late = 0;                     ///< steps that failed and were there nevertheless
  std::map<std::string, std::string> wrong;  ///< what should not have been, and at which changes it was
  std::string summary() const;
};

/// Tries `mishaps` at every change of the script (failed_read: at every look), or at `most` of them, evenly
/// spread from a seeded offset.
Trial try_everywhere(FaultyDisk& disk, const Script& script, const std::vector<Mishap>& mishaps,
                     std::int64_t most);
/// Tries `mishaps` at those changes that `choose` names when the sound run is over.
Trial try_at(FaultyDisk& disk, const Script& script, const std::vector<Mishap>& mishaps,
             const std::function<std::vector<std::int64_t>()>& choose);

}  // namespace waymark::test
