#include "syncserver/store/journal_replay.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/sync/message_codec.h"
#include "syncserver/store/devices.h"
#include "syncserver/store/journal_choice.h"
#include "syncserver/store/journal_news.h"
#include "syncserver/store/journal_state.h"
#include "syncserver/store/op_acceptance.h"
#include "syncserver/store/op_log.h"
#include "syncserver/store/store_file.h"

namespace waymark::server {

namespace fs = std::filesystem;

namespace {

// Committed in portions, so that neither the log nor the set of weeks to tally grows with the journal.
constexpr int portion = 1000;

class Replayer {
 public:
  Replayer(Connection& connection, const StoreHeader& header, JournalPosition begin)
      : connection_(connection),
        context_{connection, random_, alarm_, header.agency, header.zone, {}, {}, {}, {}, {}},
        begin_(std::move(begin)),
        audit_(begin_.audit) {
    connection_.query("BEGIN IMMEDIATE").run();
    context_.reload();
  }

  /// False: the line cannot stand where it is; stopped() says why, and all before it is kept.
  bool take(JournalLine& line) {
    try {
      return std::visit([this](auto& one) { return take_one(one); }, line);
    } catch (const StoreDamage& damage) {
      return stop(fmt::format("number {} cannot be read ({})", context_.tail.seq + 1, damage.what()));
    } catch (const SQLite::Exception& exception) {
      if (exception.getErrorCode() != SQLITE_CONSTRAINT) throw;
      return stop(fmt::format("number {} does not fit what came before it", context_.tail.seq + 1));
    }
  }

  void finish() {
    end_op();
    commit();
  }

  const std::string& stopped() const { return stopped_; }
  std::int64_t seq() const { return context_.tail.seq; }
  std::int64_t audit() const { return audit_; }
  /// Rows of the audit trail alone are nothing to restore a store for: they speak of what did not come back.
  bool any_news() const { return context_.tail.seq > begin_.end.seq || any_state_; }
  std::int64_t must_enrol() const { return must_enrol_; }

 private:
  /// Nothing in a replay is made at random: every id comes from the journal.
  class NoRandom final : public RandomSource {
    void fill(std::span<std::uint8_t>) override { throw std::logic_error("a replay makes nothing up"); }
  };

  bool take_one(const JournalHeader&) { return stop("a file begins in the middle of another"); }

  bool take_one(OpLine& line) {
    if (line.seq <= context_.tail.seq) return matches(line.seq, line.chain);
    if (line.seq > context_.tail.seq + 1)
      return stop(fmt::format("numbers {} to {} are missing", context_.tail.seq + 1, line.seq - 1));
    end_op();
    // Weeks are tallied as of when they were, group by group.
    if (line.received_at != context_.now) retally();
    if (++in_portion_ >= portion) {
      commit();
      connection_.query("BEGIN IMMEDIATE").run();
    }
    connection_.query("SAVEPOINT op").run();
    op_open_ = true;
    context_.now = line.received_at;
    auto op = parse_op(line.payload);
    if (!op) return stop(fmt::format("the op of number {} cannot be read", line.seq));
    Author author;
    author.is_server = line.device.empty();
    if (!line.person.empty()) {
      const auto* member = context_.directory.find(line.person);
      if (member == nullptr) return stop(fmt::format("nobody is known who wrote number {}", line.seq));
      author.person = member->n;
    }
    if (!line.device.empty()) {
      author.device = find_device(connection_, line.device);
      if (!author.device) return stop(fmt::format("the device of number {} is not known", line.seq));
    }
    const ReceivedOp received{op->op, *op, std::move(line.payload)};
    const auto result = OpAcceptance(context_).accept_again(received, author);
    if (result.error || result.seq != line.seq || result.status != line.status || result.chain != line.chain)
      return stop(fmt::format("number {} came out otherwise than the journal says", line.seq));
    return true;
  }

  /// The op before it let held ops through the rules again; this is where one of them must have come to lie.
  bool take_one(const AgainLine& line) {
    if (line.seq > context_.tail.seq)
      return stop(fmt::format("number {} came out otherwise than the journal says", line.seq));
    return matches(line.seq, line.chain);
  }

  bool matches(std::int64_t seq, const std::string& chain) {
    if (lies_on_chain(connection_, {seq, chain})) return true;
    return stop(fmt::format("number {} came out otherwise than the journal says", seq));
  }

  bool take_one(const AuditLine& line) {
    if (line.id <= audit_) {
      const auto row = find_audit_row(connection_, line.id);
      if (row && audit_mark(*row) == audit_mark(line)) return true;
      return stop(fmt::format("row {} of the audit trail is another one", line.id));
    }
    write_state(connection_, line);
    audit_ = line.id;
    return true;
  }

  bool take_one(const DeviceLine& line) {
    if (!is_news(line.cause)) return true;
    any_state_ = true;
    if (write_state(connection_, line) && !line.revoked_at) ++must_enrol_;
    return true;
  }
  bool take_one(const AccountLine& line) {
    if (!is_news(line.cause)) return true;
    any_state_ = true;
    write_state(connection_, line);
    context_.reload_directory();
    return true;
  }
  bool take_one(const CodeLine& line) {
    if (!is_news(line.cause)) return true;
    any_state_ = true;
    write_state(connection_, line);
    return true;
  }

