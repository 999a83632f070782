#pragma once

#include "models/records/policy.h"

namespace Gatehouse {

/// A line of the table of switches; the texts are source texts.
struct PolicySwitchRow
{
    const char *name;
    PolicySwitch::Member member;
    const char *group;
    const char *label;
};

/// What is given, to whom, for how long: flows, requests, PKCE, lifetimes, tokens, scopes.
QList<PolicySwitchRow> issuingSwitches();
/// How it is answered: the authorization endpoint and all answers.
QList<PolicySwitchRow> answeringSwitches();

} // namespace Gatehouse
