#include "models/store/applicationstore.h"
#include "models/store/tokenstore.h"
#include "models/tables/tokensmodel.h"
#include "tests/models/tables/tabledatabase.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

namespace {

/// Follows a store as the window does, and is checked at every step.
class LiveTokens : public TokensModel
{
public:
    explicit LiveTokens(TableDatabase &database)
        : TokensModel(*database.reader, database.clock)
        , tester(this, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        connect(database.store.get(), &Store::changed, this,
                [this](const ChangeSet &changes) { applyChanges(changes); });
        load();
    }

    void load()
    {
        QSignalSpy done(this, &KeysetTableModel::loaded);
        reload();
        QVERIFY(done.wait());
    }

    QString text(int row, int column) const { return index(row, column).data().toString(); }
    QList<Id> ids() const
    {
        QList<Id> all;
        for (int row = 0; row < rowCount(); ++row)
            all.append(index(row, 0).data(IdRole).toLongLong());
        return all;
    }

    QAbstractItemModelTester tester;
};

/// Shows at most a hundred rows.
class SmallWindow : public KeysetTableModel
{
    Q_OBJECT

public:
    explicit SmallWindow(TableDatabase &database)
        : KeysetTableModel(*database.reader, database.clock, spec(), nullptr)
        , tester(this, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        connect(database.store.get(), &Store::changed, this,
                [this](const ChangeSet &changes) { applyChanges(changes); });
    }

protected:
    QString title(int) const override { return QStringLiteral("Key"); }
    QVariant cell(const KeysetRow &, int, int) const override { return QStringLiteral("row"); }

private:
    static Spec spec()
    {
        return {.table = Table::AccessTokens,
                .tableName = QStringLiteral("oauth_access_tokens"),
                .columns = QStringLiteral("t.created_at"),
                .from = activityJoins(),
                .display = {Column {QStringLiteral("id")}},
                .fields = {},
                .dependsOn = {},
                .factsOf = [](const QVariantList &) { return ActivityFacts(); },
                .maxRows = 100};
    }

    QAbstractItemModelTester tester;
};

AccessToken scoped(const QString &scopes)
{
    AccessToken token;
    token.scopes = scopes;
    return token;
}

ChangeSet updated(const QList<Id> &ids)
{
    ChangeSet changes;
    for (Id id : ids)
        changes.noteUpdated(Table::AccessTokens, id);
    return changes;
}

QList<Id> descending(Id from, Id to)
{
    QList<Id> ids;
    for (Id id = from; id >= to; --id)
        ids.append(id);
    return ids;
}

} // namespace

class TestKeysetTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyTableFillsUp()
    {
        TableDatabase database;
        LiveTokens model(database);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.totalRows(), 0);
        QCOMPARE(model.idAt(0), Id(0));
        const Id id = database.addToken();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.idAt(0), id);
        QCOMPARE(model.totalRows(), 1);
    }

    void showsNewestFirstAcrossPagesAndGaps()
    {
        TableDatabase database;
        for (int i = 1; i <= 1500; ++i)
            database.addToken(scoped(QStringLiteral("scope%1").arg(i)));
        database.commit();
        database.execute(QStringLiteral("DELETE FROM oauth_access_tokens WHERE id % 7 = 0 OR id BETWEEN 300 AND 800"));
        LiveTokens model(database);
        QList<Id> expected = descending(1500, 1);
        expected.removeIf([](Id id) { return id % 7 == 0 || (id >= 300 && id <= 800); });
        QCOMPARE(model.ids(), expected);
        QCOMPARE(model.totalRows(), expected.size());
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.text(row, TokensModel::Scopes), QStringLiteral("scope%1").arg(expected.at(row)));
            QCOMPARE(model.rowOf(expected.at(row)), row);
        }
        QCOMPARE(model.rowOf(500), -1);
    }

    void newRowsComeInAtTheTop()
    {
        TableDatabase database;
        database.addTokens(300);
        database.commit();
        LiveTokens model(database);
        const QPersistentModelIndex selected = model.index(10, 0);
        const Id id = model.idAt(10);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 5; ++i) {
            database.addTokens(100);
            QTest::qWait(40);
        }
        QTRY_COMPARE(model.rowCount(), 800);
        QCOMPARE(model.ids(), descending(800, 1));
        QCOMPARE(selected.row(), 510);
        QCOMPARE(model.idAt(selected.row()), id);
        QVERIFY(resets.isEmpty());
        for (const QList<QVariant> &insert : inserts)
            QCOMPARE(insert.at(1).toInt(), 0);
    }

    void revokedRowIsTheOnlyOneThatChanges()
    {
        TableDatabase database;
        database.addTokens(600);
        database.commit();
        LiveTokens model(database);
        QCOMPARE(model.text(550, TokensModel::Status), QStringLiteral("Active"));
        const QPersistentModelIndex selected = model.index(550, 0);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(*database.store->tokens().revoke(model.idAt(550), database.clock.now()));
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(0).toModelIndex(), model.index(550, 0));
        QCOMPARE(changes.at(0).at(1).toModelIndex(), model.index(550, model.columnCount() - 1));
        QCOMPARE(model.text(550, TokensModel::Status), QStringLiteral("Revoked"));
        QCOMPARE(model.index(550, 0).data(ActivityRole).toInt(), int(Activity::Revoked));
        QCOMPARE(selected.row(), 550);
    }

    void removedRowsGoAndOthersKeepTheirPlace()
    {
        TableDatabase database;
        database.addTokens(1000);
        database.commit();
        LiveTokens model(database);
        const QPersistentModelIndex gone = model.index(model.rowOf(500), 0);
        const QPersistentModelIndex above = model.index(model.rowOf(501), 0);
        const QPersistentModelIndex below = model.index(model.rowOf(100), 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        database.execute(QStringLiteral("DELETE FROM oauth_access_tokens WHERE id IN (500, 499, 20, 1000)"));
        model.applyChanges(updated({500, 499, 20, 1000}));
        QCOMPARE(model.rowCount(), 996);
        QVERIFY(!gone.isValid());
        QCOMPARE(model.idAt(above.row()), Id(501));
        QCOMPARE(model.idAt(below.row()), Id(100));
        QCOMPARE(model.totalRows(), 996);
        QVERIFY(resets.isEmpty());
        database.addToken();
        QTRY_COMPARE(model.idAt(0), Id(1001));
    }

    void manyRowsGoAtOnce()
    {
        TableDatabase database;
        database.addTokens(1000);
        database.commit();
        LiveTokens model(database);
        QList<QPersistentModelIndex> selected;
        for (Id id = 1; id <= 1000; id += 13)
            selected.append(model.index(model.rowOf(id), int(id % 3)));
        database.execute(QStringLiteral("DELETE FROM oauth_access_tokens WHERE id % 2 = 0"));
        ChangeSet everything;
        everything.noteEverything(Table::AccessTokens);
        model.applyChanges(everything);
        QTRY_COMPARE(model.rowCount(), 500);
        for (int i = 0; i < selected.size(); ++i) {
            const Id id = 1 + Id(i) * 13;
            QCOMPARE(selected.at(i).isValid(), id % 2 == 1);
            if (!selected.at(i).isValid())
                continue;
            QCOMPARE(model.idAt(selected.at(i).row()), id);
            QCOMPARE(selected.at(i).column(), int(id % 3));
        }
    }

    void anotherProcessIsSeen()
    {
        TableDatabase database;
        database.addTokens(10);
        database.commit();
        LiveTokens model(database);
        QTest::qWait(250); // the announcement of the ten
        const auto other = Store::open(database.url, database.clock);
        QVERIFY(other.isOk());
        QVERIFY((*other)
                    ->tokens()
                    .insert([] {
                        AccessToken token;
                        token.domainId = 1;
                        token.token = QStringLiteral("from-the-other-process");
                        return token;
                    }())
                    .isOk());
        QVERIFY(*(*other)->tokens().revoke(3, database.clock.now()));
        QVERIFY((*other)->writer().flush());
        QTRY_COMPARE(model.rowCount(), 11);
        QTRY_COMPARE(model.text(model.rowOf(3), TokensModel::Status), QStringLiteral("Revoked"));
    }

    void filterShowsWhatMatchesAndKeepsTheRestSelected()
    {
        TableDatabase database;
        for (int i = 1; i <= 900; ++i)
            database.addToken(scoped(i % 3 == 0 ? QStringLiteral("write") : QStringLiteral("read")));
        database.commit();
        LiveTokens model(database);
        const QPersistentModelIndex stays = model.index(model.rowOf(300), 0);
        const QPersistentModelIndex goes = model.index(model.rowOf(301), 0);
        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        QVERIFY(model.setFilterText(QStringLiteral("scope:write")).isOk());
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 300);
        QCOMPARE(model.totalRows(), 900);
        QCOMPARE(model.idAt(stays.row()), Id(300));
        QVERIFY(!goes.isValid());
        QCOMPARE(model.text(299, TokensModel::Scopes), QStringLiteral("write"));

        database.addToken(scoped(QStringLiteral("read")));
        database.addToken(scoped(QStringLiteral("write")));
        QTRY_COMPARE(model.totalRows(), 902);
        QCOMPARE(model.rowCount(), 301);
        QCOMPARE(model.idAt(0), Id(902));

        QVERIFY(model.setFilterText({}).isOk());
        QVERIFY(loaded.wait());
        QCOMPARE(model.ids(), descending(902, 1));
        QCOMPARE(model.idAt(stays.row()), Id(300));
    }

    void badFilterLeavesTheGoodOne()
    {
        TableDatabase database;
        database.addToken(scoped(QStringLiteral("write")));
        database.addToken(scoped(QStringLiteral("read")));
        database.commit();
        LiveTokens model(database);
        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        QVERIFY(model.setFilterText(QStringLiteral("write")).isOk());
        QVERIFY(loaded.wait());
        const auto refused = model.setFilterText(QStringLiteral("colour:red"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(model.filterText(), QStringLiteral("write"));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.isLoading());
    }

    void lastFilterWins()
    {
        TableDatabase database;
        for (int i = 1; i <= 500; ++i)
            database.addToken(scoped(QStringLiteral("scope%1").arg(i)));
        database.commit();
        LiveTokens model(database);
        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        for (int i = 1; i <= 50; ++i)
            QVERIFY(model.setFilterText(QStringLiteral("scope:scope4%1").arg(i)).isOk());
        QVERIFY(model.setFilterText(QStringLiteral("scope:\"scope77\"")).isOk());
        QVERIFY(loaded.wait());
        QCOMPARE(model.ids(), QList<Id> {77});
        QTest::qWait(50);
        QCOMPARE(loaded.size(), 1);
    }

    void rowThatMatchesNoLongerGoes()
    {
        TableDatabase database;
        database.addTokens(20);
        database.commit();
        LiveTokens model(database);
        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        QVERIFY(model.setFilterText(QStringLiteral("is:active")).isOk());
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 20);
        QVERIFY(*database.store->tokens().revoke(Id(7), database.clock.now()));
        QTRY_COMPARE(model.rowOf(7), -1);
        QCOMPARE(model.rowCount(), 19);
        QCOMPARE(model.totalRows(), 20);
        QVERIFY(model.setFilterText(QStringLiteral("is:revoked")).isOk());
        QVERIFY(loaded.wait());
        QCOMPARE(model.ids(), QList<Id> {7});
        QVERIFY(*database.store->tokens().revoke(Id(9), database.clock.now()));
        QVERIFY(*database.store->tokens().revoke(Id(3), database.clock.now()));
        const QList<Id> revoked {9, 7, 3};
        QTRY_COMPARE(model.ids(), revoked);
    }

    void changesDuringLoadingAreNotLost()
    {
        TableDatabase database;
        database.addTokens(600);
        database.commit();
        LiveTokens model(database);
        QVERIFY(model.text(0, TokensModel::Status) == QLatin1String("Active"));
        QSignalSpy loaded(&model, &KeysetTableModel::loaded);
        QVERIFY(model.setFilterText(QStringLiteral("is:active")).isOk());
        QVERIFY(model.isLoading());
        QVERIFY(*database.store->tokens().revoke(Id(599), database.clock.now()));
        database.addTokens(2);
        database.commit();
        ChangeSet changes = updated({599});
        changes.noteInserted(Table::AccessTokens);
        model.applyChanges(changes);
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowOf(599), -1);
        QCOMPARE(model.idAt(0), Id(602));
        QCOMPARE(model.rowCount(), 601);
        QCOMPARE(model.totalRows(), 602);
    }

    void expiryShowsWithoutAnyChange()
    {
        TableDatabase database;
        AccessToken token;
        token.expiresAt = database.clock.now() + 60'000;
        database.addToken(token);
        database.addToken();
        database.commit();
        LiveTokens model(database);
        QCOMPARE(model.text(1, TokensModel::Status), QStringLiteral("Active"));
        QTest::qWait(150); // the announcement of the two
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        database.clock.advance(59'000);
        QTest::qWait(1200);
        QVERIFY(changes.isEmpty());
        database.clock.advance(1000);
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(model.text(1, TokensModel::Status), QStringLiteral("Expired"));
        QCOMPARE(model.text(0, TokensModel::Status), QStringLiteral("Active"));
    }

    void filterOnTimeFollowsTheClock()
    {
        TableDatabase database;
        AccessToken token;
        token.expiresAt = database.clock.now() + 60'000;
        database.addToken(token);
        database.addToken();
        database.commit();
        LiveTokens model(database);
        QVERIFY(model.setFilterText(QStringLiteral("is:active")).isOk());
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), 2);
        database.clock.advance(60'000);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.idAt(0), Id(2));
    }

    void otherTablesThatDecideAreFollowed()
    {
        TableDatabase database;
        AccessToken token;
        token.applicationId = database.application;
        database.addToken(token);
        database.commit();
        LiveTokens model(database);
        QCOMPARE(model.text(0, TokensModel::Status), QStringLiteral("Active"));
        Application application = **database.store->applications().find(database.application);
        application.enabled = false;
        application.name = QStringLiteral("Renamed");
        QVERIFY(database.store->applications().update(application).isOk());
        QTRY_COMPARE(model.text(0, TokensModel::Status), QStringLiteral("Application Disabled"));
        QCOMPARE(model.text(0, TokensModel::ApplicationName), QStringLiteral("Renamed"));
    }

    void oldestRowsAreLeftOutOfAnEndlessTable()
    {
        TableDatabase database;
        database.addTokens(150);
        database.commit();
        SmallWindow model(database);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        QVERIFY(model.isCapped());
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.idAt(0), Id(150));
        QCOMPARE(model.idAt(99), Id(51));
        QCOMPARE(model.totalRows(), 150);
        database.addTokens(20);
        QTRY_COMPARE(model.idAt(0), Id(170));
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.totalRows(), 170);
        model.applyChanges(updated({5}));
        QCOMPARE(model.rowCount(), 100);
    }

    void cappedIsAnnouncedWhenATableGrowsPastIt()
    {
        TableDatabase database;
        SmallWindow model(database);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        QSignalSpy capped(&model, &KeysetTableModel::cappedChanged);
        database.addTokens(105);
        QTRY_COMPARE(model.rowCount(), 105);
        QVERIFY(!model.isCapped());
        database.addTokens(10);
        QTRY_COMPARE(capped.size(), 1);
        QCOMPARE(model.rowCount(), 100);
    }

    void writeAheadLogStaysSmallUnderALiveModel()
    {
        TableDatabase database;
        TokensModel model(*database.reader, database.clock);
        connect(database.store.get(), &Store::changed, &model, &TokensModel::applyChanges);
        model.reload();
        qint64 largest = 0;
        for (int i = 0; i < 100; ++i) {
            database.addTokens(200);
            database.commit();
            QTest::qWait(i % 10 == 0 ? 110 : 0);
            (void)model.index(model.rowCount() * i / 100, TokensModel::Scopes).data();
            largest = qMax(largest, database.fileSize(QStringLiteral("-wal")));
        }
        QTRY_COMPARE(model.rowCount(), 20'000);
        QVERIFY(largest > 0);
        QVERIFY2(largest < 16 * 1024 * 1024, qPrintable(QString::number(largest)));
    }

    void nothingCanBeEdited()
    {
        TableDatabase database;
        database.addTokens(2);
        database.commit();
        LiveTokens model(database);
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("x")));
        QVERIFY(!model.insertRows(0, 1));
        QVERIFY(!model.removeRows(0, 1));
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsEditable));
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(model.ids(), descending(2, 1));
        QCOMPARE(model.tableName(), QStringLiteral("oauth_access_tokens"));
    }

    void unreadableDatabaseIsToldAndWhatWasShownStays()
    {
        TableDatabase database;
        database.addTokens(3);
        database.commit();
        TokensModel model(*database.reader, database.clock);
        QVERIFY(QFile::rename(database.url.path, database.url.path + QLatin1String(".away")));
        QSignalSpy failed(&model, &KeysetTableModel::loadFailed);
        model.reload();
        QVERIFY(failed.wait());
        QVERIFY(!failed.at(0).at(0).toString().isEmpty());
        QVERIFY(!model.isLoading());
        QVERIFY(QFile::rename(database.url.path + QLatin1String(".away"), database.url.path));
        model.reload();
        QTRY_COMPARE(model.rowCount(), 3);
    }

    void canEndWhileItLoads()
    {
        TableDatabase database;
        database.addTokens(20'000);
        database.commit();
        for (int i = 0; i < 20; ++i) {
            TokensModel model(*database.reader, database.clock);
            QVERIFY(model.setFilterText(QStringLiteral("user:nobody")).isOk());
            QTest::qWait(i);
        }
    }
};

QTEST_GUILESS_MAIN(TestKeysetTableModel)
#include "tst_keysettablemodel.moc"
