#include "models/clock.h"
#include "models/tables/roles.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/shapedtexts.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

#include <algorithm>

using namespace Gatehouse;

class TestRowDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(Appearance::Light); }
    void textThatFitsIsWhole();
    void textThatDoesNotIsShortened_data();
    void textThatDoesNotIsShortened();
    void fontsAndDirectionsAreToldApart();
    void drawsInsideTheCell();
    void selectedTextIsReadable();
    void timesAreRelative();

private:
    QImage drawn(const QString &text, QStyle::State state = QStyle::State_Enabled, const QVariant &time = {});

    ManualClock m_clock {1'000'000'000};
};

static QStyleOptionViewItem optionFor(const QString &text)
{
    QStyleOptionViewItem option;
    option.text = text;
    option.textElideMode = Qt::ElideRight;
    return option;
}

static int pixelsOf(const QImage &image, const QColor &colour, const QRect &where)
{
    int count = 0;
    for (int x = where.left(); x <= where.right(); ++x) {
        for (int y = where.top(); y <= where.bottom(); ++y)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

static const QRect Cell(20, 10, 80, 24);

/// One cell in the middle of a white picture.
QImage TestRowDelegate::drawn(const QString &text, QStyle::State state, const QVariant &time)
{
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(text));
    model.item(0, 0)->setData(time, TimestampRole);
    RowDelegate delegate(m_clock);
    QImage image(120, 44, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = Cell;
    option.state = state;
    option.showDecorationSelected = true; // as item views ask Fusion for it
    option.displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
    delegate.paint(&painter, option, model.index(0, 0));
    return image;
}

void TestRowDelegate::textThatFitsIsWhole()
{
    ShapedTexts texts;
    QCOMPARE(texts.fitted(optionFor(QStringLiteral("public")), 400).text(), QStringLiteral("public"));
    QCOMPARE(texts.fitted(optionFor(QString()), 400).text(), QString());
}

void TestRowDelegate::textThatDoesNotIsShortened_data()
{
    QTest::addColumn<Qt::TextElideMode>("mode");
    QTest::newRow("at the end") << Qt::ElideRight;
    QTest::newRow("in the middle") << Qt::ElideMiddle;
}

void TestRowDelegate::textThatDoesNotIsShortened()
{
    QFETCH(Qt::TextElideMode, mode);
    ShapedTexts texts;
    QStyleOptionViewItem option = optionFor(QStringLiteral("a rather long name of an application"));
    option.textElideMode = mode;
    const QStaticText &text = texts.fitted(option, 100);
    QCOMPARE(text.text(), option.fontMetrics.elidedText(option.text, mode, 100));
    QVERIFY(text.text().contains(QChar(0x2026)));
    QVERIFY(text.size().width() <= 101);
    QCOMPARE(texts.fitted(option, 1000).text(), option.text);
}

void TestRowDelegate::fontsAndDirectionsAreToldApart()
{
    ShapedTexts texts;
    QStyleOptionViewItem option = optionFor(QStringLiteral("public"));
    const qreal width = texts.fitted(option, 400).size().width();
    option.font.setPointSizeF(option.font.pointSizeF() * 2);
    option.fontMetrics = QFontMetrics(option.font);
    QVERIFY(texts.fitted(option, 400).size().width() > width * 1.5);
    option.direction = Qt::RightToLeft;
    QCOMPARE(texts.fitted(option, 400).textOption().textDirection(), Qt::RightToLeft);
}

void TestRowDelegate::drawsInsideTheCell()
{
    const QImage image = drawn(QStringLiteral("MMMMMMMMMMMMMMMMMMMMMMMMMMMMMM"));
    QVERIFY(pixelsOf(image, Qt::white, Cell) < Cell.width() * Cell.height() - 50);
    QCOMPARE(pixelsOf(image, Qt::white, image.rect()) - pixelsOf(image, Qt::white, Cell),
             image.width() * image.height() - Cell.width() * Cell.height());
}

void TestRowDelegate::selectedTextIsReadable()
{
    const QColor ground = QApplication::palette().color(QPalette::Highlight);
    const QImage image
        = drawn(QStringLiteral("HHHH"), QStyle::State_Enabled | QStyle::State_Selected | QStyle::State_Active);
    QVERIFY(pixelsOf(image, ground, Cell) > 500);
    double best = 0;
    for (int x = Cell.left(); x <= Cell.right(); ++x)
        best = std::max(best, Theme::contrast(image.pixelColor(x, Cell.center().y() - 2), ground));
    QVERIFY2(best >= 4, QByteArray::number(best).constData());
}

void TestRowDelegate::timesAreRelative()
{
    const QImage now = drawn(QStringLiteral("x"), QStyle::State_Enabled, m_clock.now());
    const QImage later = drawn(QStringLiteral("x"), QStyle::State_Enabled, m_clock.now() - 7'200'000);
    QVERIFY(now != later);
    QVERIFY(now != drawn(QStringLiteral("x")));
}

QTEST_MAIN(TestRowDelegate)
#include "tst_rowdelegate.moc"
