// Reading the audit trail: searched page by page, and as what it says of backups.
#pragma once

#include "shared/time/zone.h"
#include "syncserver/store/admin_types.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

AuditPage search_audit(Connection& connection, const Zone& zone, const AuditQuery& query);
std::vector<std::string> list_audit_actions(Connection& connection);
BackupState list_backups(Connection& connection, int limit);

}  // namespace waymark::server
