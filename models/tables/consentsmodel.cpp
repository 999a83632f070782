#include "models/tables/consentsmodel.h"

#include "models/activity.h"
#include "models/clock.h"
#include "models/store/connection.h"
#include "models/tables/celltext.h"
#include "models/tables/rowpages.h"

#include <QLocale>

namespace Gatehouse {

namespace {

/// What the SELECT answers, in its order.
struct ConsentSelect
{
    enum Column { Key, User, Application, ClientId, Scopes, Resource, CreatedAt, UpdatedAt, RevokedAt };

    static QString columns()
    {
        return QStringLiteral("u.email, a.name, a.uid, t.scopes, t.resource, t.created_at, t.updated_at, t.revoked_at");
    }

    /// The predicate of tokens names its token's row `t` too; so it needs another name for the consent.
    static QString joins()
    {
        return QStringLiteral("FROM (SELECT s.*, s.id AS consent_key FROM consents s) t"
                              " LEFT JOIN users u ON u.id = t.resource_owner_id"
                              " LEFT JOIN oauth_applications a ON a.id = t.application_id");
    }

    static QString hasLiveTokens()
    {
        return u"EXISTS (SELECT 1 " % activityJoins() % u" WHERE t.consent_id = consent_key AND "
            % activeTokenCondition() % u')';
    }
};

constexpr Table DecideAboutTokens[]
    = {Table::Domains, Table::Users, Table::Applications, Table::AccessTokens, Table::TokenFamilies, Table::Consents};

} // namespace

ConsentsModel::ConsentsModel(Connection &reader, const Clock &clock, QObject *parent)
    : KeysetTableModel(reader, clock, spec(), parent)
    , m_reader(reader)
{ }

KeysetTableModel::Spec ConsentsModel::spec()
{
    const auto column = [](const char *field) { return Column {QString::fromLatin1(field)}; };
    return {
        .table = Table::Consents,
        .tableName = QStringLiteral("consents"),
        .columns = ConsentSelect::columns(),
        .from = ConsentSelect::joins(),
        .display = {column("is"), column("user"), column("application"), column("scope"), column("resource"),
                    column(""), column("given"), column("changed")},
        .fields = fields(),
        .dependsOn = {Table::Applications, Table::Users},
        .factsOf =
            [](const QVariantList &row) {
                ActivityFacts facts;
                facts.issuedAt = row.at(ConsentSelect::CreatedAt).toLongLong();
                facts.revokedAt = row.at(ConsentSelect::RevokedAt).toLongLong();
                return facts;
            },
    };
}

FilterFields ConsentsModel::fields()
{
    using Kind = FilterField::Kind;
    const auto field = [](const char *name, Kind kind, const char *expression, bool inWords = false) {
        return FilterField {QString::fromLatin1(name), kind, QString::fromLatin1(expression), inWords, {}};
    };
    const FilterField states {QStringLiteral("is"),
                              Kind::Choice,
                              {},
                              true,
                              {{QStringLiteral("standing"), QStringLiteral("t.revoked_at IS NULL")},
                               {QStringLiteral("withdrawn"), QStringLiteral("t.revoked_at IS NOT NULL")},
                               {QStringLiteral("used"), ConsentSelect::hasLiveTokens(), 1},
                               {QStringLiteral("unused"), u"NOT " % ConsentSelect::hasLiveTokens(), 1}}};
    return {field("id", Kind::Number, "t.id"),
            field("user", Kind::Text, "u.email", true),
            field("application", Kind::Text, "a.name", true),
            field("client", Kind::Text, "a.uid"),
            field("scope", Kind::Text, "t.scopes", true),
            field("resource", Kind::Text, "t.resource", true),
            field("given", Kind::Past, "t.created_at"),
            field("changed", Kind::Past, "t.updated_at"),
            states};
}

void ConsentsModel::applyChanges(const ChangeSet &changes)
{
    KeysetTableModel::applyChanges(changes);
    const bool mayCountOtherwise = std::any_of(std::begin(DecideAboutTokens), std::end(DecideAboutTokens),
                                               [&changes](Table table) { return !changes[table].isEmpty(); });
    if (!mayCountOtherwise)
        return;
    m_live.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Tokens), index(rowCount() - 1, Tokens));
}

