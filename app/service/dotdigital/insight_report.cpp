#include "app/service/dotdigital/insight_report.h"

#include "app/service/dotdigital/insight_target.h"
#include "app/service/dotdigital/json_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// Members that mean something, of both versions.
enum class Member {
    Other,
    Id,
    Status,
    Summary,
    Records,
    Imported,
    Rejected,
    Faults,
    Key,
    Reason,
    Details,
    Owner,
    Identity,
    Value
};

struct MemberName {
    std::string_view name;
    Member member = Member::Other;
};

constexpr std::array memberNames {
    MemberName { "id", Member::Id },
    MemberName { "importid", Member::Id },
    MemberName { "status", Member::Status },
    MemberName { "summary", Member::Summary },
    MemberName { "totalitems", Member::Records },
    MemberName { "totalrecords", Member::Records },
    MemberName { "totalimported", Member::Imported },
    MemberName { "totalrejected", Member::Rejected },
    MemberName { "faults", Member::Faults },
    MemberName { "failures", Member::Faults },
    MemberName { "key", Member::Key },
    MemberName { "reason", Member::Reason },
    MemberName { "failurereason", Member::Reason },
    MemberName { "detail", Member::Details },
    MemberName { "details", Member::Details },
    MemberName { "collectionowner", Member::Owner },
    MemberName { "contactidentity", Member::Identity },
    MemberName { "value", Member::Value },
};

char lowerSign(char sign)
{
    return sign >= 'A' && sign <= 'Z' ? char(sign - 'A' + 'a') : sign;
}

Member memberOf(std::string_view name)
{
    const auto found = std::ranges::find_if(memberNames, [name](const MemberName &known) {
        return std::ranges::equal(known.name, name, {}, {}, lowerSign);
    });
    return found == memberNames.end() ? Member::Other : found->member;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Hears an answer about an import. It knows where it is by the members that it is in.
class AnswerListener : public JsonListener {
public:
    explicit AnswerListener(const TakeFault &take)
        : m_take(take)
    {
    }

    void begin(bool) override { m_in.push_back(std::exchange(m_member, Member::Other)); }
    void end() override
    {
        if (isFault())
            tellFault();
        if (!m_in.empty())
            m_in.pop_back();
        m_member = Member::Other;
    }
    void name(std::string_view name) override { m_member = memberOf(name); }
    void text(std::string_view text) override
    {
        keep(text);
        m_member = Member::Other;
    }
    void number(std::string_view digits) override { text(digits); }
    void nothing() override { m_member = Member::Other; }
    bool wantsMore() const override { return !error; }

    InsightReport report;
    std::optional<Error> error; ///< Of whoever took a fault.

private:
    /// In a fault's own members.
    bool isFault() const { return m_in.size() == 3 && m_in[1] == Member::Faults; }

    void keep(std::string_view text)
    {
        if (isFault())
            return keepOfFault(m_member, text);
        if (m_in.size() > 3 && m_in[1] == Member::Faults)
            return keepWithin(text);
        const bool isOfAll = m_in.size() == 1 || (m_in.size() == 2 && m_in[1] == Member::Summary);
        if (isOfAll)
            keepOfAll(text);
    }
    void keepOfAll(std::string_view text)
    {
        switch (m_member) {
        case Member::Id:
            report.id = fromUtf8(text);
            return;
        case Member::Status:
            report.status = fromUtf8(text);
            return;
        case Member::Records:
            return count(report.records, text);
        case Member::Imported:
            return count(report.imported, text);
        case Member::Rejected:
            return count(report.rejected, text);
        default:
            return;
        }
    }
    void keepOfFault(Member member, std::string_view text)
    {
        if (member == Member::Key)
            m_fault.key = text;
        else if (member == Member::Reason)
            m_fault.reason = fromUtf8(text);
        else if (member == Member::Details)
            addDetail(text);
    }
    /// In what a fault's members hold. The record itself is echoed as well, with members of any name.
    void keepWithin(std::string_view text)
    {
        if (m_in[3] == Member::Details)
            addDetail(text);
        else if (m_in.size() == 5 && m_in[3] == Member::Owner && m_in[4] == Member::Identity
                 && m_member == Member::Value)
            m_fault.contact = fromUtf8(text);
    }
    void addDetail(std::string_view text)
    {
        constexpr qsizetype longestDetails = 2000;
        if (!m_fault.details.isEmpty())
            m_fault.details += u'\n';
        m_fault.details = (m_fault.details + fromUtf8(text)).left(longestDetails);
    }
    void tellFault()
    {
        if (m_take) {
            if (const Done taken = m_take(m_fault); !taken)
                error = taken.error();
        }
        m_fault = {};
    }
    static void count(std::optional<qint64> &into, std::string_view digits)
    {
        qint64 number = 0;
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (code == std::errc() && end == digits.data() + digits.size() && number >= 0)
            into = number;
    }

    const TakeFault &m_take;
    std::vector<Member> m_in; ///< What we are in, from outside; the document itself and entries are Other.
    Member m_member = Member::Other; ///< Whose value comes.
    InsightFault m_fault;
};

struct InsightReportWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::InsightReport)
};

