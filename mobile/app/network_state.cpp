#include "mobile/app/network_state.h"

#include <QNetworkInformation>

namespace waymark::app {

void NetworkState::look() {
  QNetworkInformation::loadDefaultBackend();
  auto* info = QNetworkInformation::instance();
  if (info == nullptr) return;
  connect(info, &QNetworkInformation::reachabilityChanged, this, &NetworkState::changed);
  connect(info, &QNetworkInformation::isMeteredChanged, this, &NetworkState::changed);
  emit changed();
}

device::Connectivity NetworkState::connectivity() const {
  device::Connectivity state;
  const auto* info = QNetworkInformation::instance();
  if (info && info->supports(QNetworkInformation::Feature::Reachability))
    // A server may stand on this machine or in the local network, so only a clear "disconnected" is offline.
    state.online = info->reachability() != QNetworkInformation::Reachability::Disconnected;
  if (canTellMetered()) state.metered = info->isMetered();
  return state;
}

bool NetworkState::canTellMetered() const {
  const auto* info = QNetworkInformation::instance();
  return info && info->supports(QNetworkInformation::Feature::Metered);
}

}  // namespace waymark::app
