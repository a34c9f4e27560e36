#include "app/cli/input_file.h"

#include "app/cli/command.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <utility>
#include <vector>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct InputWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr std::size_t inputBlock = std::size_t(1) << 20;

bool copyStandardInput(QFile &into, const Interrupt &interrupt)
{
    std::vector<char> block(inputBlock);
    while (const qint64 got = interrupt.readInput(block)) {
        if (got < 0 || into.write(block.data(), got) != got)
            return false;
    }
    return into.flush();
}

Error notKeepable(const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = InputWords::tr("Standard input could not be kept in a file. Is there room?"),
             .detail = detail,
             .retryAfter = {} };
}

/// Copies standard input to a new file in \a folder, which is made when it is not there.
Result<QString> keepStandardInput(const QString &folder, const Interrupt &interrupt)
{
    const QString name = u"standard-input-%1.csv"_s.arg(QUuid::createUuid().toString(QUuid::Id128));
    QFile file(QDir(folder).absoluteFilePath(name));
    // The rows of people are nobody else's business.
    const bool opened = QDir().mkpath(folder)
        && file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (opened && copyStandardInput(file, interrupt))
        return file.fileName();
    const QString detail = u"%1: %2"_s.arg(file.fileName(), file.errorString());
    if (opened)
        file.remove();
    return tl::unexpected(interrupt.came() ? cancelledError() : notKeepable(detail));
}

/// What a person would see in the window, and be asked.
void tellSheet(const ChosenFile &file)
{
    if (file.sheets.size() > 1) {
        QStringList others;
        for (const WorkbookSheet &sheet : file.sheets) {
            if (sheet.name != file.sheet)
                others << sheet.name;
        }
        say(InputWords::tr("Sheet “%1” is read; the workbook also has: %2. Choose with --sheet.")
                .arg(file.sheet, others.join(u", "_s)));
    }
    if (file.uncalculated > 0)
        say(InputWords::tr(
            "%n cell(s) are blank: their formulas were never calculated. Open the workbook in Excel "
            "and save it.",
            nullptr, static_cast<int>(file.uncalculated)));
}

} // namespace

void addSheetOption(QCommandLineParser &parser)
{
    parser.addOption(
        { u"sheet"_s, InputWords::tr("Of an Excel workbook: the sheet; absent: the first."), u"NAME"_s });
}

Result<InputFile> InputFile::take(const QCommandLineParser &parser, const Interrupt &interrupt)
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return tl::unexpected(notKeepable(folder->errorString()));
    auto input = takeBelow(parser, folder->path(), folder->path(), interrupt);
    if (input)
        input->m_folder = std::move(folder);
    return input;
}

Result<InputFile> InputFile::takeForRun(const QCommandLineParser &parser, const QString &data,
                                        const Interrupt &interrupt)
{
    return takeBelow(parser, data + u"/input"_s, data + u"/drafts"_s, interrupt);
}

Result<InputFile> InputFile::takeBelow(const QCommandLineParser &parser, const QString &copies,
                                       const QString &drafts, const Interrupt &interrupt)
{
    InputFile input;
    QString path = parser.positionalArguments().constFirst();
    if (path == "-"_L1) {
        const auto copy = keepStandardInput(copies, interrupt);
        if (!copy)
            return tl::unexpected(copy.error());
        path = input.m_copy = *copy;
    }
    auto file = takeFile(path, parser.value(u"sheet"_s), drafts, {}, interrupt.token());
    if (!file)
        return tl::unexpected(file.error());
    input.m_file = std::move(*file);
    if (!parser.isSet(u"sheet"_s))
        tellSheet(input.m_file);
    return input;
}

InputFile::InputFile(InputFile &&other) noexcept
    : m_file(std::move(other.m_file))
    , m_copy(std::exchange(other.m_copy, {}))
    , m_folder(std::move(other.m_folder))
{
}

InputFile::~InputFile()
{
    if (!m_copy.isEmpty())
        QFile::remove(m_copy);
}

} // namespace rowlift::cli
