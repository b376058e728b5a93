#include "mobile/app/screen_sheets.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <algorithm>
#include <cstdio>
#include <functional>

#include "mobile/app/app_window.h"
#include "mobile/app/open_details.h"
#include "mobile/app/sample_phone.h"

namespace waymark::app {
namespace {

/// Longer than the longest change of a page (Theme.quick), and what waits for it.
constexpr int settle_ms = 170;
constexpr int again_ms = 40;
constexpr double sheet_scale = 0.5;
constexpr int sheet_gap = 24;
constexpr int caption_height = 34;
constexpr int sheet_width = 1'720;

struct Picture {
  QString caption;
  QImage small;
};

QString shapeName(const PictureShape& shape) {
  const QString name = QStringLiteral("%1x%2-%3")
                           .arg(shape.size.width())
                           .arg(shape.size.height())
                           .arg(shape.dark ? QLatin1String("dark") : QLatin1String("light"));
  return shape.text_size == 100 ? name : QStringLiteral("%1-%2").arg(name).arg(shape.text_size);
}

QString captionOf(const PictureShape& shape) {
  QString caption = QStringLiteral("%1 × %2 · %3")
                        .arg(shape.size.width())
                        .arg(shape.size.height())
                        .arg(shape.dark ? QLatin1String("dark") : QLatin1String("light"));
  if (shape.text_size != 100) caption += QStringLiteral(" · %1 %").arg(shape.text_size);
  return caption;
}

void complain(const QString& sentence) {
  std::fprintf(stderr, "waymark: %s\n", qPrintable(sentence));
}

bool save(const QImage& image, const QString& file) {
  QImageWriter writer(file, "png");
  writer.setCompression(100);
  return writer.write(image.convertToFormat(QImage::Format_RGB32));
}

/// Pictures in rows, each under its caption.
QImage sheetOf(const QString& title, const std::vector<Picture>& pictures) {
  struct Spot {
    QPoint at;
    const Picture* picture;
  };
  std::vector<Spot> spots;
  int x = sheet_gap, y = sheet_gap + caption_height, row_height = 0;
  for (const Picture& picture : pictures) {
    if (x > sheet_gap && x + picture.small.width() + sheet_gap > sheet_width) {
      y += row_height + sheet_gap;
      x = sheet_gap;
      row_height = 0;
    }
    spots.push_back({QPoint(x, y), &picture});
    x += picture.small.width() + sheet_gap;
    row_height = std::max(row_height, caption_height + picture.small.height());
  }
  QImage sheet(sheet_width, y + row_height + sheet_gap, QImage::Format_RGB32);
  sheet.fill(QColor(QStringLiteral("#B9C2BF")));
  QPainter painter(&sheet);
  QFont font(QStringLiteral("Roboto"));
  font.setPixelSize(18);
  font.setWeight(QFont::Medium);
  painter.setFont(font);
  painter.setPen(QColor(QStringLiteral("#172023")));
  painter.drawText(QRect(sheet_gap, sheet_gap / 2, sheet_width - 2 * sheet_gap, caption_height),
                   Qt::AlignLeft | Qt::AlignVCenter, title);
  font.setPixelSize(14);
  painter.setFont(font);
  for (const Spot& spot : spots) {
    painter.drawText(QRect(spot.at, QSize(std::max(spot.picture->small.width(), 160), caption_height)),
                     Qt::AlignLeft | Qt::AlignVCenter, spot.picture->caption);
    painter.drawImage(spot.at + QPoint(0, caption_height), spot.picture->small);
  }
  return sheet;
}

class SheetMaker {
 public:
  SheetMaker(const AppOptions& options, const QString& store)
      : shapes_(pictureShapes(options)),
        name_(QStringLiteral("%1-%2").arg(store, options.language)),
        directory_(options.screens_dir) {}

  /// "" or what went wrong.
  QString draw(AppContext& context, const std::function<bool(const QString& page)>& wanted) {
    if (!directory_.mkpath(name_) || !directory_.mkpath(QStringLiteral("sheets")))
      return QStringLiteral("The directory after --screens cannot be made: choose another.");
    openDetails(context);
    AppWindow window(context, shapes_.front().size);
    if (window.window() == nullptr)
      return QStringLiteral("The window cannot be made: see the messages above.");
    window.window()->show();
    for (const QString& page : window.pageNames()) {
      if (!wanted(page)) continue;
      if (const QString problem = drawPage(context, window, page); !problem.isEmpty()) return problem;
    }
    return {};
  }
  int count() const { return count_; }

