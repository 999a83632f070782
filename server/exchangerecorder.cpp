#include "server/exchangerecorder.h"

#include "models/store/exchangestore.h"
#include "models/store/store.h"

#include <QLoggingCategory>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <utility>

namespace Gatehouse {

Q_LOGGING_CATEGORY(exchangeLog, "gatehouse.server.exchange")

namespace {

constexpr int WriteMilliseconds = 100;
constexpr qsizetype MaxShown = 200;
constexpr qsizetype MaxName = 40; ///< names are shorter, tokens and codes longer
constexpr qsizetype MaxRecorded = 32;

/// The only parameters whose values are kept. Whatever is not named here may be a secret, today or tomorrow.
constexpr std::array<QStringView, 22> ShownParameters {u"grant_type",
                                                       u"response_type",
                                                       u"response_mode",
                                                       u"client_id",
                                                       u"redirect_uri",
                                                       u"scope",
                                                       u"state",
                                                       u"code_challenge_method",
                                                       u"token_type_hint",
                                                       u"username",
                                                       u"prompt",
                                                       u"iss",
                                                       u"code_challenge",
                                                       u"error",
                                                       u"_method",
                                                       u"token_type",
                                                       u"login_hint",
                                                       u"error_description",
                                                       u"doorkeeper_application[name]",
                                                       u"doorkeeper_application[redirect_uri]",
                                                       u"doorkeeper_application[scopes]",
                                                       u"doorkeeper_application[confidential]"};

QString hidden()
{
    return QStringLiteral("[FILTERED]");
}

/// A secret may have slipped into the place of a name.
QString shownName(const QString &name)
{
    return name.size() <= MaxName ? name : hidden();
}

/// The one place where parameters are redacted.
QString shownValue(const QString &name, const QString &value)
{
    const bool isShown = std::find(ShownParameters.begin(), ShownParameters.end(), name) != ShownParameters.end();
    return isShown ? value.left(MaxShown) : hidden();
}

/// "name=value&…" with the values redacted.
QString shownPairs(const QByteArray &pairs)
{
    QStringList shown;
    for (const auto &[name, value] : QUrlQuery(QString::fromUtf8(pairs)).queryItems(QUrl::FullyDecoded))
        shown.append(shownName(name) + u'=' + shownValue(name, value));
    return shown.join(u'&');
}

/// A redirect without the code or token that may be in its path, its query or its fragment.
QString shownLocation(const QByteArray &location)
{
    const QByteArrayView text(location);
    const qsizetype hash = text.indexOf('#');
    const QByteArrayView head = hash < 0 ? text : text.first(hash);
    const qsizetype mark = head.indexOf('?');
    QString shown = ExchangeRecorder::shownPath((mark < 0 ? head : head.first(mark)).toByteArray());
    if (mark >= 0)
        shown += u'?' + shownPairs(head.sliced(mark + 1).toByteArray());
    if (hash >= 0)
        shown += u'#' + shownPairs(text.sliced(hash + 1).toByteArray());
    return shown;
}

} // namespace

ExchangeRecorder::ExchangeRecorder(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_clock.start();
    m_timer.setInterval(WriteMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] { write(AtOnce); });
}

ExchangeRecorder::~ExchangeRecorder()
{
    flush();
}

std::optional<Exchange> ExchangeRecorder::begin(const Request &request, Timestamp now)
{
    m_began = m_clock.nsecsElapsed();
    m_allowance = std::min<double>(Burst, m_allowance + double(m_began - m_allowedAt) * PerSecond / 1e9);
    m_allowedAt = m_began;
    if (m_allowance < 1) {
        ++m_unrecorded;
        return std::nullopt;
    }
    Exchange exchange;
    exchange.id = m_store.exchanges().nextId();
    exchange.at = now;
    exchange.peer = request.peer.toString();
    exchange.method = methodName(request.method);
    return exchange;
}

QString ExchangeRecorder::shownPath(const QByteArray &path)
{
    QStringList parts = QString::fromLatin1(path).left(MaxShown).split(u'/');
    std::transform(parts.begin(), parts.end(), parts.begin(), shownName);
    return parts.join(u'/');
}

void ExchangeRecorder::describe(Exchange &exchange, const Parameters &parameters)
{
    for (const auto &[name, value] : parameters.all().first(std::min(MaxRecorded, parameters.all().size())))
        exchange.parameters.append({shownName(name), shownValue(name, value)});
    exchange.state = parameters.value(u"state").left(MaxShown);
    if (exchange.clientId.isEmpty())
        exchange.clientId = parameters.value(u"client_id").left(MaxShown);
}

void ExchangeRecorder::finish(Exchange exchange, const Response &response)
{
    exchange.status = response.status;
    exchange.redirect = shownLocation(response.header("Location"));
    exchange.responseBytes = response.body.size();
    exchange.durationMicroseconds = (m_clock.nsecsElapsed() - m_began) / 1000;
    exchange.unrecorded = std::exchange(m_unrecorded, 0);
    m_allowance -= 1;
    if (m_listener)
        m_listener(exchange);
    m_pending.append(std::move(exchange));
    if (!m_timer.isActive())
        m_timer.start();
}

void ExchangeRecorder::flush()
{
    write(m_pending.size());
}

/// The oldest. A record that cannot be written is lost: the request it tells of was answered long ago.
void ExchangeRecorder::write(qsizetype most)
{
    const QList<Exchange> some = m_pending.first(std::min(most, m_pending.size()));
    m_pending.remove(0, some.size());
    if (m_pending.isEmpty())
        m_timer.stop();
    if (some.isEmpty())
        return;
    const Result<void> written = m_store.exchanges().append(some);
    if (!written)
        qCWarning(exchangeLog) << "Records of requests were not written:" << written.error().message;
    const Result<qint64> trimmed = m_store.exchanges().trim(Kept);
    if (!trimmed)
        qCWarning(exchangeLog) << "Old records of requests were not removed:" << trimmed.error().message;
}

} // namespace Gatehouse
