# Every library from outside, found once. docs/decisions.md says what each is for.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(date REQUIRED)
find_package(tl-expected REQUIRED)
find_package(fmt REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
# Compiled, not header-only: one unit pays for it instead of every one that includes it.
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)

if(WAYMARK_SERVER)
  find_package(spdlog REQUIRED)
  find_package(CLI11 REQUIRED)
  pkg_check_modules(QRCODEGEN REQUIRED IMPORTED_TARGET qrcodegencpp)
endif()

if(WAYMARK_APP)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Qml Quick QuickControls2 Positioning)
endif()

if(WAYMARK_TESTS)
  find_package(Catch2 2 REQUIRED)
  find_package(rapidcheck REQUIRED)
  if(WAYMARK_APP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test QuickTest)
  endif()
endif()
