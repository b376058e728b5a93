// A QR code as a picture in a page.
#pragma once

#include <string>
#include <string_view>

namespace waymark::server {

/// An <svg> with `label` as its name; dark on light in every theme, since scanners need it. The content is
/// only in the modules, not in the markup.
std::string qr_svg(std::string_view content, std::string_view label);

}  // namespace waymark::server
