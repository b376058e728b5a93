#include "mobile/device/outbox_export.h"

#include <boost/json.hpp>
#include <utility>

#include "mobile/device/database.h"
#include "mobile/device/files.h"
#include "mobile/device/sync_state.h"

namespace waymark::device {

Result<int> export_outbox(const DeviceStore& store, const std::filesystem::path& file) {
  auto text = store.database().read([](Work& work) -> Result<std::pair<std::string, int>> {
    const auto identity = load_identity(work).value_or(Identity{});
    std::string unsent, refused;
    int ops = 0;
    Query query(work.sql, "SELECT frozen, state, code, field FROM ops WHERE state <> 'acked' ORDER BY no");
    for (; query.next(); ++ops) {
      // The op's own text, byte for byte as it would be sent.
      const auto frozen = work.open(query.blob(0));
      if (query.text(1) == "unsent") {
        unsent += (unsent.empty() ? "\n" : ",\n") + frozen;
      } else {
        refused += (refused.empty() ? "\n" : ",\n") + ("{\"op\":" + frozen);
        refused += ",\"code\":" + boost::json::serialize(boost::json::string(query.text(2)));
        refused += ",\"field\":" + boost::json::serialize(boost::json::string(query.text(3))) + "}";
      }
    }
    const boost::json::object head{{"exported_at", to_ms(work.clock.now())},
                                   {"person_id", identity.person_id},
                                   {"device_id", identity.device_id}};
    auto json = boost::json::serialize(head);
    json.pop_back();  // its closing brace
    json += ",\n\"unsent\":[" + unsent + "],\n\"refused\":[" + refused + "]}\n";
    return std::pair{std::move(json), ops};
  });
  if (!text) return tl::unexpected(text.error());
  if (auto written = write_private_file(file, text->first, Existing::refuse); !written)
    return tl::unexpected(written.error());
  return text->second;
}

}  // namespace waymark::device
