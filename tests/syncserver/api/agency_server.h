// A whole server over a real store in a directory of its own: an agency with a lead and two specialists in
// the team North, a specialist in South, and an admin. The clock is the test's.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <memory>
#include <string>

#include "syncserver/api/sync_server.h"
#include "tests/manual_clock.h"
#include "tests/temporary_directory.h"

namespace waymark::test {

struct JsonAnswer {
  int status = 0;
  boost::json::value body;
  std::map<std::string, std::string> headers;  ///< names in lower case

  /// error.code, "" without an error.
  std::string code() const;
  /// error.field, "" without one.
  std::string field() const;
};

class AgencyServer {
 public:
  explicit AgencyServer(server::SyncServerOptions options = {});
  ~AgencyServer();

  std::string person(const std::string& name) const { return people_.at(name); }  ///< Ana, Ben, Lea, Odd, Ada
  int port() const { return server_->port(); }

  /// A request with an optional bearer token; `body` is sent with POST.
  JsonAnswer ask(const std::string& method, const std::string& path, const std::string& token = {},
                 const std::string& body = {}, const std::map<std::string, std::string>& headers = {}) const;

  TemporaryDirectory directory;
  ManualClock clock;
  SystemRandom random;
  std::unique_ptr<server::CentralStore> store;

 private:
  std::map<std::string, std::string> people_;
  std::unique_ptr<server::SyncServer> server_;
};

/// A phone as sync.md describes one: it makes its token, enrols, and remembers its marks and tips.
class Phone {
 public:
  Phone(AgencyServer& agency, const std::string& name, const std::string& label = "Phone");

  const std::string& token() const { return token_; }
  const std::string& person() const { return person_; }
  const std::string& device() const { return device_; }

  /// An edit of `rid` (a new record when ""): parents are the tip, or what is given.
  boost::json::object edit(const std::string& type, boost::json::object body, std::string rid = {},
                           boost::json::array parents = {});
  /// One request; marks and tips move on a plain 200.
  JsonAnswer exchange(boost::json::array ops = {});
  /// Exchanges until nothing more comes; the results, in order.
  boost::json::array sync(const boost::json::array& ops = {});
  const boost::json::object& row(const std::string& rid) const { return rows_.at(rid); }
  bool has_row(const std::string& rid) const { return rows_.contains(rid); }

 private:
  AgencyServer& agency_;
  std::string token_, person_, device_;
  boost::json::value scope_, cursor_, high_;
  std::map<std::string, boost::json::object> rows_;
  std::map<std::string, boost::json::array> tips_;  // the next edit's anc: the tip, then its ancestors
};

/// A new device token: 43 characters of base64url.
std::string make_token(RandomSource& random);

}  // namespace waymark::test
