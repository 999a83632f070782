#include "models/records/policy.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Gatehouse;

class TestPolicy : public QObject
{
    Q_OBJECT

private:
    static Policy preset(const char *name)
    {
        const Result<Policy> policy = Policy::preset(QString::fromLatin1(name));
        return policy ? *policy : Policy();
    }

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<QString>("profile");
        for (const QString &profile : Policy::profiles())
            QTest::newRow(qPrintable(profile)) << profile;
        QCOMPARE(Policy::profiles().size(), 4);
    }

    void roundTrip()
    {
        QFETCH(QString, profile);
        const Result<Policy> policy = Policy::preset(profile);
        QVERIFY(policy);
        const QJsonObject json = policy->toJson();
        QCOMPARE(json.size(), PolicySwitch::all().size());
        for (const QString &other : Policy::profiles()) {
            Policy changed = *Policy::preset(other);
            QVERIFY(changed.apply(json));
            QCOMPARE(changed, *policy);
        }
    }

    void profilesDiffer()
    {
        QCOMPARE(preset("standard"), Policy());
        QVERIFY(!(preset("strict") == preset("standard")));
        QVERIFY(!(preset("doorkeeper") == preset("standard")));
        QVERIFY(!(preset("wiki") == preset("doorkeeper")));
    }

    void strictIsStrict()
    {
        const Policy strict = preset("strict");
        QCOMPARE(strict.pkce, Policy::Pkce::Everyone);
        QCOMPARE(strict.pkceMethods, QStringList {QStringLiteral("S256")});
        QVERIFY(!strict.implicitFlow && !strict.grantTypes.contains(QStringLiteral("password")));
        QVERIFY(strict.codeLifetime <= 60 && strict.refreshTokenLifetime > 0);
        QVERIFY(strict.issInResponses && strict.forgeryProtection && !strict.usernameNamesOwner
                && !strict.plainStorage);
        QCOMPARE(strict.redirectMatch, Policy::RedirectMatch::Exact);
    }

    void doorkeeperAnswersAsRecorded()
    {
        const Policy policy = preset("doorkeeper");
        QCOMPARE(policy.codeLifetime, Seconds(600));
        QCOMPARE(policy.realm, QStringLiteral("Doorkeeper"));
        QCOMPARE(policy.tokenType, QStringLiteral("Bearer"));
        QCOMPARE(policy.failedGrantStatus, 400);
        QVERIFY(policy.tokenCreatedAt && policy.implicitFlow && policy.passwordNeedsClient && !policy.codeInPath);
    }

    void faultsOfDoorkeeperAreInNoProfile_data() { roundTrip_data(); }

    void faultsOfDoorkeeperAreInNoProfile()
    {
        QFETCH(QString, profile);
        const Policy policy = *Policy::preset(profile);
        QVERIFY(policy.codeReplayRevokes && !policy.publicClientCredentials);
    }

    void assignmentsAreByGrantType()
    {
        Policy policy;
        policy.lifetimesByGrantType = QStringList {QStringLiteral("password=300")};
        policy.scopesByGrantType = QStringList {QStringLiteral("password=read"), QStringLiteral("password=a=b")};
        QCOMPARE(policy.lifetimeOf(QStringLiteral("password")), Seconds(300));
        QCOMPARE(policy.lifetimeOf(QStringLiteral("implicit")), policy.accessTokenLifetime);
        QCOMPARE(policy.scopesOf(QStringLiteral("password")),
                 (QStringList {QStringLiteral("read"), QStringLiteral("a=b")}));
        QVERIFY(policy.scopesOf(QStringLiteral("implicit")).isEmpty());
    }

    void wikiSpellsAsTheWiki()
    {
        const Policy policy = preset("wiki");
        QCOMPARE(policy.tokenType, QStringLiteral("bearer"));
        QCOMPARE(policy.tokenAlphabet, Policy::TokenAlphabet::Hex);
        QCOMPARE(policy.failedGrantStatus, 401);
        QVERIFY(policy.codeInPath && !policy.passwordNeedsClient
                && policy.doorkeeperMode == Policy::DoorkeeperMode::Legacy && policy.tokenInfoWiki);
    }

    void unknownProfileNamesTheOthers()
    {
        const Result<Policy> policy = Policy::preset(QStringLiteral("lax"));
        QVERIFY(!policy);
        QCOMPARE(policy.error().kind, Error::Kind::Invalid);
        for (const QString &profile : Policy::profiles())
            QVERIFY(policy.error().message.contains(profile));
    }

    void wrongValuesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const QJsonValue &value, const char *why) {
            QTest::addRow("%s: %s", name, why) << QString::fromLatin1(name) << value;
        };
        row("implicit_flow", 1, "number");
        row("code_lifetime", -1, "negative");
        row("code_lifetime", 1.5, "fraction");
        row("code_lifetime", 0, "codes end");
        row("code_lifetime", QStringLiteral("60"), "text");
        row("access_token_lifetime", 1e18, "overflow");
        row("failed_grant_status", 200, "not an error");
        row("pkce", QStringLiteral("sometimes"), "unknown word");
        row("pkce", 0, "number");
        row("grant_types", QStringLiteral("password"), "not a list");
        row("grant_types", QJsonArray {QStringLiteral("a b")}, "blank");
        row("default_scopes", QJsonArray {QStringLiteral("a"), QStringLiteral("a")}, "twice");
        row("default_scopes", QJsonArray {1}, "number in a list");
        row("realm", QStringLiteral("a\"b"), "quote");
        row("realm", QStringLiteral("a\r\nb"), "line break");
        row("lifetimes_by_grant_type", QJsonArray {QStringLiteral("password")}, "no value");
        row("lifetimes_by_grant_type", QJsonArray {QStringLiteral("password=-1")}, "negative");
        row("lifetimes_by_grant_type", QJsonArray {QStringLiteral("password=soon")}, "no number");
        row("scopes_by_grant_type", QJsonArray {QStringLiteral("=read")}, "no grant type");
        row("introspection_fields", QJsonArray {QStringLiteral("email")}, "unknown field");
        row("introspection_fields", QJsonArray {QStringLiteral("active=no")}, "a field of its own");
        row("introspection_fields", QJsonArray {QStringLiteral("a\"b=c")}, "quote");
        row("no_such_switch", true, "unknown");
    }

    void wrongValuesAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        Policy policy;
        const Result<void> applied = policy.apply({{QStringLiteral("token_created_at"), true},
                                                   {name, value},
                                                   {QStringLiteral("wording"), QStringLiteral("doorkeeper")}});
        QVERIFY(!applied);
        QCOMPARE(applied.error().kind, Error::Kind::Invalid);
        QVERIFY2(applied.error().message.contains(name), qPrintable(applied.error().message));
        QCOMPARE(policy, Policy());
    }

    void onlyNamedSwitchesChange()
    {
        Policy policy;
        QVERIFY(policy.apply(
            {{QStringLiteral("pkce"), QStringLiteral("everyone")}, {QStringLiteral("code_lifetime"), 30}}));
        Policy expected;
        expected.pkce = Policy::Pkce::Everyone;
        expected.codeLifetime = 30;
        QCOMPARE(policy, expected);
    }

    void switchesAreDescribed()
    {
        QSet<QString> names;
        for (const PolicySwitch &each : PolicySwitch::all()) {
            QVERIFY(!each.group.isEmpty() && !each.label.isEmpty());
            QVERIFY(!names.contains(each.name));
            names.insert(each.name);
            const QStringList choices = each.choices();
            QVERIFY(choices.isEmpty() || choices.contains(each.value(Policy()).toString()));
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
