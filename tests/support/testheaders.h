#pragma once

// What nearly every test includes; a source includes what it uses all the same (the presets dev and release compile without
// this). Compiled once, see CMakeLists.txt.

#include <QtCore>
#include <QtNetwork>
#include <QtSql>
#include <QtTest>

#ifdef QT_WIDGETS_LIB
#include <QtWidgets>
#endif

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
