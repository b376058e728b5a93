// Enrolment off the UI thread: one try at a time, the answer as a signal.
#pragma once

#include <QObject>
#include <QString>
#include <QThread>
#include <memory>

#include "mobile/device/enrolment.h"

namespace waymark::app {

class Enroller : public QObject {
  Q_OBJECT

 public:
  /// All must outlive the enroller.
  Enroller(device::DeviceStore& store, device::KeyStore& keys, device::Transport& transport,
           RandomSource& random, QObject* parent = nullptr);
  ~Enroller() override;

  bool busy() const { return busy_; }
  /// What the last try called this device.
  QString deviceName() const { return device_name_; }
  /// Does nothing while a try is running.
  void start(const device::EnrolmentRequest& request);
  /// A request with this app's version and platform filled in.
  static device::EnrolmentRequest requestFor(const QString& server, const QString& code,
                                             const QString& device_name);
  /// What this machine calls itself: the first guess of the device's name.
  static QString defaultDeviceName();

 signals:
  void changed();
  void succeeded();
  void refused(const waymark::Error& error);

 private:
  device::DeviceStore& store_;
  device::KeyStore& keys_;
  device::Transport& transport_;
  RandomSource& random_;
  QThread thread_;
  std::unique_ptr<QObject> worker_;  ///< lives in thread_, only to receive calls there
  std::unique_ptr<device::Abort> abort_;
  bool busy_ = false;
  QString device_name_;
};

}  // namespace waymark::app
