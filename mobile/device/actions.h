// The newest actions of the entry book, kept for Undo: what each entry was before, and what it became.
#pragma once

#include <functional>
#include <string>

#include "mobile/device/edits.h"
#include "mobile/device/entry_privacy.h"

namespace waymark::device {

/// One action under way. What it edits can be taken back together.
class Action {
 public:
  explicit Action(Work& work) : work_(work) {}
  /// Makes the edit and remembers what was there before.
  Result<std::string> edit(const Edit& edit);

 private:
  Work& work_;
  std::int64_t no_ = 0;  ///< 0: nothing edited yet
};

/// Takes back the newest action; the ids of the records it touched. not_found if there is none, or if one of
/// its records was changed since by something other than tag_changed().
Result<Ids> undo_newest(Work& work);
bool can_undo(Work& work);

/// The record became `after` by nothing but its location tag: actions that made it what it was follow along.
void tag_changed(Work& work, std::string_view rid, std::string_view before, std::string_view after);
enum class Past { undo, undo_and_versions };
/// Changes the bodies that an undo, or also the list of versions, would bring back. `change` returns "" to
/// leave one as it is.
void rewrite_past(Work& work, std::string_view rid, Past which,
                  const std::function<std::string(const std::string&)>& change);

}  // namespace waymark::device
