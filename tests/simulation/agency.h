// The small agency every schedule starts from: made once by the real code, kept as bytes, copied for each
// seed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "tests/simulation/folder.h"
#include "tests/simulation/phone.h"
#include "tests/simulation/reference_model.h"

namespace waymark::simulation {

/// Who works there, and the records they edit.
struct Agency {
  std::string lena, ana, ben;  ///< team north: its lead, two specialists
  std::string sam, cid;        ///< team south: its lead, a specialist
  std::array<std::string, 2> employers, participants;
  std::string policy;
  std::string name_of(const std::string& person) const;
};

/// A device as it is when a schedule begins.
struct TemplatePhone {
  std::string name, person, token;
  FileSet files;
  device::MemoryKeyStore keys;
};

struct Template {
  Agency agency;
  FileSet server;
  ReferenceModel model;
  std::string backup;  ///< a verified one of all there is
  ReferenceModel backup_model;
  std::vector<TemplatePhone> phones;
  std::vector<Op> ops;  ///< made so far, by whomever
};

/// Monday 2026-03-09, noon in New York: the day after clocks went forward.
inline constexpr Instant first_noon = instant_from_ms(1'773'072'000'000);
inline constexpr const char* agency_zone = "America/New_York";

/// Made with `disk` registered; throws if the real code refuses any of it.
Template make_template(test::FaultyDisk& disk, const Zone& zone);

/// A record id by number, the same in every run.
std::string numbered_id(int number);

/// A known place of the agency's, which somebody may add or change.
KnownPlace library_named(int number);

}  // namespace waymark::simulation
