#include "mobile/device/sides.h"

namespace waymark::device {
namespace {

void insert_side(Work& work, const Row& row, const SideOp& side, const char* kind, int place) {
  Query(work.sql,
        "INSERT INTO sides (rid, place, op, kind, received_at, deleted, device_name, body) VALUES "
        "(?,?,?,?,?,?,?,?)",
        row.rid, place, side.op, kind, side.received_at, side.deleted, work.seal(side.device_name),
        work.seal(side.body))
      .run();
}

}  // namespace

void save_sides(Work& work, const Row& row) {
  drop_sides(work, row.rid);
  int place = 0;
  for (const auto& side : row.conflicts) insert_side(work, row, side, "conflict", place++);
  for (const auto& side : row.held) insert_side(work, row, side, "held", place++);
}

void drop_sides(Work& work, std::string_view rid) {
  Query(work.sql, "DELETE FROM sides WHERE rid = ?", rid).run();
}

std::vector<ListedSide> sides_of(Work& work, std::string_view rid) {
  Query query(
      work.sql,
      "SELECT op, kind, received_at, deleted, device_name, body FROM sides WHERE rid = ? ORDER BY place",
      rid);
  std::vector<ListedSide> sides;
  while (query.next())
    sides.push_back(
        {{query.text(0), work.open(query.blob(4)), query.instant(2), query.flag(3), work.open(query.blob(5))},
         query.text(1) == "held"});
  return sides;
}

}  // namespace waymark::device
