// Drawing numbers inside a property.
#pragma once

#include <rapidcheck.h>

namespace waymark::testing {

/// A number from `low` to below `high`, over the whole range from the first try on: rapidcheck by itself
/// begins near `low`. Failing numbers still shrink towards it.
template <class Number>
Number draw(Number low, Number high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(low, high));
}

}  // namespace waymark::testing
