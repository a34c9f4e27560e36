#pragma once

#include "app/schema/schema.h"

#include <QWidget>

namespace rowlift::ui {

/// Where a fixed value is said: a list where the field has one, yes or no, else a line.
class FixedValue : public QWidget {
    Q_OBJECT

public:
    /// \a name: of the editor as an object.
    FixedValue(const QString &name, QWidget *parent);

    void say(const Field &field, const QString &value, bool wrong);
    /// What gets the focus.
    [[nodiscard]] QWidget *editor() const { return m_editor; }

Q_SIGNALS:
    void typed(const QString &value);

private:
    enum class Kind { Line, List };

    [[nodiscard]] static Kind kindFor(const Field &field);
    void makeEditor(const Field &field);
    void makeList(const Field &field);
    void makeLine(const Field &field);

    QString m_name;
    QString m_field;
    QWidget *m_editor = nullptr;
};

} // namespace rowlift::ui
