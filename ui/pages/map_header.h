#pragma once

#include <QWidget>

namespace rowlift::ui {

/// The captions above the map table. Not there where rows take two lines.
class MapHeader : public QWidget {
    Q_OBJECT

public:
    explicit MapHeader(QWidget *parent);

    /// Rows say of what type a property is, and not why it was proposed.
    void setTypes(bool types);
    [[nodiscard]] int heightAt(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_types = false;
};

} // namespace rowlift::ui
