#include "app/workbook/shared_texts.h"

#include "app/workbook/text_runs.h"

namespace rowlift {

Result<SharedTexts> SharedTexts::read(PartReader &reader)
{
    SharedTexts texts;
    while (reader.nextElement()) {
        if (reader.name() != u"si")
            continue;
        appendTextRuns(reader, texts.m_texts);
        texts.m_ends.push_back(texts.m_texts.size());
    }
    if (reader.error())
        return tl::unexpected(*reader.error());
    return texts;
}

std::string_view SharedTexts::at(qint64 index) const
{
    if (index < 0 || index >= size())
        return {};
    const auto position = static_cast<size_t>(index);
    const quint64 begin = position == 0 ? 0 : m_ends[position - 1];
    return std::string_view(m_texts).substr(begin, m_ends[position] - begin);
}

} // namespace rowlift
