include(CTest)

# waymark_test(NAME a.cpp b.cpp LINK lib…): a Catch2 program, run by ctest as one test. Programs are run with the
# repository as working directory, so that golden files are found by their path in the tree.
function(waymark_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK")
  add_executable(${name} ${arg_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE ${arg_LINK} Catch2::Catch2WithMain rapidcheck)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
endfunction()
