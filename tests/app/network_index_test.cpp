#include <QElapsedTimer>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>

#include "mobile/app/network_index.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/time_texts.h"
#include "shared/ids.h"

using namespace waymark;
using namespace waymark::app;

template <>
struct Catch::StringMaker<QString> {
  static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};

namespace {

device::Stored<Employer> employer(std::string name, std::string industry = {}, std::string contact = {},
                                  std::string address = {}) {
  device::Stored<Employer> stored;
  stored.record.id = make_named_id("employer " + name);
  stored.record.name = std::move(name);
  stored.record.industry = std::move(industry);
  stored.record.contact_name = std::move(contact);
  stored.record.address = std::move(address);
  return stored;
}

std::vector<std::string> names(const NetworkIndex& index, const std::vector<int>& positions) {
  std::vector<std::string> found;
  for (const int position : positions) found.push_back(index.at(position).name);
  return found;
}

using Names = std::vector<std::string>;

/// A network of invented names, each with all its fields.
std::vector<device::Stored<Employer>> many(int count) {
  const char* kinds[] = {"Bakery", "Hardware", "Café", "Garden Center", "Laundry", "Hotel", "Outfitters"};
  const char* firsts[] = {"Lucía", "Marcus", "Ines", "Priya", "Théo"};
  std::vector<device::Stored<Employer>> network;
  for (int i = 0; i < count; ++i)
    network.push_back(employer("Place " + std::to_string(i * 7919 % count) + " " + kinds[i % 7],
                               kinds[(i + 3) % 7], std::string(firsts[i % 5]) + " Whitfield-Okafor",
                               std::to_string(i) + " Genesee Avenue, Millbrook Falls"));
  return network;
}

}  // namespace

TEST_CASE("Texts are compared without case, accents and punctuation") {
  CHECK(foldText(QStringLiteral("Café Río")) == "cafe rio");
  CHECK(foldText(QStringLiteral("CAFE  RIO ")) == "cafe rio");
  CHECK(foldText(QStringLiteral("O'Brien’s T.J. Maxx")) == "obriens tj maxx");
  CHECK(foldText(QStringLiteral("Maple & Main – Books")) == "maple main books");
  CHECK(foldText(QStringLiteral("Straße Łódź Ørsted Æro")) == "strasse lodz orsted aero");
  CHECK(foldText(QStringLiteral("ÑANDÚ")) == "nandu");
  CHECK(foldText(QStringLiteral("·!?")).empty());
}

TEST_CASE("Search finds names, contacts, industries and streets, the likeliest first") {
  const NetworkIndex index({employer("Old Mill Brewery", "Brewery", "Dana Baker"),
                            employer("Harbor Lane Bakery", "Bakery", "Lucía Moreno", "12 Mill Road"),
                            employer("Millbrook Hotel", "Hospitality"), employer("Sawmill", "Wood"),
                            employer("Café Río", "Restaurant", "Kurt Haines", "3 Canal Street")});
  const auto found = [&](const char* query) { return names(index, index.search(QString::fromUtf8(query))); };
  CHECK(found("") ==
        Names{"Café Río", "Harbor Lane Bakery", "Millbrook Hotel", "Old Mill Brewery", "Sawmill"});
  // Names that begin with it, names with a word that does, other fields, parts of words.
  CHECK(found("mill") == Names{"Millbrook Hotel", "Old Mill Brewery", "Harbor Lane Bakery", "Sawmill"});
  CHECK(found("LUCIA") == Names{"Harbor Lane Bakery"});
  CHECK(found("cafe ri") == Names{"Café Río"});
  CHECK(found("río café") == Names{"Café Río"});
  CHECK(found("canal") == Names{"Café Río"});
  CHECK(found("hospi") == Names{"Millbrook Hotel"});
  CHECK(found("mill brew") == Names{"Old Mill Brewery"});
  CHECK(found("mill zebra").empty());
  // Words do not run from one field into the next.
  CHECK(found("bakery bakery lucia") == Names{"Harbor Lane Bakery"});
  CHECK(found("hotelhospitality").empty());
}

