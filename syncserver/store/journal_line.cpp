#include "syncserver/store/journal_line.h"

#include <fmt/format.h>

#include <limits>

#include "shared/records/json_fields.h"
#include "shared/records/json_writer.h"
#include "syncserver/store/digest.h"

namespace waymark::server {

namespace {

constexpr std::size_t sum_bytes = 16;
constexpr std::string_view sum_begin = R"(,"sum":")";
constexpr std::string_view sum_end = R"("})";
constexpr std::size_t ending_size = sum_begin.size() + 2 * sum_bytes + sum_end.size();
// The op comes last before the checksum, and nothing before it holds free text, so that its very bytes can be
// cut out of the line.
constexpr std::string_view op_begin = R"(,"op":)";
constexpr std::size_t any_length = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t any_number = std::numeric_limits<std::int64_t>::max();

std::string sum_of(std::string_view text) {
  return hex(as_text(digest(text)).substr(0, sum_bytes));
}

// --- Writing

using Writer = json::Writer;

void null_or_text(Writer& out, std::string_view name, std::string_view text) {
  out.key(name);
  if (text.empty())
    out.null();
  else
    out.text(text);
}

void null_or_ms(Writer& out, std::string_view name, std::optional<Instant> instant) {
  out.key(name);
  if (instant)
    out.integer(to_ms(*instant));
  else
    out.null();
}

void write_mark(Writer& out, std::string_view name, const Mark& mark) {
  out.key(name).begin_object().key("seq").integer(mark.seq);
  null_or_text(out, "chain", mark.chain);
  out.end_object();
}

void write_cause(Writer& out, const JournalCause& cause) {
  if (cause.seq > 0)
    out.key("of_seq").integer(cause.seq);
  else
    out.key("of_audit").integer(cause.audit);
}

void write_place(Writer& out, std::int64_t seq, OpStatus status, std::string_view chain) {
  out.key("seq").integer(seq).key("status").text(to_wire(status)).key("chain").text(chain);
}

struct Members {
  Writer& out;

  void operator()(const JournalHeader& line) {
    out.key("kind").text("journal").key("version").integer(line.version);
    out.key("store").text(line.store).key("generation").integer(line.generation);
    write_mark(out, "after", line.after.end);
    out.key("audit").integer(line.after.audit);
    null_or_text(out, "audit_mark", line.after.audit_mark);
    out.key("made_at").integer(to_ms(line.made_at));
  }
  void operator()(const OpLine& line) {
    out.key("kind").text("op");
    write_place(out, line.seq, line.status, line.chain);
    out.key("received_at").integer(to_ms(line.received_at));
    null_or_text(out, "person", line.person);
    null_or_text(out, "device", line.device);
    out.key("op").raw(line.payload);
  }
  void operator()(const AgainLine& line) {
    out.key("kind").text("again");
    write_place(out, line.seq, line.status, line.chain);
    out.key("of").text(line.op);
  }
  void operator()(const DeviceLine& line) {
    out.key("kind").text("device");
    write_cause(out, line.cause);
    out.key("device").text(line.device).key("person").text(line.person).key("name").text(line.name);
    out.key("platform").text(line.platform).key("app").text(line.app);
    out.key("enrolled_at").integer(to_ms(line.enrolled_at));
    null_or_ms(out, "revoked_at", line.revoked_at);
    null_or_ms(out, "wiped_at", line.wiped_at);
    out.key("wipe").text(to_wire(line.wipe));
  }
  void operator()(const AccountLine& line) {
    out.key("kind").text("account");
    write_cause(out, line.cause);
    out.key("person").text(line.person);
    null_or_text(out, "login", line.login);
    null_or_text(out, "password_hash", line.password_hash);
    null_or_ms(out, "disabled_at", line.disabled_at);
    out.key("teams").begin_array();
    for (const auto& [from, team] : line.teams)
      out.begin_object().key("from").text(format_date(from)).key("team").text(team).end_object();
    out.end_array();
  }
  void operator()(const CodeLine& line) {
    out.key("kind").text("code");
    write_cause(out, line.cause);
    out.key("code_hash").text(line.code_hash).key("link_hash").text(line.link_hash);
    out.key("person").text(line.person).key("made_at").integer(to_ms(line.made_at));
    out.key("expires_at").integer(to_ms(line.expires_at));
    null_or_text(out, "device", line.device);
  }
  void operator()(const AuditLine& line) {
    out.key("kind").text("audit").key("id").integer(line.id).key("at").integer(to_ms(line.at));
    null_or_text(out, "actor", line.actor);
    out.key("address").text(line.address).key("action").text(line.action);
    out.key("subject").text(line.subject).key("detail").text(line.detail);
  }
};

// --- Reading

using Reader = json::Reader;

Mark read_mark(Reader& in, std::string_view name) {
  const auto* object = in.object(name);
  if (object == nullptr) {
    in.require(name);
    return {};
  }
  Reader part(*object);
  Mark mark{part.required_integer("seq", 0, any_number), part.text("chain", any_length)};
  if (part.error()) in.add_error(*part.error());
  return mark;
}

JournalCause read_cause(Reader& in) {
  return {in.integer("of_seq", 1, any_number, 0), in.integer("of_audit", 1, any_number, 0)};
}

