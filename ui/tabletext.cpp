#include "ui/tabletext.h"

#include "models/tables/roles.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gatehouse {

namespace {

/// RFC 4180: quoted where it must be.
QString quoted(QString value, QChar separator)
{
    const bool needsQuotes = value.contains(separator) || value.contains(QLatin1Char('"'))
        || value.contains(QLatin1Char('\n')) || value.contains(QLatin1Char('\r'));
    if (!needsQuotes)
        return value;
    value.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + value + QLatin1Char('"');
}

} // namespace

TableText::TableText(const QAbstractItemModel &model, QList<int> rows, QList<int> columns)
    : m_model(model)
    , m_rows(std::move(rows))
    , m_columns(std::move(columns))
{ }

QString TableText::as(Format format) const
{
    switch (format) {
    case Format::Csv:
        return separated(QLatin1Char(','));
    case Format::Json:
        return json();
    case Format::Tsv:
        break;
    }
    return separated(QLatin1Char('\t'));
}

QString TableText::separated(QChar separator) const
{
    QString text;
    const auto append = [&](auto value) {
        QStringList cells;
        for (int column : m_columns)
            cells.append(quoted(value(column), separator));
        text += cells.join(separator) + QLatin1Char('\n');
    };
    append([this](int column) { return header(column); });
    for (int row : m_rows)
        append([this, row](int column) { return cell(row, column); });
    return text;
}

QString TableText::json() const
{
    QJsonArray array;
    for (int row : m_rows) {
        QJsonObject object;
        for (int column : m_columns)
            object.insert(header(column), cell(row, column));
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

QString TableText::header(int column) const
{
    return m_model.headerData(column, Qt::Horizontal).toString();
}

QString TableText::cell(int row, int column) const
{
    const QModelIndex index = m_model.index(row, column);
    const QVariant time = index.data(TimestampRole);
    if (time.isValid()) {
        const qint64 moment = time.toLongLong();
        return moment ? QDateTime::fromMSecsSinceEpoch(moment).toUTC().toString(Qt::ISODateWithMs) : QString();
    }
    const QString full = index.data(FullTextRole).toString();
    return full.isEmpty() ? index.data().toString() : full;
}

} // namespace Gatehouse
