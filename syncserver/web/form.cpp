#include "syncserver/web/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace waymark::server {

bool is_plain_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    if (lead < 0x80) {
      if (lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\r') return false;
      continue;
    }
    const int more = lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    if (more == 0 || lead > 0xf4 || i + static_cast<std::size_t>(more) > text.size()) return false;
    std::uint32_t point = lead & (0x3fu >> more);
    for (int k = 0; k < more; ++k) {
      const auto next = static_cast<unsigned char>(text[i++]);
      if ((next & 0xc0) != 0x80) return false;
      point = point << 6 | (next & 0x3fu);
    }
    const bool overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    if (overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return false;
  }
  return true;
}

namespace {

/// Signs that turn the direction of what stands around them (Unicode's bidirectional controls): a name is
/// shown beside others, and could make them read as something else.
constexpr std::array<std::string_view, 9> turning = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
                                                     "\u2066", "\u2067", "\u2068", "\u2069"};

std::string without_turning(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto rest = text.substr(i);
    const auto* found = std::find_if(turning.begin(), turning.end(),
                                     [&](std::string_view sign) { return rest.starts_with(sign); });
    if (found != turning.end()) {
      i += found->size();
    } else {
      kept += text[i++];
    }
  }
  return kept;
}

/// What nobody sees at the ends of a text: blanks, and signs without a width. A text of these alone is empty.
constexpr std::array<std::string_view, 18> blanks = {
    " ",      "\t",     "\r",     "\n",     "\u00a0", "\u2002", "\u2003", "\u2009", "\u200b",
    "\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u2060", "\u3000", "\ufeff"};

std::string trimmed_text(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    for (const auto blank : blanks) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), found = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), found = true;
    }
  }
  return std::string(text);
}

Data described(const Form& form, std::string_view name, std::string_view label, std::string_view hint) {
  Data field;
  const auto error = form.error_of(name);
  field.set("name", name).set("label", label);
  field.set("hint", hint.empty() ? Data::List() : Data::List{Data{}.set("text", hint)});
  field.set("error", error.empty() ? Data::List() : Data::List{Data{}.set("text", error)});
  std::string by;
  if (!hint.empty()) by = fmt::format("{}-hint", name);
  if (!error.empty()) by += fmt::format("{}{}-error", by.empty() ? "" : " ", name);
  field.set("described", by.empty() ? Data::List() : Data::List{Data{}.set("by", by)});
  return field;
}

}  // namespace

Form Form::read(const HttpRequest& request) {
  Form form;
  const auto type = request.header("content-type").value_or("");
  if (!type.starts_with("application/x-www-form-urlencoded")) return form;
  form.values_ = read_form_pairs(request.body);
  for (auto& [name, value] : form.values_)
    value = is_plain_text(value) ? without_turning(value) : std::string();
  return form;
}

bool Form::has(std::string_view name) const {
  return std::any_of(values_.begin(), values_.end(), [&](const auto& pair) { return pair.first == name; });
}

std::string Form::raw(std::string_view name) const {
  const auto found =
      std::find_if(values_.begin(), values_.end(), [&](const auto& pair) { return pair.first == name; });
  return found == values_.end() ? std::string() : found->second;
}

std::string Form::value(std::string_view name) const {
  return trimmed_text(raw(name));
}

std::vector<std::string> Form::values(std::string_view name) const {
  std::vector<std::string> all;
  for (const auto& [given, value] : values_)
    if (given == name) all.push_back(trimmed_text(value));
  return all;
}

std::string Form::required(std::string_view name, std::string_view sentence) {
  auto text = value(name);
  if (text.empty()) refuse(name, std::string(sentence));
  return text;
}

std::optional<Date> Form::date(std::string_view name) {
  const auto parsed = parse_date(value(name), name);
  if (parsed) return *parsed;
  refuse(name, "Give the date as year-month-day, for instance 2026-11-16.");
  return std::nullopt;
}

std::optional<int> Form::hours(std::string_view name) {
  auto text = value(name);
  std::replace(text.begin(), text.end(), ',', '.');
  const auto separator = text.find_first_of(".:");
  const auto whole = text.substr(0, separator);
  const auto rest = separator == std::string::npos ? std::string() : text.substr(separator + 1);
  const auto is_number = [](const std::string& digits) {
    return digits.size() <= 2 &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!whole.empty() && is_number(whole) && is_number(rest) &&
      (separator == std::string::npos || !rest.empty())) {
    int minutes = std::stoi(whole) * 60;
    if (!rest.empty() && text[separator] == ':')
      minutes += std::stoi(rest) < 60 ? std::stoi(rest) : 24 * 60;
    else if (!rest.empty())
      minutes += std::stoi(rest) * 60 / (rest.size() == 1 ? 10 : 100);
    if (minutes <= 24 * 60) return minutes;
  }
  refuse(name, "Give hours from 0 to 24, for instance 7.5 or 7:30.");
  return std::nullopt;
}

std::optional<int> Form::whole_number(std::string_view name, int least, int most) {
  const auto text = value(name);
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!text.empty() && read.ec == std::errc{} && read.ptr == text.data() + text.size() && number >= least &&
      number <= most)
    return number;
  refuse(name, fmt::format("Give a whole number from {} to {}.", least, most));
  return std::nullopt;
}

void Form::preset(std::string_view name, std::string value) {
  if (!has(name)) values_.emplace_back(name, std::move(value));
}

void Form::refuse(std::string_view field, std::string sentence) {
  if (error_of(field).empty()) errors_.emplace_back(field, std::move(sentence));
}

void Form::refuse(const Error& error) {
  refuse(has(error.field) ? std::string_view(error.field) : std::string_view(), error.message);
}

std::string Form::error_of(std::string_view field) const {
  const auto found =
      std::find_if(errors_.begin(), errors_.end(), [&](const auto& pair) { return pair.first == field; });
  return found == errors_.end() ? std::string() : found->second;
}

Data Form::field(std::string_view name, std::string_view label, const FieldWords& words) const {
  auto field = described(*this, name, label, words.hint);
  field.set("required", words.required).set("invalid", !error_of(name).empty());
  Data input;
  // A password is never sent back.
  input.set("value", words.type == "password" ? std::string() : raw(name));
  input.set("type", words.type).set("autocomplete", words.autocomplete);
  field.set(words.multiline ? "area" : "input", std::move(input));
  return field;
}

Data Form::choice(std::string_view name, std::string_view label, const Choices& choices,
                  std::string_view hint) const {
  auto field = described(*this, name, label, hint);
  field.set("required", true).set("invalid", !error_of(name).empty());
  Data::List options;
  const auto chosen = value(name);
  for (const auto& [value, words] : choices)
    options.push_back(Data{}.set("value", value).set("words", words).set("chosen", value == chosen));
  field.set("choice", Data{}.set("options", std::move(options)));
  return field;
}

Data Form::errors() const {
  Data list;
  for (const auto& [field, sentence] : errors_) {
    Data error;
    error.set("sentence", sentence);
    error.set("field", field.empty() ? Data::List() : Data::List{Data{}.set("name", field)});
    list.add("errors", std::move(error));
  }
  list.set("any_errors", !errors_.empty());
  return list;
}

}  // namespace waymark::server
