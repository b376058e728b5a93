// Finding by typing: neither case nor accents matter, and the words may come in any order.
#pragma once

#include <QString>
#include <QStringList>

namespace waymark::app {

/// A name as it is compared: case folded, without accents, single spaces.
QString searchKey(const QString& text);
/// The words of what was typed, each as a key.
QStringList searchWords(const QString& typed);
/// True if every word occurs somewhere in the key; no words match everything.
bool matches(const QString& key, const QStringList& words);

}  // namespace waymark::app
