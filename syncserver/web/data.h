// What a template is filled with: a plain tree of texts, flags, lists and groups, so that pages need not know
// the template library.
//
//   Data page;
//   page.set("name", person.name);                     {{name}}   escaped
//   page.set("disabled", person.disabled);             {{#disabled}}…{{/disabled}}
//   for (…) page.add("rows", Data{}.set("day", …));    {{#rows}}{{day}}{{/rows}}, {{^rows}}None yet{{/rows}}
//   page.set("bar", Data{}.set("svg", svg));           {{#bar}}{{{svg}}}{{/bar}}, three braces: not escaped
//
// {{{…}}} is only for markup this program made (svg.h), never for anything a person typed.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace waymark::server {

class Data {
 public:
  using List = std::vector<Data>;
  using Value = std::variant<bool, std::string, List>;  ///< a group is a list of one

  Data& set(std::string_view name, std::string text);
  Data& set(std::string_view name, std::string_view text) { return set(name, std::string(text)); }
  Data& set(std::string_view name, const char* text) { return set(name, std::string(text)); }
  Data& set(std::string_view name, bool flag);
  Data& set(std::string_view name, Data group);
  /// A list, also an empty one: {{^name}} shows.
  Data& set(std::string_view name, List list);
  /// One more item of the list `name`.
  Data& add(std::string_view name, Data item);
  /// Everything of `other` that is not here yet.
  Data& merge(Data other);

  const std::vector<std::pair<std::string, Value>>& members() const { return members_; }
  const Value* find(std::string_view name) const;

 private:
  Value& at(std::string_view name);
  std::vector<std::pair<std::string, Value>> members_;
};

}  // namespace waymark::server
