#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

#include <atomic>
#include <functional>
#include <vector>

/// What clients do to a server at the same time until it is gone: the even ones issue tokens and revoke every second one, the odd
/// ones rotate a refresh token. Remembers over all rounds what was acknowledged.
class MixedLoad
{
public:
    explicit MixedLoad(int clients)
        : m_clients(std::size_t(clients))
    { }

    /// Runs the clients, calls `kill` when so many more answers have come or after twenty seconds, and returns when the last client
    /// has lost its connection.
    void run(quint16 port, int answers, const std::function<void()> &kill);
    /// How many tokens, rotations and revocations were acknowledged so far.
    int acknowledged() const { return m_acknowledged; }
    /// Asks the server about everything that was acknowledged. Answers what it has lost, as sentences.
    QStringList lost(quint16 port) const;

    /// The first application of the sample world, as "id:secret".
    static QByteArray sampleClient();

private:
    /// What one client was told.
    struct Told
    {
        QByteArrayList issued; ///< access tokens
        QByteArrayList revoked; ///< access tokens
        QByteArrayList rotatedOut; ///< refresh tokens that have a successor
        QByteArray refreshToken; ///< the newest; empty: nobody knows whether it was used
    };

    void issueAndRevoke(quint16 port, Told &told);
    void rotate(quint16 port, Told &told);

    std::vector<Told> m_clients;
    std::atomic<int> m_acknowledged = 0;
};
