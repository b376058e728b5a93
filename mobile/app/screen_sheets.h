// Pictures of every page of a sample phone in every shape the layouts must hold, and contact sheets of them:
// what scripts/screens is made of.
#pragma once

#include <QSize>
#include <QString>
#include <vector>

#include "mobile/app/app_options.h"

namespace waymark::app {

/// How a page is looked at.
struct PictureShape {
  QSize size;
  bool dark = false;
  int text_size = 100;
};

/// The sizes of ui.md in both themes, and double text on a phone; less where the options name one size, theme
/// or text size.
std::vector<PictureShape> pictureShapes(const AppOptions& options);

/// Writes DIR/STORE-LANGUAGE/PAGE-WxH-THEME[-TEXT].png for every page, and
/// DIR/sheets/PAGE-STORE-LANGUAGE.png. 0, or 1 after a sentence on stderr.
int drawSheets(const AppOptions& options);

}  // namespace waymark::app
