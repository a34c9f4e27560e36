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

/// Whether \a text before \a address names it: no second address, but the same one once more.
bool isNameOf(std::string_view address, std::string_view text)
{
    if (text.find('@') == text.npos)
        return true;
    const bool quoted
        = text.size() > 2 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
    return (quoted ? text.substr(1, text.size() - 2) : text) == address;
}

} // namespace

std::string_view emailIn(std::string_view text)
{
    if (text.ends_with('>')) {
        const auto open = text.find('<');
        const auto inside = open == text.npos ? std::string_view()
                                              : withoutBlanks(text.substr(open + 1, text.size() - open - 2));
        if (inside.find('@') != inside.npos && inside.find('<') == inside.npos
            && isNameOf(inside, withoutBlanks(text.substr(0, open))))
            text = inside;
    }
    if (startsWithMailto(text)) {
        text.remove_prefix(7);
        text = withoutBlanks(text.substr(0, text.find('?'))); // behind it: a subject
    }
    return text;
}

} // namespace rowlift
