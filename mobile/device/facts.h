// The ids and times of a body that are columns beside it, so that lists are found without opening bodies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/records/record_codec.h"

namespace waymark::device {

struct Facts {
  std::optional<std::string> owner;        ///< the specialist it belongs to
  std::optional<std::string> participant;  ///< of an entry or a job
  std::optional<std::string> employer;     ///< of an entry or a job
  std::optional<std::string> contact;      ///< the employer, if the entry is a contact that counts
  std::optional<Instant> starts_at;        ///< of a dated record: midnight UTC of its date
  std::optional<Instant> ends_at;
};

Facts facts_of(const Record& record);

/// The facts of a body from our own file or from the server. A body this version cannot read (a newer app
/// wrote it) has none: the record is kept and sent on, and no list shows it.
Facts facts_of(RecordType type, std::string_view body, std::string_view rid);

/// Midnight UTC of a date, as `starts_at` of dated records.
Instant date_column(Date date);

}  // namespace waymark::device
