#include "ui/pages/where_page.h"

#include "ui/pages/account_again.h"
#include "ui/pages/account_chooser.h"
#include "ui/pages/account_panel.h"
#include "ui/pages/account_words.h"
#include "ui/pages/action_choice.h"
#include "ui/pages/object_choice.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/where_load.h"
#include "ui/pages/where_more.h"
#include "ui/style/style.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QPointer>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestChars = 112; ///< Lines of text stay readable on wide windows.

} // namespace

WherePage::WherePage(PlaceDesk &desk, const FileDesk &file, MapDesk &map, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_file(file)
    , m_notices(new NoticeArea(this))
    , m_object(new ObjectChoice(desk, this))
    , m_action(new ActionChoice(desk, file, this))
    , m_load(new WhereLoad(desk, file, map, this))
    , m_more(new WhereMore(desk, map, this))
{
    auto *questions = new QWidget(this);
    questions->setMaximumWidth(widestChars * QFontMetrics(ui::font(Type::Body)).averageCharWidth());
    auto *lines = new QVBoxLayout(questions);
    lines->setContentsMargins(px(Space::S5), px(Space::S4), px(Space::S5), px(Space::S5));
    lines->setSpacing(px(Space::S6));
    lines->addWidget(m_notices);
    lines->addWidget(addQuestion(1, tr("Account"), makeAccount()));
    m_objectPart = addQuestion(2, tr("Records"), m_object);
    m_actionPart = addQuestion(3, tr("What to do"), m_action);
    lines->addWidget(m_objectPart);
    lines->addWidget(m_actionPart);
    lines->addWidget(m_load);
    lines->addWidget(m_more);
    lines->addStretch(1);
    // Only a row knows that a wrapping column is narrower than the page.
    auto *row = new QHBoxLayout;
    row->addWidget(questions, 1);
    row->addStretch();
    ScrollBody::fill(this)->lines()->addLayout(row);

    connect(&m_desk, &PlaceDesk::changed, this, &WherePage::refresh);
    connect(&m_file, &FileDesk::changed, this, &WherePage::refresh);
    connect(&m_desk.bench().accounts, &AccountDesk::changed, this, &WherePage::refresh);
    connect(m_notices, &NoticeArea::buttonPressed, this, &WherePage::answerNotice);
    connect(m_chooser, &AccountChooser::chosen, &m_desk, &PlaceDesk::chooseAccount);
    connect(m_chooser, &AccountChooser::addWanted, m_panel, &AccountPanel::add);
    connect(m_chooser, &AccountChooser::manageWanted, m_panel, &AccountPanel::manage);
    connect(m_again, &AccountAgain::tryWanted, this, [this](const Account &account) {
        if (m_desk.snapshot().account.id == account.id)
            m_desk.tryAgain();
    });
    connect(m_again, &AccountAgain::changeWanted, m_panel, &AccountPanel::change);
    connect(m_again, &AccountAgain::kept, this, &WherePage::tellKeeping);
    connect(m_again, &AccountAgain::announce, this, &WherePage::announce);
    connect(m_panel, &AccountPanel::saved, this, &WherePage::takeSaved);
    connect(m_panel, &AccountPanel::openChanged, this, &WherePage::panelMoved);
    connect(m_panel, &AccountPanel::announce, this, &WherePage::announce);
    connect(m_object, &ObjectChoice::chosen, &m_desk, &PlaceDesk::chooseObject);
    connect(m_action, &ActionChoice::operationChosen, this, [this](Operation operation) {
        m_desk.chooseOperation(operation);
        if (QWidget *detail = m_action->detail())
            ScrollBody::reveal(detail); // it may be below what is seen
    });
    connect(m_action, &ActionChoice::keyChosen, &m_desk, &PlaceDesk::chooseKey);
    connect(m_action, &ActionChoice::idColumnChosen, &m_desk, &PlaceDesk::chooseIdColumn);
    connect(&map, &MapDesk::changed, this, [this, &map] {
        m_desk.takeFields(map.snapshot().ready ? map.snapshot().mapping.fields() : QStringList());
    });
    connect(&map, &MapDesk::changed, m_more, &WhereMore::refresh);
    connect(&map, &MapDesk::changed, m_load, &WhereLoad::refresh);
    refresh();
}

QWidget *WherePage::addQuestion(int number, const QString &title, QWidget *answer)
{
    auto *part = new QWidget(this);
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S3));
    //: number of a question, its title
    lines->addWidget(new Words(tr("%1   %2").arg(number).arg(title), Type::Section, Color::Text, part));
    lines->addWidget(answer);
    return part;
}

