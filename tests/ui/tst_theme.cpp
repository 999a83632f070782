#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace Gatehouse;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsWcags();
    void textIsReadable_data();
    void textIsReadable();
    void edgesAreSeen_data();
    void edgesAreSeen();
    void controlsHaveEdges();
    void darkIsDark();
    void iconsFollowThePalette();
    void everyIconDraws_data();
    void everyIconDraws();
};

void TestTheme::contrastIsWcags()
{
    QCOMPARE(qRound(Theme::contrast(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(qRound(Theme::contrast(QColor(0x777777), Qt::white) * 100), 448); // WCAG's well-known example
    QCOMPARE(Theme::contrast(Qt::red, Qt::red), 1.0);
}

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const QPalette palette = Theme::palette(dark);
        const auto add = [&](const char *name, const QColor &text, const QColor &ground) {
            QTest::addRow("%s %s", dark ? "dark" : "light", name) << dark << text << ground;
        };
        add("window text", palette.color(QPalette::WindowText), palette.color(QPalette::Window));
        add("text", palette.color(QPalette::Text), palette.color(QPalette::Base));
        add("alternate", palette.color(QPalette::Text), palette.color(QPalette::AlternateBase));
        add("button", palette.color(QPalette::ButtonText), palette.color(QPalette::Button));
        add("tooltip", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
        add("selected", palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
        add("placeholder", palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base));
        add("placeholder on window", palette.color(QPalette::PlaceholderText), palette.color(QPalette::Window));
        add("disabled", palette.color(QPalette::Disabled, QPalette::ButtonText), palette.color(QPalette::Button));
        add("link", palette.color(QPalette::Link), palette.color(QPalette::Window));
        add("text on a card", palette.color(QPalette::Text), Theme::card(palette));
        add("dimmed on a card", Theme::dimmed(palette), Theme::card(palette));
        add("dimmed", Theme::dimmed(palette), palette.color(QPalette::AlternateBase));
        for (Tone tone : {Tone::Neutral, Tone::Good, Tone::Attention, Tone::Bad}) {
            const QByteArray name = "tone " + QByteArray::number(int(tone));
            add(name.constData(), Theme::colour(tone, palette), palette.color(QPalette::Base));
            add(QByteArray(name + " on a card").constData(), Theme::colour(tone, palette), Theme::card(palette));
            add(QByteArray(name + " on window").constData(), Theme::colour(tone, palette),
                palette.color(QPalette::Window));
        }
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QVERIFY2(Theme::contrast(text, ground) >= 4.5, QByteArray::number(Theme::contrast(text, ground)).constData());
}

void TestTheme::edgesAreSeen_data()
{
    QTest::addColumn<QColor>("edge");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const QPalette palette = Theme::palette(dark);
        const char *name = dark ? "dark" : "light";
        QTest::addRow("%s on window", name) << Theme::edge(palette) << palette.color(QPalette::Window);
        QTest::addRow("%s on a card", name) << Theme::edge(palette) << Theme::card(palette);
        QTest::addRow("%s on base", name) << Theme::edge(palette) << palette.color(QPalette::Base);
    }
}

/// WCAG 2.1, 1.4.11
void TestTheme::edgesAreSeen()
{
    QFETCH(QColor, edge);
    QFETCH(QColor, ground);
    QVERIFY2(Theme::contrast(edge, ground) >= 3, QByteArray::number(Theme::contrast(edge, ground)).constData());
}

void TestTheme::controlsHaveEdges()
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        Theme::apply(appearance);
        for (QWidget *control : std::initializer_list<QWidget *> {new QLineEdit, new QCheckBox, new QSpinBox}) {
            const QImage picture = control->grab().toImage();
            int edge = 0;
            for (int x = 0; x < picture.width(); ++x) {
                for (int y = 0; y < picture.height(); ++y)
                    edge += picture.pixelColor(x, y) == Theme::edge(control->palette()) ? 1 : 0;
            }
            QVERIFY2(edge >= 20, control->metaObject()->className());
            delete control;
        }
    }
}

void TestTheme::darkIsDark()
{
    QVERIFY(Theme::isDark(Theme::palette(true)));
    QVERIFY(!Theme::isDark(Theme::palette(false)));
    Theme::apply(Appearance::Dark);
    QVERIFY(Theme::isDark(QApplication::palette()));
    Theme::apply(Appearance::Light);
    QVERIFY(!Theme::isDark(QApplication::palette()));
}

void TestTheme::iconsFollowThePalette()
{
    const auto inkOf = [](const QImage &image) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) == 255)
                    return QColor(image.pixel(x, y));
            }
        }
        return QColor();
    };
    const QIcon stop = icon(QStringLiteral("start"));
    Theme::apply(Appearance::Dark);
    const QColor dark = inkOf(stop.pixmap(48).toImage());
    Theme::apply(Appearance::Light);
    const QColor light = inkOf(stop.pixmap(48).toImage());
    QVERIFY(dark.isValid() && light.isValid());
    QVERIFY(dark.lightness() > 180);
    QVERIFY(light.lightness() < 80);
}

void TestTheme::everyIconDraws_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"applications", "clear", "copy", "delete",   "detail",   "edit",   "error",  "filter",
                             "grants",       "info",  "new",  "overview", "password", "reveal", "revoke", "rotate",
                             "settings",     "start", "stop", "success",  "tokens",   "up",     "users",  "warning"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTheme::everyIconDraws()
{
    QFETCH(QString, name);
    const QImage image = tinted(name, QSize(16, 16), Qt::black, 2).toImage();
    QCOMPARE(image.size(), QSize(32, 32));
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    QVERIFY2(inked > 20, qPrintable(name));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
