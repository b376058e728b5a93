#include "tests/simulation/world.h"

namespace waymark::simulation {
namespace {

/// Many short schedules find more than few long ones, and a few long ones what needs many steps.
struct Shape {
  int percent;
  int fewest_steps, most_steps;
  int fewest_phones, most_phones;
};
constexpr Shape shapes[] = {{77, 6, 14, 2, 2}, {15, 10, 22, 2, 3}, {6, 22, 40, 3, 4}, {2, 40, 70, 4, 6}};

constexpr std::uint64_t usual_period = 40, rare_period = 200;

const Shape& pick_shape(SeededRandom& dice) {
  int at = dice.between(0, 99);
  for (const auto& shape : shapes) {
    if (at < shape.percent) return shape;
    at -= shape.percent;
  }
  return shapes[0];
}

}  // namespace

std::uint64_t period_of(Theme theme) {
  return theme == Theme::none ? 1 : theme <= Theme::server_clock ? usual_period : rare_period;
}

Theme theme_of(std::uint64_t seed) {
  const auto usual = seed % usual_period, rare = seed % rare_period;
  if (usual <= static_cast<std::uint64_t>(Theme::server_clock)) return static_cast<Theme>(usual);
  return rare <= static_cast<std::uint64_t>(Theme::disks) ? static_cast<Theme>(rare) : Theme::none;
}

World::World(const Template& made, Machines& machines, test::FaultyDisk& disk, const Zone& zone,
             const std::filesystem::path& folder, std::uint64_t seed, Judging judging, bool in_words)
    : made_(made),
      machines_(machines),
      zone_(zone),
      folder_(folder),
      seed_(seed),
      dice_(seed, "steps"),
      foreign_ids_(seed, "foreign"),
      clock_(first_noon),
      trace_(in_words),
      stage_{clock_, disk, trace_, verdict_, judging == Judging::by_outcome} {
  for (const auto& op : made.ops) {
    ledger_.enter_foreign(op);
    ledger_.note_in_backup(op.op);
  }
  const auto peril = some_peril();
  auto machine = machines_.take_server(made.server, clock_, peril, theme_ == Theme::journal);
  site_ = std::make_unique<ServerSite>(stage_, std::move(machine), folder_, seed, made.model, peril);
  site_->remember_backup(made.backup, made.backup_model);
  site_->boot();
  // Ana has a phone and mostly a tablet; who else there is differs.
  const auto& shape = pick_shape(dice_);
  steps_ = dice_.between(shape.fewest_steps, shape.most_steps);
  auto wanted = static_cast<std::size_t>(dice_.between(shape.fewest_phones, shape.most_phones));
  begin_phone(0);
  if (dice_.chance(70)) begin_phone(1);
  std::vector<std::size_t> others{2, 3, 4, 5};
  if (theme_ != Theme::none) {
    // The rare ones need more steps to come to their point.
    steps_ = period_of(theme_) == rare_period ? dice_.between(24, 44) : dice_.between(20, 36);
    weeks_ = 1;
    constexpr std::size_t phone_of_the_lead = 3;
    if (theme_ == Theme::approvals || theme_ == Theme::caseload) {
      begin_phone(phone_of_the_lead);
      std::erase(others, phone_of_the_lead);
    }
  }
  while (phones_.size() < wanted && !others.empty()) {
    const auto which = static_cast<std::size_t>(dice_.between(0, static_cast<int>(others.size()) - 1));
    begin_phone(others[which]);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(which));
  }
}

World::~World() {
  if (!verdict_.ok()) return;  // what is broken goes on to nobody
  for (auto& phone : phones_) {
    if (auto handset = phone->give_back()) machines_.give_back(std::move(handset));
  }
  if (auto machine = site_->give_back()) machines_.give_back(std::move(machine));
}

Peril World::some_peril() {
  const int what = dice_.between(0, 99);
  return what < 86 ? Peril::none : what < 92 ? Peril::death : Peril::power_cut;
}

void World::begin_phone(std::size_t template_number) {
  const auto& from = made_.phones[template_number];
  const auto number = static_cast<int>(phones_.size());
  const auto peril = some_peril();
  auto handset = machines_.take_phone(from.files, clock_, peril);
  auto phone = std::make_unique<Phone>(stage_, ledger_, from.name, std::move(handset), seed_, number, peril);
  phone->keys = from.keys;
  phone->token = from.token;
  phone->last_person = from.person;
  if (dice_.chance(30)) phone->app = AppVersion::newer;
  if (dice_.chance(30)) phone->clock.set_off_by(std::chrono::seconds{dice_.between(-900, 900)});
  if (phone->open()) phone->note_new_ops();
  phones_.push_back(std::move(phone));
}

Phone& World::any_phone() {
  return *dice_.pick(phones_);
}

std::string World::run() {
  for (int i = 0; i < steps_ && going_on(); ++i) one_step();
  if (going_on()) heal();
  if (going_on()) check_end();
  return verdict_.sentence();
}

