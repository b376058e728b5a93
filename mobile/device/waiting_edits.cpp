#include "mobile/device/waiting_edits.h"

#include "mobile/device/database.h"
#include "mobile/device/outbox.h"

namespace waymark::device {

Result<std::vector<WaitingRecord>> waiting_records(const DeviceStore& store, int limit) {
  return store.database().read([limit](Work& work) -> Result<std::vector<WaitingRecord>> {
    std::vector<WaitingRecord> records;
    std::vector<std::string> newest;
    {
      Query query(
          work.sql,
          "SELECT w.rid, w.since, w.edits, o.op FROM (SELECT rid, min(made_at) AS since, count(*) AS edits, "
          "min(no) AS first, max(no) AS last FROM ops WHERE state <> 'acked' AND state = 'unsent' GROUP BY "
          "rid) w "
          "JOIN ops o ON o.no = w.last ORDER BY w.first LIMIT ?",
          limit);
      while (query.next()) {
        WaitingRecord record;
        record.rid = query.text(0);
        record.since = query.instant(1);
        record.edits = static_cast<int>(query.integer(2));
        newest.push_back(query.text(3));
        records.push_back(std::move(record));
      }
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
      Op op = frozen_op(work, newest[i]);
      records[i].type = op.type;
      records[i].deleted = op.deleted;
      records[i].body = std::move(op.body);
    }
    return records;
  });
}

Result<int> waiting_record_count(const DeviceStore& store) {
  return store.database().read([](Work& work) -> Result<int> {
    Query query(work.sql, "SELECT count(DISTINCT rid) FROM ops WHERE state <> 'acked' AND state = 'unsent'");
    return query.next() ? static_cast<int>(query.integer(0)) : 0;
  });
}

}  // namespace waymark::device
