#include "mobile/app/tile_presets.h"

#include <QDateTime>
#include <array>

#include "mobile/app/text_contexts.h"

namespace waymark::app {
namespace {

constexpr std::array<std::string_view, 6> codes = {"employer_visit", "job_coaching", "participant",
                                                   "travel",         "office",       "break"};

}  // namespace

std::span<const std::string_view> tileCodes() {
  return codes;
}

QString tileText(std::string_view tile) {
  if (tile == "employer_visit") return TileTexts::tr("Employer visit");
  if (tile == "job_coaching") return TileTexts::tr("Job coaching");
  if (tile == "participant") return TileTexts::tr("Participant");
  if (tile == "travel") return TileTexts::tr("Travel");
  if (tile == "office") return TileTexts::tr("Office");
  if (tile == "break") return TileTexts::tr("Break");
  return {};
}

std::optional<Preset> presetOf(const QString& tile) {
  if (tile == QLatin1String("employer_visit"))
    return Preset{Activity::employer_visit, Place::employer_site, Contact::in_person};
  if (tile == QLatin1String("job_coaching"))
    return Preset{Activity::job_coaching, Place::employer_site, Contact::in_person};
  if (tile == QLatin1String("participant"))
    return Preset{Activity::engagement, std::nullopt, Contact::in_person};
  if (tile == QLatin1String("travel")) return Preset{Activity::travel, std::nullopt, std::nullopt};
  if (tile == QLatin1String("office"))
    return Preset{Activity::documentation, Place::program_site, Contact::none};
  if (tile == QLatin1String("break")) return Preset{Activity::break_, std::nullopt, std::nullopt};
  return std::nullopt;
}

Preset usualPresetOf(Activity activity) {
  switch (activity) {
    case Activity::travel:
    case Activity::break_:
      return {activity, std::nullopt, std::nullopt};
    case Activity::employer_visit:
    case Activity::job_coaching:
      return {activity, Place::employer_site, Contact::in_person};
    case Activity::job_search:
      return {activity, Place::library, Contact::in_person};
    case Activity::engagement:
    case Activity::assessment:
    case Activity::follow_along:
      return {activity, std::nullopt, Contact::in_person};
    case Activity::benefits_counseling:
    case Activity::partner_meeting:
      return {activity, Place::vr_office, Contact::in_person};
    case Activity::documentation:
    case Activity::other_work:
      return {activity, Place::program_site, Contact::none};
    case Activity::team_meeting:
    case Activity::supervision:
    case Activity::training:
      return {activity, Place::program_site, Contact::in_person};
  }
  return {activity, std::nullopt, std::nullopt};
}

std::string_view tileOf(const Entry& entry) {
  switch (entry.activity) {
    case Activity::employer_visit:
      return "employer_visit";
    case Activity::job_coaching:
      return "job_coaching";
    case Activity::engagement:
      return "participant";
    case Activity::travel:
      return "travel";
    case Activity::documentation:
      return entry.place == Place::program_site ? "office" : "";
    case Activity::break_:
      return "break";
    default:
      return "";
  }
}

Entry entryFrom(const Preset& preset, Instant starts_at) {
  Entry entry;
  entry.activity = preset.activity;
  entry.place = preset.place;
  entry.contact = preset.contact;
  entry.starts_at = starts_at;
  // The device's own offset, which need not be the agency's: it says what the clock on the wall showed.
  entry.utc_offset_min = QDateTime::fromMSecsSinceEpoch(to_ms(starts_at)).offsetFromUtc() / 60;
  return entry;
}

}  // namespace waymark::app
