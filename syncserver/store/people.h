// People, their teams and their accounts.
#pragma once

#include "syncserver/store/admin_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

Result<PersonInfo> add_person(WriteContext& context, const NewPerson& person, const Actor& actor);
Result<void> set_disabled(WriteContext& context, std::string_view person_id, bool disabled,
                          const Actor& actor);
Result<void> move_person(WriteContext& context, std::string_view person_id, std::string_view team, Date from,
                         const Actor& actor);
Result<PersonInfo> change_person(WriteContext& context, std::string_view person_id,
                                 const PersonChange& change, const Actor& actor);
Result<void> set_login(WriteContext& context, std::string_view person_id, std::string_view login,
                       std::string_view password_hash, const Actor& actor);

std::vector<PersonInfo> list_people(Connection& connection, Date today);
Result<PersonInfo> find_person(Connection& connection, std::string_view person_id, Date today);
Result<PersonDetail> find_person_detail(Connection& connection, std::string_view person_id, Date today);
Result<Account> find_account(Connection& connection, std::string_view login);

}  // namespace waymark::server
