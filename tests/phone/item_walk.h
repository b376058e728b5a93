// What can be seen and pressed in a window, found by walking its items.
#pragma once

#include <QAccessible>
#include <QColor>
#include <QQuickItem>
#include <string>
#include <vector>

namespace waymark::phone {

/// Every item that is drawn: visible, and not wholly outside what its ancestors clip to.
std::vector<QQuickItem*> visible_items(QQuickItem* root);

/// Buttons, chips, tiles, rows, switches and text fields that can be used now.
std::vector<QQuickItem*> visible_controls(QQuickItem* root);
bool is_control(const QQuickItem* item);

bool is_text(const QQuickItem* item);
bool is_icon(const QQuickItem* text);

/// Where the item is in the window, and the part of that which is not clipped away.
QRectF place_of(const QQuickItem* item);
QRectF seen_part(const QQuickItem* item);
const QQuickItem* scroll_area_of(const QQuickItem* item);

/// The opaque colour an item is drawn on; the window's where nothing else is behind it.
QColor ground_of(const QQuickItem* item, const QColor& window);
/// WCAG's contrast ratio, 1 to 21.
double contrast(const QColor& a, const QColor& b);

QAccessible::Role role_of(QQuickItem* item);
QString name_of(QQuickItem* item);
/// For a failure's message: what it is, what it says, where it lies.
std::string describe(QQuickItem* item);

}  // namespace waymark::phone
