#include "syncserver/web/flash_book.h"

#include <algorithm>

namespace waymark::server {

namespace {

// Beyond it the oldest is forgotten: somebody who never looked.
constexpr std::size_t most_notes = 256;

}  // namespace

void FlashBook::put(std::string_view session, std::string sentence) {
  const std::lock_guard lock(mutex_);
  notes_.remove_if([&](const Note& note) { return note.session == session; });
  if (notes_.size() >= most_notes) notes_.pop_front();
  notes_.push_back({std::string(session), std::move(sentence)});
}

std::string FlashBook::take(std::string_view session) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(notes_.begin(), notes_.end(), [&](const Note& note) { return note.session == session; });
  if (found == notes_.end()) return {};
  auto sentence = std::move(found->sentence);
  notes_.erase(found);
  return sentence;
}

}  // namespace waymark::server
