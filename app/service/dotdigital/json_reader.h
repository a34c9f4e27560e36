#pragma once

#include <QByteArrayView>
#include <QString>

#include <stop_token>
#include <string_view>

namespace rowlift::dotdigital {

/// Hears a JSON document piece by piece. Views are good during the call.
class JsonListener {
public:
    virtual ~JsonListener() = default;

    virtual void begin(bool isObject) = 0; ///< Of an object, or an array.
    virtual void end() = 0;
    virtual void name(std::string_view name) = 0; ///< Of the member whose value follows.
    virtual void text(std::string_view text) = 0;
    virtual void number(std::string_view digits) = 0; ///< Its whole part, of 18 digits at most.
    virtual void nothing() { } ///< null, true, false
    /// Whether to go on; asked after each of the above.
    virtual bool wantsMore() const { return true; }
};

/// How far a document was read.
enum class JsonEnd {
    Whole, ///< Also when the listener wanted no more.
    NoJson, ///< It broke off, or there is something else in it.
    Unreadable, ///< The file cannot be read.
    Stopped
};

/// Reads a document of any size in constant memory, but for its longest text.
JsonEnd readJsonFile(const QString &path, JsonListener &listener, const std::stop_token &stop = {});
JsonEnd readJson(QByteArrayView document, JsonListener &listener);

} // namespace rowlift::dotdigital
