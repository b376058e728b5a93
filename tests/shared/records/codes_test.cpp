#include <catch2/catch.hpp>
#include <set>

#include "shared/error.h"
#include "shared/records/codes.h"

using namespace waymark;

namespace {

template <class E>
void every_name_comes_back() {
  const auto names = wire_names<E>();
  std::set<std::string_view> distinct(names.begin(), names.end());
  CHECK(distinct.size() == names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    CAPTURE(names[i]);
    CHECK(from_wire<E>(names[i]) == static_cast<E>(i));
    CHECK(to_wire(static_cast<E>(i)) == names[i]);
  }
  CHECK_FALSE(from_wire<E>(""));
  CHECK_FALSE(from_wire<E>("no such code"));
}

}  // namespace

TEST_CASE("Every code is read back from its wire string") {
  every_name_comes_back<Activity>();
  every_name_comes_back<Place>();
  every_name_comes_back<Contact>();
  every_name_comes_back<LeaveKind>();
  every_name_comes_back<JobKind>();
  every_name_comes_back<WeekRecordState>();
  every_name_comes_back<ApprovalState>();
  every_name_comes_back<TagSource>();
  every_name_comes_back<TagAbsence>();
  every_name_comes_back<Role>();
  every_name_comes_back<RecordType>();
  every_name_comes_back<WeekStart>();
}

TEST_CASE("Codes stand beside the enumerators they belong to") {
  CHECK(to_wire(Activity::break_) == "break");
  CHECK(to_wire(Activity::benefits_counseling) == "benefits_counseling");
  CHECK(to_wire(Activity::documentation) == "documentation");
  CHECK(to_wire(Place::participant_home) == "participant_home");
  CHECK(to_wire(Place::own_home) == "own_home");
  CHECK(to_wire(Contact::phone) == "phone");
  CHECK(to_wire(LeaveKind::sick) == "sick");
  CHECK(to_wire(JobKind::work_based_learning) == "work_based_learning");
  CHECK(to_wire(WeekRecordState::submitted) == "submitted");
  CHECK(to_wire(ApprovalState::returned) == "returned");
  CHECK(to_wire(TagSource::network) == "network");
  CHECK(to_wire(TagAbsence::private_place) == "private_place");
  CHECK(to_wire(Role::admin) == "admin");
  CHECK(to_wire(RecordType::approval) == "approval");
  CHECK(to_wire(WeekStart::sun) == "sun");
}

TEST_CASE("Eight kinds of place are community, two are the agency's, two are private") {
  int community = 0;
  int agency = 0;
  int homes = 0;
  for (const auto name : wire_names<Place>()) {
    const auto place = from_wire<Place>(name).value();
    community += is_community_kind(place);
    agency += is_agency_kind(place);
    homes += is_private_place(place);
    CHECK_FALSE((is_community_kind(place) && is_agency_kind(place)));
  }
  CHECK(community == 8);
  CHECK(agency == 2);
  CHECK(homes == 2);
  CHECK(is_community_kind(Place::participant_home));
  CHECK_FALSE(is_community_kind(Place::own_home));
}

TEST_CASE("Error codes are their enumerators' names") {
  CHECK(to_wire(ErrorCode::bad_json) == "bad_json");
  CHECK(to_wire(ErrorCode::method_not_allowed) == "method_not_allowed");
  CHECK(to_wire(ErrorCode::unsupported_media_type) == "unsupported_media_type");
  CHECK(to_wire(ErrorCode::bad_code) == "bad_code");
  CHECK(to_wire(ErrorCode::missing) == "missing");
  CHECK(to_wire(ErrorCode::end_before_start) == "end_before_start");
  CHECK(to_wire(ErrorCode::op_reused) == "op_reused");
  CHECK(to_wire(ErrorCode::unknown_zone) == "unknown_zone");
  CHECK(to_wire(ErrorCode::aborted) == "aborted");
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ErrorCode::disk_full); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    CHECK(error_code_from_wire(to_wire(code)) == code);
    CHECK(names.insert(to_wire(code)).second);
  }
  CHECK(error_code_from_wire("from_a_newer_server") == ErrorCode::internal);
}
