#include "mobile/app/network.h"

#include <QMetaObject>
#include <algorithm>

#include "mobile/app/field_log.h"
#include "shared/tally/follow_along.h"

namespace waymark::app {
namespace {

/// So many rows the store is held for at a time; the screen's own reads come in between.
constexpr int rows_at_a_time = 200;

Result<std::shared_ptr<const NetworkIndex>> readEmployers(const device::Records& records,
                                                          const std::atomic<bool>& stop) {
  std::vector<device::Stored<Employer>> employers;
  std::int64_t after = 0;
  do {
    auto page = records.page<Employer>(after, rows_at_a_time);
    if (!page) return tl::unexpected(page.error());
    std::move(page->records.begin(), page->records.end(), std::back_inserter(employers));
    after = page->next;
  } while (after != 0 && !stop);
  return std::make_shared<const NetworkIndex>(std::move(employers));
}

Result<std::shared_ptr<const ContactFacts>> readContacts(const device::Records& records, Span week) {
  auto first = records.first_contacts();
  if (!first) return tl::unexpected(first.error());
  auto last = records.last_contacts();
  if (!last) return tl::unexpected(last.error());
  auto counts = records.contact_counts(week.begin, week.end);
  if (!counts) return tl::unexpected(counts.error());
  return std::make_shared<const ContactFacts>(
      ContactFacts{std::move(*last), std::move(*first), std::move(*counts)});
}

using Caseload = std::vector<CaseFile>;

Result<std::shared_ptr<const Caseload>> readCaseload(const device::Records& records,
                                                     const std::string& person,
                                                     const std::atomic<bool>& stop) {
  auto participants = records.all_with_deleted<Participant>();
  if (!participants) return tl::unexpected(participants.error());
  auto jobs = records.all_with_deleted<Job>();
  if (!jobs) return tl::unexpected(jobs.error());
  Caseload caseload;
  for (auto& participant : *participants) {
    if (participant.record.specialist_id != person) continue;
    CaseFile file;
    file.participant = std::move(participant);
    const Participant& who = file.participant.record;
    for (const auto& job : *jobs)
      if (!job.deleted && job.record.participant_id == who.id) file.jobs.push_back(job);
    if (!file.participant.deleted && is_open_case(who) && !stop) {
      auto entries = records.entries_with_participant(who.id);
      if (!entries) return tl::unexpected(entries.error());
      for (auto& entry : *entries) file.entries.push_back(std::move(entry.record));
    }
    caseload.push_back(std::move(file));
  }
  return std::make_shared<const Caseload>(std::move(caseload));
}

bool isPending(const Caseload& caseload) {
  const auto waits = [](const auto& stored) { return stored.sync.state != device::SyncState::sent; };
  return std::any_of(caseload.begin(), caseload.end(), [&](const CaseFile& file) {
    return waits(file.participant) || std::any_of(file.jobs.begin(), file.jobs.end(), waits);
  });
}

}  // namespace

struct Network::Reading {
  std::shared_ptr<const NetworkIndex> index;
  std::shared_ptr<const ContactFacts> contacts;
  std::shared_ptr<const Caseload> caseload;
  std::optional<Error> error;

  template <class T>
  void keep(std::shared_ptr<const T>& slot, Result<std::shared_ptr<const T>> read) {
    if (read)
      slot = std::move(*read);
    else
      error = read.error();
  }
};

Network::Network(FieldLog& log, QObject* parent) : QObject(parent), log_(log) {
  pool_.setMaxThreadCount(1);
  connect(&log_, &FieldLog::changed, this, &Network::onChange);
}

Network::~Network() {
  stop_ = true;
  pool_.waitForDone();
}

void Network::start() {
  if (started_ || !log_.identity()) return;
  started_ = true;
  wanted_ = {true, true, true};
  read();
}

void Network::refresh() {
  start();
  if (week_ == log_.weekOf(log_.today())) return;
  wanted_.contacts = true;
  read();
}

void Network::watch(const QObject* page, bool looked_at) {
  watchers_[page] = looked_at;
  if (looked_at) read();
}

bool Network::watched() const {
  const auto looks = [](const auto& watcher) { return watcher.second; };
  return watchers_.empty() || std::any_of(watchers_.begin(), watchers_.end(), looks);
}

void Network::onChange(const device::StoreChange& change) {
  if (!started_) return;
  const auto touched = [&](RecordType type) { return change.identity || change.types.contains(type); };
  // An edit that was sent or refused changes its words, though no record changed.
  wanted_.employers = wanted_.employers || touched(RecordType::employer) ||
                      (change.outbox && !change.local && index_->anyPending());
  wanted_.contacts = wanted_.contacts || touched(RecordType::entry);
  wanted_.caseload = wanted_.caseload || touched(RecordType::participant) || touched(RecordType::job) ||
                     touched(RecordType::entry) || (change.outbox && !change.local && caseload_pending_);
  read();
}

void Network::read() {
  if (!started_ || reading_) return;
  Wanted wanted = wanted_;
  if (ready_ && !watched()) wanted.contacts = wanted.caseload = false;
  if (!wanted.any()) return;
  if (wanted.employers) wanted_.employers = false;
  if (wanted.contacts) wanted_.contacts = false;
  if (wanted.caseload) wanted_.caseload = false;
  week_ = log_.weekOf(log_.today());
  const Span week = week_frame(week_, log_.zone()).span();
  const std::string person = log_.identity() ? log_.identity()->person_id : std::string();
  reading_ = true;
  pool_.start([this, wanted, week, person] {
    auto reading = std::make_unique<Reading>();
    const device::Records& records = log_.records();
    if (wanted.employers) reading->keep(reading->index, readEmployers(records, stop_));
    if (wanted.contacts) reading->keep(reading->contacts, readContacts(records, week));
    if (wanted.caseload) reading->keep(reading->caseload, readCaseload(records, person, stop_));
    {
      const std::lock_guard lock(mutex_);
      done_ = std::move(reading);
    }
    if (!stop_) QMetaObject::invokeMethod(this, &Network::take, Qt::QueuedConnection);
  });
}

void Network::take() {
  std::unique_ptr<Reading> reading;
  {
    const std::lock_guard lock(mutex_);
    reading = std::move(done_);
  }
  if (!reading) return;  // settle() was faster
  reading_ = false;
  ready_ = true;
  if (reading->error) log_.report(*reading->error);
  if (reading->index) {
    index_ = std::move(reading->index);
    log_.setNetwork(index_);
  }
  if (reading->contacts) contacts_ = std::move(reading->contacts);
  if (reading->caseload) {
    caseload_ = std::move(reading->caseload);
    caseload_pending_ = isPending(*caseload_);
  }
  emit networkChanged();
  emit caseloadChanged();
  read();  // what changed meanwhile
}

void Network::settle() {
  start();
  log_.deliverChanges();
  while (reading_) {
    pool_.waitForDone();
    take();
    log_.deliverChanges();
  }
}

}  // namespace waymark::app
