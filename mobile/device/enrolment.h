// Making this phone a person's: POST /v1/enroll (sync.md). The phone makes the token and saves it before it
// sends it, so a lost answer is harmless: the same code is sent again with the same token and gets the same
// answer.
#pragma once

#include <string>

#include "mobile/device/abort.h"
#include "mobile/device/device_store.h"
#include "mobile/device/key_store.h"
#include "mobile/device/transport.h"

namespace waymark::device {

struct EnrolmentRequest {
  std::string server;       ///< as parse_server_address or parse_enrol_link gave it
  std::string code;         ///< as typed; spaces and hyphens are dropped
  std::string device_name;  ///< shown to leads and admins
  std::string platform;     ///< e.g. "linux"
  std::string app;          ///< version
};

/// Enrols and stores who this phone now works for. Blocks. Errors: `bad_code` (field `code`: wrong, used or
/// expired), `bad_request` with field `server` or `code`, `slow_down`, `unreachable`, `timed_out`, `aborted`,
/// `upgrade_required`, and `forbidden` with field `person` when the code is another person's and edits of the
/// present one still wait or need them: nothing is lost, and the same code works after they are sent or
/// discarded. As another person, all that the phone held of the first is erased. As the same person,
/// everything is kept.
Result<Identity> enrol(DeviceStore& store, KeyStore& keys, Transport& transport, RandomSource& random,
                       const EnrolmentRequest& request, Abort& abort);

}  // namespace waymark::device
