#include "ui/desk/choice_words.h"
#include "ui/pages/import_page.h"
#include "ui/pages/run_where.h"
#include "ui/widgets/destination_strip.h"

// What the page Import says of itself, in its heading and below it.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// Nothing more would be sent: it is looked at, or through with all.
bool isOver(const RunDesk::Snapshot &failed)
{
    const RunSnapshot &run = failed.run;
    const bool allSent = run.rows > 0 && run.tally.of(Outcome::NotSent) + run.tally.of(Outcome::Waiting) == 0;
    return failed.errand == RunErrand::Show || run.state == RunState::Finished
        || run.state == RunState::Stopped || allSent;
}

} // namespace

QString ImportPage::accountWords() const
{
    const auto &snapshot = m_desk.snapshot();
    const auto &place = m_desk.check().place().snapshot();
    const Account *account = snapshot.about ? &snapshot.about->plan.account : &place.account;
    if (account->name.isEmpty())
        return {};
    const bool signedIn
        = place.account.id == account->id && place.account.name == account->name && place.connected;
    const Environment environment = signedIn ? place.facts.environment : account->environment;
    //: %1 account, %2 "Production", "Sandbox" or "Practice"
    return tr("%1 — %2").arg(account->name,
                             DestinationStrip::kindWord(static_cast<DestinationStrip::Kind>(environment)));
}

QString ImportPage::headingOfSending() const
{
    const auto &snapshot = m_desk.snapshot();
    const RunSnapshot &run = snapshot.run;
    if (run.state == RunState::Stopping)
        return tr("Stopping…");
    if (m_desk.stopsAfterParts())
        return tr("Stopping after the current part…");
    if (run.brake.part > 0)
        return tr("Paused: the first rows went badly");
    if (m_desk.paused())
        return tr("Paused");
    if (snapshot.stage == RunDesk::Stage::Running && run.tally.of(Outcome::NotSent) == 0
        && run.tally.of(Outcome::Waiting) == 0)
        return tr("Finishing…");
    const QString account = accountWords();
    if (m_desk.operation() == Operation::Delete)
        //: %1 "Acme — Production"
        return account.isEmpty() ? tr("Deleting…") : tr("Deleting in %1").arg(account);
    //: %1 "Acme — Production"
    return account.isEmpty() ? tr("Importing…") : tr("Importing into %1").arg(account);
}

QString ImportPage::heading() const
{
    const auto &snapshot = m_desk.snapshot();
    if (snapshot.stage == RunDesk::Stage::Failed) {
        return snapshot.results.folder.isEmpty() ? tr("The import could not begin")
            : isOver(snapshot)                   ? tr("The record of this import cannot be shown")
                                                 : tr("This import cannot go on now");
    }
    if (snapshot.stage == RunDesk::Stage::Held) {
        return snapshot.error.kind == Error::Kind::SignIn ? tr("Sign in again, and the import goes on")
            : snapshot.error.kind == Error::Kind::Quota   ? tr("Enough for today")
                                                          : tr("The import waits for you");
    }
    switch (snapshot.errand) {
    case RunErrand::Show:
        return tr("Opening this import…");
    case RunErrand::Ask:
        //: %1 "Salesforce"
        return tr("Asking %1 what has arrived…").arg(m_desk.serviceName());
    case RunErrand::Watch:
        return tr("Running in another window");
    case RunErrand::Send:
        break;
    }
    return headingOfSending();
}

QString ImportPage::subline() const
{
    const auto &snapshot = m_desk.snapshot();
    if (snapshot.errand == RunErrand::Ask && m_desk.running())
        return tr("Nothing is sent. Then you decide whether it goes on.");
    if (snapshot.errand == RunErrand::Watch)
        return accountWords();
    if (!m_desk.running())
        return {};
    QStringList sentences;
    if (snapshot.about)
        sentences << snapshot.about->schema.object.labelPlural;
    sentences << runWhereTo(m_desk);
    sentences.removeAll(QString());
    sentences << tr("You can go on working. Every row is on record: nothing is lost if this window closes.");
    return sentences.join(u"  ·  "_s);
}

QString ImportPage::why() const
{
    return tr("Your rows go out in parts. What the numbers say is on record on this computer before you see "
              "it, and they always add up "
              "to the rows of your file. Pause starts no new parts. Stop asks the service to drop what it "
              "has not done.");
}

} // namespace rowlift::ui
