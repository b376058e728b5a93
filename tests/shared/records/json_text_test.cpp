#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <limits>

#include "shared/records/json_fields.h"
#include "shared/records/json_writer.h"

using namespace waymark;

namespace {

bool is_bad_json(std::string_view text) {
  const auto value = json::parse(text);
  return !value && value.error().code == ErrorCode::bad_json && value.error().field.empty();
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

double bits_as_double(std::uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

}  // namespace

TEST_CASE("Text that is no JSON is bad_json") {
  for (const std::string text :
       {"",         " ",     "{",     "[",        "\"",        "{\"a\":1",  "{\"a\" 1}",    "{\"a\":1,}",
        "[1,]",     "[1 2]", "{a:1}", "{'a':1}",  "nul",       "truely",    "01",           "+1",
        ".5",       "1.",    "1e",    "--1",      "NaN",       "Infinity",  "0x10",         "// comment\n1",
        "/* c */1", "{} {}", "1 2",   "\"\x01\"", "\"\\x41\"", "\"\\u12\"", "\"tab\there\""}) {
    CAPTURE(text);
    CHECK(is_bad_json(text));
  }
}

TEST_CASE("Every truncation of a message is bad_json") {
  const std::string whole = R"({"a":[1,-2.5e3,true,null,"x\u00e9\n"],"b":{"c":""}})";
  REQUIRE(json::parse(whole));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    CHECK(is_bad_json(whole.substr(0, length)));
  }
}

TEST_CASE("Text that is not UTF-8 is bad_json") {
  for (const std::string inside : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\x80",
                                   "\\ud800", "\\udc00x", "\\ud800\\u0041"}) {
    CHECK(is_bad_json("\"" + inside + "\""));
  }
  CHECK(json::parse("\"\xc3\xa9 \xf0\x9f\x9a\x8c \\ud83d\\ude8c\""));
}

TEST_CASE("Nesting is refused past 32 levels, however deep it claims to go") {
  CHECK(json::parse(nested(32)));
  CHECK(is_bad_json(nested(33)));
  CHECK(is_bad_json(nested(100'000)));
  CHECK(is_bad_json(std::string(1'000'000, '[')));
  CHECK(json::parse(nested(64), {}, 64));
}

TEST_CASE("Of members written twice the last counts") {
  CHECK(json::text_of(json::parse(R"({"a":1,"b":2,"a":3})").value()) == R"({"a":3,"b":2})");
}

TEST_CASE("Numbers are written as people write them") {
  const auto written = [](double value) {
    std::string out;
    json::append_number(out, value);
    return out;
  };
  CHECK(written(61.1) == "61.1");
  CHECK(written(20) == "20");
  CHECK(written(-75.2327) == "-75.2327");
  CHECK(written(100'000) == "100000");
  CHECK(written(0.00001) == "0.00001");
  CHECK(written(1e300) == "1e+300");
  CHECK(written(0) == "0");
  CHECK(written(-0.0) == "-0.0");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
  CHECK(written(std::nan("")) == "null");
}

TEST_CASE("A value keeps its kind and its digits through text") {
  for (const std::string text :
       {"null", "true", "0", "-1", "9223372036854775807", "-9223372036854775808", "18446744073709551615",
        "1.0", "-0.0", "0.1", "43.100912345678905", "1e+300", "5e-324", "1.7976931348623157e+308",
        R"("\u0000\u001f\"\\/é")", "[]", "{}", R"({"z":[1,{"y":null}],"a":""})"}) {
    CAPTURE(text);
    const auto value = json::parse(text).value();
    const auto again = json::parse(json::text_of(value)).value();
    CHECK(again == value);
    CHECK(again.kind() == value.kind());
    CHECK(json::text_of(again) == json::text_of(value));
  }
  CHECK(json::text_of(json::parse("1.0").value()) == "1.0");
  CHECK(json::text_of(json::parse("[1e400,-1e400]").value()) == "[1e999,-1e999]");
  CHECK(json::text_of(json::parse(R"("\u0000\u001f\/\u00e9")").value()) == "\"\\u0000\\u001f/é\"");
}

TEST_CASE("Every finite double comes back exactly from its text") {
  rc::prop("bits in, bits out", [](std::uint64_t bits) {
    const double value = bits_as_double(bits);
    RC_PRE(std::isfinite(value));
    std::string text;
    json::append_number(text, value);
    const auto parsed = json::parse(text).value();
    RC_ASSERT(parsed.to_number<double>() == value);
  });
}

TEST_CASE("A decimal is read as the double nearest to it") {
  rc::prop("as strtod reads it", [](std::int32_t whole, std::uint64_t fraction) {
    const auto text = std::to_string(whole) + "." + std::to_string(fraction);
    RC_ASSERT(json::parse(text).value().get_double() == std::strtod(text.c_str(), nullptr));
  });
}

TEST_CASE("The writer puts commas where they belong") {
  json::Writer out;
  out.begin_object();
  out.key("list").begin_array().integer(1).text("a\"b").null().begin_object().end_object().end_array();
  out.key("empty").begin_object().end_object();
  out.members_of("").members_of("{}").members_of(R"({"x":1,"y":[2]})");
  out.optional_text("none", "")
      .optional_text("some", "s")
      .optional_true("no", false)
      .optional_true("yes", true);
  out.key("last").boolean(false).end_object();
  CHECK(out.take() ==
        R"({"list":[1,"a\"b",null,{}],"empty":{},"x":1,"y":[2],"some":"s","yes":true,"last":false})");
}
