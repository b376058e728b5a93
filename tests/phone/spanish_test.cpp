// The pages in Spanish: laid out without clipping, and without a word that no translator has seen.
#include <QAccessible>
#include <QCoreApplication>
#include <QLocale>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTranslator>
#include <catch2/catch.hpp>
#include <set>

#include "tests/phone/item_walk.h"
#include "tests/phone/phone_world.h"

namespace waymark::phone {
namespace {

constexpr QChar opening(0x27e6), closing(0x27e7);  // ⟦ and ⟧, which no text of the app holds

/// Marks every text that is translated, so that one which is not stands out. The English is kept inside.
class MarkingTranslator final : public QTranslator {
 public:
  QString translate(const char*, const char* source, const char*, int) const override {
    return opening + QString::fromUtf8(source) + closing;
  }
  bool isEmpty() const override { return false; }
};

/// What is left when all that was marked is taken away, from the inside out.
QString unmarked(QString text) {
  static const QRegularExpression marked(QStringLiteral("⟦[^⟦⟧]*⟧"));
  for (qsizetype before = -1; before != text.size();) {
    before = text.size();
    text.remove(marked);
  }
  return text;
}

/// The names and notes of the store and of this build, which are nobody's to translate; longest first.
QStringList namesIn(PhoneWorld& world) {
  app::FieldLog& log = world.context().log();
  QStringList names{QStringLiteral("English"), QStringLiteral("Español"),  QStringLiteral("PROS"),
                    QStringLiteral("ACT"),     QStringLiteral("CORE PSR"), QStringLiteral(WAYMARK_VERSION)};
  for (const auto& employer : log.employers())
    for (const auto* text : {&employer.name, &employer.address, &employer.industry, &employer.contact_name,
                             &employer.contact_title, &employer.phone, &employer.next_step, &employer.note})
      names << QString::fromStdString(*text);
  for (const auto& participant : log.participants())
    names << QString::fromStdString(participant.code) << QString::fromStdString(participant.status);
  if (const auto jobs = log.records().all<Job>())
    for (const auto& job : *jobs) names << QString::fromStdString(job.record.title);
  for (const auto& place : log.places()) names << QString::fromStdString(place.name);
  if (const auto entries = log.records().latest_entries(log.now() + Millis{1}, 400))
    for (const auto& entry : *entries)
      names << QString::fromStdString(entry.record.note) << QString::fromStdString(entry.record.late_reason);
  const app::AppState& state = world.context().state();
  app::SettingsModel& settings = world.context().settingsModel();
  names << state.personName() << state.agencyName() << state.serverText() << settings.dataText()
        << settings.deviceText() << world.context().enrol().deviceName();
  const app::RowsModel* licences = settings.licences();
  for (int row = 0; row < licences->count(); ++row)
    names << licences->value(row, QStringLiteral("name")).toString()
          << licences->value(row, QStringLiteral("licence")).toString();
  if (log.identity()) {
    world.context().team().refresh();
    world.context().settle();
    for (const auto& person : world.context().team().answer()->week.people)
      names << QString::fromStdString(person.owner.name);
  }
  const QLocale locale;
  for (int i = 1; i <= 12; ++i)
    names << locale.monthName(i, QLocale::LongFormat) << locale.monthName(i, QLocale::ShortFormat);
  for (int i = 1; i <= 7; ++i) {
    const QString day = locale.dayName(i, QLocale::ShortFormat);
    names << day << day.left(1).toUpper() + day.mid(1);
  }
  names.removeAll(QString());
  names.removeDuplicates();
  std::sort(names.begin(), names.end(),
            [](const QString& a, const QString& b) { return a.size() > b.size(); });
  return names;
}

/// Everything an item says, to eyes and to a screen reader.
QStringList wordsOf(QQuickItem* item) {
  QStringList words;
  if (is_text(item) && !is_icon(item)) words << item->property("text").toString();
  words << name_of(item);
  if (const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item))
    words << face->text(QAccessible::Description);
  if (is_control(item)) words << item->property("placeholderText").toString();
  words.removeAll(QString());
  return words;
}

bool has_word(const QString& text) {
  static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
  return word.match(text).hasMatch();
}

/// Calls `look` with every page of every phone, in Spanish.
void on_every_spanish_page(const std::vector<Shape>& shapes,
                           const std::function<void(PhoneWorld&, const std::string& where)>& look) {
  for (const Filling filling : {Filling::not_enrolled, Filling::empty, Filling::full}) {
    PhoneWorld world(filling);
    world.context().settings().overrideLanguage(QStringLiteral("es"));
    for (const Shape& shape : shapes)
      for (const QString& page : world.pages()) {
        world.show(page, shape);
        world.window().grab();  // a text whose height follows its width is laid out by the second frame
        look(world, page.toStdString() + ", " + shape.describe());
      }
  }
}

TEST_CASE("Spanish is laid out without a word cut off, at every size and with double text") {
  std::vector<Shape> shapes;
  for (const QSize& size : all_sizes())
    for (const int text_size : {100, 200}) shapes.push_back({size, false, text_size});
  on_every_spanish_page(shapes, [](PhoneWorld& world, const std::string& where) {
    INFO(where);
    for (QQuickItem* item : visible_items(world.root())) {
      if (!is_text(item) || is_icon(item)) continue;
      INFO(describe(item));
      CHECK_FALSE(item->property("truncated").toBool());
      CHECK(item->property("paintedWidth").toDouble() <= item->width() + 1);
      CHECK(item->property("paintedHeight").toDouble() <= item->height() + 1);
      if (scroll_area_of(item) == nullptr) {
        CHECK(place_of(item).left() >= -0.5);
        CHECK(place_of(item).right() <= world.window().window()->width() + 0.5);
      }
    }
    for (QQuickItem* control : visible_controls(world.root())) {
      INFO(describe(control));
      CHECK(control->width() >= 48 - 0.5);
      CHECK(control->height() >= 48 - 0.5);
    }
  });
}

TEST_CASE("No page says a word that was not translated") {
  QAccessible::setActive(true);
  MarkingTranslator marking;
  for (const Filling filling : {Filling::not_enrolled, Filling::empty, Filling::full}) {
    PhoneWorld world(filling);
    world.context().settings().overrideLanguage(QStringLiteral("es"));
    QCoreApplication::installTranslator(&marking);
    world.context().log().reword();
    emit world.context().settings().changed();
    world.window().engine().retranslate();
    const QStringList names = namesIn(world);
    std::set<QString> english;
    int marked = 0;
    for (const QString& page : world.pages()) {
      world.show(page, {{800, 1280}, false, 100});
      for (QQuickItem* item : visible_items(world.root()))
        for (const QString& words : wordsOf(item)) {
          marked += words.contains(opening) ? 1 : 0;
          QString rest = unmarked(words);
          for (const QString& name : names) rest.remove(name);
          if (has_word(rest)) english.insert(page + QStringLiteral(": ") + words);
        }
    }
    QCoreApplication::removeTranslator(&marking);
    for (const QString& words : english) UNSCOPED_INFO(words.toStdString());
    CHECK(english.empty());
    // The walk has seen the pages at all.
    CHECK(marked > 5);
  }
}

}  // namespace
}  // namespace waymark::phone
