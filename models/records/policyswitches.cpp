#include "models/records/policyswitchrow.h"

namespace Gatehouse {

namespace {

QList<PolicySwitch> makeAll()
{
    QList<PolicySwitch> all;
    for (const PolicySwitchRow &row : issuingSwitches() + answeringSwitches()) {
        all.append({QString::fromLatin1(row.name), row.member, QString::fromLatin1(row.group),
                    QString::fromLatin1(row.label)});
    }
    return all;
}

} // namespace

const QList<PolicySwitch> &PolicySwitch::all()
{
    static const QList<PolicySwitch> switches = makeAll();
    return switches;
}

} // namespace Gatehouse
