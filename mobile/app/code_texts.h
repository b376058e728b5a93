// The app's words for the codes of the domain and the wire. The only place where a code becomes a text a
// person reads; wire messages are never shown.
#pragma once

#include <QString>
#include <string>

#include "mobile/app/view_values.h"
#include "shared/community/classify.h"
#include "shared/error.h"
#include "shared/records/records.h"
#include "shared/tally/week_tally.h"

namespace waymark::app {

QString toText(Activity activity);
QString toText(Place place);
QString toText(Contact contact);
QString toText(LeaveKind kind);
QString toText(TimeKind time);
QString toText(Reason reason);
QString toText(Standing standing);
QString toText(RecordType type);
/// Programs are agency data; the first policy's three have words, any other is shown as it is written.
QString programText(const std::string& program);
/// Why a tag has no position, as the end of "Not tagged: …".
QString toText(TagAbsence absence);

VerdictText verdictText(const Verdict& verdict);

/// "Tagged ±9 m", "Not tagged: location is off", or "" when there is no tag at all.
QString tagText(const std::optional<LocationTag>& tag);
/// none | fix | off | denied | timeout | no_signal | private_place
QString tagState(const std::optional<LocationTag>& tag);

/// One sentence that says what to do about a refusal, by its code and field.
QString refusalText(const Error& error);

/// The wire string of a code as QString.
template <class E>
QString codeOf(E value) {
  const std::string_view wire = to_wire(value);
  return QString::fromUtf8(wire.data(), static_cast<qsizetype>(wire.size()));
}
template <class E>
QString codeOf(const std::optional<E>& value) {
  return value ? codeOf(*value) : QString();
}
template <class E>
std::optional<E> fromCode(const QString& code) {
  return from_wire<E>(code.toStdString());
}

}  // namespace waymark::app
