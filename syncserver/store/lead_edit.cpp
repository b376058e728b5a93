#include "syncserver/store/lead_edit.h"

#include <fmt/format.h>

#include "shared/sync/message_codec.h"
#include "syncserver/store/op_acceptance.h"
#include "syncserver/store/server_edit.h"

namespace waymark::server {

Result<ServerEdit> write_as_person(WriteContext& context, RecordType type, const std::string& rid,
                                   std::string body, bool deleted, const std::optional<std::string>& head,
                                   const Actor& actor, std::string_view detail) {
  const auto* member = context.directory.find(actor.person_id);
  if (!member || member->disabled)
    return fail(ErrorCode::forbidden, "You may not change this any more: ask your admin.");
  Op op;
  op.op = make_op_id(context.random);
  op.rid = rid.empty() ? make_record_id(context.random, context.now) : rid;
  op.type = type;
  op.deleted = deleted;
  op.body = std::move(body);
  const auto row = is_uuid(op.rid) ? find_record(context.connection, op.rid) : std::nullopt;
  // What a form never showed it does not settle: the edits put aside stay for whoever made them. Only a
  // decision on a week is the lead's alone, whatever was said of it before.
  if (row)
    name_what_is_there(op, context.connection, *row,
                       type == RecordType::approval ? Conflicts::settled : Conflicts::left);
  const auto present = row && row->head ? load_op(context.connection, *row->head).op.op : std::string();
  if (head && *head != present)
    return fail(ErrorCode::bad_request,
                "This was changed meanwhile: look at what it says now and decide again.", "head");
  Author author;
  author.person = member->n;
  const ReceivedOp received{op.op, op, to_json(op)};
  auto result = OpAcceptance(context).accept(prepare(received, context.rules, context.now), author);
  if (result.error) return tl::unexpected(std::move(*result.error));
  context.audit(actor, fmt::format("{}_{}", to_wire(type), deleted ? "deleted" : "written"), op.rid, detail);
  return ServerEdit{op.rid, std::move(result)};
}

}  // namespace waymark::server
