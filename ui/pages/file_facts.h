#pragma once

#include "ui/pages/file_words.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace rowlift::ui {

class Words;

/// The things to know about a file, three at first, each with the way to its row.
class FileFacts : public QWidget {
    Q_OBJECT

public:
    explicit FileFacts(QWidget *parent = nullptr);

    /// Nothing happens when nothing is new. Hidden without facts.
    void setFacts(const std::vector<FileFact> &facts);

Q_SIGNALS:
    void rowWanted(qint64 record, int column);

private:
    struct Line {
        QWidget *mark = nullptr;
        Words *text = nullptr;
        QPushButton *see = nullptr;
    };
    static constexpr std::size_t shownAtFirst = 3;

    void addLine();
    void refresh();

    std::vector<FileFact> m_facts;
    std::vector<Line> m_lines;
    bool m_all = false;
    Words *m_title;
    QPushButton *m_more;
    QGridLayout *m_grid;
};

} // namespace rowlift::ui
