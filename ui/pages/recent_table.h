#pragma once

#include "ui/desk/start_desk.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace rowlift::ui {

/// Imports of the past, newest first.
class RecentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { WhenColumn, FileColumn, WhereColumn, ResultColumn, ColumnCount };
    enum Role { FolderRole = Qt::UserRole, MissingRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const StartSnapshot &snapshot, const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isMissing(const RunSummary &run) const;
    [[nodiscard]] QString text(const RunSummary &run, int column) const;
    [[nodiscard]] static QString result(const RunSummary &run);
    [[nodiscard]] QString place(const RunSummary &run) const;

    std::vector<RunSummary> m_runs;
    QSet<QString> m_missing;
    QHash<QString, QString> m_objects; ///< StartSnapshot::objects
    QDateTime m_now;
};

/// Start's table of imports: as high as its rows. Enter or a double click opens one.
class RecentTable : public QTableView {
    Q_OBJECT

public:
    explicit RecentTable(QWidget *parent = nullptr);

    void setRuns(const StartSnapshot &snapshot, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return { 0, sizeHint().height() }; }

Q_SIGNALS:
    void opened(const QString &folder);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    RecentModel *m_model;
};

} // namespace rowlift::ui
