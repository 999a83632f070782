#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
#include <QStyleOptionViewItem>

namespace Gatehouse {

/// The texts of cells, shortened and shaped: a live table draws the same ones ten times a second, and shaping is most of
/// what drawing a cell takes.
class ShapedTexts
{
public:
    /// The text of `option` as it fits into `width` pixels. Valid until the next call.
    const QStaticText &fitted(const QStyleOptionViewItem &option, int width);

private:
    struct Key
    {
        QString text;
        QFont font;
        int width;
        Qt::LayoutDirection direction;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.text, key.font, key.width); }
    };
    static constexpr int Kept = 4000;

    QCache<Key, QStaticText> m_texts {Kept};
};

} // namespace Gatehouse
