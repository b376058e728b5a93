// Runs a script's taps on the real view models, one after another, and says what happened line by line.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "mobile/app/app_clock.h"
#include "mobile/app/app_context.h"
#include "mobile/app/field_script.h"

namespace waymark::app {

class Screenshots;

class ScriptRunner : public QObject {
  Q_OBJECT

 public:
  struct Setting {
    QString enroll_link;             ///< for `enroll` without a link
    Screenshots* screens = nullptr;  ///< null: `screen` is refused
    std::function<void(const QString& line)> print;
    std::function<void()> kill;  ///< ends the program at once
  };

  /// The context must not sync by itself.
  ScriptRunner(AppContext& context, AppClock& clock, std::vector<ScriptCommand> commands, Setting setting,
               QObject* parent = nullptr);
  ~ScriptRunner() override;

  /// Begins with the first command; the event loop must run. `ended` comes once.
  void start();

 signals:
  /// "" when every command was done, else a sentence that names the line.
  void ended(const QString& problem);

 private:
  // Each returns "" or what is wrong; those that wait set waiting_ and call resume().
  QString run(const ScriptCommand& command);
  QString setClock(const QStringList& words);
  QString enroll(const QStringList& words);
  QString startEntry(const QStringList& words);
  QString setDetails(const QStringList& words);
  QString setDetail(const QString& detail, const QString& value);
  QString moveEarlier(const QString& word);
  QString addLeave(const QStringList& words);
  QString submit(const QString& word);
  QString visitEmployer(const QString& name);
  QString logContact(const QString& code);
  QString setNextStep(const QStringList& words);
  QString openRecord(const QStringList& words);
  QString wait(const QStringList& words);
  QString sync();
  QString show(const QStringList& words);
  QString expect(const QString& what, const QString& wanted);
  QString takeScreen(const QStringList& words);

  void showDay();
  void showNow();
  void showWeek();
  void showWaiting();
  void showEmployers();
  void showParticipants();
  void print(const QString& text);
  void next();
  void resume(const QString& problem = {});
  void end(const QString& problem);
  QString codeFor(const QString& detail, const QString& value) const;

  AppContext& context_;
  AppClock& clock_;
  std::vector<ScriptCommand> commands_;
  Setting setting_;
  std::size_t position_ = 0;
  bool waiting_ = false;
  QTimer patience_;
  QString problem_;  ///< what the app itself complained of during a command
  QString last_sync_state_;
  std::optional<Instant> held_;  ///< where the clock stood before a sync
};

}  // namespace waymark::app
