#pragma once

#include "app/base/secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rowlift::ui {

/// A field for a secret: hidden while it is typed or pasted, with a button to look at it.
class SecretField : public QWidget {
    Q_OBJECT

public:
    explicit SecretField(const QString &label, QWidget *parent = nullptr);

    [[nodiscard]] Secret secret() const;
    /// Forgets what was typed, the field's undo history too, and hides it again.
    void clear();
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    void accepted(); ///< Enter.

private:
    void show(bool plain);

    QLineEdit *m_edit;
    QPushButton *m_eye;
};

} // namespace rowlift::ui
