#pragma once

#include "ui/widgets/inlinemessage.h"

#include <QPointer>

namespace Gatehouse {

class PassphraseDialog;
class VaultOpener;

/// Tells whatever page is in front that nothing but a file guards the keys, as long as that is so, and asks for the
/// passphrase where one guards them.
class KeyNotice : public InlineMessage
{
    Q_OBJECT

public:
    explicit KeyNotice(VaultOpener &vault, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell();
    void ask(bool isNew, const QString &problem);
    void give();
    void refuse();
    void closeDialog();

    VaultOpener &m_vault;
    QPointer<PassphraseDialog> m_dialog;
};

} // namespace Gatehouse
