#include "ui/pages/check_names.h"

#include "ui/pages/file_words.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

CheckNames::CheckNames(CheckDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_words(new Words(Type::Body, Color::Text2, this))
    , m_lookUp(new QPushButton(this))
{
    setObjectName(u"check.names"_s);
    m_words->setObjectName(u"check.names.words"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_lookUp->setObjectName(u"check.names.lookUp"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(px(Space::S3));
    line->addWidget(m_words, 1);
    line->addWidget(m_lookUp, 0, Qt::AlignVCenter);
    connect(m_lookUp, &QPushButton::clicked, &m_desk, &CheckDesk::lookUpNames);
    hide();
}

QString CheckNames::kindOf(const CheckDesk &desk)
{
    const Field *field = desk.nameField();
    if (!field)
        return {};
    const auto &objects = desk.place().snapshot().objects;
    const auto found = std::ranges::find_if(objects, [field](const PlaceDesk::ObjectChoice &choice) {
        return field->referenceTo.contains(choice.object.name);
    });
    return found == objects.end() ? field->label : found->object.labelPlural;
}

QString CheckNames::cost() const
{
    const auto &cost = m_desk.snapshot().cost;
    if (!cost || !cost->left)
        return {};
    //: %1 what is counted ("Calls left this hour"), %2 a number
    return tr("%1: %2.").arg(cost->left->label, QLocale().toString(cost->left->left));
}

QString CheckNames::offer() const
{
    const Service *service = m_desk.place().service();
    //: %1 "Contacts", %2 "Dotdigital"
    const QString why = tr("%1 must already be in %2: it refuses what belongs to others.")
                            .arg(kindOf(m_desk), service ? service->name() : QString());
    return u"%1 %2"_s.arg(why, cost()).trimmed();
}

QString CheckNames::found() const
{
    const LookUpSum &sum = m_desk.snapshot().lookUp.sum;
    //: %1 "Contacts"
    return tr("%1: %Ln different one(s) looked up.", nullptr, plural(sum.values)).arg(kindOf(m_desk)) + u' '
        + tr("%Ln row(s) belong to one that is there.", nullptr, plural(sum.once + sum.several));
}

void CheckNames::refresh()
{
    const auto &check = m_desk.snapshot();
    const bool checked = check.state == CheckDesk::State::Checked && m_desk.nameField();
    const bool done = check.lookUp.state == CheckDesk::LookUp::State::Done && check.lookUp.ofNames;
    setVisible(checked && !check.lookUp.isUnderWay() && check.result.rows > 0);
    if (!isVisibleTo(parentWidget()))
        return;
    m_words->setText(done ? found() : offer());
    const QString calls
        = check.cost ? tr("about %Ln call(s)", nullptr, plural(check.cost->calls)) : QString();
    const QString act = done ? tr("Look up &again") : tr("Chec&k which are missing");
    //: %1 "Check which are missing", %2 "about 60 calls"
    m_lookUp->setText(calls.isEmpty() ? act : tr("%1 (%2)").arg(act, calls));
    m_lookUp->setAccessibleDescription(m_words->text());
}

} // namespace rowlift::ui
