# How every target of the project is compiled: warnings, sanitizers, compiler cache.

find_program(WAYMARK_CCACHE ccache)
if(WAYMARK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${WAYMARK_CCACHE}")
endif()

add_library(waymark_compiler INTERFACE)
target_include_directories(waymark_compiler INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(waymark_compiler INTERFACE -Wall -Wextra -Wpedantic)
if(WAYMARK_WERROR)
  target_compile_options(waymark_compiler INTERFACE -Werror)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  # What nobody calls is left out, and so are libraries that nothing is taken from.
  add_compile_options(-ffunction-sections -fdata-sections)
  add_link_options(-Wl,--gc-sections -Wl,--as-needed)
endif()
if(WAYMARK_SANITIZE)
  add_compile_options(-fsanitize=${WAYMARK_SANITIZE} -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${WAYMARK_SANITIZE})
endif()
if(WAYMARK_LIBFUZZER)
  # Everything tells libFuzzer which ways it took, and undefined behaviour ends the run like any other find.
  add_compile_options(-fsanitize=fuzzer-no-link -fno-sanitize-recover=all)
endif()
add_compile_definitions(WAYMARK_VERSION="${PROJECT_VERSION}")
