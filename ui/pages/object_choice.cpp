#include "ui/pages/object_choice.h"

#include "ui/pages/flow_layout.h"
#include "ui/pages/new_object.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QLocale>
#include <QPushButton>
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
                                    UsualObject { u"contacts", u"account" },
                                    UsualObject { u"Lead", u"filter" },
                                    UsualObject { u"Account", u"records" },
                                    UsualObject { u"Campaign", u"list" } };

QStringView iconOf(const QString &object)
{
    const auto found = std::ranges::find(usualObjects, QStringView(object), &UsualObject::name);
    return found == usualObjects.end() ? QStringView(u"records") : found->icon;
}

constexpr auto fewObjects = 6; ///< So many stand beside each other.

bool canDoSomething(const ObjectInfo &object)
{
    return object.canCreate || object.canUpdate || object.canDelete;
}

} // namespace

ObjectChoice::ObjectChoice(PlaceDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_group(new QButtonGroup(this))
    , m_all(new SearchableCombo(tr("Kind of record"), this))
    , m_new(new QPushButton(this))
    , m_naming(new NewObject([this](const QString &name) { return m_desk.whyNotNew(name); }, this))
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
    m_new->setObjectName(u"where.object.new"_s);
    m_new->setIcon(icon(u"plus", Color::AccentText));
    setKind(m_new, ButtonKind::Flat);
    auto *list = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), list);
    flow->setContentsMargins({});
    flow->addWidget(m_all);
    flow->addWidget(m_new);
    lines->addWidget(list);
    lines->addWidget(m_naming);
    lines->addWidget(m_state);
    connect(m_all, &SearchableCombo::chosen, this, &ObjectChoice::chosen);
    connect(m_new, &QPushButton::clicked, this, &ObjectChoice::askForNew);
    connect(m_naming, &NewObject::closed, this, [this] { m_new->setFocus(Qt::OtherFocusReason); });
    connect(m_naming, &NewObject::named, this, [this](const QString &name) {
        m_all->setFocus(Qt::OtherFocusReason); // it shows what was named
        m_desk.chooseNew(name);
    });
}

void ObjectChoice::askForNew()
{
    //: %1 "New collection"
    m_naming->ask(tr("%1, called").arg(m_desk.service()->newObjectLabel()));
}

void ObjectChoice::refresh()
{
    const PlaceDesk::Snapshot &place = m_desk.snapshot();
    const QString made = m_desk.service() ? m_desk.service()->newObjectLabel() : QString();
    std::vector<ObjectInfo> objects;
    for (const PlaceDesk::ObjectChoice &choice : place.objects)
        objects.push_back(choice.object);
    if (objects != m_objects) {
        m_objects = std::move(objects);
        rebuild();
    }
    check(place.object);
    const bool only = m_objects.size() == 1 && made.isEmpty();
    //: %1 "New collection"
    m_new->setText(tr("%1…").arg(made));
    m_new->setVisible(!made.isEmpty());
    if (made.isEmpty())
        m_naming->hide();
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

void ObjectChoice::rebuild()
{
    const QString service = m_desk.service() ? m_desk.service()->name() : QString();
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
    const auto there = std::ranges::count(m_objects, false, &ObjectInfo::isNew);
    for (const ObjectInfo &object : m_objects) {
        const bool usual = std::ranges::find(usualObjects, QStringView(object.name), &UsualObject::name)
            != usualObjects.end();
        if (there <= fewObjects && !usual && !object.isNew && canDoSomething(object))
            addTile(object);
    }
    QList<ChoiceRow> rows;
    for (const ObjectInfo &object : m_objects) {
        ChoiceRow row;
        row.id = object.name;
        row.name = object.label;
        row.secondLine = object.label == object.name ? object.labelPlural : object.name;
        if (object.name.endsWith(u'/' + object.label))
            row.secondLine.clear(); // what is in front is the service's own
        row.search = object.labelPlural + u' ' + object.name;
        if (object.isNew) {
            row.badgeIcon = u"plus"_s;
            row.badgeText = tr("new", "a kind of record that an import makes");
        }
        if (!canDoSomething(object))
            row.disabledReason
                = tr("You may not add, change or delete these in %1.", "name of a service").arg(service);
        else if (!object.canCreate && !object.canUpdate)
            row.secondLine += u" · "_s + tr("can only be deleted", "a kind of record");
        rows << row;
    }
    m_all->setRows(rows);
    m_all->setPlaceholder(tr("Search %Ln kind(s) of records…", nullptr, static_cast<int>(m_objects.size())));
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
