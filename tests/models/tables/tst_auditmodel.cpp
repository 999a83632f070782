#include "models/store/auditstore.h"
#include "models/tables/auditmodel.h"
#include "models/tables/roles.h"
#include "tests/models/tables/tabledatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestAuditModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TableDatabase>();
        m_model = std::make_unique<AuditModel>(*m_database->reader, m_database->clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(m_database->store.get(), &Store::changed, m_model.get(), &AuditModel::applyChanges);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_database.reset();
    }

    void showsARevocationInWords()
    {
        add("client:client-Wiki", "revocation", "refused_foreign_token", "token:42",
            R"({"revoked":{"access":2,"refresh":1,"code":0},"level":"NONE"})", "lost phone");
        load();
        QCOMPARE(text(AuditModel::Number), QStringLiteral("1"));
        QCOMPARE(text(AuditModel::Actor), QStringLiteral("Wiki"));
        QCOMPARE(text(AuditModel::Actor, FullTextRole), QStringLiteral("client:client-Wiki"));
        QCOMPARE(text(AuditModel::Action), QStringLiteral("Revocation"));
        QCOMPARE(text(AuditModel::Outcome), QStringLiteral("Foreign Token Refused"));
        QCOMPARE(text(AuditModel::Outcome, WireRole), QStringLiteral("refused_foreign_token"));
        QCOMPARE(text(AuditModel::Subject), QStringLiteral("Token 42"));
        QCOMPARE(text(AuditModel::Ended), QStringLiteral("3"));
        QCOMPARE(text(AuditModel::Ended, FullTextRole), QStringLiteral("Access Tokens: 2, Refresh Tokens: 1"));
        QCOMPARE(text(AuditModel::Reason), QStringLiteral("lost phone"));
        QCOMPARE(m_model->index(0, AuditModel::Time).data(TimestampRole).toLongLong(), m_database->clock.now());
        QCOMPARE(m_model->columnCount(), int(AuditModel::ColumnTotal));
    }

    void answersTheEventAsStored()
    {
        add("console", "application.created", "", "application:7", "{}", "");
        load();
        const AuditEvent event = m_model->eventAt(0);
        QCOMPARE(event.id, Id(1));
        QCOMPARE(event.actor, QStringLiteral("console"));
        QCOMPARE(event.action, QStringLiteral("application.created"));
        QCOMPARE(event.subject, QStringLiteral("application:7"));
        QCOMPARE(event.details, QStringLiteral("{}"));
        QCOMPARE(event.exchangeId, Id(0));
        QCOMPARE(m_model->eventAt(5).id, Id(0));
    }

    void newEventsComeFirst()
    {
        add("console", "user.created", "", "user:1", "{}", "");
        load();
        add("system", "user.deleted", "", "user:1", "{}", "");
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(text(AuditModel::Action), QStringLiteral("User deleted"));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ids"); // newest first
        QTest::newRow("number") << "id:2"
                                << "2";
        QTest::newRow("link") << "audit:2"
                              << "2";
        QTest::newRow("actor") << "actor:client:client-Wiki"
                               << "3 2";
        QTest::newRow("actor, quoted") << "actor:\"user:alice@example.com\""
                                       << "4";
        QTest::newRow("outcome") << "outcome:unknown_token"
                                 << "3";
        QTest::newRow("action") << "action:application"
                                << "1";
        QTest::newRow("subject") << "subject:token:42"
                                 << "2";
        QTest::newRow("reason") << "reason:phone"
                                << "2";
        QTest::newRow("without a reason") << "reason:none"
                                          << "4 3 1";
        QTest::newRow("words as they are shown") << "Foreign Token Refused"
                                                 << "2";
        QTest::newRow("name of the application") << "wiki unknown"
                                                 << "3";
        QTest::newRow("time") << "at<10m"
                              << "4 3";
        QTest::newRow("details") << "details:192.0.2.1"
                                 << "3";
    }

    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QString, ids);
        add("console", "application.created", "", "application:1", "{}", "");
        add("client:client-Wiki", "revocation", "refused_foreign_token", "token:42", "{}", "lost phone");
        m_database->clock.advance(3'600'000);
        add("client:client-Wiki", "revocation", "unknown_token", "", R"({"source_ip":"192.0.2.1"})", "");
        add("user:alice@example.com", "revocation", "revoked", "token:1", "{}", "");
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
            QVERIFY(column == AuditModel::Ended
                    || std::any_of(m_model->filterFields().cbegin(), m_model->filterFields().cend(), named));
        }
    }

private:
    void add(const char *actor, const char *action, const char *outcome, const char *subject, const char *details,
             const char *reason)
    {
        AuditEvent event;
        event.domainId = 1;
        event.at = m_database->clock.now();
        event.actor = QString::fromUtf8(actor);
        event.action = QString::fromUtf8(action);
        event.outcome = QString::fromUtf8(outcome);
        event.subject = QString::fromUtf8(subject);
        event.details = QString::fromUtf8(details);
        event.reason = QString::fromUtf8(reason);
        QVERIFY(m_database->store->audit().append(event).isOk());
    }

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

    std::unique_ptr<TableDatabase> m_database;
    std::unique_ptr<AuditModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestAuditModel)
#include "tst_auditmodel.moc"
