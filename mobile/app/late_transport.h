// The way to a server, loaded when it is first needed: TLS and all that belongs to it take a tenth of the
// app's memory, and none of it shows in the first frame.
#pragma once

#include <QString>
#include <memory>
#include <mutex>

#include "mobile/device/transport.h"

namespace waymark::app {

/// What the module hands out (transport_module.cpp).
using MakeTransport = device::Transport* (*)();
constexpr const char* make_transport_symbol = "waymark_make_transport";

class LateTransport final : public device::Transport {
 public:
  /// `module` is the library's path without prefix and suffix: beside the program, by default.
  explicit LateTransport(QString module = besideProgram());

  /// `internal`, with a sentence that says what to do, when the module cannot be loaded.
  Result<device::HttpResponse> send(const device::HttpRequest& request, device::Abort& abort) override;

 private:
  static QString besideProgram();

  QString module_;
  std::once_flag loaded_;
  std::unique_ptr<device::Transport> transport_;  ///< null when the module cannot be loaded
};

}  // namespace waymark::app
