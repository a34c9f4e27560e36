#pragma once

#include "app/csv/find_cells.h"
#include "ui/desk/file_desk.h"

#include <optional>

namespace rowlift::ui {

/// Finds cells of the whole file in the background. Starting anew stops the search before.
class CellFinder : public QObject {
    Q_OBJECT

public:
    explicit CellFinder(QObject *parent = nullptr);

    /// Looks for \a options' text in all rows of \a file, or in the picked ones if only these are shown.
    void start(const FileDesk::Snapshot &file, const QString &text, FindOptions options);
    void stop();
    [[nodiscard]] bool running() const { return m_finding.running(); }
    /// How much of the file was searched, 0 to 1.
    [[nodiscard]] double share() const { return m_share; }
    /// Cells found, exact when the search has ended.
    [[nodiscard]] qint64 cells() const { return m_cells; }
    /// Why the last search could not be ended, if it could not.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void found(const std::vector<rowlift::CellHit> &hits); ///< More of them, in file order.
    void changed(); ///< share(), cells() or running() are new.

private:
    Work<FoundCells> m_finding;
    double m_share = 0;
    qint64 m_cells = 0;
    std::optional<Error> m_error;
};

} // namespace rowlift::ui
