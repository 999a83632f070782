#include "models/config/configdocument.h"
#include "models/records/policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestConfigDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverySection();
    void leavesOutWhatIsNotSaid();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void namesAFileThatIsNotThere();
    void schemaNamesEverySwitch();
    void schemaNamesEveryChoice();
    void schemaTakesEveryPreset();
};

void TestConfigDocument::readsEverySection()
{
    const Result<ConfigDocument> document = ConfigDocument::parse(R"({
        "server": {"address": "0.0.0.0", "port": 8080, "issuer": "https://login.example", "record_exchanges": true},
        "database": "sqlite:team.db", "secrets": {"protection": "file"}, "profile": "strict", "policy": {"code_lifetime": 30},
        "domains": {"Team": {"issuer": "https://team.example", "enabled": false, "profile": "wiki",
                             "policy": {"code_lifetime": 40}, "applications": {"client": {"trusted": true}}}}})",
                                                                  QStringLiteral("c.json"));
    QVERIFY(document);
    QCOMPARE(document->address, QStringLiteral("0.0.0.0"));
    QCOMPARE(document->port, quint16(8080));
    QCOMPARE(document->issuer, QStringLiteral("https://login.example"));
    QCOMPARE(document->recordExchanges, true);
    QCOMPARE(document->database, QStringLiteral("sqlite:team.db"));
    QCOMPARE(document->keyProtection, QStringLiteral("file"));
    QCOMPARE(document->profile, QStringLiteral("strict"));
    QCOMPARE(document->policy, (QJsonObject {{QStringLiteral("code_lifetime"), 30}}));
    QCOMPARE(document->domains["Team"]["policy"]["code_lifetime"], QJsonValue(40));
}

void TestConfigDocument::leavesOutWhatIsNotSaid()
{
    const Result<ConfigDocument> document = ConfigDocument::parse("{}", QStringLiteral("c.json"));
    QVERIFY(document);
    QCOMPARE(*document, ConfigDocument());
}

void TestConfigDocument::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *name, const char *text, const char *sentence) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(sentence);
    };
    row("empty", "", "c.json: line 1, column 1: illegal value.");
    row("unterminated", "{\n  \"server\": {\n", "c.json: line 3, column 1: unterminated object.");
    row("column counts characters", "{\"ä\": nope}", "c.json: line 1, column 9: illegal value.");
    row("not an object", "[]", "c.json: the document is not a JSON object.");
    row("port too high", R"({"server": {"port": 99999}})", "c.json: server.port: 99999 is more than 65535.");
    row("port below zero", R"({"server": {"port": -1}})", "c.json: server.port: -1 is less than 0.");
    row("port as text", R"({"server": {"port": "80"}})", "c.json: server.port: \"80\" is not of the type integer.");
    row("port with a fraction", R"({"server": {"port": 80.5}})",
        "c.json: server.port: 80.5 is not of the type integer.");
    row("section of another type", R"({"server": []})", "c.json: server: [] is not of the type object.");
    row("unknown rule of an application", R"({"applications": {"web": {"colour": 1}}})",
        "c.json: applications.web: \"colour\" is not known here; known are grant_types, super_client, trusted.");
    row("unknown section", R"({"sever": {}})",
        "c.json: \"sever\" is not known here; known are $schema, applications, database, demo, domains, policy, "
        "profile, secrets, server.");
    row("wrong switch of a domain", R"({"domains": {"Team": {"policy": {"code_lifetime": "x"}}}})",
        "c.json: domains.Team.policy.code_lifetime: \"x\" is not of the type integer.");
    row("domain of another type", R"({"domains": {"Team": {"enabled": 1}}})",
        "c.json: domains.Team.enabled: 1 is not of the type boolean.");
    row("unknown option", R"({"server": {"prot": 1}})",
        "c.json: server: \"prot\" is not known here; known are address, issuer, port, record_exchanges, tls, "
        "tls_certificate, tls_key.");
    row("empty text", R"({"database": ""})", "c.json: database: an empty text is not allowed.");
    row("unknown profile", R"({"profile": "lax"})",
        "c.json: profile: \"lax\" is not one of standard, strict, doorkeeper, wiki.");
    row("unknown protection", R"({"secrets": {"protection": "hope"}})",
        "c.json: secrets.protection: \"hope\" is not one of automatic, secret_service, passphrase, file.");
    row("a passphrase", R"({"secrets": {"passphrase": "correct horse"}})",
        "c.json: secrets: \"passphrase\" is not known here; known are protection.");
    row("unknown choice", R"({"policy": {"pkce": "never"}})",
        "c.json: policy.pkce: \"never\" is not one of optional, public_clients, everyone.");
    row("wrong item", R"({"policy": {"grant_types": ["password", "magic"]}})",
        "c.json: policy.grant_types.1: \"magic\" is not one of authorization_code, client_credentials, password, "
        "refresh_token.");
    row("refused by the policy alone", R"({"policy": {"optional_scopes": ["a b"]}})",
        "c.json: The value of the policy's switch \"optional_scopes\" is not allowed.");
}

void TestConfigDocument::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const Result<ConfigDocument> document = ConfigDocument::parse(text, QStringLiteral("c.json"));
    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
    QCOMPARE(document.error().message, sentence);
}

void TestConfigDocument::namesAFileThatIsNotThere()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("none.json"));
    const Result<ConfigDocument> document = ConfigDocument::read(file);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::NotFound);
    QVERIFY(document.error().message.contains(file));
}

static QJsonObject switchesOfSchema()
{
    return ConfigDocument::schema()
        .value(QStringLiteral("properties"))
        .toObject()
        .value(QStringLiteral("policy"))
        .toObject()
        .value(QStringLiteral("properties"))
        .toObject();
}

void TestConfigDocument::schemaNamesEverySwitch()
{
    QStringList names;
    for (const PolicySwitch &each : PolicySwitch::all())
        names.append(each.name);
    names.sort();
    QCOMPARE(switchesOfSchema().keys(), names);
}

void TestConfigDocument::schemaNamesEveryChoice()
{
    const QJsonObject known = switchesOfSchema();
    for (const PolicySwitch &each : PolicySwitch::all()) {
        if (!each.choices().isEmpty()) {
            QCOMPARE(known.value(each.name).toObject().value(QStringLiteral("enum")).toArray(),
                     QJsonArray::fromStringList(each.choices()));
        }
    }
    const QJsonObject profile = ConfigDocument::schema()
                                    .value(QStringLiteral("properties"))
                                    .toObject()
                                    .value(QStringLiteral("profile"))
                                    .toObject();
    QCOMPARE(profile.value(QStringLiteral("enum")).toArray(), QJsonArray::fromStringList(Policy::profiles()));
}

void TestConfigDocument::schemaTakesEveryPreset()
{
    for (const QString &name : Policy::profiles()) {
        const QJsonObject root {{QStringLiteral("policy"), Policy::preset(name)->toJson()}};
        const Result<ConfigDocument> document
            = ConfigDocument::parse(QJsonDocument(root).toJson(), QStringLiteral("c.json"));
        QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    }
}

QTEST_GUILESS_MAIN(TestConfigDocument)
#include "tst_configdocument.moc"
