#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rowlift::ui {

/// The inline question for a profile's name. Enter saves, Escape closes it.
class SaveMapping : public QWidget {
    Q_OBJECT

public:
    explicit SaveMapping(QWidget *parent);

    void open(const QString &name);

Q_SIGNALS:
    void saveWanted(const QString &name);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void save();
    void close();

    QLineEdit *m_name;
    QPushButton *m_save;
};

} // namespace rowlift::ui
