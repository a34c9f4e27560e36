#pragma once

#include "app/mapping/record_builder.h"
#include "ui/desk/check_desk.h"
#include "ui/grid/grid_source.h"

#include <QCache>

#include <optional>

namespace rowlift::ui {

/// The file's rows for the grid of Check: all below the header, or those of one group, with what the rules
/// say of each. As in the file: its columns. As sent: the fields in the order in which they are sent, fixed
/// values included, made by the builder of the run. Rules are asked for visible rows only.
class CheckRows : public GridSource {
    Q_OBJECT

public:
    enum class View { AsInFile, AsSent };

    explicit CheckRows(CheckDesk &desk, QObject *parent = nullptr);

    /// Index into CheckResult::groups; -1: all rows.
    void showGroup(int group);
    [[nodiscard]] int group() const { return m_group; }
    void setView(View view);
    /// Where what stands in \a column stands in the other view; -1: nowhere.
    [[nodiscard]] int inOtherView(int column) const;
    [[nodiscard]] View view() const { return m_view; }

    [[nodiscard]] qint64 rowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] GridColumn column(int column) const override;
    [[nodiscard]] const GridRow *row(qint64 visualIndex) const override;
    void want(qint64 first, qint64 count) override;
    [[nodiscard]] qint64 largestNumber() const override;

    /// The place of \a record, or of the first one after it.
    [[nodiscard]] qint64 placeOf(qint64 record) const;
    /// The next place (direction 1 or -1) with a problem, or with a heads-up where the file has no problems;
    /// around the end; -1: there is none.
    [[nodiscard]] qint64 nextMarked(qint64 from, int direction) const;
    /// The column at fault in that row; -1: none by itself.
    [[nodiscard]] int columnAtFault(qint64 visualIndex) const;

private:
    void follow();
    void startAnew();
    [[nodiscard]] const std::vector<qint64> *filter() const;
    [[nodiscard]] qint64 recordAt(qint64 visualIndex) const;
    [[nodiscard]] qint64 firstRecord() const;
    [[nodiscard]] GridRow made(const TextRow &text) const;
    [[nodiscard]] std::vector<CellNote> notesOf(const TextRow &text) const;
    [[nodiscard]] RecordBuilder &builder() const;
    [[nodiscard]] GridColumn fileColumn(int column) const;
    [[nodiscard]] GridColumn sentColumn(int index) const;
    [[nodiscard]] GridRow sentRow(const QStringList &cells) const;
    /// The column of this view in which \a note, or what a group says, is to be seen; -1: none.
    [[nodiscard]] int placeOfFault(int column, const QString &field) const;

    CheckDesk &m_desk;
    View m_view = View::AsInFile;
    int m_group = -1;
    CheckDesk::State m_state = CheckDesk::State::NotYet;
    qint64 m_rows = 0;
    Draft m_draft;
    std::vector<qint64> m_marked; ///< Records that F8 walks, ascending.
    mutable std::optional<RecordBuilder> m_builder;
    mutable QCache<qint64, GridRow> m_made; ///< By record.
    qint64 m_wantedFirst = 0;
    qint64 m_wantedCount = 0;
};

} // namespace rowlift::ui
