#include "mobile/device/enrolment.h"

#include <sodium.h>

#include <array>

#include "mobile/device/sync_side.h"
#include "shared/sync/message_codec.h"

namespace waymark::device {
namespace {

constexpr std::size_t token_bytes = 32;

/// 256 random bits as base64url: 43 characters (sync.md, /v1/enroll).
std::string make_token(RandomSource& random) {
  std::array<std::uint8_t, token_bytes> bytes{};
  random.fill(bytes);
  std::array<char, sodium_base64_ENCODED_LEN(token_bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  sodium_memzero(bytes.data(), bytes.size());
  return text.data();
}

std::string without_separators(std::string_view code) {
  std::string plain;
  for (const char character : code)
    if (character != ' ' && character != '-') plain += character;
  return plain;
}

/// The token for this code: the one it was sent with before, if its answer never came.
Result<std::string> token_for(SyncSide& side, KeyStore& keys, RandomSource& random,
                              const PendingEnrolment& pending) {
  auto tried = side.pending_enrolment();
  if (!tried) return tl::unexpected(tried.error());
  auto known = keys.load(enrolling_token_key);
  if (!known) return tl::unexpected(known.error());
  if (*tried == pending && *known) return std::move(**known);
  auto token = make_token(random);
  // First the token, then what it is for: a token without a purpose is replaced, a purpose with another's
  // token would not be.
  if (auto saved = keys.save(enrolling_token_key, token); !saved) return tl::unexpected(saved.error());
  if (auto saved = side.remember_enrolment(pending); !saved) return tl::unexpected(saved.error());
  return token;
}

}  // namespace

Result<Identity> enrol(DeviceStore& store, KeyStore& keys, Transport& transport, RandomSource& random,
                       const EnrolmentRequest& request, Abort& abort) {
  auto& side = store.sync_side();
  const PendingEnrolment pending{request.server, without_separators(request.code)};
  if (pending.code.empty())
    return fail(ErrorCode::bad_request, "Enter the code your agency gave you.", "code");
  auto token = token_for(side, keys, random, pending);
  if (!token) return tl::unexpected(token.error());

  HttpRequest http;
  http.server = request.server;
  http.path = "/v1/enroll";
  http.body =
      to_json(EnrollRequest{pending.code, *token, request.device_name, request.platform, request.app});
  auto response = transport.send(http, abort);
  if (!response) return tl::unexpected(response.error());
  if (response->status != 200) return tl::unexpected(parse_error(response->body).error);
  auto answer = parse_enroll_response(response->body);
  if (!answer) return tl::unexpected(answer.error());

  const Identity identity{request.server, answer->device_id,   answer->person_id, answer->person_name,
                          answer->role,   answer->agency_name, answer->time_zone};
  const auto before = store.identity();
  if (!before) return tl::unexpected(before.error());
  // The token is kept under the new device's id; the commit of the identity puts it in force.
  if (auto saved = keys.save(device_token_key(identity.device_id), *token); !saved)
    return tl::unexpected(saved.error());
  if (auto became = side.become(identity); !became) return tl::unexpected(became.error());
  // What is left over does no harm: it opens nothing by itself, and the next enrolment replaces it.
  (void)keys.erase(enrolling_token_key);
  if (*before && (*before)->device_id != identity.device_id)
    (void)keys.erase(device_token_key((*before)->device_id));
  return identity;
}

}  // namespace waymark::device
