#pragma once

#include "app/service/salesforce/call_loader.h"

namespace rowlift::salesforce {

/// One part as one call that adds all of its records or none. Source: contracts/salesforce.md, 5.2.
///
/// A refused record keeps the others out, and is named: the others are told as not in, to be sent again
/// without it (Submitted::restNotIn). With the option allOrNothing they are not: they stay out for it. What
/// has been refused often in company goes alone, where nothing but the record itself can keep it out.
///
/// Of what recover() finds, one record that nothing but this call can have written proves that all of its
/// rows are in, those without a key as well; and one row that is certainly not there proves that none is.
/// Where both is seen, somebody else is at it: of the row that is not seen nobody can tell then.
class TreeLoader : public CallLoader {
public:
    using CallLoader::CallLoader;

    /// So many refusals later a record goes alone.
    static constexpr int mostRefusals = 3;

protected:
    Result<Call> callFor(const PartFile &part) const override;
    Result<Submitted> answered(const Call &call, const HttpReply &reply, const PartFile &part) const override;
    bool saysOver(const HttpReply &reply) const override;
    void conclude(std::vector<TracedRow> &rows, const QStringList &keys) const override;
};

} // namespace rowlift::salesforce
