#include "mobile/app/open_details.h"

#include "mobile/app/app_context.h"

namespace waymark::app {

void openDetails(AppContext& context) {
  const FieldLog& log = context.log();
  if (!log.identity()) return;
  if (!context.editor().loaded()) {
    const auto latest = log.records().latest_entries(log.now() + Millis{1}, 1);
    if (latest && !latest->empty()) context.editor().open(QString::fromStdString(latest->front().record.id));
  }
  const EmployerList& employers = *context.employers().rows();
  const RowsModel& participants = *context.participants().rows();
  if (context.state().leads() && !context.teamPerson().loaded()) {
    context.team().refresh();
    context.settle();
    context.teamPerson().open(context.team().people()->value(0, QStringLiteral("personId")).toString());
  }
  context.network().settle();
  if (!context.employer().loaded() && employers.count() > 0) {
    // One that was visited this week tells most.
    int visited = employers.count() - 1;
    while (visited > 0 && employers.value(visited, QStringLiteral("visitsText")).toString().isEmpty())
      --visited;
    context.employer().open(employers.value(visited, QStringLiteral("employerId")).toString());
  }
  if (context.participant().loaded() || participants.count() == 0) return;
  int row = 0;
  while (row + 1 < participants.count() &&
         participants.value(row, QStringLiteral("jobText")).toString().isEmpty())
    ++row;
  context.participant().open(participants.value(row, QStringLiteral("participantId")).toString());
}

}  // namespace waymark::app
