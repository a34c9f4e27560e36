#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

namespace rowlift::ui {

class SearchableCombo;
class WhereGrouping;
class Words;

/// The questions that fields ask (Field::question), each answered by a column of the file: what a record is
/// known by, whose it is. Below them whether rows with one key are one record.
class WhereQuestions : public QWidget {
    Q_OBJECT

public:
    WhereQuestions(PlaceDesk &desk, const FileDesk &file, QWidget *parent);

    void refresh();
    /// The decision that is still open; null when there is none.
    [[nodiscard]] QWidget *openDecision() const;

private:
    /// The line of one field.
    struct Line {
        Field field;
        QWidget *box = nullptr;
        SearchableCombo *columns = nullptr;
        Words *because = nullptr;
    };

    void rebuild();
    Line addLine(const Field &field);
    void say(const Line &line);
    void fillColumns(const Line &line);

    PlaceDesk &m_desk;
    const FileDesk &m_file;
    QWidget *m_linePart;
    std::vector<Line> m_lines;
    QStringList m_columns; ///< What the lists show.
    WhereGrouping *m_grouping;
};

} // namespace rowlift::ui
