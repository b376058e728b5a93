#include "mobile/app/enrol_model.h"

#include <QCoreApplication>

#include "mobile/app/code_texts.h"
#include "mobile/app/enroller.h"
#include "shared/sync/enrol_link.h"

namespace waymark::app {
namespace {

/// What is wrong with a link: with all of it, or with one of the two things it holds.
QString linkSentence(const QString& link, const Error& error) {
  if (!link.startsWith(QLatin1String("waymark://enroll?"), Qt::CaseInsensitive) &&
      !link.startsWith(QLatin1String("waymark://enroll/?"), Qt::CaseInsensitive))
    return EnrolModel::tr("This is no enrollment link: it begins with waymark://enroll.");
  if (error.field == "code")
    return EnrolModel::tr("The code in this link is missing or damaged: ask your admin for a new link.");
  return EnrolModel::tr("The server address in this link cannot be used: ask your admin for a new link.");
}

}  // namespace

EnrolModel::EnrolModel(Enroller& enroller, QObject* parent)
    : QObject(parent), enroller_(enroller), device_name_(Enroller::defaultDeviceName()) {
  connect(&enroller_, &Enroller::changed, this, &EnrolModel::changed);
  connect(&enroller_, &Enroller::succeeded, this, [this] {
    code_.clear();
    link_.clear();
    emit changed();
    emit enrolled();
  });
  connect(&enroller_, &Enroller::refused, this, &EnrolModel::show);
}

EnrolModel::~EnrolModel() = default;

void EnrolModel::setServer(const QString& server) {
  server_ = server;
  server_error_.clear();
  error_text_.clear();
  emit changed();
}

void EnrolModel::setCode(const QString& code) {
  code_ = code;
  code_error_.clear();
  error_text_.clear();
  emit changed();
}

void EnrolModel::setDeviceName(const QString& name) {
  device_name_ = name;
  emit changed();
}

void EnrolModel::setLink(const QString& link) {
  link_ = link;
  link_error_.clear();
  if (!link.trimmed().isEmpty()) {
    // A whole link fills in both other fields; half of one is said to be no link.
    if (const auto parsed = parse_enrol_link(link.trimmed().toStdString())) {
      server_ = QString::fromStdString(parsed->server);
      code_ = QString::fromStdString(parsed->code);
      server_error_.clear();
      code_error_.clear();
    } else {
      link_error_ = linkSentence(link.trimmed(), parsed.error());
    }
  }
  emit changed();
}

bool EnrolModel::busy() const {
  return enroller_.busy();
}

bool EnrolModel::canEnrol() const {
  return !busy() && !server_.trimmed().isEmpty() && !code_.trimmed().isEmpty() &&
         !device_name_.trimmed().isEmpty();
}

QString EnrolModel::progressText() const {
  return busy() ? tr("Asking the server…") : QString();
}

void EnrolModel::enrol() {
  if (!canEnrol()) return;
  server_error_.clear();
  code_error_.clear();
  error_text_.clear();
  const auto address = parse_server_address(server_.trimmed().toStdString());
  if (!address) return show(address.error());
  enroller_.start(
      Enroller::requestFor(QString::fromStdString(*address), code_.trimmed(), device_name_.trimmed()));
}

void EnrolModel::show(const Error& error) {
  const QString sentence =
      error.code == ErrorCode::forbidden
          ? tr("This phone still holds unsent changes of someone else: send or settle them first.")
          : refusalText(error);
  if (error.field == "server") {
    server_error_ = sentence;
  } else if (error.field == "code") {
    code_error_ = sentence;
  } else {
    error_text_ = sentence;
  }
  emit changed();
}

}  // namespace waymark::app
