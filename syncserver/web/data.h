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

  /// A text, a flag, a group or a list; also an empty list: {{^name}} shows.
  template <class Given>
  Data& set(std::string_view name, Given&& given) & {
    put(name, value_of(std::forward<Given>(given)));
    return *this;
  }
  /// The same of one that is being made, which is moved on and not copied.
  template <class Given>
  Data&& set(std::string_view name, Given&& given) && {
    return std::move(set(name, std::forward<Given>(given)));
  }
  /// One more item of the list `name`.
  Data& add(std::string_view name, Data item);
  /// Everything of `other` that is not here yet.
  Data& merge(Data other);

  const std::vector<std::pair<std::string, Value>>& members() const { return members_; }
  const Value* find(std::string_view name) const;

 private:
  static Value value_of(std::string text) { return text; }
  static Value value_of(std::string_view text) { return std::string(text); }
  static Value value_of(const char* text) { return std::string(text); }
  static Value value_of(bool flag) { return flag; }
  static Value value_of(List list) { return list; }
  static Value value_of(Data group) {
    List list;
    list.push_back(std::move(group));
    return list;
  }

  Value* known(std::string_view name);
  void put(std::string_view name, Value value);
  std::vector<std::pair<std::string, Value>> members_;
};

}  // namespace waymark::server
