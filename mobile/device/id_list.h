// Lists of ids: the order matters, no id twice. In the file they are one text with a space between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::device {

using Ids = std::vector<std::string>;

bool contains(const Ids& ids, std::string_view id);
/// Appends what is not there yet; "" is no id.
void append_new(Ids& ids, std::string_view id);
void append_new(Ids& ids, const Ids& more);
/// An op's ancestors: its parents, then those of the state it was made from; the first 16 (sync.md,
/// Operations).
Ids ancestors_of(const Ids& parents, const Ids& further);

std::string join(const Ids& ids);
Ids split(std::string_view text);

}  // namespace waymark::device
