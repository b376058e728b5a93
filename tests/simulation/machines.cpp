#include "tests/simulation/machines.h"

#include <fmt/format.h>

#include <stdexcept>

#include "shared/ids.h"
#include "tests/simulation/agency.h"

namespace waymark::simulation {
namespace {

/// What a store keeps in memory of its rows it reads again after a refused import; what it noted of its
/// devices is written down with it.
void read_again(server::CentralStore& store, RandomSource& random) {
  Op wrong;
  wrong.op = make_op_id(random);
  wrong.rid = numbered_id(902);
  wrong.type = RecordType::employer;
  wrong.body = "{}";  // without a name
  const std::vector<server::AuthoredOp> ops = {{wrong, "", std::nullopt}};
  if (store.import_ops(ops)) throw std::logic_error("a wrong op was taken");
}

}  // namespace

Machines::Machines(test::FaultyDisk& disk, std::filesystem::path folder)
    : disk_(disk), folder_(std::move(folder)) {}

Machines::~Machines() {
  for (auto& phone : phones_) close(*phone);
  if (!server_) return;
  server_->tables.reset();
  close(*server_);
}

template <class Machine>
void Machines::close(Machine& machine) {
  disk_.stop(machine.folder);
  machine.store.reset();
  disk_.forget(machine.folder);
  std::filesystem::remove_all(machine.folder);
}

std::filesystem::path Machines::new_folder() {
  return folder_ / fmt::format("machine-{}", ++made_machines_);
}

std::unique_ptr<Handset> Machines::take_phone(const FileSet& files, const WorldClock& world, Peril peril) {
  std::unique_ptr<Handset> phone;
  if (peril == Peril::power_cut || phones_.empty() || files.size() > 1) {
    phone = std::make_unique<Handset>(new_folder());
    write_files(phone->folder, files);
    phone->clock.live_in(world);
    if (peril != Peril::power_cut) start(*phone);
    return phone;
  }
  phone = std::move(phones_.back());
  phones_.pop_back();
  phone->clock.live_in(world);
  disk_.replace(phone->folder / Handset::file_name, files.front().second);
  return phone;
}

std::unique_ptr<ServerMachine> Machines::take_server(const FileSet& files, const WorldClock& world,
                                                     Peril peril, bool with_journal) {
  if (peril == Peril::power_cut || with_journal || !server_) {
    auto server = std::make_unique<ServerMachine>(new_folder());
    write_files(server->folder, files);
    server->clock.live_in(world);
    if (with_journal) server->journal.emplace();
    if (peril == Peril::power_cut || with_journal) return server;
    if (const auto started = start(*server); !started) throw std::runtime_error(started.error().message);
    return server;
  }
  auto server = std::move(server_);
  server->clock.live_in(world);
  SeededRandom ids(0, "machines");
  read_again(*server->store, ids);
  disk_.replace(server->folder / ServerMachine::file_name, files.front().second);
  read_again(*server->store, ids);
  return server;
}

void Machines::give_back(std::unique_ptr<Handset> phone) {
  disk_.heal(phone->folder);
  // More come back than are taken: those whose files were more than a database were new ones.
  if (phones_.size() >= kept_phones) return close(*phone);
  phones_.push_back(std::move(phone));
}

void Machines::give_back(std::unique_ptr<ServerMachine> server) {
  disk_.heal(server->folder);
  server->alarm = nullptr;
  server_ = std::move(server);
}

void start(Handset& phone) {
  auto opened =
      device::DeviceStore::open(phone.folder / Handset::file_name, phone.clock, phone.random, phone.seal);
  if (!opened) throw std::runtime_error(opened.error().message);
  phone.store = std::move(*opened);
}

Result<void> start(ServerMachine& server) {
  server::StoreOptions options;
  options.clock = &server.clock;
  options.random = &server.random;
  options.readers = 1;
  options.writer_thread = false;
  options.alarm = [&server](const std::string& text) {
    if (server.alarm) server.alarm(text);
  };
  if (server.journal) {
    options.journal = server.journal_folder();
    options.journal_disk = &*server.journal;
  }
  auto opened = server::CentralStore::open(server.folder / ServerMachine::file_name, std::move(options));
  if (!opened) return tl::unexpected(opened.error());
  server.store = std::move(*opened);
  return {};
}

}  // namespace waymark::simulation
