#include "app/mapping/email_text.h"

#include "app/mapping/blanks.h"

#include <algorithm>

namespace rowlift {

namespace {

bool startsWithMailto(std::string_view text)
{
    constexpr std::string_view scheme = "mailto:";
    return text.size() > scheme.size()
        && std::ranges::equal(text.substr(0, scheme.size()), scheme,
                              [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

} // namespace

std::string_view emailIn(std::string_view text)
{
    if (text.ends_with('>')) {
        const auto open = text.rfind('<');
        const auto inside
            = open == text.npos ? std::string_view() : text.substr(open + 1, text.size() - open - 2);
        if (inside.find('@') != inside.npos)
            text = withoutBlanks(inside);
    }
    if (startsWithMailto(text)) {
        text.remove_prefix(7);
        text = withoutBlanks(text.substr(0, text.find('?'))); // behind it: a subject
    }
    return text;
}

} // namespace rowlift
