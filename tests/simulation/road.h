// The network between a phone and the server, as the phone's session sees it: what is sent may be lost, come
// twice, be cut or changed on its way, as whoever made the road decides for each request.
#pragma once

#include <functional>
#include <string>

#include "mobile/device/transport.h"
#include "tests/simulation/server_site.h"

namespace waymark::simulation {

inline const std::string site_address = "https://waymark.example";

enum class Fate {
  arrives,
  request_lost,
  answer_lost,
  answer_cut,    ///< only its first half comes
  repeated,      ///< the request arrives twice; the phone sees the second answer
  too_old,       ///< the app's protocol is one the server does not speak
  unknown_type,  ///< the page also holds a row of a record type that no version here knows
};

class Road final : public device::Transport {
 public:
  using Choose = std::function<Fate()>;
  using OnWay = std::function<void(const device::HttpRequest&)>;

  explicit Road(ServerSite& site) : site_(site) {}
  /// `choose` says of each request what becomes of it; `on_way` is called when it has left the phone.
  Road(ServerSite& site, Choose choose, OnWay on_way)
      : site_(site), choose_(std::move(choose)), on_way_(std::move(on_way)) {}

  Result<device::HttpResponse> send(const device::HttpRequest& request, device::Abort& abort) override;

 private:
  ServerSite& site_;
  Choose choose_;
  OnWay on_way_;
};

/// The request as an app would send it that speaks a protocol before the first.
std::string with_old_protocol(std::string request);
/// The answer with one more row at its head, of a type nobody here knows.
std::string with_unknown_row(std::string answer);

}  // namespace waymark::simulation
