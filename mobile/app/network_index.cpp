#include "mobile/app/network_index.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace waymark::app {
namespace {

/// Letters that Unicode does not take apart into a plain one and a mark.
QString plainLetters(const QString& text) {
  QString plain;
  plain.reserve(text.size());
  for (const QChar letter : text) {
    switch (letter.unicode()) {
      case u'ø':
        plain += u'o';
        break;
      case u'ł':
        plain += u'l';
        break;
      case u'đ':
      case u'ð':
        plain += u'd';
        break;
      case u'ı':
        plain += u'i';
        break;
      case u'ß':
        plain += QStringLiteral("ss");
        break;
      case u'æ':
        plain += QStringLiteral("ae");
        break;
      case u'œ':
        plain += QStringLiteral("oe");
        break;
      case u'þ':
        plain += QStringLiteral("th");
        break;
      default:
        plain += letter;
    }
  }
  return plain;
}

/// Marks inside a word that people leave out when they type it.
bool isSilent(QChar letter) {
  return letter.isMark() || letter == u'\'' || letter == u'\u2019' || letter == u'.';
}

/// Each with a space before it, as it stands at the beginning of a word.
std::vector<std::string> wordsOf(const std::string& folded) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const auto end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(' ' + folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// The order of one find among others: lower comes first.
enum Rank : std::uint8_t { name_begins, name_word, other_word, within, ranks };

}  // namespace

std::string foldText(const QString& text) {
  const QString apart = plainLetters(text.normalized(QString::NormalizationForm_KD).toCaseFolded());
  QString folded;
  folded.reserve(apart.size());
  for (const QChar letter : apart) {
    if (isSilent(letter)) continue;
    if (letter.isLetterOrNumber() || letter.isSurrogate()) {
      folded += letter;
    } else if (!folded.isEmpty() && !folded.endsWith(u' ')) {
      folded += u' ';
    }
  }
  if (folded.endsWith(u' ')) folded.chop(1);
  return folded.toStdString();
}

std::string foldText(const std::string& text) {
  return foldText(QString::fromStdString(text));
}

NetworkIndex::NetworkIndex(std::vector<device::Stored<Employer>> employers) {
  std::vector<std::string> names;
  names.reserve(employers.size());
  for (const auto& stored : employers) names.push_back(foldText(stored.record.name));
  std::vector<std::size_t> order(employers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(employers[a].deleted, names[a], employers[a].record.id) <
           std::tie(employers[b].deleted, names[b], employers[b].record.id);
  });
  employers_.reserve(order.size());
  sync_.reserve(order.size());
  names_.reserve(order.size());
  pairs_.reserve(order.size());
  begins_.reserve(order.size() + 1);
  for (const std::size_t from : order) {
    const Employer& employer = employers[from].record;
    begins_.push_back(texts_.size());
    names_.push_back(names[from].size());
    texts_ += ' ' + names[from] + "\n " + foldText(employer.contact_name) + "\n " +
              foldText(employer.industry) + "\n " + foldText(employer.address) + '\n';
    addPairs(std::string_view(texts_).substr(begins_.back()), pairs_.emplace_back());
    if (!employers[from].deleted) ++live_;
    pending_ = pending_ || employers[from].sync.state != device::SyncState::sent;
    by_id_.emplace(employer.id, static_cast<int>(employers_.size()));
    sync_.push_back(employers[from].sync);
    employers_.push_back(std::move(employers[from].record));
  }
  begins_.push_back(texts_.size());
}

void NetworkIndex::addPairs(std::string_view text, Pairs& pairs) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto pair = static_cast<unsigned>(static_cast<unsigned char>(text[i])) * 31U +
                      static_cast<unsigned>(static_cast<unsigned char>(text[i + 1]));
    pairs[pair / 64 % 4] |= std::uint64_t{1} << (pair % 64);
  }
}

int NetworkIndex::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? -1 : found->second;
}

std::string_view NetworkIndex::textAt(std::size_t position) const {
  return std::string_view(texts_).substr(begins_[position], begins_[position + 1] - begins_[position]);
}

std::vector<int> NetworkIndex::search(const QString& query, bool with_removed) const {
  const std::string folded = foldText(query);
  const auto words = wordsOf(folded);
  const std::size_t end = with_removed ? employers_.size() : live_;
  Pairs asked{};
  for (const std::string& word : words) addPairs(std::string_view(word).substr(1), asked);
  const auto lacks = [&](const Pairs& pairs) {
    for (std::size_t i = 0; i < asked.size(); ++i)
      if ((pairs[i] & asked[i]) != asked[i]) return true;
    return false;
  };
  std::array<std::vector<int>, ranks> found;
  for (std::size_t position = 0; position < end; ++position) {
    if (lacks(pairs_[position])) continue;
    const std::string_view text = textAt(position);
    const std::string_view name = text.substr(0, names_[position] + 1);
    int rank = name_begins;
    if (!words.empty() && !name.substr(1).starts_with(folded)) {
      rank = name_word;
      for (const std::string& word : words) {  // each with the space before it
        const auto begin = text.find(word);
        if (begin == std::string_view::npos) {
          if (text.find(std::string_view(word).substr(1)) == std::string_view::npos) {
            rank = ranks;
            break;
          }
          rank = within;
        } else if (begin >= name.size()) {
          rank = std::max<int>(rank, other_word);
        }
      }
    }
    if (rank < ranks) found[static_cast<std::size_t>(rank)].push_back(static_cast<int>(position));
  }
  std::vector<int> all = std::move(found[0]);
  for (std::size_t rank = 1; rank < found.size(); ++rank)
    all.insert(all.end(), found[rank].begin(), found[rank].end());
  return all;
}

std::vector<int> NetworkIndex::namesakes(const QString& name, int most) const {
  const std::string folded = foldText(name);
  std::vector<int> same, begun;
  if (folded.size() < 3) return same;  // two letters begin too many
  for (std::size_t position = 0; position < live_; ++position) {
    const std::string_view known = textAt(position).substr(1, names_[position]);
    if (known == folded)
      same.push_back(static_cast<int>(position));
    else if (known.starts_with(folded) || (!known.empty() && folded.starts_with(std::string(known) + ' ')))
      begun.push_back(static_cast<int>(position));
  }
  same.insert(same.end(), begun.begin(), begun.end());
  if (static_cast<int>(same.size()) > most) same.resize(static_cast<std::size_t>(most));
  return same;
}

}  // namespace waymark::app
