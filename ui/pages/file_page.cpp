#include "ui/pages/file_page.h"

#include "ui/grid/grid.h"
#include "ui/pages/file_facts.h"
#include "ui/pages/file_grid.h"
#include "ui/pages/file_notices.h"
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

/// A record whose key is there already is replaced as a whole, not changed.
bool replacesRecords(const Profile &profile, const Services &services)
{
    const Service *service = serviceById(services, profile.service);
    const auto kinds = service ? service->jobKinds() : std::vector<JobKind>();
    return std::ranges::any_of(kinds, [&](const JobKind &kind) {
        return kind.naming == ResultNaming::Keys && service->takes(kind, profile.target);
    });
}

/// Enough is the same to be next month's file, not just any list of people.
bool fitsInPart(const ProfileFit &fit)
{
    const auto most = fit.same + std::max(fit.added.size(), fit.missing.size());
    return fit.same >= 2 && 3 * fit.same >= 2 * most;
}

/// A few of \a columns by name.
QString someColumns(const QStringList &columns)
{
    constexpr qsizetype named = 3;
    const QString names = columns.first(std::min(named, columns.size())).join(u", "_s);
    return columns.size() > named ? names + u", …"_s : names;
}

/// "15 columns are the same. 1 is new (Booth rating): not imported unless you map it."
QString fitWords(const ProfileFit &fit)
{
    if (fit.exact())
        return FilePage::tr("All %n column(s) are the same.", nullptr, fit.same);
    QStringList said { FilePage::tr("%n column(s) are the same.", nullptr, fit.same) };
    if (!fit.added.isEmpty())
        said << FilePage::tr("%n new (%1): not imported unless you map it.", "columns",
                             static_cast<int>(fit.added.size()))
                    .arg(someColumns(fit.added));
    if (!fit.missing.isEmpty())
        said << FilePage::tr("%n missing (%1).", "columns", static_cast<int>(fit.missing.size()))
                    .arg(someColumns(fit.missing));
    return said.join(u' ');
}

} // namespace

FilePage::FilePage(FileDesk &desk, const StartDesk &start, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_start(start)
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

    m_rows = new FileGrid(m_desk, this);
    m_grid = m_rows->grid();
    lines->addWidget(m_rows, 1);
    lines->addWidget(makeFoot());
    lines->addStretch(0); // holds the rest at the top while there is no grid

    connect(&m_desk, &FileDesk::changed, this, &FilePage::refresh);
    connect(&m_start, &StartDesk::changed, this, &FilePage::refreshNotices);
    connect(&m_desk, &FileDesk::reread, this, &FilePage::takeReading);
    connect(m_notices, &NoticeArea::buttonPressed, this, &FilePage::noticePressed);
    connect(m_notices, &NoticeArea::dismissed, this, [this](const QString &id) {
        if (id == "couldNot"_L1)
            m_desk.settleFailure(); // the next one is to be seen
        else
            m_dismissed << id;
    });
    connect(m_readAs, &ReadAsBar::chosen, &m_desk, &FileDesk::choose);
    connect(m_readAs, &ReadAsBar::sheetChosen, &m_desk, &FileDesk::openSheet);
    connect(m_grid, &Grid::goToRowWanted, m_jump, &RowJump::ask);
    connect(m_jump, &RowJump::rowWanted, this, [this](qint64 number) {
        m_desk.showAllRows();
        m_rows->showCell(number - 1, -1);
    });
    connect(m_jump, &RowJump::closed, this, [this] { m_grid->setFocus(); });
    auto *jump = new QShortcut(Qt::CTRL | Qt::Key_G, this);
    jump->setContext(Qt::WidgetWithChildrenShortcut);
    connect(jump, &QShortcut::activated, m_jump, &RowJump::ask);
    connectFacts();
    takeReading();
    refresh();
}

void FilePage::connectFacts()
{
    connect(m_facts, &FileFacts::rowsWanted, this, &FilePage::showFinding);
    connect(m_facts, &FileFacts::settled, this, [this](const QString &id, bool settled) {
        FileNotes notes = m_desk.snapshot().notes;
        notes.settled.removeAll(id);
        if (settled)
            notes.settled << id;
        m_desk.note(notes);
    });
    connect(m_facts, &FileFacts::plainFileWanted, this, [this] {
        FileNotes notes = m_desk.snapshot().notes;
        notes.plainFile = true;
        m_desk.note(notes);
    });
    connect(m_facts, &FileFacts::failedRowsWanted, this,
            [this](const Finding &finding) { m_desk.useFailedRows(*finding.fact); });
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
    if (auto *again = m_notices->findChild<QPushButton *>(u"notice.unreadable.again"_s))
        return again;
    const bool needsAnother = m_desk.snapshot().state != FileDesk::State::Opening && !primaryEnabled();
    return needsAnother ? m_about->findChild<QPushButton *>(u"file.change"_s) : nullptr;
}

void FilePage::entered()
{
    m_desk.lookForChanges();
    refresh();
}

void FilePage::primary()
{
    Q_EMIT stepWanted(Step::Where);
}

/// The file, or how it is read, is another.
void FilePage::takeReading()
{
    const auto &file = m_desk.snapshot();
    if (file.state == FileDesk::State::Open)
        m_readAs->setFile(file);
    const QString columns = tr("%Ln column(s)", nullptr, static_cast<int>(file.look.columns.size()));
    const bool chosen = file.choice != DialectChoice() && file.state == FileDesk::State::Open;
    if (chosen && isVisible())
        Q_EMIT announce(columns);
}

