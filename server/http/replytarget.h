#pragma once

#include <QObject>

namespace Gatehouse {

struct Response;

/// Where a Reply goes: a connection, or a test.
class ReplyTarget : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Takes the answer to the request under way, exactly once for each.
    virtual void answer(const Response &response) = 0;
};

} // namespace Gatehouse
