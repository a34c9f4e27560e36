#include "app/service/marketo/account_choices.h"

#include <QCollator>
#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr int listsOnPage = 300;

struct ChoiceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::Choices)
};

/// What tells a list from others of the same name.
QString placeOf(const QJsonObject &list)
{
    const QString program = list.value("programName"_L1).toString();
    const QString workspace = list.value("workspaceName"_L1).toString();
    QStringList places;
    if (!program.isEmpty())
        places << ChoiceWords::tr("Program “%1”").arg(program);
    if (!workspace.isEmpty())
        places << ChoiceWords::tr("Workspace “%1”").arg(workspace);
    return places.join(u", "_s);
}

void sortByLabel(std::vector<OptionChoice> &choices)
{
    QCollator order;
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(choices, [&order](const OptionChoice &one, const OptionChoice &other) {
        return order.compare(one.label, other.label) < 0;
    });
}

} // namespace

Result<std::vector<OptionChoice>> listChoices(Api &api, std::stop_token stop)
{
    std::vector<OptionChoice> choices;
    QSet<QString> tokens;
    for (QString token;;) {
        Call call { .path = u"/rest/v1/lists.json"_s, .right = u"Read-Only Lead"_s };
        call.query.addQueryItem(u"batchSize"_s, QString::number(listsOnPage));
        if (!token.isEmpty())
            call.query.addQueryItem(u"nextPageToken"_s, QString::fromLatin1(QUrl::toPercentEncoding(token)));
        const Result<Envelope> page = api.send(call, stop);
        if (!page)
            return tl::unexpected(page.error());
        for (const QJsonValue &entry : page->result) {
            const QJsonObject list = entry.toObject();
            choices.push_back({ .value = list.value("id"_L1).toVariant().toString(),
                                .label = list.value("name"_L1).toString(),
                                .detail = placeOf(list) });
        }
        token = page->nextPageToken;
        if (token.isEmpty() || tokens.contains(token)) // the second: pages that go round
            break;
        tokens << token;
    }
    sortByLabel(choices);
    return choices;
}

Result<std::vector<OptionChoice>> partitionChoices(Api &api, std::stop_token stop)
{
    const Result<Envelope> answer
        = api.send({ .path = u"/rest/v1/leads/partitions.json"_s, .right = u"Read-Only Lead"_s }, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    std::vector<OptionChoice> choices;
    for (const QJsonValue &entry : answer->result) {
        const QJsonObject partition = entry.toObject();
        const QString name = partition.value("name"_L1).toString();
        choices.push_back(
            { .value = name, .label = name, .detail = partition.value("description"_L1).toString() });
    }
    return choices;
}

} // namespace rowlift::marketo
