#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Gatehouse {

/// A secret that is shown here and nowhere else: hidden until revealed, copied to a clipboard that forgets it.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    void setSecret(const QString &secret);
    QString secret() const;
    bool isRevealed() const;
    /// What the secret is, for screen readers.
    void setName(const QString &name);

private:
    void setRevealed(bool revealed);

    QLineEdit *m_value;
    QToolButton *m_reveal;
    QToolButton *m_copy;
};

} // namespace Gatehouse
