#include "ui/pages/object_choice.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct UsualObject {
    QStringView name;
    QStringView icon;
};

/// What most spreadsheets hold: people first.
constexpr std::array usualObjects { UsualObject { u"Contact", u"account" },
                                    UsualObject { u"Lead", u"filter" },
                                    UsualObject { u"Account", u"records" },
                                    UsualObject { u"Campaign", u"list" } };

QStringView iconOf(const QString &object)
{
    const auto found = std::ranges::find(usualObjects, QStringView(object), &UsualObject::name);
    return found == usualObjects.end() ? QStringView() : found->icon;
}

bool canDoSomething(const ObjectInfo &object)
{
    return object.canCreate || object.canUpdate || object.canDelete;
}

} // namespace

ObjectChoice::ObjectChoice(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_all(new SearchableCombo(tr("Kind of record"), this))
    , m_state(new Words(Type::Body, Color::Text2, this))
{
    setAccessibleName(tr("Kind of record"));
    m_all->setObjectName(u"where.object"_s);
    m_state->setObjectName(u"where.object.state"_s);
    m_state->setWordWrap(true);
    m_tilePart = new QWidget(this);
    m_flow = new FlowLayout(px(Space::S3), px(Space::S3), m_tilePart);
    m_only = new Words(Type::Strong, Color::Text, this);
    m_only->setObjectName(u"where.object.only"_s);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S3));
    lines->addWidget(m_only);
    lines->addWidget(m_tilePart);
    lines->addWidget(m_all, 0, Qt::AlignLeft);
    lines->addWidget(m_state);
    connect(m_all, &SearchableCombo::chosen, this, &ObjectChoice::chosen);
}

void ObjectChoice::setPlace(const PlaceDesk::Snapshot &place, const QString &service)
{
    std::vector<ObjectInfo> objects;
    for (const PlaceDesk::ObjectChoice &choice : place.objects)
        objects.push_back(choice.object);
    if (objects != m_objects) {
        m_objects = std::move(objects);
        rebuild(place, service);
    }
    check(place.object);
    const bool only = m_objects.size() == 1;
    m_only->setText(only ? m_objects.front().labelPlural : QString());
    m_only->setVisible(only);
    m_tilePart->setVisible(!only && !m_tiles.isEmpty());
    m_all->setVisible(!only);
    const bool reading = place.stage == PlaceDesk::Stage::ReadingFields;
    const ObjectInfo *object = place.objectInfo();
    m_state->setText(reading && object ? tr("Reading the fields of %1…").arg(object->labelPlural)
                                       : QString());
    m_state->setVisible(reading);
}

void ObjectChoice::rebuild(const PlaceDesk::Snapshot &place, const QString &service)
{
    for (ChoiceTile *tile : std::as_const(m_tiles)) {
        m_group->removeButton(tile);
        tile->deleteLater();
    }
    m_tiles.clear();
    for (const UsualObject &usual : usualObjects) {
        const auto found = std::ranges::find(m_objects, usual.name, &ObjectInfo::name);
        if (found != m_objects.end() && canDoSomething(*found))
            addTile(*found);
    }
    QList<ChoiceRow> rows;
    for (const ObjectInfo &object : m_objects) {
        ChoiceRow row;
        row.id = object.name;
        row.name = object.label;
        row.secondLine = object.label == object.name ? object.labelPlural : object.name;
        row.search = object.labelPlural + u' ' + object.name;
        if (!canDoSomething(object))
            row.disabledReason
                = tr("You may not add, change or delete these in %1.", "name of a service").arg(service);
        else if (!object.canCreate && !object.canUpdate)
            row.secondLine += u" · "_s + tr("can only be deleted", "a kind of record");
        rows << row;
    }
    m_all->setRows(rows);
    m_all->setPlaceholder(
        tr("Search %Ln kind(s) of records…", nullptr, static_cast<int>(place.objects.size())));
}

void ObjectChoice::addTile(const ObjectInfo &object)
{
    auto *tile = new ChoiceTile(iconOf(object.name).toString(), object.label, {}, m_flow->parentWidget());
    tile->setObjectName(u"where.object.%1"_s.arg(object.name));
    m_flow->addWidget(tile);
    m_group->addButton(tile);
    m_tiles << tile;
    tile->setProperty("object", object.name);
    tile->show();
    connect(tile, &ChoiceTile::clicked, this, [this, name = object.name] { Q_EMIT chosen(name); });
}

void ObjectChoice::check(const QString &object)
{
    bool shownAsTile = false;
    m_group->setExclusive(false); // else the last one that was checked stays so
    for (ChoiceTile *tile : std::as_const(m_tiles)) {
        const bool is = tile->property("object").toString() == object;
        tile->setChecked(is);
        shownAsTile = shownAsTile || is;
    }
    m_group->setExclusive(true);
    m_all->setChosen(shownAsTile ? QString() : object);
}

QWidget *ObjectChoice::firstChoice() const
{
    return m_tiles.isEmpty() ? static_cast<QWidget *>(m_all) : m_tiles.front();
}

} // namespace rowlift::ui