void World::one_step() {
  struct Choice {
    int weight;
    Step step;
  };
  static constexpr Choice choices[] = {
      {300, &World::edit},
      {40, &World::settle},
      {140, &World::whole_sync},
      {170, &World::exchange},
      {45, &World::deliver_request},
      {60, &World::deliver_answer},
      {45, &World::admin_acts},
      {20, &World::reassign_participant},
      {35, &World::stranger_sends},
      {15, &World::read_history},
      {30, &World::tag_comes_or_goes},
      {8, &World::participant_given_away},
      {8, &World::phone_changes_hands},
      {6, &World::import_fails},
      {12, &World::write_between},
      {0, &World::lead_decides},
      {4, &World::schedule_changes},
      {4, &World::caseload_grows},
      {6, &World::refused_comes_again},
      {30, &World::time_passes},
      {10, &World::clock_jumps},
      {20, &World::server_dies},
      {40, &World::server_dies_in_request},
      {5, &World::server_disk_fills},
      {8, &World::backup},
      {5, &World::restore},
      {30, &World::phone_dies},
      {60, &World::phone_dies_in_write},
      {5, &World::phone_disk_fills},
      {10, &World::phone_is_copied},
      {8, &World::phone_is_put_back},
      {4, &World::phone_is_cloned},
      {0, &World::server_clock_jumps},
      {0, &World::restore_with_journal},
      {0, &World::server_dies_in_journal},
      {0, &World::journal_fills},
      {0, &World::employer_edited},
      {0, &World::reader_reads},
      {0, &World::record_doubled},
      {0, &World::tally_turns_wrong},
      {0, &World::phone_disk_errs},
      {0, &World::phone_disk_read_only},
      {0, &World::server_disk_errs},
      {0, &World::server_disk_read_only},
      {0, &World::server_is_copied},
      {0, &World::server_is_put_back},
  };
  // What a theme changes of these.
  struct Emphasis {
    Theme theme;
    int weight;
    Step step;
  };
  static constexpr Emphasis emphases[] = {
      {Theme::approvals, 200, &World::lead_decides},
      {Theme::approvals, 40, &World::schedule_changes},
      {Theme::tags, 400, &World::tag_comes_or_goes},
      {Theme::tags, 100, &World::edit},
      {Theme::tags, 400, &World::exchange},
      {Theme::restores, 60, &World::backup},
      {Theme::restores, 70, &World::restore},
      {Theme::restores, 400, &World::exchange},
      {Theme::restores, 200, &World::deliver_answer},
      {Theme::restores, 40, &World::phone_is_copied},
      {Theme::restores, 60, &World::phone_is_put_back},
      {Theme::caseload, 120, &World::participant_given_away},
      {Theme::caseload, 100, &World::reassign_participant},
      {Theme::caseload, 60, &World::caseload_grows},
      {Theme::caseload, 250, &World::whole_sync},
      {Theme::server_clock, 80, &World::server_clock_jumps},
      {Theme::journal, 60, &World::restore_with_journal},
      {Theme::journal, 60, &World::server_dies_in_journal},
      {Theme::journal, 20, &World::journal_fills},
      {Theme::journal, 40, &World::backup},
      {Theme::journal, 80, &World::admin_acts},
      {Theme::outsiders, 200, &World::reader_reads},
      {Theme::outsiders, 60, &World::record_doubled},
      {Theme::outsiders, 80, &World::tally_turns_wrong},
      {Theme::outsiders, 40, &World::backup},
      {Theme::outsiders, 60, &World::restore},
      {Theme::asides, 400, &World::employer_edited},
      {Theme::asides, 0, &World::edit},
      {Theme::asides, 0, &World::settle},
      {Theme::asides, 0, &World::whole_sync},
      {Theme::asides, 600, &World::exchange},
      {Theme::asides, 150, &World::backup},
      {Theme::disks, 120, &World::phone_disk_errs},
      {Theme::disks, 30, &World::phone_disk_read_only},
      {Theme::disks, 120, &World::server_disk_errs},
      {Theme::disks, 30, &World::server_disk_read_only},
      {Theme::disks, 50, &World::server_is_copied},
      {Theme::disks, 40, &World::server_is_put_back},
      {Theme::overlaps, 500, &World::whole_sync},
  };
  const auto weight_of = [&](const Choice& choice) {
    for (const auto& emphasis : emphases)
      if (emphasis.theme == theme_ && emphasis.step == choice.step) return emphasis.weight;
    return choice.weight;
  };
  int total = 0;
  for (const auto& choice : choices) total += weight_of(choice);
  int at = dice_.between(0, total - 1);
  for (const auto& choice : choices) {
    if (at < weight_of(choice)) {
      (this->*choice.step)();
      break;
    }
    at -= weight_of(choice);
  }
  clock_.pass(std::chrono::seconds{dice_.between(1, 300)});
  // A full disk does not stay full for long, or nothing else would be tried.
  if (dice_.chance(30)) server_disk_is_freed();
  if (dice_.chance(30)) phone_disk_is_freed();
}

}  // namespace waymark::simulation
