// Whole copies of the store, and putting one in place.
#pragma once

#include <filesystem>

#include "syncserver/store/store_file.h"
#include "syncserver/store/store_types.h"
#include "syncserver/store/writer.h"

namespace waymark::server {

/// Copies one snapshot beside `to`, verifies the copy by itself, and only then gives it its name and raises
/// safe_seq: up to there phones may forget what they sent (sync.md, invariant 10).
Result<BackupReport> back_up(const std::filesystem::path& store, const std::filesystem::path& to,
                             Writer& writer, const Actor& actor, const ProgressSink& progress);

/// See CentralStore::restore.
Result<RestoreReport> restore_store(const std::filesystem::path& path, const std::filesystem::path& from,
                                    bool force, const std::filesystem::path& journal,
                                    const ProgressSink& progress);

}  // namespace waymark::server