QString ConsentsModel::clientIdAt(int row) const
{
    return index(row, ApplicationName).data(WireRole).toString();
}

QString ConsentsModel::title(int column) const
{
    switch (column) {
    case Status:
        return tr("Status");
    case UserEmail:
        return tr("User");
    case ApplicationName:
        return tr("Application");
    case Scopes:
        return tr("Scopes");
    case Resource:
        //: the server that holds what the consent is about
        return tr("Resource");
    case Tokens:
        return tr("Live Tokens");
    case Given:
        return tr("Given");
    case Changed:
        return tr("Changed");
    default:
        return {};
    }
}

QVariant ConsentsModel::cell(const KeysetRow &row, int column, int role) const
{
    if (role == TimestampRole) {
        if (column != Given && column != Changed)
            return {};
        return row.values.at(column == Given ? ConsentSelect::CreatedAt : ConsentSelect::UpdatedAt);
    }
    if (role == WireRole)
        return column == ApplicationName ? row.values.at(ConsentSelect::ClientId) : QVariant();
    if (role == FullTextRole) {
        const QString full = fullText(row, column);
        return full.isEmpty() ? QVariant() : full;
    }
    return text(row, column);
}

QVariant ConsentsModel::text(const KeysetRow &row, int column) const
{
    switch (column) {
    case Status:
        return row.facts.revokedAt ? tr("Withdrawn") : tr("Standing");
    case UserEmail:
        return row.values.at(ConsentSelect::User).toString();
    case ApplicationName:
        return row.values.at(ConsentSelect::Application).toString();
    case Scopes:
        return row.values.at(ConsentSelect::Scopes).toString();
    case Resource: {
        const QString resource = row.values.at(ConsentSelect::Resource).toString();
        return resource.isEmpty() ? tr("This server") : resource;
    }
    case Tokens: {
        const int count = liveTokens(row.id());
        return count > MaxCounted ? QVariant(tr("over %1").arg(QLocale().toString(MaxCounted))) : QVariant(count);
    }
    case Given:
        return CellText::time(row.values.at(ConsentSelect::CreatedAt).toLongLong());
    case Changed:
        return CellText::time(row.values.at(ConsentSelect::UpdatedAt).toLongLong());
    default:
        return {};
    }
}

QString ConsentsModel::fullText(const KeysetRow &row, int column) const
{
    switch (column) {
    case Given:
        return CellText::longTime(row.values.at(ConsentSelect::CreatedAt).toLongLong());
    case Changed:
        return CellText::longTime(row.values.at(ConsentSelect::UpdatedAt).toLongLong());
    default:
        return {};
    }
}

/// Kept until something changes or a token expires: a cell is asked for again with every look at it.
int ConsentsModel::liveTokens(Id consent) const
{
    const LiveTokens *known = m_live.object(consent);
    if (known && (known->nextExpiry == 0 || known->nextExpiry > clock().now()))
        return known->count;
    const LiveTokens counted = countLiveTokens(consent);
    m_live.insert(consent, new LiveTokens(counted));
    return counted.count;
}

ConsentsModel::LiveTokens ConsentsModel::countLiveTokens(Id consent) const
{
    static const QByteArray sql = "SELECT count(*), min(expires_at) FROM (SELECT t.expires_at "
        + activityJoins().toLatin1() + " WHERE t.consent_id = ? AND " + activeTokenCondition().toLatin1() + " LIMIT "
        + QByteArray::number(MaxCounted + 1) + ") AS live";
    Statement query = m_reader.prepare(sql.constData());
    if (!query.exec(consent, clock().now()) || !query.next())
        return {};
    return {int(query.number(0)), query.number(1)};
}

} // namespace Gatehouse
