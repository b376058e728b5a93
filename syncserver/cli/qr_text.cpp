#include "syncserver/cli/qr_text.h"

#include <qrcodegen.hpp>

namespace waymark::server {

std::string qr_text(std::string_view content, bool colours) {
  const auto code =
      qrcodegen::QrCode::encodeText(std::string(content).c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  constexpr int quiet = 2;  // modules of empty border, which scanners need
  // Outside the code getModule is false, so light: the border draws itself.
  const auto light = [&](int x, int y) { return !code.getModule(x, y); };
  std::string text;
  for (int y = -quiet; y < code.getSize() + quiet; y += 2) {
    if (colours) text += "\x1b[97;40m";
    for (int x = -quiet; x < code.getSize() + quiet; ++x) {
      const bool upper = light(x, y);
      const bool lower = light(x, y + 1);
      text += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    if (colours) text += "\x1b[0m";
    text += '\n';
  }
  return text;
}

}  // namespace waymark::server
