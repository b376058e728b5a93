#include "mobile/app/reminder_model.h"

#include <algorithm>

#include "mobile/app/app_settings.h"
#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/notifier.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

using device::Reminder;
using device::ReminderKind;

QString kindCode(ReminderKind kind) {
  switch (kind) {
    case ReminderKind::not_stopped:
      return QStringLiteral("not_stopped");
    case ReminderKind::long_running:
      return QStringLiteral("long_running");
    case ReminderKind::day_empty:
      return QStringLiteral("day_empty");
    case ReminderKind::day_has_gaps:
      return QStringLiteral("day_has_gaps");
    case ReminderKind::week_not_submitted:
      return QStringLiteral("week_not_submitted");
  }
  return {};
}

}  // namespace

QString reminderText(const Reminder& reminder) {
  switch (reminder.kind) {
    case ReminderKind::not_stopped:
      return ReminderModel::tr("%1 still runs: stop it if your day is over.").arg(toText(reminder.activity));
    case ReminderKind::long_running:
      return ReminderModel::tr("%1 has run for %2: stop it if it is over.")
          .arg(toText(reminder.activity), durationText(reminder.running));
    case ReminderKind::day_empty:
      return ReminderModel::tr("Nothing is logged today: add it in Day, or your leave in Week.");
    case ReminderKind::day_has_gaps:
      return ReminderModel::tr("Today has %n thing(s) to mend: open Day while you remember.", nullptr,
                               reminder.count);
    case ReminderKind::week_not_submitted:
      return ReminderModel::tr("This week is not submitted yet: look it over in Week and submit it.");
  }
  return {};
}

ReminderModel::ReminderModel(FieldLog& log, AppSettings& settings, Notifier* notifier, QTimer& minute,
                             QObject* parent)
    : QObject(parent), log_(log), settings_(settings), notifier_(notifier), looking_(log, [this] {
        look();
      }) {
  const auto later = [this] { looking_.request(); };
  connect(&minute, &QTimer::timeout, this, &ReminderModel::look);
  connect(&log_, &FieldLog::changed, this, later);
  connect(&settings_, &AppSettings::changed, this, later);
  looking_.request();
}

ReminderModel::~ReminderModel() = default;

std::vector<Reminder> ReminderModel::due() const {
  if (!log_.identity()) return {};
  device::ReminderFacts facts{log_.now(), log_.zone(), settings_.endOfDay(), std::nullopt,
                              log_.week(log_.weekOf(log_.today()))};
  if (auto running = log_.runningEntry()) facts.running = std::move(running->record);
  auto due = device::due_reminders(facts);
  // What has run for hours is a fault of the log, which Now says in any case.
  if (!settings_.reminders())
    std::erase_if(due, [](const Reminder& r) { return r.kind != ReminderKind::long_running; });
  return due;
}

void ReminderModel::look() {
  const auto found = due();
  show(found);
  if (settings_.reminders()) tell(found);
}

bool ReminderModel::isClosed(const Reminder& reminder) const {
  return settings_.remindersClosed().contains(QString::fromStdString(reminder.key));
}

void ReminderModel::show(const std::vector<Reminder>& due) {
  const auto shown = std::find_if(due.begin(), due.end(), [this](const Reminder& r) { return !isClosed(r); });
  const QString text = shown == due.end() ? QString() : reminderText(*shown);
  key_ = shown == due.end() ? QString() : QString::fromStdString(shown->key);
  if (text == text_) return;
  text_ = text;
  kind_ = shown == due.end() ? QString() : kindCode(shown->kind);
  emit changed();
}

void ReminderModel::tell(const std::vector<Reminder>& due) {
  QStringList told = settings_.remindersTold();
  const auto before = told.size();
  for (const Reminder& reminder : due) {
    const QString key = QString::fromStdString(reminder.key);
    if (told.contains(key) || isClosed(reminder)) continue;
    told << key;
    if (notifier_ != nullptr) notifier_->notify(QStringLiteral("Waymark"), reminderText(reminder));
  }
  if (told.size() != before) settings_.setRemindersTold(told);
}

void ReminderModel::dismiss() {
  if (key_.isEmpty()) return;
  settings_.setRemindersClosed(settings_.remindersClosed() << key_);
  look();
}

}  // namespace waymark::app
