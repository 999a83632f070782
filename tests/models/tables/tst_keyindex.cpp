#include "models/tables/keyindex.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <set>

using namespace Gatehouse;

namespace {

using Keys = std::set<Id>;

KeyIndex indexOf(const Keys &keys)
{
    return KeyIndex::ofAscending(QList<Id>(keys.begin(), keys.end()));
}

Keys keysOf(const KeyIndex &index)
{
    Keys keys;
    for (int position = 0; position < index.size(); ++position)
        keys.insert(index.at(position));
    return keys;
}

Keys randomKeys(QRandomGenerator &random, int below)
{
    Keys keys;
    const int density = random.bounded(1, 6);
    for (int key = 1; key < below; ++key) {
        if (random.bounded(6) < density)
            keys.insert(key);
    }
    return keys;
}

} // namespace

class TestKeyIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNothing()
    {
        const KeyIndex index;
        QVERIFY(index.isEmpty());
        QCOMPARE(index.size(), 0);
        QCOMPARE(index.positionOf(1), -1);
        QCOMPARE(index.last(), Id(0));
        QVERIFY(index.spansOf({}).isEmpty());
    }

    void orderOfBuildingDoesNotMatter()
    {
        const QList<Id> ascending {1, 2, 3, 7, 8, 20};
        const QList<Id> descending {20, 8, 7, 3, 2, 1};
        QCOMPARE(KeyIndex::ofAscending(ascending), KeyIndex::ofDescending(descending));
        KeyIndex grown = KeyIndex::ofAscending(ascending.mid(0, 2));
        for (Id key : ascending.mid(2))
            grown.append(key);
        QCOMPARE(grown, KeyIndex::ofAscending(ascending));
    }

    void findsKeysAndPositions()
    {
        const KeyIndex index = KeyIndex::ofAscending({1, 2, 3, 7, 8, 20});
        QCOMPARE(index.size(), 6);
        QCOMPARE(index.at(0), Id(1));
        QCOMPARE(index.at(3), Id(7));
        QCOMPARE(index.at(5), Id(20));
        QCOMPARE(index.positionOf(8), 4);
        QCOMPARE(index.positionOf(4), -1);
        QCOMPARE(index.positionOf(21), -1);
        QCOMPARE(index.first(), Id(1));
        QCOMPARE(index.last(), Id(20));
    }

    void spansJoinNeighbours()
    {
        const KeyIndex index = KeyIndex::ofAscending({1, 5, 6, 9, 12});
        const QList<KeyIndex::Span> expected {{0, 2}, {3, 1}};
        QCOMPARE(index.spansOf(KeyIndex::ofAscending({1, 5, 9})), expected);
    }

    void behavesLikeASet()
    {
        QRandomGenerator random(20260101);
        for (int round = 0; round < 300; ++round) {
            const Keys left = randomKeys(random, 40);
            const Keys right = randomKeys(random, 40);
            const KeyIndex a = indexOf(left);
            const KeyIndex b = indexOf(right);
            Keys both;
            Keys rest;
            std::set_union(left.begin(), left.end(), right.begin(), right.end(), std::inserter(both, both.end()));
            std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::inserter(rest, rest.end()));
            QCOMPARE(keysOf(a.united(b)), both);
            QCOMPARE(a.united(b), indexOf(both));
            QCOMPARE(keysOf(a.subtracted(b)), rest);
            QCOMPARE(a.subtracted(b), indexOf(rest));
            checkPositions(a);
            checkParts(a, random);
        }
    }

    void aMillionInARowIsCheap()
    {
        QList<Id> keys;
        for (Id key = 1'000'000; key > 0; --key)
            keys.append(key);
        const KeyIndex index = KeyIndex::ofDescending(keys);
        QCOMPARE(index.size(), 1'000'000);
        QCOMPARE(index.at(999'999), Id(1'000'000));
        QCOMPARE(index.runCount(), 1);
    }

private:
    static void checkPositions(const KeyIndex &index)
    {
        for (int position = 0; position < index.size(); ++position)
            QCOMPARE(index.positionOf(index.at(position)), position);
    }

    static void checkParts(const KeyIndex &index, QRandomGenerator &random)
    {
        const Keys keys = keysOf(index);
        if (index.isEmpty())
            return;
        const int first = random.bounded(index.size());
        const int count = random.bounded(index.size() - first) + 1;
        const KeyIndex part = index.mid({first, count});
        QCOMPARE(part.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(part.at(i), index.at(first + i));
        const QList<KeyIndex::Span> whole {{first, count}};
        QCOMPARE(index.spansOf(part), whole);
    }
};

QTEST_GUILESS_MAIN(TestKeyIndex)
#include "tst_keyindex.moc"