QWidget *WherePage::makeAccount()
{
    auto *answer = new QWidget(this);
    auto *lines = new QVBoxLayout(answer);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S3));
    m_chooser = new AccountChooser(m_desk, answer);
    m_again = new AccountAgain(u"where.again"_s, m_desk.bench().accounts, m_desk.bench().services, answer);
    m_panel = new AccountPanel(m_desk.bench().accounts, m_desk.bench().services, answer);
    lines->addWidget(m_chooser);
    lines->addWidget(m_again);
    lines->addWidget(m_panel);
    return answer;
}

QString WherePage::heading() const
{
    return m_desk.snapshot().asksWhichAccount() ? tr("Which account?")
                                                : tr("Where should these rows go, and what should happen?");
}

QString WherePage::subline() const
{
    const auto &place = m_desk.snapshot();
    return place.asksWhichAccount()
        ? tr("The profile was made for “%1”, which is not on this computer.").arg(place.wish.account)
        : m_desk.sentence();
}

QString WherePage::why() const
{
    return tr("Rowlift asks the account which kinds of records and which fields it has, so that your columns "
              "can be mapped "
              "and checked before anything is sent. What should happen is your decision: nothing is chosen "
              "for you.");
}

QString WherePage::primaryText() const
{
    return m_desk.snapshot().operation == Operation::Delete ? tr("Next: Check") : tr("Next: Map columns");
}

bool WherePage::primaryEnabled() const
{
    return m_desk.snapshot().complete() && !m_panel->isOpen();
}

QString WherePage::primaryReason() const
{
    const auto &place = m_desk.snapshot();
    if (m_panel->isOpen())
        return m_panel->isEditing() ? tr("Save or cancel the account to continue")
                                    : tr("Close the accounts to continue");
    switch (place.stage) {
    case PlaceDesk::Stage::NoAccount:
        return tr("Choose an account to continue");
    case PlaceDesk::Stage::Connecting:
    case PlaceDesk::Stage::ReadingObjects:
        return tr("Connecting…");
    case PlaceDesk::Stage::ChooseObject:
        return tr("Choose the kind of record to continue");
    case PlaceDesk::Stage::ReadingFields:
        return tr("Reading the fields…");
    case PlaceDesk::Stage::Failed:
        return place.wantsSecret()  ? tr("Sign in to continue")
            : m_desk.cannotImport() ? tr("Choose another account to continue")
                                    : tr("Try again, or choose another account, to continue");
    case PlaceDesk::Stage::Ready:
        break;
    }
    if (place.complete())
        return {};
    if (!place.operation)
        return tr("Choose what should happen to continue");
    if (!place.lostChoice.isEmpty()) {
        //: %1 what is chosen: "Add to a list"
        return tr("Choose again to continue: %1").arg(place.lostChoice);
    }
    if (const Field *open = place.openQuestion()) {
        //: %1 what the column holds: "Contact", "Key"
        return tr("Choose the column of “%1” to continue").arg(open->label);
    }
    using Grouping = PlaceDesk::Grouping::State;
    if (place.grouping.state == Grouping::Reading)
        return tr("Looking whether keys repeat…");
    if (place.grouping.state == Grouping::Asked)
        return place.grouping.groups ? tr("Name the list to continue")
                                     : tr("Say whether rows with the same key are one record to continue");
    return place.operation == Operation::Delete ? tr("Choose the column with the record ids to continue")
                                                : tr("Choose how records are found to continue");
}

QWidget *WherePage::firstDecision() const
{
    if (m_panel->isOpen())
        return m_panel->firstField();
    switch (m_desk.snapshot().stage) {
    case PlaceDesk::Stage::NoAccount:
        return m_chooser->firstChoice();
    case PlaceDesk::Stage::Failed:
        return m_desk.snapshot().wantsSecret() ? m_again->firstField() : m_chooser->firstChoice();
    case PlaceDesk::Stage::ChooseObject:
        return m_object->firstChoice();
    case PlaceDesk::Stage::Ready:
        return m_action->openDecision();
    case PlaceDesk::Stage::Connecting:
    case PlaceDesk::Stage::ReadingObjects:
    case PlaceDesk::Stage::ReadingFields:
        break;
    }
    return nullptr;
}

void WherePage::entered()
{
    AccountDesk &accounts = m_desk.bench().accounts;
    accounts.refresh(); // another program may have added one
    // With one account there is nothing to decide.
    const std::vector<Account> own = accounts.own();
    const auto &place = m_desk.snapshot();
    if (place.stage == PlaceDesk::Stage::NoAccount && !place.asksWhichAccount() && own.size() == 1
        && canImportInto(own.front(), m_desk.bench().services))
        m_desk.chooseAccount(own.front().name);
    else if (place.stage == PlaceDesk::Stage::Ready)
        m_desk.lookUnderWay();
    refresh();
}

void WherePage::primary()
{
    m_notices->take(u"kept"_s); // it was read, and says nothing of the next file
    Q_EMIT stepWanted(m_desk.snapshot().operation == Operation::Delete ? Step::Check : Step::Map);
}