  bool is_news(const JournalCause& cause) const {
    return cause.seq > begin_.end.seq || cause.audit > begin_.audit;
  }

  /// The op under way is taken back: nothing half stays.
  bool stop(std::string why) {
    stopped_ = std::move(why);
    if (op_open_) {
      connection_.query("ROLLBACK TO op").run();
      context_.reload();
      end_op();
    }
    return false;
  }

  void end_op() {
    if (op_open_) connection_.query("RELEASE op").run();
    op_open_ = false;
  }

  void retally() {
    context_.tallies.retally(connection_, context_.entries, *context_.rules, context_.now, alarm_);
  }

  void commit() {
    retally();
    connection_.query("COMMIT").run();
    in_portion_ = 0;
  }

  Connection& connection_;
  NoRandom random_;
  // What a damaged week would say here, verify says of the finished store.
  const std::function<void(const std::string&)> alarm_ = [](const std::string&) {};
  WriteContext context_;
  const JournalPosition begin_;
  std::int64_t audit_;
  bool op_open_ = false;
  int in_portion_ = 0;
  bool any_state_ = false;
  std::int64_t must_enrol_ = 0;
  std::string stopped_;
};

/// Reads file after file into the replayer; returns why it could not go on to the end, or "".
class Reading {
 public:
  Reading(const JournalChoice& choice, const ProgressSink& progress) : choice_(choice), progress_(progress) {
    for (const auto& part : choice_.parts) total_ += part.bytes;
  }

  std::string into(Replayer& replayer) {
    std::string trouble;
    for (const auto& part : choice_.parts) {
      const auto name = part.path.filename().string();
      if (!part.header) {
        trouble = fmt::format("{} cannot be read", name);
        continue;
      }
      // A file that begins at or before the place reached makes up for what was damaged at the end of
      // another.
      const auto& after = part.header->after;
      if (after.end.seq > replayer.seq() || after.audit > replayer.audit())
        return trouble.empty() ? fmt::format("what came before {} is missing", name) : trouble;
      JournalFileReader reader(part.path);
      reader.next();  // the header
      trouble = read(reader, name, replayer);
      if (!replayer.stopped().empty()) return replayer.stopped();
      before_ += part.bytes;
    }
    return trouble;
  }

  /// How many places on the chain the journal names beyond this one.
  std::int64_t beyond(std::int64_t seq) const {
    auto last = seq;
    for (const auto& part : choice_.parts) {
      JournalFileReader reader(part.path);
      for (auto found = reader.next(); found != JournalFileReader::Found::end; found = reader.next()) {
        if (found != JournalFileReader::Found::line) continue;
        if (const auto* op = std::get_if<OpLine>(&reader.line())) last = std::max(last, op->seq);
        if (const auto* again = std::get_if<AgainLine>(&reader.line())) last = std::max(last, again->seq);
      }
    }
    return last - seq;
  }

 private:
  std::string read(JournalFileReader& reader, const std::string& name, Replayer& replayer) {
    while (true) {
      switch (reader.next()) {
        case JournalFileReader::Found::end:
        case JournalFileReader::Found::torn:
          return {};
        case JournalFileReader::Found::damage:
          return fmt::format("line {} of {} is damaged", reader.number(), name);
        case JournalFileReader::Found::line:
          break;
      }
      if (!replayer.take(reader.line())) return {};
      if (progress_ && reader.number() % 1000 == 0) progress_("journal", before_ + reader.bytes(), total_);
    }
  }

  const JournalChoice& choice_;
  const ProgressSink& progress_;
  std::int64_t total_ = 0;
  std::int64_t before_ = 0;
};

}  // namespace

Result<JournalReplay> replay_journal(const fs::path& store, const fs::path& directory,
                                     const ProgressSink& progress) {
  auto header = prepare_store(store);
  if (!header) return tl::unexpected(header.error());
  Connection connection(store, Connection::Access::read_write);
  // The copy is made durable as a whole once it is finished.
  connection.execute("PRAGMA synchronous=OFF");
  try {
    const auto choice = choose_journal(connection, directory);
    if (!choice) return tl::unexpected(choice.error());
    Replayer replayer(connection, *header, choice->begin);
    Reading reading(*choice, progress);
    auto trouble = reading.into(replayer);
    replayer.finish();
    JournalReplay report;
    report.ops = replayer.seq() - choice->begin.end.seq;
    report.must_enrol = replayer.must_enrol();
    if (!trouble.empty()) {
      if (!replayer.any_news())
        return fail(
            ErrorCode::corrupt,
            fmt::format("Nothing of the journal in {} can be used: {}. Restore another backup, or leave "
                        "--journal out to have this one alone.",
                        directory.string(), trouble),
            "journal");
      report.left_out = std::max<std::int64_t>(reading.beyond(replayer.seq()), 1);
      report.stopped = std::move(trouble);
    } else {
      report.stopped = choice->not_all;
    }
    connection.fold_log_in();
    return report;
  } catch (const JournalFailure& failure) {
    return fail(ErrorCode::cannot_open,
                fmt::format("Cannot read the journal in {} ({}): check who may read it.", directory.string(),
                            failure.what()),
                "journal");
  }
}

}  // namespace waymark::server
