#include "syncserver/store/enrolment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace waymark::server {

namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int longest_minutes = 7 * 24 * 60;
constexpr auto listed_for = std::chrono::days{7};

/// The beginning of the hash of 128 random bits: nobody gets from there to a code.
std::string code_id(std::string_view link_hash) {
  return hex(link_hash).substr(0, 12);
}

/// `characters` of 5 random bits each.
std::string random_code(RandomSource& random, std::size_t characters) {
  std::vector<std::uint8_t> bytes(characters);
  random.fill(bytes);
  std::string code;
  for (const auto byte : bytes) code.push_back(crockford[byte & 31]);
  return code;
}

/// As people type it: any case, with spaces or hyphens, and O, I and L for the digits they look like.
std::string normal_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == '-' || c == ' ') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    code.push_back(c);
  }
  return code;
}

bool is_token(std::string_view text) {
  return text.size() == 43 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                  c == '_';
         });
}

Error bad_code() {
  return {ErrorCode::bad_code, "This code is wrong, used or expired: ask your lead for a new one.", "code"};
}

Error bad_token() {
  return {ErrorCode::bad_request, "The device must make a new token of 43 base64url characters.", "token"};
}

struct CodeRow {
  Digest hash{};
  std::int64_t person = 0;
  Instant expires_at{};
  std::optional<std::int64_t> device;
};

std::optional<CodeRow> find_code(Connection& connection, std::string_view typed) {
  const auto hash = digest(normal_code(typed));
  auto query = connection.query(
      "SELECT code_hash, person, expires_at, device FROM codes WHERE code_hash = ?1 OR link_hash = ?1");
  query.bind(hash);
  if (!query.next()) return std::nullopt;
  CodeRow row{{}, query.integer(1), instant_from_ms(query.integer(2)), query.maybe(3)};
  const auto bytes = query.text(0);
  std::copy(bytes.begin(), bytes.end(), row.hash.begin());
  return row;
}

struct DeviceRow {
  std::int64_t n = 0;
  std::string device_id;
  Digest token_hash{};
};

std::optional<DeviceRow> device_with_token(Connection& connection, const Digest& token_hash) {
  auto query = connection.query("SELECT n, device_id FROM devices WHERE token_hash = ?");
  query.bind(token_hash);
  if (!query.next()) return std::nullopt;
  return DeviceRow{query.integer(0), query.uuid(1), token_hash};
}

EnrollResponse answer(const WriteContext& context, const Member& person, std::string device_id) {
  EnrollResponse response;
  response.device_id = std::move(device_id);
  response.person_id = person.person_id;
  response.person_name = person.name;
  response.role = person.role;
  response.agency_name = context.agency.name;
  response.time_zone = context.agency.time_zone;
  response.server_time = context.now;
  return response;
}

}  // namespace

Result<NewCode> create_code(WriteContext& context, std::string_view person_id, int minutes,
                            const Actor& actor) {
  const auto* person = context.directory.find(person_id);
  if (!person)
    return fail(ErrorCode::not_found, "No such person: `waymark-server user list` shows who works here.",
                "person");
  if (person->disabled)
    return fail(ErrorCode::person_disabled, "This person is disabled: enable them first.", "person");
  if (minutes < 1 || minutes > longest_minutes)
    return fail(ErrorCode::out_of_range, fmt::format("Give 1 to {} minutes.", longest_minutes), "minutes");
  NewCode code{random_code(context.random, 8), random_code(context.random, 26),
               context.now + std::chrono::minutes{minutes}};
  context.connection
      .query("INSERT INTO codes (code_hash, link_hash, person, made_at, expires_at) VALUES (?, ?, ?, ?, ?)")
      .bind(digest(code.code), digest(code.link_code), person->n, to_ms(context.now), to_ms(code.expires_at))
      .run();
  context.audit(actor, "code_made", person_id);
  return code;
}

std::vector<CodeInfo> list_codes(Connection& connection, Instant now) {
  std::vector<CodeInfo> codes;
  auto query = connection.query(
      "SELECT c.link_hash, p.person_id, p.name, c.made_at, c.expires_at, d.device_id, coalesce(d.name, '')"
      " FROM codes c JOIN persons p ON p.n = c.person LEFT JOIN devices d ON d.n = c.device"
      " WHERE c.expires_at > ?1 OR c.made_at > ?2 ORDER BY c.made_at DESC, c.link_hash");
  query.bind(to_ms(now), to_ms(now - listed_for));
  while (query.next())
    codes.push_back({code_id(query.text(0)), query.uuid(1), std::string(query.text(2)),
                     instant_from_ms(query.integer(3)), instant_from_ms(query.integer(4)), query.uuid(5),
                     std::string(query.text(6))});
  return codes;
}

Result<void> cancel_code(WriteContext& context, std::string_view id, const Actor& actor) {
  auto& connection = context.connection;
  std::string person, link_hash;
  bool used = false, over = false;
  {
    auto query = connection.query(
        "SELECT c.link_hash, p.person_id, c.device, c.expires_at FROM codes c JOIN persons p ON p.n = "
        "c.person"
        " WHERE hex(c.link_hash) LIKE ?1 || '%'");
    query.bind(id);
    while (link_hash.empty() && query.next())
      if (code_id(query.text(0)) == id) {
        link_hash = query.text(0);
        person = query.uuid(1);
        used = !query.is_null(2);
        over = instant_from_ms(query.integer(3)) <= context.now;
      }
  }
  if (link_hash.empty())
    return fail(ErrorCode::not_found, "No such code: the list of codes shows which there are.", "code");
  if (used)
    return fail(ErrorCode::already_exists, "A device was enrolled with this code: revoke the device instead.",
                "code");
  if (over) return {};
  connection.query("UPDATE codes SET expires_at = ? WHERE link_hash = CAST(? AS BLOB)")
      .bind(to_ms(context.now), link_hash)
      .run();
  context.audit(actor, "code_cancelled", person, id);
  return {};
}

Result<EnrollResponse> enroll(WriteContext& context, const EnrollRequest& request) {
  if (!is_token(request.token)) return tl::unexpected(bad_token());
  auto& connection = context.connection;
  const auto code = find_code(connection, request.code);
  if (!code) return tl::unexpected(bad_code());
  const auto token_hash = digest(request.token);
  const auto device = device_with_token(connection, token_hash);
  const auto* person = context.directory.find(code->person);
  if (!person) throw StoreDamage("an enrolment code names nobody");
  if (code->device) {
    // The same code and token again: the first answer was lost on its way.
    if (device && device->n == *code->device) return answer(context, *person, device->device_id);
    return tl::unexpected(bad_code());
  }
  if (code->expires_at <= context.now || person->disabled) return tl::unexpected(bad_code());
  if (device) return tl::unexpected(bad_token());

  const auto device_id = make_record_id(context.random, context.now);
  connection
      .query(
          "INSERT INTO devices (device_id, person, token_hash, name, platform, app, enrolled_at)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(to_bytes(device_id), person->n, token_hash, request.device_name, request.platform, request.app,
            to_ms(context.now))
      .run();
  connection.query("UPDATE codes SET device = ? WHERE code_hash = ?")
      .bind(connection.last_inserted(), code->hash)
      .run();
  context.audit({person->person_id, {}}, "device_enrolled", device_id);
  return answer(context, *person, device_id);
}

}  // namespace waymark::server
