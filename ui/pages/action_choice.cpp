#include "ui/pages/action_choice.h"

#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

bool offers(const Service &service, Operation operation)
{
    const auto kinds = service.jobKinds();
    return std::ranges::any_of(kinds, [operation](const JobKind &kind) {
        return std::ranges::count(kind.operations, operation) > 0;
    });
}

/// Fields made for finding records first, then e-mail, then what else there is.
int keyRank(const Field &field)
{
    if (field.type == FieldType::Id)
        return 3;
    if (field.unique)
        return 0;
    return field.type == FieldType::Email ? 1 : 2;
}

} // namespace

ActionChoice::ActionChoice(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"where.action"_s);
    setAccessibleName(tr("What to do"));
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S1));
    m_add = addRow(u"where.action.add"_s, tr("Add new"), Operation::Insert);
    lines->addSpacing(px(Space::S3));
    m_upsert = addRow(u"where.action.addOrUpdate"_s, tr("Add or update"), Operation::Upsert);
    lines->addWidget(makeKey());
}

ActionChoice::Row ActionChoice::addRow(const QString &id, const QString &text, Operation operation)
{
    Row row;
    row.button = new QRadioButton(text, this);
    row.button->setObjectName(id);
    row.button->setFont(ui::font(Type::Strong));
    m_group->addButton(row.button);
    row.meaning = new Words(Type::Body, Color::Text2, this);
    row.reason = new Words(Type::Small, Color::Text2, this);
    row.reason->setObjectName(id + u".reason"_s);
    static_cast<QVBoxLayout *>(layout())->addWidget(row.button, 0,
                                                    Qt::AlignLeft); // only the label can be pressed
    for (Words *words : { row.meaning, row.reason }) {
        words->setWordWrap(true);
        words->setIndent(px(Size::CheckBox) + px(Space::S2));
        layout()->addWidget(words);
    }
    connect(row.button, &QRadioButton::clicked, this,
            [this, operation] { Q_EMIT operationChosen(operation); });
    return row;
}

QWidget *ActionChoice::makeKey()
{
    m_keyPart = new QWidget(this);
    auto *lines = new QVBoxLayout(m_keyPart);
    lines->setContentsMargins(px(Size::CheckBox) + px(Space::S2), px(Space::S2), 0, 0);
    lines->setSpacing(px(Space::S2));
    auto *line = new QWidget(m_keyPart);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), line);
    auto *label
        = new Words(tr("Records are found by", "followed by a field"), Type::Label, Color::Text, line);
    m_key = new SearchableCombo(tr("Records are found by"), line);
    m_key->setObjectName(u"where.key"_s);
    m_key->setPlaceholder(tr("Choose a field…"));
    label->setBuddy(m_key);
    flow->addWidget(label);
    flow->addWidget(m_key);
    m_keyDoubt = new Words(Type::Body, Color::HeadsUp, m_keyPart);
    m_keyDoubt->setObjectName(u"where.key.doubt"_s);
    m_keyDoubt->setWordWrap(true);
    lines->addWidget(line);
    lines->addWidget(m_keyDoubt);
    connect(m_key, &SearchableCombo::chosen, this, &ActionChoice::keyChosen);
    return m_keyPart;
}

void ActionChoice::setPlace(const PlaceDesk::Snapshot &place, const Service *service, qint64 rows)
{
    if (service == nullptr || place.stage != PlaceDesk::Stage::Ready)
        return;
    const ObjectInfo *listed = place.objectInfo();
    const ObjectInfo &object = listed ? *listed : place.schema.object;
    const QString what = object.labelPlural;
    const QString mayNotAdd
        = object.canCreate ? QString() : tr("You may not add %1 in %2.").arg(what, service->name());
    const auto notOffered = [service](Operation operation) {
        return offers(*service, operation)
            ? QString()
            : tr("%1 does not offer this.", "name of a service").arg(service->name());
    };

    QString reason = notOffered(Operation::Insert);
    show(m_add,
         rows < 0 ? tr("Each row becomes a new record, even if the same one is there already.")
                  : tr("%Ln new record(s), even if the same ones are there already.", nullptr, plural(rows)),
         reason.isEmpty() ? mayNotAdd : reason);

    reason = notOffered(Operation::Upsert);
    if (reason.isEmpty())
        reason = mayNotAdd;
    if (reason.isEmpty() && !object.canUpdate)
        reason = tr("You may not change %1 in %2.").arg(what, service->name());
    if (reason.isEmpty() && place.schema.keys().empty())
        reason = tr("%1 have no field by which records can be found.").arg(what);
    show(m_upsert,
         tr("%1 with the same value in a field that you choose are changed, the others are added.").arg(what),
         reason);

    m_group->setExclusive(false); // else the last one that was checked stays so
    m_add.button->setChecked(place.operation == Operation::Insert);
    m_upsert.button->setChecked(place.operation == Operation::Upsert);
    m_group->setExclusive(true);
    showKey(place, service);
}

void ActionChoice::show(const Row &row, const QString &meaning, const QString &reason)
{
    row.meaning->setText(meaning);
    row.button->setAccessibleDescription(reason.isEmpty() ? meaning : reason);
    row.button->setEnabled(reason.isEmpty());
    row.meaning->setEnabled(reason.isEmpty());
    row.reason->setText(reason);
    row.reason->setVisible(!reason.isEmpty());
}

void ActionChoice::showKey(const PlaceDesk::Snapshot &place, const Service *service)
{
    if (place.schema != m_schema) {
        m_schema = place.schema;
        std::vector<const Field *> keys = m_schema.keys();
        std::ranges::stable_sort(keys, {}, [](const Field *field) { return keyRank(*field); });
        QList<ChoiceRow> rows;
        for (const Field *field : keys) {
            ChoiceRow row;
            row.id = field->name;
            row.name = field->label;
            row.secondLine = field->name;
            row.badgeIcon = field->unique ? u"key"_s : QString();
            row.badgeText = field->unique ? tr("unique", "each value occurs once") : QString();
            rows << row;
        }
        m_key->setRows(rows);
    }
    m_key->setChosen(place.keyField);
    m_keyPart->setVisible(place.operation == Operation::Upsert);
    const Field *key = m_schema.field(place.keyField);
    const bool doubtful = key && !key->unique && key->type != FieldType::Id;
    if (doubtful) {
        const QString what
            = place.objectInfo() ? place.objectInfo()->labelPlural : m_schema.object.labelPlural;
        //: %1 Contacts, %2 the service, %3 a field
        m_keyDoubt->setText(tr("Heads-up: if two %1 in %2 share the same %3, that row fails.")
                                .arg(what, service->name(), key->label));
    }
    m_keyDoubt->setVisible(doubtful);
}

QWidget *ActionChoice::openDecision() const
{
    if (m_group->checkedButton() == nullptr)
        return m_add.button->isEnabled() ? m_add.button : m_upsert.button;
    return m_upsert.button->isChecked() && m_key->chosenId().isEmpty() ? m_key : nullptr;
}

} // namespace rowlift::ui
