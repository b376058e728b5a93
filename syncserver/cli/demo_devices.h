// What happened to the sample agency's devices in the last two weeks: phones that were heard from and one
// that was not, an entry edited on two of them, an edit of an approved week and a refused one, devices that
// were replaced, lost and handed back, codes that nobody has used, and last night's backup.
#pragma once

#include <filesystem>
#include <span>

#include "shared/sample/sample_agency.h"
#include "syncserver/cli/stage_clock.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

/// Lets all of it happen to the store, each thing at its time; `clock` is the store's, and shows `now` again
/// afterwards. `operations` are those the store was filled with. An agency of few specialists has less of it.
Result<void> play_devices(CentralStore& store, StageClock& clock, const SampleAgency& agency,
                          std::span<const AuthoredOp> operations, const std::filesystem::path& backup,
                          RandomSource& random);

/// `length` letters of the alphabet, at random.
std::string random_text(RandomSource& random, std::string_view alphabet, std::size_t length);

}  // namespace waymark::server
