#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// Puts a workbook together part by part, as bytes of its own: no writer of ours stands between test and
/// format.
class BookMaker {
public:
    struct Part {
        QString name;
        QByteArray content;
    };

    BookMaker &part(const QString &name, const QByteArray &content);
    /// A sheet with the rows \a rows (XML inside of `sheetData`). \a before and \a after stand around it.
    BookMaker &sheet(const QString &name, const QByteArray &rows, const QByteArray &state = {},
                     const QByteArray &before = {}, const QByteArray &after = {});
    BookMaker &chart(const QString &name);
    BookMaker &texts(const QByteArray &items); ///< The `si` elements.
    BookMaker &formats(const QList<QByteArray> &codes); ///< Style n shows numbers by code n.
    BookMaker &styles(const QByteArray &cellStyles); ///< The `xf` elements.
    BookMaker &from1904();

    /// Writes it to \a path. Ends the test program when there is no room.
    void save(const QString &path) const;

private:
    QList<Part> m_parts;
    QByteArray m_sheets;
    QByteArray m_relations;
    QByteArray m_properties;
    int m_count = 0;
};
