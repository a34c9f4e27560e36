#pragma once

#include "ui/pages/row_panel.h"

#include <optional>

class QPushButton;

namespace rowlift::ui {

class CleanerLine;

/// "Clean up…": the cleaners of a field in their order, each with what it makes of the sample.
class CleanerPanel : public RowPanel {
    Q_OBJECT

public:
    CleanerPanel(MapDesk &desk, const QString &field, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;
    /// Brings one of them into focus.
    void focusCleaner(int index);

private:
    void refresh() override;
    void buildAdd();
    void rebuild(const std::vector<Cleaner> &cleaners);
    void add(CleanerKind kind);
    void edit(int index, const Cleaner &cleaner);
    void move(int index, int by);
    void remove(int index);
    [[nodiscard]] std::vector<Cleaner> cleaners() const;
    void take(std::vector<Cleaner> all, bool typing = false);
    [[nodiscard]] bool sameKinds(const std::vector<Cleaner> &cleaners) const;

    QPushButton *m_add;
    Words *m_none;
    Words *m_whole;
    QVBoxLayout *m_list;
    std::vector<CleanerLine *> m_cleanerLines;
    std::optional<Cleaner> m_waiting; ///< Not the field's yet: its value is missing.
    std::ptrdiff_t m_waitsAt = 0; ///< Among the others.
};

} // namespace rowlift::ui
