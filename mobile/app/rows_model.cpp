#include "mobile/app/rows_model.h"

#include <algorithm>

namespace waymark::app {

RowsModel::RowsModel(std::initializer_list<const char*> roles, QObject* parent) : QAbstractListModel(parent) {
  roles_.reserve(roles.size());
  for (const char* role : roles) roles_.emplace_back(role);
}

int RowsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  return row.value(role - Qt::UserRole);
}

QHash<int, QByteArray> RowsModel::roleNames() const {
  QHash<int, QByteArray> names;
  for (std::size_t i = 0; i < roles_.size(); ++i) names.insert(Qt::UserRole + static_cast<int>(i), roles_[i]);
  return names;
}

void RowsModel::setRows(std::vector<Row> rows) {
  const std::size_t common = std::min(rows_.size(), rows.size());
  std::size_t head = 0;
  while (head < common && rows_[head] == rows[head]) ++head;
  std::size_t tail = 0;
  while (tail < common - head && rows_[rows_.size() - 1 - tail] == rows[rows.size() - 1 - tail]) ++tail;

  const auto old_middle = static_cast<std::ptrdiff_t>(rows_.size() - head - tail);
  const auto new_middle = static_cast<std::ptrdiff_t>(rows.size() - head - tail);
  const auto first = static_cast<std::ptrdiff_t>(head);
  // Rows in the middle that both lists have are changed in place; only the difference comes or goes.
  const auto changed = std::min(old_middle, new_middle);
  if (changed > 0) {
    std::move(rows.begin() + first, rows.begin() + first + changed, rows_.begin() + first);
    emit dataChanged(index(static_cast<int>(first)), index(static_cast<int>(first + changed - 1)));
  }
  const int from = static_cast<int>(first + changed);
  if (old_middle > new_middle) {
    beginRemoveRows({}, from, static_cast<int>(first + old_middle - 1));
    rows_.erase(rows_.begin() + from, rows_.begin() + first + old_middle);
    endRemoveRows();
    emit countChanged();
  } else if (new_middle > old_middle) {
    beginInsertRows({}, from, static_cast<int>(first + new_middle - 1));
    rows_.insert(rows_.begin() + from, std::make_move_iterator(rows.begin() + from),
                 std::make_move_iterator(rows.begin() + first + new_middle));
    endInsertRows();
    emit countChanged();
  }
}

QVariant RowsModel::value(int row, const QString& role) const {
  const int column = roleIndex(role);
  if (row < 0 || row >= count() || column < 0) return {};
  return rows_[static_cast<std::size_t>(row)].value(column);
}

int RowsModel::find(const QString& role, const QVariant& value) const {
  const int column = roleIndex(role);
  if (column < 0) return -1;
  for (int row = 0; row < count(); ++row)
    if (rows_[static_cast<std::size_t>(row)].value(column) == value) return row;
  return -1;
}

int RowsModel::roleIndex(const QString& role) const {
  const QByteArray name = role.toUtf8();
  const auto found = std::find(roles_.begin(), roles_.end(), name);
  return found == roles_.end() ? -1 : static_cast<int>(found - roles_.begin());
}

}  // namespace waymark::app
