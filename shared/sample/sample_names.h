// The invented names and phrases of the sample agency.
#pragma once

#include <span>
#include <string_view>

namespace waymark::sample {

struct Business {
  std::string_view name;
  std::string_view industry;
};

std::span<const std::string_view> first_names();
std::span<const std::string_view> last_names();
std::span<const Business> businesses();  ///< 60
std::span<const std::string_view> streets();
std::span<const std::string_view> contact_titles();
std::span<const std::string_view> job_titles();
std::span<const std::string_view> next_steps();
std::span<const std::string_view> employer_notes();     ///< of visits without a participant
std::span<const std::string_view> participant_notes();  ///< of time with one
std::span<const std::string_view> late_reasons();
std::span<const std::string_view> return_notes();

}  // namespace waymark::sample
