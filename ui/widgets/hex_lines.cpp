#include "ui/widgets/hex_lines.h"

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int offsetDigits = 8;

} // namespace

int hexLineLength(int bytesInALine)
{
    return offsetDigits + 2 + 3 * bytesInALine + 1 + bytesInALine;
}

QString hexLines(const QByteArray &bytes, qint64 offset, int bytesInALine)
{
    QString lines;
    for (qsizetype at = 0; at < bytes.size(); at += bytesInALine) {
        const QByteArray line = bytes.mid(at, bytesInALine);
        QString readable;
        for (const char byte : line)
            readable += byte >= 0x20 && byte < 0x7F ? QLatin1Char(byte) : QLatin1Char('.');
        if (at > 0)
            lines += u'\n';
        lines += u"%1  %2  %3"_s.arg(
            QString::number(offset + at, 16).toUpper().rightJustified(offsetDigits, u'0'),
            QString::fromLatin1(line.toHex(' ')).toUpper().leftJustified(3 * bytesInALine - 1), readable);
    }
    return lines;
}

} // namespace rowlift::ui
