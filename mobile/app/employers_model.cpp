#include "mobile/app/employers_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/app/field_log.h"

namespace waymark::app {
namespace {

constexpr int due_within_days = 7;

}  // namespace

EmployersModel::EmployersModel(FieldLog& log, Network& network, QObject* parent)
    : QObject(parent), log_(log), network_(network), rows_(log, this) {
  connect(&network_, &Network::networkChanged, this, [this] {
    readTally();
    show();
  });
  connect(&log_, &FieldLog::reworded, this, &EmployersModel::show);
  connect(&log_, &FieldLog::dayTurned, this, &EmployersModel::refresh);
  network_.start();
  readTally();
  show();
}

EmployersModel::~EmployersModel() = default;

void EmployersModel::readTally() {
  tally_ = log_.week(log_.weekOf(log_.today())).tally.employer_contacts;
}

void EmployersModel::show() {
  const auto index = network_.index();
  auto positions = index->search(query_, show_removed_);
  int due = 0;
  if (query_.trimmed().isEmpty()) {
    // What is next comes first; when something is looked for, the likeliest does.
    const Date until = add_days(log_.today(), due_within_days);
    const auto is_due = [&](int position) {
      const auto& on = index->at(position).next_step_on;
      return on && *on <= until && !index->removedAt(position);
    };
    const auto rest = std::stable_partition(positions.begin(), positions.end(), is_due);
    std::stable_sort(positions.begin(), rest,
                     [&](int a, int b) { return *index->at(a).next_step_on < *index->at(b).next_step_on; });
    due = static_cast<int>(rest - positions.begin());
  }
  rows_.show(index, network_.contacts(), std::move(positions), due);
  emit changed();
}

void EmployersModel::setQuery(const QString& query) {
  if (query == query_) return;
  query_ = query;
  show();
}

void EmployersModel::setShowRemoved(bool show_removed) {
  if (show_removed == show_removed_) return;
  show_removed_ = show_removed;
  show();
}

void EmployersModel::setWatched(bool watched) {
  watchers_ += watched ? 1 : -1;
  network_.watch(this, watchers_ > 0);
  if (watched) refresh();
}

void EmployersModel::refresh() {
  network_.refresh();
  readTally();
  show();
}

int EmployersModel::removedCount() const {
  return network_.index()->removedCount();
}

QString EmployersModel::countText() const {
  if (!network_.ready()) return {};
  const int all = network_.index()->count();
  if (query_.trimmed().isEmpty()) return tr("%n employers", nullptr, all);
  return tr("%1 of %n employers", nullptr, all).arg(rows_.count());
}

QString EmployersModel::emptyTitle() const {
  if (rows_.count() > 0 || !network_.ready()) return {};
  return network_.index()->count() == 0 && query_.trimmed().isEmpty() ? tr("No employers yet")
                                                                      : tr("No employer found");
}

QString EmployersModel::emptyAdvice() const {
  if (emptyTitle().isEmpty()) return {};
  if (network_.index()->count() == 0 && query_.trimmed().isEmpty())
    return tr("Add the first one: its name is enough, the rest can follow.");
  return tr("Look for a part of the name, the contact, the industry or the street, or add it.");
}

QString EmployersModel::contactsText() const {
  return tr("%1 of %2 employer contacts this week").arg(tally_.total).arg(tally_.goal);
}

QString EmployersModel::contactsDetail() const {
  if (tally_.total == 0) return tr("A contact is a visit in person with an employer.");
  const int first = tally_.total - tally_.returning;
  return tr("%1 with someone who can hire · %2 new, %3 returning")
      .arg(tally_.hiring_authority)
      .arg(first)
      .arg(tally_.returning);
}

}  // namespace waymark::app
