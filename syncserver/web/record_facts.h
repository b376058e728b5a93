// A record as pairs of label and text, for the pages that show its versions side by side.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/records/record_codec.h"
#include "shared/time/zone.h"
#include "syncserver/store/record_names.h"
#include "syncserver/web/data.h"

namespace waymark::server {

using Facts = std::vector<std::pair<std::string, std::string>>;
using Names = RecordNames;

Facts entry_facts(const Entry& entry, const Names& names, const Zone& zone);
/// Of a stored body; empty for "" and for the agency's own records.
Facts record_facts(RecordType type, std::string_view body, std::string_view rid, const Names& names,
                   const Zone& zone);

/// What record it is, in a few words: "Job coaching, Mon 16 Nov", "Participant AB12".
std::string record_title(RecordType type, std::string_view body, std::string_view rid, const Names& names,
                         const Zone& zone);

/// At most so many bytes of a text, cut between characters; … where something is left out.
std::string shortened(std::string_view text, std::size_t longest);

/// {label, before, after} of what differs, of long texts the part around the first difference; `before` is
/// "–" where it was not there. A deletion is one line.
Data::List changes(const Facts& before, const Facts& after, bool deleted);

/// "Library", or "Riverside Café (Café)" where the place has a name; for travel both ends.
std::string place_of(const Entry& entry, const Names& names);
/// The same for a table: the name alone where there is one.
std::string short_place_of(const Entry& entry, const Names& names);
/// Whom it was with: participant and employer, as far as the reader knows them.
std::string with_words(const Entry& entry, const Names& names);
/// The position of one end in words; "" without a tag.
std::string tag_words(const std::optional<LocationTag>& tag);

}  // namespace waymark::server
