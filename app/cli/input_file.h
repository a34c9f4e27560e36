#pragma once

#include "app/base/result.h"

#include <QString>

namespace rowlift::cli {

/// A command's FILE: the file of that name or, for "-", a copy of standard input.
class InputFile {
public:
    /// Copies standard input into \a folder (made when it is not there) if \a argument is "-". Fails with
    /// Storage when that is not possible; a name is not looked at yet.
    static Result<InputFile> take(const QString &argument, const QString &folder);

    /// The copy goes with this object, unless it was kept.
    ~InputFile();
    InputFile(InputFile &&other) noexcept;
    InputFile &operator=(InputFile &&) = delete;

    const QString &path() const { return m_path; }
    /// From now on somebody else needs the copy: a run reads it again when it goes on, and for its reports.
    void keep() { m_ownsCopy = false; }

private:
    InputFile(QString path, bool ownsCopy);

    QString m_path;
    bool m_ownsCopy = false;
};

} // namespace rowlift::cli
