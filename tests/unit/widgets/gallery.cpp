#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/command_bar.h"
#include "ui/widgets/destination_strip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outcome_counters.h"
#include "ui/widgets/page_heading.h"
#include "ui/widgets/parts_strip.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/quiet_combo.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/step_rail.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QCommandLineParser>
#include <QDir>
#include <QFormLayout>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QWindow>

/// Shows every part in every state. `rowlift-gallery --save DIR` writes its pictures in all themes and
/// leaves.

using namespace rowlift::ui;
using namespace Qt::StringLiterals;

namespace {

QPushButton *button(const QString &text, ButtonKind kind, bool enabled, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    setKind(made, kind);
    made->setEnabled(enabled);
    if (kind == ButtonKind::Danger)
        made->setIcon(icon(u"delete", enabled ? Color::OnAccent : Color::Disabled));
    return made;
}

QWidget *buttons(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *grid = new QGridLayout(box);
    const QList<std::pair<QString, ButtonKind>> kinds { { u"Import 2,340 rows"_s, ButtonKind::Primary },
                                                        { u"Change file"_s, ButtonKind::Secondary },
                                                        { u"Use it for all 12"_s, ButtonKind::Flat },
                                                        { u"Delete 4,310 records"_s, ButtonKind::Danger },
                                                        { u"Stop…"_s, ButtonKind::DangerSecondary } };
    for (int i = 0; i < kinds.size(); ++i) {
        grid->addWidget(button(kinds[i].first, kinds[i].second, true, box), 0, i);
        grid->addWidget(button(kinds[i].first, kinds[i].second, false, box), 1, i);
    }
    grid->setColumnStretch(5, 1);
    return box;
}

QWidget *fields(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *form = new QFormLayout(box);
    auto *plain = new QLineEdit(u"anna@acme.com"_s, box);
    plain->setObjectName(u"gallery.focus"_s);
    plain->setClearButtonEnabled(true);
    auto *wrong = new QLineEdit(u"https://acme"_s, box);
    setWrong(wrong, true);
    auto *empty = new QLineEdit(box);
    empty->setPlaceholderText(u"Name of the account"_s);
    auto *off = new QLineEdit(u"Off"_s, box);
    off->setEnabled(false);
    auto *combo = new QComboBox(box);
    combo->addItems({ u"Windows-1252 — Müller"_s, u"UTF-8"_s });
    auto *spin = new QSpinBox(box);
    spin->setRange(0, 1000000);
    spin->setValue(10000);
    auto *quiet = new QuietCombo(box);
    quiet->addItem(u"semicolons"_s);
    auto *doubt = new QuietCombo(box);
    doubt->addItem(u"Windows-1252"_s);
    doubt->setDoubt(true);
    auto *sentence = new QWidget(box);
    auto *line = new QHBoxLayout(sentence);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget *word :
         std::initializer_list<QWidget *> { new QLabel(u"Columns are separated by"_s, box), quiet,
                                            new QLabel(u"and the text is"_s, box), doubt })
        line->addWidget(word);
    line->addStretch(1);
    form->addRow(u"&User"_s, plain);
    form->addRow(u"&Address"_s, wrong);
    form->addRow(u"&Name"_s, empty);
    form->addRow(u"Off"_s, off);
    form->addRow(u"&Encoding"_s, combo);
    form->addRow(u"&Rows a part"_s, spin);
    form->addRow(sentence);
    return box;
}

QWidget *boxes(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *grid = new QGridLayout(box);
    int column = 0;
    for (const bool enabled : { true, false }) {
        for (const auto state : { Qt::Unchecked, Qt::Checked, Qt::PartiallyChecked }) {
            auto *check = new QCheckBox(enabled ? u"Leave out"_s : u"Off"_s, box);
            check->setTristate(state == Qt::PartiallyChecked);
            check->setCheckState(state);
            check->setEnabled(enabled);
            grid->addWidget(check, 0, column);
            if (state != Qt::PartiallyChecked) {
                auto *group = new QWidget(box);
                auto *radio = new QRadioButton(enabled ? u"Keep first"_s : u"Off"_s, group);
                (new QHBoxLayout(group))->addWidget(radio);
                group->layout()->setContentsMargins(0, 0, 0, 0);
                radio->setChecked(state == Qt::Checked);
                radio->setEnabled(enabled);
                grid->addWidget(group, 1, column);
            }
            ++column;
        }
    }
    grid->setColumnStretch(column, 1);
    return box;
}

