#include "syncserver/web/data.h"

#include <algorithm>

namespace waymark::server {

const Data::Value* Data::find(std::string_view name) const {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [&](const auto& member) { return member.first == name; });
  return found == members_.end() ? nullptr : &found->second;
}

Data::Value& Data::at(std::string_view name) {
  for (auto& [known, value] : members_)
    if (known == name) return value;
  return members_.emplace_back(name, false).second;
}

Data& Data::set(std::string_view name, std::string text) {
  at(name) = std::move(text);
  return *this;
}

Data& Data::set(std::string_view name, bool flag) {
  at(name) = flag;
  return *this;
}

Data& Data::set(std::string_view name, Data group) {
  List list;
  list.push_back(std::move(group));
  return set(name, std::move(list));
}

Data& Data::set(std::string_view name, List list) {
  at(name) = std::move(list);
  return *this;
}

Data& Data::add(std::string_view name, Data item) {
  auto& value = at(name);
  if (!std::holds_alternative<List>(value)) value = List();
  std::get<List>(value).push_back(std::move(item));
  return *this;
}

Data& Data::merge(Data other) {
  for (auto& [name, value] : other.members_)
    if (find(name) == nullptr) members_.emplace_back(std::move(name), std::move(value));
  return *this;
}

}  // namespace waymark::server
