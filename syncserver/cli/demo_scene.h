// What the sample agency's records alone do not show: people who can sign in to the pages, phones that were
// heard from and one that was not, an entry edited on two devices, an edit of an approved week, a returned
// week.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "shared/sample/sample_agency.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

/// A clock that stands where it is put, so that things can have happened before now.
class StageClock final : public Clock {
 public:
  explicit StageClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_;
};

struct DemoSignIn {
  std::string name, role, team, login, password;
};

/// `operations` are those the store was filled with; `clock` is the store's, and shows `now` again
/// afterwards. Passwords are random.
Result<std::vector<DemoSignIn>> set_scene(CentralStore& store, StageClock& clock, const SampleAgency& agency,
                                          std::span<const AuthoredOp> operations, RandomSource& random);

}  // namespace waymark::server
