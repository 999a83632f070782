#include "server/endpoints/applications/applicationform.h"

#include "server/message/parameters.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// A check box comes behind a hidden field that stands for "not ticked": the last one counts.
QString lastValue(const Parameters &parameters, QStringView name)
{
    QString value;
    for (const auto &[key, each] : parameters.all()) {
        if (key == name)
            value = each;
    }
    return value;
}

/// What Rails takes for "no".
bool isNo(const QString &value)
{
    static const QStringList words {QStringLiteral("0"), QStringLiteral("f"), QStringLiteral("false"),
                                    QStringLiteral("off")};
    return words.contains(value.toLower());
}

QString distinct(const QString &scopes)
{
    QStringList names = scopes.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    names.removeDuplicates();
    return names.join(QLatin1Char(' '));
}

} // namespace

bool hasApplicationForm(const Parameters &parameters)
{
    const auto &all = parameters.all();
    return std::any_of(all.begin(), all.end(), [](const auto &field) {
        return field.first.startsWith(QLatin1String("doorkeeper_application["));
    });
}

Application withApplicationForm(const Parameters &parameters, Application application)
{
    if (parameters.has(NameField))
        application.name = parameters.value(NameField);
    if (parameters.has(RedirectUriField))
        application.redirectUri = parameters.value(RedirectUriField);
    if (parameters.has(ScopesField))
        application.scopes = distinct(parameters.value(ScopesField));
    if (const QString confidential = lastValue(parameters, ConfidentialField); !confidential.isEmpty())
        application.confidential = !isNo(confidential);
    application.trusted = application.trusted && application.confidential;
    return application;
}

} // namespace Gatehouse
