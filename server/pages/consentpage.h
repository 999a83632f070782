#pragma once

#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace Gatehouse {

class PageRenderer;

/// The page where a person decides what an application gets (RFC 6749 section 4.1.1).
struct ConsentPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::ConsentPage)

    QString formToken;
    QString applicationName;
    bool confidential = true; ///< false: nothing proves that it is that application
    QString signedIn;
    QString loginUrl; ///< where another account is chosen
    QString redirectUri; ///< where the answer goes
    QStringList scopes;
    QList<QPair<QString, QString>> fields; ///< the request, to be sent again with the decision

    Response render(PageRenderer &renderer, const Language &language) const;

private:
    QVariantMap texts(const PageTexts &tr) const;
    QVariantList scopeRows(const PageTexts &tr) const;
    QVariantList fieldRows() const;
};

} // namespace Gatehouse
