#pragma once

#include <QFrame>

class QPushButton;

namespace rowlift::ui {

class Words;

/// Where a spreadsheet file is dropped, with buttons that do the same by keyboard.
class DropZone : public QFrame {
    Q_OBJECT

public:
    explicit DropZone(QWidget *parent = nullptr);

    /// The sample stands beside the file button while nothing was imported yet, and small below it
    /// afterwards.
    void offerSample(bool prominently);
    [[nodiscard]] QPushButton *chooseButton() const { return m_choose; }

Q_SIGNALS:
    void chooseWanted();
    void sampleWanted();
    void pasteWanted();
    void dropped(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setHovered(const QStringList &files);

    QWidget *m_icon;
    Words *m_sentence;
    Words *m_hint;
    QPushButton *m_choose;
    QPushButton *m_paste;
    QPushButton *m_sample;
    bool m_hovered = false; ///< Files are being dragged over.
};

} // namespace rowlift::ui
