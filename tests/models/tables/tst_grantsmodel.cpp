#include "models/tables/grantsmodel.h"

#include "models/store/grantstore.h"
#include "tests/models/tables/tabledatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Gatehouse;

namespace {

AccessGrant expiringIn(const TableDatabase &database, Timestamp milliseconds)
{
    AccessGrant grant;
    grant.expiresAt = database.clock.now() + milliseconds;
    return grant;
}

} // namespace

class TestGrantsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TableDatabase>();
        m_model = std::make_unique<GrantsModel>(*m_database->reader, m_database->clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(m_database->store.get(), &Store::changed, m_model.get(), &GrantsModel::applyChanges);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_database.reset();
    }

    void showsWhatACodeIs()
    {
        AccessGrant grant = expiringIn(*m_database, 600'000);
        grant.scopes = QStringLiteral("read");
        grant.codeChallenge = QStringLiteral("challenge");
        grant.codeChallengeMethod = QStringLiteral("S256");
        m_database->addGrant(grant);
        load();
        QCOMPARE(text(GrantsModel::ApplicationName), QStringLiteral("Wiki"));
        QCOMPARE(text(GrantsModel::UserEmail), QStringLiteral("alice@example.com"));
        QCOMPARE(text(GrantsModel::Scopes), QStringLiteral("read"));
        QCOMPARE(text(GrantsModel::RedirectUri), QStringLiteral("https://app.example/callback"));
        QCOMPARE(text(GrantsModel::Pkce), QStringLiteral("S256"));
        QCOMPARE(text(GrantsModel::Tokens), QStringLiteral("0"));
        QCOMPARE(text(GrantsModel::Status), QStringLiteral("Active"));
        QCOMPARE(text(GrantsModel::GrantId).size(), 8);
        QVERIFY(text(GrantsModel::GrantId, FullTextRole).startsWith(text(GrantsModel::GrantId)));
        QCOMPARE(m_model->index(0, GrantsModel::Created).data(TimestampRole).toLongLong(), m_database->clock.now());
        QCOMPARE(m_model->columnCount(), int(GrantsModel::ColumnTotal));
    }

    void statusFollowsTheCode()
    {
        const Id id = m_database->addGrant(expiringIn(*m_database, 600'000));
        load();
        QCOMPARE(text(GrantsModel::Pkce), QStringLiteral("(none)"));
        AccessToken token;
        token.grantId = id;
        QVERIFY(*m_database->store->grants().redeem(id, m_database->clock.now()));
        m_database->addToken(token);
        QTRY_COMPARE(text(GrantsModel::Status), QStringLiteral("Redeemed"));
        QCOMPARE(text(GrantsModel::Tokens), QStringLiteral("1"));
        QVERIFY(m_database->store->grants().noteReplay(id, m_database->clock.now()).isOk());
        QTRY_COMPARE(text(GrantsModel::Status), QStringLiteral("Replayed"));
    }

    void codeExpires()
    {
        m_database->addGrant(expiringIn(*m_database, 1000));
        load();
        QCOMPARE(text(GrantsModel::Status), QStringLiteral("Active"));
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        m_database->clock.advance(1000);
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(text(GrantsModel::Status), QStringLiteral("Expired"));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ids"); // newest first
        QTest::newRow("active") << "is:active"
                                << "5";
        QTest::newRow("expired") << "is:expired"
                                 << "1";
        QTest::newRow("redeemed") << "is:redeemed"
                                  << "2";
        QTest::newRow("revoked") << "is:revoked"
                                 << "3";
        QTest::newRow("replayed") << "is:replayed"
                                  << "4";
        QTest::newRow("with tokens") << "tokens>0"
                                     << "2";
        QTest::newRow("without PKCE") << "pkce:none"
                                      << "4 3 2 1";
        QTest::newRow("with PKCE, by the standard's default") << "pkce:plain"
                                                              << "5";
        QTest::newRow("redirect") << "redirect:callback"
                                  << "5 4 3 2 1";
        QTest::newRow("word") << "alice -redeemed -expired"
                              << "5 4 3";
    }

    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QString, ids);
        fill();
        load();
        QSignalSpy loaded(m_model.get(), &KeysetTableModel::loaded);
        QVERIFY(m_model->setFilterText(filter).isOk());
        QVERIFY(loaded.wait());
        QStringList found;
        for (int row = 0; row < m_model->rowCount(); ++row)
            found.append(QString::number(m_model->idAt(row)));
        QCOMPARE(found.join(u' '), ids);
    }

    void headersAreNamedAndKnowTheirFields()
    {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
            const QString field = m_model->headerData(column, Qt::Horizontal, FieldRole).toString();
            const auto named = [&field](const FilterField &known) { return known.name == field; };
            QVERIFY(std::any_of(m_model->filterFields().cbegin(), m_model->filterFields().cend(), named));
        }
    }

private:
    void load()
    {
        m_database->commit();
        QSignalSpy loaded(m_model.get(), &KeysetTableModel::loaded);
        m_model->reload();
        QVERIFY(loaded.wait());
    }

    QString text(int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(0, column).data(role).toString();
    }

    void fill()
    {
        GrantStore &grants = m_database->store->grants();
        m_database->addGrant(expiringIn(*m_database, 1000));
        const Id redeemed = m_database->addGrant(expiringIn(*m_database, 600'000));
        const Id revoked = m_database->addGrant(expiringIn(*m_database, 600'000));
        const Id replayed = m_database->addGrant(expiringIn(*m_database, 600'000));
        AccessGrant plain = expiringIn(*m_database, 600'000);
        plain.codeChallenge = QStringLiteral("challenge");
        m_database->addGrant(plain);
        m_database->clock.advance(1000);
        for (Id id : {redeemed, revoked, replayed})
            QVERIFY(*grants.redeem(id, m_database->clock.now()));
        QVERIFY(grants.noteReplay(replayed, m_database->clock.now()).isOk());
        AccessToken token;
        token.grantId = redeemed;
        m_database->addToken(token);
    }

    std::unique_ptr<TableDatabase> m_database;
    std::unique_ptr<GrantsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestGrantsModel)
#include "tst_grantsmodel.moc"
