#include "ui/pages/blank_panel.h"

#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

BlankPanel::BlankPanel(MapDesk &desk, const QString &field, QWidget *parent)
    : RowPanel(desk, field, u"map.blank"_s, parent)
    , m_choices(new QButtonGroup(this))
    , m_help(new Words(Type::Small, Color::Text2, this))
{
    const QString service = serviceName();
    if (!field.isEmpty())
        addChoice(AsAll, {});
    //: %1 the name of a service
    addChoice(Leave, tr("A blank cell changes nothing: what %1 has stays").arg(service));
    addChoice(Clear, tr("A blank cell empties the field in %1").arg(service));
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    lines()->addWidget(m_help);
    connect(m_choices, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<Choice>(id)); });
}

QString BlankPanel::serviceName() const
{
    const Service *service = desk().place().service();
    return service ? service->name() : QString();
}

bool BlankPanel::canClear() const
{
    const ValueForms &forms = desk().snapshot().schema.forms;
    return forms.blankClears || !forms.clear.isEmpty();
}

void BlankPanel::addChoice(Choice choice, const QString &text)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(u"map.blank.%1"_s.arg(choice == AsAll       ? u"asAll"
                                                    : choice == Leave ? u"leave"
                                                                      : u"clear"));
    m_choices->addButton(button, choice);
    lines()->addWidget(button, 0, Qt::AlignLeft);
}

BlankPanel::Choice BlankPanel::current() const
{
    const auto own = field().isEmpty() ? desk().snapshot().mapping.blank : treatment().blank;
    return !own ? AsAll : *own == BlankMeaning::Clear ? Clear : Leave;
}

void BlankPanel::choose(Choice choice)
{
    const auto meaning = choice == Clear ? BlankMeaning::Clear : BlankMeaning::Leave;
    if (field().isEmpty())
        desk().setBlanks(meaning);
    else
        desk().setBlank(field(), choice == AsAll ? std::nullopt : std::optional(meaning));
}

void BlankPanel::refresh()
{
    setTitle(field().isEmpty() ? tr("Blank cells of all columns")
                               : tr("Blank cells of %1").arg(fieldLabel()));
    if (auto *asAll = m_choices->button(AsAll)) {
        const bool clears = desk().snapshot().mapping.blank == BlankMeaning::Clear;
        asAll->setText(clears ? tr("As for all columns (they empty the field)")
                              : tr("As for all columns (they change nothing)"));
    }
    m_choices->button(current())->setChecked(true);
    m_choices->button(Clear)->setEnabled(canClear() || current() == Clear);
    QString help;
    if (!canClear())
        help = tr("%1 has no way to empty a field by an import.").arg(serviceName());
    else if (desk().snapshot().target.operation == Operation::Insert)
        help = tr("New records have nothing there yet, so it makes no difference while you add.");
    else if (const QByteArray &clear = desk().snapshot().schema.forms.clear; !clear.isEmpty()) {
        //: %1 a word like #N/A, %2 the service
        help = tr("A cell that says “%1” empties its field in %2, whatever is chosen here.")
                   .arg(QString::fromUtf8(clear), serviceName());
    }
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

QWidget *BlankPanel::firstStop() const
{
    return m_choices->checkedButton() ? m_choices->checkedButton() : m_choices->button(Leave);
}

} // namespace rowlift::ui
