#include "mobile/app/later.h"

#include <utility>

#include "mobile/app/field_log.h"

namespace waymark::app {

Later::Later(FieldLog& log, std::function<void()> work) : log_(log) {
  turn_.setSingleShot(true);
  turn_.setInterval(0);
  connect(&turn_, &QTimer::timeout, this, std::move(work));
  connect(&log_, &FieldLog::started, this, [this] {
    if (std::exchange(wanted_, false)) turn_.start();
  });
}

void Later::request() {
  if (log_.starting()) {
    wanted_ = true;
  } else {
    turn_.start();
  }
}

}  // namespace waymark::app
