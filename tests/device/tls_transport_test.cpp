// TLS: the server's certificate must be signed by an authority this machine trusts, and be the server's own.
#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <memory>
#include <thread>

#include "mobile/device/http_transport.h"
#include "tests/device/device_world.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

/// A certificate that signs itself, for one address, valid for a day.
Certificate certificate_for(const std::string& alternative_name, EVP_PKEY* key) {
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24 * 3600);
  X509_set_pubkey(certificate.get(), key);
  auto* name = X509_get_subject_name(certificate.get());
  const std::string common = "Waymark test";
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(common.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative_name.c_str());
  X509_add_ext(certificate.get(), extension, -1);
  X509_EXTENSION_free(extension);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

struct TlsServer {
  explicit TlsServer(const std::string& alternative_name)
      : key(EVP_EC_gen("P-256")),
        certificate(certificate_for(alternative_name, key.get())),
        server(certificate.get(), key.get()) {
    server.new_task_queue = [] { return new httplib::ThreadPool(2); };
    server.Post("/v1/sync", [this](const httplib::Request&, httplib::Response& response) {
      reached = true;
      response.set_content("{}", "application/json");
    });
    port = server.bind_to_any_port("127.0.0.1");
    thread = std::thread([this] { server.listen_after_bind(); });
    while (!server.is_running()) std::this_thread::yield();  // stop() before that would be lost
    authority = folder / "authority.pem";
    std::FILE* file = std::fopen(authority.c_str(), "w");
    PEM_write_X509(file, certificate.get());
    std::fclose(file);
  }
  ~TlsServer() {
    server.stop();
    thread.join();
  }
  Result<HttpResponse> post(const std::filesystem::path& ca_file) const {
    HttpTransportOptions options;
    options.ca_file = ca_file;
    HttpTransport transport(options);
    Abort abort;
    return transport.send({"POST", "https://127.0.0.1:" + std::to_string(port), "/v1/sync", "secret", "{}"},
                          abort);
  }

  TemporaryDirectory folder;
  std::filesystem::path authority;
  Key key;
  Certificate certificate;
  httplib::SSLServer server;
  int port = 0;
  std::atomic<bool> reached{false};
  std::thread thread;
};

}  // namespace

TEST_CASE("A certificate of a trusted authority for this very server is accepted") {
  TlsServer tls("IP:127.0.0.1");
  const auto response = tls.post(tls.authority);
  REQUIRE(response);
  CHECK(response->status == 200);
}

TEST_CASE("A certificate no authority of this machine signed is refused before the token is sent") {
  TlsServer tls("IP:127.0.0.1");
  const auto response = tls.post("");
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::unreachable);
  CHECK(response.error().field == "certificate");
  CHECK_FALSE(tls.reached);
}

TEST_CASE("A trusted certificate of another server is refused before the token is sent") {
  TlsServer tls("DNS:elsewhere.example");
  const auto response = tls.post(tls.authority);
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::unreachable);
  CHECK_FALSE(tls.reached);
}
