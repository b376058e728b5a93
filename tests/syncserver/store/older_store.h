// Stores as an older server kept them.
#pragma once

#include <filesystem>

namespace waymark::server::test {

/// Makes of the closed store's file one as it was before tallies had hashes beside them.
void make_schema_4(const std::filesystem::path& path);

/// The schema of a closed store, from 4, if its file is whole and nothing in it is of another; otherwise 0.
int whole_schema(const std::filesystem::path& path);

}  // namespace waymark::server::test
