// Templates to HTML. The one unit that knows the template library.
#pragma once

#include <string>
#include <string_view>

#include "syncserver/web/data.h"

namespace waymark::server {

/// Fills the template `name` of templates/. {{> part}} is replaced by the text of that template once, when
/// the program first uses it. Throws std::logic_error for a template that does not exist or cannot be read,
/// which a test finds before anybody else does.
std::string render(std::string_view name, const Data& data);

}  // namespace waymark::server
