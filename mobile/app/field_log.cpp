#include "mobile/app/field_log.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThread>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/search_words.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

constexpr int look_every_ms = 30'000;

Zone utc() {
  auto zone = Zone::find("Etc/UTC");
  // Every zone database has UTC; one without is a broken installation, found before anything is shown.
  if (!zone) throw std::runtime_error(zone.error().message);
  return *zone;
}

template <class R>
std::vector<R> plain(std::vector<device::Stored<R>> stored) {
  std::vector<R> records;
  records.reserve(stored.size());
  for (auto& each : stored) records.push_back(std::move(each.record));
  return records;
}

template <class R>
const std::vector<R>& readOnce(std::optional<std::vector<R>>& cache, const FieldLog& log) {
  if (!cache) {
    auto all = log.records().all<R>();
    if (!log.check(all)) {
      static const std::vector<R> none;
      return none;
    }
    cache = plain(std::move(*all));
  }
  return *cache;
}

template <class R>
const R* findById(const std::vector<R>& records, const std::string& id) {
  const auto found = std::find_if(records.begin(), records.end(), [&](const R& r) { return r.id == id; });
  return found == records.end() ? nullptr : &*found;
}

}  // namespace

FieldLog::FieldLog(device::DeviceStore& store, QObject* parent)
    : QObject(parent), store_(store), records_(store), book_(store), drafts_(store) {
  readIdentity();
  // Commits of the sync thread are told on this one; those of this one too, after the tap that made them is
  // over.
  store_.set_listener([this](const device::StoreChange& change) {
    QMetaObject::invokeMethod(
        this, [this, change] { onCommit(change); }, Qt::QueuedConnection);
  });
  background_.setMaxThreadCount(1);
  // A timer to midnight would miss a clock that is set; and a phone that slept wakes with the wrong rest of
  // it.
  connect(&watch_, &QTimer::timeout, this, &FieldLog::lookAtClock);
  connect(&watch_, &QTimer::timeout, this, [this] {
    // Megabytes are written and flushed: not on the thread that draws.
    if (spare_ != nullptr) background_.start([spare = spare_] { spare->keep(); });
  });
  watch_.setTimerType(Qt::VeryCoarseTimer);
  watch_.start(look_every_ms);
}

FieldLog::~FieldLog() {
  store_.set_listener({});
}

void FieldLog::readIdentity() {
  auto identity = store_.identity();
  if (!check(identity)) return;
  identity_ = std::move(*identity);
  zone_.reset();
}

const Zone& FieldLog::zone() const {
  if (zone_) return *zone_;
  zone_ = utc();
  if (identity_) {
    if (const auto found = Zone::find(identity_->time_zone); check(found)) zone_ = *found;
  }
  // Whoever shows a date has asked for it here: from this day and clock on they hear of changes.
  if (!last_today_) {
    last_today_ = today();
    clock_note_ = noteOfClock();
  }
  return *zone_;
}

void FieldLog::setStarting(bool starting) {
  if (std::exchange(starting_, starting) && !starting) emit started();
}

void FieldLog::lookAtClock() {
  const Date now_today = today();
  const Date before = std::exchange(last_today_, now_today).value_or(now_today);
  if (before != now_today) emit dayTurned(before);
  if (const QString note = noteOfClock(); note != clock_note_) {
    clock_note_ = note;
    emit clockNoteChanged();
  }
}

void FieldLog::followAgencyClock() {
  agency_clock_ = true;
  lookAtClock();
}

QString FieldLog::clockNote() const {
  (void)zone();
  return clock_note_;
}

QString FieldLog::noteOfClock() const {
  if (!identity_ || agency_clock_) return {};
  const QDateTime here = QDateTime::fromMSecsSinceEpoch(to_ms(now()));
  const int minute = here.time().hour() * 60 + here.time().minute();
  if (minute == zone().minute_of_day(now()) && here.date().day() == static_cast<int>(unsigned(today().day())))
    return {};
  const QString city = QString::fromStdString(zone().name()).section(u'/', -1).replace(u'_', u' ');
  return tr("Times here are %1 time, by which your week is counted; this phone's clock shows %2.")
      .arg(city, minuteText(minute));
}

void FieldLog::onCommit(const device::StoreChange& change) {
  if (change.identity) readIdentity();
  if (change.identity || change.types.contains(RecordType::policy)) policies_.reset();
  if (change.identity || change.types.contains(RecordType::employer)) {
    if (!network_) employers_by_name_.reset();
    employers_.reset();
    employer_names_.clear();
    network_old_ = true;
  }
  if (change.identity || change.types.contains(RecordType::participant)) participants_.reset();
  if (change.identity || change.types.contains(RecordType::place)) places_.reset();
  emit changed(change);
  if (change.identity) lookAtClock();
  if (change.local && change.outbox) emit committed();
}

