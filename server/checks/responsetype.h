#pragma once

#include "server/message/oautherror.h"

namespace Gatehouse {

struct Application;
struct Context;

/// What an authorization request asks for (RFC 6749 3.1.1).
enum class ResponseType {
    Code, ///< RFC 6749 4.1
    Token, ///< RFC 6749 4.2, where the policy or the application still has it
};

/// Where the answer is put.
enum class ResponseMode { Query, Fragment };

/// The grant type of a flow, as applications list it and switches name it.
QString grantTypeOf(ResponseType type);
/// The response_type, when it is given, known and switched on.
Outcome<ResponseType> responseTypeOf(Context &context, const Application &application);
/// The response_mode asked for, or the type's own; a token is never put into a query.
Outcome<ResponseMode> responseModeOf(Context &context, ResponseType type);
/// Whether the application may use the flow of this type (RFC 6749 4.1.2.1 unauthorized_client).
Outcome<ResponseType> flowAllowed(Context &context, const Application &application, ResponseType type);

} // namespace Gatehouse