 private:
  QString drawPage(AppContext& context, AppWindow& window, const QString& page) {
    std::vector<Picture> pictures;
    for (const PictureShape& shape : shapes_) {
      context.settings().overrideTextSize(shape.text_size);
      context.settings().overrideTheme(shape.dark ? QStringLiteral("dark") : QStringLiteral("light"));
      window.window()->resize(shape.size);
      window.showPage(page);
      context.settle();
      settle(settle_ms);
      // Drawing lays out whatever is still waiting to be; what that moves has its place with the second
      // picture.
      window.grab();
      settle(again_ms);
      const QImage image = window.grab();
      const QString file =
          directory_.filePath(QStringLiteral("%1/%2-%3.png").arg(name_, page, shapeName(shape)));
      if (image.isNull() || !save(image, file))
        return QStringLiteral("%1 cannot be written: choose another directory.").arg(file);
      ++count_;
      pictures.push_back({captionOf(shape), image.scaled(image.size() * sheet_scale, Qt::KeepAspectRatio,
                                                         Qt::SmoothTransformation)});
    }
    const QString file = directory_.filePath(QStringLiteral("sheets/%1-%2.png").arg(page, name_));
    if (!save(sheetOf(QStringLiteral("%1 · %2").arg(page, name_), pictures), file))
      return QStringLiteral("%1 cannot be written: choose another directory.").arg(file);
    return {};
  }

  static void settle(int milliseconds) {
    QElapsedTimer time;
    time.start();
    do {
      QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, milliseconds);
    } while (time.elapsed() < milliseconds);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }

  std::vector<PictureShape> shapes_;
  QString name_;
  QDir directory_;
  int count_ = 0;
};

/// The day and the entry that Day and the editor show: today and its visit; of the full store the day on
/// which everything went wrong, and the visit that began it.
void openSomeEntry(AppContext& context, bool troubled) {
  FieldLog& log = context.log();
  const Date day = troubled ? add_days(log.today(), -2) : log.today();
  context.day().showDate(QString::fromStdString(format_date(day)));
  std::string visit;
  for (const auto& stored : log.entriesOf(day))
    if (stored.record.activity == Activity::employer_visit && !stored.record.running())
      visit = stored.record.id;
  if (!visit.empty()) context.editor().open(QString::fromStdString(visit));
}

}  // namespace

std::vector<PictureShape> pictureShapes(const AppOptions& options) {
  const std::vector<QSize> every{{320, 568}, {390, 844}, {844, 390}, {800, 1280}, {1280, 800}};
  const QSize phone(390, 844);
  std::vector<PictureShape> shapes;
  for (const QSize& size : options.size ? std::vector{*options.size} : every)
    for (const int text_size : options.text_size > 0 ? std::vector{options.text_size}
                               : size == phone       ? std::vector{100, 200}
                                                     : std::vector{100})
      for (const bool dark : {false, true})
        if (options.theme.isEmpty() || (options.theme == QLatin1String("dark")) == dark)
          shapes.push_back({size, dark, text_size});
  return shapes;
}

int drawSheets(const AppOptions& given) {
  AppOptions options = given;
  if (options.language.isEmpty()) options.language = QStringLiteral("en");
  const auto store = sampleStoreOf(options.sample);
  if (!store) return 1;
  SheetMaker maker(options, options.sample);
  // Enrolling is what a phone does before it has a store of its own: it is shown beside the empty one.
  const auto draw = [&](SampleStore which) -> QString {
    const auto phone = SamplePhone::make(which);
    if (!phone) return QString::fromStdString(phone.error().message);
    AppContext& context = (*phone)->context();
    context.settings().overrideLanguage(options.language);
    if (which == SampleStore::ordinary || which == SampleStore::full)
      openSomeEntry(context, which == SampleStore::full);
    const bool enrolling = which == SampleStore::not_enrolled;
    return maker.draw(
        context, [enrolling](const QString& page) { return (page == QLatin1String("enrol")) == enrolling; });
  };
  QString problem = draw(*store);
  if (problem.isEmpty() && store == SampleStore::empty) problem = draw(SampleStore::not_enrolled);
  if (!problem.isEmpty()) {
    complain(problem);
    return 1;
  }
  std::printf("%d pictures of %s, %s\n", maker.count(), qPrintable(options.sample),
              qPrintable(options.language));
  return 0;
}

}  // namespace waymark::app
