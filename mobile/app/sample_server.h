// A sync server in the same process, with a sample agency in it: for the self-test and the tests of the view
// models. It accepts every edit as it comes, and a lead it shows a sample team; the rules of the real one are
// in syncserver.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "mobile/app/sample_team.h"
#include "mobile/device/transport.h"
#include "shared/ids.h"
#include "shared/records/record_codec.h"
#include "shared/sync/messages.h"

namespace waymark::app {

class SampleServer final : public device::Transport {
 public:
  /// The person who enrols; `records` may be of the whole agency: what this person may not see is left out.
  SampleServer(Person person, std::string agency_name, std::string time_zone,
               const std::vector<Record>& records, RandomSource& random, const Clock& clock);

  Result<device::HttpResponse> send(const device::HttpRequest& request, device::Abort& abort) override;

  /// Without a network every request fails as `unreachable`.
  void setOnline(bool online);
  /// The next edit is answered with this status (and error) instead of head.
  void answerNext(OpStatus status, std::optional<Error> error = std::nullopt);
  /// Someone else's edit of a record, made without knowledge of what the phone holds.
  void editElsewhere(const Record& record);
  std::size_t received() const;  ///< edits taken so far

 private:
  std::string enroll() const;
  device::HttpResponse teamWeek(const std::string& start);
  std::string sync(const SyncRequest& request);
  Row& put(const std::string& rid, RecordType type, const std::string& op, std::string body, bool deleted);
  Mark mark(std::int64_t seq) const;

  const Person person_;
  const std::string agency_name_, time_zone_;
  RandomSource& random_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  bool online_ = true;
  std::int64_t seq_ = 0;
  std::map<std::string, Row> rows_;
  std::map<std::string, OpResult> results_;
  std::optional<OpResult> next_answer_;
  std::size_t received_ = 0;
  SampleTeam team_;
};

}  // namespace waymark::app
