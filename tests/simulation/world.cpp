#include "tests/simulation/world.h"

namespace waymark::simulation {
namespace {

/// Many short schedules find more than few long ones, and a few long ones what needs many steps.
struct Shape {
  int percent;
  int fewest_steps, most_steps;
  int fewest_phones, most_phones;
};
constexpr Shape shapes[] = {{60, 8, 18, 2, 2}, {25, 12, 28, 2, 3}, {10, 24, 44, 3, 4}, {5, 30, 60, 4, 6}};

const Shape& pick_shape(SeededRandom& dice) {
  int at = dice.between(0, 99);
  for (const auto& shape : shapes) {
    if (at < shape.percent) return shape;
    at -= shape.percent;
  }
  return shapes[0];
}

}  // namespace

World::World(const Template& made, test::FaultyDisk& disk, const Zone& zone,
             const std::filesystem::path& folder, std::uint64_t seed, Judging judging, bool in_words)
    : made_(made),
      zone_(zone),
      folder_(folder),
      seed_(seed),
      dice_(seed, "steps"),
      foreign_ids_(seed, "foreign"),
      clock_(first_noon),
      trace_(in_words),
      stage_{clock_, disk, trace_, verdict_, judging == Judging::by_outcome} {
  for (const auto& op : made.ops) ledger_.enter_foreign(op);
  const auto server_folder = folder_ / "server";
  write_files(server_folder, made.server);
  site_ = std::make_unique<ServerSite>(stage_, server_folder, folder_, seed, made.model, dice_.chance(30));
  site_->boot();
  // Ana has a phone and mostly a tablet; who else there is differs.
  const auto& shape = pick_shape(dice_);
  steps_ = dice_.between(shape.fewest_steps, shape.most_steps);
  auto wanted = static_cast<std::size_t>(dice_.between(shape.fewest_phones, shape.most_phones));
  begin_phone(made.phones[0]);
  if (dice_.chance(70)) begin_phone(made.phones[1]);
  std::vector<std::size_t> others{2, 3, 4, 5};
  while (phones_.size() < wanted && !others.empty()) {
    const auto which = static_cast<std::size_t>(dice_.between(0, static_cast<int>(others.size()) - 1));
    begin_phone(made.phones[others[which]]);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(which));
  }
}

World::~World() = default;

void World::begin_phone(const TemplatePhone& from) {
  const auto number = static_cast<int>(phones_.size());
  const auto folder = folder_ / fmt::format("phone-{}", number);
  write_files(folder, from.files);
  auto phone = std::make_unique<Phone>(stage_, ledger_, from.name, folder, seed_, number,
                                       /*power_may_fail=*/dice_.chance(30));
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
      {30, &World::time_passes},
      {10, &World::clock_jumps},
      {6, &World::server_dies},
      {10, &World::server_dies_in_request},
      {5, &World::server_disk_fills},
      {15, &World::backup},
      {12, &World::restore},
      {8, &World::phone_dies},
      {12, &World::phone_dies_in_write},
      {5, &World::phone_disk_fills},
      {10, &World::phone_is_copied},
      {8, &World::phone_is_put_back},
      {4, &World::phone_is_cloned},
  };
  int total = 0;
  for (const auto& choice : choices) total += choice.weight;
  int at = dice_.between(0, total - 1);
  for (const auto& choice : choices) {
    if (at < choice.weight) {
      (this->*choice.step)();
      break;
    }
    at -= choice.weight;
  }
  clock_.pass(std::chrono::seconds{dice_.between(1, 300)});
  // A full disk does not stay full for long, or nothing else would be tried.
  if (dice_.chance(30)) server_disk_is_freed();
  if (dice_.chance(30)) phone_disk_is_freed();
}

}  // namespace waymark::simulation
