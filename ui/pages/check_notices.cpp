#include "ui/pages/check_notices.h"

#include "ui/pages/check_names.h"
#include "ui/pages/file_notices.h"
#include "ui/pages/file_words.h"
#include "ui/pages/run_words.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

QList<Notice> CheckNotices::of(const CheckDesk &desk)
{
    QList<Notice> notices;
    for (const Notice &notice :
         { ofRows(desk), ofLookUp(desk), ofLeftOut(desk), ofNames(desk), ofNeeds(desk) }) {
        if (!notice.text.isEmpty())
            notices << notice;
    }
    return notices;
}

qint64 CheckNotices::rowsWithHeadsUp(const CheckDesk::Snapshot &check)
{
    std::vector<const std::vector<qint64> *> groups;
    for (const ProblemGroup &group : check.result.groups) {
        if (group.severity == Severity::HeadsUp)
            groups.push_back(&group.records);
    }
    if (groups.size() < 2)
        return groups.empty() ? 0 : static_cast<qint64>(groups.front()->size());
    std::vector<bool> marked(static_cast<std::size_t>(check.result.rows));
    qint64 rows = 0;
    for (const auto *records : groups) {
        for (const qint64 record : *records) {
            auto mark = marked[static_cast<std::size_t>(record)];
            rows += mark ? 0 : 1;
            mark = true;
        }
    }
    return rows;
}

QString CheckNotices::allAlike(const CheckDesk &desk)
{
    const CheckResult &result = desk.snapshot().result;
    const auto whole = [&result](const ProblemGroup &group) {
        return group.severity == Severity::Problem && group.rule != Rule::NotFound
            && group.rule != Rule::PartnerProblem && static_cast<qint64>(group.records.size()) == result.rows;
    };
    const auto found = std::ranges::find_if(result.groups, whole);
    if (result.rows < 2 || found == result.groups.end())
        return {};
    //: %1 "Birthdate cannot be read as a date"
    return tr("All %Ln row(s) have the same problem: %1.", nullptr, plural(result.rows))
        .arg(groupText(*found));
}

Notice CheckNotices::ofRows(const CheckDesk &desk)
{
    const auto &check = desk.snapshot();
    const auto &file = desk.file().snapshot();
    const bool deletes = desk.place().snapshot().operation == Operation::Delete;
    Notice notice {
        .id = u"check"_s, .kind = Notice::Kind::Problem, .text = {}, .buttons = {}, .dismissible = false
    };
    if (file.state == FileDesk::State::Unreadable) {
        notice.text = noticesOf(file).constFirst().text;
        notice.buttons << Notice::Button { u"again"_s, tr("Read again") };
    } else if (check.state == CheckDesk::State::Failed) {
        notice.text = check.error.sentence;
        notice.buttons << Notice::Button { u"again"_s, tr("Read again") };
    } else if (file.changedOnDisk) {
        notice.text = tr("The file changed on disk. What was checked is not what would be sent.");
        notice.buttons << Notice::Button { u"again"_s, tr("Read again") };
    } else if (check.state == CheckDesk::State::Checked && !check.result.missingFields.isEmpty()) {
        //: %1 names of fields
        notice.text = tr("No column goes to %1, so nothing can be sent.")
                          .arg(check.result.missingFields.join(tr(", ")));
        notice.buttons << Notice::Button { u"map"_s, tr("Map it") };
    } else if (check.state == CheckDesk::State::Checked && !check.result.clashes.isEmpty()) {
        notice.text = check.result.clashes.join(u' ');
        notice.buttons << Notice::Button { u"map"_s, tr("Map it otherwise") };
    } else if (check.state == CheckDesk::State::Checked) {
        notice.text = allAlike(desk);
        notice.buttons << (deletes ? Notice::Button { u"where"_s, tr("Choose another column") }
                                   : Notice::Button { u"map"_s, tr("Look at its column") });
    }
    return notice;
}

/// A look-up that did not come to an end.
Notice CheckNotices::ofLookUp(const CheckDesk &desk)
{
    const auto &lookUp = desk.snapshot().lookUp;
    Notice notice {
        .id = u"lookUp"_s, .kind = Notice::Kind::Problem, .text = {}, .buttons = {}, .dismissible = false
    };
    if (lookUp.state == CheckDesk::LookUp::State::Failed) {
        notice.text = lookUp.error.sentence + u' ' + tr("Nothing was changed.");
        if (lookUp.ofNames) { // it was an offer
            notice.kind = Notice::Kind::HeadsUp;
            notice.dismissible = true;
        }
        notice.buttons << Notice::Button { u"lookUp"_s, tr("Try again") };
    } else if (lookUp.state == CheckDesk::LookUp::State::Stopped) {
        notice.kind = Notice::Kind::HeadsUp;
        notice.text = tr("The look-up was stopped; nothing was changed. Without it nothing can be sent.");
        notice.buttons << Notice::Button { u"lookUp"_s, tr("Look up") };
    }
    return notice;
}

