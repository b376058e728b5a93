// `waymark --self-test`: every page with an empty and with a full store, in every shape the layouts must
// hold.
#pragma once

namespace waymark::app {

/// Prints each QML warning and failure; 0 if there was none, else 1.
int runSelfTest();

}  // namespace waymark::app
