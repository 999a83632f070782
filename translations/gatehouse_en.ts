<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Gatehouse::ApplicationsModel</name>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationsPage</name>
    <message numerus="yes">
        <source>%n application(s) selected</source>
        <translation>
            <numerusform>%n application selected</numerusform>
            <numerusform>%n applications selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditExportBar</name>
    <message numerus="yes">
        <source>Exporting: %n event(s) so far</source>
        <translation>
            <numerusform>Exporting: %n event so far</numerusform>
            <numerusform>Exporting: %n events so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditNotices</name>
    <message numerus="yes">
        <source>It was refused, %n time(s) in all.</source>
        <translation>
            <numerusform>It was refused, %n time in all.</numerusform>
            <numerusform>It was refused, %n times in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditPage</name>
    <message numerus="yes">
        <source>%n entries selected</source>
        <translation>
            <numerusform>%n entry selected</numerusform>
            <numerusform>%n entries selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) exported to %1.</source>
        <translation>
            <numerusform>%n event exported to %1.</numerusform>
            <numerusform>%n events exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::ConsentsPage</name>
    <message numerus="yes">
        <source>%n consent(s) selected</source>
        <translation>
            <numerusform>%n consent selected</numerusform>
            <numerusform>%n consents selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::GrantsPage</name>
    <message numerus="yes">
        <source>%n grants are selected: too many to act on at once.</source>
        <translation>
            <numerusform>%n grants are selected: too many to act on at once.</numerusform>
            <numerusform>%n grants are selected: too many to act on at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) selected</source>
        <translation>
            <numerusform>%n grant selected</numerusform>
            <numerusform>%n grants selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::LineageWords</name>
    <message numerus="yes">
        <source>%n earlier pair(s) are not shown</source>
        <translation>
            <numerusform>%n earlier pair is not shown</numerusform>
            <numerusform>%n earlier pairs are not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::LiveTableView</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>rows that came above the ones shown</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the newest; %n new</source>
        <translation>
            <numerusform>Show the newest; %n new</numerusform>
            <numerusform>Show the newest; %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::LoginPage</name>
    <message numerus="yes">
        <source>Too many failed attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many failed attempts. Try again in %n second.</numerusform>
            <numerusform>Too many failed attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::PeoplePage</name>
    <message numerus="yes">
        <source>%n user(s) selected</source>
        <translation>
            <numerusform>%n user selected</numerusform>
            <numerusform>%n users selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::PurgeBox</name>
    <message numerus="yes">
        <source>%n token(s) can go now, with the codes, sessions and consents that only they needed. What still lives keeps its whole history.</source>
        <translation>
            <numerusform>%n token can go now, with the codes, sessions and consents that only it needed. What still lives keeps its whole history.</numerusform>
            <numerusform>%n tokens can go now, with the codes, sessions and consents that only they needed. What still lives keeps its whole history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n token(s) for good?</source>
        <translation>
            <numerusform>Remove %n token for good?</numerusform>
            <numerusform>Remove %n tokens for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purging: %n row(s) removed so far</source>
        <translation>
            <numerusform>Purging: %n row removed so far</numerusform>
            <numerusform>Purging: %n rows removed so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n row(s) had been removed.</source>
        <translation>
            <numerusform>Cancelled; %n row had been removed.</numerusform>
            <numerusform>Cancelled; %n rows had been removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n row(s) removed.</source>
        <translation>
            <numerusform>Done: %n row removed.</numerusform>
            <numerusform>Done: %n rows removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsApplicationsPage</name>
    <message numerus="yes">
        <source>%n application(s) selected</source>
        <translation>
            <numerusform>%n application selected</numerusform>
            <numerusform>%n applications selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsRevocation</name>
    <message numerus="yes">
        <source>%n other token(s) of the same refresh chain stay(s) valid unless selected too.</source>
        <translation>
            <numerusform>%n other token of the same refresh chain stays valid unless selected too.</numerusform>
            <numerusform>%n other tokens of the same refresh chain stay valid unless selected too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationPanel</name>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>Revoke %n token?</numerusform>
            <numerusform>Revoke %n tokens?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n grant(s)?</source>
        <translation>
            <numerusform>Revoke %n grant?</numerusform>
            <numerusform>Revoke %n grants?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revoke %n Token(s)</source>
        <translation>
            <numerusform>&amp;Revoke %n Token</numerusform>
            <numerusform>&amp;Revoke %n Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revoke %n Grant(s)</source>
        <translation>
            <numerusform>&amp;Revoke %n Grant</numerusform>
            <numerusform>&amp;Revoke %n Grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) over already.</source>
        <translation>
            <numerusform>%n of them is over already.</numerusform>
            <numerusform>%n of them are over already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more token(s) of the same refresh token family end(s) with it.</source>
        <translation>
            <numerusform>%n more token of the same refresh token family ends with it.</numerusform>
            <numerusform>%n more tokens of the same refresh token family end with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) that came from it end(s) with it.</source>
        <translation>
            <numerusform>%n token that came from it ends with it.</numerusform>
            <numerusform>%n tokens that came from it end with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) revoked.</source>
        <translation>
            <numerusform>%n token revoked.</numerusform>
            <numerusform>%n tokens revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) and token(s) revoked.</source>
        <translation>
            <numerusform>%n grant and token revoked.</numerusform>
            <numerusform>%n grants and tokens revoked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationTexts</name>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>Revoke %n token?</numerusform>
            <numerusform>Revoke %n tokens?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n grant(s)?</source>
        <translation>
            <numerusform>Revoke %n grant?</numerusform>
            <numerusform>Revoke %n grants?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n consent(s)?</source>
        <translation>
            <numerusform>Withdraw %n consent?</numerusform>
            <numerusform>Withdraw %n consents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access token(s)</source>
        <translation>
            <numerusform>%n access token</numerusform>
            <numerusform>%n access tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refresh token(s)</source>
        <translation>
            <numerusform>%n refresh token</numerusform>
            <numerusform>%n refresh tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n consent</numerusform>
            <numerusform>%n consents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;voke %n Token(s)</source>
        <translation>
            <numerusform>Re&amp;voke %n Token</numerusform>
            <numerusform>Re&amp;voke %n Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Withdraw %n Consent(s)</source>
        <translation>
            <numerusform>&amp;Withdraw %n Consent</numerusform>
            <numerusform>&amp;Withdraw %n Consents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RowDeletion</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s)</source>
        <translation>
            <numerusform>%n grant</numerusform>
            <numerusform>%n grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n consent</numerusform>
            <numerusform>%n consents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::ServerStatusBar</name>
    <message numerus="yes">
        <source>%n request(s) per minute</source>
        <translation>
            <numerusform>%n request per minute</numerusform>
            <numerusform>%n requests per minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::ThrottleNotice</name>
    <message numerus="yes">
        <source>%n are held back after too many wrong guesses: %1.</source>
        <translation>
            <numerusform>%n is held back after too many wrong guesses: %1.</numerusform>
            <numerusform>%n are held back after too many wrong guesses: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::TimeText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::TokenTablePage</name>
    <message numerus="yes">
        <source>%n tokens are selected: too many to act on at once.</source>
        <translation>
            <numerusform>%n tokens are selected: too many to act on at once.</numerusform>
            <numerusform>%n tokens are selected: too many to act on at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>%n token selected</numerusform>
            <numerusform>%n tokens selected</numerusform>
        </translation>
    </message>
</context>
</TS>
