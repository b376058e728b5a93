// One specialist's invented weeks: entries with the flaws of real life, leave, submissions and approvals.
// Between sample_agency.cpp and sample_weeks.cpp.
#pragma once

#include "shared/sample/sample_agency.h"
#include "shared/sample/sample_day.h"

namespace waymark::sample {

/// The schedules of the specialist with this number. Numbers repeat their ways of working every eight.
std::vector<Schedule> sample_schedules(int number, const std::string& id, Date this_week);

/// Adds the weeks before `options.now` of one specialist, whose schedules the agency has already.
void add_weeks(SampleAgency& agency, const FieldWorker& worker, int number, const SampleOptions& options);

}  // namespace waymark::sample
