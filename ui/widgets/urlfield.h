#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Gatehouse {

/// An address that is read and copied, never typed. Always left to right.
class UrlField : public QWidget
{
    Q_OBJECT

public:
    explicit UrlField(QWidget *parent = nullptr);

    void setUrl(const QString &url);
    QString url() const;
    /// What the address is, for screen readers.
    void setName(const QString &name);

public Q_SLOTS:
    void copy();

private:
    QLineEdit *m_value;
    QToolButton *m_copy;
};

} // namespace Gatehouse
