// The golden messages of tests/wire: the wire format as files, for every implementation to be held to. They
// are laid out for reading; what the program writes is the same text without the blanks.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "shared/records/json_fields.h"

namespace waymark::testing {

/// The file's text as it is.
inline std::string golden_text(const std::string& name) {
  std::ifstream file("tests/wire/" + name, std::ios::binary);
  INFO("run from the repository's root: tests/wire/" << name);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The file without blanks between its tokens.
inline std::string golden(const std::string& name) {
  return json::text_of(json::parse(golden_text(name)).value());
}

}  // namespace waymark::testing
