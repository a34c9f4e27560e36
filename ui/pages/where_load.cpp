#include "ui/pages/where_load.h"

#include "ui/pages/file_words.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 oneMegabyte = 1'000'000;
constexpr qint64 markBytes = 10; ///< Of a row, where the service is given its place in the file.
// The first part is small, so that little is sent of what goes badly.
constexpr qint64 mostRowsFirst = 5'000;
constexpr qint64 mostBytesFirst = 2'000'000;

/// About what a column takes: the values seen of it.
qint64 seenSizeOf(const ColumnLook &look)
{
    qint64 bytes = 0;
    for (const QString &example : look.examples)
        bytes += example.size();
    return look.examples.isEmpty() ? 1 : 1 + bytes / look.examples.size();
}

} // namespace

WhereLoad::WhereLoad(const PlaceDesk &desk, const FileDesk &file, const MapDesk &map, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_file(file)
    , m_map(map)
    , m_parts(new Words(Type::Body, Color::Text2, this))
    , m_queue(new Words(Type::Body, Color::Text2, this))
{
    m_parts->setObjectName(u"where.parts"_s);
    m_queue->setObjectName(u"where.queue"_s);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S1));
    for (Words *words : { m_parts, m_queue }) {
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        lines->addWidget(words);
    }
}

/// Columns that are not imported stay here.
double WhereLoad::shareThatIsSent() const
{
    const auto &looks = m_file.snapshot().look.looks;
    const auto &map = m_map.snapshot();
    qint64 all = 0;
    qint64 sent = 0;
    for (std::size_t column = 0; column < looks.size(); ++column) {
        const qint64 size = seenSizeOf(looks[column]);
        all += size;
        if (column < map.mapping.columns.size() && !map.mapping.columns[column].field.isEmpty())
            sent += size;
    }
    return !map.ready || sent == 0 || all == 0 ? 1 : static_cast<double>(sent) / static_cast<double>(all);
}

QString WhereLoad::partsOfFile() const
{
    const auto kind = m_desk.kindFor(m_desk.rows());
    if (kind && kind->naming == ResultNaming::Keys && m_desk.rows() >= 0)
        return partsOfRecords(*kind);
    if (!kind || kind->workedAtOnce == 0 || kind->answersAtOnce || m_desk.rows() < 0)
        return {};
    const qint64 most = kind->partBytes > 0 ? kind->partBytes : kind->maxBodyBytes;
    if (most <= 0)
        return {};
    const auto ofFile
        = static_cast<qint64>(static_cast<double>(m_file.snapshot().index.bytes) * shareThatIsSent());
    const qint64 bytes = ofFile + (kind->rowColumn.isEmpty() ? 0 : m_desk.rows() * markBytes);
    const qint64 first = std::min(mostBytesFirst, bytes * mostRowsFirst / std::max<qint64>(1, m_desk.rows()));
    const QString service = m_desk.service()->name();
    if (bytes <= first) {
        //: %1 "Marketo"
        return tr("Your file goes to %1 in one part.").arg(service);
    }
    if (bytes - first <= most) {
        //: %1 "Marketo"
        return tr("Your file goes to %1 in about two parts, a small one first.").arg(service);
    }
    const qint64 parts = 1 + (bytes - first + most - 1) / most;
    const QString size = QLocale().toString((most + oneMegabyte - 1) / oneMegabyte);
    //: %1 a number
    QString words = tr("Your file becomes about %Ln part(s) of just under %1 MB, a small one first.", nullptr,
                       plural(parts))
                        .arg(size);
    if (kind->inFlight == 1) {
        //: %1 "Marketo"
        return words + u' ' + tr("%1 takes them one after another.").arg(service);
    }
    //: %1 "Marketo"
    return words + u' ' + tr("%1 works on %Ln of them at a time.", nullptr, kind->workedAtOnce).arg(service);
}

/// Where a record is written with the names of its properties: by what the first rows take.
QString WhereLoad::partsOfRecords(const JobKind &kind) const
{
    const qint64 bytes = m_map.snapshot().ready ? m_map.bytesOfRow() * m_desk.rows() : 0;
    const QString service = m_desk.service()->name();
    if (bytes == 0 || kind.partBytes == 0)
        return {};
    if (bytes <= kind.partBytes) {
        //: %1 "Dotdigital"
        return tr("Your file goes to %1 in one part or two.").arg(service);
    }
    const qint64 parts = (bytes + kind.partBytes - 1) / kind.partBytes;
    const QString size = QLocale().toString((kind.partBytes + oneMegabyte - 1) / oneMegabyte);
    //: %1 a number
    return tr("Your file becomes about %Ln part(s) of up to %1 MB.", nullptr, plural(parts)).arg(size);
}

QString WhereLoad::partsWords() const
{
    const QString words = partsOfFile();
    const auto &place = m_desk.snapshot();
    const auto kind = m_desk.kindFor(m_desk.rows());
    const Field *key = place.schema.field(place.keyField);
    if (words.isEmpty() || !key || kind->repeatedKeysOf(*place.operation) != RepeatedKeys::Together)
        return words;
    //: %1 a field
    return words + u' ' + tr("Rows that share the same %1 may make one part more.").arg(key->label);
}

QString WhereLoad::queueWords() const
{
    const Service *service = m_desk.service();
    QStringList words;
    for (const PartsUnderWay &parts : m_desk.snapshot().underWay) {
        //: %1 a file, %2 "Marketo"
        words << tr("%Ln part(s) of “%1” are still in %2's queue.", nullptr, plural(parts.parts))
                     .arg(QFileInfo(parts.file).fileName(), service ? service->name() : QString());
    }
    return words.join(u' ');
}

void WhereLoad::refresh()
{
    const auto &place = m_desk.snapshot();
    const bool known = place.stage == PlaceDesk::Stage::Ready && place.operation;
    m_parts->setText(known ? partsWords() : QString());
    m_parts->setVisible(!m_parts->text().isEmpty());
    m_queue->setText(known ? queueWords() : QString());
    m_queue->setVisible(!m_queue->text().isEmpty());
    setVisible(m_parts->isVisibleTo(this) || m_queue->isVisibleTo(this));
}

} // namespace rowlift::ui
