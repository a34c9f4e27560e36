#pragma once

#include "app/service/dotdigital/insight_record.h"
#include "app/service/dotdigital/insight_target.h"
#include "app/service/job_kind.h"

#include <QStringList>

#include <optional>
#include <string>

namespace rowlift::dotdigital {

/// The interface's versions, which take the same records in different clothes.
enum class InsightVersion { V2, V3 };

/// Records of insight data as an import takes them: the key, whose it is, and the object that the properties
/// make. Rows without a key of their own get one that is made of the file and the row; of a draft, which
/// knows no such keys yet, each is "…". Source: contracts/dotdigital.md, 4.2 and 5.
class InsightEncoder : public Encoder {
public:
    InsightEncoder(InsightVersion version, const Target &target, const QStringList &fields,
                   const Schema &schema);

    QByteArray prologue() const override { return m_prologue; }
    QByteArray epilogue() const override { return m_epilogue; }
    QByteArray separator() const override { return ","; }
    void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const override;
    /// Of what stands once in a record, a value that the first row lacks is that of the next row that has it:
    /// a blank is no value, and the record is replaced as a whole. The key and the contact are the first
    /// row's.
    void merge(std::span<const std::string_view> rows, OutBuffer &out) const override;
    Done readKeys(const QString &path, const std::function<void(std::string_view key)> &take) const override;

private:
    void setContact(InsightVersion version, const InsightTarget &target, const QStringList &fields);
    void writeKey(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const;
    /// Where the object of a record begins.
    std::size_t objectIn(std::string_view record) const;

    InsightRecord m_record;
    InsightVersion m_version;
    std::string m_madeKeys; ///< What made keys begin with.
    std::optional<std::size_t> m_key; ///< The column of the key; empty: keys are made.
    std::optional<std::size_t> m_contact; ///< The column that names the contact.
    std::string m_beforeContact; ///< Behind the key: all that stands there when there is no column.
    std::string m_beforeObject; ///< Behind the contact.
    std::string m_behindObject;
    QByteArray m_prologue;
    QByteArray m_epilogue;
};

} // namespace rowlift::dotdigital
