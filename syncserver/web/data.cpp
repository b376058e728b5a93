#include "syncserver/web/data.h"

#include <algorithm>

namespace waymark::server {

const Data::Value* Data::find(std::string_view name) const {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [&](const auto& member) { return member.first == name; });
  return found == members_.end() ? nullptr : &found->second;
}

Data::Value* Data::known(std::string_view name) {
  for (auto& [set, value] : members_)
    if (set == name) return &value;
  return nullptr;
}

void Data::put(std::string_view name, Value value) {
  constexpr std::size_t usual = 8;
  if (members_.empty()) members_.reserve(usual);
  if (auto* before = known(name))
    *before = std::move(value);
  else
    members_.emplace_back(name, std::move(value));
}

Data& Data::add(std::string_view name, Data item) {
  auto* value = known(name);
  if (!value || !std::holds_alternative<List>(*value)) put(name, List());
  std::get<List>(*known(name)).push_back(std::move(item));
  return *this;
}

Data& Data::merge(Data other) {
  for (auto& [name, value] : other.members_)
    if (find(name) == nullptr) members_.emplace_back(std::move(name), std::move(value));
  return *this;
}

}  // namespace waymark::server
