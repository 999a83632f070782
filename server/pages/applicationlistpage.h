#pragma once

#include "models/records/application.h"
#include "server/message/response.h"

#include <QCoreApplication>
#include <QList>
#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;

/// The registered applications, for administrators.
struct ApplicationListPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ApplicationListPage)

public:
    QString formToken;
    QString notice; ///< what has just happened; empty: nothing
    QList<Application> applications;

    Response render(PageRenderer &renderer) const;

private:
    QVariantMap texts() const;
    QVariantList rows() const;
};

} // namespace Gatehouse
