// The Enrol page: a server address and a code, or a waymark:// link that holds both (ui.md, Enrol).
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "shared/error.h"

class QQmlEngine;
class QJSEngine;

namespace waymark::app {

class Enroller;

class EnrolModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString server READ server WRITE setServer NOTIFY changed)
  Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed)
  Q_PROPERTY(QString link READ link WRITE setLink NOTIFY changed)
  Q_PROPERTY(QString deviceName READ deviceName WRITE setDeviceName NOTIFY changed)
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  Q_PROPERTY(bool canEnrol READ canEnrol NOTIFY changed)
  Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
  Q_PROPERTY(QString serverError READ serverError NOTIFY changed)
  Q_PROPERTY(QString codeError READ codeError NOTIFY changed)
  Q_PROPERTY(QString linkError READ linkError NOTIFY changed)
  Q_PROPERTY(QString errorText READ errorText NOTIFY changed)

 public:
  explicit EnrolModel(Enroller& enroller, QObject* parent = nullptr);
  ~EnrolModel() override;
  static EnrolModel* create(QQmlEngine* engine, QJSEngine*);

  QString server() const { return server_; }
  void setServer(const QString& server);
  QString code() const { return code_; }
  void setCode(const QString& code);
  QString link() const { return link_; }
  void setLink(const QString& link);
  QString deviceName() const { return device_name_; }
  void setDeviceName(const QString& name);
  bool busy() const;
  bool canEnrol() const;
  QString progressText() const;
  QString serverError() const { return server_error_; }
  QString codeError() const { return code_error_; }
  QString linkError() const { return link_error_; }
  QString errorText() const { return error_text_; }

  /// Tries; `enrolled()` or one sentence beside the field concerned.
  Q_INVOKABLE void enrol();

 signals:
  void changed();
  void enrolled();

 private:
  void show(const Error& error);

  Enroller& enroller_;
  QString server_, code_, link_, device_name_;
  QString server_error_, code_error_, link_error_, error_text_;
};

}  // namespace waymark::app
