#include "mobile/app/screenshots.h"

#include <QImage>
#include <QTimer>

#include "mobile/app/open_details.h"

namespace waymark::app {
namespace {

/// Long enough for a page change to have come to rest.
constexpr int settle_ms = 600;

}  // namespace

Screenshots::Screenshots(AppContext& context, QString directory, QSize size, QString theme, QObject* parent)
    : QObject(parent), context_(context), directory_(directory), size_(size), theme_(std::move(theme)) {
  context_.log().followAgencyClock();
}

Screenshots::~Screenshots() = default;

QString Screenshots::ready() {
  if (!directory_.mkpath(QStringLiteral(".")))
    return QStringLiteral("The directory after --screens cannot be made: choose another.");
  if (!window_) window_ = std::make_unique<AppWindow>(context_, size_);
  if (window_->window() == nullptr)
    return QStringLiteral("The window cannot be made: see the messages above.");
  window_->window()->show();
  return {};
}

void Screenshots::take(const QString& page, const QString& name,
                       std::function<void(const QString& problem)> done) {
  if (const QString problem = ready(); !problem.isEmpty()) return done(problem);
  if (!window_->pageNames().contains(page))
    return done(QStringLiteral("There is no page \"%1\"; there are: %2.")
                    .arg(page, window_->pageNames().join(QStringLiteral(", "))));
  shoot({{page, name, {}}}, std::move(done));
}

void Screenshots::takeAll(std::function<void(const QString& problem)> done) {
  if (const QString problem = ready(); !problem.isEmpty()) return done(problem);
  std::vector<Shot> shots;
  for (const QString& theme : {QStringLiteral("light"), QStringLiteral("dark")})
    for (const QString& page : window_->pageNames())
      if (theme_.isEmpty() || theme_ == theme)
        shots.push_back({page, QStringLiteral("%1-%2").arg(page, theme), theme});
  shoot(std::move(shots), std::move(done));
}

void Screenshots::shoot(std::vector<Shot> shots, std::function<void(const QString& problem)> done) {
  if (shots.empty()) return done({});
  const Shot shot = shots.front();
  shots.erase(shots.begin());
  if (!shot.theme.isEmpty()) context_.settings().overrideTheme(shot.theme);
  for (const char* detail : {"editor", "employer", "participant", "specialist"})
    if (shot.page == QLatin1String(detail)) openDetails(context_);
  context_.network().settle();
  window_->showPage(shot.page);
  // Drawing lays the page out; what scrolls into sight does so only after that.
  window_->grab();
  QTimer::singleShot(
      settle_ms, this, [this, shot, shots = std::move(shots), done = std::move(done)]() mutable {
        context_.settle();
        const QString file = directory_.filePath(shot.name + QStringLiteral(".png"));
        const QImage image = window_->grab();
        if (image.isNull() || !image.save(file))
          return done(QStringLiteral("%1 cannot be written: choose another directory.").arg(file));
        written_ << file;
        shoot(std::move(shots), std::move(done));
      });
}

}  // namespace waymark::app
