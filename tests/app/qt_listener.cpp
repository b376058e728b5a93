// One QGuiApplication for the whole test program, drawing in memory: view models need an event loop, not a
// screen.
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <QGuiApplication>
#include <catch2/catch.hpp>
#include <memory>

namespace {

class QtListener : public Catch::TestEventListenerBase {
 public:
  using TestEventListenerBase::TestEventListenerBase;

  void testRunStarting(const Catch::TestRunInfo&) override {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    app_ = std::make_unique<QGuiApplication>(argc_, argv_);
  }
  void testRunEnded(const Catch::TestRunStats&) override { app_.reset(); }

 private:
  char name_[13] = "waymark-test";
  char* argv_[2] = {name_, nullptr};
  int argc_ = 1;
  std::unique_ptr<QGuiApplication> app_;
};

}  // namespace

CATCH_REGISTER_LISTENER(QtListener)
