#include "ui/pages/account_chooser.h"

#include "ui/pages/account_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int accountChars = 34; ///< The names of most accounts stand there whole.

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

ChoiceRow rowOf(const Account &account, const Services &services, const PlaceDesk::Wish &wish)
{
    const bool practice = account.environment == Environment::Practice;
    const QString service = serviceName(account.service, services);
    ChoiceRow row;
    row.id = account.name;
    //: service — account
    row.name = AccountChooser::tr("%1 — %2").arg(service, account.name);
    row.secondLine = practice ? AccountChooser::tr("Practice: nothing leaves this computer")
                              : accountLine(account, services);
    row.badgeIcon = practice ? u"shield"_s : u"cloud"_s;
    row.badgeText = environmentWord(account, services);
    row.group = practice ? AccountChooser::tr("Practice accounts") : AccountChooser::tr("Your accounts");
    const Service *known = serviceById(services, account.service);
    if (known && cannotImport(*known))
        row.secondLine = importLater() + u" · "_s + row.secondLine;
    if (!known)
        row.disabledReason = PlaceDesk::unknownService(account.service);
    else if (!wish.service.isEmpty() && wish.service != account.service)
        row.disabledReason = AccountChooser::tr("The profile is for %1.", "name of a service")
                                 .arg(serviceName(wish.service, services));
    return row;
}

} // namespace

AccountChooser::AccountChooser(PlaceDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    m_noneYet = makeNoneYet();
    m_list = makeList();
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_noneYet);
    lines->addWidget(m_list);
    refresh();
}

QWidget *AccountChooser::makeNoneYet()
{
    auto *part = new QWidget(this);
    part->setObjectName(u"where.noAccount"_s);
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S3));
    auto *buttons = new QWidget(part);
    auto *flow = new FlowLayout(px(Space::S3), px(Space::S3), buttons);
    for (const auto &service : m_desk.bench().services) {
        //: name of a service, "import comes later"
        const QString text
            = cannotImport(*service) ? tr("%1 (%2)").arg(service->name(), importLater()) : service->name();
        auto *button = new QPushButton(icon(u"cloud", Color::AccentText), text, buttons);
        button->setObjectName(u"where.add.%1"_s.arg(service->id()));
        button->setAccessibleName(tr("Add an account of %1", "name of a service").arg(service->name()));
        if (cannotImport(*service))
            button->setAccessibleDescription(importLater());
        button->setFont(ui::font(Type::Strong));
        button->setMinimumHeight(2 * heightFor(Size::Control, button->fontMetrics()) - px(Space::S2));
        setKind(button, ButtonKind::Secondary);
        connect(button, &QPushButton::clicked, this, [this, id = service->id()] { Q_EMIT addWanted(id); });
        flow->addWidget(button);
        if (!m_firstService)
            m_firstService = button;
    }
    m_practise = new QPushButton(tr("Practise without an account"), part);
    m_practise->setObjectName(u"where.practise"_s);
    m_practise->setAccessibleDescription(tr("Nothing leaves this computer."));
    setKind(m_practise, ButtonKind::Flat);
    connect(m_practise, &QPushButton::clicked, this, [this] {
        if (const Account *practice = m_desk.bench().accounts.practice())
            Q_EMIT chosen(practice->name);
    });
    lines->addWidget(buttons);
    lines->addWidget(m_practise, 0, Qt::AlignLeft);
    return part;
}

QWidget *AccountChooser::makeList()
{
    auto *part = new QWidget(this);
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S2));
    auto *choice = new QWidget(part);
    auto *flow = new FlowLayout(px(Space::S3), px(Space::S2), choice);
    m_account = new SearchableCombo(tr("Account"), choice);
    m_account->setObjectName(u"where.account"_s);
    m_account->setPlaceholder(tr("Choose an account…"));
    m_account->setMinimumWidth(accountChars * QFontMetrics(ui::font(Type::Body)).averageCharWidth());
    auto *add = new QPushButton(tr("Add account…"), choice);
    add->setObjectName(u"where.account.add"_s);
    setKind(add, ButtonKind::Secondary);
    m_manage = new QPushButton(tr("Manage accounts…"), choice);
    m_manage->setObjectName(u"where.account.manage"_s);
    setKind(m_manage, ButtonKind::Flat);
    auto *said = new QWidget(part);
    auto *line = new QHBoxLayout(said);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(Space::S2));
    m_mark = new TickMark(said);
    m_state = new Words(Type::Body, Color::Text2, said);
    m_state->setObjectName(u"where.account.state"_s);
    m_state->setWordWrap(true);
    line->addWidget(m_mark);
    line->addWidget(m_state, 1);
    flow->addWidget(m_account);
    flow->addWidget(add);
    flow->addWidget(m_manage);
    lines->addWidget(choice);
    lines->addWidget(said);
    connect(m_account, &SearchableCombo::chosen, this, &AccountChooser::chosen);
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT addWanted({}); });
    connect(m_manage, &QPushButton::clicked, this, &AccountChooser::manageWanted);
    return part;
}

void AccountChooser::refresh()
{
    const auto &place = m_desk.snapshot();
    const bool none = m_desk.bench().accounts.own().empty();
    const bool ask = none && place.stage == PlaceDesk::Stage::NoAccount && !place.asksWhichAccount();
    m_noneYet->setVisible(ask);
    m_practise->setVisible(m_desk.bench().accounts.practice() != nullptr);
    m_list->setVisible(!ask);
    m_manage->setVisible(!none);
    refreshRows();
    refreshState();
}

void AccountChooser::refreshRows()
{
    const auto &place = m_desk.snapshot();
    QList<ChoiceRow> rows;
    for (const Account &account : m_desk.bench().accounts.all())
        rows << rowOf(account, m_desk.bench().services, place.wish);
    if (rows != m_rows) { // an open list would begin anew
        m_rows = rows;
        m_account->setRows(rows);
    }
    m_account->setChosen(place.stage == PlaceDesk::Stage::NoAccount ? QString() : place.account.name);
}

void AccountChooser::refreshState()
{
    const auto &place = m_desk.snapshot();
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
        connected = place.connected && m_desk.cannotImport();
        state = connected ? connectedWords(place.facts) : tr("Not connected");
        break;
    case PlaceDesk::Stage::ChooseObject:
    case PlaceDesk::Stage::ReadingFields:
    case PlaceDesk::Stage::Ready:
        connected = true;
        state = connectedWords(place.facts);
        break;
    }
    m_mark->setVisible(connected);
    m_state->setText(state);
    m_state->parentWidget()->setVisible(!state.isEmpty());
}

void AccountChooser::openList()
{
    m_account->setFocus(Qt::OtherFocusReason);
    m_account->open();
}

QWidget *AccountChooser::firstChoice() const
{
    return m_noneYet->isHidden() ? m_account : m_firstService;
}

} // namespace rowlift::ui
