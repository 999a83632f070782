#pragma once

#include "labclient.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace Gatehouse {

class Variables;

/// What `got` has otherwise than `want`, a sentence each. `want` may hold the matchers of the recordings ({"$match": …}).
QStringList differences(const QJsonValue &want, const QJsonValue &got, const QString &path);

/// A Location as the recordings have it: `to`, `query`, `fragment`.
QJsonObject locationFacts(const QString &location, const QString &base);

/// What of a reply counts, and is otherwise than recorded: status, Location, media type, challenges and cache rules that
/// were sent, JSON, and the facts of a page that the step names.
QStringList replyDifferences(const QJsonObject &step, const QJsonObject &recorded, const LabReply &reply,
                             const Variables &variables, const QString &base);

} // namespace Gatehouse
