#include "syncserver/cli/carry_out.h"

#include "syncserver/cli/store_door.h"

namespace waymark::server {

int carry_out(const Invocation& invocation, std::string_view action, const boost::json::object& params,
              const std::function<std::string(const boost::json::value& answer)>& words) {
  const auto done = run_on_store(invocation, action, boost::json::serialize(params));
  if (!done) return invocation.refuse(done.error());
  return invocation.answer(*done, invocation.json ? std::string() : words(boost::json::parse(*done)));
}

std::string text_at(const boost::json::value& object, std::string_view member) {
  const auto& value = object.at(member);
  return value.is_null() ? std::string() : std::string(value.as_string());
}

std::int64_t number_at(const boost::json::value& object, std::string_view member) {
  return object.at(member).as_int64();
}

}  // namespace waymark::server