TEST_CASE("Those taken out of the network are found only when asked for, after the others") {
  auto gone = employer("Aardvark Books");
  gone.deleted = true;
  const std::string id = gone.record.id;
  const NetworkIndex index({gone, employer("Zebra Shoes")});
  CHECK(index.count() == 1);
  CHECK(index.removedCount() == 1);
  CHECK(names(index, index.search({})) == Names{"Zebra Shoes"});
  CHECK(names(index, index.search({}, true)) == Names{"Zebra Shoes", "Aardvark Books"});
  CHECK(index.removedAt(index.find(id)));
  CHECK(index.employers().size() == 1);
  CHECK(index.find("nobody") == -1);
}

TEST_CASE("Namesakes are offered before an employer is added twice") {
  const NetworkIndex index(
      {employer("Café Río"), employer("Café Río Two"), employer("Cafeteria"), employer("Hannaford")});
  CHECK(names(index, index.namesakes(QStringLiteral("cafe rio"), 3)) == Names{"Café Río", "Café Río Two"});
  CHECK(names(index, index.namesakes(QStringLiteral("Hannaford Delaware Ave"), 3)) == Names{"Hannaford"});
  CHECK(index.namesakes(QStringLiteral("Ha"), 3).empty());
  CHECK(names(index, index.namesakes(QStringLiteral("caf"), 2)) == Names{"Café Río", "Café Río Two"});
}

TEST_CASE("Five thousand employers are searched while one types") {
  const NetworkIndex index(many(5'000));
  REQUIRE(index.count() == 5'000);
  CHECK(index.at(index.search(QStringLiteral("place 4321 ")).front()).name.starts_with("Place 4321 "));
  CHECK(index.search(QStringLiteral("theo")).size() == 1'000);
  // Told, not judged: a test must not depend on the machine's speed.
  for (const char* query : {"p", "place 43", "garden whit", "okafor genesee 77", "nothing like it"}) {
    constexpr int times = 50;
    std::size_t found = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < times; ++i) found = index.search(QString::fromLatin1(query)).size();
    std::printf("search of 5,000 for \"%s\": %.3f ms, %zu found\n", query,
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / times, found);
    CHECK((found > 0) == (std::string(query) != "nothing like it"));
  }
}

TEST_CASE("Days are typed as people write them") {
  const Date today = *parseIsoDate("2026-11-19");
  const auto day = [&](const char* text) {
    const auto date = parseDay(QString::fromUtf8(text), today);
    return date ? isoText(*date) : QStringLiteral("none");
  };
  CHECK(day("2026-11-24") == "2026-11-24");
  CHECK(day("11/24") == "2026-11-24");
  CHECK(day("11/24/2025") == "2025-11-24");
  CHECK(day("11/24/27") == "2027-11-24");
  CHECK(day("24.11.") == "2026-11-24");
  CHECK(day("24 Nov") == "2026-11-24");
  CHECK(day("Tue 24 Nov 2026") == "2026-11-24");
  CHECK(day("Nov 24") == "2026-11-24");
  CHECK(day("november 24, 2025") == "2025-11-24");
  CHECK(day("5 Jan") == "2027-01-05");  // the one that is nearer
  CHECK(day("28 Oct") == "2026-10-28");
  for (const char* wrong : {"", "soon", "31 Nov", "13/13", "24 Xyz", "2026-11-31", "24", "1/2/3/4"})
    CHECK(day(wrong) == "none");
}

TEST_CASE("Dates near today are said as people say them") {
  const Date today = *parseIsoDate("2026-11-19");
  CHECK(nearDateText(today, today) == "today");
  CHECK(nearDateText(add_days(today, 1), today) == "tomorrow");
  CHECK(nearDateText(add_days(today, -1), today) == "yesterday");
  CHECK(nearDateText(add_days(today, 5), today) == "Tue 24 Nov");
  CHECK(nearDateText(add_days(today, 60), today) == "Mon 18 Jan 2027");
  Employer employer;
  CHECK(nextStepState(employer, today) == "none");
  CHECK(nextStepText(employer, today).isEmpty());
  employer.next_step = "Call";
  CHECK(nextStepState(employer, today) == "undated");
  employer.next_step_on = add_days(today, -3);
  CHECK(nextStepState(employer, today) == "overdue");
  CHECK(nextStepText(employer, today) == "Call · overdue since Mon 16 Nov");
  employer.next_step_on = today;
  CHECK(nextStepText(employer, today) == "Call · today");
  CHECK(nextStepState(employer, today) == "today");
  employer.next_step_on = add_days(today, 7);
  CHECK(nextStepState(employer, today) == "soon");
  employer.next_step_on = add_days(today, 8);
  CHECK(nextStepState(employer, today) == "later");
}
