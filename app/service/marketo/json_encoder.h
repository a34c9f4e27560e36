#pragma once

#include "app/schema/schema.h"
#include "app/service/job_kind.h"

#include <QStringList>

#include <string>
#include <vector>

namespace rowlift::marketo {

/// Records as a call of Sync Leads takes them: flat objects by REST names, each value with the type of its
/// field. An empty value is left out, so that the field keeps what it has; the word for clearing becomes
/// null. By their ids people are only changed. Source: contracts/marketo.md, 8 and 12.
class SyncEncoder : public Encoder {
public:
    SyncEncoder(const Target &target, const QStringList &fields, const Schema &schema);

    QByteArray prologue() const override { return m_prologue; }
    QByteArray epilogue() const override { return "]}"; }
    QByteArray separator() const override { return ","; }
    void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const override;

private:
    /// How the values of one field are written.
    enum class Form { Text, Number, Boolean };
    struct Member {
        std::string name; ///< With quotes and colon.
        Form form = Form::Text;
    };

    void appendValue(Form form, std::string_view value, OutBuffer &out) const;

    QByteArray m_prologue;
    std::string m_clear; ///< The word that empties a field.
    std::vector<Member> m_members;
};

} // namespace rowlift::marketo
