#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "mobile/app/foundation.h"

// The program itself, as it is started: exit codes, sentences, and a store it must leave alone.

using namespace waymark;
using namespace waymark::app;

namespace {

struct Ended {
  int code = -1;
  bool crashed = false;
  QString out, err;
};

/// Qt may say a word of its own about the machine before ours: what matters is how stderr ends.
Ended run(const QStringList& arguments, const QProcessEnvironment& environment = {}) {
  QProcess process;
  if (!environment.isEmpty()) process.setProcessEnvironment(environment);
  process.start(QStringLiteral(WAYMARK_PROGRAM), arguments);
  REQUIRE(process.waitForFinished(60'000));
  return {process.exitCode(), process.exitStatus() == QProcess::CrashExit,
          QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

QString write(const QTemporaryDir& directory, const QString& name, const QByteArray& text) {
  const QString file = directory.filePath(name);
  QFile output(file);
  REQUIRE(output.open(QIODevice::WriteOnly));
  output.write(text);
  return file;
}

QByteArray read(const QString& file) {
  QFile input(file);
  REQUIRE(input.open(QIODevice::ReadOnly));
  return input.readAll();
}

/// A store as the program makes it.
void makeStore(const QString& directory) {
  AppOptions options;
  options.data_dir = directory;
  options.key_file = QDir(directory).filePath("keys");
  REQUIRE(Foundation::open(options));
}

}  // namespace

TEST_CASE("Wrong usage is exit 2 and one sentence") {
  const Ended ended = run({"--script", "x", "--size", "huge"});
  CHECK(ended.code == 2);
  CHECK(ended.err.endsWith("waymark: Write --size as width x height in pixels, e.g. 390x844.\n"));
  CHECK(ended.out.isEmpty());
}

TEST_CASE("The version is told without opening anything") {
  const Ended ended = run({"--script", "x", "--version"});
  CHECK(ended.code == 0);
  CHECK(ended.out == "waymark " WAYMARK_VERSION "\n");
}

TEST_CASE("Without a display the program says so, and does what needs none") {
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.remove("QT_QPA_PLATFORM");
  environment.remove("WAYLAND_DISPLAY");
  SECTION("when none is named") {
    environment.remove("DISPLAY");
  }
  SECTION("when the one that is named does not answer") {
    environment.insert("DISPLAY", ":4242");
  }

  const QTemporaryDir directory;
  const QStringList rest{"--data", directory.filePath("data"), "--key-file", directory.filePath("keys")};
  const Ended window = run(rest, environment);
  CHECK_FALSE(window.crashed);
  CHECK(window.code == 3);
  CHECK(
      window.err.endsWith("waymark: No display can be opened: start Waymark from a desktop session, or see "
                          "waymark --help for what works without one.\n"));
  CHECK_FALSE(QDir(directory.filePath("data")).exists());
  const Ended help = run({"--help"}, environment);
  CHECK(help.code == 0);
  CHECK(help.out.contains("--self-test"));
  CHECK(run({"--version"}, environment).out == "waymark " WAYMARK_VERSION "\n");
  const Ended script = run(QStringList{"--script", write(directory, "a", "say hello\n")} + rest, environment);
  CHECK(script.code == 0);
  CHECK(script.out == "hello\n");
}

TEST_CASE("A store that cannot be used is exit 3, one sentence, and nothing changed") {
  const QTemporaryDir directory;
  const QString script = write(directory, "script", "say hello\n");
  const QString data = directory.filePath("data");
  const QString store = QDir(data).filePath("waymark.db");

  SECTION("no directory can be made there") {
    const Ended ended = run({"--script", script, "--data", script + "/inside", "--key-file", "k"});
    CHECK(ended.code == 3);
    CHECK(
        ended.err.contains("cannot be read and written: give yourself the right to it, or another --data."));
  }
  SECTION("it is damaged") {
    QDir().mkpath(data);
    const QByteArray rubbish(8'192, 'x');
    QFile file(store);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(rubbish);
    file.close();
    const Ended ended = run({"--script", script, "--data", data, "--key-file", "k"});
    CHECK(ended.code == 3);
    CHECK(ended.err.contains("is damaged and was left as it is"));
    CHECK(read(store) == rubbish);
  }
  SECTION("a newer Waymark made it") {
    makeStore(data);
    QFile file(store);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(60);  // SQLite's user_version, big-endian
    file.write(QByteArray::fromHex("000003e7"));
    file.close();
    const QByteArray before = read(store);
    const Ended ended = run({"--script", script, "--data", data, "--key-file", "k"});
    CHECK(ended.code == 3);
    CHECK(ended.err.contains("was written by a newer Waymark"));
    CHECK(read(store) == before);
  }
  SECTION("another Waymark has it open") {
    AppOptions options;
    options.data_dir = data;
    options.key_file = directory.filePath("keys");
    const auto open = Foundation::open(options);
    REQUIRE(open);
    const Ended ended = run({"--script", script, "--data", data, "--key-file", "k"});
    CHECK(ended.code == 3);
    CHECK(ended.err.contains("Waymark is already open with the data in"));
  }
}

TEST_CASE("A script that fails is exit 1, one that cannot be read exit 2, one that is done exit 0") {
  const QTemporaryDir directory;
  const QStringList rest{"--data", directory.filePath("data"), "--key-file", directory.filePath("keys")};
  const Ended done = run(QStringList{"--script", write(directory, "a", "say hello\n")} + rest);
  CHECK(done.code == 0);
  CHECK(done.out == "hello\n");
  const Ended failed = run(QStringList{"--script", write(directory, "b", "start office\n")} + rest);
  CHECK(failed.code == 1);
  CHECK(failed.err.endsWith(
      "waymark: Line 1 of the script: this phone is not enrolled yet: begin with enroll.\n"));
  CHECK(run(QStringList{"--script", directory.filePath("none")} + rest).code == 2);
}

TEST_CASE("A script's kill leaves nothing tidied up, and the store opens again") {
  const QTemporaryDir directory;
  const QStringList rest{"--data", directory.filePath("data"), "--key-file", directory.filePath("keys")};
  const Ended killed = run(QStringList{"--script", write(directory, "a", "say one\nkill\nsay two\n")} + rest);
  CHECK(killed.crashed);
  CHECK(killed.out == "one\nkilled\n");
  CHECK(run(QStringList{"--script", write(directory, "b", "say three\n")} + rest).out == "three\n");
}
