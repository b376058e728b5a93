// Enrolment: codes for one use, and the token a device brings with one.
#pragma once

#include "shared/sync/messages.h"
#include "syncserver/store/admin_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

Result<NewCode> create_code(WriteContext& context, std::string_view person_id, int minutes,
                            const Actor& actor);
std::vector<CodeInfo> list_codes(Connection& connection, Instant now);
Result<void> cancel_code(WriteContext& context, std::string_view code_id, const Actor& actor);
Result<EnrollResponse> enroll(WriteContext& context, const EnrollRequest& request);

}  // namespace waymark::server
