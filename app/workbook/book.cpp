#include "app/workbook/book.h"

#include "app/workbook/part_reader.h"

#include <QDir>
#include <QHash>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct Relation {
    QString kind; ///< The last word of its type: "worksheet", "sharedStrings".
    QString part;
};

/// The relations of \a part by their id; empty when it has none.
Result<QHash<QString, Relation>> relationsOf(const Package &package, const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    const QString folder = part.first(slash + 1);
    const QString name = folder + u"_rels/"_s + part.sliced(slash + 1) + u".rels"_s;
    QHash<QString, Relation> relations;
    if (!package.has(name))
        return relations;
    auto file = package.part(name);
    if (!file)
        return tl::unexpected(file.error());
    PartReader reader(std::move(*file), mostListBytes);
    while (reader.nextElement()) {
        if (reader.name() != u"Relationship")
            continue;
        const QString target = reader.attribute(u"Target");
        const QString path = target.startsWith(u'/') ? target.sliced(1) : QDir::cleanPath(folder + target);
        const QString kind = reader.attribute(u"Type");
        relations.insert(reader.attribute(u"Id"), { kind.sliced(kind.lastIndexOf(u'/') + 1), path });
    }
    if (reader.error())
        return tl::unexpected(*reader.error());
    return relations;
}

QString partOfKind(const QHash<QString, Relation> &relations, const QString &kind)
{
    const auto found = std::ranges::find(relations, kind, &Relation::kind);
    return found == relations.end() ? QString() : found->part;
}

bool isTrue(const QString &attribute)
{
    return attribute == u"1" || attribute == u"true";
}

} // namespace

QString bookPartOf(const Package &package)
{
    const auto relations = relationsOf(package, {});
    const QString main = relations ? partOfKind(*relations, u"officeDocument"_s) : QString();
    const QString part = package.has(main) ? main : u"xl/workbook.xml"_s;
    const bool workbook = part.endsWith(u".xml", Qt::CaseInsensitive) && !part.startsWith(u"word/")
        && !part.startsWith(u"ppt/");
    return workbook && package.has(part) ? part : QString();
}

Result<Book> readBook(const Package &package)
{
    const QString part = bookPartOf(package);
    const auto relations = relationsOf(package, part);
    if (!relations)
        return tl::unexpected(relations.error());
    auto file = package.part(part);
    if (!file)
        return tl::unexpected(file.error());
    Book book;
    PartReader reader(std::move(*file), mostListBytes);
    while (reader.nextElement()) {
        if (reader.name() == u"workbookPr" && isTrue(reader.attribute(u"date1904"))) {
            book.dates = DateSystem::From1904;
        } else if (reader.name() == u"sheet") {
            const Relation relation = relations->value(reader.attribute(u"id"));
            const QString state = reader.attribute(u"state");
            if (relation.kind == u"worksheet")
                book.sheets.push_back({ .name = reader.attribute(u"name"),
                                        .part = relation.part,
                                        .hidden = !state.isEmpty() && state != u"visible" });
        }
    }
    if (reader.error())
        return tl::unexpected(*reader.error());
    book.sharedTexts = partOfKind(*relations, u"sharedStrings"_s);
    book.styles = partOfKind(*relations, u"styles"_s);
    return book;
}

} // namespace rowlift