void FilePage::refresh()
{
    const auto &file = m_desk.snapshot();
    const bool open = file.state == FileDesk::State::Open;
    if (m_dismissedOf != file.path) {
        m_dismissedOf = file.path;
        m_dismissed.clear();
    }
    m_name->setText(file.name);
    m_numbers->setText(open ? aboutFile(file, m_desk.bench().clock.now()) : readingWords(file));
    m_numbers->setVisible(file.state != FileDesk::State::Unreadable);
    // What was chosen by hand may be why it cannot be read: it must be within reach then.
    m_readAs->setVisible(open
                         || (file.state == FileDesk::State::Unreadable && file.choice != DialectChoice()));
    m_rows->setVisible(m_readAs->isVisibleTo(this) || file.state == FileDesk::State::Opening);
    m_grid->setEmptyText(file.state == FileDesk::State::Opening ? readingWords(file) : tr("No rows to show"));
    m_jump->setVisible(open);
    refreshFacts();
    refreshNotices();
    tell();
    Q_EMIT changed();
}

void FilePage::refreshFacts()
{
    const auto &file = m_desk.snapshot();
    const bool known = file.state == FileDesk::State::Open && file.counted;
    const Facts now { .counted = known, .survey = known ? file.survey : nullptr, .notes = file.notes };
    if (now == m_factsShown)
        return;
    m_factsShown = now;
    m_facts->setFindings(known ? findingsOf(file) : std::vector<Finding>());
    m_rows->takeFindings();
    if (known && file.survey)
        m_readAs->suggestBlankWords(file.survey->blankWords);
}

void FilePage::refreshNotices()
{
    const QList<Notice> notices = noticesOf(m_desk.snapshot());
    const QStringList ids = noticeIds();
    for (const QString &id : ids) {
        const auto found = std::ranges::find(notices, id, &Notice::id);
        if (found == notices.end() || m_dismissed.contains(id))
            m_notices->take(id);
        else
            m_notices->put(*found);
    }
    offerProfile();
}

const Profile *FilePage::fittingProfile() const
{
    const auto &file = m_desk.snapshot();
    if (file.state != FileDesk::State::Open || file.path == m_startedFresh || !file.hasRows())
        return nullptr;
    const auto &profiles = m_start.snapshot().profiles;
    const Profile *best = nullptr;
    int most = 0;
    for (const Profile &profile : profiles) { // last used first, so the first of equals is meant
        const ProfileFit fit = fitOf(profile, file.look.columns);
        if (fit.exact())
            return &profile;
        if (fitsInPart(fit) && fit.same > most) {
            most = fit.same;
            best = &profile;
        }
    }
    return best;
}

void FilePage::offerProfile()
{
    const Profile *profile = fittingProfile();
    if (profile == nullptr) {
        m_notices->take(u"profile"_s);
        return;
    }
    const ProfileFit fit = fitOf(*profile, m_desk.snapshot().look.columns);
    //: %1 a profile, %2 the kind of record as the service names it ("Contact"), %3 an account
    const QString what = profile->target.operation == Operation::Upsert
        ? replacesRecords(*profile, m_desk.bench().services)
            ? tr("This looks like your profile “%1”: add or replace records (%2) in %3.")
            : tr("This looks like your profile “%1”: add or update records (%2) in %3.")
        : tr("This looks like your profile “%1”: add new records (%2) to %3.");
    QList<Notice::Button> buttons { { u"use"_s, tr("Use it") }, { u"fresh"_s, tr("Start fresh") } };
    if (!fit.added.isEmpty())
        buttons.insert(1, { u"map"_s, tr("Map it", "a new column") });
    m_notices->put(
        { .id = u"profile"_s,
          .kind = Notice::Kind::Info,
          .text = what.arg(profile->name, profile->target.object.section(u'/', -1), profile->account) + u' '
              + fitWords(fit),
          .buttons = buttons,
          .dismissible = false });
}

void FilePage::noticePressed(const QString &notice, const QString &button)
{
    if (button == "again"_L1) {
        m_desk.readAgain();
    } else if (button == "copy"_L1) {
        m_desk.useCopy();
    } else if (button == "other"_L1) {
        Q_EMIT changeFileWanted();
    } else if (notice == "profile"_L1) {
        const Profile *fitting = fittingProfile();
        const std::optional<Profile> profile = fitting ? std::optional(*fitting) : std::nullopt;
        m_startedFresh = m_desk.snapshot().path; // answered, either way
        m_notices->take(notice);
        if (profile && button != "fresh"_L1)
            Q_EMIT profileChosen(*profile, button == "map"_L1);
    }
}

/// Says once what is known of the file when it has been read, and what became of it after a change.
void FilePage::tell()
{
    const auto &file = m_desk.snapshot();
    if (file.state != FileDesk::State::Open || !file.surveyed || !isVisible())
        return;
    QStringList said { QFileInfo(file.name).completeBaseName(),
                       tr("%Ln row(s)", nullptr, plural(file.rows())),
                       tr("%Ln column(s)", nullptr, static_cast<int>(file.look.columns.size())) };
    if (!file.look.certain)
        said << delimiterName(file.look.guess.dialect.delimiter);
    else if (!file.look.sheet.isEmpty())
        said << file.look.sheet;
    said << m_facts->title();
    const QString sentence = said.join(tr(", ", "between the parts of what is said of a file"));
    if (sentence == m_told)
        return;
    m_told = sentence;
    Q_EMIT announce(sentence);
}

void FilePage::showFinding(const Finding &finding)
{
    const auto listed = static_cast<qint64>(finding.records.size());
    if (finding.count <= 1)
        m_desk.showAllRows();
    else if (listed < finding.count && finding.fact)
        m_desk.pickRowsOf(*finding.fact);
    else
        m_desk.pick(finding.records, finding.count);
    if (!finding.records.empty())
        m_rows->showCell(finding.records.front(), finding.column);
}

} // namespace rowlift::ui
