#pragma once

#include "models/records/policy.h"

#include <QList>
#include <QWidget>

#include <functional>

class QComboBox;
class QFormLayout;
class QVBoxLayout;

namespace Gatehouse {

/// Every switch of a policy, grouped, and the presets. Each change is told at once.
class PolicyEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PolicyEditor(QWidget *parent = nullptr);

    /// Shows it without telling.
    void setPolicy(const Policy &policy);
    const Policy &policy() const { return m_policy; }

Q_SIGNALS:
    void policyEdited(const Gatehouse::Policy &policy);

private:
    void addProfiles(QVBoxLayout &column);
    void addSwitch(QFormLayout &form, const PolicySwitch &policySwitch);
    QWidget *makeEditor(const PolicySwitch &policySwitch);
    QWidget *makeChoice(const PolicySwitch &policySwitch);
    QWidget *makeNumber(const PolicySwitch &policySwitch);
    QWidget *makeText(const PolicySwitch &policySwitch, bool isList);
    void change(const PolicySwitch &policySwitch, const QJsonValue &value);
    void chooseProfile();
    void showPolicy();
    void showProfile();

    Policy m_policy;
    QComboBox *m_profile;
    QList<std::function<void()>> m_refresh; ///< put the policy's value into an editor
};

} // namespace Gatehouse
