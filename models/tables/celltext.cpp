#include "models/tables/celltext.h"

#include "models/secrets/digest.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Gatehouse {

QString CellText::activity(Activity activity)
{
    switch (activity) {
    case Activity::Active:
        return tr("Active");
    case Activity::Revoked:
        return tr("Revoked");
    case Activity::Expired:
        return tr("Expired");
    case Activity::RotatedOut:
        return tr("Rotated Out");
    case Activity::FamilyEnded:
        return tr("Family Ended");
    case Activity::ConsentWithdrawn:
        return tr("Consent Withdrawn");
    case Activity::ApplicationDisabled:
        return tr("Application Disabled");
    case Activity::UserDisabled:
        return tr("User Disabled");
    case Activity::NotBefore:
        return tr("Too Old");
    }
    return {};
}

QString CellText::time(Timestamp time)
{
    return time == 0 ? QString() : QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat);
}

QString CellText::longTime(Timestamp time)
{
    if (time == 0)
        return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time);
    //: A date and a time of day with seconds
    return tr("%1 %2").arg(QLocale().toString(moment.date(), QLocale::LongFormat),
                           moment.time().toString(QStringLiteral("HH:mm:ss")));
}

QString CellText::none()
{
    return tr("(none)");
}

QString CellText::tokenId(const QString &stored, int length)
{
    if (stored.startsWith(u'#'))
        return stored;
    const bool isDigest = stored.size() == 64 && std::all_of(stored.cbegin(), stored.cend(), [](QChar c) {
                              return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
                          });
    return (isDigest ? stored : sha256Hex(stored)).left(length);
}

} // namespace Gatehouse
