#include "tests/syncserver/web/pages_server.h"

#include <httplib.h>
#include <sodium.h>

#include <array>
#include <stdexcept>

#include "syncserver/web/web_pages.h"

namespace waymark::test {

using namespace waymark::server;

namespace {

SyncServerOptions with_pages(PagesServer* pages, SyncServerOptions options) {
  options.more_routes = [pages, kept = std::make_shared<std::unique_ptr<WebPages>>(),
                         secure = options.is_secure()](Router& router, const SyncServer& running) {
    *kept = std::make_unique<WebPages>(*pages->store, pages->clock,
                                       WebOptions{secure, [&running] { return running.reached_at(); }, {}});
    (*kept)->add_to(router);
  };
  return options;
}

std::string encoded(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    constexpr const char* hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      safe += c;
    else
      safe += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return safe;
}

}  // namespace

PagesServer::PagesServer() : PagesServer(SyncServerOptions{}) {}
PagesServer::PagesServer(SyncServerOptions options) : AgencyServer(with_pages(this, std::move(options))) {}

namespace {

/// As the server's own, at the least cost there is: a test signs in hundreds of times.
std::string cheap_hash(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (sodium_init() < 0 || crypto_pwhash_str(text.data(), password.data(), password.size(),
                                             crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN) != 0)
    throw std::runtime_error("The password cannot be hashed.");
  return text.data();
}

}  // namespace

void PagesServer::give_password(const std::string& name, const std::string& login) {
  static const std::string hash = cheap_hash(good_password);
  if (const auto set = store->set_login(person(name), login, hash, {}); !set)
    throw std::runtime_error(set.error().message);
}

std::string PageAnswer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

std::string hidden_value(const std::string& page, const std::string& name) {
  const auto start = "name=\"" + name + "\" value=\"";
  const auto at = page.find(start);
  if (at == std::string::npos) return {};
  const auto from = at + start.size();
  return page.substr(from, page.find('"', from) - from);
}

std::string Browser::cookie(const std::string& name) const {
  const auto found = cookies_.find(name);
  return found == cookies_.end() ? std::string() : found->second;
}

PageAnswer Browser::send(const std::string& method, const std::string& path, const std::string& body,
                         std::map<std::string, std::string> headers) {
  httplib::Client client("127.0.0.1", server_.port());
  client.set_read_timeout(30);
  httplib::Request request;
  request.method = method;
  request.path = path;
  request.body = body;
  std::string jar;
  for (const auto& [name, value] : cookies_) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
  if (!jar.empty()) request.headers.emplace("Cookie", jar);
  request.headers.insert(headers.begin(), headers.end());
  const auto got = client.send(request);
  if (!got) throw std::runtime_error("no answer to " + method + " " + path);
  PageAnswer answer{got->status, got->body, {}};
  for (const auto& [name, value] : got->headers) {
    std::string lower = name;
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    answer.headers.emplace(lower, value);
    if (lower != "set-cookie") continue;
    const auto equals = value.find('=');
    const auto cookie = value.substr(0, equals);
    const auto content = value.substr(equals + 1, value.find(';') - equals - 1);
    if (content.empty())
      cookies_.erase(cookie);
    else
      cookies_[cookie] = content;
  }
  if (const auto token = hidden_value(answer.body, "form_token"); !token.empty()) form_token_ = token;
  return answer;
}

PageAnswer Browser::get(const std::string& path, const std::map<std::string, std::string>& headers) {
  return send("GET", path, {}, headers);
}

PageAnswer Browser::post(const std::string& path, Fields fields,
                         const std::map<std::string, std::string>& headers) {
  bool has_token = false;
  for (const auto& [name, value] : fields) has_token = has_token || name == "form_token";
  if (!has_token) fields.emplace_back("form_token", form_token_);
  std::string body;
  for (const auto& [name, value] : fields)
    body += (body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
  auto all = headers;
  all.emplace("Content-Type", "application/x-www-form-urlencoded");
  return send("POST", path, body, std::move(all));
}

PageAnswer Browser::follow(const PageAnswer& answer) {
  return get(answer.header("location"));
}

PageAnswer Browser::sign_in(const std::string& login, const std::string& password) {
  get("/sign-in");
  return post("/sign-in", {{"login", login}, {"password", password}, {"next", "/"}});
}

}  // namespace waymark::test