void WherePage::refresh()
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    const auto &place = m_desk.snapshot();
    if (m_shown != place.account.id) {
        m_shown = place.account.id;
        m_notices->take(u"kept"_s);
    }
    refreshNotices();
    m_chooser->refresh();
    if (place.wantsSecret())
        m_again->ask(place.account,
                     place.isSignedOut() ? tr("Please sign in again. Your work is kept.")
                                         : tr("Enter the secret again"),
                     place.error.sentence);
    const bool open = m_panel->isOpen();
    m_chooser->setVisible(!open);
    m_again->setVisible(!open && place.wantsSecret());
    m_objectPart->setVisible(!open && !place.objects.empty());
    m_actionPart->setVisible(!open && place.stage == PlaceDesk::Stage::Ready);
    m_object->refresh();
    m_action->refresh();
    m_load->refresh();
    m_more->refresh();
    if (open) {
        m_load->hide();
        m_more->hide();
    }
    followFocus(hadFocus && !(focus && focus->isVisible()));
    tell();
    Q_EMIT changed();
}

/// What had the focus may be gone with the question that it answered. It waits at the account then, for as
/// long as the person leaves it there, and goes on to the next question.
void WherePage::followFocus(bool lost)
{
    m_focusFollows = (m_focusFollows || lost) && isVisible() && !m_panel->isOpen();
    if (!m_focusFollows)
        return;
    QWidget *account = m_chooser->firstChoice();
    if (lost)
        account->setFocus(Qt::OtherFocusReason);
    m_focusFollows = account->hasFocus();
    QWidget *next = m_focusFollows ? firstDecision() : nullptr;
    if (!next || next == account)
        return;
    next->setFocus(Qt::OtherFocusReason);
    m_focusFollows = false;
}

void WherePage::panelMoved()
{
    refresh();
    if (!m_panel->isOpen() && isVisible()) {
        QWidget *next = firstDecision();
        (next ? next : m_chooser->firstChoice())->setFocus(Qt::OtherFocusReason);
        m_focusFollows = true;
    }
}

void WherePage::takeSaved(const AccountDesk::Saved &saved, bool isNew)
{
    const auto &place = m_desk.snapshot();
    if (isNew)
        m_desk.chooseAccount(saved.account.name);
    else if (place.account.id == saved.account.id)
        m_desk.tryAgain(); // if it had failed
    if (saved.keeping) // behind the choice of the account, which ends what was said of another
        tellKeeping(saved.account.name, *saved.keeping);
}

/// Where a secret is, said plainly and for as long as the person wants.
void WherePage::tellKeeping(const QString &account, const SecretStore::Keeping &keeping)
{
    m_notices->put({ .id = u"kept"_s,
                     .kind = keeping.kept == SecretStore::Kept::InKeychain ? Notice::Kind::Success
                                                                           : Notice::Kind::HeadsUp,
                     .text = keepingWords(account, keeping) });
}

void WherePage::answerNotice(const QString &notice, const QString &button)
{
    if (notice == u"account" && button == u"another")
        m_chooser->openList();
    else if (notice == u"account")
        m_desk.tryAgain();
    else if (notice == u"list")
        m_desk.bench().accounts.refresh();
}

void WherePage::refreshNotices()
{
    const auto &place = m_desk.snapshot();
    const auto &listError = m_desk.bench().accounts.listError();
    if (listError)
        m_notices->put({ .id = u"list"_s,
                         .kind = Notice::Kind::Problem,
                         .text = listError->sentence,
                         .buttons = { { u"again"_s, tr("Try again") } },
                         .dismissible = false });
    else
        m_notices->take(u"list"_s);
    if (place.stage != PlaceDesk::Stage::Failed || place.wantsSecret()) {
        m_notices->take(u"account"_s);
        return;
    }
    const bool never = m_desk.cannotImport();
    m_notices->put({ .id = u"account"_s,
                     .kind = never ? Notice::Kind::HeadsUp : Notice::Kind::Problem,
                     .text = place.error.sentence,
                     .buttons = { never ? Notice::Button { u"another"_s, tr("Choose another account") }
                                        : Notice::Button { u"again"_s, tr("Try again") } },
                     .dismissible = false });
}

void WherePage::tell()
{
    const PlaceDesk::Stage stage = m_desk.snapshot().stage;
    if (stage == m_told || !isVisible())
        return;
    m_told = stage;
    if (stage == PlaceDesk::Stage::ChooseObject)
        Q_EMIT announce(tr("Connected. Choose the kind of record."));
    else if (stage == PlaceDesk::Stage::Ready && !m_desk.snapshot().operation)
        Q_EMIT announce(tr("Choose what should happen."));
    else if (m_desk.snapshot().wantsSecret())
        Q_EMIT announce(m_desk.snapshot().error.sentence);
}

} // namespace rowlift::ui
