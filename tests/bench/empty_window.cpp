// The least that a program with this toolkit and style can be: what the app's start and memory are compared
// with.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>

int main(int argc, char** argv) {
  const QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  QQmlApplicationEngine engine;
  engine.load(QUrl(QStringLiteral("qrc:/bench/EmptyWindow.qml")));
  return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
