#include "ui/widgets/throttlenotice.h"

#include "models/clock.h"
#include "server/servercontroller.h"
#include "ui/timetext.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace Gatehouse {

namespace {

constexpr qsizetype MostNames = 3; // in one sentence

bool isIn(const QList<Throttled> &all, const Throttled &one)
{
    return std::any_of(all.cbegin(), all.cend(), [&one](const Throttled &each) { return each.key == one.key; });
}

} // namespace

ThrottleNotice::ThrottleNotice(ServerController &server, const Clock &clock, QWidget *parent)
    : InlineMessage(parent)
    , m_server(server)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("throttled"));
    m_nextFree.setSingleShot(true);
    connect(&m_nextFree, &QTimer::timeout, this, &ThrottleNotice::take);
    connect(&m_server, &ServerController::throttledChanged, this, &ThrottleNotice::take);
    take();
}

void ThrottleNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && !isHidden())
        tell();
    InlineMessage::changeEvent(event);
}

void ThrottleNotice::take()
{
    const Timestamp now = m_clock.now();
    QList<Throttled> waiting = m_server.throttled();
    waiting.removeIf([now](const Throttled &each) { return each.until <= now; });
    const bool isNews = std::any_of(waiting.cbegin(), waiting.cend(),
                                    [this](const Throttled &each) { return !isIn(m_waiting, each); });
    m_waiting = std::move(waiting);
    if (m_waiting.isEmpty()) {
        m_nextFree.stop();
        return clear();
    }
    m_nextFree.start(int(m_waiting.constLast().until - now)); // the first of them to be free
    if (isNews || !isHidden())
        tell();
}

void ThrottleNotice::tell()
{
    const qsizetype count = m_waiting.size();
    if (count == 1) {
        return post(Kind::Warning, sentenceOf(m_waiting.constFirst()),
                    {{tr("&Unblock", "somebody who waits after wrong guesses"), [this] { unblock(); }}});
    }
    QStringList names;
    for (const Throttled &each : m_waiting.mid(0, MostNames))
        names.append(nameOf(each));
    if (count > MostNames)
        names.append(QStringLiteral("…"));
    post(Kind::Warning,
         tr("%n are held back after too many wrong guesses: %1.", "", int(count)).arg(names.join(QLatin1String(", "))),
         {{tr("&Unblock All", "those who wait after wrong guesses"), [this] { unblock(); }}});
}

void ThrottleNotice::unblock()
{
    for (const Throttled &each : std::as_const(m_waiting))
        m_server.unblock(each);
}

QString ThrottleNotice::sentenceOf(const Throttled &throttled) const
{
    const QString until = TimeText::absolute(throttled.until);
    switch (throttled.kind) {
    case Throttled::Kind::Account:
        return throttled.name.isEmpty()
            ? tr("Sign-in with a name that no user has is held back until %1, after too many wrong passwords.")
                  .arg(until)
            : tr("Sign-in as %1 is held back until %2, after too many wrong passwords.").arg(throttled.name, until);
    case Throttled::Kind::Address:
        return tr("Sign-in from %1 is held back until %2, after too many wrong passwords.").arg(throttled.name, until);
    case Throttled::Kind::Client:
        break;
    }
    return tr("The client %1 is held back until %2, after too many wrong secrets.").arg(throttled.name, until);
}

QString ThrottleNotice::nameOf(const Throttled &throttled) const
{
    return throttled.name.isEmpty() ? tr("an unknown name") : throttled.name;
}

} // namespace Gatehouse
