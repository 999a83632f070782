#pragma once

#include "models/records/authorizedapplication.h"
#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QList>
#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;

/// What a person gave access to, to look at and to take back.
struct AuthorizationListPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::AuthorizationListPage)

    QString formToken;
    QString notice; ///< what has just happened; empty: nothing
    QString signedIn;
    QList<AuthorizedApplication> authorizations;
    bool datesOfApplications = false; ///< show when the application was registered, not when access was given

    Response render(PageRenderer &renderer, const Language &language) const;

private:
    QVariantMap texts(const PageTexts &tr) const;
    QVariantList rows(const PageTexts &tr) const;
    static QVariantList abilities(const QString &scopes, const Language &language);
    QString moment(const AuthorizedApplication &authorization, const Language &language) const;
};

} // namespace Gatehouse
