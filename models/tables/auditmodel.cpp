#include "models/tables/auditmodel.h"

#include "models/audit/auditdetails.h"
#include "models/audit/auditwords.h"
#include "models/tables/celltext.h"
#include "models/tables/rowpages.h"

namespace Gatehouse {

namespace {

/// What the SELECT answers, in its order.
struct AuditSelect
{
    enum Column { Key, At, Actor, Action, Outcome, Subject, Reason, Details, Exchange, Application };

    static QString columns()
    {
        return QStringLiteral("t.occurred_at, t.actor, t.action, t.outcome, t.subject, t.reason, t.details,"
                              " t.exchange_id, a.name");
    }
};

} // namespace

AuditModel::AuditModel(Connection &reader, const Clock &clock, QObject *parent)
    : KeysetTableModel(reader, clock, spec(), parent)
{ }

QString AuditModel::joins()
{
    return QStringLiteral("FROM audit_events t LEFT JOIN oauth_applications a ON t.actor LIKE 'client:%'"
                          " AND a.domain_id = t.domain_id AND a.uid = substr(t.actor, 8)");
}

KeysetTableModel::Spec AuditModel::spec()
{
    const auto column = [](const char *field) { return Column {QString::fromLatin1(field)}; };
    return {
        .table = Table::AuditEvents,
        .tableName = QStringLiteral("audit_events"),
        .columns = AuditSelect::columns(),
        .from = joins(),
        .display = {column("id"), column("at"), column("actor"), column("action"), column("outcome"), column("subject"),
                    column(""), column("reason")},
        .fields = fields(),
        .dependsOn = {Table::Applications},
        .factsOf = [](const QVariantList &) { return ActivityFacts(); },
    };
}

FilterFields AuditModel::fields()
{
    using Kind = FilterField::Kind;
    const auto field = [](const char *name, Kind kind, const char *expression, bool inWords = false) {
        return FilterField {QString::fromLatin1(name), kind, QString::fromLatin1(expression), inWords, {}};
    };
    return {field("id", Kind::Number, "t.id"),
            field("audit", Kind::Number, "t.id"), // what Copy Link gives
            field("at", Kind::Past, "t.occurred_at"),
            field("actor", Kind::Text, "t.actor", true),
            field("application", Kind::Text, "a.name", true),
            field("action", Kind::Text, "t.action", true),
            field("outcome", Kind::Text, "t.outcome", true),
            field("subject", Kind::Text, "t.subject", true),
            field("reason", Kind::Text, "t.reason", true),
            field("details", Kind::Text, "t.details")};
}

AuditEvent AuditModel::eventAt(int row) const
{
    const auto storedIn = [this, row](int column) { return index(row, column).data(WireRole).toString(); };
    AuditEvent event;
    event.id = idAt(row);
    event.at = index(row, Time).data(TimestampRole).toLongLong();
    event.actor = storedIn(Actor);
    event.action = storedIn(Action);
    event.outcome = storedIn(Outcome);
    event.subject = storedIn(Subject);
    event.reason = storedIn(Reason);
    event.details = storedIn(Ended);
    event.exchangeId = storedIn(Number).toLongLong();
    return event;
}

QString AuditModel::applicationAt(int row) const
{
    return index(row, Time).data(WireRole).toString();
}

QString AuditModel::title(int column) const
{
    switch (column) {
    case Number:
        //: of an entry of the audit trail
        return tr("No.");
    case Time:
        return tr("Time");
    case Actor:
        return tr("Actor");
    case Action:
        return tr("Action");
    case Outcome:
        return tr("Outcome");
    case Subject:
        return tr("Subject");
    case Ended:
        //: how many tokens, codes and consents
        return tr("Ended");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

QVariant AuditModel::cell(const KeysetRow &row, int column, int role) const
{
    if (role == TimestampRole)
        return column == Time ? row.values.at(AuditSelect::At) : QVariant();
    if (role == WireRole)
        return stored(row, column);
    if (role == FullTextRole) {
        const QString full = fullText(row, column);
        return full.isEmpty() ? QVariant() : full;
    }
    return text(row, column);
}

QVariant AuditModel::text(const KeysetRow &row, int column) const
{
    const auto value = [&row](int of) { return row.values.at(of).toString(); };
    switch (column) {
    case Number:
        return row.id();
    case Time:
        return CellText::time(row.values.at(AuditSelect::At).toLongLong());
    case Actor:
        return AuditWords::actor(value(AuditSelect::Actor), value(AuditSelect::Application));
    case Action:
        return AuditWords::action(value(AuditSelect::Action));
    case Outcome:
        return AuditWords::outcome(value(AuditSelect::Outcome));
    case Subject:
        return AuditWords::subject(value(AuditSelect::Subject));
    case Ended: {
        const qint64 ended = AuditDetails(value(AuditSelect::Details)).ended();
        return ended ? QVariant(ended) : QVariant(QString());
    }
    case Reason:
        return value(AuditSelect::Reason);
    default:
        return {};
    }
}

QString AuditModel::fullText(const KeysetRow &row, int column) const
{
    switch (column) {
    case Time:
        return CellText::longTime(row.values.at(AuditSelect::At).toLongLong());
    case Ended:
        return AuditDetails(row.values.at(AuditSelect::Details).toString()).endedInWords();
    case Actor:
        return row.values.at(AuditSelect::Actor).toString();
    default:
        return {};
    }
}

/// Numbers and times have no words: their columns give what has no column of its own.
QString AuditModel::stored(const KeysetRow &row, int column)
{
    switch (column) {
    case Number:
        return row.values.at(AuditSelect::Exchange).toString();
    case Time:
        return row.values.at(AuditSelect::Application).toString();
    case Ended:
        return row.values.at(AuditSelect::Details).toString();
    case Actor:
        return row.values.at(AuditSelect::Actor).toString();
    case Action:
        return row.values.at(AuditSelect::Action).toString();
    case Outcome:
        return row.values.at(AuditSelect::Outcome).toString();
    case Subject:
        return row.values.at(AuditSelect::Subject).toString();
    case Reason:
        return row.values.at(AuditSelect::Reason).toString();
    default:
        return {};
    }
}

} // namespace Gatehouse
