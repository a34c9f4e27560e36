// What is done before a part is first sent: what the service has of its records is copied.

#include "app/base/folders.h"
#include "app/run/part_walk.h"

#include <QCoreApplication>
#include <QFile>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct PartKeepWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartWalk)
};

Error cannotKeepOld(const PartRecord &part)
{
    return { .kind = Error::Kind::BadInput,
             .sentence = PartKeepWords::tr("What is there now cannot be copied before part %1 is sent, so it "
                                           "was not sent.")
                             .arg(part.number),
             .detail = {},
             .retryAfter = {} };
}

} // namespace

std::optional<Rest> PartWalk::keepOldValues(PartLoader &loader)
{
    const QString folder = m_context.ledger.folder();
    if (!m_context.keepsOld
        || (m_part.oldValuesOf != 0 && QFile::exists(oldValuesFile(folder, m_part.oldValuesOf))))
        return {};
    if (!m_context.kind.canKeepOld)
        return left(cannotKeepOld(m_part));
    const QString path = oldValuesFile(folder, m_part.number);
    if (!QFile::exists(path)) { // it is whole when it is there
        makeOwnFolder(folder + u"/before"_s);
        m_context.board.copied(m_part.number, 0);
        const Progress progress(
            [this](qint64 records, qint64) { m_context.board.copied(m_part.number, records); });
        const auto kept = loader.keepOld(file(), path, progress, m_context.control.interrupted());
        m_context.board.copyEnds(m_part.number);
        if (!kept && kept.error().cancelled() && m_context.control.stopping())
            return goOn(); // to be dropped: nothing of it was sent
        if (!kept)
            return mayPass(kept.error()) ? waitAfter(kept.error()) : left(kept.error());
    }
    if (auto noted = m_context.ledger.noteOldValues(m_part.number); !noted)
        return left(noted.error());
    m_part.oldValuesOf = m_part.number;
    wayIsFree();
    return {};
}

} // namespace rowlift
