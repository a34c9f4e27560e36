#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

namespace rowlift::ui {

/// The line under the menu that says where the rows go. Hidden until a destination is chosen.
class DestinationStrip : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Production, Sandbox, Practice };

    explicit DestinationStrip(QWidget *parent = nullptr);

    /// \a user may be empty. Practice says that nothing leaves this computer, whatever the account.
    void setDestination(Kind kind, const QString &account, const QString &user = {});
    void clear();

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The whole sentence: "Production — Acme, anna@acme.com". Also the accessible name.
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] static QString kindWord(Kind kind);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Practice;
    QString m_rest;
};

} // namespace rowlift::ui
