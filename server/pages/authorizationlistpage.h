#pragma once

#include "models/records/authorizedapplication.h"
#include "server/message/response.h"

#include <QCoreApplication>
#include <QList>
#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;

/// What a person gave access to, to look at and to take back.
struct AuthorizationListPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::AuthorizationListPage)

public:
    QString formToken;
    QString notice; ///< what has just happened; empty: nothing
    QString signedIn;
    QList<AuthorizedApplication> authorizations;
    bool datesOfApplications = false; ///< show when the application was registered, not when access was given

    Response render(PageRenderer &renderer) const;

private:
    QVariantMap texts() const;
    QVariantList rows() const;
    static QVariantList abilities(const QString &scopes);
};

} // namespace Gatehouse