/// What a reason is about, but for the properties.
QLatin1StringView fieldBehind(const QString &reason)
{
    constexpr std::array ofKeys { "InvalidClientKey"_L1, "DuplicateKey"_L1,
                                  "KeyExistingForDifferentContact"_L1 };
    if (std::ranges::find(ofKeys, reason) != ofKeys.end())
        return QLatin1StringView(keyFieldName);
    const bool isOfContact = reason.startsWith("InvalidContact"_L1)
        || (reason.startsWith("Contact"_L1) && reason.endsWith("DoesNotExist"_L1));
    return isOfContact ? QLatin1StringView(contactFieldName) : QLatin1StringView();
}

/// The property that \a details name, alone or in quotes; they may write a list without its brackets.
QString propertyIn(const QString &details, const QStringList &fields)
{
    QString found;
    for (const QString &field : fields) {
        if (field.startsWith(u'$') || field.size() <= found.size())
            continue;
        const QString plain = QString(field).remove(u"[]"_s);
        const auto isNamed = [&details](const QString &name) {
            return details == name || details.contains(u"'%1'"_s.arg(name))
                || details.contains(u"\"%1\""_s.arg(name));
        };
        if (isNamed(field) || isNamed(plain))
            found = field;
    }
    return found;
}

} // namespace

std::optional<InsightReport> readInsightAnswer(const QByteArray &body)
{
    const TakeFault none;
    AnswerListener listener(none);
    if (!body.trimmed().startsWith('{') || readJson(body, listener) != JsonEnd::Whole)
        return std::nullopt;
    return listener.report;
}

Result<InsightReport> readInsightReport(const QString &path, const TakeFault &take, std::stop_token stop)
{
    AnswerListener listener(take);
    const JsonEnd end = readJsonFile(path, listener, stop);
    if (end == JsonEnd::Stopped)
        return tl::unexpected(cancelledError());
    if (listener.error)
        return tl::unexpected(*listener.error);
    if (end == JsonEnd::Whole)
        return std::move(listener.report);
    return tl::unexpected(Error {
        .kind = end == JsonEnd::NoJson ? Error::Kind::BadReply : Error::Kind::Storage,
        .sentence
        = InsightReportWords::tr("Dotdigital's report could not be read. Try again in a few minutes."),
        .detail = path,
        .retryAfter = {} });
}

Reason faultReason(const InsightFault &fault, const QStringList &fields)
{
    Reason reason { .code = fault.reason.isEmpty() ? u"Unknown"_s : fault.reason,
                    .field = fieldBehind(fault.reason),
                    .text = fault.details };
    if (reason.field == QLatin1StringView(contactFieldName) && reason.text.isEmpty())
        reason.text = fault.contact;
    if (reason.field.isEmpty())
        reason.field = propertyIn(fault.details, fields);
    return reason;
}

} // namespace rowlift::dotdigital
