#include "mobile/app/sync_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStandardPaths>
#include <utility>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/record_words.h"
#include "mobile/app/sync_runner.h"
#include "mobile/app/sync_texts.h"
#include "mobile/app/text_contexts.h"
#include "mobile/app/time_texts.h"
#include "mobile/device/outbox_export.h"
#include "mobile/device/waiting_edits.h"

namespace waymark::app {

using device::SessionState;

namespace {

/// A screenful or two: nobody reads on, and every row is an item of the page.
constexpr int waiting_shown = 40;

QString fromText(const device::Side& side, const FieldLog& log, const QString& unknown) {
  const QString device = side.own                   ? SyncTexts::tr("this phone")
                         : side.device_name.empty() ? unknown
                                                    : QString::fromStdString(side.device_name);
  return side.at ? SyncTexts::tr("%1, %2").arg(device, momentWithinText(*side.at, log.zone(), log.now()))
                 : device;
}

}  // namespace

SyncModel::SyncModel(FieldLog& log, SyncRunner& runner, QObject* parent)
    : QObject(parent),
      log_(log),
      runner_(runner),
      waiting_({"recordId", "text", "sinceText"}, this),
      needs_you_(
          {"recordId", "kind", "title", "reasonText", "fieldLabels", "mineValues", "theirsValues",
           "canKeepMine", "canKeepTheirs", "canDiscard", "editId", "mineFrom", "theirsFrom", "othersText"},
          this) {
  connect(&log_, &FieldLog::changed, this, &SyncModel::read);
  connect(&log_, &FieldLog::reworded, this, [this] {
    export_text_.clear();
    emit exportChanged();
  });
  connect(&runner_, &SyncRunner::changed, this, [this] {
    emit stateChanged();
    emit waitingChanged();
  });
  connect(&runner_, &SyncRunner::finished, this, &SyncModel::read);
  read();
}

SyncModel::~SyncModel() = default;

void SyncModel::read() {
  if (const auto counts = log_.store().counts(); log_.check(counts)) counts_ = *counts;
  if (const auto count = device::waiting_record_count(log_.store()); log_.check(count))
    waiting_count_ = *count;
  if (lists_wanted_) readLists();
  emit waitingChanged();
  emit stateChanged();
}

RowsModel* SyncModel::waiting() {
  wantLists();
  return &waiting_;
}

RowsModel* SyncModel::needsYou() {
  wantLists();
  return &needs_you_;
}

void SyncModel::wantLists() {
  if (!std::exchange(lists_wanted_, true)) readLists();
}

void SyncModel::readLists() {
  std::vector<RowsModel::Row> waiting;
  if (const auto edits = device::waiting_records(log_.store(), waiting_shown); log_.check(edits))
    for (const auto& edit : *edits) {
      QString text = titleOf(log_, edit.type, edit.rid, edit.body);
      if (edit.deleted) text = tr("%1 (removed)").arg(text);
      waiting.push_back({QString::fromStdString(edit.rid), text,
                         tr("since %1").arg(momentWithinText(edit.since, log_.zone(), log_.now()))});
    }
  waiting_.setRows(std::move(waiting));

  std::vector<RowsModel::Row> rows;
  if (const auto needs = log_.store().needs_you(); log_.check(needs))
    for (const auto& need : *needs) {
      const auto mine = linesOf(log_, need.type, need.rid, need.mine.body, need.mine.deleted);
      const auto theirs = need.theirs
                              ? linesOf(log_, need.type, need.rid, need.theirs->body, need.theirs->deleted)
                              : std::vector<Line>{};
      const auto difference = compare(mine, theirs);
      const bool conflict = need.reason == device::NeedReason::conflict;
      // Of an edit held for an approved week, what the server has is put in its place by a new edit.
      const bool held = need.reason == device::NeedReason::held && need.theirs.has_value();
      QStringList others;
      for (const device::Side& other : need.others)
        others << tr("There is a third version, from %1: keeping one settles it too.")
                      .arg(fromText(other, log_, tr("another device")));
      rows.push_back({QString::fromStdString(need.rid), needCode(need),
                      titleOf(log_, need.type, need.rid, need.mine.body), needText(need), difference.labels,
                      difference.mine, difference.theirs, conflict && !need.answered,
                      conflict && need.theirs.has_value() && !need.answered,
                      (need.reason == device::NeedReason::refused || held) && !need.answered,
                      need.type == RecordType::entry && !need.mine.deleted ? QString::fromStdString(need.rid)
                                                                           : QString(),
                      fromText(need.mine, log_, tr("this phone")),
                      need.theirs ? fromText(*need.theirs, log_, tr("the server")) : QString(),
                      others.join(u'\n')});
    }
  needs_you_.setRows(std::move(rows));
}

QString SyncModel::moreWaitingText() const {
  const int more = waiting_count_ - waiting_.rowCount({});
  return lists_wanted_ && more > 0 ? tr("and %1 more").arg(more) : QString();
}

bool SyncModel::busy() const {
  return runner_.busy();
}

QString SyncModel::state() const {
  if (runner_.busy())
    return runner_.progress().state == SessionState::receiving ? QStringLiteral("receiving")
                                                               : QStringLiteral("sending");
  if (!log_.identity()) return QStringLiteral("not_enrolled");
  if (!runner_.online()) return QStringLiteral("offline");
  const auto& last = runner_.lastOutcome();
  if (last && last->error) return QStringLiteral("waiting");
  if (counts_.needs_you > 0) return QStringLiteral("needs_you");
  if (waiting_count_ > 0) return QStringLiteral("waiting");
  return last ? QStringLiteral("done") : QStringLiteral("idle");
}

QString SyncModel::stateText() const {
  const QString now = state();
  if (now == QLatin1String("sending")) return tr("Sending…");
  if (now == QLatin1String("receiving")) return tr("Receiving…");
  if (now == QLatin1String("not_enrolled")) return tr("This phone is not enrolled yet.");
  if (now == QLatin1String("offline")) return tr("No connection: everything is kept on this phone.");
  if (runner_.waitsForWifi()) return tr("Waiting for Wi-Fi.");
  if (now == QLatin1String("needs_you")) return tr("All sent that can be; some records need you.");
  // Those that need the person do not wait to be sent.
  if (now == QLatin1String("waiting"))
    return counts_.needs_you > 0 ? tr("The others wait to be sent.") : tr("Waiting to be sent.");
  // The chip says "All sent"; once is enough.
  return counts_.last_success_at ? QString() : tr("Not synced yet.");
}

qreal SyncModel::progress() const {
  const auto& progress = runner_.progress();
  if (!runner_.busy() || progress.total <= 0) return -1;
  return static_cast<qreal>(progress.done) / static_cast<qreal>(progress.total);
}

QString SyncModel::progressText() const {
  const auto& progress = runner_.progress();
  if (!runner_.busy() || progress.total <= 0) return {};
  return tr("%L1 of %L2").arg(progress.done).arg(progress.total);
}

QString SyncModel::errorText() const {
  const auto& last = runner_.lastOutcome();
  if (runner_.busy() || !last || !last->error) return {};
  return refusalText(*last->error);
}

QString SyncModel::lastSuccessText() const {
  if (!counts_.last_success_at) return tr("never");
  return momentWithinText(*counts_.last_success_at, log_.zone(), log_.now());
}

QString SyncModel::chipState() const {
  if (runner_.busy()) return QStringLiteral("sending");
  if (counts_.needs_you > 0) return QStringLiteral("needs_you");
  return waiting_count_ > 0 ? QStringLiteral("waiting") : QStringLiteral("sent");
}

QString SyncModel::chipText() const {
  if (counts_.needs_you > 0) return tr("%n need(s) you", nullptr, static_cast<int>(counts_.needs_you));
  if (waiting_count_ > 0) return tr("%1 on this phone").arg(waiting_count_);
  return counts_.last_success_at ? tr("All sent") : tr("Nothing to send");
}

void SyncModel::syncNow() {
  runner_.requestNow();
}

void SyncModel::abort() {
  runner_.abort();
}

bool SyncModel::settle(int row, device::Choice choice) {
  const std::string rid = needs_you_.value(row, QStringLiteral("recordId")).toString().toStdString();
  if (rid.empty()) return false;
  const bool settled = log_.check(log_.store().settle(rid, choice));
  read();
  return settled;
}

void SyncModel::keepMine(int row) {
  settle(row, device::Choice::keep_mine);
}
void SyncModel::keepTheirs(int row) {
  settle(row, device::Choice::keep_theirs);
}

void SyncModel::discard(int row) {
  const std::string rid = needs_you_.value(row, QStringLiteral("recordId")).toString().toStdString();
  if (rid.empty()) return;
  if (needs_you_.value(row, QStringLiteral("kind")).toString() == QLatin1String("held")) {
    settle(row, device::Choice::keep_theirs);
    return;
  }
  log_.check(log_.store().discard_refused(rid));
  read();
}

bool SyncModel::exportUnsent(const QString& path) {
  QString file = path;
  if (file.isEmpty()) {
    const auto when =
        QDateTime::fromMSecsSinceEpoch(to_ms(log_.now())).toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    file = QStringLiteral("%1/waymark-unsent-%2.json")
               .arg(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), when);
  }
  const auto written = device::export_outbox(log_.store(), file.toStdString());
  if (written) {
    export_text_ = tr("%n change(s) written to %1. The file holds health information: hand it on with care.",
                      nullptr, static_cast<int>(*written))
                       .arg(file);
  } else if (written.error().code == ErrorCode::already_exists) {
    export_text_ = tr("There is a file of this name already: choose another.");
  } else {
    export_text_ = tr("The file could not be written: choose a folder you may write to.");
  }
  emit exportChanged();
  return written.has_value();
}

}  // namespace waymark::app
