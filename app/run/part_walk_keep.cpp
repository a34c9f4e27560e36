// What is done before a part is first sent: what the service has of its records is copied.

#include "app/base/folders.h"
#include "app/run/part_walk.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

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

/// What is there may have changed since an earlier stretch of the run made a copy. Once the service was told
/// to begin with a part, only the copy of before has what was there.
Result<bool> PartWalk::needsCopy()
{
    const QString copy = oldValuesFile(m_context.ledger.folder(), m_part.oldValuesOf);
    if (m_part.oldValuesOf == 0 || !QFile::exists(copy))
        return true;
    if (m_part.oldValuesOf != m_part.number)
        return false; // its rows were sent with those of another part
    const auto steps = m_context.ledger.stepsOf(m_part.number);
    if (!steps)
        return tl::unexpected(steps.error());
    return std::ranges::none_of(
        *steps, [](const RecordedStep &step) { return step.step == Step::Close || step.step == Step::Send; });
}

std::optional<Rest> PartWalk::keepOldValues(PartLoader &loader)
{
    if (!m_context.keepsOld || m_hasCopy)
        return {};
    const auto needed = needsCopy();
    if (!needed)
        return left(needed.error());
    if (*needed) {
        if (auto rest = copyOldValues(loader))
            return rest;
    }
    m_hasCopy = true;
    return {};
}

std::optional<Rest> PartWalk::copyOldValues(PartLoader &loader)
{
    if (!m_context.kind.canKeepOld)
        return left(cannotKeepOld(m_part));
    const QString folder = m_context.ledger.folder();
    makeOwnFolder(folder + u"/before"_s);
    m_context.board.copied(m_part.number, 0);
    const Progress progress(
        [this](qint64 records, qint64) { m_context.board.copied(m_part.number, records); });
    const auto kept = loader.keepOld(file(), oldValuesFile(folder, m_part.number), progress,
                                     m_context.control.interrupted());
    m_context.board.copyEnds(m_part.number);
    if (!kept && kept.error().cancelled() && m_context.control.stopping())
        return goOn(); // to be dropped: nothing of it was sent
    if (!kept)
        return mayPass(kept.error()) ? waitAfter(kept.error()) : left(kept.error());
    if (auto noted = m_context.ledger.noteOldValues(m_part.number); !noted)
        return left(noted.error());
    m_part.oldValuesOf = m_part.number;
    wayIsFree();
    return {};
}

} // namespace rowlift
