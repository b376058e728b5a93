#include "mobile/app/app_context.h"

#include <QDir>
#include <QJSEngine>
#include <QQmlEngine>

namespace waymark::app {
namespace {

constexpr const char* property_name = "waymarkContext";

template <class T>
T* singletonOf(QQmlEngine* engine, T& (AppContext::*getter)()) {
  AppContext* context = AppContext::of(engine);
  if (!context) return nullptr;  // the engine says that the singleton could not be made
  T& model = (context->*getter)();
  QJSEngine::setObjectOwnership(&model, QJSEngine::CppOwnership);
  return &model;
}

template <class T, class Make>
T& lazily(std::unique_ptr<T>& slot, Make make) {
  if (!slot) slot = make();
  return *slot;
}

}  // namespace

AppContext::AppContext(const AppParts& parts, QObject* parent)
    : QObject(parent),
      parts_(parts),
      settings_(QDir(parts.data_dir).filePath(QStringLiteral("settings.ini"))),
      language_(settings_),
      log_(parts.store),
      tagger_(log_, settings_, parts.positions) {
  log_.setSpareRoom(parts.spare);
  connect(&language_, &Language::changed, &log_, &FieldLog::reword);
  connect(&log_, &FieldLog::started, &network_, &NetworkState::look);
}

AppContext::~AppContext() = default;

void AppContext::attachTo(QQmlEngine& engine) {
  engine.setProperty(property_name, QVariant::fromValue<QObject*>(this));
}

AppContext* AppContext::of(QQmlEngine* engine) {
  return engine ? qobject_cast<AppContext*>(engine->property(property_name).value<QObject*>()) : nullptr;
}

SyncRunner& AppContext::runner() {
  return lazily(runner_, [&] {
    return std::make_unique<SyncRunner>(log_, parts_.keys, parts_.transport, parts_.random, settings_,
                                        network_, parts_.automatic_sync);
  });
}

Enroller& AppContext::enroller() {
  return lazily(enroller_, [&] {
    auto enroller = std::make_unique<Enroller>(parts_.store, parts_.keys, parts_.transport, parts_.random);
    // The name goes to the server; Settings shows what the admin sees there.
    connect(enroller.get(), &Enroller::succeeded, &settings_,
            [this] { settings_.setDeviceName(enroller_->deviceName()); });
    return enroller;
  });
}

AppState& AppContext::state() {
  return lazily(state_, [&] { return std::make_unique<AppState>(log_); });
}
NowModel& AppContext::now() {
  return lazily(now_, [&] { return std::make_unique<NowModel>(log_, tagger_); });
}
DayModel& AppContext::day() {
  return lazily(day_, [&] { return std::make_unique<DayModel>(log_); });
}
EntryEditorModel& AppContext::editor() {
  return lazily(editor_, [&] { return std::make_unique<EntryEditorModel>(log_, tagger_); });
}
WeekModel& AppContext::week() {
  return lazily(week_, [&] { return std::make_unique<WeekModel>(log_); });
}
Network& AppContext::network() {
  return lazily(employer_network_, [&] { return std::make_unique<Network>(log_); });
}
RecordKeeper& AppContext::keeper() {
  return lazily(keeper_, [&] { return std::make_unique<RecordKeeper>(log_); });
}
EmployersModel& AppContext::employers() {
  return lazily(employers_, [&] { return std::make_unique<EmployersModel>(log_, network()); });
}
EmployerModel& AppContext::employer() {
  return lazily(employer_, [&] {
    return std::make_unique<EmployerModel>(log_, network(), keeper(), parts_.positions, now());
  });
}
ParticipantsModel& AppContext::participants() {
  return lazily(participants_, [&] { return std::make_unique<ParticipantsModel>(log_, network()); });
}
ParticipantModel& AppContext::participant() {
  return lazily(participant_,
                [&] { return std::make_unique<ParticipantModel>(log_, network(), keeper(), now()); });
}
ParticipantJobModel& AppContext::participantJob() {
  return lazily(participant_job_,
                [&] { return std::make_unique<ParticipantJobModel>(log_, network(), keeper()); });
}
SyncModel& AppContext::sync() {
  return lazily(sync_, [&] { return std::make_unique<SyncModel>(log_, runner()); });
}
EnrolModel& AppContext::enrol() {
  return lazily(enrol_, [&] { return std::make_unique<EnrolModel>(enroller()); });
}
SettingsModel& AppContext::settingsModel() {
  return lazily(settings_model_,
                [&] { return std::make_unique<SettingsModel>(settings_, network_, parts_.data_dir); });
}

ReminderModel& AppContext::reminders() {
  return lazily(reminders_, [&] {
    minute_.start(60'000);
    return std::make_unique<ReminderModel>(log_, settings_, parts_.notifier, minute_);
  });
}

TeamModel& AppContext::team() {
  return lazily(team_, [&] {
    return std::make_unique<TeamModel>(
        log_, std::make_unique<TeamFetcher>(parts_.store, parts_.keys, parts_.transport));
  });
}
TeamPersonModel& AppContext::teamPerson() {
  return lazily(team_person_, [&] { return std::make_unique<TeamPersonModel>(log_, team()); });
}

void AppContext::settle() {
  network().settle();
  if (team_) team_->settle();
}

// How each QML singleton finds its object: here together, so that the view models know nothing of the whole.
AppState* AppState::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::state);
}
NowModel* NowModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::now);
}
DayModel* DayModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::day);
}
EntryEditorModel* EntryEditorModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::editor);
}
WeekModel* WeekModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::week);
}
RecordKeeper* RecordKeeper::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::keeper);
}
EmployersModel* EmployersModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::employers);
}
EmployerModel* EmployerModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::employer);
}
ParticipantsModel* ParticipantsModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::participants);
}
ParticipantModel* ParticipantModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::participant);
}
ParticipantJobModel* ParticipantJobModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::participantJob);
}
SyncModel* SyncModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::sync);
}
EnrolModel* EnrolModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::enrol);
}
ReminderModel* ReminderModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::reminders);
}
TeamModel* TeamModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::team);
}
TeamPersonModel* TeamPersonModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::teamPerson);
}
SettingsModel* SettingsModel::create(QQmlEngine* engine, QJSEngine*) {
  return singletonOf(engine, &AppContext::settingsModel);
}

}  // namespace waymark::app
