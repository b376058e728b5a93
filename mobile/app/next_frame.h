// When a window's next frame is on the screen.
#pragma once

#include <QQuickWindow>
#include <chrono>
#include <functional>

namespace waymark::app {

/// Calls `work` once, on the window's thread, after its next frame; or `at_latest` after the call, because a
/// window that nobody sees (it opens minimised, or behind a locked screen) draws none, and still has to send
/// what waits. Nothing is called once the window is gone.
void afterNextFrame(QQuickWindow& window, std::chrono::milliseconds at_latest, std::function<void()> work);

}  // namespace waymark::app
