// A QR code as lines of text, two rows of modules in one.
#pragma once

#include <string>
#include <string_view>

namespace waymark::server {

/// With `colours` black on white whatever the terminal's own; without, light modules are the blocks, which is
/// right on a dark terminal. Lines end with a newline.
std::string qr_text(std::string_view content, bool colours);

}  // namespace waymark::server
