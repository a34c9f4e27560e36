#pragma once

#include <QString>

#include <vector>

namespace rowlift::ui {

/// A piece of a text: words as they are, or one sign that cannot be seen (or a line break, which may be two
/// characters) with its name.
struct TextPiece {
    QString text;
    QString name; ///< "no-break space"; empty for words.
    bool breaksLine = false;

    bool operator==(const TextPiece &) const = default;
};

/// Name of a character that is not seen or looks like another, for people; empty for all others. Plain spaces
/// have none.
[[nodiscard]] QString nameOfSign(char32_t sign);

/// Takes pieces off a text, from its beginning to its end. Spaces at both ends of the text count as signs.
class TextPieces {
public:
    explicit TextPieces(QString text);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The next piece; words are cut behind \a most characters.
    [[nodiscard]] TextPiece next(qsizetype most);

private:
    [[nodiscard]] qsizetype signAt(qsizetype at, TextPiece *piece) const;

    QString m_text;
    qsizetype m_at = 0;
    qsizetype m_wordsFrom = 0; ///< Behind the spaces at the beginning.
    qsizetype m_wordsTo = 0; ///< Before those at the end.
};

} // namespace rowlift::ui
