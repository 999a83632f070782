#pragma once

#include "models/records/exchange.h"
#include "server/message/response.h"
#include "server/pages/language.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>

namespace Gatehouse {

class Catalogues;
class Store;
class Throttle;
struct Request;

/// What the protocol needs to know about where it runs.
struct Deployment
{
    QString issuer; ///< without a trailing slash
    QStringList hosts; ///< Host header values that are answered; others get 421 (DNS rebinding)
    bool recordExchanges = true;
    std::shared_ptr<const Catalogues> catalogues = {}; ///< what pages can be written in; none: English

    /// The language that `request` asks a page in.
    Language languageFor(const Request &request) const;
};

/// The authorization server without a transport: the table of routes and nothing else. Lives in the store's thread.
/// An answer may rest on changes that are not committed yet: send it after Writer::whenSettled().
class AuthServer
{
public:
    AuthServer(Store &store, const Deployment &deployment);
    ~AuthServer();

    Response handle(const Request &request);

    /// Hears of every finished exchange when they are recorded. Called in the store's thread.
    void setExchangeListener(std::function<void(const Exchange &)> listener);
    /// Who has to wait after wrong guesses.
    Throttle &throttle();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
