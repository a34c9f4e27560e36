#include "app/service/dotdigital/account_lists.h"

#include "app/service/dotdigital/collections.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Lists)
};

/// Of the account itself, which cannot be written.
constexpr auto testList = "Test"_L1;

} // namespace

Result<std::vector<OptionChoice>> listChoices(Api &api, std::stop_token stop)
{
    const auto lists = readPages(api, u"/v2/address-books"_s, std::move(stop));
    if (!lists)
        return tl::unexpected(lists.error());
    std::vector<OptionChoice> choices;
    for (const QJsonValue &entry : *lists) {
        const QJsonObject list = entry.toObject();
        const QString name = memberText(list, "name"_L1);
        const QString id = memberText(list, "id"_L1);
        if (name == testList || id.isEmpty())
            continue;
        const int contacts = memberText(list, "contacts"_L1).toInt();
        choices.push_back(
            { .value = id, .label = name, .detail = ListWords::tr("%n contact(s)", nullptr, contacts) });
    }
    QCollator order;
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(choices, [&order](const OptionChoice &one, const OptionChoice &other) {
        return order.compare(one.label, other.label) < 0;
    });
    return choices;
}

} // namespace rowlift::dotdigital
