#include "app/csv/file_kind.h"

#include "app/csv/bad_input.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

struct FileKindWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::FileKind)
};

enum class Magic { Picture, Pdf, Zip, OldOffice, Packed, WebPage, RichText, Database };

struct Signature {
    std::string_view bytes;
    Magic magic;
    std::string_view name;
};

constexpr std::array signatures = {
    Signature { "\x89PNG\r\n\x1A\n"sv, Magic::Picture, "PNG" },
    Signature { "\xFF\xD8\xFF"sv, Magic::Picture, "JPEG" },
    Signature { "GIF87a"sv, Magic::Picture, "GIF" },
    Signature { "GIF89a"sv, Magic::Picture, "GIF" },
    Signature { "%PDF-"sv, Magic::Pdf, "PDF" },
    Signature { "PK\x03\x04"sv, Magic::Zip, "ZIP" },
    Signature { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Magic::OldOffice, "XLS" },
    Signature { "\x1F\x8B\x08"sv, Magic::Packed, "GZIP" },
    Signature { "7z\xBC\xAF\x27\x1C"sv, Magic::Packed, "7-Zip" },
    Signature { "Rar!\x1A\x07"sv, Magic::Packed, "RAR" },
    Signature { "<!DOCTYPE html"sv, Magic::WebPage, "HTML" },
    Signature { "<html"sv, Magic::WebPage, "HTML" },
    Signature { "{\\rtf"sv, Magic::RichText, "RTF" },
    Signature { "SQLite format 3\0"sv, Magic::Database, "SQLite" },
};

bool startsWithAnyCase(std::string_view text, std::string_view start)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return text.size() >= start.size()
        && std::equal(start.begin(), start.end(), text.begin(),
                      [lower](char a, char b) { return lower(a) == lower(b); });
}

QString zipSentence(std::string_view head)
{
    if (head.find("xl/"sv) != std::string_view::npos
        || (head.find("[Content_Types].xml"sv) != std::string_view::npos
            && head.find("word/"sv) == std::string_view::npos))
        return FileKindWords::tr(
            "This is an Excel workbook. Open it in Excel or LibreOffice and save it as CSV UTF-8.");
    if (head.find("opendocument.spreadsheet"sv) != std::string_view::npos)
        return FileKindWords::tr(
            "This is a LibreOffice workbook. Open it in LibreOffice and save it as CSV UTF-8.");
    return FileKindWords::tr(
        "This is a packed folder (ZIP), not a spreadsheet. Unpack it first and choose a file from it.");
}

QString sentenceOf(const Signature &signature, std::string_view head)
{
    const QString name
        = QString::fromLatin1(signature.name.data(), static_cast<qsizetype>(signature.name.size()));
    switch (signature.magic) {
    case Magic::Picture:
        return FileKindWords::tr(
                   "This is a picture (%1), not a spreadsheet. Choose the file that the picture was made "
                   "from.")
            .arg(name);
    case Magic::Pdf:
        return FileKindWords::tr(
            "This is a PDF, not a spreadsheet. Ask for the table itself as an Excel or CSV file.");
    case Magic::Zip:
        return zipSentence(head);
    case Magic::OldOffice:
        return FileKindWords::tr(
            "This is an old Excel workbook (.xls). Open it in Excel or LibreOffice and save it as "
            "CSV UTF-8.");
    case Magic::Packed:
        return FileKindWords::tr("This file is packed (%1). Unpack it first and choose the file from it.")
            .arg(name);
    case Magic::WebPage:
        return FileKindWords::tr(
            "This is a web page, not a spreadsheet. Open it in Excel or LibreOffice and save it as "
            "CSV UTF-8, or download the file again.");
    case Magic::RichText:
        return FileKindWords::tr(
            "This is a text document (RTF), not a spreadsheet. Copy the table into Excel or "
            "LibreOffice and save it as CSV UTF-8.");
    case Magic::Database:
        return FileKindWords::tr(
                   "This is a database (%1), not a spreadsheet. Export the table from it as CSV UTF-8.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Error> whyNoTable(std::string_view head)
{
    if (head.empty())
        return badInput(FileKindWords::tr("This file is empty. Choose another file."));
    const auto *known
        = std::find_if(signatures.begin(), signatures.end(), [head](const Signature &signature) {
              return startsWithAnyCase(head, signature.bytes);
          });
    if (known == signatures.end())
        return {};
    return badInput(sentenceOf(*known, head));
}

std::optional<Error> whyNoText(std::string_view head)
{
    // A few slip into honest exports; random bytes have a control character in nine.
    constexpr std::ptrdiff_t tolerated = 8;
    // Those that ASCII made for dividing records and cells, and the one that Hive divides cells with.
    const auto divides = [](char c) { return (c >= '\x1C' && c <= '\x1F') || c == '\x01'; };
    const auto controls = std::count_if(head.begin(), head.end(), [&divides](char c) {
        return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && !divides(c);
    });
    if (controls <= tolerated || controls * 20 <= static_cast<std::ptrdiff_t>(head.size()))
        return {};
    return badInput(FileKindWords::tr("This is not a text file. Choose a spreadsheet saved as CSV UTF-8."));
}

} // namespace rowlift
