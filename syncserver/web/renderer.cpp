#include "syncserver/web/renderer.h"

#include <kainjow/mustache.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "syncserver/web/web_files.h"

namespace waymark::server {

namespace {

namespace km = kainjow::mustache;

constexpr int deepest_part = 8;

std::string with_parts(std::string_view name, int depth) {
  const auto& files = template_files();
  const auto file = files.find(name);
  if (file == files.end() || depth > deepest_part)
    throw std::logic_error("there is no template " + std::string(name));
  std::string_view rest = file->second;
  std::string text;
  for (auto tag = rest.find("{{> "); tag != std::string_view::npos; tag = rest.find("{{> ")) {
    const auto end = rest.find("}}", tag);
    if (end == std::string_view::npos) throw std::logic_error("a part has no end in " + std::string(name));
    text += rest.substr(0, tag);
    text += with_parts(rest.substr(tag + 4, end - tag - 4), depth + 1);
    rest.remove_prefix(end + 2);
  }
  return text += rest;
}

/// The library's own escapes all five characters, but one replacement pass each.
std::string escaped(const std::string& text) {
  std::string safe;
  safe.reserve(text.size() + 16);
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

km::data library_data(const Data& data);

km::data library_value(const Data::Value& value) {
  if (const auto* flag = std::get_if<bool>(&value))
    return km::data(*flag ? km::data::type::bool_true : km::data::type::bool_false);
  if (const auto* text = std::get_if<std::string>(&value)) return km::data(*text);
  km::data list(km::data::type::list);
  for (const auto& item : std::get<Data::List>(value)) list.push_back(library_data(item));
  return list;
}

km::data library_data(const Data& data) {
  km::data group(km::data::type::object);
  for (const auto& [name, value] : data.members()) group.set(name, library_value(value));
  return group;
}

/// Reading a template takes longer than filling it, and the library's template can be used by one thread at a
/// time: each is read once by every thread that shows it.
km::mustache& read_once(std::string_view name) {
  thread_local std::map<std::string, std::unique_ptr<km::mustache>, std::less<>> read;
  const auto known = read.find(name);
  if (known != read.end()) return *known->second;
  auto fresh = std::make_unique<km::mustache>(with_parts(name, 0));
  if (!fresh->is_valid())
    throw std::logic_error("the template " + std::string(name) +
                           " cannot be read: " + fresh->error_message());
  fresh->set_custom_escape(escaped);
  return *read.emplace(std::string(name), std::move(fresh)).first->second;
}

}  // namespace

std::string render(std::string_view name, const Data& data) {
  auto& filled = read_once(name);
  std::string page;
  filled.render(library_data(data), [&page](const std::string& piece) { page += piece; });
  if (!filled.is_valid())
    throw std::logic_error("the template " + std::string(name) + " failed: " + filled.error_message());
  return page;
}

}  // namespace waymark::server
