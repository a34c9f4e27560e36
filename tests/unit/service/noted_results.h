#pragma once

#include "app/service/part_loader.h"

#include <QStringList>

namespace rowlift::test {

using namespace Qt::StringLiterals;

/// Keeps what a submit notes: "about", "did 3404".
class NotedSteps : public StepLog {
public:
    Done about(Step) override
    {
        notes << u"about"_s;
        return {};
    }
    Done did(Step, const QString &ticket) override
    {
        notes << u"did %1"_s.arg(ticket).trimmed();
        return {};
    }

    QStringList notes;
};

/// Keeps what a collect tells, a line each.
class NotedResults : public ResultSink {
public:
    Done columns(const QStringList &fields) override
    {
        lines << u"columns "_s + fields.join(u',');
        return {};
    }
    Done row(Outcome outcome, const Reason &reason, const QString &,
             std::span<const std::string_view> cells) override
    {
        QStringList texts;
        for (const std::string_view cell : cells)
            texts << QString::fromUtf8(cell.data(), qsizetype(cell.size()));
        lines << u"%1 [%2] %3|%4|%5"_s.arg(wordOf(outcome), texts.join(u'|'), reason.code, reason.field,
                                           reason.text);
        return {};
    }
    Done others(Outcome outcome, const Reason &reason) override
    {
        lines << u"others %1 %2"_s.arg(wordOf(outcome), reason.text).trimmed();
        return {};
    }
    Done totals(const PartTotals &counted) override
    {
        const auto text
            = [](const std::optional<qint64> &count) { return count ? QString::number(*count) : u"?"_s; };
        lines << u"totals %1 %2 %3"_s.arg(text(counted.in), text(counted.failed), text(counted.warned));
        return {};
    }

    QStringList lines;

private:
    static QString wordOf(Outcome outcome)
    {
        switch (outcome) {
        case Outcome::In:
            return u"in"_s;
        case Outcome::Added:
            return u"added"_s;
        case Outcome::Updated:
            return u"updated"_s;
        case Outcome::Failed:
            return u"failed"_s;
        case Outcome::NotProcessed:
            return u"not processed"_s;
        case Outcome::Unknown:
            return u"unknown"_s;
        default:
            return u"?"_s;
        }
    }
};

} // namespace rowlift::test
