#include "ui/pages/where_page.h"

#include "ui/pages/action_choice.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/object_choice.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/destination_strip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int accountChars = 34; ///< The names of most accounts stand there whole.
constexpr int widestChars = 112; ///< Lines of text stay readable on wide windows.

class TickMark : public QWidget {
public:
    explicit TickMark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(px(Size::IconText), px(Size::IconText));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawIcon(painter, rect(), u"tick", Color::OkMark);
    }
};

ChoiceRow rowOf(const Account &account, const Services &services)
{
    const Service *service = serviceById(services, account.service);
    const auto kind = static_cast<DestinationStrip::Kind>(account.environment);
    ChoiceRow row;
    row.id = account.name;
    //: service — account
    row.name = WherePage::tr("%1 — %2").arg(service ? service->name() : account.service, account.name);
    row.secondLine = kind == DestinationStrip::Kind::Practice
        ? WherePage::tr("Practice: nothing leaves this computer")
        : DestinationStrip::kindWord(kind);
    row.badgeIcon = kind == DestinationStrip::Kind::Practice ? u"shield"_s : u"cloud"_s;
    row.badgeText = DestinationStrip::kindWord(kind);
    return row;
}

} // namespace

WherePage::WherePage(PlaceDesk &desk, const FileDesk &file, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_file(file)
    , m_notices(new NoticeArea(this))
    , m_object(new ObjectChoice(this))
    , m_action(new ActionChoice(this))
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
    lines->addStretch(1);
    // Only a row knows that a wrapping column is narrower than the page.
    auto *row = new QHBoxLayout;
    row->addWidget(questions, 1);
    row->addStretch();
    ScrollBody::fill(this)->lines()->addLayout(row);

    connect(&m_desk, &PlaceDesk::changed, this, &WherePage::refresh);
    connect(&m_file, &FileDesk::changed, this, &WherePage::refresh);
    connect(m_notices, &NoticeArea::buttonPressed, &m_desk, &PlaceDesk::tryAgain);
    connect(m_account, &SearchableCombo::chosen, &m_desk, &PlaceDesk::chooseAccount);
    connect(m_object, &ObjectChoice::chosen, &m_desk, &PlaceDesk::chooseObject);
    connect(m_action, &ActionChoice::operationChosen, &m_desk, &PlaceDesk::chooseOperation);
    connect(m_action, &ActionChoice::keyChosen, &m_desk, &PlaceDesk::chooseKey);
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
    auto *flow = new FlowLayout(px(Space::S3), px(Space::S2), answer);
    m_account = new SearchableCombo(tr("Account"), answer);
    m_account->setObjectName(u"where.account"_s);
    m_account->setPlaceholder(tr("Choose an account…"));
    m_account->setMinimumWidth(accountChars * QFontMetrics(ui::font(Type::Body)).averageCharWidth());
    QList<ChoiceRow> rows;
    for (const Account &account : m_desk.bench().accounts)
        rows << rowOf(account, m_desk.bench().services);
    m_account->setRows(rows);
    auto *said = new QWidget(answer);
    auto *line = new QHBoxLayout(said);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(Space::S2));
    m_mark = new TickMark(said);
    m_state = new Words(Type::Body, Color::Text2, said);
    m_state->setObjectName(u"where.account.state"_s);
    line->addWidget(m_mark);
    line->addWidget(m_state);
    flow->addWidget(m_account);
    flow->addWidget(said);
    return answer;
}

QString WherePage::heading() const
{
    return tr("Where should these rows go, and what should happen?");
}

QString WherePage::subline() const
{
    return m_desk.sentence();
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
    return tr("Next: Map columns");
}

bool WherePage::primaryEnabled() const
{
    return m_desk.snapshot().complete();
}

QString WherePage::primaryReason() const
{
    const auto &place = m_desk.snapshot();
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
        return tr("Try again, or choose another account, to continue");
    case PlaceDesk::Stage::Ready:
        break;
    }
    if (place.complete())
        return {};
    return place.operation ? tr("Choose how records are found to continue")
                           : tr("Choose what should happen to continue");
}

QWidget *WherePage::firstDecision() const
{
    switch (m_desk.snapshot().stage) {
    case PlaceDesk::Stage::NoAccount:
    case PlaceDesk::Stage::Failed:
        return m_account;
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
    // With one account there is nothing to decide.
    const auto &accounts = m_desk.bench().accounts;
    if (m_desk.snapshot().stage == PlaceDesk::Stage::NoAccount && accounts.size() == 1)
        m_desk.chooseAccount(accounts.front().name);
    refresh();
}

void WherePage::primary()
{
    Q_EMIT stepWanted(Step::Map);
}

void WherePage::refresh()
{
    const auto &place = m_desk.snapshot();
    const auto &file = m_file.snapshot();
    refreshNotices();
    refreshAccount();
    const Service *service = m_desk.service();
    m_objectPart->setVisible(!place.objects.empty());
    m_actionPart->setVisible(place.stage == PlaceDesk::Stage::Ready);
    m_object->setPlace(place, service ? service->name() : QString());
    m_action->setPlace(place, service, file.counted ? file.rows() : -1);
    tell();
    Q_EMIT changed();
}

void WherePage::refreshAccount()
{
    const auto &place = m_desk.snapshot();
    const bool chosen = place.stage != PlaceDesk::Stage::NoAccount;
    m_account->setChosen(chosen ? place.account.name : QString());
    bool connected = false;
    QString state;
    switch (place.stage) {
    case PlaceDesk::Stage::NoAccount:
        break;
    case PlaceDesk::Stage::Connecting:
    case PlaceDesk::Stage::ReadingObjects:
        state = tr("Connecting…");
        break;
    case PlaceDesk::Stage::Failed:
        state = tr("Not connected");
        break;
    case PlaceDesk::Stage::ChooseObject:
    case PlaceDesk::Stage::ReadingFields:
    case PlaceDesk::Stage::Ready:
        connected = true;
        state = place.facts.user.isEmpty() ? tr("Connected") : tr("Connected as %1").arg(place.facts.user);
        break;
    }
    m_mark->setVisible(connected);
    m_state->setText(state);
}

void WherePage::refreshNotices()
{
    const auto &place = m_desk.snapshot();
    if (place.stage == PlaceDesk::Stage::Failed)
        m_notices->put({ .id = u"account"_s,
                         .kind = Notice::Kind::Problem,
                         .text = place.error.sentence,
                         .buttons = { { u"again"_s, tr("Try again") } },
                         .dismissible = false });
    else
        m_notices->take(u"account"_s);
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
}

} // namespace rowlift::ui
