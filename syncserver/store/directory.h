// Who works here, in which role and team, as one snapshot of the people tables.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/records/codes.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

struct Member {
  std::int64_t n = 0;
  std::string person_id;
  std::string name;
  Role role = Role::specialist;
  bool disabled = false;
  std::map<Date, std::string> teams;  ///< by the day each began

  /// "" before the first and for people without a team.
  std::string_view team_on(Date date) const;
};

class Directory {
 public:
  static Directory load(Connection& connection);

  const Member* find(std::string_view person_id) const;
  const Member* find(std::int64_t n) const;
  const std::vector<Member>& members() const { return members_; }  ///< in the order they were added

 private:
  std::vector<Member> members_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::int64_t, std::size_t> by_n_;
};

}  // namespace waymark::server
