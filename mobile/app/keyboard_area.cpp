#include "mobile/app/keyboard_area.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <algorithm>

namespace waymark::app {

qreal coveredBy(const QRectF& keyboard, qreal window_height) {
  return keyboard.isEmpty() ? 0 : std::clamp(window_height - keyboard.top(), 0.0, window_height);
}

KeyboardArea::KeyboardArea(QObject* parent) : QObject(parent) {
  const QInputMethod* method = QGuiApplication::inputMethod();
  connect(method, &QInputMethod::visibleChanged, this, &KeyboardArea::look);
  connect(method, &QInputMethod::keyboardRectangleChanged, this, &KeyboardArea::look);
}

void KeyboardArea::setWindow(QQuickWindow* window) {
  if (window == window_) return;
  if (window_) window_->disconnect(this);
  window_ = window;
  if (window_) connect(window_, &QWindow::heightChanged, this, &KeyboardArea::look);
  emit windowChanged();
  look();
}

void KeyboardArea::look() {
  const QInputMethod* method = QGuiApplication::inputMethod();
  const qreal covered =
      window_ && method->isVisible() ? coveredBy(method->keyboardRectangle(), window_->height()) : 0;
  if (qFuzzyCompare(1 + covered, 1 + covered_)) return;
  covered_ = covered;
  emit coveredChanged();
}

}  // namespace waymark::app
