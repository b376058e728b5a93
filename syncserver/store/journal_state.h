// Writing down in a store what a journal's line says of something that is no op. Throws StoreDamage where it
// names somebody the store does not know.
#pragma once

#include "syncserver/store/connection.h"
#include "syncserver/store/journal_line.h"

namespace waymark::server {

/// True if the store learns of the device from here alone. It has no token then that anybody could use; its
/// name is what the history of its ops needs.
bool write_state(Connection& connection, const DeviceLine& line);
void write_state(Connection& connection, const AccountLine& line);
void write_state(Connection& connection, const CodeLine& line);
void write_state(Connection& connection, const AuditLine& line);

}  // namespace waymark::server
