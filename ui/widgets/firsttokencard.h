#pragma once

#include "ui/console.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace Gatehouse {

class CodeBlock;
class LiveData;

/// A command that gets a token when it is pasted, for an application that can ask in its own name (RFC 6749 section 4.4).
class FirstTokenCard : public Card
{
    Q_OBJECT

public:
    FirstTokenCard(const Console &console, LiveData &live, QWidget *parent = nullptr);

    /// What the button for a new application does.
    void setNewApplicationAction(QAction *action);
    /// Whom the command asks.
    void setIssuer(const QString &issuer);
    QString command() const;
    /// For curl: quoted for a POSIX shell. Without a secret curl asks for it. `authority`: a certificate's file that curl
    /// has to trust; empty: those of the system will do.
    static QString commandFor(const QString &issuer, const QString &clientId, const QString &secret,
                              const QString &authority = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void listApplications();
    void showCommand();
    void retranslate();

    const Console m_console;
    LiveData &m_live;
    QString m_issuer;
    QLabel *m_label;
    QComboBox *m_application;
    QToolButton *m_new;
    CodeBlock *m_command;
    QLabel *m_note;
};

} // namespace Gatehouse
