// The module that late_transport.h loads.
#include "mobile/app/late_transport.h"
#include "mobile/device/http_transport.h"

extern "C" __attribute__((visibility("default"))) waymark::device::Transport* waymark_make_transport() {
  return new waymark::device::HttpTransport();
}

static_assert(std::is_same_v<decltype(&waymark_make_transport), waymark::app::MakeTransport>);
