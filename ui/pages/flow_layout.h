#pragma once

#include <QLayout>
#include <QList>

namespace rowlift::ui {

/// Puts things beside each other like words, and on the next line what has no room: sentences of controls,
/// tiles. Mirrors with the layout direction; things on one line stand on their common middle.
class FlowLayout : public QLayout {
public:
    FlowLayout(int across, int down, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    int arrange(const QRect &rect, bool move) const;
    void placeLine(const QList<QLayoutItem *> &line, const QRect &room, int top, int height) const;

    QList<QLayoutItem *> m_items;
    int m_across;
    int m_down;
};

} // namespace rowlift::ui
