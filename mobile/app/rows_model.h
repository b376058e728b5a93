// A list for QML whose rows are worked out in C++: named roles, one QVariant each. Setting new rows keeps the
// rows that stay, so that focus and scroll position survive a refresh.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <initializer_list>
#include <vector>

namespace waymark::app {

class RowsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Lists are filled by the view models")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  using Row = QVariantList;  ///< one value a role, in the order the roles were named

  explicit RowsModel(std::initializer_list<const char*> roles, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(rows_.size()); }
  void setRows(std::vector<Row> rows);

  /// The value of one role of one row; invalid outside the list.
  Q_INVOKABLE QVariant value(int row, const QString& role) const;
  /// The first row whose `role` equals `value`, or -1.
  Q_INVOKABLE int find(const QString& role, const QVariant& value) const;

 signals:
  void countChanged();

 private:
  int roleIndex(const QString& role) const;

  std::vector<QByteArray> roles_;
  std::vector<Row> rows_;
};

}  // namespace waymark::app
