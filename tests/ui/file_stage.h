#pragma once

#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/grid/grid.h"
#include "ui/pages/file_page.h"
#include "ui/pages/sentence_combo.h"

#include <QLabel>

namespace rowlift::testing {

/// The page File over a desk of its own.
struct FileStage {
    explicit FileStage(ui::FileDesk::Taker taker = {})
        : file(bench.bench, nullptr, std::move(taker))
    {
    }

    void open(const QString &path)
    {
        window.enter();
        file.open(path);
        untilRead();
    }
    /// Until all values are known, or the file turns out to be none.
    void untilRead()
    {
        QTRY_VERIFY(file.snapshot().surveyed || file.snapshot().state == ui::FileDesk::State::Unreadable);
    }
    void openText(const QByteArray &text) { open(bench.write(QStringLiteral("file.csv"), text)); }
    void openSample() { open(bench.bench.sampleFile); }

    ui::Grid *grid() const { return window.find<ui::Grid>(QStringLiteral("file.grid")); }
    const ui::GridSource *rows() const { return grid()->source(); }
    ui::SentenceCombo *combo(const QString &id) const { return window.find<ui::SentenceCombo>(id); }
    /// Chooses from a list as a person would, by the beginning of its entry.
    void choose(const QString &id, const QString &entry) const
    {
        ui::SentenceCombo *list = combo(id);
        const int index = list->findText(entry, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(entry));
        list->setCurrentIndex(index);
        Q_EMIT list->activated(index);
    }
    QString text(const QString &id) const { return window.find<QLabel>(id)->text(); }
    QString about() const { return text(QStringLiteral("file.about")); }
    bool shows(const QString &id) const
    {
        const auto *widget = window.find<QWidget>(id);
        return widget != nullptr && widget->isVisible();
    }
    /// The title of the facts and what stands below it.
    QStringList facts() const
    {
        QStringList texts;
        const auto *bar = window.find<QWidget>(QStringLiteral("file.facts"));
        for (const QLabel *label : bar->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    const Dialect &dialect() const { return file.snapshot().look.guess.dialect; }

    UiBench bench;
    ui::FileDesk file;
    ui::StartDesk start { bench.bench };
    ui::FilePage page { file, start };
    PageWindow window { page };
};

} // namespace rowlift::testing