QWidget *tiles(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *first
        = new ChoiceTile(u"cloud"_s, u"Salesforce"_s, u"Leads, contacts, accounts and your own"_s, box);
    first->setChecked(true);
    row->addWidget(first, 1);
    row->addWidget(new ChoiceTile(u"records"_s, u"Marketo Engage"_s, u"People and programme members"_s, box),
                   1);
    auto *off = new ChoiceTile(u"e-mail"_s, u"Dotdigital"_s, u"Needs an account first"_s, box);
    off->setEnabled(false);
    row->addWidget(off, 1);
    return box;
}

QWidget *progress(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *counters = new OutcomeCounters(box);
    counters->setCounts({ { u"added"_s, 1204, u"added"_s, Mark::In, Color::Text },
                          { u"updated"_s, 1111, u"updated"_s, Mark::In, Color::Text },
                          { u"warning"_s, 8, u"with a warning"_s, Mark::HeadsUp, Color::Text },
                          { u"failed"_s, 37, u"failed"_s, Mark::Failed, Color::Problem },
                          { u"leftOut"_s, 4, u"left out"_s, Mark::LeftOut, Color::Text },
                          { u"unknown"_s, 12, u"unknown"_s, Mark::Unknown, Color::Text } });
    lines->addWidget(counters);
    auto *outcome = new OutcomeBar(box);
    outcome->setShares({ { 2315, u"in"_s, Color::OkMark },
                         { 80, u"with a warning"_s, Color::HeadsUpMark },
                         { 137, u"failed"_s, Color::ProblemMark },
                         { 64, u"left out"_s, Color::ControlLine } });
    lines->addWidget(outcome);
    auto *bar = new ProgressBar(box);
    bar->setShares(0.62, 0.04);
    lines->addWidget(bar);
    auto *busy = new ProgressBar(box);
    busy->setBusy();
    lines->addWidget(busy);
    return box;
}

QWidget *parts(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *few = new PartsStrip(box);
    QList<PartBox> all;
    for (int i = 0; i <= static_cast<int>(PartStanding::Stopped); ++i)
        all.append({ i + 1, static_cast<PartStanding>(i), 0.45, {}, {} });
    few->setParts(all);
    lines->addWidget(few);
    auto *many = new PartsStrip(box);
    QList<PartBox> lot;
    for (int i = 0; i < 60; ++i) {
        const auto standing = i < 20 ? (i % 9 == 4 ? PartStanding::DoneWithFailures : PartStanding::Done)
            : i < 22                 ? PartStanding::WithService
            : i < 23                 ? PartStanding::Sending
                                     : PartStanding::Waiting;
        lot.append({ i + 1, standing, 0.7, {}, {} });
    }
    many->setParts(lot);
    lines->addWidget(many);
    return box;
}

QWidget *combos(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *field = new SearchableCombo(u"Field for Mobil"_s, box);
    field->setObjectName(u"gallery.combo"_s);
    QList<ChoiceRow> rows {
        { u"none"_s, u"Not imported"_s, {}, {}, {}, {}, u"Best guesses"_s, {} },
        { u"Mobile"_s, u"Mobile"_s, u"MobilePhone · text · 40"_s, {}, {}, {}, u"Best guesses"_s, {} },
        { u"LastName"_s,
          u"Last name"_s,
          u"LastName · text · 80"_s,
          u"star"_s,
          u"required"_s,
          {},
          u"All fields"_s,
          {} },
        { u"Id"_s,
          u"Record id"_s,
          u"Id · text · 18"_s,
          u"lock"_s,
          {},
          u"Salesforce sets this itself"_s,
          u"All fields"_s,
          {} }
    };
    for (int i = 0; i < 40; ++i)
        rows.append({ u"f%1"_s.arg(i),
                      u"Custom field %1"_s.arg(i),
                      u"Custom_%1__c · text · 255"_s.arg(i),
                      {},
                      {},
                      {},
                      u"All fields"_s,
                      {} });
    field->setRows(rows);
    field->setChosen(u"Mobile"_s);
    auto *empty = new SearchableCombo(u"Field for Land"_s, box);
    auto *required = new SearchableCombo(u"Field for Name"_s, box);
    required->setRows(rows);
    required->setChosen(u"LastName"_s);
    auto *off = new SearchableCombo(u"Off"_s, box);
    off->setEnabled(false);
    for (SearchableCombo *each : { field, empty, required, off })
        row->addWidget(each);
    return box;
}

