#include "mobile/app/employer_list.h"

#include <algorithm>

#include "mobile/app/field_log.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/sync_texts.h"

namespace waymark::app {
namespace {

enum Role {
  employer_id = Qt::UserRole,
  heading,
  name,
  about,
  last_text,
  visits_text,
  next_text,
  next_state,
  removed,
  sync_state,
  sync_text,
  accessible_text
};

}  // namespace

EmployerList::EmployerList(const FieldLog& log, QObject* parent)
    : QAbstractListModel(parent),
      log_(log),
      index_(std::make_shared<NetworkIndex>()),
      contacts_(std::make_shared<ContactFacts>()) {}

QHash<int, QByteArray> EmployerList::roleNames() const {
  return {{employer_id, "employerId"},
          {heading, "heading"},
          {name, "name"},
          {about, "about"},
          {last_text, "lastText"},
          {visits_text, "visitsText"},
          {next_text, "nextText"},
          {next_state, "nextState"},
          {removed, "removed"},
          {sync_state, "syncState"},
          {sync_text, "syncText"},
          {accessible_text, "accessibleText"}};
}

int EmployerList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant EmployerList::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const int position = positions_[static_cast<std::size_t>(index.row())];
  const Employer& employer = index_->at(position);
  switch (role) {
    case employer_id:
      return QString::fromStdString(employer.id);
    case heading:
      return headingOf(index.row());
    case name:
      return QString::fromStdString(employer.name);
    case about: {
      QStringList parts;
      for (const std::string& part : {employer.industry, employer.contact_name})
        if (!part.empty()) parts << QString::fromStdString(part);
      return parts.join(QStringLiteral(" · "));
    }
    case last_text: {
      const auto last = contacts_->last.find(employer.id);
      return lastVisitText(last == contacts_->last.end() ? std::nullopt : std::optional(last->second),
                           log_.zone(), log_.today());
    }
    case visits_text: {
      const auto visits = contacts_->this_week.find(employer.id);
      return visitsText(visits == contacts_->this_week.end() ? 0 : visits->second);
    }
    case next_text:
      return nextStepText(employer, log_.today());
    case next_state:
      return nextStepState(employer, log_.today());
    case removed:
      return index_->removedAt(position);
    case sync_state:
      return syncCode(index_->syncAt(position));
    case sync_text:
      return syncText(index_->syncAt(position));
    case accessible_text:
      return accessibleText(index.row());
    default:
      return {};
  }
}

QString EmployerList::headingOf(int row) const {
  if (row == 0 && due_ > 0) return NetworkTexts::tr("Next steps due");
  if (row == due_ && due_ > 0) return NetworkTexts::tr("The network by name");
  return {};
}

QString EmployerList::accessibleText(int row) const {
  QStringList parts;
  const QModelIndex at = index(row);
  for (const int role : {int(name), int(about), int(next_text), int(last_text), int(visits_text)})
    if (const QString part = data(at, role).toString(); !part.isEmpty()) parts << part;
  if (data(at, removed).toBool()) parts << NetworkTexts::tr("Not in the network any more");
  parts << data(at, sync_text).toString();
  return parts.join(QStringLiteral(", "));
}

QVariant EmployerList::value(int row, const QString& role) const {
  if (row < 0 || row >= count()) return {};
  return data(index(row), roleNames().key(role.toUtf8(), -1));
}

int EmployerList::rowOf(const QString& employerId) const {
  const int position = index_->find(employerId.toStdString());
  const auto found = std::find(positions_.begin(), positions_.end(), position);
  return position < 0 || found == positions_.end() ? -1 : static_cast<int>(found - positions_.begin());
}

void EmployerList::show(std::shared_ptr<const NetworkIndex> index,
                        std::shared_ptr<const ContactFacts> contacts, std::vector<int> positions, int due) {
  const auto sameRows = [&] {
    if (positions.size() != positions_.size()) return false;
    for (std::size_t row = 0; row < positions.size(); ++row)
      if (index->at(positions[row]).id != index_->at(positions_[row]).id) return false;
    return true;
  };
  // The same rows keep focus and place; only their words may be others.
  const bool same = sameRows();
  const bool other_count = positions.size() != positions_.size();
  if (!same) beginResetModel();
  index_ = std::move(index);
  contacts_ = std::move(contacts);
  positions_ = std::move(positions);
  due_ = due;
  if (!same)
    endResetModel();
  else if (count() > 0)
    emit dataChanged(this->index(0), this->index(count() - 1));
  if (other_count) emit countChanged();
}

}  // namespace waymark::app