/// Rows without a record of their own.
Notice CheckNotices::ofLeftOut(const CheckDesk &desk)
{
    const auto &check = desk.snapshot();
    Notice notice {
        .id = u"found"_s, .kind = Notice::Kind::HeadsUp, .text = {}, .buttons = {}, .dismissible = true
    };
    if (check.lookUp.state != CheckDesk::LookUp::State::Done || check.state != CheckDesk::State::Checked
        || check.lookUp.ofNames)
        return notice;
    const QString service = desk.place().service() ? desk.place().service()->name() : QString();
    const LookUpSum &sum = check.lookUp.sum;
    const bool takesLast = desk.place().snapshot().ways.several == SeveralFound::ChangedLast;
    QStringList sentences;
    if (sum.none > 0)
        sentences << tr("%Ln row(s) find no record in %1: left out.", nullptr, plural(sum.none)).arg(service);
    if (sum.several > 0)
        sentences << (takesLast
                          ? tr("%Ln row(s) find several records: the one changed last is updated.", nullptr,
                               plural(sum.several))
                          : tr("%Ln row(s) find several records: left out.", nullptr, plural(sum.several)));
    notice.text = sentences.join(u' ');
    if (sum.none > 0 || !takesLast)
        notice.buttons << Notice::Button { u"save"_s, tr("Save the list…") };
    if (sum.several > 0)
        notice.buttons << (takesLast ? Notice::Button { u"leaveOut"_s, tr("Leave them out") }
                                     : Notice::Button { u"last"_s, tr("Update the one changed last") });
    return notice;
}

/// "2 rows", or what records they form: "1 record (2 rows)".
QString CheckNotices::unfoundWords(const CheckDesk::Snapshot &check)
{
    const qint64 rows = check.lookUp.sum.none;
    const ProblemGroup *unfound = check.group(Rule::NotFound);
    if (check.result.grouped.empty() || !unfound)
        return tr("%Ln row(s)", nullptr, plural(rows));
    qint64 further = 0; // rows of a record that another one has told of
    qint64 leader = -1;
    for (const RowOfRecord &row : check.result.grouped) {
        if (!std::ranges::binary_search(unfound->records, row.record))
            continue;
        further += row.leader == leader ? 1 : 0;
        leader = row.leader;
    }
    return recordsAndRows(rows - further, rows);
}

/// Records that rows belong to, and that are not there.
Notice CheckNotices::ofNames(const CheckDesk &desk)
{
    const auto &check = desk.snapshot();
    Notice notice {
        .id = u"names"_s, .kind = Notice::Kind::HeadsUp, .text = {}, .buttons = {}, .dismissible = true
    };
    const Field *field = desk.nameField();
    if (check.lookUp.state != CheckDesk::LookUp::State::Done || check.state != CheckDesk::State::Checked
        || !check.lookUp.ofNames || !field)
        return notice;
    const QString service = desk.place().service() ? desk.place().service()->name() : QString();
    const QString kind = CheckNames::kindOf(desk);
    const LookUpSum &sum = check.lookUp.sum;
    if (sum.none == 0) {
        notice.kind = Notice::Kind::Success;
        //: %1 "Contacts", %2 "Dotdigital"
        notice.text = tr("%1: all that the rows belong to are in %2.").arg(kind, service);
        return notice;
    }
    notice.text = check.sendsUnfound
        //: %1 "Contacts", %2 "Dotdigital", %3 "2 rows"
        ? tr("%1 that are not in %2: %3 belong to them and are sent all the same. %2 will refuse them.")
              .arg(kind, service, unfoundWords(check))
        //: %1 "Contacts", %2 "Dotdigital", %3 "2 rows"
        : tr("%1 that are not in %2: %3 belong to them and are left out.")
              .arg(kind, service, unfoundWords(check));
    notice.buttons << Notice::Button { u"save"_s, tr("Save the list…") };
    notice.buttons << (check.sendsUnfound
                           ? Notice::Button { u"leaveUnfound"_s, tr("Leave them out") }
                           : Notice::Button { u"sendUnfound"_s, tr("Send them all the same") });
    if (field->type == FieldType::Email) // what else names a record is given by the service
        notice.buttons << Notice::Button { u"import"_s, tr("Add them first…") };
    return notice;
}

/// Said before anything is sent; sending stays the person's decision.
Notice CheckNotices::ofNeeds(const CheckDesk &desk)
{
    const auto &check = desk.snapshot();
    Notice notice {
        .id = u"needs"_s, .kind = Notice::Kind::HeadsUp, .text = {}, .buttons = {}, .dismissible = true
    };
    const Need *lack
        = check.state == CheckDesk::State::Checked && !check.lookUp.isOpen() ? check.unmet() : nullptr;
    if (!lack)
        return notice;
    const QLocale locale;
    //: %1 what is used up ("Calls"), %2 and %3 numbers
    notice.text
        = tr("%1: this takes about %2; %3 are left. What cannot be sent now waits, and can be continued "
             "when there are more.")
              .arg(lack->label, locale.toString(lack->needed), locale.toString(lack->left));
    if (desk.place().kinds().size() > 1)
        notice.buttons << Notice::Button { u"where"_s, tr("Send it in another way") };
    return notice;
}

} // namespace rowlift::ui
