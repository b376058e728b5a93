#include "tests/simulation/machines.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <stdexcept>

#include "mobile/device/database.h"
#include "shared/ids.h"
#include "tests/simulation/agency.h"
#include "tests/simulation/table_rows.h"

namespace waymark::simulation {
namespace {

/// What a store keeps in memory of its rows it reads again after a refused import; what it noted of its
/// devices is written down with it.
void read_again(server::CentralStore& store, const Agency& agency, RandomSource& random) {
  Op wrong;
  wrong.op = make_op_id(random);
  wrong.rid = agency.policy;
  wrong.type = RecordType::employer;  // a record never changes its type
  wrong.body = R"({"name":"Bakery"})";
  const std::vector<server::AuthoredOp> ops = {{wrong, "", std::nullopt}};
  if (store.import_ops(ops)) throw std::logic_error("a wrong op was taken");
}

}  // namespace

struct Machines::Rows {
  std::vector<std::unique_ptr<TableRows>> phones;
  std::unique_ptr<TableRows> server;
};

Machines::Machines(test::FaultyDisk& disk, const Template& made, std::filesystem::path folder)
    : disk_(disk), made_(made), folder_(std::move(folder)), rows_(std::make_unique<Rows>()) {
  const auto look = folder_ / "look";
  for (const auto& phone : made_.phones) {
    write_files(look, phone.files);
    rows_->phones.push_back(std::make_unique<TableRows>(look / Handset::file_name));
  }
  write_files(look, made_.server);
  rows_->server = std::make_unique<TableRows>(look / ServerMachine::file_name);
  disk_.forget(look);
  std::filesystem::remove_all(look);
}

Machines::~Machines() {
  const auto close = [this](auto& machine) {
    disk_.stop(machine.folder);
    machine.store.reset();
  };
  for (auto& [number, phone] : phones_) {
    close(*phone);
    disk_.forget(phone->folder);
  }
  if (!server_) return;
  server_->tables.reset();
  close(*server_);
  disk_.forget(server_->folder);
}

std::unique_ptr<Handset> Machines::take_phone(std::size_t number, const WorldClock& world) {
  if (auto waiting = phones_.extract(number)) {
    auto phone = std::move(waiting.mapped());
    phone->clock.live_in(world);
    const auto done = phone->store->database().write([&](device::Work& work) -> Result<void> {
      rows_->phones[number]->put_back(work.sql.raw().getHandle());
      return {};
    });
    if (done) return phone;
    throw std::runtime_error("a phone cannot be made as new: " + done.error().message);
  }
  auto phone = std::make_unique<Handset>(folder_ / fmt::format("machine-{}", ++made_machines_));
  write_files(phone->folder, made_.phones[number].files);
  phone->clock.live_in(world);
  start(*phone);
  return phone;
}

std::unique_ptr<ServerMachine> Machines::take_server(const WorldClock& world) {
  if (server_) {
    auto server = std::move(server_);
    server->clock.live_in(world);
    SeededRandom ids(0, "machines");
    read_again(*server->store, made_.agency, ids);
    if (!server->tables)
      server->tables = std::make_unique<ServerTables>(server->folder / ServerMachine::file_name);
    {
      SQLite::Transaction transaction(server->tables->database());
      rows_->server->put_back(server->tables->database().getHandle());
      transaction.commit();
    }
    read_again(*server->store, made_.agency, ids);
    return server;
  }
  auto server = std::make_unique<ServerMachine>(folder_ / fmt::format("machine-{}", ++made_machines_));
  write_files(server->folder, made_.server);
  server->clock.live_in(world);
  if (const auto started = start(*server); !started) throw std::runtime_error(started.error().message);
  return server;
}

void Machines::give_back(std::size_t number, std::unique_ptr<Handset> phone) {
  disk_.heal(phone->folder);
  phones_.insert_or_assign(number, std::move(phone));
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
  auto opened = server::CentralStore::open(server.folder / ServerMachine::file_name, std::move(options));
  if (!opened) return tl::unexpected(opened.error());
  server.store = std::move(*opened);
  return {};
}

}  // namespace waymark::simulation
