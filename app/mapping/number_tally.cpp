#include "app/mapping/number_tally.h"

namespace rowlift {

namespace {

bool isWholeText(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void NumberTally::add(qint64 record, std::string_view text)
{
    switch (isWholeText(text) ? NumberSign::Any : numberSign(text, m_form.percent)) {
    case NumberSign::Any:
        ++m_seen.plain;
        return;
    case NumberSign::Point:
        ++m_seen.point;
        see(m_seen.pointExample, record, text);
        return;
    case NumberSign::Comma:
        ++m_seen.comma;
        see(m_seen.commaExample, record, text);
        return;
    case NumberSign::Either:
        ++m_seen.either;
        see(m_seen.eitherExample, record, text);
        return;
    case NumberSign::Unreadable:
        ++m_seen.unreadable;
        m_unreadable.see(record, text);
        return;
    }
}

void NumberTally::add(const NumberTally &later, qint64 firstRecord)
{
    const NumberSurvey &seen = later.m_seen;
    m_seen.plain += seen.plain;
    m_seen.point += seen.point;
    m_seen.comma += seen.comma;
    m_seen.either += seen.either;
    m_seen.unreadable += seen.unreadable;
    see(m_seen.pointExample, seen.pointExample, firstRecord);
    see(m_seen.commaExample, seen.commaExample, firstRecord);
    see(m_seen.eitherExample, seen.eitherExample, firstRecord);
    m_unreadable.add(later.m_unreadable, firstRecord);
}

NumberSurvey NumberTally::result() const
{
    NumberSurvey survey = m_seen;
    survey.unreadableExamples = m_unreadable.values();
    const bool agreed = (survey.point > 0) != (survey.comma > 0);
    if (agreed)
        survey.decided = survey.point > 0 ? DecimalSign::Point : DecimalSign::Comma;
    survey.asks = survey.either > 0 && !agreed;
    return survey;
}

} // namespace rowlift
