// Long lists a part at a time, so that a page stays small whatever the agency's size.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syncserver/web/visit.h"

namespace waymark::server {

/// `path` with these members as its query; what has no value is left out.
std::string with_query(std::string path,
                       const std::vector<std::pair<std::string_view, std::string>>& members);

/// Whether one of the texts has the words in it, in any case of the letters A to Z; always for "".
bool is_found(std::string_view words, const std::vector<std::string_view>& texts);

/// The part of a list of `count` that the address asks for (`?page=`); the nearest there is.
class ListPart {
 public:
  ListPart(const Visit& visit, std::size_t count, std::size_t on_a_page)
      : ListPart(visit.query("page"), count, on_a_page) {}
  /// `wanted` is what the address says.
  ListPart(std::string_view wanted, std::size_t count, std::size_t on_a_page);

  /// Which of the list are shown: from begin() up to, not including, end().
  std::size_t begin() const { return (page_ - 1) * on_a_page_; }
  std::size_t end() const { return std::min(count_, page_ * on_a_page_); }

  /// For {{> part_pages}} as `parts`: the ways to the parts around, {place, before, after}. The members are
  /// what else the address says. Empty where all is shown.
  Data::List links(const std::string& path,
                   std::vector<std::pair<std::string_view, std::string>> members = {}) const;

 private:
  std::size_t count_, on_a_page_, pages_, page_ = 1;
};

}  // namespace waymark::server
