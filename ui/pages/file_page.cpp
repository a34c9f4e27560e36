#include "ui/pages/file_page.h"

#include "ui/grid/grid.h"
#include "ui/pages/file_facts.h"
#include "ui/pages/file_rows.h"
#include "ui/pages/file_words.h"
#include "ui/pages/read_as_bar.h"
#include "ui/pages/row_jump.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/words.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestRowsShown = 6;

Notice fileNotice(const QString &id, Notice::Kind kind, const QString &text,
                  const QList<Notice::Button> &buttons)
{
    return { .id = id, .kind = kind, .text = text, .buttons = buttons, .dismissible = false };
}

} // namespace

FilePage::FilePage(FileDesk &desk, const StartDesk &start, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_start(start)
    , m_rows(new FileRows(desk, this))
{
    QVBoxLayout *lines = ScrollBody::fill(this)->lines();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(px(Space::S5), px(Space::S4), px(Space::S5), px(Space::S3));
    head->setSpacing(px(Space::S3));
    m_notices = new NoticeArea(this);
    head->addWidget(m_notices);
    head->addWidget(makeAbout());
    m_readAs = new ReadAsBar(this);
    head->addWidget(m_readAs);
    lines->addLayout(head);

    m_grid = new Grid(this);
    m_grid->setObjectName(u"file.grid"_s);
    m_grid->setAccessibleName(tr("Rows of the file"));
    m_grid->setMinimumHeight(fewestRowsShown * heightFor(Size::GridRow, fontMetrics()));
    m_grid->setSource(m_rows);
    lines->addWidget(m_grid, 1);
    lines->addWidget(makeFoot());
    lines->addStretch(0); // holds the rest at the top while there is no grid

    connect(&m_desk, &FileDesk::changed, this, &FilePage::refresh);
    connect(&m_start, &StartDesk::changed, this, &FilePage::refreshNotices);
    connect(m_notices, &NoticeArea::buttonPressed, this, &FilePage::noticePressed);
    connect(m_readAs, &ReadAsBar::chosen, &m_desk, &FileDesk::choose);
    connect(m_grid, &Grid::goToRowWanted, m_jump, &RowJump::ask);
    connect(m_grid, &Grid::nextMarkWanted, this, &FilePage::nextProblem);
    connect(m_facts, &FileFacts::rowWanted, this, &FilePage::showCell);
    connect(m_jump, &RowJump::rowWanted, this, [this](qint64 number) { m_grid->goToRow(number - 1); });
    connect(m_jump, &RowJump::closed, this, [this] { m_grid->setFocus(); });
    auto *jump = new QShortcut(Qt::CTRL | Qt::Key_G, this);
    jump->setContext(Qt::WidgetWithChildrenShortcut);
    connect(jump, &QShortcut::activated, m_jump, &RowJump::ask);
    refresh();
}

QWidget *FilePage::makeAbout()
{
    m_about = new QWidget(this);
    auto *row = new QHBoxLayout(m_about);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(Space::S3));
    m_name = new ElidedWords(Type::Section, Color::Text, Qt::ElideMiddle, m_about);
    m_name->setObjectName(u"file.name"_s);
    m_numbers = new Words(Type::Body, Color::Text2, m_about);
    m_numbers->setObjectName(u"file.about"_s);
    m_numbers->setWordWrap(true);
    auto *change = new QPushButton(tr("Change file"), m_about);
    change->setObjectName(u"file.change"_s);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(m_name);
    lines->addWidget(m_numbers);
    row->addLayout(lines, 1);
    row->addWidget(change);
    connect(change, &QPushButton::clicked, this, &FilePage::changeFileWanted);
    return m_about;
}

QWidget *FilePage::makeFoot()
{
    m_foot = new QWidget(this);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(px(Space::S5), px(Space::S2), px(Space::S4), px(Space::S2));
    row->setSpacing(px(Space::S4));
    m_facts = new FileFacts(m_foot);
    m_jump = new RowJump(m_foot);
    row->addWidget(m_facts, 1);
    row->addStretch(0); // takes the room while there are no facts
    row->addWidget(m_jump, 0, Qt::AlignTop);
    return m_foot;
}

QString FilePage::heading() const
{
    return tr("Check that the columns look right");
}

QString FilePage::why() const
{
    return tr("Spreadsheet files do not say how they were written. Rowlift looks at your file and shows what "
              "it found: if "
              "names, umlauts and columns look right here, they will arrive right. Your file is only read, "
              "never changed.");
}

QString FilePage::primaryText() const
{
    return tr("Next: Where to");
}

bool FilePage::primaryEnabled() const
{
    return m_desk.snapshot().state == FileDesk::State::Open && m_desk.snapshot().hasRows();
}

QString FilePage::primaryReason() const
{
    switch (m_desk.snapshot().state) {
    case FileDesk::State::NoFile:
    case FileDesk::State::Unreadable:
        return tr("Choose another file to continue");
    case FileDesk::State::Opening:
        return tr("Reading the file…");
    case FileDesk::State::Open:
        return primaryEnabled() ? QString() : tr("There are no rows to import");
    }
    return {};
}

QWidget *FilePage::firstDecision() const
{
    if (auto *use = m_notices->findChild<QPushButton *>(u"notice.profile.use"_s))
        return use;
    const bool needsAnother = m_desk.snapshot().state != FileDesk::State::Opening && !primaryEnabled();
    return needsAnother ? m_about->findChild<QPushButton *>(u"file.change"_s) : nullptr;
}