class IconSheet : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return { 22 * 36, 3 * 36 }; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QStringList names = QDir(u":/icons"_s).entryList(QDir::Files, QDir::Name);
        for (int i = 0; i < names.size(); ++i) {
            const int side = i % 2 == 0 ? 16 : 20;
            drawIcon(painter, QRectF((i % 22) * 36, (i / 22) * 36 + 4, side, side), names[i].chopped(4),
                     Color::Text);
        }
    }
};

class MarkRow : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return { 16 * 32, 28 }; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        for (int i = 0; i <= static_cast<int>(Mark::Info); ++i)
            drawMark(painter, QRectF(i * 32 + 4, 4, 20, 20), static_cast<Mark>(i));
    }
};

QWidget *faces(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    const QList<std::pair<QString, Type>> all { { u"1,234 Display"_s, Type::Display },
                                                { u"60 rows need a look before you import"_s, Type::Title },
                                                { u"Section heading"_s, Type::Section },
                                                { u"Body: checked before it goes out"_s, Type::Body },
                                                { u"Cell: Müller GmbH 1,204.50"_s, Type::Cell },
                                                { u"Strong"_s, Type::Strong },
                                                { u"Label"_s, Type::Label },
                                                { u"Small: MobilePhone · text · 40"_s, Type::Small },
                                                { u"Code: DUPLICATE_VALUE"_s, Type::Code } };
    for (const auto &[text, type] : all)
        lines->addWidget(new Words(text, type, type == Type::Small ? Color::Text2 : Color::Text, box));
    return box;
}

QWidget *content(QWidget *parent)
{
    auto *page = new QWidget(parent);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(24, 24, 24, 24);
    lines->setSpacing(16);
    auto *heading = new PageHeading(page);
    heading->setTitle(u"60 rows need a look before you import"_s);
    heading->setSubline(u"2,340 of 2,400 rows are ready. Nothing has been sent yet."_s);
    heading->setExplainable(true);
    lines->addWidget(heading);
    auto *notices = new NoticeArea(page);
    lines->addWidget(notices);
    notices->put({ u"a"_s,
                   Notice::Kind::Info,
                   u"This file was imported on Friday. 37 rows failed then."_s,
                   { { u"show"_s, u"Show what happened"_s } } });
    notices->put(
        { u"b"_s,
          Notice::Kind::Problem,
          u"Salesforce does not answer. Rowlift tries again at 14:32, and you may close the window meanwhile: nothing is lost."_s,
          { { u"now"_s, u"Try now"_s }, { u"other"_s, u"Other account…"_s } } });
    notices->put({ u"c"_s, Notice::Kind::Success, u"All 16 columns fit exactly."_s });
    notices->put({ u"d"_s, Notice::Kind::HeadsUp, u"3 rows have more cells than the header."_s });
    for (QWidget *part :
         { buttons(page), fields(page), boxes(page), tiles(page), combos(page), progress(page), parts(page) })
        lines->addWidget(part);
    auto *two = new QHBoxLayout;
    auto *card = new Card(u"What happens when you press Import"_s, page);
    card->body()->addWidget(faces(card));
    two->addWidget(card, 1);
    auto *tabs = new QTabWidget(page);
    tabs->addTab(new EmptyState(u"file"_s, u"No imports yet"_s,
                                u"Your imports are listed here with their results."_s, tabs),
                 u"History"_s);
    tabs->addTab(new QPlainTextEdit(tabs), u"Details"_s);
    static_cast<EmptyState *>(tabs->widget(0))->setButton(u"Choose a file…"_s);
    two->addWidget(tabs, 1);
    lines->addLayout(two);
    lines->addWidget(new IconSheet(page));
    lines->addWidget(new MarkRow(page));
    lines->addStretch(1);
    return page;
}

