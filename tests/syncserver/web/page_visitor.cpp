#include "tests/syncserver/web/page_visitor.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "syncserver/accounts/session_cookie.h"

namespace waymark::server::test {

namespace {

std::string encoded(std::string_view text) {
  std::string safe;
  for (const char c : text) safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return safe;
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '%' && i + 2 < text.size()) {
      plain += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      plain += text[i];
    }
  return plain;
}

}  // namespace

WebWorld::WebWorld()
    : World(TemporaryDirectory::Kind::memory),
      pages(*store, clock, {false, [] { return std::string("https://waymark.example"); }, {}}) {
  pages.add_to(router);
}

PageVisitor::PageVisitor(WebWorld& world, const std::string& person_id) : world_(world) {
  if (person_id.empty()) return;
  auto begun = world.store->begin_session(person_id, {person_id, "192.0.2.1"});
  REQUIRE(begun);
  token_ = std::move(*begun);
}

HttpResponse PageVisitor::ask(HttpRequest request) {
  request.client_address = "192.0.2.1";
  if (!token_.empty())
    request.headers.emplace_back("cookie", std::string(session_cookie_name(false)) + "=" + token_);
  return world_.router(request);
}

HttpResponse PageVisitor::get(const std::string& address) {
  HttpRequest request;
  request.method = "GET";
  const auto mark = address.find('?');
  request.path = address.substr(0, mark);
  std::string_view rest =
      mark == std::string::npos ? std::string_view() : std::string_view(address).substr(mark + 1);
  while (!rest.empty()) {
    const auto pair = rest.substr(0, rest.find('&'));
    const auto equals = pair.find('=');
    request.query.emplace_back(pair.substr(0, equals), decoded(pair.substr(equals + 1)));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
  }
  return ask(std::move(request));
}

HttpResponse PageVisitor::send(const std::string& path, const Fields& fields) {
  HttpRequest request;
  request.method = "POST";
  request.path = path;
  request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  for (const auto& [name, value] : fields)
    request.body += (request.body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
  return ask(std::move(request));
}

HttpResponse PageVisitor::post(const std::string& path, const Fields& fields) {
  auto all = fields;
  all.emplace_back("form_token", form_token(token_));
  return send(path, all);
}

HttpResponse PageVisitor::post_without_token(const std::string& path, const Fields& fields) {
  return send(path, fields);
}

HttpResponse PageVisitor::follow(const std::string& path, const Fields& fields) {
  const auto answer = post(path, fields);
  INFO(words_of(answer));
  REQUIRE(answer.status == 303);
  return get(header_of(answer, "Location"));
}

std::string header_of(const HttpResponse& response, std::string_view name) {
  for (const auto& [given, value] : response.headers)
    if (given == name) return value;
  return {};
}

std::string words_of(const HttpResponse& response) {
  std::string_view html = response.body;
  if (const auto main = html.find("<main"); main != std::string_view::npos) html.remove_prefix(main);
  std::string words;
  bool in_tag = false, blank = false;
  for (std::size_t i = 0; i < html.size(); ++i) {
    const char c = html[i];
    if (c == '<' || c == '>') in_tag = c == '<';
    const bool is_blank = in_tag || c == '>' || c == ' ' || c == '\n';
    if (!is_blank) {
      if (blank && !words.empty()) words += ' ';
      words += c;
    }
    blank = is_blank;
  }
  for (const auto& [escape, plain] :
       {std::pair{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}})
    for (auto at = words.find(escape); at != std::string::npos; at = words.find(escape, at + 1))
      words.replace(at, std::string_view(escape).size(), plain);
  return words;
}

bool says(const HttpResponse& response, std::string_view words) {
  return words_of(response).find(words) != std::string::npos;
}

}  // namespace waymark::server::test
