#include "models/tables/usersmodel.h"

#include "models/store/userstore.h"
#include "models/tables/roles.h"
#include "tests/models/tables/tabledatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlField>
#include <QSqlRecord>
#include <QTest>

using namespace Gatehouse;

class TestUsersModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TableDatabase>();
        m_model = std::make_unique<UsersModel>(*m_database->reader, m_database->store.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(m_database->store.get(), &Store::changed, m_model.get(), &UsersModel::applyChanges);
        QVERIFY(m_model->select());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_database.reset();
    }

    void showsWhoAUserIs()
    {
        QCOMPARE(text("email"), QStringLiteral("alice@example.com"));
        QCOMPARE(text("admin"), QStringLiteral("User"));
        QCOMPARE(text("enabled"), QStringLiteral("Enabled"));
        QCOMPARE(cell("created_at").data(TimestampRole).toLongLong(), m_database->clock.now());
        QCOMPARE(cell("email").data(FullTextRole).toString(), QStringLiteral("alice@example.com"));
        QCOMPARE(m_model->visibleColumns().size(), 5);
        for (int column : m_model->visibleColumns())
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void passwordIsNowhere()
    {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                QVERIFY(!m_model->index(0, column).data(role).toString().contains(QLatin1String("argon2id")));
        }
        QVERIFY(m_model->record(0).value(QStringLiteral("password_digest")).isNull());
    }

    void editsKeepThePassword()
    {
        QVERIFY(m_model->setData(cell("name"), QStringLiteral("Alice")));
        QVERIFY(m_model->setData(cell("admin"), true));
        QVERIFY(m_model->submitAll());
        QTRY_COMPARE(text("name"), QStringLiteral("Alice"));
        QCOMPARE(text("admin"), QStringLiteral("Administrator"));
        const auto stored = m_database->store->users().find(m_database->user);
        QCOMPARE((*stored)->passwordDigest, QStringLiteral("$argon2id$not-a-real-one"));
    }

    void addressThatIsTakenIsRefused()
    {
        QSqlRecord values;
        values.append(field("email", QStringLiteral("ALICE@example.com")));
        QSignalSpy refused(m_model.get(), &StoredTableModel::changeRefused);
        QVERIFY(m_model->insertRecord(-1, values));
        QVERIFY(m_model->submitAll());
        QVERIFY(refused.wait());
        QCOMPARE(m_model->rowCount(), 1);
    }

    void addsAndDeletes()
    {
        QSqlRecord values;
        values.append(field("email", QStringLiteral("bob@example.com")));
        QVERIFY(m_model->insertRecord(-1, values));
        QVERIFY(m_model->submitAll());
        QTRY_COMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->removeRow(0));
        QVERIFY(m_model->submitAll());
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(text("email"), QStringLiteral("bob@example.com"));
    }

private:
    QModelIndex cell(const char *column) const
    {
        return m_model->index(0, m_model->fieldIndex(QString::fromLatin1(column)));
    }
    QString text(const char *column) const { return cell(column).data().toString(); }

    static QSqlField field(const char *name, const QString &value)
    {
        QSqlField field(QString::fromLatin1(name), QMetaType(QMetaType::QString));
        field.setValue(value);
        return field;
    }

    std::unique_ptr<TableDatabase> m_database;
    std::unique_ptr<UsersModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestUsersModel)
#include "tst_usersmodel.moc"
