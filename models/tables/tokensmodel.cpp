#include "models/tables/tokensmodel.h"

#include "models/clock.h"
#include "models/tables/activityselect.h"
#include "models/tables/celltext.h"
#include "models/tables/rowpages.h"

namespace Gatehouse {

namespace {

/// What the SELECT answers, in its order.
struct TokenSelect
{
    enum Column {
        Token = ActivitySelect::ColumnTotal,
        HasRefreshToken,
        Application,
        Email,
        Scopes,
        GrantType,
        RefreshRevokedAt,
        RefreshExpiresAt,
        RefreshUsedAt,
        FamilyEndedAt,
    };

    static QString columns()
    {
        return ActivitySelect::columns() % u", t.token, t.refresh_token IS NOT NULL, a.name, " % ActivitySelect::owner()
            % u", t.scopes, t.grant_type, coalesce(t.revoked_at, t.refresh_revoked_at),"
              " t.refresh_expires_at, t.refresh_used_at, f.ended_at";
    }
};

} // namespace

TokensModel::TokensModel(Connection &reader, const Clock &clock, QObject *parent)
    : KeysetTableModel(reader, clock, spec(), parent)
{ }

KeysetTableModel::Spec TokensModel::spec()
{
    const auto column = [](const char *field) { return Column {QString::fromLatin1(field)}; };
    return {
        .table = Table::AccessTokens,
        .tableName = QStringLiteral("oauth_access_tokens"),
        .columns = TokenSelect::columns(),
        .from = activityJoins(),
        .display = {column("kind"), column("id"), column("application"), column("user"), column("scope"),
                    column("grant"), column("issued"), column("expires"), column("is")},
        .fields = fields(),
        .dependsOn = {Table::Domains, Table::Applications, Table::Users, Table::Consents, Table::TokenFamilies},
        .factsOf = &ActivitySelect::facts,
    };
}

FilterFields TokensModel::fields()
{
    using Kind = FilterField::Kind;
    const auto field = [](const char *name, Kind kind, const char *expression, bool inWords = false) {
        return FilterField {QString::fromLatin1(name), kind, QString::fromLatin1(expression), inWords, {}};
    };
    const FilterField kinds {QStringLiteral("kind"),
                             Kind::Choice,
                             {},
                             false,
                             {{QStringLiteral("access"), QStringLiteral("t.refresh_token IS NULL")},
                              {QStringLiteral("refresh"), QStringLiteral("t.refresh_token IS NOT NULL")}}};
    const FilterField states {
        QStringLiteral("is"),
        Kind::Choice,
        {},
        true,
        {ActivitySelect::active(),
         ActivitySelect::expired(),
         {QStringLiteral("revoked"), QStringLiteral("t.revoked_at IS NOT NULL OR t.access_revoked_at IS NOT NULL")}}};
    const FilterField owners {QStringLiteral("user"), Kind::Text, ActivitySelect::owner(), true, {}};
    return {kinds,
            field("id", Kind::Text, "substr(t.token, 1, 16)", true),
            field("application", Kind::Text, "a.name", true),
            field("client", Kind::Text, "a.uid"),
            field("number", Kind::Number, "t.id"),
            field("family", Kind::Number, "t.family_id"),
            field("consent", Kind::Number, "t.consent_id"),
            owners,
            field("scope", Kind::Text, "t.scopes", true),
            field("grant", Kind::Text, "t.grant_type", true),
            field("issued", Kind::Past, "t.created_at"),
            field("expires", Kind::Deadline, "t.expires_at"),
            states};
}

ActivityFacts TokensModel::refreshFacts(const KeysetRow &row) const
{
    ActivityFacts facts = row.facts;
    facts.isRefreshToken = true;
    facts.revokedAt = row.values.at(TokenSelect::RefreshRevokedAt).toLongLong();
    facts.expiresAt = row.values.at(TokenSelect::RefreshExpiresAt).toLongLong();
    facts.usedAt = row.values.at(TokenSelect::RefreshUsedAt).toLongLong();
    facts.familyEndedAt = row.values.at(TokenSelect::FamilyEndedAt).toLongLong();
    return facts;
}

QString TokensModel::title(int column) const
{
    switch (column) {
    case Kind:
        return tr("Kind");
    case TokenId:
        return tr("Token ID");
    case ApplicationName:
        return tr("Application");
    case UserEmail:
        return tr("User");
    case Scopes:
        return tr("Scopes");
    case GrantType:
        return tr("Grant Type");
    case Issued:
        return tr("Issued");
    case Expires:
        return tr("Expires");
    case Status:
        return tr("Status");
    default:
        return {};
    }
}

QVariant TokensModel::cell(const KeysetRow &row, int column, int role) const
{
    if (role == TimestampRole) {
        if (column != Issued && column != Expires)
            return {};
        return column == Issued ? row.facts.issuedAt : row.facts.expiresAt;
    }
    if (role == FullTextRole) {
        const QString full = fullText(row, column);
        return full.isEmpty() ? QVariant() : full;
    }
    return text(row, column);
}

QString TokensModel::text(const KeysetRow &row, int column) const
{
    const QVariantList &values = row.values;
    switch (column) {
    case Kind:
        return values.at(TokenSelect::HasRefreshToken).toBool() ? tr("Access + Refresh") : tr("Access");
    case TokenId:
        return CellText::tokenId(values.at(TokenSelect::Token).toString(), CellText::ShortId);
    case ApplicationName:
        return values.at(TokenSelect::Application).isNull() ? CellText::none()
                                                            : values.at(TokenSelect::Application).toString();
    case UserEmail:
        if (!values.at(TokenSelect::Email).isNull())
            return values.at(TokenSelect::Email).toString();
        return values.at(TokenSelect::Application).isNull() ? CellText::none() : tr("application itself");
    case Scopes:
        return values.at(TokenSelect::Scopes).toString();
    case GrantType:
        return values.at(TokenSelect::GrantType).toString();
    case Issued:
        return CellText::time(row.facts.issuedAt);
    case Expires:
        return row.facts.expiresAt ? CellText::time(row.facts.expiresAt) : tr("Never");
    case Status:
        return CellText::activity(activity(row));
    default:
        return {};
    }
}

QString TokensModel::fullText(const KeysetRow &row, int column) const
{
    switch (column) {
    case TokenId:
        return CellText::tokenId(row.values.at(TokenSelect::Token).toString(), CellText::LongId);
    case Issued:
        return CellText::longTime(row.facts.issuedAt);
    case Expires:
        return CellText::longTime(row.facts.expiresAt);
    case Status:
        return statusSentence(row);
    default:
        return {};
    }
}

/// Both halves of a pair: one may outlive the other.
QString TokensModel::statusSentence(const KeysetRow &row) const
{
    const QString access = CellText::activity(activity(row));
    if (!row.values.at(TokenSelect::HasRefreshToken).toBool())
        return tr("Access token: %1").arg(access);
    const QString refresh = CellText::activity(activityOf(refreshFacts(row), clock().now()));
    return tr("Access token: %1, refresh token: %2").arg(access, refresh);
}

} // namespace Gatehouse
