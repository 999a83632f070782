#include "models/tables/applicationsmodel.h"

#include "models/store/applicationstore.h"
#include "models/tables/roles.h"
#include "tests/models/tables/tabledatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlField>
#include <QSqlRecord>
#include <QTest>

using namespace Gatehouse;

class TestApplicationsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TableDatabase>();
        m_model = std::make_unique<ApplicationsModel>(*m_database->reader, m_database->store.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(m_database->store.get(), &Store::changed, m_model.get(), &ApplicationsModel::applyChanges);
        QVERIFY(m_model->select());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_database.reset();
    }

    void showsWhatAnApplicationIs()
    {
        QCOMPARE(text("name"), QStringLiteral("Wiki"));
        QCOMPARE(text("uid"), QStringLiteral("client-Wiki"));
        QCOMPARE(text("confidential"), QStringLiteral("Confidential"));
        QCOMPARE(text("enabled"), QStringLiteral("Yes"));
        QCOMPARE(text("grant_types"), QStringLiteral("As the policy allows"));
        QVERIFY(text("redirect_uri").startsWith(QLatin1String("2 ")));
        QCOMPARE(cell("redirect_uri").data(FullTextRole).toString(),
                 QStringLiteral("https://app.example/callback\nhttps://app.example/other"));
        QCOMPARE(cell("created_at").data(TimestampRole).toLongLong(), m_database->clock.now());
        QCOMPARE(cell("name").data(IdRole).toLongLong(), m_database->application);
        for (int column : m_model->visibleColumns()) {
            QVERIFY(column >= 0);
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
        }
    }

    void secretIsNowhere()
    {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                QVERIFY(!m_model->index(0, column).data(role).toString().contains(QLatin1String("sha256:")));
        }
        QVERIFY(m_model->record(0).value(QStringLiteral("secret")).isNull());
        rename(m_database->application, QStringLiteral("Renamed"));
        QTRY_COMPARE(text("name"), QStringLiteral("Renamed"));
        QVERIFY(m_model->record(0).value(QStringLiteral("secret")).isNull());
    }

    void noSelectStaysOpen()
    {
        for (int i = 0; i < 600; ++i)
            m_database->addApplication(QStringLiteral("App %1").arg(i));
        QTRY_COMPARE(m_model->rowCount(), 601);
        QVERIFY(!m_model->canFetchMore());
        // A SELECT under way would keep the log from being written back.
        QVERIFY(m_database->store->connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").isOk());
        QCOMPARE(m_database->fileSize(QStringLiteral("-wal")), 0);
    }

    void editsGoToTheWriterAndComeBack()
    {
        QVERIFY(m_model->setData(cell("name"), QStringLiteral("Portal")));
        QVERIFY(m_model->setData(cell("enabled"), false));
        QVERIFY(m_model->isDirty());
        QVERIFY(m_model->submitAll());
        QVERIFY(!m_model->isDirty());
        QTRY_COMPARE(text("name"), QStringLiteral("Portal"));
        QCOMPARE(text("enabled"), QStringLiteral("No"));
        const auto stored = m_database->store->applications().find(m_database->application);
        QCOMPARE((*stored)->name, QStringLiteral("Portal"));
        QCOMPARE((*stored)->secret, QStringLiteral("sha256:0000"));
        QVERIFY(!(*stored)->enabled);
    }

    void newRowsGoToTheWriterAndComeBack()
    {
        QSqlRecord values;
        values.append(field("name", QStringLiteral("Second")));
        values.append(field("redirect_uri", QStringLiteral("https://second.example/")));
        QVERIFY(m_model->insertRecord(-1, values));
        QVERIFY(m_model->submitAll());
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->index(1, m_model->fieldIndex(QStringLiteral("name"))).data().toString(),
                 QStringLiteral("Second"));
        QVERIFY(m_model->index(1, m_model->fieldIndex(QStringLiteral("uid"))).data().toString().size() > 40);
    }

    void deletedRowsGo()
    {
        QVERIFY(m_model->removeRow(0));
        QVERIFY(m_model->submitAll());
        QTRY_COMPARE(m_model->rowCount(), 0);
        QVERIFY(!*m_database->store->applications().find(m_database->application));
    }

    void refusalIsToldAndTheModelShowsTheDatabase()
    {
        QSignalSpy refused(m_model.get(), &StoredTableModel::changeRefused);
        QVERIFY(m_model->setData(cell("name"), QString(QLatin1String(""))));
        QVERIFY(m_model->submitAll());
        QVERIFY(refused.wait());
        QVERIFY(!refused.at(0).at(0).toString().isEmpty());
        QCOMPARE(text("name"), QStringLiteral("Wiki"));
    }

    void changedRowKeepsSelection()
    {
        const Id second = m_database->addApplication(QStringLiteral("Second"));
        QTRY_COMPARE(m_model->rowCount(), 2);
        QTest::qWait(150);
        const QPersistentModelIndex selected = m_model->index(m_model->rowOf(second), 0);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        rename(second, QStringLiteral("Other"));
        QTRY_COMPARE(m_model->index(1, m_model->fieldIndex(QStringLiteral("name"))).data().toString(),
                     QStringLiteral("Other"));
        QVERIFY(selected.isValid());
        QCOMPARE(m_model->idAt(selected.row()), second);
        QVERIFY(resets.isEmpty());
        ChangeSet foreign;
        foreign.noteEverything();
        m_model->applyChanges(foreign);
        QVERIFY(resets.isEmpty());
    }

    void reloadIsAnnounced()
    {
        QSignalSpy before(m_model.get(), &StoredTableModel::aboutToReload);
        QSignalSpy after(m_model.get(), &StoredTableModel::reloaded);
        m_database->addApplication(QStringLiteral("Second"));
        QVERIFY(after.wait());
        QCOMPARE(before.size(), 1);
        QCOMPARE(m_model->rowCount(), 2);
    }

    void stagedEditsAreNotOverwritten()
    {
        QVERIFY(m_model->setData(cell("name"), QStringLiteral("Staged")));
        m_database->addApplication(QStringLiteral("Second"));
        QTest::qWait(250);
        QCOMPARE(text("name"), QStringLiteral("Staged"));
        QCOMPARE(m_model->rowCount(), 1);
        m_model->revertAll();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(text("name"), QStringLiteral("Wiki"));
    }

private:
    QModelIndex cell(const char *column) const
    {
        return m_model->index(0, m_model->fieldIndex(QString::fromLatin1(column)));
    }
    QString text(const char *column) const { return cell(column).data().toString(); }

    void rename(Id id, const QString &name)
    {
        Application application = **m_database->store->applications().find(id);
        application.name = name;
        QVERIFY(m_database->store->applications().update(application).isOk());
    }

    static QSqlField field(const char *name, const QString &value)
    {
        QSqlField field(QString::fromLatin1(name), QMetaType(QMetaType::QString));
        field.setValue(value);
        return field;
    }

    std::unique_ptr<TableDatabase> m_database;
    std::unique_ptr<ApplicationsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestApplicationsModel)
#include "tst_applicationsmodel.moc"