JournalLine read_header(Reader& in) {
  JournalHeader line;
  line.version = static_cast<int>(in.required_integer("version", 1, 1'000'000));
  line.store = in.required_text("store", any_length);
  line.generation = static_cast<int>(in.required_integer("generation", 1, 1'000'000));
  line.after.end = read_mark(in, "after");
  line.after.audit = in.required_integer("audit", 0, any_number);
  line.after.audit_mark = in.text("audit_mark", any_length);
  line.made_at = in.required_instant("made_at");
  return line;
}

JournalLine read_op(Reader& in, std::string_view payload) {
  OpLine line;
  line.seq = in.required_integer("seq", 1, any_number);
  line.status = in.required_code<OpStatus>("status", OpStatus::head);
  line.chain = in.required_text("chain", any_length);
  line.received_at = in.required_instant("received_at");
  line.person = in.uuid("person");
  line.device = in.uuid("device");
  line.payload = payload;
  return line;
}

JournalLine read_again(Reader& in) {
  AgainLine line;
  line.seq = in.required_integer("seq", 1, any_number);
  line.status = in.required_code<OpStatus>("status", OpStatus::head);
  line.chain = in.required_text("chain", any_length);
  line.op = in.required_uuid("of");
  return line;
}

JournalLine read_device(Reader& in) {
  DeviceLine line;
  line.cause = read_cause(in);
  line.device = in.required_uuid("device");
  line.person = in.required_uuid("person");
  line.name = in.text("name", any_length);
  line.platform = in.text("platform", any_length);
  line.app = in.text("app", any_length);
  line.enrolled_at = in.required_instant("enrolled_at");
  line.revoked_at = in.instant("revoked_at");
  line.wiped_at = in.instant("wiped_at");
  line.wipe = in.required_code<WipeOrder>("wipe", WipeOrder::none);
  return line;
}

JournalLine read_account(Reader& in) {
  AccountLine line;
  line.cause = read_cause(in);
  line.person = in.required_uuid("person");
  line.login = in.text("login", any_length);
  line.password_hash = in.text("password_hash", any_length);
  line.disabled_at = in.instant("disabled_at");
  if (const auto* teams = in.array("teams")) {
    for (const auto& item : *teams) {
      const auto* object = item.if_object();
      if (object == nullptr) {
        in.add_error(ErrorCode::wrong_type, "A team must be an object.", "teams");
        break;
      }
      Reader part(*object);
      line.teams.emplace_back(part.required_date("from"), part.text("team", any_length));
      if (part.error()) in.add_error(*part.error());
    }
  }
  return line;
}

JournalLine read_code(Reader& in) {
  CodeLine line;
  line.cause = read_cause(in);
  line.code_hash = in.required_text("code_hash", any_length);
  line.link_hash = in.required_text("link_hash", any_length);
  line.person = in.required_uuid("person");
  line.made_at = in.required_instant("made_at");
  line.expires_at = in.required_instant("expires_at");
  line.device = in.uuid("device");
  return line;
}

JournalLine read_audit(Reader& in) {
  AuditLine line;
  line.id = in.required_integer("id", 1, any_number);
  line.at = in.required_instant("at");
  line.actor = in.uuid("actor");
  line.address = in.text("address", any_length);
  line.action = in.text("action", any_length);
  line.subject = in.text("subject", any_length);
  line.detail = in.text("detail", any_length);
  return line;
}

std::optional<JournalLine> read_members(std::string_view members, std::string_view payload,
                                        std::int64_t number) {
  const auto parsed = json::parse(members);
  if (!parsed || !parsed->is_object()) return std::nullopt;
  Reader in(parsed->get_object());
  if (in.required_integer("n", 1, any_number) != number) return std::nullopt;
  const auto kind = in.required_text("kind", any_length);
  std::optional<JournalLine> line;
  if (kind == "journal")
    line = read_header(in);
  else if (kind == "op")
    line = read_op(in, payload);
  else if (kind == "again")
    line = read_again(in);
  else if (kind == "device")
    line = read_device(in);
  else if (kind == "account")
    line = read_account(in);
  else if (kind == "code")
    line = read_code(in);
  else if (kind == "audit")
    line = read_audit(in);
  if (in.error()) return std::nullopt;
  return line;
}

}  // namespace

std::string journal_text(const JournalLine& line, std::int64_t number) {
  Writer out;
  out.begin_object().key("n").integer(number);
  std::visit(Members{out}, line);
  auto text = out.take();
  const auto sum = sum_of(text);
  text.append(sum_begin).append(sum).append(sum_end).push_back('\n');
  return text;
}

std::optional<JournalLine> read_journal_line(std::string_view text, std::int64_t number) {
  if (text.size() <= ending_size) return std::nullopt;
  const auto ending = text.substr(text.size() - ending_size);
  const auto content = text.substr(0, text.size() - ending_size);
  if (!ending.starts_with(sum_begin) || !ending.ends_with(sum_end) ||
      ending.substr(sum_begin.size(), 2 * sum_bytes) != sum_of(content))
    return std::nullopt;
  const bool is_op = content.starts_with(fmt::format(R"({{"n":{},"kind":"op",)", number));
  const auto op_at = is_op ? content.find(op_begin) : std::string_view::npos;
  const auto payload =
      op_at == std::string_view::npos ? std::string_view() : content.substr(op_at + op_begin.size());
  return read_members(std::string(content.substr(0, op_at)) + "}", payload, number);
}

std::string audit_mark(const AuditLine& row) {
  return sum_of(journal_text(row, row.id));
}

}  // namespace waymark::server
