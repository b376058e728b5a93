// What the ids within a record stand for, in words a lead knows: employers and places by name, participants
// by their code, people by name.
#pragma once

#include <map>
#include <string>

#include "shared/records/record_codec.h"

namespace waymark::server {

class Connection;

using RecordNames = std::map<std::string, std::string>;  ///< by id

/// Adds the names of everything the record names that has one.
void add_names(Connection& connection, RecordNames& names, const Record& record);

}  // namespace waymark::server
