#pragma once

#include "models/records/exchange.h"
#include "server/message/parameters.h"
#include "server/message/response.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <optional>

namespace Gatehouse {

class Store;

/// Keeps what happened: one record for each finished request (design section 5), as far as somebody could look at them:
/// Burst at once, PerSecond for long; of the others the next record tells how many they were, and they cost nothing. The
/// listener hears of each record at once. They are written ten times a second, AtOnce at a time. The newest Kept stay.
/// Lives in the store's thread.
class ExchangeRecorder : public QObject
{
public:
    static constexpr int Burst = 500;
    static constexpr int PerSecond = 100;
    static constexpr qsizetype AtOnce = 50;
    static constexpr qint64 Kept = 20000;

    explicit ExchangeRecorder(Store &store, QObject *parent = nullptr);
    ~ExchangeRecorder() override;

    void setListener(std::function<void(const Exchange &)> listener) { m_listener = std::move(listener); }

    /// The record of a request that begins now; nothing when it is one too many to record.
    std::optional<Exchange> begin(const Request &request, Timestamp now);
    /// A path that no route has, without what may be a code or token.
    static QString shownPath(const QByteArray &path);
    /// Adds the parameters: those that are known to hold no secret, the names of the rest.
    static void describe(Exchange &exchange, const Parameters &parameters);
    /// Takes the record of a request that was answered.
    void finish(Exchange exchange, const Response &response);
    /// Writes what is not written yet.
    void flush();

private:
    void write(qsizetype most);

    Store &m_store;
    std::function<void(const Exchange &)> m_listener;
    QElapsedTimer m_clock;
    qint64 m_began = 0; ///< of m_clock, nanoseconds
    double m_allowance = Burst; ///< records, as of m_allowedAt
    qint64 m_allowedAt = 0; ///< of m_clock, nanoseconds
    qint64 m_unrecorded = 0; ///< since the last record
    QList<Exchange> m_pending;
    QTimer m_timer;
};

} // namespace Gatehouse
