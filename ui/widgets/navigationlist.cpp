#include "ui/widgets/navigationlist.h"

#include "ui/delegates/navigationdelegate.h"
#include "ui/icons.h"

#include <QEvent>
#include <QLocale>
#include <QSignalBlocker>

namespace Gatehouse {

namespace {

constexpr int KeyRole = Qt::UserRole;

} // namespace

NavigationList::NavigationList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            Q_EMIT pageChosen(item->data(KeyRole).toString());
    });
}

void NavigationList::addPage(const QString &key, const QString &iconName)
{
    auto *item = new QListWidgetItem(icon(iconName), {}, this);
    item->setData(KeyRole, key);
}

void NavigationList::setTitle(const QString &key, const QString &title)
{
    QListWidgetItem *item = find(key);
    item->setText(title);
    describe(item);
    updateGeometry();
}

void NavigationList::setCount(const QString &key, qint64 count)
{
    QListWidgetItem *item = find(key);
    item->setData(NavigationDelegate::CountRole, count);
    describe(item);
}

void NavigationList::showPage(const QString &key)
{
    const QSignalBlocker blocker(this);
    setCurrentItem(find(key));
}

QSize NavigationList::sizeHint() const
{
    return {qMax(0, sizeHintForColumn(0)) + 2 * frameWidth(), QListWidget::sizeHint().height()};
}

void NavigationList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Pages"));
    QListWidget::changeEvent(event);
}

QListWidgetItem *NavigationList::find(const QString &key) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(KeyRole).toString() == key)
            return item(row);
    }
    return nullptr;
}

void NavigationList::describe(QListWidgetItem *item)
{
    const QVariant count = item->data(NavigationDelegate::CountRole);
    const QString spoken = count.isValid()
        ? tr("%1: %2", "page and number").arg(item->text(), QLocale().toString(count.toLongLong()))
        : item->text();
    item->setData(Qt::AccessibleTextRole, spoken);
}

} // namespace Gatehouse
