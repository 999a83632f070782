#pragma once

#include "labclient.h"
#include "variables.h"

#include <QJsonArray>
#include <QStringList>

namespace Gatehouse {

class LabServer;

/// One file of data/scenarios with what was recorded for it.
struct Scenario
{
    QString name;
    QString profile;
    bool advisory = false; ///< the recording holds a fault that is not copied
    QJsonArray steps;
    QJsonArray recorded;

    static QList<Scenario> all();
};

/// Plays a scenario against a server and notes what is otherwise than recorded or expected.
class ScenarioRun
{
public:
    ScenarioRun(const Scenario &scenario, LabServer &server);

    /// The differences that count, a sentence each; after a step that cannot be carried out there are no more.
    QStringList play();
    /// The steps that were answered with a server error, or not at all.
    const QStringList &breakdowns() const { return m_breakdowns; }

private:
    bool playStep(qsizetype number);
    bool playControl(const QJsonObject &step);
    void checkExpected(const QJsonObject &step, const LabReply &reply);
    bool save(const QJsonObject &step, const LabReply &reply);
    void note(const QString &sentence);

    const Scenario &m_scenario;
    LabServer &m_server;
    LabClient m_client;
    Variables m_variables;
    QString m_label;
    QStringList m_found;
    QStringList m_breakdowns;
};

} // namespace Gatehouse
