// What all pages of the admin share: the navigation among them, and the words for what they show.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "syncserver/store/admin_desk.h"
#include "syncserver/web/page_routes.h"

namespace waymark::server {

/// The page in its frame, with the admin's navigation ({{> part_admin}}) at `section`: an address such as
/// "/admin/devices".
HttpResponse admin_page(const Visit& visit, Page page, std::string_view section);

/// The agency's own, which the store was opened with.
Zone zone_of(const Visit& visit);

/// A list of one {text}, or an empty one: {{#name}}{{text}}{{/name}}.
void set_text(Data& data, std::string_view name, std::string text);

/// A table's or card's coloured word: {{#pill}}<span class="pill {{kind}}">{{text}}</span>{{/pill}}.
Data pill(std::string_view kind, std::string_view text);
Data condition_pill(const DeviceCondition& condition);
/// One sentence for each concern, with how long it has been so.
std::string concern_words(DeviceConcern concern, const DeviceInfo& device, Instant now);

/// The choices of a list of people, by name; `who` picks which.
Form::Choices people_choices(const std::vector<PersonInfo>& people, std::string_view first = {});

}  // namespace waymark::server
