#include "mobile/app/foundation.h"

#include <QDir>
#include <QFile>

#include "mobile/app/keychain_key_store.h"
#include "mobile/app/late_transport.h"
#include "mobile/app/nmea_capture.h"
#include "mobile/app/qt_position_provider.h"
#ifdef WAYMARK_TRANSPORT_INSIDE
#include "mobile/device/http_transport.h"
#endif

namespace waymark::app {
namespace {

/// What to do about a store that does not open: the store knows what is wrong, this knows where and whose it
/// is.
Error startError(const Error& error, const QString& file, const QString& directory) {
  QString sentence;
  switch (error.code) {
    case ErrorCode::locked:
      sentence =
          QObject::tr("Waymark is already open with the data in %1: close it first, or give another --data.")
              .arg(directory);
      break;
    case ErrorCode::schema_too_new:
      sentence =
          QObject::tr(
              "The data in %1 was written by a newer Waymark: install that version; nothing was changed.")
              .arg(directory);
      break;
    case ErrorCode::corrupt:
      sentence =
          QObject::tr(
              "%1 is damaged and was left as it is: move it away and enroll again, and keep it for your "
              "admin, who may read what was not sent.")
              .arg(file);
      break;
    case ErrorCode::disk_full:
      sentence =
          QObject::tr("The storage that holds %1 is full: free some space and start again.").arg(directory);
      break;
    default:
      sentence =
          QObject::tr("%1 cannot be read and written: give yourself the right to it, or another --data.")
              .arg(directory);
  }
  return {error.code, sentence.toStdString(), error.field};
}

}  // namespace

Result<std::unique_ptr<Foundation>> Foundation::open(const AppOptions& options) {
  std::unique_ptr<Foundation> made(new Foundation);
  made->data_dir_ = options.data_dir;
  const QDir directory(options.data_dir);
  const QString file = directory.filePath(QStringLiteral("waymark.db"));
  const Error no_directory{ErrorCode::cannot_open, {}, {}};
  if (!directory.exists()) {
    if (!QDir().mkpath(options.data_dir))
      return tl::unexpected(startError(no_directory, file, options.data_dir));
    // What lies in it is a person's work with people: nobody else on this machine reads it.
    QFile::setPermissions(options.data_dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }
  auto store = device::DeviceStore::open(file.toStdString(), made->clock_, made->random_, made->seal_);
  if (!store) return tl::unexpected(startError(store.error(), file, options.data_dir));
  made->store_ = std::move(*store);
  made->spare_ = std::make_unique<device::FileSpareRoom>(
      directory.filePath(QStringLiteral("waymark.spare")).toStdString());

  if (options.key_file.isEmpty()) {
    made->keys_ = std::make_unique<KeychainKeyStore>();
  } else {
    made->keys_ = std::make_unique<device::FileKeyStore>(options.key_file.toStdString());
  }
#ifdef WAYMARK_TRANSPORT_INSIDE
  made->transport_ = std::make_unique<device::HttpTransport>();
#else
  made->transport_ = std::make_unique<LateTransport>();
#endif
  if (options.nmea.isEmpty()) {
    made->positions_ = std::make_unique<QtPositionProvider>(made->clock_);
  } else {
    auto capture = readNmea(options.nmea);
    if (!capture) return tl::unexpected(capture.error());
    made->positions_ = std::make_unique<QtPositionProvider>(made->clock_, std::move(*capture));
  }
  return made;
}

Foundation::~Foundation() = default;

AppParts Foundation::parts(bool live) {
  return {*store_,
          *keys_,
          *transport_,
          random_,
          *positions_,
          data_dir_,
          live,
          live ? &notifier_ : nullptr,
          live ? spare_.get() : nullptr};
}

}  // namespace waymark::app
