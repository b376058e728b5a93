// Pictures of pages, in one theme or both, written as PNG files.
#pragma once

#include <QDir>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

#include "mobile/app/app_window.h"

namespace waymark::app {

class Screenshots : public QObject {
  Q_OBJECT

 public:
  /// Makes the directory. `theme` "": light and dark. The window is made with the first picture.
  Screenshots(AppContext& context, QString directory, QSize size, QString theme, QObject* parent = nullptr);
  ~Screenshots() override;

  /// Writes NAME.png of a page as it is shown now, then calls `done` with "" or what went wrong.
  void take(const QString& page, const QString& name, std::function<void(const QString& problem)> done);
  /// Every page in each theme asked for, as PAGE-light.png and PAGE-dark.png.
  void takeAll(std::function<void(const QString& problem)> done);
  const QStringList& written() const { return written_; }

 private:
  struct Shot {
    QString page, name;
    QString theme;  ///< "": as it is
  };
  QString ready();
  void shoot(std::vector<Shot> shots, std::function<void(const QString& problem)> done);

  AppContext& context_;
  QDir directory_;
  QSize size_;
  QString theme_;
  std::unique_ptr<AppWindow> window_;
  QStringList written_;
};

}  // namespace waymark::app
