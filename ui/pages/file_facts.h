#pragma once

#include "ui/pages/file_words.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace rowlift::ui {

class Words;

/// The things to know about a file, three at first, each with the way to its rows and with what can be said
/// to it.
class FileFacts : public QWidget {
    Q_OBJECT

public:
    explicit FileFacts(QWidget *parent = nullptr);

    /// Nothing happens when nothing is new. Hidden without any.
    void setFindings(const std::vector<Finding> &findings);
    [[nodiscard]] QString title() const; ///< "3 things to know about this file"

Q_SIGNALS:
    void rowsWanted(const rowlift::ui::Finding &finding);
    void settled(const QString &id, bool settled); ///< It is no problem; or it is one after all.
    void failedRowsWanted(const rowlift::ui::Finding &finding); ///< Of an earlier result: only these.
    void plainFileWanted(); ///< Of an earlier result: all rows, as of any file.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line {
        QWidget *mark = nullptr;
        Words *text = nullptr;
        QWidget *answers = nullptr;
        QPushButton *see = nullptr;
        QPushButton *settle = nullptr;
        QPushButton *failed = nullptr;
        QPushButton *plain = nullptr;
    };
    static constexpr std::size_t shownAtFirst = 3;

    void addLine();
    QPushButton *addAnswer(Line &line, const QString &id);
    void placeLine(std::size_t at);
    void connectLine(const Line &line, std::size_t at);
    void showLine(const Line &line, const Finding &finding);
    [[nodiscard]] std::size_t shown() const;
    void refresh();

    std::vector<Finding> m_findings;
    std::vector<Line> m_lines;
    bool m_all = false;
    bool m_beside = true;
    Words *m_title;
    QPushButton *m_more;
    QGridLayout *m_grid;
};

} // namespace rowlift::ui
