#include "mobile/app/keychain_key_store.h"

#include <qt6keychain/keychain.h>

#include <QObject>
#include <chrono>
#include <future>

namespace waymark::app {
namespace {

const char* const no_key_chain =
    "No key chain answers on this machine: unlock or install one, or start Waymark with --key-file FILE.";

QString service() {
  return QStringLiteral("waymark");
}

struct Answer {
  QKeychain::Error error = QKeychain::OtherError;
  std::string text;
};

/// Runs one job on the key chain's thread and waits for its answer, at most the given time. A job that is
/// never answered stays with its thread; nobody waits for it any more.
template <class MakeJob>
Answer run(QObject* worker, MakeJob make) {
  auto promise = std::make_shared<std::promise<Answer>>();
  auto future = promise->get_future();
  QMetaObject::invokeMethod(worker, [make, promise] {
    QKeychain::Job* job = make();
    QObject::connect(job, &QKeychain::Job::finished, job, [promise](QKeychain::Job* done) {
      Answer answer{done->error(), {}};
      if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(done))
        answer.text = read->textData().toStdString();
      promise->set_value(std::move(answer));
    });
    job->start();
  });
  if (future.wait_for(std::chrono::milliseconds{KeychainKeyStore::patience_ms}) != std::future_status::ready)
    return {QKeychain::NoBackendAvailable, {}};
  return future.get();
}

QString keyOf(std::string_view name) {
  return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace

KeychainKeyStore::KeychainKeyStore() : worker_(std::make_unique<QObject>()) {
  worker_->moveToThread(&thread_);
  thread_.setObjectName(QStringLiteral("key chain"));
  thread_.start();
}

KeychainKeyStore::~KeychainKeyStore() {
  thread_.quit();
  thread_.wait();
}

Result<std::optional<std::string>> KeychainKeyStore::load(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  if (const auto known = known_.find(name); known != known_.end()) return known->second;
  const auto answer = run(worker_.get(), [key = keyOf(name)] {
    auto* job = new QKeychain::ReadPasswordJob(service());
    job->setKey(key);
    return job;
  });
  if (answer.error == QKeychain::EntryNotFound) return std::nullopt;
  if (answer.error != QKeychain::NoError) return fail(ErrorCode::cannot_open, no_key_chain, "key_store");
  known_.insert_or_assign(std::string(name), answer.text);
  return answer.text;
}

Result<void> KeychainKeyStore::save(std::string_view name, std::string_view secret) {
  const std::lock_guard lock(mutex_);
  const auto answer = run(worker_.get(), [key = keyOf(name), text = keyOf(secret)] {
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setKey(key);
    job->setTextData(text);
    return job;
  });
  if (answer.error != QKeychain::NoError) return fail(ErrorCode::cannot_open, no_key_chain, "key_store");
  known_.insert_or_assign(std::string(name), std::string(secret));
  return {};
}

Result<void> KeychainKeyStore::erase(std::string_view name) {
  const std::lock_guard lock(mutex_);
  known_.erase(std::string(name));
  const auto answer = run(worker_.get(), [key = keyOf(name)] {
    auto* job = new QKeychain::DeletePasswordJob(service());
    job->setKey(key);
    return job;
  });
  if (answer.error == QKeychain::NoError || answer.error == QKeychain::EntryNotFound) return {};
  return fail(ErrorCode::cannot_open, no_key_chain, "key_store");
}

}  // namespace waymark::app
