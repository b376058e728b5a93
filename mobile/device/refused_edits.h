// Edits that the server refused because their participant was not this person's, or not known to it.
#pragma once

#include <string_view>

#include "mobile/device/database.h"

namespace waymark::device {

/// `participant` is this person's now: refused edits of them and of their jobs are queued once more, as ops
/// of their own on top of the refused ones (a refused op is answered the same for ever). A restored server
/// can hear of an edit before it hears again that the participant was given to its specialist. What is
/// refused again waits for the person, or for the next row of the participant.
void queue_refused_edits_of(Work& work, std::string_view participant);

}  // namespace waymark::device
