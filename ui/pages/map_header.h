#pragma once

#include <QWidget>

namespace rowlift::ui {

/// The captions above the map table. Not there where rows take two lines.
class MapHeader : public QWidget {
    Q_OBJECT

public:
    explicit MapHeader(QWidget *parent);

    [[nodiscard]] int heightAt(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rowlift::ui
