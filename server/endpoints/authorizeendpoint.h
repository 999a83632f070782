#pragma once

#include "models/result.h"
#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class PageRenderer;
class Visitor;
struct AuthorizationRequest;
struct Consent;
struct User;

/// /oauth/authorize (RFC 6749 section 3.1): GET asks the person, POST is yes, DELETE (or POST with _method=delete) is no.
class AuthorizeEndpoint : public Endpoint
{
public:
    explicit AuthorizeEndpoint(PageRenderer &renderer)
        : m_renderer(renderer)
    { }

    const char *name() const override { return "authorize"; }
    Response handle(Context &context) override;

private:
    Response handleFor(Context &context, const Visitor &visitor);
    Response decide(Context &context, const Visitor &visitor, const AuthorizationRequest &request, const User &owner);
    Response askOrGo(Context &context, const Visitor &visitor, const AuthorizationRequest &request, const User &owner);
    Response consentPage(Context &context, const Visitor &visitor, const AuthorizationRequest &request,
                         const User &owner);
    Response approve(Context &context, const AuthorizationRequest &request, const User &owner);
    Result<Response> giveCode(Context &context, const AuthorizationRequest &request, const Consent &consent);
    Result<Response> giveToken(Context &context, const AuthorizationRequest &request, const Consent &consent);

    PageRenderer &m_renderer;
};

} // namespace Gatehouse
