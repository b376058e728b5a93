#include "mobile/app/sync_texts.h"

#include <QCoreApplication>

#include "mobile/app/code_texts.h"

namespace waymark::app {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Sync", text);
}

}  // namespace

QString syncCode(const device::RecordSync& sync) {
  switch (sync.state) {
    case device::SyncState::on_this_phone:
      return QStringLiteral("waiting");
    case device::SyncState::sent:
      return QStringLiteral("sent");
    case device::SyncState::needs_you:
      return QStringLiteral("needs_you");
    case device::SyncState::held:
      return QStringLiteral("held");
  }
  return {};
}

QString syncText(const device::RecordSync& sync) {
  switch (sync.state) {
    case device::SyncState::on_this_phone:
      return tr(QT_TRANSLATE_NOOP("Sync", "On this phone"));
    case device::SyncState::sent:
      return tr(QT_TRANSLATE_NOOP("Sync", "Sent"));
    case device::SyncState::held:
      return tr(QT_TRANSLATE_NOOP("Sync", "Held: the week is approved; ask your lead to return it"));
    case device::SyncState::needs_you:
      break;
  }
  if (sync.conflict)
    return tr(QT_TRANSLATE_NOOP("Sync", "Needs you: changed in two places, choose one in Sync"));
  const QString why = refusalText({sync.code.value_or(ErrorCode::internal), {}, sync.field});
  return tr(QT_TRANSLATE_NOOP("Sync", "Needs you: %1")).arg(why);
}

QString needCode(const device::NeedsYou& need) {
  switch (need.reason) {
    case device::NeedReason::conflict:
      return QStringLiteral("conflict");
    case device::NeedReason::held:
      return QStringLiteral("held");
    case device::NeedReason::refused:
      return QStringLiteral("refused");
  }
  return {};
}

QString needText(const device::NeedsYou& need) {
  if (need.answered) return tr(QT_TRANSLATE_NOOP("Sync", "Decided; sent with the next sync."));
  switch (need.reason) {
    case device::NeedReason::conflict:
      return tr(QT_TRANSLATE_NOOP("Sync", "This was changed in two places: choose which one stays."));
    case device::NeedReason::held:
      return tr(QT_TRANSLATE_NOOP(
          "Sync", "The week is approved: ask your lead to return it, or give this change up."));
    case device::NeedReason::refused:
      return refusalText(need.error.value_or(Error{ErrorCode::internal, {}, {}}));
  }
  return {};
}

}  // namespace waymark::app
