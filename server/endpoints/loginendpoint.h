#pragma once

#include "models/result.h"
#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class PageRenderer;
class Visitor;
struct LoginPage;
struct User;

/// /login: GET shows the form, POST signs in and leads back. Guessing is slowed down (checks/credentials.h), the form is
/// protected against forgery although nobody is signed in yet, and the session begins under a new cookie.
class LoginEndpoint : public Endpoint
{
public:
    explicit LoginEndpoint(PageRenderer &renderer)
        : m_renderer(renderer)
    { }

    const char *name() const override { return "login"; }
    Response handle(Context &context) override;

private:
    Response handleFor(Context &context, Visitor &visitor);
    Response checkPassword(Context &context, Visitor &visitor);
    Response begin(Context &context, Visitor &visitor, const User &user);
    Response again(Context &context, const Visitor &visitor, LoginPage page);

    PageRenderer &m_renderer;
};

} // namespace Gatehouse
