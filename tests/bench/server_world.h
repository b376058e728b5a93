// A whole server over a store of its own, and phones' ends of the wire that speak to it as sync.md says: what
// the server's benchmarks measure with.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "shared/records/records.h"
#include "shared/sync/messages.h"
#include "syncserver/api/sync_server.h"
#include "syncserver/web/web_pages.h"

namespace httplib {
class Client;
}

namespace waymark::bench {

/// A connection that is kept, to a port of this machine.
class Connection {
 public:
  explicit Connection(int port);
  ~Connection();
  Connection(Connection&&) noexcept;

  struct Answer {
    int status = 0;  ///< 0: none came
    std::string body;
  };
  /// With a session's cookie, as a browser that is signed in.
  Answer get(const std::string& path, const std::string& cookie = {});
  Answer post(const std::string& path, const std::string& token, const std::string& body);

 private:
  std::unique_ptr<httplib::Client> client_;
};

/// One phone: who it is, and its marks.
class Phone {
 public:
  Phone(int port, std::string person_id, std::string token);

  const std::string& person() const { return person_id_; }
  /// One sync with these ops (as they are stored on a phone). Marks move on with the answer. The HTTP status.
  int sync(std::span<const std::string> ops = {});
  /// Syncs until nothing more comes.
  void catch_up();
  bool more() const { return more_; }

 private:
  Connection connection_;
  std::string person_id_, token_;
  Mark cursor_, high_;
  std::optional<std::int64_t> scope_;
  bool more_ = false;
};

class ServerWorld {
 public:
  /// Makes the store in `directory` with this many specialists, in teams of eight unless told otherwise:
  /// "Team 1" and so on.
  ServerWorld(const std::filesystem::path& directory, int specialists, int team_size = 8);
  ~ServerWorld();

  server::CentralStore& store() { return *store_; }
  int port() const { return server_->port(); }
  const std::vector<std::string>& specialists() const { return specialists_; }
  /// Enrols a phone of this specialist.
  Phone phone(int specialist);
  /// One more lead of a team, who signs in: the cookie of the session.
  std::string lead_cookie(const std::string& team);
  /// The pages' routes, to be asked without a socket between.
  const server::Router& pages() const { return page_router_; }
  RandomSource& random() { return random_; }
  const Clock& clock() const { return clock_; }

 private:
  SystemClock clock_;
  SystemRandom random_;
  std::unique_ptr<server::CentralStore> store_;
  std::unique_ptr<server::WebPages> pages_;
  server::Router page_router_;
  std::unique_ptr<server::SyncServer> server_;
  std::vector<std::string> specialists_;
};

/// A new device token: 43 characters of base64url.
std::string make_token(RandomSource& random);

}  // namespace waymark::bench
