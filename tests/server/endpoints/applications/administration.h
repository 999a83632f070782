#pragma once

#include "tests/server/pages/testbrowser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gatehouse {

/// The preset "doorkeeper" with its pages open, as `--demo` has it.
Policy openDoorkeeper();
/// The preset "standard".
inline Policy standardPolicy()
{
    return {};
}

/// A browser in front of the pages for administrators. Under a policy that does not leave them open its user, an
/// administrator, is signed in.
class Administration : public TestBrowser
{
public:
    explicit Administration(const Policy &policy = openDoorkeeper());

    /// Sends a form, and its token along, unless the method is GET; `accept` empty: none.
    Response send(Method method, const QString &path, const Fields &form = {}, const QByteArray &accept = {});
    Response sendJson(Method method, const QString &path, const QByteArray &json);
    /// What programs send.
    Response program(Method method, const QString &path, const Fields &form = {});
    using TestBrowser::send;

    std::optional<Application> stored(Id id);
    qint64 count(const char *sql);
    QString formToken();
};

/// The form's fields by their short names: {{"name", "x"}} is doorkeeper_application[name]=x.
TestBrowser::Fields applicationFields(const QList<QPair<QString, QString>> &fields);
QJsonObject objectIn(const Response &response);
QJsonArray arrayIn(const Response &response);
/// The text of `<code id="…">`.
QString codeIn(const Response &page, const QString &id);
/// The number at the end of where a redirect leads.
Id idIn(const Response &redirect);

} // namespace Gatehouse
