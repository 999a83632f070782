#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace Gatehouse {

/// A command to be pasted somewhere else: shown in full, wrapped, copied by one button. Always left to right.
class CodeBlock : public QWidget
{
    Q_OBJECT

public:
    explicit CodeBlock(QWidget *parent = nullptr);

    /// `code` is what is shown and copied. With `secret` the clipboard forgets it.
    void setCode(const QString &code, bool secret = false);
    QString code() const;
    void setName(const QString &name);

public Q_SLOTS:
    void copy();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitHeight();
    int linesOf(const QString &paragraph, int width) const;

    QPlainTextEdit *m_text;
    QToolButton *m_copy;
    bool m_secret = false;
};

} // namespace Gatehouse
