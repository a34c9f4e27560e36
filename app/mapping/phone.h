#pragma once

#include <QStringList>

#include <memory>
#include <string_view>

namespace rowlift {

/// Writes telephone numbers in international form. One per thread: it remembers what came last.
class PhoneFormatter {
public:
    /// Numbers without country code belong to \a region ("DE"); none: only numbers with "+" or "00" are read.
    explicit PhoneFormatter(const QString &region);
    ~PhoneFormatter();
    PhoneFormatter(PhoneFormatter &&) noexcept;
    PhoneFormatter &operator=(PhoneFormatter &&) noexcept;

    /// "+49301234567" for "(030) 123 45-67". Empty when \a text is no number that can be dialled from abroad,
    /// or has an extension or a name behind it, which that form cannot hold. "491712345678", a
    /// mobile of Germany without its plus, gets it; where nobody can tell, it is no number. Lives until the
    /// next call.
    std::string_view international(std::string_view text);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// All that PhoneFormatter knows, by their codes: "AC", "AD" …
QStringList phoneRegions();
/// The region that a number with country code is of ("DE" for "+49 30 …"); empty for all others.
QString phoneRegionOf(std::string_view text);

} // namespace rowlift
