// The admin's desk: what only admins ask of the store and do to it, beside what central_store.h offers
// everybody. Made and kept by CentralStore; the caller has checked that an admin asks (the command line's
// permission is the file itself).
//
// As in central_store.h: any thread may call, each action has its audit row in its own transaction, refusals
// are values, and a failing machine throws.
#pragma once

#include <filesystem>

#include "shared/time/zone.h"
#include "syncserver/store/admin_types.h"
#include "syncserver/store/device_condition.h"

namespace waymark::server {

class HealthBook;
class ReaderPool;
class Writer;
class Connection;
struct AgencyRules;

class AdminDesk {
 public:
  /// What the desk works with; all of it outlives the desk.
  struct Room {
    const std::filesystem::path& path;
    const Clock& clock;
    const Agency& agency;
    const Zone& zone;
    Writer& writer;
    ReaderPool& readers;
    const HealthBook& health;
  };
  explicit AdminDesk(Room room) : room_(room) {}

  // --- People (central_store.h adds, disables and moves them) --------------------------------------------
  Result<PersonDetail> person(std::string_view person_id);  ///< not_found
  /// Another name or role. A move that is planned stays planned. not_found; missing or too_long, field
  /// `name`.
  Result<PersonInfo> change_person(std::string_view person_id, const PersonChange& change,
                                   const Actor& actor);

  // --- Enrolment codes (central_store.h makes them) ------------------------------------------------------
  /// Those that can still be used, and those of the last seven days; newest first.
  std::vector<CodeInfo> codes();
  /// The code is expired from now on. Idempotent. not_found, field `code`; already_exists where a device was
  /// enrolled with it: that device is to be revoked instead.
  Result<void> cancel_code(std::string_view code_id, const Actor& actor);

  // --- Devices -------------------------------------------------------------------------------------------
  /// How every device is now; those in the worst condition first, those out of service last.
  std::vector<DeviceCondition> devices();
  Result<DeviceCondition> device(std::string_view device_id);  ///< not_found

  // --- Edits put aside -----------------------------------------------------------------------------------
  AsideList aside(const AsideQuery& query);

  // --- The agency's records ------------------------------------------------------------------------------
  std::vector<KnownPlace> places();                     ///< by name
  Result<KnownPlace> place(std::string_view place_id);  ///< not_found
  /// A new place where `place.id` is empty, otherwise an edit of it. not_found; what is wrong with a place
  /// with its field (`name`, `kind`, `lat`, `lon`, `radius_m`).
  Result<KnownPlace> save_place(const KnownPlace& place, const Actor& actor);
  Result<void> remove_place(std::string_view place_id, const Actor& actor);  ///< not_found

  std::vector<Policy> policies();  ///< by effective_from
  /// What the draft would change, recomputed from the stored weeks, `max_weeks` of them at most (newest
  /// first; 0: all). Nothing is stored. Refused as write_policy would refuse it, but for approved weeks,
  /// which are counted.
  Result<PolicyPreview> preview_policy(const PolicyDraft& draft, std::int64_t max_weeks,
                                       const ProgressSink& progress = {});
  /// Errors name the member. not_found: a member that no policy has; approved_week, field `effective_from`.
  Result<Policy> write_policy(const PolicyDraft& draft, const Actor& actor);
  /// The policy before it holds from then on, with the holidays of this one. not_found, field `from`; missing
  /// where it is the only one; approved_week.
  Result<void> remove_policy(Date from, const Actor& actor);

  std::vector<Holiday> holidays();  ///< by date: those that take effect
  /// Adds or takes back a day on which nobody is scheduled. Idempotent. approved_week, field `date`.
  Result<void> set_holiday(Date date, bool is_holiday, const Actor& actor);

  // --- Keeping it safe -----------------------------------------------------------------------------------
  BackupState backups(int limit);
  AuditPage audit(const AuditQuery& query);
  std::vector<std::string> audit_actions();  ///< every action that occurs, in order
  StorageReport storage();

 private:
  AgencyRules rules(Connection& connection) const;

  Room room_;
};

}  // namespace waymark::server
