// How much of the window an on-screen keyboard lies over, from the bottom.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QQuickWindow>

namespace waymark::app {

class KeyboardArea : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickWindow* window READ window WRITE setWindow NOTIFY windowChanged)
  /// 0 without a keyboard, and where the system has made the window smaller for it already.
  Q_PROPERTY(qreal covered READ covered NOTIFY coveredChanged)

 public:
  explicit KeyboardArea(QObject* parent = nullptr);

  QQuickWindow* window() const { return window_; }
  void setWindow(QQuickWindow* window);
  qreal covered() const { return covered_; }

 signals:
  void windowChanged();
  void coveredChanged();

 private:
  void look();

  QPointer<QQuickWindow> window_;
  qreal covered_ = 0;
};

/// What a keyboard at `keyboard` (in the window's coordinates; empty: none) covers of a window so high.
qreal coveredBy(const QRectF& keyboard, qreal window_height);

}  // namespace waymark::app
