#include "mobile/app/enroller.h"

#include <QSysInfo>

namespace waymark::app {

Enroller::Enroller(device::DeviceStore& store, device::KeyStore& keys, device::Transport& transport,
                   RandomSource& random, QObject* parent)
    : QObject(parent),
      store_(store),
      keys_(keys),
      transport_(transport),
      random_(random),
      worker_(std::make_unique<QObject>()) {
  worker_->moveToThread(&thread_);
  thread_.setObjectName(QStringLiteral("enrolment"));
  thread_.start();
}

Enroller::~Enroller() {
  if (abort_) abort_->request();
  thread_.quit();
  thread_.wait();
}

void Enroller::start(const device::EnrolmentRequest& request) {
  if (busy_) return;
  busy_ = true;
  device_name_ = QString::fromStdString(request.device_name);
  abort_ = std::make_unique<device::Abort>();
  emit changed();
  QMetaObject::invokeMethod(worker_.get(), [this, request, abort = abort_.get()] {
    auto result = device::enrol(store_, keys_, transport_, random_, request, *abort);
    QMetaObject::invokeMethod(this, [this, result = std::move(result)] {
      busy_ = false;
      abort_.reset();
      emit changed();
      if (result) {
        emit succeeded();
      } else {
        emit refused(result.error());
      }
    });
  });
}

device::EnrolmentRequest Enroller::requestFor(const QString& server, const QString& code,
                                              const QString& device_name) {
  return {.server = server.toStdString(),
          .code = code.toStdString(),
          .device_name = device_name.toStdString(),
          .platform = QSysInfo::productType().toStdString(),
          .app = WAYMARK_VERSION};
}

QString Enroller::defaultDeviceName() {
  const QString host = QSysInfo::machineHostName().section(u'.', 0, 0);
  return host.isEmpty() ? QSysInfo::prettyProductName() : host;
}

}  // namespace waymark::app