void FieldLog::deliverChanges() {
  QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

void FieldLog::reword() {
  emit reworded();
  emit changed({});
}

void FieldLog::report(const Error& error) const {
  emit failed(refusalText(error));
}

Date FieldLog::weekOf(Date date) const {
  return week_of(date, policyFor(date).week_starts_on);
}

Policy FieldLog::policyFor(Date week_first) const {
  if (!policies_) {
    auto policies = records_.policies(zone());
    if (!check(policies) || policies->empty()) {
      Policy fallback;
      fallback.time_zone = zone().name();
      return fallback;
    }
    policies_ = std::move(*policies);
  }
  return policy_for(*policies_, week_first);
}

Verdict FieldLog::verdictOf(const Entry& entry) const {
  return classify(entry, policyFor(weekOf(zone().date_of(entry.starts_at))));
}

device::WeekReading FieldLog::week(Date week_first) const {
  auto reading = records_.week(week_first, zone(), now());
  if (check(reading)) return std::move(*reading);
  device::WeekReading empty;
  empty.policy = policyFor(week_first);
  empty.tally = tally_week(week_first, {}, {}, empty.policy, zone(), {}, now());
  return empty;
}

std::vector<device::Stored<Entry>> FieldLog::entriesOf(Date day) const {
  const Span span = zone().day(day);
  auto entries = records_.entries_between(span.begin, span.end);
  return check(entries) ? std::move(*entries) : std::vector<device::Stored<Entry>>{};
}

std::optional<device::Stored<Entry>> FieldLog::runningEntry() const {
  auto running = records_.running_entry();
  return check(running) ? std::move(*running) : std::nullopt;
}

std::optional<device::Stored<Entry>> FieldLog::entry(const std::string& id) const {
  auto found = records_.find<Entry>(id);
  return check(found) ? std::move(*found) : std::nullopt;
}

std::span<const Employer> FieldLog::employers() const {
  if (network_) return network_->employers();
  return readOnce(employers_, *this);
}
const std::vector<Participant>& FieldLog::participants() const {
  return readOnce(participants_, *this);
}
const std::vector<KnownPlace>& FieldLog::places() const {
  return readOnce(places_, *this);
}

const std::vector<const Employer*>& FieldLog::employersByName() const {
  if (!employers_by_name_ && network_) {  // which is in this order
    employers_by_name_.emplace();
    for (const Employer& employer : network_->employers()) employers_by_name_->push_back(&employer);
  }
  if (!employers_by_name_) {
    std::vector<std::pair<QString, const Employer*>> keyed;
    for (const Employer& employer : employers())
      keyed.emplace_back(searchKey(QString::fromStdString(employer.name)), &employer);
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    employers_by_name_.emplace();
    for (const auto& [key, employer] : keyed) employers_by_name_->push_back(employer);
  }
  return *employers_by_name_;
}

void FieldLog::setNetwork(std::shared_ptr<const NetworkIndex> network) {
  network_ = std::move(network);
  network_old_ = false;
  employers_by_name_.reset();
}

QString FieldLog::employerName(const std::string& id) const {
  if (id.empty()) return {};
  if (network_ && !network_old_) {
    const int position = network_->find(id);
    return position < 0 ? QString() : QString::fromStdString(network_->at(position).name);
  }
  // One row, not the whole network: the first picture of Now needs a single name.
  if (const auto known = employer_names_.find(id); known != employer_names_.end()) return known->second;
  const auto found = records_.find<Employer>(id);
  const QString name = check(found) && *found ? QString::fromStdString((*found)->record.name) : QString();
  employer_names_.emplace(id, name);
  return name;
}

QString FieldLog::participantName(const std::string& id) const {
  const Participant* participant = id.empty() ? nullptr : findById(participants(), id);
  return participant ? QString::fromStdString(participant->code) : QString();
}

QString FieldLog::placeName(const std::string& id) const {
  if (id.empty()) return {};
  if (const KnownPlace* place = findById(places(), id)) return QString::fromStdString(place->name);
  return employerName(id);
}

QString FieldLog::whereText(const Entry& entry) const {
  const auto one = [this](const std::optional<Place>& kind, const std::string& id) {
    const QString name = placeName(id);
    if (!name.isEmpty()) return name;
    return kind ? toText(*kind) : QString();
  };
  if (entry.activity == Activity::travel) {
    const QString from = one(entry.from_place, entry.from_place_id);
    const QString to = one(entry.to_place, entry.to_place_id);
    if (from.isEmpty() && to.isEmpty()) return {};
    return QStringLiteral("%1 → %2").arg(from.isEmpty() ? QStringLiteral("?") : from,
                                         to.isEmpty() ? QStringLiteral("?") : to);
  }
  const QString named = one(entry.place, entry.place_id);
  if (entry.place == Place::employer_site && entry.place_id.empty() && !entry.employer_id.empty()) {
    const QString employer = employerName(entry.employer_id);
    if (!employer.isEmpty()) return employer;
  }
  return named;
}

}  // namespace waymark::app
