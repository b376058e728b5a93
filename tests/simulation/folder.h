// All files of a folder as bytes: what a template, a copy of a phone and a
// backup of it are made of.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace waymark::simulation {

/// Names and bytes.
using FileSet = std::vector<std::pair<std::string, std::string>>;

/// The files directly in `folder` that a copy needs: not locks, not shared memory.
FileSet read_files(const std::filesystem::path& folder);
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);
/// Makes the folder hold these files and no others; makes it if there is none.
void write_files(const std::filesystem::path& folder, const FileSet& files);

}  // namespace waymark::simulation
