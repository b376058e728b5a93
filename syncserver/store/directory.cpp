#include "syncserver/store/directory.h"

#include <iterator>

namespace waymark::server {

std::string_view Member::team_on(Date date) const {
  const auto later = teams.upper_bound(date);
  return later == teams.begin() ? std::string_view() : std::string_view(std::prev(later)->second);
}

Directory Directory::load(Connection& connection) {
  Directory directory;
  {
    auto query = connection.query("SELECT n, person_id, name, role, disabled_at FROM persons ORDER BY n");
    while (query.next()) {
      directory.by_id_.emplace(query.uuid(1), directory.members_.size());
      directory.by_n_.emplace(query.integer(0), directory.members_.size());
      directory.members_.push_back({query.integer(0),
                                    query.uuid(1),
                                    std::string(query.text(2)),
                                    query.code<Role>(3),
                                    !query.is_null(4),
                                    {}});
    }
  }
  auto query = connection.query("SELECT person, from_date, team FROM membership");
  while (query.next()) {
    const auto found = directory.by_n_.find(query.integer(0));
    const auto from = parse_date(query.text(1), "from_date");
    if (found != directory.by_n_.end() && from)
      directory.members_[found->second].teams.emplace(*from, query.text(2));
  }
  return directory;
}

const Member* Directory::find(std::string_view person_id) const {
  const auto found = by_id_.find(std::string(person_id));
  return found == by_id_.end() ? nullptr : &members_[found->second];
}

const Member* Directory::find(std::int64_t n) const {
  const auto found = by_n_.find(n);
  return found == by_n_.end() ? nullptr : &members_[found->second];
}

}  // namespace waymark::server
