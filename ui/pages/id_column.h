#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QVBoxLayout;

namespace rowlift::ui {

class SearchableCombo;
class Words;

/// What is deleted: the column that holds the record ids, and what deleting means.
class IdColumn : public QWidget {
    Q_OBJECT

public:
    IdColumn(const PlaceDesk &desk, const FileDesk &file, QWidget *parent);

    void refresh();
    [[nodiscard]] QWidget *combo() const;
    [[nodiscard]] bool isOpen() const; ///< No column is chosen yet.

Q_SIGNALS:
    void chosen(const QString &column);

private:
    void sayColumns();
    void sayWarning();

    const PlaceDesk &m_desk;
    const FileDesk &m_file;
    SearchableCombo *m_column;
    Words *m_because;
    QVBoxLayout *m_lines;
    QWidget *m_warning = nullptr;
    QString m_warns; ///< What the warning says.
    QStringList m_columns;
};

} // namespace rowlift::ui
