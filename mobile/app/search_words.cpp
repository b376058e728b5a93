#include "mobile/app/search_words.h"

#include <algorithm>

namespace waymark::app {

QString searchKey(const QString& text) {
  const QString apart = text.normalized(QString::NormalizationForm_KD);
  QString plain;
  plain.reserve(apart.size());
  for (const QChar c : apart)
    if (!c.isMark()) plain += c;
  return plain.toCaseFolded().simplified();
}

QStringList searchWords(const QString& typed) {
  return searchKey(typed).split(u' ', Qt::SkipEmptyParts);
}

bool matches(const QString& key, const QStringList& words) {
  return std::all_of(words.begin(), words.end(), [&](const QString& word) { return key.contains(word); });
}

}  // namespace waymark::app
