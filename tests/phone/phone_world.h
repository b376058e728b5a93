// A phone with the real app in its window, in front of a server with a sample agency in it. Time stands still
// on a Thursday morning, so that what the pages show is the same on every run.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "mobile/app/app_window.h"
#include "mobile/app/sample_phone.h"
#include "mobile/app/warning_watch.h"

namespace waymark::phone {

enum class Filling {
  not_enrolled,
  empty,
  received,  ///< a quarter of a year, and nothing of today
  full
};

/// How a page is looked at.
struct Shape {
  QSize size{390, 844};
  bool dark = false;
  int text_size = 100;

  std::string describe() const;
};

class PhoneWorld {
 public:
  /// By default a lead's who works in the field too: that phone has every page. Its window and its text have
  /// the size of `begun` before anything is made.
  explicit PhoneWorld(Filling filling, Role role = Role::lead, const Shape& begun = {});
  /// Fails the test if QML warned of anything meanwhile.
  ~PhoneWorld();

  app::AppContext& context() { return phone_->context(); }
  app::AppWindow& window() { return *window_; }
  app::SamplePhone& phone() { return *phone_; }
  QQuickItem* root() { return window_->window()->contentItem(); }

  /// The pages worth looking at in this state: all but Enrol once the phone is enrolled, else Enrol alone.
  QStringList pages() const;
  /// Brings a page up in a shape and lets the event loop turn until nothing is left to lay out.
  void show(const QString& page, const Shape& shape);

 private:
  void fill();

  app::WarningWatch warnings_;
  std::unique_ptr<app::SamplePhone> phone_;
  std::unique_ptr<app::AppWindow> window_;
  Filling filling_;
};

/// Calls `look` with every page of an empty and of a full phone, and with Enrol on one that is not enrolled,
/// in each of these shapes.
void on_every_page(const std::vector<Shape>& shapes,
                   const std::function<void(PhoneWorld&, const std::string& where)>& look);

/// The sizes of ui.md.
std::vector<QSize> all_sizes();

}  // namespace waymark::phone
