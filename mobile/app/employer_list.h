// The rows of the Employers page. A row's words are made when it comes into view, so that a list of thousands
// costs what is seen of it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <memory>
#include <vector>

#include "mobile/app/network.h"

namespace waymark::app {

class EmployerList : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("The network is listed by EmployersModel")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  explicit EmployerList(const FieldLog& log, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(positions_.size()); }

  /// Shows these positions of the index; the first `due` of them under a heading of their own.
  void show(std::shared_ptr<const NetworkIndex> index, std::shared_ptr<const ContactFacts> contacts,
            std::vector<int> positions, int due);

  Q_INVOKABLE QVariant value(int row, const QString& role) const;
  /// The row of an employer, or -1.
  Q_INVOKABLE int rowOf(const QString& employerId) const;

 signals:
  void countChanged();

 private:
  QString headingOf(int row) const;
  QString accessibleText(int row) const;

  const FieldLog& log_;
  std::shared_ptr<const NetworkIndex> index_;
  std::shared_ptr<const ContactFacts> contacts_;
  std::vector<int> positions_;
  int due_ = 0;
};

}  // namespace waymark::app
