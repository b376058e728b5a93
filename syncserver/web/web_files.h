// What the pages are made of, compiled in from templates/ and style.css by embed_files.cmake.
#pragma once

#include <map>
#include <string_view>

namespace waymark::server {

/// Mustache texts by file name without its ending.
const std::map<std::string_view, std::string_view>& template_files();

extern const std::string_view style_sheet;
/// "/style-<hash of its content>.css"
extern const std::string_view style_sheet_path;

}  // namespace waymark::server
