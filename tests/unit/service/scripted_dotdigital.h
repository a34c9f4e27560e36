#pragma once

#include "app/service/dotdigital/dotdigital.h"
#include "tests/unit/service/scripted_service.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rowlift::test {

using namespace Qt::StringLiterals;

/// A Dotdigital without a network, for one test after the other.
class ScriptedDotdigital : protected ScriptedService {
protected:
    ScriptedDotdigital()
        : ScriptedService(makeDotdigitalService)
    {
    }

    static QByteArray accountInfo()
    {
        return R"({"id":1,"properties":[{"name":"Name","type":"String","value":"Acme"},
            {"name":"ApiCallsInLastHour","type":"Int","value":"15"},
            {"name":"ApiCallsRemaining","type":"Int","value":"1985"},
            {"name":"ApiEndpoint","type":"String","value":"https://r1-api.dotdigital.com"}]})";
    }
    /// One that is signed in already; requests and answers begin after that.
    ServiceSession &signedIn()
    {
        m_session = open({ .url = {},
                           .clientId = u"apiuser-1@apiconnector.com"_s,
                           .clientSecret = Secret(u"s3cret"_s),
                           .kind = SignInKind::Basic });
        script().answer(200, accountInfo());
        script().answer(200, accountInfo());
        (void)m_session->test({});
        script().requests.clear();
        script().answers.clear();
        return *m_session;
    }
    void refuse(int status, const QByteArray &token)
    {
        script().answer(status, R"({"message":"Error: )" + token + R"("})");
    }
    /// The account does not have version 3.
    void answerWithoutV3() { script().answer(404, R"({"message":"Not found"})"); }
    void answerCollections()
    {
        script().answer(200, R"([
            {"collectionName":"Orders","collectionType":"orders","collectionScope":"contact","recordCount":2},
            {"collectionName":"Shops","collectionType":"custom","collectionScope":"account","recordCount":0}])");
    }

    static QStringList labels(const std::vector<ObjectInfo> &objects)
    {
        QStringList all;
        for (const ObjectInfo &object : objects)
            all << object.labelPlural;
        return all;
    }

    std::unique_ptr<ServiceSession> m_session;
};

} // namespace rowlift::test
