#include "models/records/application.h"
#include "models/registration/applicationrules.h"

#include <QTest>

using namespace Gatehouse;

using Fault = ApplicationRules::Fault;
using Faults = QList<Fault>;

class TestApplicationRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirectUris_data();
    void redirectUris();
    void windowTakesPlainHttp();
    void redirectUriIsNeededWhereAFlowNeedsIt();
    void names_data();
    void names();
    void scopes_data();
    void scopes();
    void knownScopesOnlyWhereThePolicySaysSo();
    void problemsComeInTheOrderOfTheFields();

private:
    static Application good()
    {
        Application application;
        application.name = QStringLiteral("Web");
        application.uid = QStringLiteral("web");
        application.redirectUri = QStringLiteral("https://client.example/cb");
        return application;
    }
    static Faults faultsOf(const ApplicationRules &rules, const Application &application)
    {
        Faults faults;
        for (const auto &problem : rules.problemsOf(application)) {
            faults.append(problem.fault);
            if (ApplicationRules::sentence(problem).isEmpty())
                qFatal("A problem without words");
        }
        return faults;
    }
    static ApplicationRules pageRules() { return ApplicationRules::forPages(Policy(), good()); }
};

void TestApplicationRules::redirectUris_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<Faults>("faults");
    const auto row = [](const char *name, const char *uri, const Faults &faults) {
        QTest::newRow(name) << QString::fromUtf8(uri) << faults;
    };
    row("https", "https://client.example/cb?tenant=1", {});
    row("two on two lines", "https://a.example/1\r\nhttps://a.example/2", {});
    row("loopback", "http://127.0.0.1:9999/callback", {});
    row("loopback name", "http://LocalHost/cb", {});
    row("IPv6 loopback", "http://[::1]:80/cb", {});
    row("native scheme", "myapp://callback", {});
    row("private scheme without authority", "com.example.app:/cb", {});
    row("out of band", "urn:ietf:wg:oauth:2.0:oob", {});
    row("out of band, automatic", "urn:ietf:wg:oauth:2.0:oob:auto", {});
    row("percent", "https://client.example/%C3%A4", {});
    row("plain http", "http://client.example/cb", {Fault::Unencrypted});
    row("loopback lookalike", "http://127.0.0.1.example/cb", {Fault::Unencrypted});
    row("loopback as user", "http://127.0.0.1@client.example/cb", {Fault::Unencrypted});
    row("relative", "/callback", {Fault::Relative});
    row("no scheme", "client.example/cb", {Fault::Relative});
    row("host alone", "//client.example/cb", {Fault::Relative});
    row("fragment", "https://client.example/cb#x", {Fault::Fragment});
    row("empty fragment", "https://client.example/cb#", {Fault::Fragment});
    row("localhost as scheme", "localhost:3000/cb", {Fault::NoScheme});
    row("opaque", "mailto:a@example.com", {Fault::NoScheme});
    row("script", "javascript:alert(1)", {Fault::Forbidden, Fault::NoScheme});
    row("script with slashes", "javascript://alert/1", {Fault::Forbidden});
    row("script in capitals", "JavaScript://alert/1", {Fault::Forbidden});
    row("data", "data:text/html,x", {Fault::Forbidden, Fault::NoScheme});
    row("no host", "https:///cb", {Fault::NoUri});
    row("http without host", "http:/cb", {Fault::Unencrypted, Fault::NoUri});
    row("bracket in the path", "https://client.example/[", {Fault::NoUri});
    row("backslash", "https://client.example\\@evil.example/", {Fault::NoUri});
    row("not ASCII", "https://client.example/\u00e4", {Fault::NoUri});
    row("bad percent", "https://client.example/%zz", {Fault::NoUri});
    row("bad port", "https://client.example:80a/", {Fault::NoUri});
    row("scheme that begins with a digit", "1app:cb", {Fault::NoUri});
    row("one of two", "https://a.example/cb\nhttp://b.example/cb", {Fault::Unencrypted});
    row("blank inside", "https://a b/[", {Fault::NoUri});
}

