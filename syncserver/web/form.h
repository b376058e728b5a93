// A submitted HTML form: what was typed, and the sentences that belong beside the fields. A refused form is
// shown again as it was typed.
//
//   auto& form = visit.form();
//   const auto name = form.required("name", "Give the person's name.");
//   if (!form.ok()) return …show the page again with form.field("name", "Name")…
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/error.h"
#include "shared/time/instant.h"
#include "syncserver/api/http_message.h"
#include "syncserver/web/data.h"

namespace waymark::server {

/// True for well-formed UTF-8 without NUL and other control characters than tab and line ends.
bool is_plain_text(std::string_view text);

class Form {
 public:
  Form() = default;
  /// Of an application/x-www-form-urlencoded body; anything else reads as an empty form. What is no UTF-8
  /// reads as "".
  static Form read(const HttpRequest& request);

  bool has(std::string_view name) const;
  std::string value(std::string_view name) const;                ///< the first, trimmed; "" without one
  std::vector<std::string> values(std::string_view name) const;  ///< all, e.g. of ticked boxes
  std::string raw(std::string_view name) const;                  ///< not trimmed: a password

  /// The value; an error beside the field when it is empty.
  std::string required(std::string_view name, std::string_view sentence);
  /// A date YYYY-MM-DD; an error beside the field when it is none.
  std::optional<Date> date(std::string_view name);
  /// Minutes from hours as people write them: "7.5", "7:30", "8"; 0 to 24 hours.
  std::optional<int> hours(std::string_view name);
  std::optional<int> whole_number(std::string_view name, int least, int most);

  /// Pre-fills a field before anything was typed (an edit of what is there).
  void preset(std::string_view name, std::string value);

  void refuse(std::string_view field, std::string sentence);
  /// Of a refusal by the store: beside its field where the form has it, else for the whole form.
  void refuse(const Error& error);
  bool ok() const { return errors_.empty(); }
  std::string error_of(std::string_view field) const;

  /// For {{> part_field}}: {name, label, value, hint, error}. `type` as HTML's: text, password, date, number…
  struct FieldWords {
    std::string_view type = "text";
    std::string_view hint = {};
    std::string_view autocomplete = "off";
    bool required = true;
    bool multiline = false;
  };
  Data field(std::string_view name, std::string_view label, const FieldWords& words) const;
  Data field(std::string_view name, std::string_view label) const { return field(name, label, FieldWords()); }
  /// For {{> part_field}} as a list to choose from: pairs of value and words.
  using Choices = std::vector<std::pair<std::string, std::string>>;
  Data choice(std::string_view name, std::string_view label, const Choices& choices,
              std::string_view hint = {}) const;
  /// For {{> part_errors}}: what is wrong, in one list above the form, each a link to its field.
  Data errors() const;

 private:
  std::vector<std::pair<std::string, std::string>> values_;
  std::vector<std::pair<std::string, std::string>> errors_;  // by field; "" for the whole form
};

}  // namespace waymark::server
