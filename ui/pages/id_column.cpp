#include "ui/pages/id_column.h"

#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

IdColumn::IdColumn(const PlaceDesk &desk, const FileDesk &file, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_file(file)
    , m_column(new SearchableCombo(tr("The record ids are in the column"), this))
    , m_because(new Words(Type::Body, Color::Text2, this))
    , m_lines(new QVBoxLayout(this))
{
    m_column->setObjectName(u"where.idColumn"_s);
    m_column->setPlaceholder(tr("Choose a column…"));
    m_because->setObjectName(u"where.idColumn.because"_s);
    m_because->setWordWrap(true);
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), line);
    auto *label = new Words(tr("The record ids are in the column"), Type::Label, Color::Text, line);
    label->setBuddy(m_column);
    flow->addWidget(label);
    flow->addWidget(m_column);
    m_lines->setContentsMargins(px(Size::CheckBox) + px(Space::S2), px(Space::S2), 0, 0);
    m_lines->setSpacing(px(Space::S2));
    m_lines->addWidget(line);
    m_lines->addWidget(m_because);
    connect(m_column, &SearchableCombo::chosen, this, &IdColumn::chosen);
}

QWidget *IdColumn::combo() const
{
    return m_column;
}

bool IdColumn::isOpen() const
{
    return m_column->chosenId().isEmpty();
}

void IdColumn::refresh()
{
    sayColumns();
    sayWarning();
    const auto &place = m_desk.snapshot();
    const QString what = place.objectInfo() ? place.objectInfo()->labelPlural : place.object;
    QString because;
    if (place.idColumn.isEmpty()) {
        //: %1 Contacts
        because = tr("No column looks like record ids of %1.").arg(what);
    } else if (place.idColumnProposed) {
        //: %1 Contacts
        because = tr("Proposed, because its values are record ids of %1.").arg(what);
    }
    m_because->setText(because);
    m_because->setVisible(!because.isEmpty());
}

void IdColumn::sayColumns()
{
    const FileLook &look = m_file.snapshot().look;
    if (look.columns != m_columns) {
        m_columns = look.columns;
        QList<ChoiceRow> rows;
        for (int column = 0; column < m_columns.size(); ++column) {
            const auto at = static_cast<std::size_t>(column);
            ChoiceRow row;
            row.id = m_columns.at(column);
            row.name = columnLetters(column) + u"  "_s + m_columns.at(column);
            if (at < look.looks.size())
                row.secondLine = look.looks[at].examples.mid(0, 2).join(u" · "_s).left(60);
            rows << row;
        }
        m_column->setRows(rows);
    }
    m_column->setChosen(m_desk.snapshot().idColumn);
}

void IdColumn::sayWarning()
{
    const QString service = m_desk.service() ? m_desk.service()->name() : QString();
    QString text
        = tr("Most kinds of records go to the recycle bin of %1 (usually for 15 days), some are gone for "
             "good; records that hang on them may go too.")
              .arg(service);
    if (m_desk.canKeepOld(m_desk.rows()))
        text += u' ' + tr("Rowlift first saves a copy of every record, in the folder of this import.");
    if (text == m_warns)
        return;
    m_warns = text;
    if (m_warning) {
        m_warning->hide();
        m_warning->deleteLater();
    }
    const Notice notice {
        .id = u"delete"_s, .kind = Notice::Kind::Problem, .text = text, .buttons = {}, .dismissible = false
    };
    m_warning = new NoticeBar(notice, this);
    m_lines->addWidget(m_warning);
    m_warning->show(); // at once, not when the layout comes to it
}

} // namespace rowlift::ui
