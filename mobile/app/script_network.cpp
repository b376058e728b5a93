#include "mobile/app/script_runner.h"

// What a script does on the pages Employers and Participants.

namespace waymark::app {
namespace {

QString text(const RowsModel* rows, int row, const char* role) {
  return rows->value(row, QString::fromLatin1(role)).toString();
}
QString text(const EmployerList* rows, int row, const char* role) {
  return rows->value(row, QString::fromLatin1(role)).toString();
}

/// The employer a name means: the one the search finds first.
QString employerNamed(AppContext& context, const QString& name) {
  context.network().settle();
  const auto index = context.network().index();
  const auto found = index->search(name);
  return found.empty() ? QString() : QString::fromStdString(index->at(found.front()).id);
}

QString participantCoded(AppContext& context, const QString& code) {
  for (const Participant& one : context.log().participants())
    if (QString::fromStdString(one.code) == code) return QString::fromStdString(one.id);
  return {};
}

}  // namespace

QString ScriptRunner::openRecord(const QStringList& words) {
  const bool employer = words.at(0) == QLatin1String("employer");
  if (!employer && words.at(0) != QLatin1String("participant"))
    return QStringLiteral("write open employer NAME, or open participant CODE.");
  const QString id =
      employer ? employerNamed(context_, words.at(1)) : participantCoded(context_, words.at(1));
  if (id.isEmpty()) return QStringLiteral("there is no %1 \"%2\".").arg(words.at(0), words.at(1));
  if (employer)
    context_.employer().open(id);
  else
    context_.participant().open(id);
  return {};
}

QString ScriptRunner::visitEmployer(const QString& name) {
  if (const QString problem = openRecord({QStringLiteral("employer"), name}); !problem.isEmpty())
    return problem;
  context_.employer().startVisit();
  print(context_.now().feedbackText());
  return {};
}

QString ScriptRunner::logContact(const QString& code) {
  if (const QString problem = openRecord({QStringLiteral("participant"), code}); !problem.isEmpty())
    return problem;
  context_.participant().logContact();
  print(context_.now().feedbackText());
  return {};
}

QString ScriptRunner::setNextStep(const QStringList& words) {
  if (const QString problem = openRecord({QStringLiteral("employer"), words.at(0)}); !problem.isEmpty())
    return problem;
  EmployerModel& employer = context_.employer();
  if (words.size() == 3) employer.setNextStepText(words.at(2));
  if (!employer.setNextStepDay(words.at(1))) return employer.nextStepError() + employer.errorText();
  print(QStringLiteral("%1: %2").arg(employer.name(), employer.nextStepText()));
  return {};
}

void ScriptRunner::showEmployers() {
  EmployersModel& model = context_.employers();
  context_.network().settle();
  model.refresh();
  print(QStringLiteral("%1 · %2").arg(model.countText(), model.contactsText()));
  for (int row = 0; row < model.rows()->count(); ++row) {
    QStringList parts{text(model.rows(), row, "name")};
    for (const char* role : {"nextText", "lastText", "visitsText"})
      if (const QString part = text(model.rows(), row, role); !part.isEmpty()) parts << part;
    print(QStringLiteral("  ") + parts.join(QStringLiteral(" · ")));
  }
}

void ScriptRunner::showParticipants() {
  ParticipantsModel& model = context_.participants();
  context_.network().settle();
  model.refresh();
  print(QStringLiteral("%1 · %2").arg(model.caseloadText(), model.dueText()));
  for (int row = 0; row < model.rows()->count(); ++row) {
    QStringList parts{text(model.rows(), row, "code")};
    for (const char* role : {"overdueText", "dueText", "jobText"})
      if (const QString part = text(model.rows(), row, role); !part.isEmpty()) parts << part;
    print(QStringLiteral("  ") + parts.join(QStringLiteral(" · ")));
  }
}

}  // namespace waymark::app
