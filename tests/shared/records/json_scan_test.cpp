#include "shared/records/json_scan.h"

#include <catch2/catch.hpp>
#include <string>

using namespace waymark;

namespace {

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE("Text that is one JSON value is grammatical") {
  for (const std::string text :
       {"null", "true", "false", "0", "-0", "10.25", "1e5", "-1.5E-7", "\"\"", R"("a\"\\\/\b\f\n\r\t\u00e9")",
        "[]", "{}", " [ 1 , [ ] , { } ] ", R"({"a":1,"a":{"b":[null]},"":""})", "\t\r\n 1 \n",
        "\"\xc3\xa9 \xf0\x9f\x9a\x8c\x7f\""}) {
    CAPTURE(text);
    CHECK(json::is_grammatical(text));
  }
}

TEST_CASE("Text that is no JSON value, or more than one, is not") {
  for (const std::string text :
       {"",        " ",     "{",     "[",        "\"",        "{\"a\":1",  "{\"a\" 1}",   "{\"a\":1,}",
        "[1,]",    "[,1]",  "[1 2]", "{a:1}",    "{'a':1}",   "nul",       "truely",      "01",
        "+1",      ".5",    "1.",    "1e",       "1e+",       "--1",       "-",           "NaN",
        "// c\n1", "{} {}", "1 2",   "\"\x01\"", "\"\\x41\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\",
        "[}",      "{]",    "]",     "}",        "{\"a\":1]", "[1}",       "{1:1}",       "\"tab\there\""}) {
    CAPTURE(text);
    CHECK_FALSE(json::is_grammatical(text));
  }
}

TEST_CASE("Text that is not UTF-8 is no JSON") {
  for (const std::string inside :
       {"\xff", "\xc3", "\xc0\xaf", "\xc1\x81", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
        "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\x80", "\xe2\x82", "\xc3x"}) {
    CHECK_FALSE(json::is_grammatical("\"" + inside + "\""));
  }
  CHECK(json::is_grammatical("\"\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf\""));
}

TEST_CASE("The grammar allows what values cannot have") {
  CHECK(json::is_grammatical(R"("\ud800")"));
  CHECK(json::is_grammatical(R"("\udc00x\ud800\u0041")"));
  CHECK(json::is_grammatical("1e99999999999999999999"));
  CHECK(json::is_grammatical(nested(1'000'000)));
  CHECK_FALSE(json::is_grammatical(nested(1'000'000) + "]"));
  CHECK_FALSE(json::is_grammatical(std::string(1'000'000, '[')));
}

TEST_CASE("An object comes apart into its members, in order, repeated ones too") {
  const auto members = json::raw_members(" { \"a\" : [1, 2 ] , \"b\\u0062\":{ } ,\"a\":\"}\" } ");
  REQUIRE(members);
  REQUIRE(members->size() == 3);
  CHECK(members->at(0).name == "\"a\"");
  CHECK(members->at(0).value == "[1, 2 ]");
  CHECK(members->at(1).name == "\"b\\u0062\"");
  CHECK(members->at(1).value == "{ }");
  CHECK(members->at(2).name == "\"a\"");
  CHECK(members->at(2).value == "\"}\"");
  CHECK(json::raw_members("{}")->empty());
  for (const std::string text : {"[]", "1", "", "{\"a\":1", "{\"a\":1}x", "{\"a\":}", "{,}"})
    CHECK_FALSE(json::raw_members(text));
}

TEST_CASE("An array comes apart into its items") {
  const auto items = json::raw_items("[ {\"a\":[]} ,\"]\", -1.5e3 ,[[ ]]]");
  REQUIRE(items);
  REQUIRE(items->size() == 4);
  CHECK(items->at(0) == "{\"a\":[]}");
  CHECK(items->at(1) == "\"]\"");
  CHECK(items->at(2) == "-1.5e3");
  CHECK(items->at(3) == "[[ ]]");
  CHECK(json::raw_items(" [ ] ")->empty());
  for (const std::string text : {"{}", "1", "", "[1", "[1]]", "[1,]"}) CHECK_FALSE(json::raw_items(text));
}
