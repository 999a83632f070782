#pragma once

#include "ui/console.h"

#include <QMainWindow>

#include <memory>

namespace Gatehouse {

/// The console's window: navigation, toolbar, status bar and the pages.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Console &console, QWidget *parent = nullptr);
    ~MainWindow() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
