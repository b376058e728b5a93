// The Employers page: the agency's network with search, what is next with whom, and how many contacts this
// week has (ui.md, Employers; domain.md, Employer contacts).
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "mobile/app/employer_list.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class FieldLog;

class EmployersModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
  Q_PROPERTY(waymark::app::EmployerList* rows READ rows CONSTANT)
  Q_PROPERTY(QString countText READ countText NOTIFY changed)
  Q_PROPERTY(bool showRemoved READ showRemoved WRITE setShowRemoved NOTIFY changed)
  Q_PROPERTY(int removedCount READ removedCount NOTIFY changed)
  Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed)
  Q_PROPERTY(QString emptyAdvice READ emptyAdvice NOTIFY changed)
  // This week's contacts against the policy's target.
  Q_PROPERTY(int contacts READ contacts NOTIFY changed)
  Q_PROPERTY(int goal READ goal NOTIFY changed)
  Q_PROPERTY(QString contactsText READ contactsText NOTIFY changed)
  Q_PROPERTY(QString contactsDetail READ contactsDetail NOTIFY changed)

 public:
  EmployersModel(FieldLog& log, Network& network, QObject* parent = nullptr);
  ~EmployersModel() override;
  static EmployersModel* create(QQmlEngine* engine, QJSEngine*);

  QString query() const { return query_; }
  void setQuery(const QString& query);
  EmployerList* rows() { return &rows_; }
  QString countText() const;
  bool showRemoved() const { return show_removed_; }
  void setShowRemoved(bool show);
  int removedCount() const;
  /// Why there are no rows; "" when there are some, or when they are still being read.
  QString emptyTitle() const;
  QString emptyAdvice() const;
  int contacts() const { return tally_.total; }
  int goal() const { return tally_.goal; }
  QString contactsText() const;
  QString contactsDetail() const;

  /// A page that shows this came into view, or went out of it. Coming, what time alone changes is read again.
  Q_INVOKABLE void setWatched(bool watched);
  Q_INVOKABLE void refresh();

 signals:
  void changed();

 private:
  void show();
  void readTally();

  FieldLog& log_;
  Network& network_;
  int watchers_ = 0;
  QString query_;
  bool show_removed_ = false;
  EmployerList rows_;
  EmployerContacts tally_;
};

}  // namespace waymark::app
