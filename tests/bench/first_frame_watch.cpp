// Linked into a program with a window, it says on stdout when the first frame was shown, and when the first
// with more in it, and how much memory the program holds then; and once more when the program has come to
// rest, where it ends it. It is begun by Qt itself, so that the program measured is the one people use,
// without a line for the benchmark.
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <chrono>
#include <cstdio>

namespace {

/// Long enough for what waits until after the first frame (the network's index, the first sync).
constexpr int rest_ms = 1'500;

void say(const char* when) {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  long resident = 0, shared = 0;
  QFile memory(QStringLiteral("/proc/self/smaps_rollup"));
  if (memory.open(QFile::ReadOnly))
    for (const QByteArray& line : memory.readAll().split('\n')) {
      const auto kilobytes = [&] {
        return line.mid(line.indexOf(':') + 1).simplified().split(' ').first().toLong();
      };
      if (line.startsWith("Rss:")) resident = kilobytes();
      if (line.startsWith("Shared_Clean:") || line.startsWith("Shared_Dirty:")) shared += kilobytes();
    }
  std::printf("%s %lld %ld %ld\n", when, static_cast<long long>(std::chrono::nanoseconds(now).count()),
              resident, resident - shared);
  std::fflush(stdout);
}

qsizetype items_in(const QQuickItem& item) {
  qsizetype items = 1;
  for (const QQuickItem* child : item.childItems()) items += items_in(*child);
  return items;
}

class FirstFrameWatch final : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* target, QEvent* event) override {
    auto* window = event->type() == QEvent::Show ? qobject_cast<QQuickWindow*>(target) : nullptr;
    if (window != nullptr && !watching_) {
      watching_ = true;
      connect(
          window, &QQuickWindow::frameSwapped, this,
          [this, window] {
            if (items_ == 0) {
              items_ = items_in(*window->contentItem());
              say("first-frame");
              QTimer::singleShot(rest_ms, this, [] {
                say("at-rest");
                std::_Exit(0);
              });
            } else if (!said_second_ && items_in(*window->contentItem()) > items_) {
              said_second_ = true;
              say("second-frame");
            }
          },
          Qt::DirectConnection);
    }
    return QObject::eventFilter(target, event);
  }

 private:
  bool watching_ = false;
  qsizetype items_ = 0;
  bool said_second_ = false;
};

void watchFirstFrame() {
  QCoreApplication::instance()->installEventFilter(new FirstFrameWatch(QCoreApplication::instance()));
}

}  // namespace

Q_COREAPP_STARTUP_FUNCTION(watchFirstFrame)
