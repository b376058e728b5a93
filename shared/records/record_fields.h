// How the members of each body are read and written: between record_codec.cpp and the files that know one
// family of records each. Reading checks each member by itself (there, of its type, within its list, range or
// length); rules between members and with the world are record_validation.h's.
#pragma once

#include "shared/records/json_fields.h"
#include "shared/records/json_writer.h"
#include "shared/records/records.h"

namespace waymark {

// entry_codec.cpp
void read_fields(json::Reader& in, Entry& entry);
void write_fields(json::Writer& out, const Entry& entry);

// caseload_codec.cpp
void read_fields(json::Reader& in, Employer& employer);
void write_fields(json::Writer& out, const Employer& employer);
void read_fields(json::Reader& in, Participant& participant);
void write_fields(json::Writer& out, const Participant& participant);
void read_fields(json::Reader& in, Job& job);
void write_fields(json::Writer& out, const Job& job);

// week_codec.cpp
void read_fields(json::Reader& in, Schedule& schedule);
void write_fields(json::Writer& out, const Schedule& schedule);
void read_fields(json::Reader& in, Leave& leave);
void write_fields(json::Writer& out, const Leave& leave);
void read_fields(json::Reader& in, WeekRecord& week);
void write_fields(json::Writer& out, const WeekRecord& week);
void read_fields(json::Reader& in, Approval& approval);
void write_fields(json::Writer& out, const Approval& approval);

// agency_codec.cpp
void read_fields(json::Reader& in, Policy& policy);
void write_fields(json::Writer& out, const Policy& policy);
void read_fields(json::Reader& in, Person& person);
void write_fields(json::Writer& out, const Person& person);
void read_fields(json::Reader& in, KnownPlace& place);
void write_fields(json::Writer& out, const KnownPlace& place);

/// A code that is written only when it is there.
template <class E>
void write_optional_code(json::Writer& out, std::string_view name, std::optional<E> value) {
  if (value) out.key(name).text(to_wire(*value));
}

}  // namespace waymark
