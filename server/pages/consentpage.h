#pragma once

#include "server/message/response.h"

#include <QCoreApplication>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace Gatehouse {

class PageRenderer;

/// The page where a person decides what an application gets (RFC 6749 section 4.1.1).
struct ConsentPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ConsentPage)

public:
    QString formToken;
    QString applicationName;
    bool confidential = true; ///< false: nothing proves that it is that application
    QString signedIn;
    QString loginUrl; ///< where another account is chosen
    QString redirectUri; ///< where the answer goes
    QStringList scopes;
    QList<QPair<QString, QString>> fields; ///< the request, to be sent again with the decision

    Response render(PageRenderer &renderer) const;

private:
    QVariantMap texts() const;
    QVariantList scopeRows() const;
    QVariantList fieldRows() const;
};

} // namespace Gatehouse