void FilePage::entered()
{
    refresh();
}

void FilePage::primary()
{
    Q_EMIT stepWanted(Step::Where);
}

void FilePage::refresh()
{
    const auto &file = m_desk.snapshot();
    const bool open = file.state == FileDesk::State::Open;
    m_name->setText(QFileInfo(file.path).fileName());
    m_numbers->setText(open ? aboutFile(file, m_desk.bench().clock.now()) : tr("Reading the file…"));
    m_numbers->setVisible(file.state != FileDesk::State::Unreadable);
    if (open)
        m_readAs->setFile(file);
    // What was chosen by hand may be why it cannot be read: it must be within reach then.
    m_readAs->setVisible(open
                         || (file.state == FileDesk::State::Unreadable && file.choice != DialectChoice()));
    m_grid->setVisible(m_readAs->isVisibleTo(this) || file.state == FileDesk::State::Opening);
    m_grid->setEmptyText(file.state == FileDesk::State::Opening ? tr("Reading the file…")
                                                                : tr("No rows to show"));
    m_facts->setFacts(open && file.counted ? factsOf(file) : std::vector<FileFact>());
    m_jump->setVisible(open);
    refreshNotices();
    tell();
    Q_EMIT changed();
}

void FilePage::refreshNotices()
{
    const auto &file = m_desk.snapshot();
    if (file.changedOnDisk && file.state == FileDesk::State::Open)
        m_notices->put(fileNotice(u"changed"_s, Notice::Kind::HeadsUp,
                                  tr("The file changed. Read it again? Your mapping is kept."),
                                  { { u"again"_s, tr("Read again") } }));
    else
        m_notices->take(u"changed"_s);
    if (file.state == FileDesk::State::Unreadable)
        m_notices->put(fileNotice(u"unreadable"_s, Notice::Kind::Problem, file.error.sentence,
                                  { { u"other"_s, tr("Choose another file") } }));
    else
        m_notices->take(u"unreadable"_s);
    if (file.state == FileDesk::State::Open && !file.hasRows())
        m_notices->put(fileNotice(u"noRows"_s, Notice::Kind::Problem,
                                  tr("This file has no rows below the header."), {}));
    else
        m_notices->take(u"noRows"_s);
    offerProfile();
}

const Profile *FilePage::fittingProfile() const
{
    const auto &file = m_desk.snapshot();
    if (file.state != FileDesk::State::Open || file.path == m_startedFresh || !file.hasRows())
        return nullptr;
    const auto &profiles = m_start.snapshot().profiles;
    const auto fits = [&file](const Profile &profile) { return fitOf(profile, file.look.columns).exact(); };
    const auto found = std::ranges::find_if(profiles, fits);
    return found == profiles.end() ? nullptr : &*found;
}

void FilePage::offerProfile()
{
    const Profile *profile = fittingProfile();
    if (profile == nullptr) {
        m_notices->take(u"profile"_s);
        return;
    }
    const int columns = static_cast<int>(profile->header.size());
    const QString text = profile->target.operation == Operation::Upsert
        ? tr("This looks like your profile “%1”: add or update %2 in %3. All %n column(s) are the same.",
             nullptr, columns)
        : tr("This looks like your profile “%1”: add %2 to %3. All %n column(s) are the same.", nullptr,
             columns);
    m_notices->put(fileNotice(u"profile"_s, Notice::Kind::Info,
                              text.arg(profile->name, profile->target.object, profile->account),
                              { { u"use"_s, tr("Use it") }, { u"fresh"_s, tr("Start fresh") } }));
}

void FilePage::noticePressed(const QString &notice, const QString &button)
{
    if (notice == "changed"_L1) {
        m_desk.readAgain();
    } else if (notice == "unreadable"_L1) {
        Q_EMIT changeFileWanted();
    } else if (notice == "profile"_L1) {
        const Profile *fitting = fittingProfile();
        const std::optional<Profile> profile = fitting ? std::optional(*fitting) : std::nullopt;
        m_startedFresh = m_desk.snapshot().path; // answered, either way
        m_notices->take(notice);
        if (profile && button == "use"_L1)
            Q_EMIT profileChosen(*profile);
    }
}

/// Says once what is known of the file when it has been read, and what became of it after a change.
void FilePage::tell()
{
    const auto &file = m_desk.snapshot();
    if (file.state != FileDesk::State::Open || !file.counted || !isVisible())
        return;
    const QString sentence
        = tr("%1, %2, %3, %4", "name of the file, rows, columns, delimiter")
              .arg(QFileInfo(file.path).completeBaseName(), tr("%Ln row(s)", nullptr, plural(file.rows())),
                   tr("%Ln column(s)", nullptr, static_cast<int>(file.look.columns.size())),
                   delimiterName(file.look.guess.dialect.delimiter));
    if (sentence == m_told)
        return;
    m_told = sentence;
    Q_EMIT announce(sentence);
}

void FilePage::showCell(qint64 record, int column)
{
    m_grid->goToRow(record);
    if (column >= 0)
        m_grid->setCurrent(record, column);
    m_grid->setFocus();
}

void FilePage::nextProblem(int direction)
{
    const qint64 record = m_rows->problemFrom(m_grid->currentRow() + direction, direction);
    if (record >= 0)
        m_grid->goToRow(record);
}

} // namespace rowlift::ui
