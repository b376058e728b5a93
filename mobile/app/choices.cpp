#include "mobile/app/choices.h"

#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/search_words.h"

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

/// The chosen one, those used lately, then the rest as they stand, as long as there is room.
template <class R, class Name>
Choices recordChoices(const std::vector<const R*>& by_name, std::vector<std::string> first,
                      const std::string& selected, const QString& find, Name name) {
  const QStringList words = searchWords(find);
  first.insert(first.begin(), selected);
  Choices choices;
  const auto add = [&](const R& record) {
    if (choices.size() >= named_choices || !matches(searchKey(name(record)), words)) return;
    choices.push_back(row(QString::fromStdString(record.id), name(record), record.id == selected));
  };
  std::vector<const R*> shown;
  for (const std::string& id : first) {
    const auto found = std::find_if(by_name.begin(), by_name.end(), [&](const R* r) { return r->id == id; });
    if (found == by_name.end() || std::find(shown.begin(), shown.end(), *found) != shown.end()) continue;
    shown.push_back(*found);
    add(**found);
  }
  for (const R* record : by_name)
    if (std::find(shown.begin(), shown.end(), record) == shown.end()) add(*record);
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

Choices placeChoices(const FieldLog& log, const PlaceChoice& selected, std::span<const Entry> recent,
                     const QString& find, std::optional<std::size_t> home_at) {
  const QStringList words = searchWords(find);
  Choices choices;
  std::vector<std::string> shown;
  bool home_shown = false;
  const auto addKind = [&](Place kind) {
    if (matches(searchKey(toText(kind)), words))
      choices.push_back(row(codeOf(kind), toText(kind), selected == PlaceChoice{kind, ""}));
  };
  const auto addHome = [&] {
    if (!home_at || home_shown || choices.size() < *home_at) return;
    home_shown = true;
    addKind(Place::own_home);
  };
  const auto add = [&](const PlaceChoice& choice, const QString& name) {
    if (choice.id.empty() || shown.size() >= named_choices ||
        std::find(shown.begin(), shown.end(), choice.id) != shown.end())
      return;
    if (name.isEmpty() || !matches(searchKey(name), words)) return;
    shown.push_back(choice.id);
    choices.push_back(row(placeCode(choice), name, choice == selected));
  };
  const auto addNamed = [&](const PlaceChoice& choice) { add(choice, log.placeName(choice.id)); };
  addNamed(selected);
  addHome();
  for (const PlaceChoice& used : usedLately<PlaceChoice>(recent, placesOf)) {
    addNamed(used);
    addHome();
  }
  for (const auto wire : wire_names<Place>()) {
    const Place kind = *from_wire<Place>(wire);
    if (kind != Place::own_home || !home_shown) addKind(kind);
  }
  for (const KnownPlace& place : log.places())
    add({place.kind, place.id}, QString::fromStdString(place.name));
  for (const Employer* employer : log.employersByName()) {
    if (shown.size() >= named_choices) break;
    add({Place::employer_site, employer->id}, QString::fromStdString(employer->name));
  }
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

Choices participantChoices(const FieldLog& log, const std::string& selected, std::span<const Entry> recent,
                           const QString& find) {
  const auto used = usedLately<std::string>(
      recent, [](const Entry& entry) { return std::vector<std::string>{entry.participant_id}; });
  const auto code = [](const Participant& p) { return QString::fromStdString(p.code); };
  std::vector<const Participant*> by_code;
  for (const Participant& participant : log.participants()) by_code.push_back(&participant);
  std::stable_sort(by_code.begin(), by_code.end(), [&](const Participant* a, const Participant* b) {
    return code(*a).localeAwareCompare(code(*b)) < 0;
  });
  return recordChoices(by_code, used, selected, find, code);
}

Choices employerChoices(const FieldLog& log, const std::string& selected, std::span<const Entry> recent,
                        const QString& find) {
  const auto used = usedLately<std::string>(
      recent, [](const Entry& entry) { return std::vector<std::string>{entry.employer_id}; });
  return recordChoices(log.employersByName(), used, selected, find,
                       [](const Employer& e) { return QString::fromStdString(e.name); });
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
