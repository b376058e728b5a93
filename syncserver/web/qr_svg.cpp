#include "syncserver/web/qr_svg.h"

#include <fmt/format.h>

#include <qrcodegen.hpp>

namespace waymark::server {

std::string qr_svg(std::string_view content, std::string_view label) {
  const auto code =
      qrcodegen::QrCode::encodeText(std::string(content).c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  constexpr int quiet = 4;  // modules of empty border, which the standard asks for
  std::string path;
  for (int y = 0; y < code.getSize(); ++y)
    for (int x = 0; x < code.getSize(); ++x) {
      if (!code.getModule(x, y)) continue;
      int end = x + 1;
      while (end < code.getSize() && code.getModule(end, y)) ++end;
      path += fmt::format("M{} {}h{}v1h-{}z", x + quiet, y + quiet, end - x, end - x);
      x = end;
    }
  const int size = code.getSize() + 2 * quiet;
  return fmt::format(
      R"(<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges">)"
      R"(<path fill="#fff" d="M0 0h{}v{}h-{}z"/><path fill="#000" d="{}"/></svg>)",
      label, size, size, size, size, size, path);
}

}  // namespace waymark::server