void TestApplicationRules::redirectUris()
{
    QFETCH(QString, uri);
    Application application = good();
    application.redirectUri = uri;
    QTEST(faultsOf(pageRules(), application), "faults");
}

void TestApplicationRules::windowTakesPlainHttp()
{
    Application application = good();
    application.redirectUri = QStringLiteral("http://device.lan/cb");
    QCOMPARE(faultsOf(ApplicationRules(), application), Faults());
    application.redirectUri.clear();
    QCOMPARE(faultsOf(ApplicationRules(), application), Faults());
}

void TestApplicationRules::redirectUriIsNeededWhereAFlowNeedsIt()
{
    Application application = good();
    application.redirectUri = QStringLiteral(" \n");
    QVERIFY(ApplicationRules::forPages(Policy(), application).needsRedirectUri);
    QCOMPARE(faultsOf(ApplicationRules::forPages(Policy(), application), application), Faults {Fault::Blank});
    application.grantTypes = QStringLiteral("client_credentials");
    QVERIFY(!ApplicationRules::forPages(Policy(), application).needsRedirectUri);
    Policy policy;
    policy.grantTypes = QStringList {QStringLiteral("client_credentials")};
    application.grantTypes.clear();
    QVERIFY(!ApplicationRules::forPages(policy, application).needsRedirectUri);
    policy.implicitFlow = true;
    QVERIFY(ApplicationRules::forPages(policy, application).needsRedirectUri);
}

void TestApplicationRules::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Faults>("faults");
    QTest::newRow("words") << QStringLiteral("Caf\u00e9 \u4e16\u754c <b>") << Faults();
    QTest::newRow("blank") << QStringLiteral(" \t") << Faults {Fault::Blank};
    QTest::newRow("longest") << QString(255, u'x') << Faults();
    QTest::newRow("too long") << QString(256, u'x') << Faults {Fault::TooLong};
    QTest::newRow("line break") << QStringLiteral("a\nb") << Faults {Fault::Characters};
    QTest::newRow("turned about") << QStringLiteral("a\u202eb") << Faults {Fault::Characters};
}

void TestApplicationRules::names()
{
    Application application = good();
    QFETCH(QString, name);
    application.name = name;
    QTEST(faultsOf(pageRules(), application), "faults");
}

void TestApplicationRules::scopes_data()
{
    QTest::addColumn<QString>("scopes");
    QTest::addColumn<Faults>("faults");
    QTest::newRow("none") << QString() << Faults();
    QTest::newRow("words") << QStringLiteral("read write:all") << Faults();
    QTest::newRow("quote") << QStringLiteral("re\"ad") << Faults {Fault::Characters};
    QTest::newRow("backslash") << QStringLiteral("re\\ad") << Faults {Fault::Characters};
    QTest::newRow("not ASCII") << QStringLiteral("l\u00e4sen") << Faults {Fault::Characters};
}

void TestApplicationRules::scopes()
{
    Application application = good();
    QFETCH(QString, scopes);
    application.scopes = scopes;
    QTEST(faultsOf(pageRules(), application), "faults");
}

void TestApplicationRules::knownScopesOnlyWhereThePolicySaysSo()
{
    Application application = good();
    application.scopes = QStringLiteral("public other another");
    QCOMPARE(faultsOf(pageRules(), application), Faults());
    Policy policy;
    policy.enforceConfiguredScopes = true;
    QCOMPARE(faultsOf(ApplicationRules::forPages(policy, application), application), Faults {Fault::Unknown});
    application.scopes = QStringLiteral("write public");
    QCOMPARE(faultsOf(ApplicationRules::forPages(policy, application), application), Faults());
}

void TestApplicationRules::problemsComeInTheOrderOfTheFields()
{
    const Application empty;
    const auto problems = pageRules().problemsOf(empty);
    QCOMPARE(problems.size(), 3);
    QCOMPARE(problems[0].field, ApplicationRules::Field::Name);
    QCOMPARE(problems[1].field, ApplicationRules::Field::ClientId);
    QCOMPARE(problems[2].field, ApplicationRules::Field::RedirectUri);
}

QTEST_GUILESS_MAIN(TestApplicationRules)
#include "tst_applicationrules.moc"
