#include "tests/phone/item_walk.h"

#include <QVariant>
#include <algorithm>
#include <cmath>

namespace waymark::phone {
namespace {

void walk(QQuickItem* item, std::vector<QQuickItem*>& found) {
  if (!item->isVisible()) return;
  const bool boundless = item->width() <= 0 || item->height() <= 0;
  const bool seen = boundless || !seen_part(item).isEmpty();
  // What it holds may reach out of it, unless it clips.
  if (!seen && item->clip()) return;
  if (seen) found.push_back(item);
  for (QQuickItem* child : item->childItems()) walk(child, found);
}

double luminance(const QColor& color) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// The colour of a rectangle that hides what is behind it; invalid for anything else.
QColor solid_color(const QQuickItem* item) {
  if (item == nullptr || !item->inherits("QQuickRectangle") || !item->isVisible()) return {};
  const auto color = item->property("color").value<QColor>();
  return color.alpha() == 255 ? color : QColor();
}

}  // namespace

std::vector<QQuickItem*> visible_items(QQuickItem* root) {
  std::vector<QQuickItem*> found;
  walk(root, found);
  return found;
}

bool is_control(const QQuickItem* item) {
  return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField") ||
         item->inherits("QQuickTextArea") || item->activeFocusOnTab();
}

std::vector<QQuickItem*> visible_controls(QQuickItem* root) {
  auto found = visible_items(root);
  std::erase_if(found, [](const QQuickItem* item) { return !is_control(item) || !item->isEnabled(); });
  return found;
}

bool is_text(const QQuickItem* item) {
  return item->inherits("QQuickText") && !item->property("text").toString().isEmpty();
}

bool is_icon(const QQuickItem* text) {
  return text->property("font").value<QFont>().family() == QLatin1String("Material Icons");
}

QRectF place_of(const QQuickItem* item) {
  return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

QRectF seen_part(const QQuickItem* item) {
  QRectF seen = place_of(item);
  for (const QQuickItem* parent = item->parentItem(); parent != nullptr; parent = parent->parentItem())
    if (parent->clip()) seen = seen.intersected(place_of(parent));
  return seen;
}

const QQuickItem* scroll_area_of(const QQuickItem* item) {
  for (const QQuickItem* parent = item->parentItem(); parent != nullptr; parent = parent->parentItem())
    if (parent->inherits("QQuickFlickable")) return parent;
  return nullptr;
}

QColor ground_of(const QQuickItem* item, const QColor& window) {
  for (const QQuickItem* parent = item; parent != nullptr; parent = parent->parentItem()) {
    if (parent != item)
      if (const QColor color = solid_color(parent); color.isValid()) return color;
    const QColor behind = solid_color(parent->property("background").value<QQuickItem*>());
    if (behind.isValid()) return behind;
  }
  return window;
}

double contrast(const QColor& a, const QColor& b) {
  const double light = std::max(luminance(a), luminance(b));
  const double dark = std::min(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

QAccessible::Role role_of(QQuickItem* item) {
  const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
  return face == nullptr ? QAccessible::NoRole : face->role();
}

QString name_of(QQuickItem* item) {
  const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
  return face == nullptr ? QString() : face->text(QAccessible::Name);
}

std::string describe(QQuickItem* item) {
  const QRectF at = place_of(item);
  QString words = name_of(item);
  if (words.isEmpty()) words = item->property("text").toString();
  return QStringLiteral("%1 \"%2\" at %3,%4 %5x%6")
      .arg(QString::fromLatin1(item->metaObject()->className()).section(QLatin1String("_QML"), 0, 0), words)
      .arg(qRound(at.x()))
      .arg(qRound(at.y()))
      .arg(qRound(at.width()))
      .arg(qRound(at.height()))
      .toStdString();
}

}  // namespace waymark::phone
