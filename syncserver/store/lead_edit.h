// Records a lead writes on the pages: ordinary ops with the lead as author and a null device, held to the
// same rights and rules as an edit from a phone. Private to the room.
#pragma once

#include "syncserver/store/store_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

/// An edit of `rid` by the actor. `head` is the op the actor's page showed ("" where it showed nothing yet,
/// and the record must not exist; none: whatever is there). bad_request, field `head`: it is another by now.
/// Conflicts of the record stay listed, but those of an approval. A refusal by the rules is the error.
/// `detail` is for the audit trail, which admins read: no health information.
Result<ServerEdit> write_as_person(WriteContext& context, RecordType type, const std::string& rid,
                                   std::string body, bool deleted, const std::optional<std::string>& head,
                                   const Actor& actor, std::string_view detail = {});

}  // namespace waymark::server
