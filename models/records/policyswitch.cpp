#include "models/records/policy.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace Gatehouse {

namespace {

// What an enumeration's values are called, in their order.
QStringList wordsOf(Policy::Pkce)
{
    return {QStringLiteral("optional"), QStringLiteral("public_clients"), QStringLiteral("everyone")};
}
QStringList wordsOf(Policy::RefreshRotation)
{
    return {QStringLiteral("once"), QStringLiteral("until_used"), QStringLiteral("immediate")};
}
QStringList wordsOf(Policy::TokenAlphabet)
{
    return {QStringLiteral("base64url"), QStringLiteral("hex")};
}
QStringList wordsOf(Policy::RedirectMatch)
{
    return {QStringLiteral("exact"), QStringLiteral("doorkeeper")};
}
QStringList wordsOf(Policy::Wording)
{
    return {QStringLiteral("rfc"), QStringLiteral("doorkeeper")};
}
QStringList wordsOf(Policy::IntrospectionRule)
{
    return {QStringLiteral("confidential_clients"), QStringLiteral("same_client")};
}
QStringList wordsOf(Policy::IntrospectionAnswer)
{
    return {QStringLiteral("rfc"), QStringLiteral("doorkeeper")};
}
QStringList wordsOf(Policy::DoorkeeperMode)
{
    return {QStringLiteral("strict"), QStringLiteral("v5"), QStringLiteral("legacy")};
}

QJsonValue jsonOf(bool value)
{
    return value;
}
QJsonValue jsonOf(int value)
{
    return value;
}
QJsonValue jsonOf(Seconds value)
{
    return value;
}
QJsonValue jsonOf(const QString &value)
{
    return value;
}
QJsonValue jsonOf(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}
template<class Enum> QJsonValue jsonOf(Enum value)
{
    return wordsOf(value).at(qsizetype(value));
}

// A word of the wire: not empty, without blanks or control characters.
bool isWord(const QJsonValue &json)
{
    const QString text = json.toString();
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar each) { return each > u' ' && each < u'\x7f'; });
}

bool set(bool &value, const QJsonValue &json)
{
    value = json.toBool();
    return json.isBool();
}
bool set(int &value, const QJsonValue &json)
{
    value = json.toInt();
    return value == 400 || value == 401;
}
bool set(Seconds &value, const QJsonValue &json)
{
    value = json.toInteger(-1);
    return value >= 0 && value <= Policy::MaxLifetime;
}
bool set(QString &value, const QJsonValue &json)
{
    value = json.toString();
    return !value.isEmpty() && !value.contains(u'"') && !value.contains(u'\\')
        && std::all_of(value.begin(), value.end(), [](QChar each) { return each >= u' ' && each < u'\x7f'; });
}
bool set(QStringList &value, const QJsonValue &json)
{
    const QJsonArray list = json.toArray();
    value.clear();
    for (const QJsonValue &each : list)
        value.append(each.toString());
    return json.isArray() && std::all_of(list.begin(), list.end(), isWord) && value.removeDuplicates() == 0;
}
template<class Enum> bool set(Enum &value, const QJsonValue &json)
{
    const qsizetype index = wordsOf(value).indexOf(json.toString());
    value = Enum(std::max<qsizetype>(index, 0));
    return index >= 0;
}

template<class Value> QStringList choicesOf(Value value)
{
    if constexpr (std::is_enum_v<Value>)
        return wordsOf(value);
    else
        return {};
}

} // namespace

QStringList PolicySwitch::choices() const
{
    return std::visit([](auto pointer) { return choicesOf(Policy().*pointer); }, member);
}

QJsonValue PolicySwitch::value(const Policy &policy) const
{
    return std::visit([&](auto pointer) { return jsonOf(policy.*pointer); }, member);
}

bool PolicySwitch::setValue(Policy &policy, const QJsonValue &value) const
{
    Policy changed = policy;
    const bool fits = std::visit([&](auto pointer) { return set(changed.*pointer, value); }, member);
    if (!fits || !changed.isConsistent())
        return false;
    policy = changed;
    return true;
}

} // namespace Gatehouse
