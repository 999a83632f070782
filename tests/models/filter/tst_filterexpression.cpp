#include "models/filter/filterexpression.h"

#include <QTest>

using namespace Gatehouse;

namespace {

FilterFields sampleFields()
{
    using Kind = FilterField::Kind;
    return {{QStringLiteral("user"), Kind::Text, QStringLiteral("email"), true, {}},
            {QStringLiteral("tokens"), Kind::Number, QStringLiteral("tokens"), false, {}},
            {QStringLiteral("issued"), Kind::Past, QStringLiteral("issued"), false, {}},
            {QStringLiteral("expires"), Kind::Deadline, QStringLiteral("expires"), false, {}},
            {QStringLiteral("is"), Kind::Choice, {}, true, {{QStringLiteral("active"), QStringLiteral("1"), 0}}}};
}

/// `-user<a|"b c"` as the parser understood it, terms separated by blanks.
QString written(const FilterExpression &expression)
{
    QStringList terms;
    for (const FilterTerm &term : expression.terms()) {
        QStringList values;
        for (const FilterValue &value : term.values)
            values.append(value.isQuoted ? QString(u'"' % value.text % u'"') : value.text);
        const QStringList signs {QStringLiteral(":"), QStringLiteral("<"), QStringLiteral("<="), QStringLiteral(">"),
                                 QStringLiteral(">=")};
        const QString field
            = term.field < 0 ? QString() : QString(sampleFields().at(term.field).name % signs.at(int(term.op)));
        terms.append((term.isNegated ? QStringLiteral("-") : QString()) % field % values.join(u'|'));
    }
    return terms.join(QLatin1String(" & "));
}

} // namespace

class TestFilterExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("understood");
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("blanks") << "  \t "
                                << "";
        QTest::newRow("words") << " alice  wiki "
                               << "alice & wiki";
        QTest::newRow("exact words") << "\"alice smith\""
                                     << "\"alice smith\"";
        QTest::newRow("quoted operators are words") << "\"user:a|b -c\""
                                                    << "\"user:a|b -c\"";
        QTest::newRow("negated word") << "-alice"
                                      << "-alice";
        QTest::newRow("hyphen inside") << "well-known"
                                       << "well-known";
        QTest::newRow("field") << "user:alice"
                               << "user:alice";
        QTest::newRow("field, other case") << "USER:alice"
                                           << "user:alice";
        QTest::newRow("equals sign") << "user=alice"
                                     << "user:alice";
        QTest::newRow("negated field") << "-user:alice"
                                       << "-user:alice";
        QTest::newRow("quoted value") << "user:\"a b\" c"
                                      << "user:\"a b\" & c";
        QTest::newRow("alternatives") << "a|b user:c|\"d e\""
                                      << "a|b & user:c|\"d e\"";
        QTest::newRow("address is a word") << "https://app.example/cb"
                                           << "https://app.example/cb";
        QTest::newRow("time lengths") << "expires<10m issued>=1h30m"
                                      << "expires<10m & issued>=1h30m";
        QTest::newRow("date") << "issued:2024-05-01"
                              << "issued:2024-05-01";
        QTest::newRow("none") << "user:none expires:none tokens:none"
                              << "user:none & expires:none & tokens:none";
        QTest::newRow("number") << "tokens>2"
                                << "tokens>2";
        QTest::newRow("choice, other case") << "is:Active"
                                            << "is:Active";
    }

    void understands()
    {
        QFETCH(QString, text);
        QFETCH(QString, understood);
        const auto expression = FilterExpression::parse(text, sampleFields());
        QVERIFY2(expression.isOk(), qPrintable(expression ? QString() : expression.error().message));
        QCOMPARE(written(*expression), understood);
        QCOMPARE(expression->isEmpty(), understood.isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says"); // part of the sentence
        QTest::newRow("unknown field") << "a colour:red" << QStringLiteral("“colour” (character 3)");
        QTest::newRow("fields are named") << "colour:red"
                                          << "user, tokens, issued, expires, is";
        QTest::newRow("open quotation") << "a \"b c"
                                        << "character 3 is not closed";
        QTest::newRow("empty quotation") << "\"\""
                                         << "missing at character 1";
        QTest::newRow("no value") << "user: alice"
                                  << "missing at character 6";
        QTest::newRow("no alternative") << "user:a|"
                                        << "missing at character 8";
        QTest::newRow("no first alternative") << "|a"
                                              << "missing at character 1";
        QTest::newRow("lone hyphen") << "a -"
                                     << "missing at character 4";
        QTest::newRow("text compared") << "user<b" << QStringLiteral("“user” cannot be compared");
        QTest::newRow("choice compared") << "is>active" << QStringLiteral("“is” cannot be compared");
        QTest::newRow("unknown choice") << "is:purple"
                                        << "Choose from: active";
        QTest::newRow("not a number") << "tokens>many"
                                      << "whole number";
        QTest::newRow("none cannot be compared") << "tokens<none"
                                                 << "whole number";
        QTest::newRow("not a time") << "issued>soon" << QStringLiteral("“soon” is not a time (character 8)");
        QTest::newRow("length without direction") << "expires:10m"
                                                  << "expires<10m";
        QTest::newRow("too many parts") << QString(QStringLiteral("a ")).repeated(51) << "at most 50";
        QTest::newRow("too many alternatives") << QString(QStringLiteral("a|")).repeated(51) << "at most 50";
        QTest::newRow("too long") << QString(1001, u'a') << "at most 1000";
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto expression = FilterExpression::parse(text, sampleFields());
        QVERIFY(!expression);
        QCOMPARE(expression.error().kind, Error::Kind::Invalid);
        QVERIFY2(expression.error().message.contains(says), qPrintable(expression.error().message));
    }
};

QTEST_GUILESS_MAIN(TestFilterExpression)
#include "tst_filterexpression.moc"
