// The first property found broken, as one sentence. What breaks after it follows from it and is not kept.
#pragma once

#include <fmt/format.h>

#include <string>

namespace waymark::simulation {

class Verdict {
 public:
  template <class... Args>
  void broken(fmt::format_string<Args...> text, Args&&... args) {
    if (sentence_.empty()) sentence_ = fmt::format(text, std::forward<Args>(args)...);
  }
  bool ok() const { return sentence_.empty(); }
  const std::string& sentence() const { return sentence_; }

 private:
  std::string sentence_;
};

}  // namespace waymark::simulation
