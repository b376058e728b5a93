#include "syncserver/store/journal_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace waymark::server {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t write_at_once = 1 << 20;

[[noreturn]] void give_up(int code) {
  throw JournalFailure(std::strerror(code));
}

/// The number at the front of `text`, which loses it and the `ending` behind it.
std::optional<std::int64_t> take_number(std::string_view& text, std::string_view ending) {
  std::int64_t value = 0;
  const auto [stop, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || stop == text.data() || value < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  if (!text.starts_with(ending)) return std::nullopt;
  text.remove_prefix(ending.size());
  return value;
}

}  // namespace

int JournalDisk::create(const fs::path& path) {
  return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
}

ssize_t JournalDisk::write(int descriptor, const char* data, std::size_t size) {
  return ::write(descriptor, data, size);
}

int JournalDisk::sync(int descriptor) {
  return ::fsync(descriptor);
}

std::string JournalFileName::text() const {
  return fmt::format("{:04}-{:06}-after-{:012}.jsonl", generation, number, after);
}

std::optional<JournalFileName> JournalFileName::parse(std::string_view text) {
  const auto whole = text;
  const auto generation = take_number(text, "-");
  const auto number = generation ? take_number(text, "-after-") : std::nullopt;
  const auto after = number ? take_number(text, ".jsonl") : std::nullopt;
  if (!after || *generation > 1'000'000 || *number > 1'000'000'000) return std::nullopt;
  const JournalFileName name{static_cast<int>(*generation), static_cast<int>(*number), *after};
  if (name.text() != whole) return std::nullopt;
  return name;
}

Result<std::vector<JournalFileName>> list_journal(const fs::path& directory) {
  std::error_code code;
  std::vector<JournalFileName> names;
  for (fs::directory_iterator it(directory, code), end; !code && it != end; it.increment(code))
    if (const auto name = JournalFileName::parse(it->path().filename().string())) names.push_back(*name);
  if (code)
    return fail(
        ErrorCode::cannot_open,
        fmt::format("Cannot read the journal's directory {} ({}): check the path and who may read it.",
                    directory.string(), code.message()),
        {});
  std::sort(names.begin(), names.end());
  return names;
}

JournalFile::JournalFile(const fs::path& directory, const JournalFileName& name, JournalDisk& disk)
    : path_(directory / name.text()), disk_(disk), descriptor_(disk.create(path_)) {
  if (descriptor_ < 0) give_up(errno);
}

JournalFile::~JournalFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void JournalFile::add(const JournalLine& line) {
  waiting_ += journal_text(line, ++lines_);
  if (waiting_.size() >= write_at_once) flush();
}

void JournalFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    const auto written = disk_.write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) give_up(errno);
    rest.remove_prefix(static_cast<std::size_t>(written));
    size_ += written;
  }
  waiting_.clear();
}

void JournalFile::sync() {
  flush();
  if (disk_.sync(descriptor_) != 0) give_up(errno);
  check_still_there();
  if (named_) return;
  const int directory = ::open(path_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) give_up(errno);
  const int synced = disk_.sync(directory);
  const int code = errno;
  ::close(directory);
  if (synced != 0) give_up(code);
  named_ = true;
}

void JournalFile::check_still_there() const {
  struct stat open_file {};
  struct stat named_file {};
  if (::fstat(descriptor_, &open_file) != 0 || ::stat(path_.c_str(), &named_file) != 0) give_up(errno);
  if (open_file.st_dev != named_file.st_dev || open_file.st_ino != named_file.st_ino)
    throw JournalFailure("another file took its place");
}

void JournalFile::remove() {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

void flush_journal_file(const fs::path& path, JournalDisk& disk) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw JournalFailure(std::strerror(errno));
  const int synced = disk.sync(descriptor);
  const int code = errno;
  ::close(descriptor);
  if (synced != 0) throw JournalFailure(std::strerror(code));
}

JournalFileReader::JournalFileReader(const fs::path& path) : file_(path, std::ios::binary) {
  if (!file_) throw JournalFailure(std::strerror(errno));
}

JournalFileReader::Found JournalFileReader::next() {
  std::string text;
  if (!std::getline(file_, text)) {
    if (file_.bad()) throw JournalFailure(std::strerror(errno));
    return Found::end;
  }
  const bool finished = !file_.eof();
  bytes_ += static_cast<std::int64_t>(text.size()) + (finished ? 1 : 0);
  ++number_;
  line_ = finished ? read_journal_line(text, number_) : std::nullopt;
  if (line_) return Found::line;
  return finished ? Found::damage : Found::torn;
}

}  // namespace waymark::server