QWidget *window()
{
    auto *all = new QWidget;
    all->setObjectName(u"gallery"_s);
    auto *lines = new QVBoxLayout(all);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    auto *menu = new QMenuBar(all);
    for (const QString &name : { u"File"_s, u"Edit"_s, u"View"_s, u"Import"_s, u"Help"_s })
        menu->addMenu(name)->addAction(u"Open…"_s);
    lines->addWidget(menu);
    for (const auto kind : { DestinationStrip::Kind::Production, DestinationStrip::Kind::Sandbox,
                             DestinationStrip::Kind::Practice }) {
        auto *strip = new DestinationStrip(all);
        lines->addWidget(strip);
        strip->setDestination(kind, u"Acme"_s, u"anna@acme.com"_s);
    }
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *rail = new StepRail(all);
    rail->setSteps(
        { { u"File"_s, u"spring-fair.csv"_s, StepState::Done, true, {} },
          { u"Where to"_s, u"Acme · Sandbox · Leads and contacts of the fair"_s, StepState::Done, true, {} },
          { u"Map"_s, u"14 of 16 mapped"_s, StepState::Current, true, {} },
          { u"Check"_s, u"37 rows need a look"_s, StepState::Attention, true, {} },
          { u"Import"_s, {}, StepState::NotStarted, false, u"Map Last name first"_s },
          { u"Locked"_s, u"while the import runs"_s, StepState::Locked, false, {} } });
    rail->setPromiseAfter(3);
    middle->addWidget(rail);
    auto *scroll = new QScrollArea(all);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content(scroll));
    middle->addWidget(scroll, 1);
    lines->addLayout(middle, 1);
    auto *bar = new CommandBar(all);
    bar->setActivity(u"Checking rows… 412,000 of 1,204,308"_s, 0.34, true);
    bar->setPrimary(u"Next: Check"_s, false, u"Map Last name to continue"_s);
    lines->addWidget(bar);
    auto *toast = new Toast(all);
    toast->setObjectName(u"gallery.toast"_s);
    toast->setFoot(64);
    return all;
}

void save(QWidget &shown, const QString &folder, const QString &name)
{
    shown.grab().save(u"%1/%2.png"_s.arg(folder, name));
}

void saveTheme(QWidget &all, const QString &folder, const QString &name)
{
    save(all, folder, name);
    auto *combo = all.findChild<SearchableCombo *>(u"gallery.combo"_s);
    combo->open();
    auto *list = combo->findChild<QWidget *>(u"choice.popup"_s);
    save(*list, folder, name + u"-list"_s);
    list->hide();
}

/// Light, dark, high contrast, each when the switch has reached every widget; then closes the window.
void saveAll(QWidget *all, const QString &folder)
{
    all->findChild<Toast *>(u"gallery.toast"_s)->tell(u"12 cells changed"_s, true);
    all->findChild<QLineEdit *>(u"gallery.focus"_s)->setFocus();
    saveTheme(*all, folder, u"light"_s);
    const auto switched = [all, folder] {
        const bool dark = currentTheme() == Theme::Dark;
        saveTheme(*all, folder, dark ? u"dark"_s : u"high-contrast"_s);
        if (dark)
            currentStyle()->choose(ThemeChoice::HighContrast);
        else
            all->close();
    };
    QObject::connect(currentStyle(), &Style::themeChanged, all, switched);
    currentStyle()->choose(ThemeChoice::Dark);
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    QCommandLineParser parser;
    const QCommandLineOption folder(u"save"_s, u"Write pictures of all themes into a folder."_s, u"folder"_s);
    const QCommandLineOption points(u"points"_s, u"Text size."_s, u"points"_s);
    const QCommandLineOption mirrored(u"mirrored"_s, u"Lay out from right to left."_s);
    const QCommandLineOption width(u"width"_s, u"Width of the window."_s, u"pixels"_s, u"1180"_s);
    parser.addOptions({ folder, points, mirrored, width });
    parser.addHelpOption();
    parser.process(application);
    installStyle(application, parser.isSet(folder) ? ThemeChoice::Light : ThemeChoice::System);
    if (parser.isSet(points)) {
        QFont base = QApplication::font();
        base.setPointSizeF(parser.value(points).toDouble());
        QApplication::setFont(base);
    }
    if (parser.isSet(mirrored))
        application.setLayoutDirection(Qt::RightToLeft);
    QWidget *all = window();
    all->setAttribute(Qt::WA_DeleteOnClose);
    all->resize(parser.value(width).toInt(), parser.isSet(folder) ? 1900 : 760);
    all->show();
    if (parser.isSet(folder)) {
        QDir().mkpath(parser.value(folder));
        // When the window is active, so that the focus ring is in the pictures.
        const auto active = static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection);
        QObject::connect(
            &application, &QApplication::focusWindowChanged, all,
            [all, to = parser.value(folder)] { saveAll(all, to); }, active);
    }
    return application.exec();
}
