#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QString>
#include <QTemporaryDir>

#include <memory>

class QProcess;

/// A headless Chromium of its own, driven through chromedriver (W3C WebDriver, and Chromium's own commands where that has
/// none). A command that fails ends the test with qFatal: the browser did not do what was asked.
class WebDriver
{
public:
    struct Look
    {
        int width = 1200;
        bool dark = false;
        bool script = true;
        QString language = QStringLiteral("en-GB"); ///< what the person reads
    };

    explicit WebDriver(const Look &look);
    ~WebDriver();

    void open(const QString &url);
    QString url();
    /// Elements are named by CSS selectors; the first that matches is meant.
    bool has(const QString &selector);
    QString text(const QString &selector);
    QString value(const QString &selector);
    void click(const QString &selector);
    /// Types into the field in place of what it holds.
    void fill(const QString &selector, const QString &text);
    /// As a person without a mouse would.
    void press(const QString &selector, const QString &keys);
    /// What the page is wide, in CSS pixels: no more than the window, or a person has to scroll sideways.
    int contentWidth();
    /// Errors in the console since the last call, policy violations among them.
    QStringList consoleErrors();
    QByteArray screenshot();

private:
    void startDriver();
    void startSession(const Look &look);
    void setLook(const Look &look);
    QString find(const QString &selector);
    QJsonValue command(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    QJsonValue attempt(const QByteArray &method, const QString &path, const QJsonObject &body, QString &error);
    QJsonObject chromium(const QString &name, const QJsonObject &parameters = {});

    QTemporaryDir m_profile;
    QNetworkAccessManager m_network;
    std::unique_ptr<QProcess> m_driver;
    QString m_base; ///< the driver's address
    QString m_session;
};
