// The other sockets: a file for the command line, and TLS.
#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "syncserver/api/unix_socket_path.h"
#include "tests/syncserver/api/door.h"
#include "tests/syncserver/api/raw_client.h"
#include "tests/temporary_directory.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;

namespace {

HttpServerOptions on_unix(const std::filesystem::path& path) {
  HttpServerOptions options;
  options.endpoint = UnixEndpoint{path};
  return options;
}

std::string ask_over_unix(const std::filesystem::path& path) {
  const auto reached = UnixSocketPath::open(path);
  REQUIRE(reached);
  httplib::Client client(reached->short_name(), 1);
  client.set_address_family(AF_UNIX);
  const auto answer = client.Get("/hello", {{"Host", "localhost"}});
  return answer ? answer->body : "no answer";
}

/// A self-signed certificate for localhost and its key, as PEM files.
TlsFiles make_certificate(const std::filesystem::path& directory) {
  const TlsFiles files{directory / "cert.pem", directory / "key.pem"};
  EVP_PKEY* key = EVP_RSA_gen(2048);
  X509* certificate = X509_new();
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -3'600);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3'600);
  X509_set_pubkey(certificate, key);
  auto* name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"),
                             -1, -1, 0);
  X509_set_issuer_name(certificate, name);
  X509_sign(certificate, key, EVP_sha256());
  FILE* file = fopen(files.certificate.c_str(), "w");
  PEM_write_X509(file, certificate);
  fclose(file);
  file = fopen(files.key.c_str(), "w");
  PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
  fclose(file);
  X509_free(certificate);
  EVP_PKEY_free(key);
  return files;
}

}  // namespace

TEST_CASE("a Unix socket is its owner's alone, at a path of any length, and gone when the server is") {
  const TemporaryDirectory directory;
  auto deep = directory.path();
  for (int i = 0; i < 4; ++i) deep /= std::string(60, static_cast<char>('a' + i));
  std::filesystem::create_directories(deep);
  for (const auto& path : {directory.path() / "short.sock", deep / "agency.db.sock"}) {
    {
      const Door door(on_unix(path));
      struct stat found {};
      REQUIRE(stat(path.c_str(), &found) == 0);
      CHECK(S_ISSOCK(found.st_mode));
      CHECK((found.st_mode & 0777) == 0600);
      CHECK(ask_over_unix(path) == "hello");
    }
    CHECK_FALSE(std::filesystem::exists(path));
  }
}

TEST_CASE("the socket that a killed server left is replaced, another file is not") {
  const TemporaryDirectory directory;
  const auto path = directory.path() / "agency.db.sock";
  const int left_over = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
  REQUIRE(bind(left_over, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
  close(left_over);
  {
    const Door door(on_unix(path));
    CHECK(ask_over_unix(path) == "hello");
  }
  const auto notes = directory.path() / "notes";
  std::ofstream(notes) << "mine";
  HttpServer server(on_unix(notes), [](HttpRequest&) { return ok_json(""); });
  const auto started = server.start();
  REQUIRE_FALSE(started);
  CHECK(started.error().code == ErrorCode::cannot_open);
  CHECK(std::filesystem::file_size(notes) == 4);
}

TEST_CASE("a directory that is not there is told by name") {
  HttpServer server(on_unix("/nowhere/at/all/x.sock"), [](HttpRequest&) { return ok_json(""); });
  const auto started = server.start();
  REQUIRE_FALSE(started);
  CHECK(started.error().message.find("/nowhere/at/all") != std::string::npos);
}

TEST_CASE("TLS carries requests, and nothing else on its port does") {
  const TemporaryDirectory directory;
  HttpServerOptions options;
  options.tls = make_certificate(directory.path());
  options.times = unhurried();
  Door door(options);
  httplib::SSLClient client("127.0.0.1", door.port());
  client.enable_server_certificate_verification(false);
  client.set_keep_alive(true);
  for (int i = 0; i < 3; ++i) {
    const auto answer = client.Get("/hello");
    REQUIRE(answer);
    CHECK(answer->body == "hello");
  }
  const auto posted = client.Post("/length", std::string(200'000, 'x'), "text/plain");
  REQUIRE(posted);
  CHECK(posted->body == "200000");
  const auto refused = client.Post("/length", std::string(300'000, 'x'), "text/plain");
  REQUIRE(refused);
  CHECK(refused->status == 413);

  RawClient plain(door.port());
  plain.send(get("/hello"));
  CHECK_FALSE(plain.read());
  CHECK(door.reached == 4);
}

TEST_CASE("a certificate that can't be read is told, with both files") {
  HttpServerOptions options;
  options.tls = TlsFiles{"/nowhere/cert.pem", "/nowhere/key.pem"};
  HttpServer server(options, [](HttpRequest&) { return ok_json(""); });
  const auto started = server.start();
  REQUIRE_FALSE(started);
  CHECK(started.error().code == ErrorCode::cannot_open);
  CHECK(started.error().message.find("/nowhere/cert.pem") != std::string::npos);
}
