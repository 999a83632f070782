#include "scenario.h"

#include "comparison.h"
#include "labserver.h"
#include "pagefacts.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <optional>

namespace Gatehouse {

namespace {

constexpr auto AnyCharacter = QRegularExpression::DotMatchesEverythingOption;

QByteArray dataFile(const QString &path)
{
    QFile file(QStringLiteral(CONFORMANCE_DIR "/data/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return file.readAll();
}

QJsonObject objectIn(const QString &path)
{
    return QJsonDocument::fromJson(dataFile(path)).object();
}

QJsonValue valueAt(QJsonValue value, const QString &pointer)
{
    for (const QString &part : pointer.split(u'/', Qt::SkipEmptyParts))
        value = value.isArray() ? value.toArray()[part.toInt()] : value.toObject().value(part);
    return value;
}

QString plusDecoded(QString text)
{
    return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
}

std::optional<QString> firstGroup(const QString &pattern, const QString &text)
{
    const QRegularExpressionMatch match = QRegularExpression(pattern, AnyCharacter).match(text);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

/// What a rule of `save` finds in a reply.
std::optional<QString> saved(const QJsonObject &rule, const LabReply &reply)
{
    if (rule.contains(u"json")) {
        const QJsonValue found = valueAt(QJsonDocument::fromJson(reply.body).object(), rule[u"json"].toString());
        return found.isUndefined() ? std::nullopt : std::optional(found.toVariant().toString());
    }
    const bool inLocation = rule.contains(u"location");
    const auto found = inLocation ? firstGroup(rule[u"location"].toString(), reply.header("location"))
                                  : firstGroup(rule[u"body"].toString(), reply.text());
    if (!found)
        return found;
    return inLocation ? plusDecoded(*found) : unescapedHtml(*found);
}

bool allows(const QJsonValue &expected, int status)
{
    return expected.isUndefined() || expected == status || expected.toArray().contains(status);
}

} // namespace

QList<Scenario> Scenario::all()
{
    QList<Scenario> scenarios;
    for (const QString &file :
         QDir(QStringLiteral(CONFORMANCE_DIR "/data/scenarios")).entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const QJsonObject json = objectIn(QStringLiteral("scenarios/") + file);
        scenarios.append({file.chopped(5), json[u"profile"].toString(QStringLiteral("default")),
                          json[u"advisory"].toBool(), json[u"steps"].toArray(),
                          objectIn(QStringLiteral("recorded/") + file)[u"steps"].toArray()});
    }
    return scenarios;
}

ScenarioRun::ScenarioRun(const Scenario &scenario, LabServer &server)
    : m_scenario(scenario)
    , m_server(server)
    , m_client(server.port())
    , m_variables(Variables::ofSeed(dataFile(QStringLiteral("seed.json"))))
{ }

QStringList ScenarioRun::play()
{
    for (qsizetype number = 0; number < m_scenario.steps.size(); ++number) {
        if (!playStep(number))
            break;
    }
    return m_found;
}

bool ScenarioRun::playStep(qsizetype number)
{
    const QJsonObject step = m_scenario.steps[number].toObject();
    const QString what = step.contains(u"control") ? step[u"control"].toString()
                                                   : step[u"method"].toString() + u' ' + step[u"path"].toString();
    m_label = QStringLiteral("step %1 (%2): ").arg(QString::number(number + 1), step[u"id"].toString(what));
    if (step.contains(u"control"))
        return playControl(step);
    if (step[u"forget_cookies"].toBool())
        m_client.forgetCookies();
    QJsonObject request = step;
    for (const char16_t *own : {u"expect", u"save", u"note"})
        request.remove(QStringView(own));
    const LabReply reply = m_client.send(m_variables.fill(QJsonValue(request)).toObject());
    if (reply.status == 0 || reply.status >= 500)
        m_breakdowns.append(m_label + QString::number(reply.status));
    for (const QString &found :
         replyDifferences(step, m_scenario.recorded[number].toObject(), reply, m_variables, m_server.base()))
        note(found);
    const bool isSaved = save(step, reply);
    checkExpected(step, reply);
    return isSaved;
}

bool ScenarioRun::playControl(const QJsonObject &step)
{
    const bool done
        = step[u"control"].toString() == u"expire" && m_server.expire(m_variables.fill(step[u"value"].toString()));
    if (!done)
        note(QStringLiteral("there is no such code or token"));
    return done;
}

void ScenarioRun::checkExpected(const QJsonObject &step, const LabReply &reply)
{
    const QJsonObject expected = step[u"expect"].toObject();
    if (!allows(expected[u"status"], reply.status))
        note(QStringLiteral("the scenario does not expect %1").arg(reply.status));
    for (const char16_t *kind : {u"match", u"absent"}) {
        for (const QJsonValue &pattern : expected[QStringView(kind)].toArray()) {
            const QRegularExpression wanted(m_variables.fillPattern(pattern.toString()), AnyCharacter);
            if (wanted.match(reply.text()).hasMatch() != (QStringView(kind) == u"match"))
                note(QString::fromUtf16(kind) + QStringLiteral(": /") + wanted.pattern() + u'/');
        }
    }
    for (const char16_t *kind : {u"same", u"differ"}) {
        for (const QJsonValue &names : expected[QStringView(kind)].toArray()) {
            const QString first = m_variables.value(names[0].toString());
            if ((first == m_variables.value(names[1].toString())) != (QStringView(kind) == u"same"))
                note(names[0].toString() + u' ' + QString::fromUtf16(kind) + u' ' + names[1].toString());
        }
    }
}

bool ScenarioRun::save(const QJsonObject &step, const LabReply &reply)
{
    const QJsonObject rules = step[u"save"].toObject();
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        const std::optional<QString> value = saved(rule->toObject(), reply);
        if (!value) {
            note(QStringLiteral("there is no ") + rule.key());
            return false;
        }
        m_variables.set(rule.key(), *value);
    }
    return true;
}

void ScenarioRun::note(const QString &sentence)
{
    m_found.append(m_label + sentence);
}

} // namespace Gatehouse
