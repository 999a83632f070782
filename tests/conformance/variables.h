#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>

#include <functional>

namespace Gatehouse {

/// What {{name}} stands for in a scenario: the sample world's values and what earlier steps saved.
class Variables
{
public:
    /// Those of data/seed.json: user_email, oob_uid, web_secret, pub_id …
    static Variables ofSeed(const QByteArray &seed);

    void set(const QString &name, const QString &value) { m_values.insert(name, value); }
    QString value(const QString &name) const { return m_values.value(name); }
    bool has(const QString &name) const { return m_values.contains(name); }

    /// Puts the values into texts, lists and objects.
    QJsonValue fill(const QJsonValue &value) const;
    QString fill(const QString &text) const;
    /// The same, with the values quoted for a regular expression.
    QString fillPattern(const QString &pattern) const;
    /// The other way round: known values become {{name}}. Short ones, passwords and addresses are left alone.
    QString unfill(QString text) const;

private:
    QString filled(const QString &text, const std::function<QString(const QString &)> &written) const;

    QMap<QString, QString> m_values;
};

} // namespace Gatehouse
