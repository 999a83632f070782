#pragma once

#include <QStringList>

namespace Gatehouse {

class RailsSchema;

/// The statements that make a Doorkeeper database look like ours to one reading connection: views in SQLite's temporary schema, which
/// stands before the file's and is never written to it. A token, code or secret is in none of them: its row's number stands
/// for it. Times become milliseconds. What the application does not store is NULL; a column of applications or users that
/// is shown and that it does not store is left out.
QStringList railsViews(const RailsSchema &schema);

} // namespace Gatehouse
