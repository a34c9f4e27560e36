#include "ui/pages/copy_panel.h"

#include "ui/pages/field_choices.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

CopyPanel::CopyPanel(MapDesk &desk, int column, QWidget *parent)
    : RowPanel(desk, {}, u"map.copy"_s, parent)
    , m_column(column)
    , m_target(new SearchableCombo(tr("Second field"), this))
{
    m_target->setObjectName(u"map.copy.field"_s);
    m_target->setPlaceholder(tr("Choose a field…"));
    m_target->setRows(FieldChoices::forExtra(desk, -1));
    FieldChoices::takeTyped(m_target, desk);
    auto *line = new QHBoxLayout;
    line->addWidget(new Words(tr("The same values go to"), Type::Body, Color::Text2, this));
    line->addWidget(m_target);
    line->addStretch(1);
    lines()->addLayout(line);
    connect(m_target, &SearchableCombo::chosen, this, [this](const QString &target) {
        Q_EMIT closeWanted();
        this->desk().addCopy(m_column, target);
    });
}

void CopyPanel::refresh()
{
    setTitle(tr("Copy %1 to a second field").arg(desk().snapshot().columns.value(m_column)));
}

QWidget *CopyPanel::firstStop() const
{
    return m_target;
}

} // namespace rowlift::ui
