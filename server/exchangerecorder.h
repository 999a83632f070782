#pragma once

#include "models/records/exchange.h"
#include "server/message/parameters.h"
#include "server/message/response.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

namespace Gatehouse {

class Store;

/// Keeps what happened: one record for each finished request (design section 5). The listener hears of each at once. They
/// are written ten times a second; when more come than Pending between two writes, the newest are written. The newest
/// Kept stay. Lives in the store's thread.
class ExchangeRecorder : public QObject
{
public:
    static constexpr qsizetype Pending = 200;
    static constexpr qint64 Kept = 20000;

    explicit ExchangeRecorder(Store &store, QObject *parent = nullptr);
    ~ExchangeRecorder() override;

    void setListener(std::function<void(const Exchange &)> listener) { m_listener = std::move(listener); }

    /// The record of a request that begins now.
    Exchange begin(const Request &request, Timestamp now);
    /// A path that no route has, without what may be a code or token.
    static QString shownPath(const QByteArray &path);
    /// Adds the parameters: those that are known to hold no secret, the names of the rest.
    static void describe(Exchange &exchange, const Parameters &parameters);
    /// Takes the record of a request that was answered.
    void finish(Exchange exchange, const Response &response);
    /// Writes what is not written yet.
    void flush();

private:
    Store &m_store;
    std::function<void(const Exchange &)> m_listener;
    QElapsedTimer m_elapsed;
    QList<Exchange> m_pending;
    QTimer m_timer;
    qint64 m_sinceTrim = 0;
};

} // namespace Gatehouse
