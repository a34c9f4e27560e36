#pragma once

#include "app/schema/schema.h"
#include "app/service/job_kind.h"

#include <QStringList>

#include <string>
#include <vector>

namespace rowlift::salesforce {

/// Records as JSON: each value with the type of its field. The body of a call of the sObject Collections, or
/// a bare list of records that other calls are made of when they are sent.
/// An empty value is left out, so that the field keeps what it has or takes its default; the word for
/// clearing becomes null. Line breaks within values become LF, as in a part for the Bulk API.
///
/// A field named "Account.Crm_Key__c" is a parent by its key, and with "User:Owner.Username" its kind is
/// named. Of a delete, ids alone are written, as a list: they travel in the address of the call.
/// Source: contracts/salesforce.md, 4.1 and 5 to 5.3.
class JsonEncoder : public Encoder {
public:
    enum class Body { Collection, Records };

    JsonEncoder(const Target &target, const QStringList &fields, const Schema &schema,
                Body body = Body::Collection);

    QByteArray prologue() const override;
    QByteArray epilogue() const override;
    QByteArray separator() const override;
    void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const override;

private:
    /// How the values of one field are written.
    enum class Form { Text, Number, Boolean };
    struct Member {
        std::string before; ///< From the comma to the value: `,"Account":{"Crm_Key__c":`
        std::string behind; ///< `}` of a parent
        Form form = Form::Text;
    };

    void appendMember(const Member &member, std::string_view value, OutBuffer &out) const;

    bool m_idsOnly = false;
    std::size_t m_idAt = 0; ///< Which of the fields is the record id.
    Body m_body;
    std::string m_clear; ///< The word that empties a field.
    std::string m_begin; ///< Of every record.
    std::vector<Member> m_members;
};

} // namespace rowlift::salesforce
