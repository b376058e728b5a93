// What waits on this phone, as a JSON file a person can hand on when the network or the server will not have
// it (ui.md, Sync).
#pragma once

#include <filesystem>

#include "mobile/device/device_store.h"

namespace waymark::device {

/// Writes {"exported_at","person_id","device_id","unsent":[op…],"refused":[{"op":{…},"code","field"}…]}, ops
/// in the order made, to a file only its owner may read, and returns how many ops it holds. `already_exists`
/// if the file is there, `cannot_open` if it cannot be written. The file holds health information in plain
/// text: whoever asks for it must be told so.
Result<int> export_outbox(const DeviceStore& store, const std::filesystem::path& file);

}  // namespace waymark::device
