#include "ui/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace Gatehouse {

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void copySecret(const QString &secret, int milliseconds)
{
    copyText(secret);
    QTimer::singleShot(milliseconds, QGuiApplication::clipboard(), [secret] {
        if (QGuiApplication::clipboard()->text() == secret)
            QGuiApplication::clipboard()->clear();
    });
}

} // namespace Gatehouse
