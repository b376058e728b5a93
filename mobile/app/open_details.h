// Pages that show one record need one: for pictures and for the self-test.
#pragma once

namespace waymark::app {

class AppContext;

/// Opens the latest entry, an employer visited this week and a participant with a job, where there are any
/// and nothing is open yet. Waits until the network has been read.
void openDetails(AppContext& context);

}  // namespace waymark::app
