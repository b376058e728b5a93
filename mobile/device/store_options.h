// How a store is opened, where it is not as on a phone.
#pragma once

namespace waymark::device {

struct StoreOptions {
  /// The file never grows past this many pages of 4 KiB; then `disk_full`. 0: no bound.
  int max_pages = 0;
  /// False only for simulations, whose crashes are not power cuts: commits are not flushed to the storage.
  bool durable = true;
};

}  // namespace waymark::device
