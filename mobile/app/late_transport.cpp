#include "mobile/app/late_transport.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

namespace waymark::app {

LateTransport::LateTransport(QString module) : module_(std::move(module)) {}

QString LateTransport::besideProgram() {
  return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("waymark_transport"));
}

Result<device::HttpResponse> LateTransport::send(const device::HttpRequest& request, device::Abort& abort) {
  // Several threads ask: the sync, an enrolment, the team's page.
  std::call_once(loaded_, [this] {
    QLibrary library(module_);
    if (const auto make = reinterpret_cast<MakeTransport>(library.resolve(make_transport_symbol)))
      transport_.reset(make());
  });
  if (!transport_)
    return fail(ErrorCode::internal,
                "A part of Waymark is missing, without which nothing can be sent: install Waymark again.");
  return transport_->send(request, abort);
}

}  // namespace waymark::app
