#include "variables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Gatehouse {

Variables Variables::ofSeed(const QByteArray &seed)
{
    const QJsonObject world = QJsonDocument::fromJson(seed).object();
    Variables variables;
    const auto add = [&](const QJsonObject &row, int id, const QStringList &fields) {
        const QString key = row[u"key"].toString() + u'_';
        variables.set(key + u"id", QString::number(id));
        for (const QString &field : fields)
            variables.set(key + field.section(u'_', 0, 0), row[field].toString().section(u'\n', 0, 0));
    };
    int id = 0;
    for (const QJsonValue &user : world[u"users"].toArray())
        add(user.toObject(), ++id, {QStringLiteral("email"), QStringLiteral("password")});
    id = 0;
    for (const QJsonValue &application : world[u"applications"].toArray())
        add(application.toObject(), ++id,
            {QStringLiteral("uid"), QStringLiteral("secret"), QStringLiteral("redirect_uri")});
    return variables;
}

QJsonValue Variables::fill(const QJsonValue &value) const
{
    if (value.isString())
        return fill(value.toString());
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : value.toArray())
            list.append(fill(each));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = fill(QJsonValue(it.value()));
    return object;
}

QString Variables::fill(const QString &text) const
{
    return filled(text, [](const QString &value) { return value; });
}

QString Variables::fillPattern(const QString &pattern) const
{
    return filled(pattern, [](const QString &value) { return QRegularExpression::escape(value); });
}

QString Variables::filled(const QString &text, const std::function<QString(const QString &)> &written) const
{
    static const QRegularExpression name(QStringLiteral("\\{\\{(\\w+)\\}\\}"));
    QString result;
    qsizetype done = 0;
    for (auto it = name.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (!has(match.captured(1)))
            continue;
        result += QStringView(text).mid(done, match.capturedStart() - done) % written(value(match.captured(1)));
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

QString Variables::unfill(QString text) const
{
    QStringList names = m_values.keys();
    std::stable_sort(names.begin(), names.end(),
                     [this](const QString &a, const QString &b) { return value(a).size() > value(b).size(); });
    for (const QString &name : names) {
        const bool isLeftAlone = value(name).size() < 8 || name.endsWith(u"_password") || name.endsWith(u"_redirect")
            || name.endsWith(u"_path");
        if (!isLeftAlone)
            text.replace(value(name), u"{{" % name % u"}}");
    }
    return text;
}

} // namespace Gatehouse
