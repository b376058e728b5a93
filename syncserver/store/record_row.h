// One row of `records`: what a record is as of now, with the few columns that rules and queries need.
#pragma once

#include <optional>
#include <string>

#include "shared/records/record_codec.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

struct RecordRow {
  std::int64_t n = 0;
  std::string rid;
  RecordType type = RecordType::entry;
  std::int64_t seq = 0;              ///< last change of anything a device is shown
  std::optional<std::int64_t> head;  ///< none while there are only held ops
  std::int64_t owner = 0;            ///< persons.n; 0 for everyone
  bool live = false;
  std::optional<Instant> starts_at, ends_at;  ///< entries
  std::optional<Date> day;
  std::optional<int> state;                 ///< week and approval
  std::string employer;                     ///< live entries that are a counting contact; "" otherwise
  std::optional<std::int64_t> participant;  ///< jobs: the participant's row

  bool is_approved() const {
    return live && type == RecordType::approval && state == static_cast<int>(ApprovalState::approved);
  }
};

std::optional<RecordRow> find_record(Connection& connection, std::string_view rid);
std::optional<RecordRow> find_record(Connection& connection, std::int64_t n);
/// Gives the row its number.
void insert_record(Connection& connection, RecordRow& row);
void update_record(Connection& connection, const RecordRow& row);

/// Sets the columns that follow from the record itself; owner and participant are the caller's.
void describe(RecordRow& row, const Record& record, bool deleted);

/// The person a record names, by id; "" for records of the whole agency and for jobs.
std::string_view specialist_of(const Record& record);

/// True if the agency approved this specialist's week.
bool is_week_approved(Connection& connection, std::int64_t person, Date week);

}  // namespace waymark::server
