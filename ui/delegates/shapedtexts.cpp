#include "ui/delegates/shapedtexts.h"

#include <QTextOption>

namespace Gatehouse {

namespace {

QStaticText shaped(const QString &text, const QStyleOptionViewItem &option)
{
    QTextOption layout;
    layout.setWrapMode(QTextOption::NoWrap);
    layout.setTextDirection(option.direction);
    QStaticText result(text);
    result.setTextFormat(Qt::PlainText);
    result.setTextOption(layout);
    result.setPerformanceHint(QStaticText::AggressiveCaching);
    result.prepare({}, option.font);
    return result;
}

/// Shortening shapes the text too: it waits until the whole text is seen not to fit.
QStaticText fit(const QStyleOptionViewItem &option, int width)
{
    const QStaticText whole = shaped(option.text, option);
    if (whole.size().width() <= width)
        return whole;
    return shaped(option.fontMetrics.elidedText(option.text, option.textElideMode, width), option);
}

} // namespace

const QStaticText &ShapedTexts::fitted(const QStyleOptionViewItem &option, int width)
{
    const Key key {option.text, option.font, width, option.direction};
    if (const QStaticText *known = m_texts.object(key))
        return *known;
    auto *text = new QStaticText(fit(option, width));
    m_texts.insert(key, text);
    return *text;
}

} // namespace Gatehouse
