#pragma once

#include "ui/desk/map_desk.h"

#include <QWidget>

namespace rowlift::ui {

class Words;

/// What the file becomes on its way, where a service takes parts in a queue of its own, and what other
/// imports of this computer have in it. Nobody sees what others have there, so there is never a total.
class WhereLoad : public QWidget {
    Q_OBJECT

public:
    WhereLoad(const PlaceDesk &desk, const FileDesk &file, const MapDesk &map, QWidget *parent);

    void refresh();

private:
    [[nodiscard]] double shareThatIsSent() const;
    [[nodiscard]] QString partsWords() const;
    [[nodiscard]] QString partsOfFile() const;
    [[nodiscard]] QString partsOfRecords(const JobKind &kind) const;
    [[nodiscard]] QString queueWords() const;

    const PlaceDesk &m_desk;
    const FileDesk &m_file;
    const MapDesk &m_map;
    Words *m_parts;
    Words *m_queue;
};

} // namespace rowlift::ui
