#pragma once

#include "models/records/application.h"
#include "server/message/response.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;

/// One application with its credentials, for administrators.
struct ApplicationPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ApplicationPage)

public:
    QString formToken;
    QString notice; ///< what has just happened; empty: nothing
    Application application;
    QString newSecret; ///< made just now; empty: none was

    Response render(PageRenderer &renderer) const;

private:
    QVariantMap texts() const;
    QVariantList uriRows() const;
    QString shownSecret() const;
    QString secretAdvice() const;
};

} // namespace Gatehouse
