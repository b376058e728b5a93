#include "shared/ids.h"
#include "shared/sync/message_codec.h"
#include "syncserver/api/device_auth.h"
#include "syncserver/api/error_answer.h"
#include "syncserver/api/routes.h"

namespace waymark::server {

void add_history_route(Router& router, ApiContext context) {
  router.add("GET", "/v1/history/{rid}",
             for_devices(context.store, [context](HttpRequest& request, const DeviceIdentity& device) {
               const auto& rid = request.params.at("rid");
               if (!is_uuid(rid))
                 return error_answer({ErrorCode::not_found, "There is no such record.", "rid"});
               const auto history = context.store.history({device.person_id}, rid);
               return history ? ok_json(to_json(*history)) : error_answer(history.error());
             }));
}

}  // namespace waymark::server
