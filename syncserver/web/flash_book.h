// The sentence a browser is shown once, on the page it is sent to after a form ("Week approved."). Kept in
// memory under the session's token, so that no address or cookie carries names; a restart loses it, no more.
#pragma once

#include <list>
#include <mutex>
#include <string>
#include <string_view>

namespace waymark::server {

class FlashBook {
 public:
  void put(std::string_view session, std::string sentence);
  /// The sentence, which is gone then; "" without one.
  std::string take(std::string_view session);

 private:
  struct Note {
    std::string session, sentence;
  };
  std::mutex mutex_;
  std::list<Note> notes_;  // oldest first; a few, each soon read
};

}  // namespace waymark::server
