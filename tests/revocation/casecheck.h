#pragma once

#include "server/message/response.h"
#include "tests/revocation/caseworld.h"

#include <QStringList>

namespace Gatehouse {

/// Whether a value fits an expected one, which may hold the matchers {"type"}, {"present"}, {"absent"}, {"prefix"},
/// {"contains"}; objects need hold no more than what is expected.
bool fits(const QJsonValue &expected, const QJsonValue &actual);

/// What is wrong with an answer and the audit records it left; empty: nothing.
QStringList faultsOfAnswer(const QJsonObject &expected, const Response &response, const QList<QJsonObject> &records);

/// What is wrong with the state of the world.
QStringList faultsOfState(const QJsonObject &expected, CaseWorld &world, const CaseWorld::Snapshot &before);

} // namespace Gatehouse
