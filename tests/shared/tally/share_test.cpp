#include "shared/tally/share.h"

#include <algorithm>

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "shared/tally/week_tally.h"
#include "tests/shared/draw.h"

using namespace waymark;
using waymark::testing::draw;

TEST_CASE("a share is shown with one decimal, rounded down", "[tally]") {
  CHECK(Share{6496, 10'000}.text() == "64.9");
  CHECK(Share{64'999, 100'000}.text() == "64.9");
  CHECK(Share{65, 100}.text() == "65.0");
  CHECK(Share{1, 3}.text() == "33.3");
  CHECK(Share{2, 3}.text() == "66.6");
  CHECK(Share{0, 5}.text() == "0.0");
  CHECK(Share{7, 7}.text() == "100.0");
  CHECK(Share{1, 2000}.text() == "0.0");
  CHECK(Share{1, 1000}.tenths() == 1);
}

TEST_CASE("without work there is no share, and nothing is reached", "[tally]") {
  CHECK_FALSE(Share{0, 0}.text().has_value());
  CHECK_FALSE(Share{0, 0}.tenths().has_value());
  CHECK_FALSE(Share{0, 0}.reaches(0));
}

TEST_CASE("a threshold is reached exactly where the fraction is", "[tally]") {
  CHECK(Share{65, 100}.reaches(65));
  CHECK_FALSE(Share{6'499'999, 10'000'000}.reaches(65));
  CHECK(Share{1, 2}.reaches(50));
}

TEST_CASE("what is shown never claims a threshold that is not reached", "[tally]") {
  rc::prop("shown and compared agree", [] {
    const auto work = draw<std::int64_t>(1, 700'000);
    const Share share{draw<std::int64_t>(0, work + 1), work};
    const auto percent = draw(0, 101);
    RC_ASSERT(share.reaches(percent) == (*share.tenths() >= percent * 10));
  });
}

TEST_CASE("a pool is the sum of both sides", "[tally]") {
  const std::vector<Share> shares = {{10, 100}, {30, 40}, {0, 0}};
  CHECK(pooled(shares) == Share{40, 140});
  CHECK(pooled({}) == Share{0, 0});
}

TEST_CASE("the mean is of exact ratios, floored once", "[tally]") {
  using Shares = std::vector<Share>;
  CHECK(mean_share(Shares{{50, 100}, {70, 100}}) == "60.0");
  CHECK(mean_share(Shares{{1, 3}, {1, 3}, {1, 3}}) == "33.3");
  // Three ratios that no float holds add up to exactly one.
  CHECK(mean_share(Shares{{1, 3}, {2, 3}}) == "50.0");
  CHECK(mean_share(Shares{{1, 7}, {2, 7}, {4, 7}}) == "33.3");
  CHECK(mean_share(Shares{{3, 7}, {6, 7}, {12, 21}, {8, 56}}) == "50.0");
  // The shown shares are 33.3 and 66.6; their mean is not 49.9.
  CHECK(mean_share(Shares{{1000, 3000}, {4000, 6000}}) == "50.0");
  CHECK(mean_share(Shares{{1, 1}, {2, 2}}) == "100.0");
  CHECK(mean_share(Shares{{0, 9}}) == "0.0");
}

TEST_CASE("the mean leaves out who did no work, and there may be none", "[tally]") {
  CHECK(mean_share(std::vector<Share>{{50, 100}, {0, 0}, {70, 100}}) == "60.0");
  CHECK_FALSE(mean_share(std::vector<Share>{{0, 0}}).has_value());
  CHECK_FALSE(mean_share({}).has_value());
}

TEST_CASE("the mean of many is exact whatever their order", "[tally]") {
  rc::prop("a ratio and its complement make one half", [] {
    std::vector<Share> shares;
    for (int i = draw(1, 30); i > 0; --i) {
      const auto work = draw<std::int64_t>(1, 700'000);
      const auto community = draw<std::int64_t>(0, work + 1);
      shares.push_back({community, work});
      shares.push_back({work - community, work});
    }
    const auto start = draw<std::size_t>(0, shares.size());
    std::rotate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(start), shares.end());
    RC_ASSERT(mean_share(shares) == "50.0");
  });
}

TEST_CASE("standings and exceptions go over the wire by their names", "[tally]") {
  CHECK(to_wire(Standing::recommended) == "recommended");
  CHECK(to_wire(Standing::minimum) == "minimum");
  CHECK(to_wire(Standing::below) == "below");
  CHECK(to_wire(Standing::too_little) == "too_little");
  CHECK(from_wire<ExceptionCode>("long_running") == ExceptionCode::long_running);
  CHECK(from_wire<ExceptionCode>("untagged") == ExceptionCode::untagged);
  CHECK_FALSE(from_wire<ExceptionCode>("Untagged").has_value());
}
