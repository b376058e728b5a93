#include "tests/fuzz/mutation.h"

#include <algorithm>
#include <stdexcept>

namespace waymark::fuzz {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  throw std::runtime_error("a dictionary's \\x needs two hexadecimal digits");
}

std::string unescaped(std::string_view text) {
  std::string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 >= text.size()) {
      word += text[i];
      continue;
    }
    ++i;
    if (text[i] != 'x') {
      word += text[i];
      continue;
    }
    if (i + 2 >= text.size()) throw std::runtime_error("a dictionary's \\x needs two hexadecimal digits");
    word += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
    i += 2;
  }
  return word;
}

}  // namespace

std::vector<std::string> read_dictionary(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const auto open = line.find('"');
    const auto close = line.rfind('"');
    if (open == std::string_view::npos || close == open)
      throw std::runtime_error("a dictionary's line is no word: " + std::string(line));
    words.push_back(unescaped(line.substr(open + 1, close - open - 1)));
  }
  return words;
}

std::string Mutator::next(const std::vector<std::string>& inputs, std::size_t max_size) {
  std::string input = inputs.empty() ? std::string() : inputs[below(inputs.size())];
  // Mostly one: of a message changed in many places little is read.
  for (std::size_t changes = below(2) == 0 ? 1 : 1 + below(8); changes > 0; --changes) change(input, inputs);
  if (input.size() > max_size) input.resize(max_size);
  return input;
}

void Mutator::change(std::string& input, const std::vector<std::string>& inputs) {
  const auto size = input.size();
  const auto at = below(size + 1);
  const auto stretch = size == at ? 0 : 1 + below(std::min<std::size_t>(size - at, 32));
  switch (below(9)) {
    case 0:
      if (at < size) input[at] = static_cast<char>(static_cast<unsigned char>(input[at]) ^ (1u << below(8)));
      break;
    case 1:
      if (at < size) input[at] = static_cast<char>(random_());
      break;
    case 2:
      input.insert(at, 1, static_cast<char>(random_()));
      break;
    case 3:
      input.erase(at, stretch);
      break;
    case 4:
      input.insert(below(size + 1), input.substr(at, stretch));
      break;
    case 5:  // a neighbour of a number or a byte
      if (at < size) input[at] = static_cast<char>(input[at] + (below(2) == 0 ? 1 : -1));
      break;
    case 6: {  // a piece of another input
      if (inputs.empty()) break;
      const auto& other = inputs[below(inputs.size())];
      if (other.empty()) break;
      const auto from = below(other.size());
      input.insert(at, other, from, 1 + below(64));
      break;
    }
    default: {
      if (words_.empty()) {
        input.insert(at, 1 + below(4), static_cast<char>(random_()));
        break;
      }
      const auto& word = words_[below(words_.size())];
      if (below(2) == 0)
        input.insert(at, word);
      else
        input.replace(at, std::min(word.size(), size - at), word);
    }
  }
}

}  // namespace waymark::fuzz
