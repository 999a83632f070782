#include "models/doorkeeper/railsviews.h"

#include "models/clock.h"
#include "models/doorkeeper/railsdatabase.h"
#include "models/tables/applicationsmodel.h"
#include "models/tables/grantsmodel.h"
#include "models/tables/livecounts.h"
#include "models/tables/roles.h"
#include "models/tables/tokensmodel.h"
#include "models/tables/usersmodel.h"
#include "tests/support/railsfixture.h"
#include "tests/support/teststore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>

using namespace Gatehouse;

/// The item models on a Rails application's database: they know nothing of it.
class TestRailsViews : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock {RailsFixture::WrittenAt + 60'000};

    std::unique_ptr<RailsDatabase> open(const RailsFixture &fixture) const
    {
        return take(RailsDatabase::open(fixture.url(), RailsSchema::read(fixture.url()).value(), m_clock));
    }
    template<class Model> static void load(Model &model)
    {
        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        model.reload();
        QVERIFY(loaded.wait());
    }
    static QString text(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static qint64 time(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data(TimestampRole).toLongLong();
    }

private Q_SLOTS:
    void showsTokens()
    {
        const RailsFixture fixture({QStringLiteral("UPDATE oauth_access_tokens SET expires_in = NULL WHERE id = 7"),
                                    QStringLiteral("UPDATE oauth_access_tokens SET expires_in = 30 WHERE id = 6"),
                                    QStringLiteral("UPDATE oauth_access_tokens SET revoked_at ="
                                                   " '2026-11-21 20:10:20.500000' WHERE id = 5")});
        const auto database = open(fixture);
        TokensModel model(database->reader(), m_clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        load(model);
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(text(model, 0, TokensModel::TokenId), QStringLiteral("#8"));
        QCOMPARE(text(model, 0, TokensModel::UserEmail), QStringLiteral("application itself"));
        QCOMPARE(text(model, 4, TokensModel::UserEmail), QStringLiteral("user@example.com"));
        QCOMPARE(text(model, 4, TokensModel::ApplicationName), QStringLiteral("Doorkeeper Sinatra Client"));
        QCOMPARE(text(model, 4, TokensModel::Kind), QStringLiteral("Access + Refresh"));
        QCOMPARE(text(model, 3, TokensModel::Kind), QStringLiteral("Access"));
        QCOMPARE(time(model, 4, TokensModel::Issued), RailsFixture::WrittenAt + 118); // .117507, rounded
        QCOMPARE(time(model, 4, TokensModel::Expires), RailsFixture::WrittenAt + 118 + 7200 * 1000);
        QCOMPARE(text(model, 1, TokensModel::Expires), QStringLiteral("Never"));
        QCOMPARE(text(model, 1, TokensModel::Status), QStringLiteral("Active"));
        QCOMPARE(text(model, 2, TokensModel::Status), QStringLiteral("Expired"));
        QCOMPARE(text(model, 3, TokensModel::Status), QStringLiteral("Revoked"));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<Id>>("found");
        QTest::newRow("number") << QStringLiteral("id:#4") << QList<Id> {4};
        QTest::newRow("user") << QStringLiteral("user:user@example.com kind:refresh") << QList<Id> {4, 3, 2, 1};
        QTest::newRow("active") << QStringLiteral("is:active kind:access") << QList<Id> {8, 7, 6, 5};
        QTest::newRow("revoked") << QStringLiteral("is:revoked") << QList<Id> {};
        QTest::newRow("lifetime") << QStringLiteral("expires<1h") << QList<Id> {};
        QTest::newRow("a day") << QStringLiteral("issued:2026-11-21 client:9b36d8c0")
                               << QList<Id> {8, 7, 6, 5, 4, 3, 2, 1};
        QTest::newRow("word") << QStringLiteral("sinatra -user:none kind:access") << QList<Id> {};
    }

    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QList<Id>, found);
        const RailsFixture fixture;
        const auto database = open(fixture);
        TokensModel model(database->reader(), m_clock);
        load(model);
        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        QVERIFY(model.setFilterText(filter));
        QVERIFY(loaded.wait());
        QList<Id> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.idAt(row));
        QCOMPARE(ids, found);
    }

    void valuesOfSecretsAreNotRead_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("plain") << QStringLiteral("ujBd9CeLqBvs5sj0sk79PZJJpDw7XHiUKUZl-nwqgVs");
        QTest::newRow("SHA-256") << QString(64, u'a');
        QTest::newRow("bcrypt") << QStringLiteral("$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW");
    }

    void valuesOfSecretsAreNotRead()
    {
        QFETCH(QString, stored);
        const RailsFixture fixture(
            {QStringLiteral("UPDATE oauth_access_tokens SET token = '%1', refresh_token = 'r%1' WHERE id = 1")
                 .arg(stored),
             QStringLiteral("UPDATE oauth_access_grants SET token = '%1' WHERE id = 1").arg(stored)});
        const auto database = open(fixture);
        for (const char *table : {"oauth_access_tokens", "oauth_access_grants", "oauth_applications", "users"}) {
            QSqlQuery query(database->reader().handle());
            QVERIFY(query.exec(QStringLiteral("SELECT * FROM %1").arg(QLatin1String(table))));
            const int secret = query.record().indexOf(QStringLiteral("secret"));
            const int digest = query.record().indexOf(QStringLiteral("digest"));
            QVERIFY(secret < 0 && digest < 0);
            for (int rows = 0; query.next(); ++rows) {
                for (int column = 0; column < query.record().count(); ++column)
                    QVERIFY(!query.value(column).toString().contains(stored));
            }
        }
        TokensModel model(database->reader(), m_clock);
        load(model);
        QCOMPARE(text(model, 7, TokensModel::TokenId), QStringLiteral("#1"));
        QCOMPARE(text(model, 7, TokensModel::Kind), QStringLiteral("Access + Refresh"));
    }

    void showsGrants()
    {
        const RailsFixture fixture({QStringLiteral("UPDATE oauth_access_grants SET code_challenge = 'E9Melhoa',"
                                                   " code_challenge_method = 'S256' WHERE id = 4")});
        const auto database = open(fixture);
        GrantsModel model(database->reader(), m_clock);
        load(model);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(text(model, 0, GrantsModel::GrantId), QStringLiteral("#4"));
        QCOMPARE(text(model, 0, GrantsModel::UserEmail), QStringLiteral("other@example.com"));
        QCOMPARE(text(model, 0, GrantsModel::Pkce), QStringLiteral("S256"));
        QCOMPARE(text(model, 0, GrantsModel::Status), QStringLiteral("Active"));
        QCOMPARE(text(model, 1, GrantsModel::Status), QStringLiteral("Revoked"));
    }

    void showsApplicationsAndUsers()
    {
        const RailsFixture fixture;
        const auto database = open(fixture);
        ApplicationsModel applications(database->reader(), nullptr);
        applications.reload();
        QCOMPARE(applications.rowCount(), 4);
        QCOMPARE(applications.visibleColumns().size(), 6);
        const int uris = applications.fieldIndex(QStringLiteral("redirect_uri"));
        QCOMPARE(applications.index(applications.rowOf(3), uris).data(FullTextRole).toString().count(u'\n'), 2);
        QCOMPARE(time(applications, 0, applications.fieldIndex(QStringLiteral("created_at"))),
                 RailsFixture::WrittenAt - 290); // 16.709869
        UsersModel users(database->reader(), nullptr);
        users.reload();
        QCOMPARE(users.rowCount(), 2);
        QCOMPARE(users.visibleColumns(), QList<int> {users.fieldIndex(QStringLiteral("email"))});
    }

    void nothingCanBeEdited()
    {
        const RailsFixture fixture;
        const auto database = open(fixture);
        ApplicationsModel model(database->reader(), nullptr);
        model.reload();
        const QModelIndex name = model.index(0, model.fieldIndex(QStringLiteral("name")));
        QVERIFY(!(model.flags(name) & Qt::ItemIsEditable));
        QVERIFY(!model.setData(name, QStringLiteral("Mine")));
        QVERIFY(model.removeRow(0));
        QVERIFY(!model.submitAll());
    }

    void ownersThatAreNotUnderstood_data()
    {
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QString>("owner");
        QTest::newRow("no users") << QStringList {QStringLiteral("DROP TABLE users")} << QStringLiteral("#1");
        const QString type = QStringLiteral("ALTER TABLE oauth_access_tokens ADD COLUMN resource_owner_type varchar");
        const QString of = QStringLiteral("UPDATE oauth_access_tokens SET resource_owner_type = '%1' WHERE id = 1");
        QTest::newRow("of another class")
            << QStringList {type, of.arg(QStringLiteral("Admin"))} << QStringLiteral("#Admin 1");
        QTest::newRow("of the users' class")
            << QStringList {type, of.arg(QStringLiteral("User"))} << QStringLiteral("user@example.com");
    }

    void ownersThatAreNotUnderstood()
    {
        QFETCH(QStringList, changes);
        QFETCH(QString, owner);
        const RailsFixture fixture(changes);
        const auto database = open(fixture);
        TokensModel model(database->reader(), m_clock);
        load(model);
        QCOMPARE(text(model, model.rowOf(1), TokensModel::UserEmail), owner);
    }

    void oldSchemasAreShown_data()
    {
        QTest::addColumn<QStringList>("changes");
        const QString drop = QStringLiteral("ALTER TABLE %1 DROP COLUMN %2");
        QTest::newRow("tokens") << QStringList {
            QStringLiteral("DROP INDEX index_oauth_access_tokens_on_refresh_token"),
            drop.arg(QStringLiteral("oauth_access_tokens"), QStringLiteral("refresh_token")),
            drop.arg(QStringLiteral("oauth_access_tokens"), QStringLiteral("previous_refresh_token")),
            drop.arg(QStringLiteral("oauth_access_tokens"), QStringLiteral("scopes"))};
        QTest::newRow("codes") << QStringList {
            drop.arg(QStringLiteral("oauth_access_grants"), QStringLiteral("code_challenge")),
            drop.arg(QStringLiteral("oauth_access_grants"), QStringLiteral("code_challenge_method")),
            drop.arg(QStringLiteral("oauth_access_grants"), QStringLiteral("scopes"))};
        QTest::newRow("applications") << QStringList {
            drop.arg(QStringLiteral("oauth_applications"), QStringLiteral("confidential")),
            drop.arg(QStringLiteral("oauth_applications"), QStringLiteral("scopes"))};
        QTest::newRow("no codes") << QStringList {QStringLiteral("DROP TABLE oauth_access_grants")};
    }

    void oldSchemasAreShown()
    {
        QFETCH(QStringList, changes);
        const RailsFixture fixture(changes);
        const auto database = open(fixture);
        TokensModel tokens(database->reader(), m_clock);
        GrantsModel grants(database->reader(), m_clock);
        load(tokens);
        load(grants);
        QCOMPARE(tokens.rowCount(), 8);
        QCOMPARE(text(tokens, 0, TokensModel::Status), QStringLiteral("Active"));
        QCOMPARE(grants.rowCount(), database->schema().hasTable(RailsTable::Grants) ? 4 : 0);
        ApplicationsModel applications(database->reader(), nullptr);
        applications.reload();
        QCOMPARE(applications.rowCount(), 4);
    }

    void counts()
    {
        const RailsFixture fixture;
        const auto database = open(fixture);
        LiveCounts counts(database->reader().url(), m_clock);
        const Counts expected {4, 2, 4, 8, 8};
        QTRY_COMPARE(counts.counts(), expected);
    }

    void showingChangesNothing_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::newRow("rollback journal") << QStringLiteral("DELETE");
        QTest::newRow("write-ahead log") << QStringLiteral("WAL");
    }

    void showingChangesNothing()
    {
        QFETCH(QString, journal);
        const RailsFixture fixture({QStringLiteral("PRAGMA journal_mode = ") + journal});
        const QByteArray before = fixture.bytes();
        {
            const auto database = open(fixture);
            TokensModel tokens(database->reader(), m_clock);
            GrantsModel grants(database->reader(), m_clock);
            load(tokens);
            load(grants);
            LiveCounts counts(database->reader().url(), m_clock);
            QTRY_COMPARE(counts.counts().tokens, 8);
            QVERIFY(!database->reader().execute("DELETE FROM main.oauth_access_tokens"));
        }
        QCOMPARE(fixture.neighbours(), QStringList());
        QCOMPARE(fixture.bytes(), before);
    }
};

QTEST_GUILESS_MAIN(TestRailsViews)
#include "tst_railsviews.moc"
