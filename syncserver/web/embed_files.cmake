# Writes web_files.cpp: every template and the style sheet as text, and the sheet's address, which has a hash of
# its content in it so that browsers may keep it for ever.
#   cmake -DOUTPUT=FILE -DSOURCE_DIR=DIR -DTEMPLATES="a;b" -P embed_files.cmake
set(text "#include \"syncserver/web/web_files.h\"\n\nnamespace waymark::server {\n\n")
function(embed variable path)
  file(READ "${path}" content)
  string(LENGTH "${content}" length)
  # Compilers need not take a literal of over 64 KiB, and a list's separator would be lost on the way.
  set(literal "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${content}" ${at} 4000 piece)
    string(APPEND literal "\n    R\"web(${piece})web\"")
    math(EXPR at "${at} + 4000")
  endwhile()
  set(${variable} "${literal}" PARENT_SCOPE)
endfunction()

string(APPEND text "const std::map<std::string_view, std::string_view>& template_files() {\n"
       "  static const std::map<std::string_view, std::string_view> files = {\n")
foreach(name IN LISTS TEMPLATES)
  embed(literal "${SOURCE_DIR}/templates/${name}.mustache")
  string(APPEND text "      {\"${name}\",${literal}},\n")
endforeach()
string(APPEND text "  };\n  return files;\n}\n\n")
# Its comments and indentation are for whoever changes it.
file(READ "${SOURCE_DIR}/style.css" sheet)
string(REGEX REPLACE "/\\*[^*]*\\*/" "" sheet "${sheet}")
string(REGEX REPLACE "\n[ \n]*" "\n" sheet "${sheet}")
file(WRITE "${OUTPUT}.css" "${sheet}")
embed(literal "${OUTPUT}.css")
file(SHA256 "${SOURCE_DIR}/style.css" hash)
string(SUBSTRING "${hash}" 0 16 hash)
string(APPEND text "const std::string_view style_sheet =${literal};\n"
       "const std::string_view style_sheet_path = \"/style-${hash}.css\";\n\n}  // namespace waymark::server\n")
file(WRITE "${OUTPUT}" "${text}")
