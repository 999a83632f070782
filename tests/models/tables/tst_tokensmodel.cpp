#include "models/tables/tokensmodel.h"

#include "models/secrets/digest.h"
#include "models/store/domainstore.h"
#include "models/store/tokenstore.h"
#include "tests/models/tables/tabledatabase.h"
#include "tests/support/teststore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Gatehouse;

namespace {

void load(KeysetTableModel &model, const QString &filter = {})
{
    QSignalSpy loaded(&model, &KeysetTableModel::loaded);
    model.reload();
    QVERIFY(loaded.wait());
    if (filter.isEmpty())
        return;
    QVERIFY(model.setFilterText(filter).isOk());
    QVERIFY(loaded.wait());
}

} // namespace

class TestTokensModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndShowsOneDomain()
    {
        TableDatabase database;
        database.addTokens(3);
        IdentityDomain domain;
        domain.name = QStringLiteral("Team");
        AccessToken token;
        token.domainId = take(database.store->domains().create(domain)).id;
        token.scopes = QStringLiteral("read");
        token.token = sha256Hex(QStringLiteral("there"));
        database.addToken(token);
        database.commit();
        TokensModel model(*database.reader, database.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setDomain(DomainStore::DefaultId);
        load(model);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.totalRows(), 3);

        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        model.setDomain(token.domainId);
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.totalRows(), 1);
        QVERIFY(model.setFilterText(QStringLiteral("scope:none")).isOk());
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.totalRows(), 1);
        model.setDomain(0);
        QVERIFY(model.setFilterText({}).isOk());
        QTRY_COMPARE(model.rowCount(), 4);
        QTRY_COMPARE(model.totalRows(), 4);
    }

    void showsWhatATokenIs()
    {
        TableDatabase database;
        AccessToken token;
        token.token = sha256Hex(QStringLiteral("value"));
        token.refreshToken = sha256Hex(QStringLiteral("refresh"));
        token.applicationId = database.application;
        token.resourceOwnerId = database.user;
        token.scopes = QStringLiteral("read write");
        token.grantType = QStringLiteral("authorization_code");
        token.expiresAt = database.clock.now() + 3'600'000;
        const Id id = database.addToken(token);
        database.commit();
        TokensModel model(*database.reader, database.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        load(model);

        QCOMPARE(text(model, TokensModel::Kind), QStringLiteral("Access + Refresh"));
        QCOMPARE(text(model, TokensModel::TokenId), token.token.left(8));
        QCOMPARE(text(model, TokensModel::TokenId, FullTextRole), token.token.left(16));
        QCOMPARE(text(model, TokensModel::ApplicationName), QStringLiteral("Wiki"));
        QCOMPARE(text(model, TokensModel::UserEmail), QStringLiteral("alice@example.com"));
        QCOMPARE(text(model, TokensModel::Scopes), QStringLiteral("read write"));
        QCOMPARE(text(model, TokensModel::GrantType), QStringLiteral("authorization_code"));
        QCOMPARE(text(model, TokensModel::Status), QStringLiteral("Active"));
        QCOMPARE(text(model, TokensModel::Status, FullTextRole),
                 QStringLiteral("Access token: Active, refresh token: Active"));
        QCOMPARE(model.index(0, TokensModel::Issued).data(TimestampRole).toLongLong(), database.clock.now());
        QCOMPARE(model.index(0, TokensModel::Expires).data(TimestampRole).toLongLong(), token.expiresAt);
        QCOMPARE(model.index(0, TokensModel::Kind).data(TimestampRole), QVariant());
        QVERIFY(text(model, TokensModel::Expires, FullTextRole).endsWith(QLatin1String("13:00:00")));
        QCOMPARE(model.index(0, 0).data(IdRole).toLongLong(), id);
        QCOMPARE(model.index(0, TokensModel::UserEmail).data(FieldRole).toString(), QStringLiteral("user"));
    }

    void emptyPlacesSayWhy()
    {
        TableDatabase database;
        database.addToken();
        AccessToken machine;
        machine.applicationId = database.application;
        database.addToken(machine);
        database.commit();
        TokensModel model(*database.reader, database.clock);
        load(model);
        QCOMPARE(text(model, TokensModel::Kind), QStringLiteral("Access"));
        QCOMPARE(text(model, TokensModel::UserEmail), QStringLiteral("application itself"));
        QCOMPARE(text(model, TokensModel::Expires), QStringLiteral("Never"));
        QCOMPARE(model.index(1, TokensModel::ApplicationName).data().toString(), QStringLiteral("(none)"));
        QCOMPARE(model.index(1, TokensModel::UserEmail).data().toString(), QStringLiteral("(none)"));
    }

    void valueOfATokenIsNowhere()
    {
        TableDatabase database;
        AccessToken token;
        token.token = QStringLiteral("stored-readable-in-a-workshop");
        token.refreshToken = QStringLiteral("refresh-readable-in-a-workshop");
        database.addToken(token);
        database.commit();
        TokensModel model(*database.reader, database.clock);
        load(model);
        for (int column = 0; column < model.columnCount(); ++column) {
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                QVERIFY(!model.index(0, column).data(role).toString().contains(QLatin1String("readable")));
        }
        QCOMPARE(text(model, TokensModel::TokenId), sha256Hex(token.token).left(8));
    }

    void refreshTokenMayOutliveItsAccessToken()
    {
        TableDatabase database;
        AccessToken token;
        token.refreshToken = sha256Hex(QStringLiteral("refresh"));
        token.expiresAt = database.clock.now() + 1000;
        token.refreshExpiresAt = database.clock.now() + 100'000;
        database.addToken(token);
        database.commit();
        database.clock.advance(1000);
        TokensModel model(*database.reader, database.clock);
        load(model);
        QCOMPARE(text(model, TokensModel::Status), QStringLiteral("Expired"));
        QCOMPARE(text(model, TokensModel::Status, FullTextRole),
                 QStringLiteral("Access token: Expired, refresh token: Active"));
        QVERIFY(*database.store->tokens().useRefreshToken(1, database.clock.now()));
        database.commit();
        load(model);
        QCOMPARE(text(model, TokensModel::Status, FullTextRole),
                 QStringLiteral("Access token: Expired, refresh token: Rotated Out"));
    }

    void headersAreNamedAndKnowTheirFields()
    {
        TableDatabase database;
        TokensModel model(*database.reader, database.clock);
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
            const QString field = model.headerData(column, Qt::Horizontal, FieldRole).toString();
            const auto named = [&field](const FilterField &known) { return known.name == field; };
            QVERIFY2(std::any_of(model.filterFields().cbegin(), model.filterFields().cend(), named), qPrintable(field));
        }
        QCOMPARE(model.columnCount(), int(TokensModel::ColumnTotal));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ids"); // newest first
        QTest::newRow("application") << "application:wiki"
                                     << "4 2 1";
        QTest::newRow("no application") << "application:none"
                                        << "3";
        QTest::newRow("client id") << "client:client-wiki"
                                   << "4 2 1";
        QTest::newRow("user") << "user:alice*"
                              << "2 1";
        QTest::newRow("no user") << "user:none"
                                 << "4 3";
        QTest::newRow("kind") << "kind:refresh"
                              << "2";
        QTest::newRow("not this kind") << "-kind:refresh"
                                       << "4 3 1";
        QTest::newRow("scope") << "scope:admin"
                               << "3";
        QTest::newRow("grant") << "grant:password"
                               << "2";
        QTest::newRow("word in any column") << "admin|password"
                                            << "3 2";
        QTest::newRow("active") << "is:active"
                                << "4 2";
        QTest::newRow("expired") << "is:expired"
                                 << "1";
        QTest::newRow("revoked") << "is:revoked"
                                 << "3";
        QTest::newRow("state as a word") << "revoked"
                                         << "3";
        QTest::newRow("all states") << "is:active|expired|revoked"
                                    << "4 3 2 1";
        QTest::newRow("expires soon") << "expires<10m"
                                      << "2";
        QTest::newRow("issued lately") << "issued<1h"
                                       << "4 3 2";
        QTest::newRow("issued on") << "issued:2024-05-01"
                                   << "4 3 2 1";
        QTest::newRow("id") << QString(u"id:" % sha256Hex(QStringLiteral("third")).left(8)) << "3";
        QTest::newRow("id as a word") << sha256Hex(QStringLiteral("third")).left(8) << "3";
    }

    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QString, ids);
        TableDatabase database;
        fill(database);
        TokensModel model(*database.reader, database.clock);
        load(model, filter);
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.append(QString::number(model.idAt(row)));
        QCOMPARE(found.join(u' '), ids);
    }

private:
    static QString text(const TokensModel &model, int column, int role = Qt::DisplayRole)
    {
        return model.index(0, column).data(role).toString();
    }

    static void fill(TableDatabase &database)
    {
        AccessToken expired;
        expired.applicationId = database.application;
        expired.resourceOwnerId = database.user;
        expired.expiresAt = database.clock.now() + 1000;
        database.addToken(expired);
        database.clock.advance(2 * 3'600'000);
        AccessToken pair;
        pair.applicationId = database.application;
        pair.resourceOwnerId = database.user;
        pair.refreshToken = sha256Hex(QStringLiteral("refresh"));
        pair.grantType = QStringLiteral("password");
        pair.expiresAt = database.clock.now() + 300'000;
        database.addToken(pair);
        AccessToken revoked;
        revoked.token = sha256Hex(QStringLiteral("third"));
        revoked.scopes = QStringLiteral("admin");
        QVERIFY(*database.store->tokens().revoke(database.addToken(revoked), database.clock.now()));
        AccessToken lasting;
        lasting.applicationId = database.application;
        database.addToken(lasting);
        database.commit();
    }
};

QTEST_GUILESS_MAIN(TestTokensModel)
#include "tst_tokensmodel.moc"
