// Everything one running app is made of, put together once: services first, view models when they are first
// asked for. The QML engine carries it, so QML singletons find theirs without a global.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

#include "mobile/app/app_settings.h"
#include "mobile/app/app_state.h"
#include "mobile/app/day_model.h"
#include "mobile/app/employer_model.h"
#include "mobile/app/employers_model.h"
#include "mobile/app/enrol_model.h"
#include "mobile/app/enroller.h"
#include "mobile/app/entry_editor_model.h"
#include "mobile/app/field_log.h"
#include "mobile/app/language.h"
#include "mobile/app/location_tagger.h"
#include "mobile/app/network.h"
#include "mobile/app/network_state.h"
#include "mobile/app/now_model.h"
#include "mobile/app/participant_job_model.h"
#include "mobile/app/participant_model.h"
#include "mobile/app/participants_model.h"
#include "mobile/app/record_keeper.h"
#include "mobile/app/reminder_model.h"
#include "mobile/app/settings_model.h"
#include "mobile/app/sync_model.h"
#include "mobile/app/sync_runner.h"
#include "mobile/app/team_model.h"
#include "mobile/app/team_person_model.h"
#include "mobile/app/week_model.h"

class QQmlEngine;

namespace waymark::app {

/// What an app stands on. All of it must outlive the context.
struct AppParts {
  device::DeviceStore& store;
  device::KeyStore& keys;
  device::Transport& transport;
  RandomSource& random;
  PositionProvider& positions;
  QString data_dir;
  bool automatic_sync = true;
  Notifier* notifier = nullptr;        ///< null: reminders are banners alone
  device::SpareRoom* spare = nullptr;  ///< null: nothing is set aside for a full storage
};

class AppContext : public QObject {
  Q_OBJECT

 public:
  explicit AppContext(const AppParts& parts, QObject* parent = nullptr);
  ~AppContext() override;

  /// Lets the Waymark.App singletons of this engine be this context's. Before the first QML file is loaded.
  void attachTo(QQmlEngine& engine);
  /// The context attached to an engine; null if there is none.
  static AppContext* of(QQmlEngine* engine);

  FieldLog& log() { return log_; }
  AppSettings& settings() { return settings_; }
  Language& language() { return language_; }
  LocationTagger& tagger() { return tagger_; }

  SyncRunner& runner();
  Enroller& enroller();
  AppState& state();
  NowModel& now();
  DayModel& day();
  EntryEditorModel& editor();
  WeekModel& week();
  Network& network();
  RecordKeeper& keeper();
  EmployersModel& employers();
  EmployerModel& employer();
  ParticipantsModel& participants();
  ParticipantModel& participant();
  ParticipantJobModel& participantJob();
  SyncModel& sync();
  EnrolModel& enrol();
  SettingsModel& settingsModel();
  ReminderModel& reminders();
  TeamModel& team();
  TeamPersonModel& teamPerson();

  /// Waits for what is read or fetched beside the UI thread: for pictures and tests.
  void settle();

 private:
  AppParts parts_;
  AppSettings settings_;
  Language language_;
  FieldLog log_;
  LocationTagger tagger_;
  NetworkState network_;
  std::unique_ptr<SyncRunner> runner_;
  std::unique_ptr<Enroller> enroller_;
  std::unique_ptr<AppState> state_;
  std::unique_ptr<NowModel> now_;
  std::unique_ptr<DayModel> day_;
  std::unique_ptr<EntryEditorModel> editor_;
  std::unique_ptr<WeekModel> week_;
  std::unique_ptr<Network> employer_network_;
  std::unique_ptr<RecordKeeper> keeper_;
  std::unique_ptr<EmployersModel> employers_;
  std::unique_ptr<EmployerModel> employer_;
  std::unique_ptr<ParticipantsModel> participants_;
  std::unique_ptr<ParticipantModel> participant_;
  std::unique_ptr<ParticipantJobModel> participant_job_;
  std::unique_ptr<SyncModel> sync_;
  std::unique_ptr<EnrolModel> enrol_;
  std::unique_ptr<SettingsModel> settings_model_;
  QTimer minute_;  ///< what reminders look at the clock by
  std::unique_ptr<ReminderModel> reminders_;
  std::unique_ptr<TeamModel> team_;
  std::unique_ptr<TeamPersonModel> team_person_;
};

}  // namespace waymark::app
