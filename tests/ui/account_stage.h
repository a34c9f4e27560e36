#pragma once

#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/desk/map_desk.h"
#include "ui/pages/where_page.h"
#include "ui/widgets/searchable_combo.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

/// The page Where to with accounts of one's own, over sessions that pretend.
namespace rowlift::testing {

using namespace rowlift::ui;
using namespace Qt::StringLiterals;

/// No keychain for these tests, and none of the person's own above all.
[[maybe_unused]] inline const bool withoutBus
    = qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus") && qunsetenv("DISPLAY");

inline const QString rightSecret = u"right-secret-77"_s;

inline Account ownAccount(const QString &name, const QString &service = u"salesforce"_s)
{
    return { .id = QUuid::createUuid(),
             .service = service,
             .name = name,
             .environment = Environment::Production,
             .url = QUrl(u"https://%1.my.salesforce.com"_s.arg(name.toLower())),
             .signIn = SignInKind::ClientCredentials,
             .user = u"consumer-key"_s };
}

/// One can sign in to it and no more.
class NoLoading : public Service {
public:
    QString id() const override { return u"noloading"_s; }
    QString name() const override { return u"Noloading"_s; }
    std::vector<SignInForm> signIn() const override
    {
        return { { .kind = SignInKind::Basic,
                   .label = u"With user and password"_s,
                   .fields
                   = { { .id = SignInField::Id::Url,
                         .label = u"Region"_s,
                         .help = u"Where it runs."_s,
                         .choices = { { u"Found by itself"_s, {} },
                                      { u"Europe"_s, QUrl(u"https://eu.example.com"_s) } } },
                       { .id = SignInField::Id::User, .label = u"API user"_s, .help = u"From it."_s },
                       { .id = SignInField::Id::Secret, .label = u"Password"_s, .help = u"Of it."_s } } } };
    }
    bool recognisesDescribe(const QByteArray &) const override { return false; }
    Result<Schema> schemaFrom(const QByteArray &) const override { return Schema(); }
    std::unique_ptr<ServiceSession> open(const Account &, CredentialsSource, HttpFactory &) const override
    {
        return {};
    }
};

struct AccountStage {
    explicit AccountStage(std::vector<Account> own = {})
        : bench([&own] {
            own.push_back(practiceSalesforceAccount());
            return own;
        }())
    {
        bench.account.rightSecret = rightSecret;
        bench.services.push_back(std::make_unique<NoLoading>());
        page = std::make_unique<WherePage>(place, file, map);
        window = std::make_unique<PageWindow>(*page);
    }
    void enter()
    {
        file.open(bench.bench.sampleFile);
        QTRY_VERIFY(file.snapshot().counted);
        window->enter({ 964, 900 });
    }
    /// Fills the form of Salesforce in, as far as the secret.
    void fillIn(const QString &secret)
    {
        type(u"account.url"_s, u"https://acme.lightning.force.com/lightning/page/home"_s);
        type(u"account.user"_s, u" consumer-key "_s);
        type(u"account.secret"_s, secret);
    }
    void type(const QString &field, const QString &text)
    {
        auto *edit = window->find<QLineEdit>(field);
        QVERIFY2(edit && edit->isVisible(), qPrintable(field));
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void choose(const QString &account)
    {
        place.chooseAccount(account);
        QTRY_VERIFY(place.snapshot().stage != PlaceDesk::Stage::Connecting);
    }
    QString text(const QString &name) const { return window->find<QLabel>(name)->text(); }
    bool shows(const QString &name) const
    {
        const auto *widget = window->find<QWidget>(name);
        return widget && widget->isVisible();
    }
    QStringList names() const
    {
        QStringList names;
        for (const Account &account : bench.accounts.own())
            names << account.name;
        return names;
    }

    UiBench bench;
    FileDesk file { bench.bench };
    PlaceDesk place { bench.bench, file };
    MapDesk map { bench.bench, file, place };
    std::unique_ptr<WherePage> page;
    std::unique_ptr<PageWindow> window;
};

} // namespace rowlift::testing
