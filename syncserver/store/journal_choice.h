// Which of a journal's files go on from where a backup ends.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "syncserver/store/connection.h"
#include "syncserver/store/journal_file.h"
#include "syncserver/store/journal_line.h"

namespace waymark::server {

struct JournalPart {
  std::filesystem::path path;
  std::optional<JournalHeader> header;  ///< none where it cannot be read
  std::int64_t bytes = 0;
};

struct JournalChoice {
  JournalPosition begin;           ///< where the backup ends
  std::vector<JournalPart> parts;  ///< in order; the first begins at or before there
  std::string not_all;             ///< what newer files could not be used, and why; "" for none
};

/// `connection` is the backup's. Of several generations the newest one that the backup lies on: it is what
/// the store last went on with. Errors: see replay_journal. Throws JournalFailure where files can't be read.
Result<JournalChoice> choose_journal(Connection& connection, const std::filesystem::path& directory);

}  // namespace waymark::server
