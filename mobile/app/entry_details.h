// The details that can be given for an entry after its start, as chips: which there are, what they say, and
// what an answer changes (ui.md: "Details are asked after the start, as chips, all optional").
#pragma once

#include <QString>
#include <optional>

#include "mobile/app/choices.h"
#include "mobile/app/rows_model.h"
#include "shared/records/records.h"

namespace waymark::app {

class FieldLog;

/// Chips for an entry; roles detail, kind (toggle | choice | text), text, on.
std::vector<RowsModel::Row> detailChips(const FieldLog& log, const Entry& entry);

/// The question that should be asked at once after a start: from_place, to_place, place, or "".
QString firstQuestion(const Entry& entry);
QString questionText(const QString& detail);
Choices questionChoices(const FieldLog& log, const Entry& entry, const QString& detail,
                        const QString& find = {});
/// True if a question's list ends before all it could offer, so that finding by typing is worth its room.
bool offersMore(const FieldLog& log, const QString& detail);

/// True for details that are only on or off.
bool isToggle(const QString& detail);
void toggle(Entry& entry, const QString& detail);
/// Sets a detail to one of its choices; false (nothing changed) for a code that is none of them.
bool answerDetail(const FieldLog& log, Entry& entry, const QString& detail, const QString& code);

/// Sets a place; an employer's site also names the employer where none was named.
void setPlace(const FieldLog& log, Entry& entry, const PlaceChoice& choice);
/// A journey begins where one was before it, and ends where one is after it.
void setDeparture(Entry& travel, const Entry& before);
void setArrival(Entry& travel, const Entry& after);
/// What is done on arriving is done where the journey went, if it can be done there and says nothing else.
void setPlaceArrivedAt(const FieldLog& log, Entry& entry, const Entry& travel);
/// Sets a participant; the entry's program follows theirs where none was given.
void setParticipant(const FieldLog& log, Entry& entry, const std::string& id);

}  // namespace waymark::app
