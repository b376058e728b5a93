#include "mobile/device/id_list.h"

#include <algorithm>

#include "shared/sync/messages.h"

namespace waymark::device {

bool contains(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void append_new(Ids& ids, std::string_view id) {
  if (!id.empty() && !contains(ids, id)) ids.emplace_back(id);
}

void append_new(Ids& ids, const Ids& more) {
  for (const auto& id : more) append_new(ids, id);
}

Ids ancestors_of(const Ids& parents, const Ids& further) {
  Ids ancestors;
  append_new(ancestors, parents);
  append_new(ancestors, further);
  if (ancestors.size() > max_ancestors) ancestors.resize(max_ancestors);
  return ancestors;
}

std::string join(const Ids& ids) {
  std::string text;
  for (const auto& id : ids) {
    if (!text.empty()) text += ' ';
    text += id;
  }
  return text;
}

Ids split(std::string_view text) {
  Ids ids;
  while (!text.empty()) {
    const auto space = text.find(' ');
    if (space != 0) ids.emplace_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return ids;
}

}  // namespace waymark::device
