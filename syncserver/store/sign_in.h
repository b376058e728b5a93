// Sessions of the pages and the links that set a password. What is kept are hashes: whoever reads the file
// cannot sign in with it. Rules of time: store_types.h.
#pragma once

#include "syncserver/store/store_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

Result<std::string> begin_session(WriteContext& context, std::string_view person_id, const Actor& actor);
std::optional<SessionInfo> find_session(Connection& connection, std::string_view token, Instant now,
                                        Date today);
void note_session_used(WriteContext& context, std::string_view token);
void end_session(WriteContext& context, std::string_view token, const Actor& actor);
/// All of a person's sessions and links, but the session of `keep_token` ("" for none).
void end_sessions_of(Connection& connection, std::int64_t person, std::string_view keep_token = {});
Result<void> change_password(WriteContext& context, std::string_view person_id,
                             std::string_view password_hash, std::string_view keep_token, const Actor& actor);

Result<PasswordLink> create_password_link(WriteContext& context, std::string_view person_id,
                                          const Actor& actor);
Result<PersonInfo> password_link_person(Connection& connection, std::string_view code, Instant now,
                                        Date today);
Result<PersonInfo> use_password_link(WriteContext& context, std::string_view code,
                                     std::string_view password_hash, const Actor& actor);

/// Of a store file that nobody has open: a restored backup must bring back no session that was ended and no
/// link that was used.
void forget_sign_ins(const std::filesystem::path& path);

}  // namespace waymark::server
