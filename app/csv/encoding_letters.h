#pragma once

#include <QChar>
#include <QHash>

namespace rowlift {

/// Where an encoding is at home; a language may be written in those of several regions, added up.
namespace region {
constexpr unsigned west = 1;
constexpr unsigned central = 2;
constexpr unsigned baltic = 4;
constexpr unsigned turkish = 8;
constexpr unsigned cyrillic = 16;
constexpr unsigned greek = 32;
constexpr unsigned hebrew = 64;
constexpr unsigned arabic = 128;
constexpr unsigned thai = 256;
constexpr unsigned eastAsia = 512;
} // namespace region

/// How often each letter outside ASCII occurs in a text.
using LetterCounts = QHash<QChar, int>;

/// How well \a letters fit one language: the sum over all letters, each about 1 for a frequent letter of the
/// language and below 0 for one that it does not have. The language of \a regions that fits best counts.
double fitOfBestLanguage(const LetterCounts &letters, unsigned regions);

/// Whether \a c, a letter of China, Japan or Korea, is among those that make up most of any text there:
/// signs read wrongly are mostly rare ones.
bool isFrequentEastAsian(QChar c);

} // namespace rowlift
