#pragma once

#include "app/base/result.h"
#include "app/cli/interrupt.h"
#include "app/draft/chosen_file.h"

#include <QCommandLineParser>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace rowlift::cli {

/// Adds `--sheet`: which one of a workbook.
void addSheetOption(QCommandLineParser &parser);

/// A command's FILE: the file of that name or, for "-", a copy of standard input. Of a workbook it is the
/// sheet that `--sheet` names, or the first.
class InputFile {
public:
    /// For a command that ends with what it reads: whatever had to be written goes with this object. Fails as
    /// takeFile() does, with Storage when standard input cannot be kept, or Cancelled by \a interrupt.
    static Result<InputFile> take(const QCommandLineParser &parser, const Interrupt &interrupt);
    /// For a command whose input others will read again: copies are kept below \a data, a folder of
    /// Rowlift's.
    static Result<InputFile> takeForRun(const QCommandLineParser &parser, const QString &data,
                                        const Interrupt &interrupt);

    /// The copy of standard input goes with this object, unless it was kept.
    ~InputFile();
    InputFile(InputFile &&other) noexcept;
    InputFile &operator=(InputFile &&) = delete;

    const ChosenFile &file() const { return m_file; }
    /// From now on somebody else needs the copy: a run reads it again when it goes on, and for its reports.
    void keep() { m_copy.clear(); }

private:
    InputFile() = default;
    static Result<InputFile> takeBelow(const QCommandLineParser &parser, const QString &copies,
                                       const QString &drafts, const Interrupt &interrupt);

    ChosenFile m_file;
    QString m_copy; ///< Of standard input; empty: none, or it was kept.
    std::unique_ptr<QTemporaryDir> m_folder; ///< For what nobody else needs.
};

} // namespace rowlift::cli
