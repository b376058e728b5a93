// The app's own typefaces (look.md): Roboto for words, Material Icons for signs, both embedded with the QML
// module.
#pragma once

namespace waymark::app {

/// Makes them known and Roboto the application's font. Before the first window: a text that is laid out once
/// without a font of its own makes the system look for its default face, which takes longer than all of the
/// app's. Once is enough; more does no harm.
void useAppFonts();

}  // namespace waymark::app
