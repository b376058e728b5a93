#include "syncserver/web/list_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace waymark::server {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string with_query(std::string path,
                       const std::vector<std::pair<std::string_view, std::string>>& members) {
  char before = '?';
  for (const auto& [name, value] : members) {
    if (value.empty()) continue;
    path.append(1, before).append(name).append(1, '=');
    for (const char c : value)
      path += is_plain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    before = '&';
  }
  return path;
}

bool is_found(std::string_view words, const std::vector<std::string_view>& texts) {
  return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) {
    return words.empty() || std::search(text.begin(), text.end(), words.begin(), words.end(),
                                        [](char a, char b) { return lower(a) == lower(b); }) != text.end();
  });
}

ListPart::ListPart(std::string_view wanted, std::size_t count, std::size_t on_a_page)
    : count_(count),
      on_a_page_(on_a_page),
      pages_(std::max<std::size_t>(1, (count + on_a_page - 1) / on_a_page)) {
  const auto read = std::from_chars(wanted.data(), wanted.data() + wanted.size(), page_);
  if (read.ec == std::errc::result_out_of_range) page_ = pages_;
  page_ = std::clamp<std::size_t>(page_, 1, pages_);
}

Data::List ListPart::links(const std::string& path,
                           std::vector<std::pair<std::string_view, std::string>> members) const {
  if (pages_ == 1) return {};
  members.emplace_back("page", "");
  const auto link = [&](bool there, std::size_t page) {
    members.back().second = page == 1 ? "" : std::to_string(page);
    return there ? Data::List{Data{}.set("address", with_query(path, members))} : Data::List();
  };
  return {Data{}
              .set("place", fmt::format("Page {} of {}", page_, pages_))
              .set("before", link(page_ > 1, page_ - 1))
              .set("after", link(page_ < pages_, page_ + 1))};
}

}  // namespace waymark::server
