// The app from its command line to its exit code.
#pragma once

namespace waymark::app {

/// Exit codes: 0 done, 1 a script or the self-test failed, 2 wrong usage, 3 the store or the window cannot be
/// opened.
int runApplication(int argc, char** argv);

}  // namespace waymark::app
