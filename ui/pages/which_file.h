#pragma once

#include <QDialog>

class QListWidget;

namespace rowlift::ui {

/// "One at a time. Which first?": asks for one of several files that came together.
class WhichFile : public QDialog {
    Q_OBJECT

public:
    WhichFile(const QStringList &paths, QWidget *parent);

Q_SIGNALS:
    void fileChosen(const QString &path);

private:
    void choose();

    QStringList m_paths;
    QListWidget *m_list;
};

} // namespace rowlift::ui
