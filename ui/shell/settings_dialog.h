#pragma once

#include "app/base/settings.h"

#include <QDialog>

class QCheckBox;
class QSpinBox;

namespace rowlift::ui {

/// Asks for the settings; nothing changes before OK.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(const Settings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const rowlift::Settings &settings);

private:
    QCheckBox *addCheck(const QString &name, const QString &text, bool checked);
    void choose();

    QCheckBox *m_keepAwake;
    QCheckBox *m_tellAtEnd;
    QCheckBox *m_brakes;
    QSpinBox *m_share;
};

} // namespace rowlift::ui
