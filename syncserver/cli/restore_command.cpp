#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "syncserver/cli/commands.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

struct RestoreWords {
  std::string from, journal;
  bool force = false;
};

std::string minute_of(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(instant - day).count();
  return fmt::format("{} {:02}:{:02} UTC", format_date(Date{day}), minutes / 60, minutes % 60);
}

/// What the server made itself, nobody sends again.
std::string to_be_redone(const RestoreReport& report) {
  return fmt::format(
      "What was done on this server after that is gone, so do it again: people, teams, logins and codes, "
      "policies, places and schedules, and what leads did on its pages. The backup's last change is of {}; "
      "phones enrolled since then must enrol again, with what they hold kept.",
      minute_of(report.backup_until));
}

std::string enrol_again(std::int64_t phones) {
  if (phones == 0) return {};
  return fmt::format("\n{} enrolled after the backup: make {} new {}; what they hold is kept.",
                     phones == 1 ? "1 phone" : fmt::format("{} phones", phones),
                     phones == 1 ? "its owner a" : "their owners", phones == 1 ? "code" : "codes");
}

std::string text_of(const RestoreReport& report, const std::string& db, const RestoreWords& words) {
  if (words.journal.empty())
    return fmt::format(
        "{} is what {} was, up to number {}. Phones notice by themselves and send again what it lacks of "
        "theirs.\n{}",
        db, words.from, report.seq, to_be_redone(report));
  auto text =
      fmt::format("{} is what {} was, up to number {}, and what the journal held after it, up to number {}.",
                  db, words.from, report.from_backup, report.seq);
  if (report.stopped.empty()) {
    text += " Phones need not notice.";
  } else {
    text += fmt::format("\nThe journal could not be used to its end: {}. ", report.stopped);
    if (report.left_out > 0)
      text += fmt::format("{} of its numbers, from {} on, are not back. ", report.left_out, report.seq + 1);
    text +=
        "Phones send again what is missing of theirs; do again what was done on this server after that "
        "number: "
        "people, codes and logins, and what leads did on its pages.";
  }
  return text + enrol_again(report.must_enrol);
}

int restore(const Invocation& invocation, const RestoreWords& words) {
  const auto report =
      CentralStore::restore(invocation.db, words.from, words.force, words.journal, invocation.progress());
  if (!report) return invocation.refuse(report.error());
  const auto db = invocation.db.string();
  const bool whole = report->stopped.empty();
  invocation.answer(bj::serialize(bj::object{{"db", db},
                                             {"from", words.from},
                                             {"seq", report->seq},
                                             {"from_backup", report->from_backup},
                                             {"from_journal", report->from_journal},
                                             {"left_out", report->left_out},
                                             {"stopped", whole ? bj::value() : bj::value(report->stopped)},
                                             {"must_enrol", report->must_enrol},
                                             {"backup_until", to_ms(report->backup_until)}}),
                    fmt::format("{}\nNext: waymark-server serve --db {}{}", text_of(*report, db, words), db,
                                words.journal.empty() ? "" : " --journal " + words.journal));
  return whole ? exit_done : exit_fault_found;
}

}  // namespace

void add_restore_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "restore", "Put a backup in place of the database");
  auto words = std::make_shared<RestoreWords>();
  command->add_option("--from", words->from, "The backup")->required();
  command->add_option("--journal", words->journal,
                      "What `serve --journal` wrote down since the backup is brought back, too");
  command->add_flag("--force", words->force,
                    "Also over an existing database, which is kept as FILE.before-restore");
  command->callback([&invocation, words] { invocation.exit_code = restore(invocation, *words); });
}

}  // namespace waymark::server
