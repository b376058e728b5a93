#include "mobile/app/next_frame.h"

#include <QTimer>

namespace waymark::app {

void afterNextFrame(QQuickWindow& window, std::chrono::milliseconds at_latest, std::function<void()> work) {
  auto* due = new QTimer(&window);
  due->setSingleShot(true);
  QObject::connect(due, &QTimer::timeout, due, [due, work = std::move(work)] {
    due->deleteLater();
    work();
  });
  // The frame is said by the thread that draws. More may come before the timer is deleted.
  QObject::connect(
      &window, &QQuickWindow::frameSwapped, due,
      [due] {
        if (due->isActive()) due->start(0);
      },
      Qt::QueuedConnection);
  due->start(at_latest);
}

}  // namespace waymark::app
