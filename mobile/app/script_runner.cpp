#include "mobile/app/script_runner.h"

#include <QRegularExpression>

#include "mobile/app/choices.h"
#include "mobile/app/code_texts.h"
#include "mobile/app/screenshots.h"
#include "mobile/app/time_texts.h"
#include "shared/sync/enrol_link.h"

// The taps; what is printed and expected is in script_report.cpp.

namespace waymark::app {
namespace {

constexpr int fix_patience_s = 60;
constexpr int sync_patience_s = 180;

}  // namespace

ScriptRunner::ScriptRunner(AppContext& context, AppClock& clock, std::vector<ScriptCommand> commands,
                           Setting setting, QObject* parent)
    : QObject(parent),
      context_(context),
      clock_(clock),
      commands_(std::move(commands)),
      setting_(std::move(setting)) {
  patience_.setSingleShot(true);
  connect(&patience_, &QTimer::timeout, this, [this] { resume(QStringLiteral("nothing came in time.")); });
  connect(&context_.log(), &FieldLog::failed, this, [this](const QString& sentence) { problem_ = sentence; });
  context_.log().followAgencyClock();
}

ScriptRunner::~ScriptRunner() = default;

void ScriptRunner::start() {
  QMetaObject::invokeMethod(this, &ScriptRunner::next, Qt::QueuedConnection);
}

void ScriptRunner::next() {
  if (position_ == commands_.size()) return end({});
  const ScriptCommand& command = commands_[position_];
  problem_.clear();
  QString problem = run(command);
  context_.log().deliverChanges();
  if (problem.isEmpty()) problem = problem_;
  if (!problem.isEmpty())
    return end(QStringLiteral("Line %1 of the script: %2").arg(command.line).arg(problem));
  if (waiting_) return;  // resume() goes on
  ++position_;
  QMetaObject::invokeMethod(this, &ScriptRunner::next, Qt::QueuedConnection);
}

void ScriptRunner::resume(const QString& problem) {
  if (!waiting_) return;
  waiting_ = false;
  patience_.stop();
  context_.log().deliverChanges();
  if (!problem.isEmpty())
    return end(QStringLiteral("Line %1 of the script: %2").arg(commands_[position_].line).arg(problem));
  ++position_;
  QMetaObject::invokeMethod(this, &ScriptRunner::next, Qt::QueuedConnection);
}

void ScriptRunner::end(const QString& problem) {
  emit ended(problem);
}

void ScriptRunner::print(const QString& text) {
  setting_.print(text);
}

QString ScriptRunner::run(const ScriptCommand& command) {
  const QString& verb = command.verb;
  const QStringList& words = command.words;
  if (verb == QLatin1String("at")) return setClock(words);
  if (verb == QLatin1String("enroll")) return enroll(words);
  if (verb == QLatin1String("say")) {
    print(words.first());
    return {};
  }
  if (verb == QLatin1String("screen")) return takeScreen(words);
  if (verb == QLatin1String("kill")) {
    print(QStringLiteral("killed"));
    setting_.kill();
    return {};
  }
  if (!context_.log().identity()) return QStringLiteral("this phone is not enrolled yet: begin with enroll.");
  if (verb == QLatin1String("start")) return startEntry(words);
  if (verb == QLatin1String("here")) {
    if (context_.now().nearestText().isEmpty()) return QStringLiteral("no place is offered.");
    print(QStringLiteral("Here: %1").arg(context_.now().nearestText()));
    context_.now().takeNearest();
    return {};
  }
  if (verb == QLatin1String("set")) return setDetails(words);
  if (verb == QLatin1String("stop")) {
    if (!context_.now().running()) return QStringLiteral("nothing runs, so nothing can be stopped.");
    context_.now().stop();
    print(context_.now().feedbackText());
    return {};
  }
  if (verb == QLatin1String("undo")) {
    if (!context_.now().canUndo()) return QStringLiteral("there is nothing to take back.");
    context_.now().undo();
    print(QStringLiteral("Taken back"));
    return {};
  }
  if (verb == QLatin1String("earlier")) return moveEarlier(words.first());
  if (verb == QLatin1String("leave")) return addLeave(words);
  if (verb == QLatin1String("submit")) return submit(words.first());
  if (verb == QLatin1String("visit")) return visitEmployer(words.first());
  if (verb == QLatin1String("contact")) return logContact(words.first());
  if (verb == QLatin1String("next-step")) return setNextStep(words);
  if (verb == QLatin1String("open")) return openRecord(words);
  if (verb == QLatin1String("wait")) return wait(words);
  if (verb == QLatin1String("sync")) return sync();
  if (verb == QLatin1String("show")) return show(words);
  if (verb == QLatin1String("expect")) return expect(words.at(0), words.at(1));
  return QStringLiteral("\"%1\" is no command.").arg(verb);
}

QString ScriptRunner::setClock(const QStringList& words) {
  const FieldLog& log = context_.log();
  const QString last = words.last();
  if (words.size() == 1 && last.startsWith(u'+') && last.endsWith(u'm')) {
    bool ok = false;
    const int minutes = last.mid(1, last.size() - 2).toInt(&ok);
    if (!ok) return QStringLiteral("write the minutes like +12m.");
    clock_.hold(clock_.now() + std::chrono::minutes{minutes});
    return {};
  }
  QString day = words.size() == 2 ? words.first() : QString();
  QString time = last;
  if (words.size() == 1 && last.contains(u'T')) {
    day = last.section(u'T', 0, 0);
    time = last.section(u'T', 1);
  }
  // `today` and `yesterday` are the real ones; a time alone stays on the script's day.
  std::optional<Date> date;
  const Date real_today = log.zone().date_of(SystemClock().now());
  if (day.isEmpty()) {
    date = log.today();
  } else if (day == QLatin1String("today")) {
    date = real_today;
  } else if (day == QLatin1String("yesterday")) {
    date = add_days(real_today, -1);
  } else {
    date = parseIsoDate(day);
  }
  const auto minute = parseClock(time);
  if (!date || !minute) return QStringLiteral("write the time like 2026-11-19T08:30 or 09:15.");
  clock_.hold(log.zone().at(*date, *minute));
  // The pages show the new hour, as they would have by themselves in the meantime.
  context_.now().setVisible(false);
  context_.now().setVisible(true);
  return {};
}

QString ScriptRunner::enroll(const QStringList& words) {
  const QString link = words.isEmpty() ? setting_.enroll_link : words.first();
  if (link.isEmpty()) return QStringLiteral("give a link after enroll, or start with --enroll LINK.");
  EnrolModel& model = context_.enrol();
  model.setLink(link);
  if (!model.linkError().isEmpty()) return model.linkError();
  waiting_ = true;
  const bool was_held = clock_.held();
  if (was_held) {
    held_ = clock_.now();
    clock_.release();
  }
  // The answer comes when the enroller is idle again; by then the model shows how it went.
  auto once = std::make_shared<QMetaObject::Connection>();
  *once = connect(&model, &EnrolModel::changed, this, [this, &model, once] {
    if (model.busy() || !waiting_) return;
    const QString problem = model.errorText() + model.serverError() + model.codeError();
    context_.log().deliverChanges();
    if (problem.isEmpty() && !context_.log().identity()) return;
    disconnect(*once);
    if (held_) clock_.hold(*held_);
    held_.reset();
    if (problem.isEmpty())
      print(QStringLiteral("Enrolled as %1, %2")
                .arg(context_.state().personName(), context_.state().agencyName()));
    resume(problem);
  });
  patience_.start(sync_patience_s * 1000);
  model.enrol();
  return {};
}

QString ScriptRunner::startEntry(const QStringList& words) {
  NowModel& now = context_.now();
  const QString before = now.runningId();
  if (now.tiles()->find(QStringLiteral("tile"), words.first()) >= 0) {
    now.start(words.first());
  } else if (fromCode<Activity>(words.first())) {
    now.startActivity(words.first());
  } else {
    return QStringLiteral("\"%1\" is no tile and no activity.").arg(words.first());
  }
  if (now.runningId() == before)
    return problem_.isEmpty() ? QStringLiteral("nothing was started.") : problem_;
  print(now.feedbackText());
  return setDetails(words.mid(1));
}

QString ScriptRunner::setDetails(const QStringList& words) {
  for (const QString& word : words) {
    const auto equals = word.indexOf(u'=');
    if (equals < 1) return QStringLiteral("write details as name=value; \"%1\" is none.").arg(word);
    if (const QString problem = setDetail(word.left(equals), word.mid(equals + 1)); !problem.isEmpty())
      return problem;
  }
  if (!words.isEmpty() && context_.now().running())
    print(QStringLiteral("  %1 · %2")
              .arg(context_.now().runningPlaceText(), context_.now().verdict().sentence));
  return {};
}

QString ScriptRunner::setDetail(const QString& name, const QString& value) {
  NowModel& now = context_.now();
  if (!now.running()) return QStringLiteral("nothing runs, so nothing can be said about it.");
  if (name == QLatin1String("note")) {
    now.setNote(value);
    return {};
  }
  QString detail = name;
  if (name == QLatin1String("from")) detail = QStringLiteral("from_place");
  if (name == QLatin1String("to")) detail = QStringLiteral("to_place");
  if (name == QLatin1String("present")) detail = QStringLiteral("participant_present");
  if (name == QLatin1String("hiring")) detail = QStringLiteral("hiring_authority");
  const int row = now.details()->find(QStringLiteral("detail"), detail);
  if (row < 0) return QStringLiteral("%1 cannot be given for %2.").arg(name, now.runningTitle());
  if (now.details()->value(row, QStringLiteral("kind")).toString() == QLatin1String("toggle")) {
    const bool wanted = value == QLatin1String("yes");
    if (now.details()->value(row, QStringLiteral("on")).toBool() != wanted) now.tapDetail(detail);
    return {};
  }
  if (now.ask() != detail) now.tapDetail(detail);
  QString code = codeFor(detail, value);
  if (code.isEmpty()) {
    // A long list ends before all it could offer: found by its name, as on the page.
    now.findChoice(value);
    code = codeFor(detail, value);
  }
  if (code.isEmpty()) return QStringLiteral("there is no %1 \"%2\" to choose.").arg(name, value);
  now.answer(code);
  return {};
}

QString ScriptRunner::codeFor(const QString&, const QString& value) const {
  const RowsModel* choices = context_.now().askChoices();
  const int by_code = choices->find(QStringLiteral("code"), value);
  const int row = by_code >= 0 ? by_code : choices->find(QStringLiteral("text"), value);
  return choices->value(row, QStringLiteral("code")).toString();
}

QString ScriptRunner::moveEarlier(const QString& word) {
  NowModel& now = context_.now();
  if (word == QLatin1String("last-stop")) {
    now.earlierSinceLastStop();
  } else if (word.contains(u':')) {
    now.earlierAt(word);
  } else {
    now.earlier(word.toInt());
  }
  if (!now.earlierError().isEmpty()) return now.earlierError();
  print(now.feedbackText());
  return {};
}

QString ScriptRunner::addLeave(const QStringList& words) {
  WeekModel& week = context_.week();
  week.showWeek(words.at(0));
  if (!week.addLeave(words.at(0), words.at(1), words.at(2))) return week.leaveError();
  print(QStringLiteral("Leave on %1: %2").arg(words.at(0), words.at(1)));
  return {};
}

QString ScriptRunner::submit(const QString& word) {
  WeekModel& week = context_.week();
  if (word == QLatin1String("this-week")) {
    week.thisWeek();
  } else {
    week.showWeek(word);
  }
  if (!week.canSubmit()) return QStringLiteral("this week cannot be submitted now.");
  week.submit();
  print(QStringLiteral("Week %1: %2").arg(week.weekText(), week.stateText()));
  return {};
}

QString ScriptRunner::wait(const QStringList& words) {
  if (words.first() != QLatin1String("fix")) {
    bool ok = false;
    const int seconds = words.first().toInt(&ok);
    if (!ok || words.size() > 1) return QStringLiteral("write wait fix, or wait and a number of seconds.");
    waiting_ = true;
    QTimer::singleShot(seconds * 1000, this, [this] { resume(); });
    return {};
  }
  const auto told = [this] {
    const NowModel& now = context_.now();
    print(QStringLiteral("  %1").arg(now.running() ? now.tagText() : QStringLiteral("Position done")));
    if (!now.nearestText().isEmpty()) print(QStringLiteral("  Nearest: %1").arg(now.nearestText()));
  };
  if (!context_.tagger().busy()) {
    told();
    return {};
  }
  const int seconds = words.size() > 1 ? words.at(1).toInt() : fix_patience_s;
  waiting_ = true;
  patience_.start(seconds * 1000);
  connect(
      &context_.tagger(), &LocationTagger::idle, this,
      [this, told] {
        context_.log().deliverChanges();
        told();
        resume();
      },
      Qt::SingleShotConnection);
  return {};
}

QString ScriptRunner::sync() {
  SyncRunner& runner = context_.runner();
  waiting_ = true;
  // Counted as the chip counts: records, however many changes each of them has behind it.
  const int waited = context_.sync().waitingCount();
  // The server compares this phone's clock with its own: a script's day would look like a clock that is
  // wrong.
  if (clock_.held()) {
    held_ = clock_.now();
    clock_.release();
  }
  connect(
      &runner, &SyncRunner::finished, this,
      [this, &runner, waited] {
        if (held_) clock_.hold(*held_);
        held_.reset();
        context_.log().deliverChanges();
        const auto& outcome = *runner.lastOutcome();
        last_sync_state_ = outcome.state == device::SessionState::done        ? QStringLiteral("done")
                           : outcome.state == device::SessionState::needs_you ? QStringLiteral("needs_you")
                                                                              : QStringLiteral("waiting");
        const SyncModel& model = context_.sync();
        print(outcome.error ? QStringLiteral("Sync: %1 %2").arg(model.errorText(), model.chipText())
                            : QStringLiteral("Sync: %1 sent, %2 received. %3")
                                  .arg(waited - model.waitingCount())
                                  .arg(outcome.received)
                                  .arg(model.chipText()));
        resume();
      },
      Qt::SingleShotConnection);
  patience_.start(sync_patience_s * 1000);
  runner.requestNow();
  return {};
}

QString ScriptRunner::takeScreen(const QStringList& words) {
  if (setting_.screens == nullptr) return QStringLiteral("start with --screens DIR to take pictures.");
  if (words.size() == 2 || (words.size() == 3 && words.at(1) != QLatin1String("as")))
    return QStringLiteral("write screen PAGE, or screen PAGE as NAME.");
  const QString name = words.size() == 3 ? words.at(2) : words.at(0);
  waiting_ = true;
  const auto before = setting_.screens->written().size();
  setting_.screens->take(words.at(0), name, [this, before](const QString& problem) {
    for (auto i = before; i < setting_.screens->written().size(); ++i)
      print(QStringLiteral("Picture %1").arg(setting_.screens->written().at(i)));
    QMetaObject::invokeMethod(
        this, [this, problem] { resume(problem); }, Qt::QueuedConnection);
  });
  return {};
}

}  // namespace waymark::app
