#include "ui/clipboard.h"
#include "ui/widgets/codeblock.h"
#include "ui/widgets/counttile.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/urlfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Gatehouse;

/// The small parts, one after the other.
class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterWaitsForAPause();
    void filterEscapeClearsThenLeaves();
    void filterDownLeavesAtOnce();
    void filterShowsWhatIsWrong();
    void messageActionRunsOnce();
    void successGoesByItself();
    void standingMessageCannotBeClosed();
    void secretIsHiddenUntilRevealed();
    void clipboardForgetsASecret();
    void clipboardKeepsWhatCameLater();
    void urlAndCodeAreCopied();
    void codeIsShownInFull();
    void tileTellsNameAndNumber();
    void navigationTellsAChoiceOnly();
};

void TestWidgets::filterWaitsForAPause()
{
    FilterEdit field;
    QSignalSpy typed(&field, &FilterEdit::filterTyped);
    QTest::keyClicks(&field, QStringLiteral("abc"));
    QCOMPARE(typed.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(typed.size(), 1, 2000);
    QCOMPARE(typed.first().first().toString(), QStringLiteral("abc"));
}

void TestWidgets::filterEscapeClearsThenLeaves()
{
    FilterEdit field;
    QSignalSpy left(&field, &FilterEdit::left);
    QSignalSpy typed(&field, &FilterEdit::filterTyped);
    field.showText(QStringLiteral("abc"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
    QCOMPARE(typed.last().first().toString(), QString());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestWidgets::filterDownLeavesAtOnce()
{
    FilterEdit field;
    QSignalSpy left(&field, &FilterEdit::left);
    QSignalSpy typed(&field, &FilterEdit::filterTyped);
    QTest::keyClicks(&field, QStringLiteral("x"));
    QTest::keyClick(&field, Qt::Key_Down);
    QCOMPARE(typed.size(), 1);
    QCOMPARE(left.size(), 1);
    QTest::qWait(FilterEdit::Pause * 2);
    QCOMPARE(typed.size(), 1); // not told twice
}

void TestWidgets::filterShowsWhatIsWrong()
{
    FilterEdit field;
    field.showError(QStringLiteral("There is no field “x”."));
    QVERIFY(field.hasError());
    QCOMPARE(field.toolTip(), QStringLiteral("There is no field “x”."));
    QCOMPARE(field.accessibleDescription(), field.toolTip());
    field.showError({});
    QVERIFY(!field.hasError());
}

void TestWidgets::messageActionRunsOnce()
{
    InlineMessage message;
    int runs = 0;
    message.post(InlineMessage::Kind::Error, QStringLiteral("It failed."),
                 {{QStringLiteral("Retry"), [&runs] { ++runs; }}});
    QVERIFY(message.isVisibleTo(nullptr));
    QCOMPARE(message.accessibleName(), QStringLiteral("It failed."));
    message.findChild<QPushButton *>()->click();
    QCOMPARE(runs, 1);
    QVERIFY(message.isHidden());
    QCOMPARE(message.sentence(), QString());
}

void TestWidgets::successGoesByItself()
{
    InlineMessage message;
    message.post(InlineMessage::Kind::Error, QStringLiteral("It failed."));
    message.post(InlineMessage::Kind::Success, QStringLiteral("It worked."));
    QTest::qWait(5000);
    QVERIFY(!message.isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(message.isHidden(), 3000);
}

void TestWidgets::standingMessageCannotBeClosed()
{
    InlineMessage message;
    message.setStanding(true);
    message.post(InlineMessage::Kind::Warning, QStringLiteral("Mind this."));
    QVERIFY(message.findChild<QToolButton *>()->isHidden());
}

void TestWidgets::secretIsHiddenUntilRevealed()
{
    SecretField field;
    field.setSecret(QStringLiteral("s3cret"));
    QVERIFY(!field.isRevealed());
    QVERIFY(!field.findChild<QLineEdit *>()->displayText().contains(QLatin1String("s3cret")));
    field.findChild<QToolButton *>(QStringLiteral("secretReveal"))->click();
    QVERIFY(field.isRevealed());
    QCOMPARE(field.findChild<QLineEdit *>()->displayText(), QStringLiteral("s3cret"));
    field.findChild<QToolButton *>(QStringLiteral("secretCopy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("s3cret"));
}

void TestWidgets::clipboardForgetsASecret()
{
    copySecret(QStringLiteral("s3cret"), 50);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("s3cret"));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString());
}

void TestWidgets::clipboardKeepsWhatCameLater()
{
    copySecret(QStringLiteral("s3cret"), 50);
    copyText(QStringLiteral("other"));
    QTest::qWait(150);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("other"));
}

void TestWidgets::urlAndCodeAreCopied()
{
    UrlField url;
    url.setUrl(QStringLiteral("http://127.0.0.1:6749"));
    url.findChild<QToolButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:6749"));
    CodeBlock code;
    code.setCode(QStringLiteral("curl x"));
    code.findChild<QToolButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("curl x"));
}

void TestWidgets::codeIsShownInFull()
{
    CodeBlock code;
    code.resize(300, 100);
    code.setCode(QStringLiteral("a long command ").repeated(30));
    code.show();
    const auto *text = code.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->height() >= text->fontMetrics().lineSpacing() * 8);
}

void TestWidgets::tileTellsNameAndNumber()
{
    CountTile tile;
    tile.setName(QStringLiteral("Users"));
    tile.setCount(12);
    QVERIFY(tile.accessibleName().contains(QLatin1String("Users")));
    QVERIFY(tile.accessibleName().contains(QLatin1String("12")));
    QSignalSpy clicked(&tile, &CountTile::clicked);
    QTest::keyClick(&tile, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
}

void TestWidgets::navigationTellsAChoiceOnly()
{
    NavigationList list;
    list.addPage(QStringLiteral("a"), QStringLiteral("info"));
    list.addPage(QStringLiteral("b"), QStringLiteral("info"));
    list.setTitle(QStringLiteral("b"), QStringLiteral("Second"));
    list.setCount(QStringLiteral("b"), 7);
    QCOMPARE(list.item(1)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Second: 7"));
    QSignalSpy chosen(&list, &NavigationList::pageChosen);
    list.showPage(QStringLiteral("a"));
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("b"));
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
