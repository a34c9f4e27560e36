#include "app/workbook/number_format.h"

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

/// Walks over a format code once.
class NumberFormat::Parser {
public:
    explicit Parser(QStringView code)
        : m_code(code)
    {
    }

    NumberFormat parse()
    {
        m_format.m_sections.emplace_back();
        while (m_at < m_code.size())
            takeOne();
        endSection();
        const auto &sections = m_format.m_sections;
        if (m_format.m_date || (sections.size() == 1 && !sections.front().legible))
            m_format.m_sections.clear();
        return std::move(m_format);
    }

private:
    Section &section() { return m_format.m_sections.back(); }

    void takeOne()
    {
        const QChar c = m_code[m_at++];
        if (c == u'"')
            word(upTo(u'"'));
        else if (c == u'\\')
            word(escaped());
        else if (c == u'_' || c == u'*')
            ++m_at; // the width of a character, or a filler: nothing to read
        else if (c == u'[')
            bracket(upTo(u']'));
        else if (c == u';')
            nextSection();
        else if (c == u'0' || c == u'#' || c == u'?')
            digit(c);
        else if (c == u'.')
            point();
        else if (c == u',')
            m_commaAfterDigit = m_digits > 0;
        else if (c == u'%')
            section().pieces.push_back({ .kind = Piece::Kind::Percent, .word = "%" });
        else
            letterOrWord(c);
    }

    QStringView escaped()
    {
        const QStringView one = m_code.sliced(m_at, std::min<qsizetype>(1, m_code.size() - m_at));
        m_at += one.size();
        return one;
    }

    void nextSection()
    {
        endSection();
        m_format.m_sections.emplace_back();
    }

    QStringView upTo(QChar end)
    {
        const qsizetype found = m_code.indexOf(end, m_at);
        const QStringView between = m_code.sliced(m_at, (found < 0 ? m_code.size() : found) - m_at);
        m_at = found < 0 ? m_code.size() : found + 1;
        return between;
    }

    void word(QStringView text)
    {
        section().pieces.push_back({ .kind = Piece::Kind::Word, .word = text.toUtf8().toStdString() });
    }

    void bracket(QStringView inside)
    {
        if (inside.startsWith(u'$')) { // [$€-407]: a currency, and a country
            const qsizetype dash = inside.lastIndexOf(u'-');
            word(inside.sliced(1, (dash < 1 ? inside.size() : dash) - 1));
        } else if (!inside.isEmpty() && u"<>="_s.contains(inside.front())) {
            const auto digitsAt = std::ranges::find_if(inside, [](QChar c) { return !u"<>="_s.contains(c); });
            const qsizetype signs = digitsAt - inside.begin();
            section().condition = Condition { .sign = inside.first(signs).toString(),
                                              .number = inside.sliced(signs).toDouble() };
        } else if (!inside.isEmpty()
                   && std::ranges::all_of(inside, [](QChar c) { return isTimeLetter(c); })) {
            m_elapsed = true; // [h], [mm]
            dateLetter(inside.front());
        }
    }

    void digit(QChar c)
    {
        if (m_secondsBefore && m_pointBefore) { // ss.000
            m_format.m_milliseconds = true;
            return;
        }
        ++m_digits;
        m_commaAfterDigit = false;
        section().pieces.push_back(
            { .kind = c == u'0' ? Piece::Kind::Zero : Piece::Kind::Digit, .word = {} });
    }

    void point()
    {
        m_pointBefore = true;
        if (m_commaAfterDigit)
            section().legible = false; // scaled
        section().pieces.push_back({ .kind = Piece::Kind::Point, .word = {} });
    }

    static bool isTimeLetter(QChar c) { return u"hmsHMS"_s.contains(c); }

    void letterOrWord(QChar c)
    {
        const QStringView rest = m_code.sliced(m_at - 1);
        if (rest.startsWith(u"General", Qt::CaseInsensitive)) {
            m_at += 6;
            digit(u'#');
        } else if (rest.startsWith(u"AM/PM", Qt::CaseInsensitive)) {
            m_at += 4;
            m_time = true;
        } else if (rest.startsWith(u"A/P", Qt::CaseInsensitive)) {
            m_at += 2;
            m_time = true;
        } else if (rest.startsWith(u"E+", Qt::CaseInsensitive)
                   || rest.startsWith(u"E-", Qt::CaseInsensitive)) {
            section().legible = false; // it would cut digits off
        } else if (u"ymdhsYMDHS"_s.contains(c)) {
            while (m_at < m_code.size() && m_code[m_at].toLower() == c.toLower())
                ++m_at;
            dateLetter(c);
        } else {
            if (c == u'/' && m_digits > 0)
                section().legible = false; // a fraction
            word(QStringView(&c, 1));
        }
    }

    /// An m is a month, unless hours stand before it or seconds behind.
    void dateLetter(QChar letter)
    {
        const QChar c = letter.toLower();
        if (c == u'm') {
            if (m_lastLetter == u'h')
                m_time = true;
            else
                m_openMonth = true;
        } else {
            if (c == u's' && m_lastLetter == u'm')
                m_openMonth = false;
            if (m_openMonth)
                m_day = true;
            m_openMonth = false;
            (c == u'h' || c == u's' ? m_time : m_day) = true;
        }
        m_lastLetter = c;
        m_secondsBefore = c == u's';
        m_pointBefore = false;
    }

    void endSection()
    {
        Section &ended = section();
        if (m_digits == 0 || m_commaAfterDigit)
            ended.legible = false;
        if (m_openMonth && !m_elapsed)
            m_day = true;
        decideDate();
        m_digits = 0;
        m_commaAfterDigit = m_pointBefore = m_secondsBefore = m_openMonth = false;
        m_lastLetter = {};
    }

    void decideDate()
    {
        if (m_elapsed)
            m_format.m_date = DateParts::Elapsed;
        else if (m_day || m_time)
            m_format.m_date = m_day && m_time ? DateParts::DateTime
                : m_day                       ? DateParts::Date
                                              : DateParts::Time;
    }

    QStringView m_code;
    NumberFormat m_format;
    qsizetype m_at = 0;
    int m_digits = 0;
    QChar m_lastLetter;
    bool m_commaAfterDigit = false;
    bool m_pointBefore = false;
    bool m_secondsBefore = false;
    bool m_openMonth = false;
    bool m_day = false;
    bool m_time = false;
    bool m_elapsed = false;
};

NumberFormat NumberFormat::parse(QStringView code)
{
    if (code.isEmpty() || code.compare(u"General", Qt::CaseInsensitive) == 0)
        return {};
    return Parser(code).parse();
}

} // namespace rowlift
