#include "ui/pages/check_names.h"
#include "ui/pages/check_notices.h"
#include "ui/pages/check_page.h"
#include "ui/pages/file_words.h"
#include "ui/pages/typed_count.h"

#include <QLocale>

namespace rowlift::ui {

QString CheckPage::heading() const
{
    const auto &check = m_desk.snapshot();
    switch (check.state) {
    case CheckDesk::State::NotYet:
        return tr("Check your rows");
    case CheckDesk::State::Checking:
        return tr("Checking your rows…");
    case CheckDesk::State::Failed:
        return tr("Your rows could not be checked");
    case CheckDesk::State::Checked:
        break;
    }
    if (check.lookUp.ofNames && check.lookUp.isUnderWay())
        //: %1 "Contacts"
        return tr("Looking up what your rows belong to: %1…").arg(CheckNames::kindOf(m_desk));
    if (check.lookUp.state == CheckDesk::LookUp::State::Running)
        return tr("Looking up which records your rows are for…");
    if (check.lookUp.isOpen())
        return tr("It is not known yet which records your rows are for");
    if (!m_desk.complete())
        return deletes() ? tr("None of the records can be deleted yet")
                         : tr("None of the rows can be imported yet");
    if (deletes())
        return check.leftOut() > 0
            ? tr("%Ln row(s) need a look before you delete", nullptr, plural(check.leftOut()))
            : tr("%Ln record(s) would be deleted", nullptr, plural(check.recordsDeleted()));
    if (check.leftOut() > 0)
        return tr("%Ln row(s) need a look before you import", nullptr, static_cast<int>(check.leftOut()));
    if (groups()) {
        const qint64 rows = CheckNotices::rowsWithHeadsUp(check);
        //: %1 "41,210 records from 100,000 rows"
        return rows > 0 ? tr("%1 ready, %Ln row(s) with a heads-up", nullptr, plural(rows)).arg(readyWords())
            : check.earlier ? tr("%1 ready").arg(readyWords())
                            : tr("Everything looks fine — %1 ready").arg(readyWords());
    }
    if (const qint64 rows = CheckNotices::rowsWithHeadsUp(check); rows > 0) {
        //: %1 a number of rows
        return tr("%Ln row(s) ready, %1 with a heads-up", nullptr, plural(check.ready()))
            .arg(QLocale().toString(rows));
    }
    if (check.earlier)
        return tr("%Ln row(s) ready", nullptr, plural(check.ready()));
    return tr("Everything looks fine — %Ln row(s) ready", nullptr, static_cast<int>(check.ready()));
}

QString CheckPage::subline() const
{
    const auto &check = m_desk.snapshot();
    if (check.state != CheckDesk::State::Checked || check.leftOut() == 0)
        return {};
    const QLocale locale;
    if (groups()) {
        //: %1 "41,210 records from 100,000 rows"
        return tr("%1 are ready · %Ln row(s) are left out unless they are mended in the file", nullptr,
                  plural(check.leftOut()))
            .arg(readyWords());
    }
    return tr("%1 of %2 rows are ready · %3 are left out unless they are mended in the file")
        .arg(locale.toString(check.ready()), locale.toString(check.result.rows),
             locale.toString(check.leftOut()));
}

QString CheckPage::why() const
{
    return tr("Every row is checked against the rules of the fields it goes to, before anything is sent. A "
              "problem is sure to "
              "be refused, so its row is left out. A heads-up may be refused or regretted: the row is sent. "
              "Nothing leaves "
              "this computer until you press Import.");
}

QString CheckPage::primaryText() const
{
    const auto &check = m_desk.snapshot();
    if (check.state != CheckDesk::State::Checked)
        return tr("Import");
    const auto rows = static_cast<int>(check.ready());
    if (deletes())
        return m_desk.place().snapshot().facts.environment == Environment::Production
            ? tr("Delete %Ln record(s) in Production", nullptr, plural(check.recordsDeleted()))
            : tr("Delete %Ln record(s)", nullptr, plural(check.recordsDeleted()));
    if (groups())
        //: %1 "41,210 records from 100,000 rows"
        return (m_desk.place().snapshot().facts.environment == Environment::Production
                    ? tr("Import %1 into Production")
                    : tr("Import %1"))
            .arg(readyWords());
    return m_desk.place().snapshot().facts.environment == Environment::Production
        ? tr("Import %Ln row(s) into Production", nullptr, rows)
        : tr("Import %Ln row(s)", nullptr, rows);
}

bool CheckPage::groups() const
{
    return m_desk.map().snapshot().target.groupsRows();
}

/// What is sent, counted both ways.
QString CheckPage::readyWords() const
{
    const auto &check = m_desk.snapshot();
    //: %1 "100,000 rows"
    return tr("%Ln record(s) from %1", nullptr, plural(check.result.records))
        .arg(tr("%Ln row(s)", nullptr, plural(check.ready())));
}

bool CheckPage::primaryEnabled() const
{
    return m_desk.complete() && !m_desk.file().snapshot().changedOnDisk && (!deletes() || m_count->fits());
}

bool CheckPage::deletes() const
{
    return m_desk.place().snapshot().operation == Operation::Delete;
}

bool CheckPage::primaryIsDanger() const
{
    return deletes();
}

QString CheckPage::lookUpWords() const
{
    const auto &check = m_desk.snapshot();
    const auto &place = m_desk.place().snapshot();
    const Field *key = check.lookUp.ofNames ? nullptr : place.schema.field(place.keyField);
    const Service *service = m_desk.place().service();
    const QLocale locale;
    const QString what = check.lookUp.ofNames ? CheckNames::kindOf(m_desk)
        : key                                 ? key->label
                                              : place.keyField;
    //: %1 a field, %2 the service, %3 and %4 numbers
    return tr("Looking up %1 in %2: %3 of %4 rows. Nothing is changed by that.")
        .arg(what, service ? service->name() : QString(), locale.toString(check.lookUp.rowsSoFar),
             locale.toString(check.result.rows));
}

QString CheckPage::progressWords() const
{
    const qint64 done = m_desk.snapshot().rowsSoFar;
    const auto &file = m_desk.file().snapshot();
    const QLocale locale;
    return file.counted ? tr("%1 of %2 rows").arg(locale.toString(done), locale.toString(file.rows()))
                        : tr("%Ln row(s)", nullptr, static_cast<int>(done));
}

QString CheckPage::primaryReason() const
{
    const auto &check = m_desk.snapshot();
    const auto &file = m_desk.file().snapshot();
    if (primaryEnabled())
        return {};
    switch (check.state) {
    case CheckDesk::State::NotYet:
        return tr("Finish the steps before this one to continue");
    case CheckDesk::State::Failed:
        return tr("Read the file again to continue");
    case CheckDesk::State::Checking:
        return file.counted && file.rows() > 0
            ? tr("Checking… %1 %").arg(QLocale().toString(100 * check.rowsSoFar / file.rows()))
            : tr("Checking… %1").arg(progressWords());
    case CheckDesk::State::Checked:
        break;
    }
    return file.changedOnDisk ? tr("The file changed: read it again to continue") : whyNotYet();
}

/// Checked, and yet nothing can be sent.
QString CheckPage::whyNotYet() const
{
    const auto &check = m_desk.snapshot();
    switch (check.lookUp.state) {
    case CheckDesk::LookUp::State::NotYet:
    case CheckDesk::LookUp::State::Running:
        return check.result.rows > 0
            ? tr("Looking up… %1 %").arg(QLocale().toString(100 * check.lookUp.rowsSoFar / check.result.rows))
            : tr("Looking up…");
    case CheckDesk::LookUp::State::Failed:
    case CheckDesk::LookUp::State::Stopped:
        return tr("Look the records up to continue");
    case CheckDesk::LookUp::State::NotNeeded:
    case CheckDesk::LookUp::State::Done:
        break;
    }
    return deletes() && m_desk.complete() ? tr("Type how many records are deleted to continue")
                                          : tr("No row can be sent yet");
}

} // namespace rowlift::ui
