# waymark_ablatable(NAME LIBRARY LEAVE_OUT regex… LINK lib…): compiles the sources of LIBRARY once more, without those
# that match a regex, with WAYMARK_ABLATIONS, so that the simulation can take one rule of the protocol out at a time
# (shared/sync/rule.h). A program links either NAME or LIBRARY, never both: they define the same functions. LINK: what
# NAME is made with.
function(waymark_ablatable name library)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "LEAVE_OUT;LINK")
  get_target_property(directory ${library} SOURCE_DIR)
  get_target_property(listed ${library} SOURCES)
  set(sources)
  foreach(source IN LISTS listed)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${directory}" NORMALIZE)
    list(APPEND sources "${source}")
  endforeach()
  foreach(pattern IN LISTS arg_LEAVE_OUT)
    list(FILTER sources EXCLUDE REGEX "${pattern}")
  endforeach()
  add_library(${name} STATIC ${sources})
  # Thousands of schedules run through it, whatever the rest of the build is made for.
  target_compile_options(${name} PRIVATE -O2)
  target_link_libraries(
    ${name}
    PUBLIC waymark_ablation
    PRIVATE PkgConfig::SODIUM fmt::fmt ${arg_LINK})
endfunction()
