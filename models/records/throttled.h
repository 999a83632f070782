#pragma once

#include "models/records/types.h"

#include <QByteArray>
#include <QString>

namespace Gatehouse {

/// Somebody who guessed wrong too often and has to wait.
struct Throttled
{
    /// What wrong guesses are counted of.
    enum class Kind {
        Account, ///< passwords for one login name
        Address, ///< passwords from one address
        Client, ///< secrets for one client from one address
    };

    Kind kind = Kind::Account;
    QByteArray key; ///< what the throttle knows it by
    QString name; ///< user's address, network address or client id; empty: a login that is nobody's, perhaps a password
    Timestamp until = 0; ///< when one more may be tried

    bool operator==(const Throttled &other) const = default;
};

} // namespace Gatehouse
