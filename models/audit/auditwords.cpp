#include "models/audit/auditwords.h"

#include <QHash>

namespace Gatehouse {

namespace {

/// Pairs of what is stored and a text to be translated.
using WordTable = QHash<QString, const char *>;

const WordTable &actionWords()
{
    static const WordTable words {
        {QStringLiteral("revocation"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Revocation")},
        {QStringLiteral("token.revoked"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Token revoked")},
        {QStringLiteral("token.reuse_detected"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Token reuse detected")},
        {QStringLiteral("grant.revoked"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Grant revoked")},
        {QStringLiteral("grant.replayed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Grant replayed")},
        {QStringLiteral("authorization.revoked"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Authorization revoked")},
        {QStringLiteral("application.created"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Application created")},
        {QStringLiteral("application.changed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Application changed")},
        {QStringLiteral("application.deleted"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Application deleted")},
        {QStringLiteral("application.secret_rotated"),
         QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Application secret rotated")},
        {QStringLiteral("user.created"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "User created")},
        {QStringLiteral("user.changed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "User changed")},
        {QStringLiteral("user.deleted"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "User deleted")},
        {QStringLiteral("user.password_set"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "User password set")},
        {QStringLiteral("domain.policy_changed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain policy changed")},
        {QStringLiteral("domain.created"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain created")},
        {QStringLiteral("domain.issuer_changed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain issuer changed")},
        {QStringLiteral("domain.enabled"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain switched on")},
        {QStringLiteral("domain.disabled"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain switched off")},
        {QStringLiteral("database.purged"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Database purged")},
        {QStringLiteral("database.restored"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Backup restored")},
        {QStringLiteral("domain.tokens_voided"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain tokens voided")},
        {QStringLiteral("throttled"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Held back after wrong guesses")},
        {QStringLiteral("throttle.lifted"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Unblocked")},
    };
    return words;
}

const WordTable &outcomeWords()
{
    static const WordTable words {
        {QStringLiteral("revoked"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Revoked")},
        {QStringLiteral("already_inactive"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Already Inactive")},
        {QStringLiteral("unknown_token"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Unknown Token")},
        {QStringLiteral("refused_foreign_token"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Foreign Token Refused")},
        {QStringLiteral("refused_not_super"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Refused, Not Super Client")},
        {QStringLiteral("refused_not_admin"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Refused, Not Admin")},
        {QStringLiteral("client_auth_failed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Client Auth Failed")},
        {QStringLiteral("caller_token_invalid"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Caller Token Invalid")},
        {QStringLiteral("invalid_request"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Invalid Request")},
        {QStringLiteral("unsupported_token_type"),
         QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Unsupported Token Type")},
        {QStringLiteral("rate_limited"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Rate Limited")},
        {QStringLiteral("previewed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Previewed")},
        {QStringLiteral("plan_changed"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Plan Changed")},
        {QStringLiteral("store_unavailable"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Store Unavailable")},
    };
    return words;
}

const WordTable &subjectWords()
{
    static const WordTable words {
        {QStringLiteral("token"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Token")},
        {QStringLiteral("grant"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Grant")},
        {QStringLiteral("family"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Family")},
        {QStringLiteral("consent"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Consent")},
        {QStringLiteral("session"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Session")},
        {QStringLiteral("authorization"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Authorization")},
        {QStringLiteral("application"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Application")},
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "User")},
        {QStringLiteral("domain"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain")},
    };
    return words;
}

const WordTable &detailWords()
{
    static const WordTable words {
        {QStringLiteral("dialect"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Dialect")},
        {QStringLiteral("route"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Route")},
        {QStringLiteral("domain"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Domain")},
        {QStringLiteral("actor_kind"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Kind of Actor")},
        {QStringLiteral("client_id"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Client ID")},
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "User")},
        {QStringLiteral("auth_method"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Client Authentication")},
        {QStringLiteral("source_ip"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Source Address")},
        {QStringLiteral("request_id"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Request ID")},
        {QStringLiteral("token_ref"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Token Presented")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Kind of Token")},
        {QStringLiteral("hint"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Token Type Hint")},
        {QStringLiteral("level_requested"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Level Requested")},
        {QStringLiteral("level"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Level Applied")},
        {QStringLiteral("revoked"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Ended")},
        {QStringLiteral("target_ids"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Target Numbers")},
        {QStringLiteral("targets"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Targets")},
        {QStringLiteral("http_status"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "HTTP Status")},
        {QStringLiteral("plan_id"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Plan")},
        {QStringLiteral("duration_us"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Duration")},
        {QStringLiteral("separate"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Recorded Apart From the Change")},
        {QStringLiteral("pairs"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Token Pairs Ended")},
        {QStringLiteral("ended"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Ended")},
        {QStringLiteral("ids"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Numbers")},
        {QStringLiteral("access"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Access Tokens")},
        {QStringLiteral("refresh"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Refresh Tokens")},
        {QStringLiteral("code"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Codes")},
        {QStringLiteral("consent"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Consents")},
        {QStringLiteral("tokens"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Tokens")},
        {QStringLiteral("codes"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Codes")},
        {QStringLiteral("families"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Families")},
        {QStringLiteral("sessions"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Sessions")},
        {QStringLiteral("events"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Events")},
        {QStringLiteral("consents"), QT_TRANSLATE_NOOP("Gatehouse::AuditWords", "Consents")},
    };
    return words;
}

} // namespace

QString AuditWords::action(const QString &stored)
{
    const char *words = actionWords().value(stored);
    return words ? tr(words) : stored;
}

QString AuditWords::outcome(const QString &stored)
{
    const char *words = outcomeWords().value(stored);
    return words ? tr(words) : stored;
}

QString AuditWords::actor(const QString &stored, const QString &application)
{
    if (stored == QLatin1String("console"))
        return tr("Console");
    if (stored == QLatin1String("system"))
        return tr("System");
    if (!application.isEmpty())
        return application;
    const bool isNamed = stored.startsWith(QLatin1String("client:")) || stored.startsWith(QLatin1String("user:"));
    return isNamed ? stored.section(u':', 1) : stored;
}

QString AuditWords::subject(const QString &stored)
{
    const char *words = subjectWords().value(stored.section(u':', 0, 0));
    if (!words)
        return stored;
    const QString number = stored.section(u':', 1);
    //: kind of thing and its number
    return number.isEmpty() ? tr(words) : tr("%1 %2").arg(tr(words), number);
}

QString AuditWords::detail(const QString &key)
{
    const char *words = detailWords().value(key);
    return words ? tr(words) : key;
}

} // namespace Gatehouse
