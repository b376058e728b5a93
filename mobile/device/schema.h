// The tables of the store and how older files become newer ones.
#pragma once

#include <span>
#include <string>

#include "mobile/device/sql.h"

namespace waymark::device {

/// Written into the file's header, so that another program's database is told from ours ("WYMK").
inline constexpr int store_application_id = 0x57594d4b;

/// One step: the SQL that makes schema n+1 out of schema n, where n is its place in the list.
using Migrations = std::span<const char* const>;

/// The steps of this version of the app; their number is its schema.
Migrations store_migrations();

/// Looks at a file without changing it: `schema_too_new`, `corrupt` (no database, damaged, or not a Waymark
/// store), `cannot_open`. A missing or empty file is fine.
Result<void> inspect_file(const std::string& file, int known_schema);

/// Brings the file to the newest schema, all steps in one transaction.
void migrate(Connection& connection, Migrations migrations);

}  // namespace waymark::device
