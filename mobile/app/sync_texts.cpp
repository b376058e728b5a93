#include "mobile/app/sync_texts.h"

#include "mobile/app/code_texts.h"
#include "mobile/app/text_contexts.h"

namespace waymark::app {

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
      return SyncTexts::tr("On this phone");
    case device::SyncState::sent:
      return SyncTexts::tr("Sent");
    case device::SyncState::held:
      return SyncTexts::tr("Held: the week is approved; ask your lead to return it");
    case device::SyncState::needs_you:
      break;
  }
  if (sync.conflict) return SyncTexts::tr("Needs you: changed in two places, choose one in Sync");
  const QString why = refusalText({sync.code.value_or(ErrorCode::internal), {}, sync.field});
  return SyncTexts::tr("Needs you: %1").arg(why);
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
  if (need.answered) return SyncTexts::tr("Decided; sent with the next sync.");
  switch (need.reason) {
    case device::NeedReason::conflict:
      return SyncTexts::tr("This was changed in two places: choose which one stays.");
    case device::NeedReason::held:
      // What the server never had cannot be put back: it waits for the lead.
      return need.theirs
                 ? SyncTexts::tr("The week is approved: ask your lead to return it, or give this change up.")
                 : SyncTexts::tr("The week is approved: ask your lead to return it.");
    case device::NeedReason::refused:
      return refusalText(need.error.value_or(Error{ErrorCode::internal, {}, {}}));
  }
  return {};
}

}  // namespace waymark::app
