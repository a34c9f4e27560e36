#include "app/workbook/text_runs.h"

#include <algorithm>

namespace rowlift {

namespace {

void appendUtf8(QStringView text, std::string &into)
{
    const bool ascii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    if (ascii) {
        for (const QChar c : text)
            into += static_cast<char>(c.unicode());
        return;
    }
    const QByteArray bytes = text.toUtf8();
    into.append(bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// The code of `_x000D_` at \a at, or -1.
int escapedCode(QStringView text, qsizetype at)
{
    constexpr qsizetype length = 7;
    if (text.size() - at < length || text[at + 1] != u'x' || text[at + length - 1] != u'_')
        return -1;
    bool isHex = false;
    const int code = text.sliced(at + 2, 4).toInt(&isHex, 16);
    return isHex && text[at + 2].isLetterOrNumber() ? code : -1;
}

} // namespace

void appendUnescaped(QStringView text, std::string &into)
{
    if (text.indexOf(u"_x") < 0) {
        appendUtf8(text, into);
        return;
    }
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int code = text[at] == u'_' ? escapedCode(text, at) : -1;
        plain += code < 0 ? text[at] : QChar(static_cast<char16_t>(code));
        at += code < 0 ? 0 : 6;
    }
    appendUtf8(plain, into);
}

void appendTextRuns(PartReader &reader, std::string &into)
{
    QString text; // an escape may be cut by the parser, never by the format
    int depth = 1;
    bool inText = false;
    while (depth > 0 && reader.next()) {
        if (reader.starts()) {
            if (reader.name() == u"rPh") {
                reader.skip();
                continue;
            }
            ++depth;
            inText = reader.name() == u"t";
        } else if (reader.ends()) {
            --depth;
            if (inText)
                appendUnescaped(text, into);
            text.clear();
            inText = false;
        } else if (inText && reader.isText()) {
            text += reader.text();
        }
    }
}

} // namespace rowlift
