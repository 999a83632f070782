#include "models/store/consentstore.h"
#include "models/store/tokenstore.h"
#include "models/tables/consentsmodel.h"
#include "models/tables/roles.h"
#include "tests/models/tables/tabledatabase.h"
#include "tests/support/withdrawal.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestConsentsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TableDatabase>();
        m_model = std::make_unique<ConsentsModel>(*m_database->reader, m_database->clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(m_database->store.get(), &Store::changed, m_model.get(), &ConsentsModel::applyChanges);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_database.reset();
    }

    void showsWhatAConsentIs()
    {
        give("read write", "https://api.example");
        load();
        QCOMPARE(text(ConsentsModel::UserEmail), QStringLiteral("alice@example.com"));
        QCOMPARE(text(ConsentsModel::ApplicationName), QStringLiteral("Wiki"));
        QCOMPARE(m_model->clientIdAt(0), QStringLiteral("client-Wiki"));
        QCOMPARE(text(ConsentsModel::Scopes), QStringLiteral("read write"));
        QCOMPARE(text(ConsentsModel::Resource), QStringLiteral("https://api.example"));
        QCOMPARE(text(ConsentsModel::Tokens), QStringLiteral("0"));
        QCOMPARE(text(ConsentsModel::Status), QStringLiteral("Standing"));
        QCOMPARE(m_model->index(0, ConsentsModel::Given).data(TimestampRole).toLongLong(), m_database->clock.now());
        QCOMPARE(m_model->columnCount(), int(ConsentsModel::ColumnTotal));
    }

    void countsWhatIsAlive()
    {
        const Id consent = give("read", "");
        load();
        const Id token = addToken(consent, 60'000);
        addToken(consent, 600'000);
        QTRY_COMPARE(text(ConsentsModel::Tokens), QStringLiteral("2"));
        m_database->clock.advance(60'000);
        QCOMPARE(text(ConsentsModel::Tokens), QStringLiteral("1")); // nobody says that one expired
        addToken(consent, 600'000);
        QTRY_COMPARE(text(ConsentsModel::Tokens), QStringLiteral("2"));
        QVERIFY(*m_database->store->tokens().revoke(token + 1, m_database->clock.now()));
        QTRY_COMPARE(text(ConsentsModel::Tokens), QStringLiteral("1"));
    }

    void withdrawalEndsWhatItCovers()
    {
        const Id consent = give("read", "");
        addToken(consent, 600'000);
        load();
        QCOMPARE(text(ConsentsModel::Tokens), QStringLiteral("1"));
        withdrawConsent(*m_database->store, consent, m_database->clock.now());
        QTRY_COMPARE(text(ConsentsModel::Status), QStringLiteral("Withdrawn"));
        QCOMPARE(text(ConsentsModel::Tokens), QStringLiteral("0"));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ids"); // newest first
        QTest::newRow("standing") << "is:standing"
                                  << "3 2";
        QTest::newRow("withdrawn") << "is:withdrawn"
                                   << "1";
        QTest::newRow("used") << "is:used"
                              << "2";
        QTest::newRow("unused") << "is:unused"
                                << "3 1";
        QTest::newRow("number") << "id:2"
                                << "2";
        QTest::newRow("user") << "user:alice"
                              << "3 2 1";
        QTest::newRow("client") << "client:client-Wiki"
                                << "3 2 1";
        QTest::newRow("scope") << "scope:write"
                               << "2";
        QTest::newRow("resource") << "resource:api"
                                  << "3";
        QTest::newRow("word") << "wiki -withdrawn"
                              << "3 2";
    }

    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QString, ids);
        const Id withdrawn = give("read", "");
        withdrawConsent(*m_database->store, withdrawn, m_database->clock.now());
        addToken(give("write", ""), 600'000);
        give("read", "https://api.example");
        load();
        QSignalSpy loaded(m_model.get(), &KeysetTableModel::loaded);
        QVERIFY(m_model->setFilterText(filter).isOk());
        QVERIFY(loaded.wait());
        QStringList found;
        for (int row = 0; row < m_model->rowCount(); ++row)
            found.append(QString::number(m_model->idAt(row)));
        QCOMPARE(found.join(u' '), ids);
    }

private:
    Id give(const char *scopes, const char *resource)
    {
        const auto given = m_database->store->consents().give(1, m_database->user, m_database->application,
                                                              QString::fromUtf8(scopes), m_database->clock.now(),
                                                              QString::fromUtf8(resource));
        return given ? given->id : 0;
    }

    Id addToken(Id consent, Timestamp life)
    {
        AccessToken token;
        token.applicationId = m_database->application;
        token.resourceOwnerId = m_database->user;
        token.consentId = consent;
        token.createdAt = m_database->clock.now();
        token.expiresAt = token.createdAt + life;
        return m_database->addToken(token);
    }

    void load()
    {
        m_database->commit();
        QSignalSpy loaded(m_model.get(), &KeysetTableModel::loaded);
        m_model->reload();
        QVERIFY(loaded.wait());
    }

    QString text(int column) const { return m_model->index(0, column).data().toString(); }

    std::unique_ptr<TableDatabase> m_database;
    std::unique_ptr<ConsentsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestConsentsModel)
#include "tst_consentsmodel.moc"
