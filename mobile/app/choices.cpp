#include "mobile/app/choices.h"

#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"

namespace waymark::app {
namespace {

RowsModel::Row row(const QString& code, const QString& text, bool selected) {
  return {code, text, selected};
}

/// The values in the order they were last used, without repeats; empty ones are left out.
template <class T, class Read>
std::vector<T> usedLately(std::span<const Entry> recent, Read read) {
  std::vector<T> used;
  for (const Entry& entry : recent)
    for (const T& value : read(entry))
      if (std::find(used.begin(), used.end(), value) == used.end()) used.push_back(value);
  return used;
}

template <class R>
QString nameOf(const R& record) {
  return QString::fromStdString(record.name);
}
QString nameOf(const Participant& participant) {
  return QString::fromStdString(participant.code);
}

/// Records by last use, then by name.
template <class R>
Choices recordChoices(const std::vector<R>& records, const std::vector<std::string>& used,
                      const std::string& selected) {
  std::vector<const R*> order;
  for (const R& record : records) order.push_back(&record);
  const auto rank = [&](const R* record) {
    return std::find(used.begin(), used.end(), record->id) - used.begin();
  };
  std::stable_sort(order.begin(), order.end(), [&](const R* a, const R* b) {
    const auto rank_a = rank(a), rank_b = rank(b);
    if (rank_a != rank_b) return rank_a < rank_b;
    return nameOf(*a).localeAwareCompare(nameOf(*b)) < 0;
  });
  Choices choices;
  for (const R* record : order)
    choices.push_back(row(QString::fromStdString(record->id), nameOf(*record), record->id == selected));
  return choices;
}

std::vector<PlaceChoice> placesOf(const Entry& entry) {
  std::vector<PlaceChoice> places;
  for (const PlaceChoice& choice :
       {PlaceChoice{entry.place, entry.place_id}, PlaceChoice{entry.to_place, entry.to_place_id},
        PlaceChoice{entry.from_place, entry.from_place_id}})
    if (choice.kind && !choice.id.empty()) places.push_back(choice);
  return places;
}

}  // namespace

QString placeCode(const PlaceChoice& choice) {
  if (!choice.kind) return {};
  const QString kind = codeOf(*choice.kind);
  return choice.id.empty() ? kind : QStringLiteral("%1@%2").arg(kind, QString::fromStdString(choice.id));
}

std::optional<PlaceChoice> parsePlaceCode(const QString& code) {
  if (code.isEmpty()) return PlaceChoice{};
  const auto at = code.indexOf(u'@');
  const auto kind = fromCode<Place>(at < 0 ? code : code.left(at));
  if (!kind) return std::nullopt;
  return PlaceChoice{kind, at < 0 ? std::string() : code.mid(at + 1).toStdString()};
}

std::vector<Entry> recentEntries(const FieldLog& log) {
  auto stored = log.records().latest_entries(log.now(), recent_history);
  std::vector<Entry> entries;
  if (!log.check(stored)) return entries;
  for (auto& each : *stored) entries.push_back(std::move(each.record));
  return entries;
}

Choices activityChoices(std::optional<Activity> selected, std::span<const Entry> recent) {
  auto order = usedLately<Activity>(recent, [](const Entry& entry) { return std::vector{entry.activity}; });
  for (const auto wire : wire_names<Activity>()) {
    const Activity activity = *from_wire<Activity>(wire);
    if (std::find(order.begin(), order.end(), activity) == order.end()) order.push_back(activity);
  }
  Choices choices;
  for (const Activity activity : order)
    choices.push_back(row(codeOf(activity), toText(activity), activity == selected));
  return choices;
}

Choices placeChoices(const FieldLog& log, const PlaceChoice& selected, std::span<const Entry> recent) {
  Choices choices;
  std::vector<std::string> shown;
  const auto addNamed = [&](const PlaceChoice& choice) {
    if (choice.id.empty() || std::find(shown.begin(), shown.end(), choice.id) != shown.end()) return;
    const QString name = log.placeName(choice.id);
    if (name.isEmpty()) return;
    shown.push_back(choice.id);
    choices.push_back(row(placeCode(choice), name, choice == selected));
  };
  addNamed(selected);
  for (const PlaceChoice& used : usedLately<PlaceChoice>(recent, placesOf)) addNamed(used);
  for (const auto wire : wire_names<Place>()) {
    const Place kind = *from_wire<Place>(wire);
    choices.push_back(row(codeOf(kind), toText(kind), selected == PlaceChoice{kind, ""}));
  }
  for (const KnownPlace& place : log.places()) addNamed({place.kind, place.id});
  for (const Employer& employer : log.employers()) addNamed({Place::employer_site, employer.id});
  return choices;
}

Choices contactChoices(std::optional<Contact> selected) {
  Choices choices;
  for (const auto wire : wire_names<Contact>()) {
    const Contact contact = *from_wire<Contact>(wire);
    choices.push_back(row(codeOf(contact), toText(contact), contact == selected));
  }
  return choices;
}

Choices participantChoices(const FieldLog& log, const std::string& selected, std::span<const Entry> recent) {
  const auto used = usedLately<std::string>(
      recent, [](const Entry& entry) { return std::vector<std::string>{entry.participant_id}; });
  return recordChoices(log.participants(), used, selected);
}

Choices employerChoices(const FieldLog& log, const std::string& selected, std::span<const Entry> recent) {
  const auto used = usedLately<std::string>(
      recent, [](const Entry& entry) { return std::vector<std::string>{entry.employer_id}; });
  return recordChoices(log.employers(), used, selected);
}

Choices programChoices(const Policy& policy, const std::string& selected) {
  Choices choices;
  for (const std::string& program : policy.programs)
    choices.push_back(row(QString::fromStdString(program), programText(program), program == selected));
  return choices;
}

Choices leaveKindChoices() {
  Choices choices;
  for (const auto wire : wire_names<LeaveKind>()) {
    const LeaveKind kind = *from_wire<LeaveKind>(wire);
    choices.push_back({codeOf(kind), toText(kind)});
  }
  return choices;
}

}  // namespace waymark::app
