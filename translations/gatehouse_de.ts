<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Gatehouse::ApplicationDialog</name>
    <message>
        <source>Edit Application</source>
        <translation>Anwendung bearbeiten</translation>
    </message>
    <message>
        <source>New Application</source>
        <translation>Neue Anwendung</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Create &amp;Application</source>
        <translation>&amp;Anwendung anlegen</translation>
    </message>
    <message>
        <source>&amp;Trusted: consent is not asked</source>
        <translation>&amp;Vertrauenswürdig: keine Frage nach der Einwilligung</translation>
    </message>
    <message>
        <source>S&amp;uper client: may list and revoke what users gave other applications</source>
        <translation>S&amp;uper-Client: darf auflisten und widerrufen, was Benutzer anderen Anwendungen gaben</translation>
    </message>
    <message>
        <source>Ena&amp;bled</source>
        <translation>A&amp;ktiviert</translation>
    </message>
    <message>
        <source>Confidential: it can keep a secret</source>
        <translation>Vertraulich: kann ein Secret geheim halten</translation>
    </message>
    <message>
        <source>Public: an app or a page on somebody&apos;s device</source>
        <translation>Öffentlich: eine App oder Seite auf fremdem Gerät</translation>
    </message>
    <message>
        <source>What the policy allows</source>
        <translation>Was die Richtlinie erlaubt</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Client &amp;ID:</source>
        <translation>Client-&amp;ID:</translation>
    </message>
    <message>
        <source>T&amp;ype:</source>
        <translation>&amp;Typ:</translation>
    </message>
    <message>
        <source>&amp;Redirect URIs:</source>
        <translation>&amp;Redirect-URIs:</translation>
    </message>
    <message>
        <source>One on each line, compared exactly.</source>
        <translation>Eine je Zeile; sie werden genau verglichen.</translation>
    </message>
    <message>
        <source>&amp;Scopes:</source>
        <translation>S&amp;copes:</translation>
    </message>
    <message>
        <source>Grant types:</source>
        <translation>Grant-Typen:</translation>
    </message>
    <message>
        <source>None ticked: what the policy allows.</source>
        <translation>Keiner angekreuzt: was die Richtlinie erlaubt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationFormPage</name>
    <message>
        <source>New Application</source>
        <translation>Neue Anwendung</translation>
    </message>
    <message>
        <source>Edit application</source>
        <translation>Anwendung bearbeiten</translation>
    </message>
    <message>
        <source>Whoops! Check your form for possible errors</source>
        <translation>Bitte prüfen Sie Ihre Angaben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>People see it when they are asked for access.</source>
        <translation>Ihn sehen die Menschen, die um Zugriff gebeten werden.</translation>
    </message>
    <message>
        <source>Redirect URI</source>
        <translation>Redirect-URI</translation>
    </message>
    <message>
        <source>Use one line per URI. An application that no browser can be sent back to has:</source>
        <translation>Eine URI je Zeile. Eine Anwendung, zu der kein Browser zurückgeschickt werden kann, hat:</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>It runs on a server and can keep its secret. Apps on phones and desktops, and pages, cannot.</source>
        <translation>Sie läuft auf einem Server und kann ihr Secret geheim halten. Apps auf Telefonen und Rechnern und Webseiten können das nicht.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Separate scopes with spaces. Leave blank to use the default scopes.</source>
        <translation>Trennen Sie Scopes mit Leerzeichen. Leer: die Standard-Scopes gelten.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Absenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationListPage</name>
    <message>
        <source>Your applications</source>
        <translation>Ihre Anwendungen</translation>
    </message>
    <message>
        <source>New Application</source>
        <translation>Neue Anwendung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Callback URL</source>
        <translation>Callback-URL</translation>
    </message>
    <message>
        <source>Confidential?</source>
        <translation>Vertraulich?</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <comment>asks first</comment>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Its codes and tokens end with it. This cannot be undone.</source>
        <translation>Ihre Codes und Tokens enden mit ihr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>No application is registered yet. Register one to get its client ID and secret.</source>
        <translation>Es ist noch keine Anwendung registriert. Registrieren Sie eine, um ihre Client-ID und ihr Secret zu erhalten.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Destroy “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationPage</name>
    <message>
        <source>Application: %1</source>
        <translation>Anwendung: %1</translation>
    </message>
    <message>
        <source>Not defined</source>
        <translation>Nicht festgelegt</translation>
    </message>
    <message>
        <source>UID:</source>
        <translation>UID:</translation>
    </message>
    <message>
        <source>Secret:</source>
        <translation>Secret:</translation>
    </message>
    <message>
        <source>Scopes:</source>
        <translation>Scopes:</translation>
    </message>
    <message>
        <source>Confidential:</source>
        <translation>Vertraulich:</translation>
    </message>
    <message>
        <source>Callback URLs:</source>
        <translation>Callback-URLs:</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>Autorisieren</translation>
    </message>
    <message>
        <source>None: it cannot send anybody here to sign in.</source>
        <translation>Keine: Sie kann niemanden zum Anmelden hierher schicken.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <comment>asks first</comment>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Its codes and tokens end with it. This cannot be undone.</source>
        <translation>Ihre Codes und Tokens enden mit ihr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Secret hashed</source>
        <translation>Secret gehasht</translation>
    </message>
    <message>
        <source>The server keeps a digest only.</source>
        <translation>Der Server bewahrt nur einen Hash auf.</translation>
    </message>
    <message>
        <source>Copy the secret now: the server keeps a digest only and cannot show it again.</source>
        <translation>Kopieren Sie das Secret jetzt: Der Server bewahrt nur einen Hash auf und kann es nicht noch einmal zeigen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationRules</name>
    <message>
        <source>The name is too long: %1 characters are the most.</source>
        <translation>Der Name ist zu lang: Höchstens %1 Zeichen sind möglich.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>The name holds characters that cannot be seen.</source>
        <translation>Der Name enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>The client ID must be visible ASCII characters without blanks.</source>
        <translation>Die Client-ID muss aus sichtbaren ASCII-Zeichen ohne Leerzeichen bestehen.</translation>
    </message>
    <message>
        <source>This server has no scope “%1”.</source>
        <translation>Dieser Server hat keinen Scope „%1“.</translation>
    </message>
    <message>
        <source>The scope “%1” holds a character that RFC 6749 does not allow.</source>
        <translation>Der Scope „%1“ enthält ein Zeichen, das RFC 6749 nicht erlaubt.</translation>
    </message>
    <message>
        <source>A redirect URI is missing: codes and tokens must be sent somewhere.</source>
        <translation>Eine Redirect-URI fehlt: Codes und Tokens müssen irgendwohin geschickt werden.</translation>
    </message>
    <message>
        <source>The redirect URI “%1” would be executed by a browser.</source>
        <translation>Die Redirect-URI „%1“ würde vom Browser ausgeführt.</translation>
    </message>
    <message>
        <source>The redirect URI “%1” has a fragment (“#”), which RFC 6749 does not allow.</source>
        <translation>Die Redirect-URI „%1“ hat ein Fragment („#“), das RFC 6749 nicht erlaubt.</translation>
    </message>
    <message>
        <source>The redirect URI “%1” must begin with a scheme such as https://.</source>
        <translation>Die Redirect-URI „%1“ muss mit einem Schema wie https:// beginnen.</translation>
    </message>
    <message>
        <source>The redirect URI “%1” is not encrypted: http is for this computer alone, use https.</source>
        <translation>Die Redirect-URI „%1“ ist nicht verschlüsselt: http ist nur für diesen Rechner, verwenden Sie https.</translation>
    </message>
    <message>
        <source>The redirect URI “%1” is not an absolute address such as https://client.example/callback.</source>
        <translation>Die Redirect-URI „%1“ ist keine vollständige Adresse wie https://client.example/callback.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationStore</name>
    <message>
        <source>There is an application with the client id %1 already.</source>
        <translation>Es gibt schon eine Anwendung mit der Client-ID %1.</translation>
    </message>
    <message>
        <source>An application needs a name.</source>
        <translation>Eine Anwendung braucht einen Namen.</translation>
    </message>
    <message>
        <source>An application needs a client id of printable ASCII characters.</source>
        <translation>Eine Anwendung braucht eine Client-ID aus druckbaren ASCII-Zeichen.</translation>
    </message>
    <message>
        <source>This application is not there any more.</source>
        <translation>Diese Anwendung gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Grants</translation>
    </message>
    <message>
        <source>Redirect URIs</source>
        <translation>Redirect-URIs</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>As the policy allows</source>
        <extracomment>The grants that an application may use</extracomment>
        <translation>Laut Richtlinie</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ApplicationsPage</name>
    <message>
        <source>&amp;New Application…</source>
        <translation>&amp;Neue Anwendung …</translation>
    </message>
    <message>
        <source>&amp;Rotate Secret…</source>
        <translation>Secret &amp;erneuern …</translation>
    </message>
    <message>
        <source>Show &amp;Tokens</source>
        <translation>&amp;Tokens zeigen</translation>
    </message>
    <message>
        <source>Copy Client &amp;ID</source>
        <translation>Client-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation>Noch keine Anwendungen</translation>
    </message>
    <message>
        <source>An application asks for tokens: a web server, a page, an app, a job. Register one to get its client ID and secret.</source>
        <translation>Eine Anwendung fragt nach Tokens: ein Webserver, eine Seite, eine App, ein Job. Registrieren Sie eine, um ihre Client-ID und ihr Secret zu erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) selected</source>
        <translation>
            <numerusform>%n Anwendung ausgewählt</numerusform>
            <numerusform>%n Anwendungen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new secret for “%1”?</source>
        <translation>Ein neues Secret für „%1“ erzeugen?</translation>
    </message>
    <message>
        <source>The old secret stops working at once. Tokens that were issued stay valid.</source>
        <translation>Das alte Secret gilt ab sofort nicht mehr. Ausgestellte Tokens bleiben gültig.</translation>
    </message>
    <message>
        <source>&amp;Rotate Secret</source>
        <translation>Secret &amp;erneuern</translation>
    </message>
    <message>
        <source>&amp;Delete Application</source>
        <translation>Anwendung &amp;löschen</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditDetails</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>name and value</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditExportBar</name>
    <message>
        <source>&amp;Cancel</source>
        <comment>the export</comment>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: %n event(s) so far</source>
        <translation>
            <numerusform>Export: bisher %n Ereignis</numerusform>
            <numerusform>Export: bisher %n Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditExportJob</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditModel</name>
    <message>
        <source>No.</source>
        <extracomment>of an entry of the audit trail</extracomment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>how many tokens, codes and consents</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditNotices</name>
    <message>
        <source>Show in &amp;Audit</source>
        <comment>events of the audit trail</comment>
        <translation>Im &amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Several applications asked to revoke many unknown tokens, last “%1” at %2. Somebody may be trying out values.</source>
        <translation>Mehrere Anwendungen wollten viele unbekannte Tokens widerrufen, zuletzt „%1“ (%2). Möglicherweise probiert jemand Werte aus.</translation>
    </message>
    <message>
        <source>“%1” asked to revoke %2 unknown tokens within a minute, last at %3. Somebody may be trying out values.</source>
        <translation>„%1“ wollte binnen einer Minute %2 unbekannte Tokens widerrufen, zuletzt %3. Möglicherweise probiert jemand Werte aus.</translation>
    </message>
    <message>
        <source>Several applications presented tokens that were issued to others, last “%1” at %2.</source>
        <translation>Mehrere Anwendungen legten Tokens vor, die für andere ausgestellt wurden, zuletzt „%1“ (%2).</translation>
    </message>
    <message>
        <source>“%1” presented a token that was issued to another application, at %2.</source>
        <translation>„%1“ legte ein Token vor, das für eine andere Anwendung ausgestellt wurde (%2).</translation>
    </message>
    <message numerus="yes">
        <source>It was refused, %n time(s) in all.</source>
        <translation>
            <numerusform>Es wurde abgelehnt, insgesamt %n Mal.</numerusform>
            <numerusform>Es wurde abgelehnt, insgesamt %n Mal.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was refused.</source>
        <translation>Es wurde abgelehnt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditPage</name>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Every revocation stands here, and what is changed at the console or through the pages for administrators: who did it, how it ended and why.</source>
        <translation>Hier steht jeder Widerruf, und was an der Konsole oder über die Seiten für die Administration geändert wird: wer es tat, wie es ausging und warum.</translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Copy a text that finds this entry when it is put in the filter</source>
        <translation>Einen Text kopieren, der diesen Eintrag findet, wenn er im Filter steht</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als J&amp;SON kopieren</translation>
    </message>
    <message>
        <source>Copy the entry as it is stored</source>
        <translation>Den Eintrag kopieren, wie er gespeichert ist</translation>
    </message>
    <message>
        <source>Show &amp;Subject</source>
        <translation>&amp;Gegenstand zeigen</translation>
    </message>
    <message>
        <source>Show what the entry is about on its page</source>
        <translation>Auf der zugehörigen Seite zeigen, worum es in dem Eintrag geht</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write everything that the filter shows into a file</source>
        <translation>Alles, was der Filter zeigt, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Actor as Stored</source>
        <translation>Akteur, wie gespeichert</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Details as Stored</source>
        <translation>Einzelheiten, wie gespeichert</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries selected</source>
        <translation>
            <numerusform>%n Eintrag ausgewählt</numerusform>
            <numerusform>%n Einträge ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the Audit Trail</source>
        <translation>Prüfprotokoll exportieren</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, für Tabellenkalkulationen (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines, for programs (*.jsonl)</source>
        <translation>JSON-Zeilen, für Programme (*.jsonl)</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) exported to %1.</source>
        <translation>
            <numerusform>%n Ereignis nach %1 exportiert.</numerusform>
            <numerusform>%n Ereignisse nach %1 exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfprotokoll</translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuditWords</name>
    <message>
        <source>Revocation</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>Token revoked</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Token reuse detected</source>
        <translation>Wiederverwendung eines Tokens erkannt</translation>
    </message>
    <message>
        <source>Grant revoked</source>
        <translation>Grant widerrufen</translation>
    </message>
    <message>
        <source>Grant replayed</source>
        <translation>Grant doppelt eingelöst</translation>
    </message>
    <message>
        <source>Authorization revoked</source>
        <translation>Autorisierung widerrufen</translation>
    </message>
    <message>
        <source>Application created</source>
        <translation>Anwendung angelegt</translation>
    </message>
    <message>
        <source>Application changed</source>
        <translation>Anwendung geändert</translation>
    </message>
    <message>
        <source>Application deleted</source>
        <translation>Anwendung gelöscht</translation>
    </message>
    <message>
        <source>Application secret rotated</source>
        <translation>Secret der Anwendung erneuert</translation>
    </message>
    <message>
        <source>User created</source>
        <translation>Benutzer angelegt</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>Benutzer geändert</translation>
    </message>
    <message>
        <source>User deleted</source>
        <translation>Benutzer gelöscht</translation>
    </message>
    <message>
        <source>User password set</source>
        <translation>Passwort des Benutzers gesetzt</translation>
    </message>
    <message>
        <source>Domain policy changed</source>
        <translation>Richtlinie der Domäne geändert</translation>
    </message>
    <message>
        <source>Domain created</source>
        <translation>Domäne angelegt</translation>
    </message>
    <message>
        <source>Domain issuer changed</source>
        <translation>Issuer der Domäne geändert</translation>
    </message>
    <message>
        <source>Domain switched on</source>
        <translation>Domäne eingeschaltet</translation>
    </message>
    <message>
        <source>Domain switched off</source>
        <translation>Domäne abgeschaltet</translation>
    </message>
    <message>
        <source>Domain tokens voided</source>
        <translation>Tokens der Domäne ungültig gemacht</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Already Inactive</source>
        <translation>Schon inaktiv</translation>
    </message>
    <message>
        <source>Unknown Token</source>
        <translation>Unbekanntes Token</translation>
    </message>
    <message>
        <source>Foreign Token Refused</source>
        <translation>Fremdes Token abgelehnt</translation>
    </message>
    <message>
        <source>Refused, Not Super Client</source>
        <translation>Abgelehnt, kein Super-Client</translation>
    </message>
    <message>
        <source>Refused, Not Admin</source>
        <translation>Abgelehnt, kein Administrator</translation>
    </message>
    <message>
        <source>Client Auth Failed</source>
        <translation>Client nicht authentifiziert</translation>
    </message>
    <message>
        <source>Caller Token Invalid</source>
        <translation>Token des Aufrufers ungültig</translation>
    </message>
    <message>
        <source>Invalid Request</source>
        <translation>Ungültige Anfrage</translation>
    </message>
    <message>
        <source>Unsupported Token Type</source>
        <translation>Tokenart nicht unterstützt</translation>
    </message>
    <message>
        <source>Rate Limited</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Previewed</source>
        <translation>Vorschau gezeigt</translation>
    </message>
    <message>
        <source>Plan Changed</source>
        <translation>Plan geändert</translation>
    </message>
    <message>
        <source>Store Unavailable</source>
        <translation>Datenbank nicht verfügbar</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Autorisierung</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Kind of Actor</source>
        <translation>Art des Akteurs</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client Authentication</source>
        <translation>Client-Authentifizierung</translation>
    </message>
    <message>
        <source>Source Address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Token Presented</source>
        <translation>Vorgelegtes Token</translation>
    </message>
    <message>
        <source>Kind of Token</source>
        <translation>Art des Tokens</translation>
    </message>
    <message>
        <source>Token Type Hint</source>
        <translation>Hinweis auf die Tokenart</translation>
    </message>
    <message>
        <source>Level Requested</source>
        <translation>Angefragte Stufe</translation>
    </message>
    <message>
        <source>Level Applied</source>
        <translation>Angewandte Stufe</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Target Numbers</source>
        <translation>Nummern der Ziele</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>HTTP Status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Recorded Apart From the Change</source>
        <translation>Getrennt von der Änderung aufgezeichnet</translation>
    </message>
    <message>
        <source>Token Pairs Ended</source>
        <translation>Beendete Token-Paare</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Access Tokens</source>
        <translation>Access-Tokens</translation>
    </message>
    <message>
        <source>Refresh Tokens</source>
        <translation>Refresh-Tokens</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Held back after wrong guesses</source>
        <translation>Nach falschen Versuchen gesperrt</translation>
    </message>
    <message>
        <source>Unblocked</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Database purged</source>
        <translation>Datenbank bereinigt</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familien</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Sicherung zurückgespielt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::AuthorizationListPage</name>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Your authorized applications</source>
        <translation>Ihre zugelassenen Anwendungen</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Created At</source>
        <translation>Erstellt am</translation>
    </message>
    <message>
        <source>Access Since</source>
        <translation>Zugriff seit</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <comment>asks first</comment>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>It is able to:</source>
        <translation>Sie kann:</translation>
    </message>
    <message>
        <source>It loses access at once and has to ask you again.</source>
        <translation>Sie verliert den Zugriff sofort und muss Sie erneut fragen.</translation>
    </message>
    <message>
        <source>No application has access to your account.</source>
        <translation>Keine Anwendung hat Zugriff auf Ihr Konto.</translation>
    </message>
    <message>
        <source>Revoke the access of “%1”</source>
        <translation>Den Zugriff von „%1“ widerrufen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Backup</name>
    <message>
        <source>%1 is damaged and cannot be copied: %2.</source>
        <translation>%1 ist beschädigt und kann nicht kopiert werden: %2.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::BackupBar</name>
    <message>
        <source>Back Up the Database</source>
        <translation>Datenbank sichern</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Datenbanken (*.db)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <comment>the backup</comment>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>Fortschritt der Sicherung</translation>
    </message>
    <message>
        <source>Backing up to %1</source>
        <translation>Sicherung nach %1</translation>
    </message>
    <message>
        <source>The backup was cancelled; nothing was written.</source>
        <translation>Die Sicherung wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Restore a Backup</source>
        <translation>Eine Sicherung zurückspielen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Replace everything in this database with %1?</source>
        <translation>Alles in dieser Datenbank durch %1 ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Zurückspielen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <comment>restoring</comment>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Progress of restoring</source>
        <translation>Fortschritt des Zurückspielens</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>%1 wird zurückgespielt</translation>
    </message>
    <message>
        <source>The database is backed up in %1. To get it back, choose Server &gt; Restore Backup…</source>
        <translation>Die Datenbank ist in %1 gesichert. Zurück holt sie Server &gt; Sicherung zurückspielen …</translation>
    </message>
    <message>
        <source>Restoring was cancelled; nothing was changed.</source>
        <translation>Das Zurückspielen wurde abgebrochen; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The content of now is gone for good.</source>
        <translation>Der jetzige Inhalt ist dann endgültig fort.</translation>
    </message>
    <message>
        <source>The content of now is kept in a file beside the database.</source>
        <translation>Der jetzige Inhalt bleibt in einer Datei neben der Datenbank erhalten.</translation>
    </message>
    <message>
        <source>What was added since the backup is no longer there, and what was revoked since is valid again. Until it is done the server answers 503 to what it would have to write down.</source>
        <translation>Was seit der Sicherung hinzugekommen ist, gibt es dann nicht mehr, und was seitdem widerrufen wurde, gilt wieder. Bis es getan ist, antwortet der Server auf alles, was er festhalten müsste, mit 503.</translation>
    </message>
    <message>
        <source>The database holds what %1 held.</source>
        <translation>Die Datenbank enthält, was %1 enthielt.</translation>
    </message>
    <message>
        <source>What it held before is kept in %1.</source>
        <translation>Was vorher in ihr war, steht in %1.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::CellText</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Rotated Out</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Family Ended</source>
        <translation>Familie beendet</translation>
    </message>
    <message>
        <source>Consent Withdrawn</source>
        <translation>Einwilligung entzogen</translation>
    </message>
    <message>
        <source>Application Disabled</source>
        <translation>Anwendung deaktiviert</translation>
    </message>
    <message>
        <source>User Disabled</source>
        <translation>Benutzer deaktiviert</translation>
    </message>
    <message>
        <source>Too Old</source>
        <translation>Zu alt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A date and a time of day with seconds</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ClientRules</name>
    <message>
        <source>The configuration file names an application with the client_id &quot;%1&quot;; there is none.</source>
        <translation>Die Konfigurationsdatei nennt eine Anwendung mit der client_id „%1“; es gibt keine solche.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::CodePage</name>
    <message>
        <source>Authorization code:</source>
        <translation>Autorisierungscode:</translation>
    </message>
    <message>
        <source>Copy the code into the application that asked for it. It works once, and not for long.</source>
        <translation>Kopieren Sie den Code in die Anwendung, die danach gefragt hat. Er gilt einmal und nicht lange.</translation>
    </message>
    <message>
        <source>Authorization code</source>
        <translation>Autorisierungscode</translation>
    </message>
</context>
<context>
    <name>Gatehouse::CommandLine</name>
    <message>
        <source>%1 See &quot;gatehouse --help&quot;.</source>
        <translation>%1 Siehe „gatehouse --help“.</translation>
    </message>
    <message>
        <source>--verbose goes with &quot;serve&quot;; the window has a page for the server&apos;s output.</source>
        <translation>--verbose gehört zu „serve“; das Fenster hat eine Seite für die Ausgabe des Servers.</translation>
    </message>
    <message>
        <source>A desktop console with a real OAuth 2 authorization server inside.</source>
        <translation>Eine Desktop-Konsole mit einem echten OAuth-2-Autorisierungsserver darin.</translation>
    </message>
    <message>
        <source>Run the server alone; needs no display.</source>
        <translation>Nur den Server ausführen; braucht keinen Bildschirm.</translation>
    </message>
    <message>
        <source>The database: a path, sqlite:PATH, or :memory:.</source>
        <translation>Die Datenbank: ein Pfad, sqlite:PATH oder :memory:.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>The address to listen on (127.0.0.1).</source>
        <translation>Die Adresse, auf der gelauscht wird (127.0.0.1).</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>ADRESSE</translation>
    </message>
    <message>
        <source>The port to listen on (6749; 0 is any free one).</source>
        <translation>Der Port, auf dem gelauscht wird (6749; 0 ist ein beliebiger freier).</translation>
    </message>
    <message>
        <source>PORT</source>
        <translation>PORT</translation>
    </message>
    <message>
        <source>The issuer&apos;s URL, when clients reach the server by another one.</source>
        <translation>Die URL des Issuers, wenn Clients den Server unter einer anderen erreichen.</translation>
    </message>
    <message>
        <source>A configuration file (JSON); its policy is applied again whenever it changes.</source>
        <translation>Eine Konfigurationsdatei (JSON); ihre Richtlinie wird bei jeder Änderung neu angewandt.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Set the policy to a preset: standard, strict, doorkeeper or wiki.</source>
        <translation>Die Richtlinie auf ein Profil setzen: standard, strict, doorkeeper oder wiki.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>With serve: print what each request does to standard error.</source>
        <translation>Mit serve: auf der Standardfehlerausgabe zeigen, was jede Anfrage tut.</translation>
    </message>
    <message>
        <source>Start with the sample users and applications, in a database of their own.</source>
        <translation>Mit den Beispielbenutzern und -anwendungen beginnen, in einer eigenen Datenbank.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command; there is only &quot;serve&quot;. See &quot;gatehouse --help&quot;.</source>
        <translation>„%1“ ist kein Befehl; es gibt nur „serve“. Siehe „gatehouse --help“.</translation>
    </message>
    <message>
        <source>&quot;serve&quot; takes no argument such as &quot;%1&quot;. See &quot;gatehouse --help&quot;.</source>
        <translation>„serve“ nimmt kein Argument wie „%1“. Siehe „gatehouse --help“.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value. See &quot;gatehouse --help&quot;.</source>
        <translation>Die Option --%1 braucht einen Wert. Siehe „gatehouse --help“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port: give a number from 0 to 65535.</source>
        <translation>„%1“ ist kein Port: Geben Sie eine Zahl von 0 bis 65535 an.</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key go together.</source>
        <translation>--tls-cert und --tls-key gehören zusammen.</translation>
    </message>
    <message>
        <source>Serve HTTPS, with a certificate for localhost that Gatehouse makes itself.</source>
        <translation>HTTPS sprechen, mit einem Zertifikat für localhost, das Gatehouse selbst herstellt.</translation>
    </message>
    <message>
        <source>Serve HTTPS with the certificate in this PEM file.</source>
        <translation>HTTPS sprechen, mit dem Zertifikat in dieser PEM-Datei.</translation>
    </message>
    <message>
        <source>The PEM file with the certificate&apos;s key.</source>
        <translation>Die PEM-Datei mit dem Schlüssel des Zertifikats.</translation>
    </message>
    <message>
        <source>The file with the passphrase of the keys, for its owner only (0600).</source>
        <translation>Die Datei mit der Passphrase der Schlüssel, nur für ihren Besitzer lesbar (0600).</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ConfigDocument</name>
    <message>
        <source>There is no configuration file %1; check its path.</source>
        <translation>Es gibt keine Konfigurationsdatei %1; prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>The configuration file %1 cannot be read (%2); check who may read it.</source>
        <translation>Die Konfigurationsdatei %1 kann nicht gelesen werden (%2); prüfen Sie, wer sie lesen darf.</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>the document is not a JSON object</source>
        <translation>das Dokument ist kein JSON-Objekt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Configuration</name>
    <message>
        <source>&quot;%1&quot; is no address to listen on: give an IP address such as 127.0.0.1.</source>
        <translation>Auf „%1“ kann nicht gelauscht werden: Geben Sie eine IP-Adresse wie 127.0.0.1 an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no issuer: give an http or https URL without query and fragment.</source>
        <translation>„%1“ ist kein Issuer: Geben Sie eine http- oder https-URL ohne Query und Fragment an.</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;; there are %2.</source>
        <translation>Es gibt kein Profil „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>tls_certificate and tls_key go together.</source>
        <translation>tls_certificate und tls_key gehören zusammen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ConfirmDialog</name>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Connection</name>
    <message>
        <source>The database %1 cannot be opened. %2</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden. %2</translation>
    </message>
    <message>
        <source>Qt&apos;s database driver %1 is missing; install it.</source>
        <translation>Der Datenbanktreiber %1 von Qt fehlt; installieren Sie ihn.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ConsentPage</name>
    <message>
        <source>Authorization required</source>
        <translation>Einwilligung erforderlich</translation>
    </message>
    <message>
        <source>“%1” asks for access to your account</source>
        <translation>„%1“ bittet um Zugriff auf Ihr Konto</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Anderes Konto verwenden</translation>
    </message>
    <message>
        <source>It will be able to</source>
        <translation>Die Anwendung könnte dann</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>You will be sent back to</source>
        <translation>Sie werden zurückgeschickt zu</translation>
    </message>
    <message>
        <source>You will be shown a code to copy into the application.</source>
        <translation>Ihnen wird ein Code gezeigt, den Sie in die Anwendung kopieren.</translation>
    </message>
    <message>
        <source>Any program can use this application&apos;s name. Go on only if you have just started it.</source>
        <translation>Jedes Programm kann den Namen dieser Anwendung verwenden. Fahren Sie nur fort, wenn Sie sie gerade selbst gestartet haben.</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ConsentsModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Resource</source>
        <extracomment>the server that holds what the consent is about</extracomment>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Live Tokens</source>
        <translation>Gültige Tokens</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Erteilt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Besteht</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Dieser Server</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ConsentsPage</name>
    <message>
        <source>No consents yet</source>
        <translation>Noch keine Einwilligungen</translation>
    </message>
    <message>
        <source>A consent is what a user allows an application when it asks for the first time. While it stands, the user need not be asked again for the same scopes.</source>
        <translation>Eine Einwilligung ist, was ein Benutzer einer Anwendung erlaubt, wenn sie zum ersten Mal fragt. Solange sie besteht, muss er nach denselben Scopes nicht noch einmal gefragt werden.</translation>
    </message>
    <message>
        <source>Show &amp;Tokens</source>
        <translation>&amp;Tokens zeigen</translation>
    </message>
    <message>
        <source>Show the tokens that were issued under this consent</source>
        <translation>Die Tokens zeigen, die mit dieser Einwilligung ausgestellt wurden</translation>
    </message>
    <message>
        <source>Show &amp;User</source>
        <translation>Ben&amp;utzer zeigen</translation>
    </message>
    <message>
        <source>Show who gave this consent</source>
        <translation>Zeigen, wer diese Einwilligung erteilt hat</translation>
    </message>
    <message>
        <source>Show &amp;Application</source>
        <translation>An&amp;wendung zeigen</translation>
    </message>
    <message>
        <source>Show which application this consent is for</source>
        <translation>Zeigen, für welche Anwendung diese Einwilligung gilt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Allowed Scopes</source>
        <translation>Erlaubte Scopes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Live Tokens</source>
        <translation>Gültige Tokens</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Erteilt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Consent %1</source>
        <translation>Einwilligung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) selected</source>
        <translation>
            <numerusform>%n Einwilligung ausgewählt</numerusform>
            <numerusform>%n Einwilligungen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ConsoleApplication</name>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
</context>
<context>
    <name>Gatehouse::CountTile</name>
    <message>
        <source>%1: %2</source>
        <comment>name and number</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::CountTiles</name>
    <message>
        <source>Active Tokens</source>
        <translation>Aktive Tokens</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Grants</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::DatabaseFile</name>
    <message>
        <source>The database %1 cannot be created (%2). Make its folder writable or choose another place.</source>
        <translation>Die Datenbank %1 kann nicht angelegt werden (%2). Machen Sie ihren Ordner beschreibbar oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Create it or choose another place for the database.</source>
        <translation>Den Ordner %1 gibt es nicht. Legen Sie ihn an oder wählen Sie einen anderen Ort für die Datenbank.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created. Choose another place for the database.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Wählen Sie einen anderen Ort für die Datenbank.</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose another place for the database.</source>
        <translation>%1 ist keine Datei. Wählen Sie einen anderen Ort für die Datenbank.</translation>
    </message>
    <message>
        <source>%1 is a database of another program. Choose another file; this one was left as it is.</source>
        <translation>%1 ist die Datenbank eines anderen Programms. Wählen Sie eine andere Datei; diese blieb, wie sie war.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Gatehouse: its schema is %2, this program knows %3. Install the newer version; the file was left as it is.</source>
        <translation>%1 stammt von einem neueren Gatehouse: Das Schema ist %2, dieses Programm kennt %3. Installieren Sie die neuere Version; die Datei blieb, wie sie war.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written. Change its permissions or choose another file.</source>
        <translation>In die Datenbank %1 kann nicht geschrieben werden. Ändern Sie ihre Zugriffsrechte oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written, and the database in it needs that. Change its permissions or choose another file.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden, und die Datenbank darin braucht das. Ändern Sie seine Zugriffsrechte oder wählen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::DatabaseUrl</name>
    <message>
        <source>PostgreSQL is not supported yet. Give the path of a file, for instance --database gatehouse.db.</source>
        <translation>PostgreSQL wird noch nicht unterstützt. Geben Sie den Pfad einer Datei an, zum Beispiel --database gatehouse.db.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no database. Give the path of a file, sqlite:PATH, or :memory:.</source>
        <translation>„%1“ benennt keine Datenbank. Geben Sie den Pfad einer Datei, sqlite:PATH oder :memory: an.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::DetailPane</name>
    <message>
        <source>Views of the selection</source>
        <translation>Ansichten der Auswahl</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>Gatehouse::DomainDialog</name>
    <message>
        <source>Issuer of “%1”</source>
        <translation>Issuer von „%1“</translation>
    </message>
    <message>
        <source>New Domain</source>
        <translation>Neue Domäne</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Create &amp;Domain</source>
        <translation>&amp;Domäne anlegen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>The name stands in the domain&apos;s addresses and stays.</source>
        <translation>Der Name steht in den Adressen der Domäne und bleibt.</translation>
    </message>
    <message>
        <source>&amp;Issuer:</source>
        <translation>&amp;Issuer:</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>The issuer must be an http or https address without query and fragment.</source>
        <translation>Der Issuer muss eine http- oder https-Adresse ohne Query und Fragment sein.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::DomainStore</name>
    <message>
        <source>The policy in the database is not understood. %1</source>
        <translation>Die Richtlinie in der Datenbank ist nicht verständlich. %1</translation>
    </message>
    <message>
        <source>The database has no default domain.</source>
        <translation>Die Datenbank hat keine Standarddomäne.</translation>
    </message>
    <message>
        <source>There is a domain &quot;%1&quot; already.</source>
        <translation>Es gibt schon eine Domäne „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot name a domain. Begin with a letter, go on with letters, digits, hyphens and underscores, and avoid the names of the server&apos;s own paths.</source>
        <translation>„%1“ kann keine Domäne benennen. Beginnen Sie mit einem Buchstaben, fahren Sie mit Buchstaben, Ziffern, Bindestrichen und Unterstrichen fort und meiden Sie die Namen der Pfade des Servers.</translation>
    </message>
    <message>
        <source>The default domain cannot be switched off.</source>
        <translation>Die Standard-Domäne lässt sich nicht abschalten.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::DomainSwitcher</name>
    <message>
        <source>Identity domain</source>
        <translation>Identitätsdomäne</translation>
    </message>
    <message>
        <source>The identity domain that the window shows</source>
        <translation>Die Identitätsdomäne, die das Fenster zeigt</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <extracomment>%1 is a domain that is switched off</extracomment>
        <translation>%1 (aus)</translation>
    </message>
</context>
<context>
    <name>Gatehouse::DomainsDialog</name>
    <message>
        <source>&amp;New Domain…</source>
        <translation>&amp;Neue Domäne …</translation>
    </message>
    <message>
        <source>&amp;Issuer…</source>
        <translation>&amp;Issuer …</translation>
    </message>
    <message>
        <source>Switch &amp;Off</source>
        <translation>A&amp;bschalten</translation>
    </message>
    <message>
        <source>&amp;Void Tokens…</source>
        <translation>Tokens &amp;ungültig machen …</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tokens Void Before</source>
        <translation>Tokens ungültig vor</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Switch &amp;On</source>
        <translation>Ein&amp;schalten</translation>
    </message>
    <message>
        <source>Switch “%1” off?</source>
        <translation>„%1“ abschalten?</translation>
    </message>
    <message>
        <source>Its addresses answer “not found” until it is switched on again. Nothing is deleted.</source>
        <translation>Ihre Adressen antworten mit „nicht gefunden“, bis sie wieder eingeschaltet wird. Es wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Void all tokens of “%1”?</source>
        <translation>Alle Tokens von „%1“ ungültig machen?</translation>
    </message>
    <message>
        <source>Every token and code that the domain issued until now is void. People who use its applications must sign in again. This cannot be undone.</source>
        <translation>Jedes Token und jeder Code, den die Domäne bis jetzt ausgestellt hat, wird ungültig. Wer ihre Anwendungen benutzt, muss sich neu anmelden. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Void Tokens</source>
        <translation>Tokens &amp;ungültig machen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::EncryptionFields</name>
    <message>
        <source>None (HTTP)</source>
        <translation>Keine (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS with a certificate for localhost that Gatehouse makes</source>
        <translation>HTTPS mit einem Zertifikat für localhost, das Gatehouse herstellt</translation>
    </message>
    <message>
        <source>HTTPS with your own certificate</source>
        <translation>HTTPS mit eigenem Zertifikat</translation>
    </message>
    <message>
        <source>File that clients are to trust</source>
        <translation>Datei, der Clients vertrauen müssen</translation>
    </message>
    <message>
        <source>Clients on this computer are to trust this file. It is made when the server starts, stands for localhost only, and its own key is thrown away.</source>
        <translation>Dieser Datei müssen die Clients auf diesem Rechner vertrauen. Sie entsteht beim Start des Servers und gilt nur für localhost; ihr eigener Schlüssel wird vernichtet.</translation>
    </message>
    <message>
        <source>&amp;Certificate:</source>
        <translation>&amp;Zertifikat:</translation>
    </message>
    <message>
        <source>Choose the Certificate&apos;s File</source>
        <translation>Datei des Zertifikats wählen</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>S&amp;chlüssel:</translation>
    </message>
    <message>
        <source>Choose the Key&apos;s File</source>
        <translation>Datei des Schlüssels wählen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.key);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt *.key);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ErrorPage</name>
    <message>
        <source>An error has occurred</source>
        <translation>Ein Fehler ist aufgetreten</translation>
    </message>
    <message>
        <source>For the developer:</source>
        <translation>Für die Entwicklung:</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Es wurde nichts geändert</translation>
    </message>
    <message>
        <source>This form is too old, or it was sent from another site.</source>
        <translation>Dieses Formular ist zu alt, oder es wurde von einer anderen Seite abgeschickt.</translation>
    </message>
    <message>
        <source>Go back, load the page again, and repeat what you did.</source>
        <translation>Gehen Sie zurück, laden Sie die Seite neu und wiederholen Sie, was Sie getan haben.</translation>
    </message>
    <message>
        <source>The request cannot be understood: something is missing, comes twice, or is malformed.</source>
        <translation>Die Anfrage ist nicht verständlich: Etwas fehlt, kommt doppelt vor oder ist fehlerhaft.</translation>
    </message>
    <message>
        <source>This page is for administrators</source>
        <translation>Diese Seite ist für die Administration</translation>
    </message>
    <message>
        <source>The account you are signed in with may not manage applications.</source>
        <translation>Das Konto, mit dem Sie angemeldet sind, darf keine Anwendungen verwalten.</translation>
    </message>
    <message>
        <source>Sign in with another account, or ask whoever runs this server to make yours an administrator.</source>
        <translation>Melden Sie sich mit einem anderen Konto an, oder bitten Sie die Betreiber dieses Servers, Ihres zum Administrator zu machen.</translation>
    </message>
    <message>
        <source>There is no such page</source>
        <translation>Diese Seite gibt es nicht</translation>
    </message>
    <message>
        <source>This server has nothing at this address.</source>
        <translation>Unter dieser Adresse hat dieser Server nichts.</translation>
    </message>
    <message>
        <source>Check the address, or start again in the application that sent you here.</source>
        <translation>Prüfen Sie die Adresse, oder beginnen Sie noch einmal in der Anwendung, die Sie hierher geschickt hat.</translation>
    </message>
    <message>
        <source>The application was not given access. You can close this page.</source>
        <translation>Die Anwendung hat keinen Zugriff erhalten. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was shared. Go back to the application and tell its developer what this page says: its request to this server has to be changed.</source>
        <translation>Es wurde nichts weitergegeben. Gehen Sie zurück zur Anwendung und teilen Sie ihren Entwicklern mit, was auf dieser Seite steht: Ihre Anfrage an diesen Server muss geändert werden.</translation>
    </message>
    <message>
        <source>The request lacks a parameter, repeats one, or is malformed in another way.</source>
        <translation>In der Anfrage fehlt ein Parameter, einer kommt doppelt vor, oder sie ist auf andere Weise fehlerhaft.</translation>
    </message>
    <message>
        <source>The request is missing a required parameter, includes an unsupported parameter value, or is otherwise malformed.</source>
        <translation>In der Anfrage fehlt ein erforderlicher Parameter, ein Wert wird nicht unterstützt, oder sie ist auf andere Weise fehlerhaft.</translation>
    </message>
    <message>
        <source>The client is unknown, or its credentials are missing or wrong.</source>
        <translation>Der Client ist unbekannt, oder seine Zugangsdaten fehlen oder sind falsch.</translation>
    </message>
    <message>
        <source>Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.</source>
        <translation>Der Client konnte nicht authentifiziert werden: Er ist unbekannt, hat sich nicht authentifiziert oder ein nicht unterstütztes Verfahren verwendet.</translation>
    </message>
    <message>
        <source>The code, refresh token or password is wrong, expired, revoked or used up, or belongs to another client or redirect URI.</source>
        <translation>Der Code, das Refresh-Token oder das Passwort ist falsch, abgelaufen, widerrufen oder verbraucht oder gehört zu einem anderen Client oder einer anderen Redirect-URI.</translation>
    </message>
    <message>
        <source>The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.</source>
        <translation>Der vorgelegte Grant ist ungültig, abgelaufen oder widerrufen, passt nicht zur Redirect-URI der Autorisierungsanfrage oder wurde für einen anderen Client ausgestellt.</translation>
    </message>
    <message>
        <source>The client may not do this.</source>
        <translation>Der Client darf das nicht.</translation>
    </message>
    <message>
        <source>The client is not authorized to perform this request using this method.</source>
        <translation>Der Client ist nicht berechtigt, diese Anfrage auf diese Weise zu stellen.</translation>
    </message>
    <message>
        <source>This server does not offer that grant type.</source>
        <translation>Dieser Server bietet diesen Grant-Typ nicht an.</translation>
    </message>
    <message>
        <source>The authorization grant type is not supported by the authorization server.</source>
        <translation>Der Autorisierungsserver unterstützt diesen Grant-Typ nicht.</translation>
    </message>
    <message>
        <source>A requested scope is unknown, malformed, or more than may be granted.</source>
        <translation>Ein angefragter Scope ist unbekannt, fehlerhaft oder mehr, als gewährt werden darf.</translation>
    </message>
    <message>
        <source>The requested scope is invalid, unknown, or malformed.</source>
        <translation>Der angefragte Scope ist ungültig, unbekannt oder fehlerhaft.</translation>
    </message>
    <message>
        <source>The access token is unknown, expired or revoked.</source>
        <translation>Das Access-Token ist unbekannt, abgelaufen oder widerrufen.</translation>
    </message>
    <message>
        <source>The access token is invalid</source>
        <translation>Das Access-Token ist ungültig</translation>
    </message>
    <message>
        <source>The resource owner or the server denied the request.</source>
        <translation>Die Anfrage wurde von der Person oder vom Server abgelehnt.</translation>
    </message>
    <message>
        <source>The resource owner or authorization server denied the request.</source>
        <translation>Die Anfrage wurde von der Person oder vom Autorisierungsserver abgelehnt.</translation>
    </message>
    <message>
        <source>This server does not offer that response type.</source>
        <translation>Dieser Server bietet diesen Response-Typ nicht an.</translation>
    </message>
    <message>
        <source>The authorization server does not support this response type.</source>
        <translation>Der Autorisierungsserver unterstützt diesen Response-Typ nicht.</translation>
    </message>
    <message>
        <source>The server cannot answer just now. Try again shortly.</source>
        <translation>Der Server kann gerade nicht antworten. Versuchen Sie es in Kürze noch einmal.</translation>
    </message>
    <message>
        <source>The authorization server is currently unable to handle the request due to a temporary overloading or maintenance of the server.</source>
        <translation>Der Autorisierungsserver kann die Anfrage wegen vorübergehender Überlastung oder Wartung gerade nicht bearbeiten.</translation>
    </message>
    <message>
        <source>The server met an unexpected condition.</source>
        <translation>Auf dem Server ist etwas Unerwartetes geschehen.</translation>
    </message>
    <message>
        <source>The authorization server encountered an unexpected condition which prevented it from fulfilling the request.</source>
        <translation>Auf dem Autorisierungsserver ist etwas Unerwartetes geschehen, das die Bearbeitung der Anfrage verhindert hat.</translation>
    </message>
    <message>
        <source>The code_challenge is malformed.</source>
        <translation>Die code_challenge ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Missing required parameter: %1.</source>
        <translation>Erforderlicher Parameter fehlt: %1.</translation>
    </message>
    <message>
        <source>The redirect_uri is not registered for this application.</source>
        <translation>Die redirect_uri ist für diese Anwendung nicht registriert.</translation>
    </message>
    <message>
        <source>A token needs a redirect_uri it can be sent to.</source>
        <translation>Ein Token braucht eine redirect_uri, zu der es geschickt werden kann.</translation>
    </message>
    <message>
        <source>The code challenge method must be plain or S256.</source>
        <translation>Die Methode der Code-Challenge muss plain oder S256 sein.</translation>
    </message>
    <message>
        <source>The code_challenge_method must be %1.</source>
        <translation>Die code_challenge_method muss %1 sein.</translation>
    </message>
    <message>
        <source>The request&apos;s parameters cannot be read.</source>
        <translation>Die Parameter der Anfrage sind nicht lesbar.</translation>
    </message>
    <message>
        <source>A parameter is repeated.</source>
        <translation>Ein Parameter kommt doppelt vor.</translation>
    </message>
    <message>
        <source>Send credentials, codes and tokens in the body, not in the address.</source>
        <translation>Schicken Sie Zugangsdaten, Codes und Tokens im Rumpf, nicht in der Adresse.</translation>
    </message>
    <message>
        <source>The authorization server does not support this response mode.</source>
        <translation>Der Autorisierungsserver unterstützt diesen Response-Modus nicht.</translation>
    </message>
    <message>
        <source>The requested redirect uri is malformed or doesn&apos;t match client redirect URI.</source>
        <translation>Die angefragte Redirect-URI ist fehlerhaft oder passt nicht zu der des Clients.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::FileGuard</name>
    <message>
        <source>%1 holds no key; put a copy of it back.</source>
        <translation>%1 enthält keinen Schlüssel; stellen Sie eine Kopie wieder her.</translation>
    </message>
    <message>
        <source>The file with the keys&apos; key, %1, is gone; put a copy of it back.</source>
        <translation>Die Datei mit dem Schlüssel der Schlüssel, %1, ist fort; stellen Sie eine Kopie wieder her.</translation>
    </message>
    <message>
        <source>%1 holds the key of another vault; put a copy of the right one back.</source>
        <translation>%1 enthält den Schlüssel eines anderen Tresors; stellen Sie eine Kopie des richtigen wieder her.</translation>
    </message>
    <message>
        <source>There is a file %1 of another vault already; move it away.</source>
        <translation>Es gibt schon eine Datei %1 eines anderen Tresors; legen Sie sie anderswo ab.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::FilterEdit</name>
    <message>
        <source>%1 of %2</source>
        <comment>rows shown of all rows</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>Gatehouse::FilterExpression</name>
    <message>
        <source>The filter is too long: at most %1 characters.</source>
        <translation>Der Filter ist zu lang: höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>There is no field “%1” (character %2). Fields here: %3. To look for these characters, put them in quotes.</source>
        <translation>Es gibt kein Feld „%1“ (Zeichen %2). Felder hier: %3. Um nach diesen Zeichen zu suchen, setzen Sie sie in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Something to look for is missing at character %1.</source>
        <translation>An Zeichen %1 fehlt, wonach gesucht werden soll.</translation>
    </message>
    <message>
        <source>The filter has too many parts: at most %1.</source>
        <translation>Der Filter hat zu viele Teile: höchstens %1.</translation>
    </message>
    <message>
        <source>The quotation mark at character %1 is not closed.</source>
        <translation>Das Anführungszeichen an Zeichen %1 ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with &lt; or &gt; (character %2). Write %1:value.</source>
        <translation>„%1“ lässt sich nicht mit &lt; oder &gt; vergleichen (Zeichen %2). Schreiben Sie %1:Wert.</translation>
    </message>
    <message>
        <source>“%1” is not known to “%2” (character %3). Choose from: %4.</source>
        <translation>„%1“ ist für „%2“ nicht bekannt (Zeichen %3). Wählen Sie aus: %4.</translation>
    </message>
    <message>
        <source>“%1” needs a whole number, not “%2” (character %3).</source>
        <translation>„%1“ braucht eine ganze Zahl, nicht „%2“ (Zeichen %3).</translation>
    </message>
    <message>
        <source>“%1” is not a time (character %2). Write a length such as 10m, 2h, 3d, or a date such as 2024-05-01.</source>
        <translation>„%1“ ist keine Zeit (Zeichen %2). Schreiben Sie eine Dauer wie 10m, 2h, 3d oder ein Datum wie 2024-05-01.</translation>
    </message>
    <message>
        <source>Say whether “%1” is more or less (character %2): %1&lt;%3 or %1&gt;%3.</source>
        <translation>Sagen Sie, ob „%1“ größer oder kleiner ist (Zeichen %2): %1&lt;%3 oder %1&gt;%3.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::FirstTokenCard</name>
    <message>
        <source>A confidential application can ask for a token in its own name. There is none yet.</source>
        <translation>Eine vertrauliche Anwendung kann in eigenem Namen ein Token anfordern. Es gibt noch keine.</translation>
    </message>
    <message>
        <source>curl asks for the client secret. Gatehouse keeps only a digest of it; Rotate Secret on the Applications page makes a new one.</source>
        <translation>curl fragt nach dem Client-Secret. Gatehouse bewahrt nur einen Hash davon auf; „Secret erneuern“ auf der Seite „Anwendungen“ erzeugt ein neues.</translation>
    </message>
    <message>
        <source>Paste it into a terminal. The token stands on the Tokens page within a second.</source>
        <translation>Fügen Sie den Befehl in ein Terminal ein. Das Token steht binnen einer Sekunde auf der Seite „Tokens“.</translation>
    </message>
    <message>
        <source>Get Your First Token</source>
        <translation>Ihr erstes Token</translation>
    </message>
    <message>
        <source>For the &amp;application:</source>
        <translation>&amp;Für die Anwendung:</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>Gatehouse::GrantsModel</name>
    <message>
        <source>Grant ID</source>
        <translation>Grant-ID</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Redirect URI</source>
        <translation>Redirect-URI</translation>
    </message>
    <message>
        <source>PKCE</source>
        <extracomment>Proof Key for Code Exchange, RFC 7636: the name of a method stands below</extracomment>
        <translation>PKCE</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Doppelt eingelöst</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Eingelöst</translation>
    </message>
</context>
<context>
    <name>Gatehouse::GrantsPage</name>
    <message>
        <source>No grants yet</source>
        <translation>Noch keine Grants</translation>
    </message>
    <message>
        <source>A grant is the authorization code that a user&apos;s consent gives an application. It is exchanged for tokens once, within a minute or so.</source>
        <translation>Ein Grant ist der Autorisierungscode, den die Einwilligung eines Benutzers einer Anwendung gibt. Er wird einmal gegen Tokens getauscht, binnen etwa einer Minute.</translation>
    </message>
    <message>
        <source>Grant %1</source>
        <translation>Grant %1</translation>
    </message>
    <message numerus="yes">
        <source>%n grants are selected: too many to act on at once.</source>
        <translation>
            <numerusform>%n Grant ist ausgewählt: zu viele auf einmal.</numerusform>
            <numerusform>%n Grants sind ausgewählt: zu viele auf einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) selected</source>
        <translation>
            <numerusform>%n Grant ausgewählt</numerusform>
            <numerusform>%n Grants ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Grants</translation>
    </message>
</context>
<context>
    <name>Gatehouse::HomePage</name>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>This is an OAuth 2 authorization server. Applications send you here to sign in and to decide what they may do for you.</source>
        <translation>Dies ist ein OAuth-2-Autorisierungsserver. Anwendungen schicken Sie hierher, damit Sie sich anmelden und entscheiden, was sie für Sie tun dürfen.</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Server metadata</source>
        <translation>Metadaten des Servers</translation>
    </message>
    <message>
        <source>You are signed in as %1.</source>
        <translation>Sie sind als %1 angemeldet.</translation>
    </message>
    <message>
        <source>Applications with access to your account</source>
        <translation>Anwendungen mit Zugriff auf Ihr Konto</translation>
    </message>
    <message>
        <source>Applications of this server</source>
        <translation>Anwendungen dieses Servers</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Authorization server</source>
        <translation>Autorisierungsserver</translation>
    </message>
</context>
<context>
    <name>Gatehouse::HttpHost</name>
    <message>
        <source>Port %1 is in use.</source>
        <translation>Port %1 ist belegt.</translation>
    </message>
    <message>
        <source>Port %1 is reserved for the system. Choose a port above 1023.</source>
        <translation>Port %1 ist dem System vorbehalten. Wählen Sie einen Port über 1023.</translation>
    </message>
    <message>
        <source>This machine has no address %1. Choose another address.</source>
        <translation>Dieser Rechner hat keine Adresse %1. Wählen Sie eine andere Adresse.</translation>
    </message>
    <message>
        <source>Port %1 cannot be listened on: %2.</source>
        <translation>Auf Port %1 kann nicht gelauscht werden: %2.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::InlineMessage</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::IssuedGrantsPage</name>
    <message>
        <source>Lineage</source>
        <translation>Stammbaum</translation>
    </message>
</context>
<context>
    <name>Gatehouse::KeyNotice</name>
    <message>
        <source>Use Secret Service</source>
        <comment>guard the keys by it</comment>
        <translation>Passwortdienst verwenden</translation>
    </message>
    <message>
        <source>The keys stay closed, because their passphrase was not given.</source>
        <translation>Die Schlüssel bleiben verschlossen, weil ihre Passphrase nicht eingegeben wurde.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::KeyVault</name>
    <message>
        <source>This is no sealed key: it is too short.</source>
        <translation>Das ist kein versiegelter Schlüssel: Er ist zu kurz.</translation>
    </message>
    <message>
        <source>This key is sealed in a way that this version of Gatehouse does not know.</source>
        <translation>Dieser Schlüssel ist auf eine Weise versiegelt, die diese Version von Gatehouse nicht kennt.</translation>
    </message>
    <message>
        <source>This key was sealed by another vault.</source>
        <translation>Diesen Schlüssel hat ein anderer Tresor versiegelt.</translation>
    </message>
    <message>
        <source>This sealed key was altered, or sealed for something else.</source>
        <translation>Dieser versiegelte Schlüssel wurde verändert oder für etwas anderes versiegelt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::KeychainSecretStore</name>
    <message>
        <source>it did not answer in time</source>
        <translation>er hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>it has no such entry</source>
        <translation>er hat keinen solchen Eintrag</translation>
    </message>
    <message>
        <source>it was not allowed to answer</source>
        <translation>er durfte nicht antworten</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>er ist nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>Gatehouse::KeysetPage</name>
    <message>
        <source>The newest %1 rows are shown. A filter finds older ones.</source>
        <translation>Die neuesten %1 Zeilen sind gezeigt. Ein Filter findet ältere.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::LineageView</name>
    <message>
        <source>Lineage</source>
        <translation>Stammbaum</translation>
    </message>
    <message>
        <source>Select one token to see where it came from.</source>
        <translation>Wählen Sie ein Token aus, um zu sehen, woher es kam.</translation>
    </message>
    <message>
        <source>Select one code to see what came of it.</source>
        <translation>Wählen Sie einen Code aus, um zu sehen, was daraus wurde.</translation>
    </message>
    <message>
        <source>Show A&amp;udit Entry</source>
        <translation>&amp;Protokolleintrag zeigen</translation>
    </message>
    <message>
        <source>Show the entry of the audit trail that tells of this</source>
        <translation>Den Eintrag des Prüfprotokolls zeigen, der davon berichtet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::LineageWords</name>
    <message>
        <source>Login of %1</source>
        <extracomment>the user&apos;s e-mail address</extracomment>
        <translation>Anmeldung von %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <extracomment>the beginning of its digest</extracomment>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Refresh token %1, %2</source>
        <extracomment>which of the family, the beginning of its digest</extracomment>
        <translation>Refresh-Token %1, %2</translation>
    </message>
    <message>
        <source>Access token %1, %2</source>
        <translation>Access-Token %1, %2</translation>
    </message>
    <message>
        <source>%1 %2 %3 from %4</source>
        <extracomment>method, path, status, address</extracomment>
        <translation>%1 %2 %3 von %4</translation>
    </message>
    <message>
        <source>redeemed %1</source>
        <comment>a time</comment>
        <translation>eingelöst %1</translation>
    </message>
    <message>
        <source>refreshed %1</source>
        <comment>a time</comment>
        <translation>erneuert %1</translation>
    </message>
    <message>
        <source>Signed In</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed Out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Eingelöst</translation>
    </message>
    <message>
        <source>Revoked alone</source>
        <extracomment>one half of a pair, without the other</extracomment>
        <translation>Einzeln widerrufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Family ended: a refresh token came twice</source>
        <translation>Familie beendet: Ein Refresh-Token kam zweimal</translation>
    </message>
    <message>
        <source>Family ended: the code came twice</source>
        <translation>Familie beendet: Der Code kam zweimal</translation>
    </message>
    <message>
        <source>Family ended: revoked</source>
        <translation>Familie beendet: widerrufen</translation>
    </message>
    <message>
        <source>The code was presented again</source>
        <translation>Der Code wurde noch einmal vorgelegt</translation>
    </message>
    <message>
        <source>A used refresh token was presented again</source>
        <translation>Ein verwendetes Refresh-Token wurde noch einmal vorgelegt</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>the one who did it</extracomment>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>what somebody wrote</extracomment>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier pair(s) are not shown</source>
        <translation>
            <numerusform>%n früheres Paar ist nicht gezeigt</numerusform>
            <numerusform>%n frühere Paare sind nicht gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Listening</name>
    <message>
        <source>Port %1 is in use; end the program that listens there, or choose another port with --port.</source>
        <translation>Port %1 ist belegt; beenden Sie das Programm, das dort lauscht, oder wählen Sie mit --port einen anderen.</translation>
    </message>
    <message>
        <source>Port %1 is reserved for the system; choose one above 1023 with --port.</source>
        <translation>Port %1 ist dem System vorbehalten; wählen Sie mit --port einen über 1023.</translation>
    </message>
    <message>
        <source>This machine cannot listen on %1; choose another address with --address.</source>
        <translation>Dieser Rechner kann nicht auf %1 lauschen; wählen Sie mit --address eine andere Adresse.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::LiveTableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>Als CS&amp;V kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Fit Columns</source>
        <translation>Spalten an&amp;passen</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>rows that came above the ones shown</comment>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the newest; %n new</source>
        <translation>
            <numerusform>Neueste zeigen; %n neue</numerusform>
            <numerusform>Neueste zeigen; %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::LocalAuthority</name>
    <message>
        <source>The certificate for localhost cannot be made: OpenSSL refuses.</source>
        <translation>Das Zertifikat für localhost kann nicht hergestellt werden: OpenSSL weigert sich.</translation>
    </message>
    <message>
        <source>The key of the certificate for localhost, %1, cannot be opened: %2 Put a copy of it back, or remove it to have a new certificate made, which clients are to trust anew.</source>
        <extracomment>%1 is a file, %2 the reason, a sentence</extracomment>
        <translation>Der Schlüssel des Zertifikats für localhost, %1, kann nicht geöffnet werden: %2 Stellen Sie eine Kopie wieder her, oder entfernen Sie ihn; dann entsteht ein neues Zertifikat, dem die Clients neu vertrauen müssen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::LoginPage</name>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>You are signed in as %1.</source>
        <translation>Sie sind als %1 angemeldet.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>Die E-Mail-Adresse oder das Passwort ist falsch.</translation>
    </message>
    <message numerus="yes">
        <source>Too many failed attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Fehlversuche. Versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Zu viele Fehlversuche. Versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>to continue to %1</source>
        <translation>um mit %1 fortzufahren</translation>
    </message>
    <message>
        <source>with your account on this server</source>
        <translation>mit Ihrem Konto auf diesem Server</translation>
    </message>
    <message>
        <source>with another account</source>
        <translation>mit einem anderen Konto</translation>
    </message>
</context>
<context>
    <name>Gatehouse::MainWindow</name>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Gatehouse — %1 (%2)</source>
        <extracomment>address, state</extracomment>
        <translation>Gatehouse – %1 (%2)</translation>
    </message>
    <message>
        <source>The database is damaged: some of it cannot be read, and what is answered may be wrong.</source>
        <translation>Die Datenbank ist beschädigt: Ein Teil kann nicht gelesen werden, und Antworten können falsch sein.</translation>
    </message>
    <message>
        <source>&amp;Look for Damage…</source>
        <translation>&amp;Nach Schäden suchen …</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Migrations</name>
    <message>
        <source>%1 was written by a newer Gatehouse: its schema is %2, this program knows %3.</source>
        <translation>%1 stammt von einem neueren Gatehouse: Das Schema ist %2, dieses Programm kennt %3.</translation>
    </message>
    <message>
        <source>The database %1 cannot be brought up to date. %2</source>
        <translation>Die Datenbank %1 kann nicht auf den neuesten Stand gebracht werden. %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::NavigationList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>page and number</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Notices</name>
    <message>
        <source>Application created.</source>
        <translation>Anwendung angelegt.</translation>
    </message>
    <message>
        <source>Application updated.</source>
        <translation>Anwendung geändert.</translation>
    </message>
    <message>
        <source>Application deleted.</source>
        <translation>Anwendung gelöscht.</translation>
    </message>
    <message>
        <source>Application revoked.</source>
        <translation>Zugriff der Anwendung widerrufen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::OutputPage</name>
    <message>
        <source>Server output</source>
        <translation>Serverausgabe</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>What the server does for each request is printed here: its parameters without secrets, the SQL statements, the answer.</source>
        <translation>Hier steht, was der Server bei jeder Anfrage tut: ihre Parameter ohne Geheimnisse, die SQL-Anweisungen, die Antwort.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Wrap Lines</source>
        <translation>Zeilen &amp;umbrechen</translation>
    </message>
    <message>
        <source>Save Server Output</source>
        <translation>Serverausgabe speichern</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Server Output</source>
        <translation>Serverausgabe</translation>
    </message>
</context>
<context>
    <name>Gatehouse::OverviewPage</name>
    <message>
        <source>Recent Requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <source>Recent requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>What the server answers stands here, newest first.</source>
        <translation>Hier steht, was der Server antwortet, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Everything is kept in %1. Only digests of tokens, secrets and passwords are stored.</source>
        <translation>Alles wird in %1 aufbewahrt. Von Tokens, Secrets und Passwörtern sind nur Hashes gespeichert.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>Gatehouse::OwnerFile</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no file that could hold a key or a passphrase.</source>
        <translation>%1 ist keine Datei, die einen Schlüssel oder eine Passphrase enthalten könnte.</translation>
    </message>
    <message>
        <source>%1 belongs to another user, so it is not used; make it your own.</source>
        <translation>%1 gehört einem anderen Benutzer und wird deshalb nicht verwendet; machen Sie sie zu Ihrer eigenen.</translation>
    </message>
    <message>
        <source>%1 can be read or written by others, so it is not used; run chmod 600 on it.</source>
        <translation>%1 kann von anderen gelesen oder geschrieben werden und wird deshalb nicht verwendet; führen Sie chmod 600 darauf aus.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be removed; remove it yourself.</source>
        <translation>%1 kann nicht entfernt werden; entfernen Sie sie selbst.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PageCopy</name>
    <message>
        <source>Qt&apos;s database driver brings an SQLite of its own, so the database cannot be copied while it is in use. Stop the program and copy the file.</source>
        <translation>Der Datenbanktreiber von Qt bringt ein eigenes SQLite mit; deshalb lässt sich die Datenbank nicht kopieren, während sie benutzt wird. Beenden Sie das Programm und kopieren Sie die Datei.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PageRenderer</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Your access</source>
        <translation>Ihre Zugriffe</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PageWindow</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>About Gatehouse</source>
        <translation>Über Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse %1</source>
        <translation>Gatehouse %1</translation>
    </message>
    <message>
        <source>A desktop console with a real OAuth 2 authorization server inside. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Eine Desktop-Konsole mit einem echten OAuth-2-Autorisierungsserver darin. Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PassphraseDialog</name>
    <message>
        <source>Choose a Passphrase</source>
        <translation>Passphrase wählen</translation>
    </message>
    <message>
        <source>Open the Keys</source>
        <translation>Schlüssel öffnen</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Wählen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>It is to guard the keys of this server. Nobody can open them without it, so keep it where you will find it.</source>
        <translation>Sie soll die Schlüssel dieses Servers schützen. Ohne sie kann niemand sie öffnen; bewahren Sie sie also dort auf, wo Sie sie wiederfinden.</translation>
    </message>
    <message>
        <source>A passphrase guards the keys of this server, which cannot start without it.</source>
        <translation>Eine Passphrase schützt die Schlüssel dieses Servers; ohne sie kann er nicht starten.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Passphrase:</translation>
    </message>
    <message>
        <source>The same &amp;again:</source>
        <translation>Noch &amp;einmal:</translation>
    </message>
    <message>
        <source>The passphrase is missing.</source>
        <translation>Die Passphrase fehlt.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PassphraseGuard</name>
    <message>
        <source>The passphrase in %1 will not do: %2</source>
        <extracomment>%1 is a file, %2 a sentence such as &quot;That is not the passphrase of the keys.&quot;</extracomment>
        <translation>Die Passphrase in %1 ist nicht zu gebrauchen: %2</translation>
    </message>
    <message>
        <source>That is not the passphrase of the keys.</source>
        <translation>Das ist nicht die Passphrase der Schlüssel.</translation>
    </message>
    <message>
        <source>That passphrase is too short; take eight characters or more.</source>
        <translation>Diese Passphrase ist zu kurz; nehmen Sie acht Zeichen oder mehr.</translation>
    </message>
    <message>
        <source>%1 holds no passphrase.</source>
        <translation>%1 enthält keine Passphrase.</translation>
    </message>
    <message>
        <source>There is not enough memory to make a key of the passphrase.</source>
        <translation>Der Speicher reicht nicht, um aus der Passphrase einen Schlüssel zu machen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PasswordDialog</name>
    <message>
        <source>Set Password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>&amp;Set Password</source>
        <translation>&amp;Passwort setzen</translation>
    </message>
    <message>
        <source>User:</source>
        <translation>Benutzer:</translation>
    </message>
    <message>
        <source>New &amp;password:</source>
        <translation>&amp;Neues Passwort:</translation>
    </message>
    <message>
        <source>The same &amp;again:</source>
        <translation>Noch &amp;einmal:</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Das Passwort fehlt.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter sind verschieden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PeoplePage</name>
    <message>
        <source>Show &amp;Tokens</source>
        <translation>&amp;Tokens zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) selected</source>
        <translation>
            <numerusform>%n Benutzer ausgewählt</numerusform>
            <numerusform>%n Benutzer ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Policy</name>
    <message>
        <source>The policy has no switch &quot;%1&quot;.</source>
        <translation>Die Richtlinie hat keinen Schalter „%1“.</translation>
    </message>
    <message>
        <source>The value of the policy&apos;s switch &quot;%1&quot; is not allowed.</source>
        <translation>Der Wert des Schalters „%1“ der Richtlinie ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;. Choose one of: %2.</source>
        <translation>Es gibt kein Profil „%1“. Wählen Sie eines von: %2.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PolicyEditor</name>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Profil:</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PolicySwitch</name>
    <message>
        <source>Authorization endpoint</source>
        <translation>Autorisierungsendpunkt</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>How redirect addresses are compared</source>
        <translation>Wie Redirect-Adressen verglichen werden</translation>
    </message>
    <message>
        <source>Requests must name their redirect address</source>
        <translation>Anfragen müssen ihre Redirect-Adresse nennen</translation>
    </message>
    <message>
        <source>Implicit tokens may be shown to the person</source>
        <translation>Implizite Tokens dürfen der Person gezeigt werden</translation>
    </message>
    <message>
        <source>Implicit answers name the scope</source>
        <translation>Implizite Antworten nennen den Scope</translation>
    </message>
    <message>
        <source>Authorization responses name the issuer</source>
        <translation>Autorisierungsantworten nennen den Issuer</translation>
    </message>
    <message>
        <source>Errors of requests are shown with status 200, not sent to the application</source>
        <translation>Fehler in Anfragen werden mit Status 200 gezeigt, nicht an die Anwendung geschickt</translation>
    </message>
    <message>
        <source>JSON in place of pages and redirects</source>
        <translation>JSON an Stelle von Seiten und Umleitungen</translation>
    </message>
    <message>
        <source>Pages are protected against forged requests</source>
        <translation>Seiten sind gegen untergeschobene Anfragen geschützt</translation>
    </message>
    <message>
        <source>The parameter username signs in (on this computer only)</source>
        <translation>Der Parameter username meldet an (nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>Show codes at /oauth/authorize/CODE</source>
        <translation>Codes unter /oauth/authorize/CODE zeigen</translation>
    </message>
    <message>
        <source>The pages of the applications are open to everybody (on this computer only)</source>
        <translation>Die Seiten der Anwendungen sind für alle offen (nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>Denials redirect to out-of-band addresses too</source>
        <translation>Ablehnungen leiten auch zu Out-of-Band-Adressen um</translation>
    </message>
    <message>
        <source>Show codes without anybody signed in</source>
        <translation>Codes zeigen, ohne dass jemand angemeldet ist</translation>
    </message>
    <message>
        <source>Keep the way back from signing in in a cookie</source>
        <translation>Den Rückweg vom Anmelden in einem Cookie merken</translation>
    </message>
    <message>
        <source>Confidential clients are not asked about again for the same scopes</source>
        <translation>Bei vertraulichen Clients wird nach denselben Scopes nicht noch einmal gefragt</translation>
    </message>
    <message>
        <source>Consent is forgotten when no token with the same scopes is left</source>
        <translation>Die Einwilligung ist vergessen, wenn kein Token mit denselben Scopes übrig ist</translation>
    </message>
    <message>
        <source>Statuses and texts of errors</source>
        <translation>Status und Texte der Fehler</translation>
    </message>
    <message>
        <source>Realm of challenges</source>
        <translation>Realm der Challenges</translation>
    </message>
    <message>
        <source>Errors of the token endpoint repeat state</source>
        <translation>Fehler des Token-Endpunkts wiederholen state</translation>
    </message>
    <message>
        <source>Errors name the parameter that is missing</source>
        <translation>Fehler nennen den fehlenden Parameter</translation>
    </message>
    <message>
        <source>Status of a refused grant</source>
        <translation>Status eines abgelehnten Grants</translation>
    </message>
    <message>
        <source>Token info uses the wiki&apos;s field names</source>
        <translation>Token-Info verwendet die Feldnamen des Wikis</translation>
    </message>
    <message>
        <source>Tokens can be introspected</source>
        <translation>Tokens können introspiziert werden</translation>
    </message>
    <message>
        <source>Who may introspect which tokens</source>
        <translation>Wer welche Tokens introspizieren darf</translation>
    </message>
    <message>
        <source>What introspection says</source>
        <translation>Was die Introspektion mitteilt</translation>
    </message>
    <message>
        <source>Further fields of introspection (username, sub, iss, NAME=VALUE)</source>
        <translation>Weitere Felder der Introspektion (username, sub, iss, NAME=WERT)</translation>
    </message>
    <message>
        <source>Introspecting or revoking without a token is no error</source>
        <translation>Introspektion oder Widerruf ohne Token ist kein Fehler</translation>
    </message>
    <message>
        <source>Addresses to try access tokens on: /api/me and /api/writer</source>
        <translation>Adressen zum Ausprobieren von Access-Tokens: /api/me und /api/writer</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>PKCE</source>
        <translation>PKCE</translation>
    </message>
    <message>
        <source>Lifetimes</source>
        <translation>Gültigkeitsdauern</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Grant types every application may use</source>
        <translation>Grant-Typen, die jede Anwendung verwenden darf</translation>
    </message>
    <message>
        <source>Give access tokens from the authorization endpoint (implicit flow)</source>
        <translation>Access-Tokens vom Autorisierungsendpunkt ausgeben (impliziter Ablauf)</translation>
    </message>
    <message>
        <source>The password grant needs a client</source>
        <translation>Der Grant „password“ braucht einen Client</translation>
    </message>
    <message>
        <source>An application may list grant types that are off here</source>
        <translation>Eine Anwendung darf Grant-Typen nennen, die hier abgeschaltet sind</translation>
    </message>
    <message>
        <source>Public clients may use client_credentials</source>
        <translation>Öffentliche Clients dürfen client_credentials verwenden</translation>
    </message>
    <message>
        <source>Credentials, codes and tokens may stand in the address</source>
        <translation>Zugangsdaten, Codes und Tokens dürfen in der Adresse stehen</translation>
    </message>
    <message>
        <source>Access tokens may come as access_token or bearer_token</source>
        <translation>Access-Tokens dürfen als access_token oder bearer_token kommen</translation>
    </message>
    <message>
        <source>Basic credentials are percent-decoded</source>
        <translation>Basic-Zugangsdaten werden prozentdekodiert</translation>
    </message>
    <message>
        <source>Basic credentials win over others in the request</source>
        <translation>Basic-Zugangsdaten gehen anderen in der Anfrage vor</translation>
    </message>
    <message>
        <source>Token, revoke and introspect take form bodies only</source>
        <translation>Token, Widerruf und Introspektion nehmen nur Formulare im Rumpf an</translation>
    </message>
    <message>
        <source>Addresses may end in a format such as .json</source>
        <translation>Adressen dürfen mit einem Format wie .json enden</translation>
    </message>
    <message>
        <source>A wrong method is answered as an unknown address (404)</source>
        <translation>Eine falsche Methode wird wie eine unbekannte Adresse beantwortet (404)</translation>
    </message>
    <message>
        <source>Who must send a code challenge</source>
        <translation>Wer eine Code-Challenge schicken muss</translation>
    </message>
    <message>
        <source>Code challenge methods</source>
        <translation>Methoden der Code-Challenge</translation>
    </message>
    <message>
        <source>A code challenge must name its method</source>
        <translation>Eine Code-Challenge muss ihre Methode nennen</translation>
    </message>
    <message>
        <source>Code challenges and verifiers have 43 to 128 characters</source>
        <translation>Code-Challenges und -Verifier haben 43 bis 128 Zeichen</translation>
    </message>
    <message>
        <source>Authorization codes live for (seconds)</source>
        <translation>Autorisierungscodes gelten (Sekunden)</translation>
    </message>
    <message>
        <source>Access tokens live for (seconds, 0: without end)</source>
        <translation>Access-Tokens gelten (Sekunden, 0: unbegrenzt)</translation>
    </message>
    <message>
        <source>Other lifetimes of access tokens (GRANT_TYPE=SECONDS)</source>
        <translation>Andere Gültigkeitsdauern von Access-Tokens (GRANT_TYPE=SEKUNDEN)</translation>
    </message>
    <message>
        <source>Refresh tokens live for (seconds, 0: without end)</source>
        <translation>Refresh-Tokens gelten (Sekunden, 0: unbegrenzt)</translation>
    </message>
    <message>
        <source>Browsers stay signed in for (seconds, 0: without end)</source>
        <translation>Browser bleiben angemeldet (Sekunden, 0: unbegrenzt)</translation>
    </message>
    <message>
        <source>Issue refresh tokens</source>
        <translation>Refresh-Tokens ausstellen</translation>
    </message>
    <message>
        <source>When a refresh ends the old tokens</source>
        <translation>Wann eine Erneuerung die alten Tokens beendet</translation>
    </message>
    <message>
        <source>How tokens and codes are spelled</source>
        <translation>Wie Tokens und Codes geschrieben werden</translation>
    </message>
    <message>
        <source>token_type as answers spell it</source>
        <translation>token_type, wie Antworten es schreiben</translation>
    </message>
    <message>
        <source>Token answers hold created_at</source>
        <translation>Token-Antworten enthalten created_at</translation>
    </message>
    <message>
        <source>Store tokens and secrets readable (workshops only)</source>
        <translation>Tokens und Secrets lesbar speichern (nur für Workshops)</translation>
    </message>
    <message>
        <source>Give a living access token again (needs readable storage)</source>
        <translation>Ein noch gültiges Access-Token erneut ausgeben (braucht lesbare Speicherung)</translation>
    </message>
    <message>
        <source>A client&apos;s new token of its own ends the one before</source>
        <translation>Ein neues Token eines Clients für sich selbst beendet das vorige</translation>
    </message>
    <message>
        <source>A code presented twice ends the tokens it gave</source>
        <translation>Ein zweimal vorgelegter Code beendet die Tokens, die er gab</translation>
    </message>
    <message>
        <source>Scopes given when none is asked for</source>
        <translation>Scopes, die gewährt werden, wenn keine angefragt sind</translation>
    </message>
    <message>
        <source>Scopes given when asked for</source>
        <translation>Scopes, die auf Anfrage gewährt werden</translation>
    </message>
    <message>
        <source>Applications cannot be registered with other scopes</source>
        <translation>Anwendungen können nicht mit anderen Scopes registriert werden</translation>
    </message>
    <message>
        <source>Scopes a grant type is held to (GRANT_TYPE=SCOPE)</source>
        <translation>Scopes, auf die ein Grant-Typ beschränkt ist (GRANT_TYPE=SCOPE)</translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>What /oauth/revoke answers to callers without the right</source>
        <translation>Was /oauth/revoke Aufrufern ohne Berechtigung antwortet</translation>
    </message>
    <message>
        <source>Access tokens may revoke themselves and others of their user</source>
        <translation>Access-Tokens dürfen sich selbst und andere ihres Benutzers widerrufen</translation>
    </message>
    <message>
        <source>Oracle&apos;s route answers every refusal with 400</source>
        <translation>Die Route von Oracle beantwortet jede Ablehnung mit 400</translation>
    </message>
    <message>
        <source>Other default levels (DIALECT.KIND=LEVEL)</source>
        <translation>Andere Standardstufen (DIALEKT.ART=STUFE)</translation>
    </message>
    <message>
        <source>JWT access tokens are kept, so that they can be revoked</source>
        <translation>JWT-Access-Tokens werden aufbewahrt, damit sie widerrufen werden können</translation>
    </message>
    <message>
        <source>Paths that Kustvakt&apos;s routes stand under</source>
        <translation>Pfade, unter denen die Routen von Kustvakt stehen</translation>
    </message>
    <message>
        <source>Origins of other web pages that may call</source>
        <translation>Origins anderer Webseiten, die aufrufen dürfen</translation>
    </message>
    <message>
        <source>The administration API answers to other computers</source>
        <translation>Die Verwaltungs-API antwortet auch anderen Rechnern</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PolicyWords</name>
    <message>
        <source>Standard: the RFCs as written</source>
        <translation>Standard: die RFCs, wie sie geschrieben sind</translation>
    </message>
    <message>
        <source>Strict: OAuth 2.1</source>
        <translation>Streng: OAuth 2.1</translation>
    </message>
    <message>
        <source>Doorkeeper 5</source>
        <translation>Doorkeeper 5</translation>
    </message>
    <message>
        <source>The older dialect of the Doorkeeper wiki</source>
        <translation>Der ältere Dialekt des Doorkeeper-Wikis</translation>
    </message>
    <message>
        <source>Nobody</source>
        <comment>who must send a code challenge</comment>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Public clients</source>
        <translation>Öffentliche Clients</translation>
    </message>
    <message>
        <source>Every client</source>
        <translation>Jeder Client</translation>
    </message>
    <message>
        <source>At once; using one twice ends its family</source>
        <translation>Sofort; zweimalige Verwendung beendet die Familie</translation>
    </message>
    <message>
        <source>When the new access token is first used</source>
        <translation>Wenn das neue Access-Token zuerst verwendet wird</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>43 base64url characters</source>
        <translation>43 Zeichen base64url</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>Byte for byte, but for a loopback port</source>
        <translation>Byte für Byte, bis auf einen Loopback-Port</translation>
    </message>
    <message>
        <source>As Doorkeeper does</source>
        <translation>Wie Doorkeeper</translation>
    </message>
    <message>
        <source>As the RFCs say</source>
        <translation>Wie die RFCs sagen</translation>
    </message>
    <message>
        <source>Every confidential client</source>
        <translation>Jeder vertrauliche Client</translation>
    </message>
    <message>
        <source>The client it was issued to</source>
        <translation>Der Client, für den es ausgestellt wurde</translation>
    </message>
    <message>
        <source>Errors, as RFC 7009 says</source>
        <translation>Fehler, wie RFC 7009 sagt</translation>
    </message>
    <message>
        <source>403, as Doorkeeper 5</source>
        <translation>403, wie Doorkeeper 5</translation>
    </message>
    <message>
        <source>200 and nothing done, as Doorkeeper 4</source>
        <translation>200, und nichts geschieht, wie Doorkeeper 4</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PortDialog</name>
    <message>
        <source>Choose Port</source>
        <translation>Port wählen</translation>
    </message>
    <message>
        <source>&amp;Use This Port</source>
        <translation>Diesen Port &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Program</name>
    <message>
        <source>There is no display for the window; use &quot;gatehouse serve&quot; to run the server alone.</source>
        <translation>Es gibt keinen Bildschirm für das Fenster; mit „gatehouse serve“ läuft der Server allein.</translation>
    </message>
    <message>
        <source>The configuration cannot be used; correct %1</source>
        <translation>Die Konfiguration ist nicht verwendbar; berichtigen Sie %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::PurgeBox</name>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>P&amp;urge Now…</source>
        <translation>&amp;Jetzt bereinigen …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <comment>the purge</comment>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the purge</source>
        <translation>Fortschritt der Bereinigung</translation>
    </message>
    <message>
        <source>Pur&amp;ge every:</source>
        <translation>Bereinigen a&amp;lle:</translation>
    </message>
    <message>
        <source>Keep &amp;what ended:</source>
        <translation>B&amp;eendetes behalten:</translation>
    </message>
    <message>
        <source>Keep audit eve&amp;nts:</source>
        <translation>Prüferei&amp;gnisse behalten:</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Verlangen</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>Counting what can go…</source>
        <translation>Es wird gezählt, was entfernt werden kann …</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) can go now, with the codes, sessions and consents that only they needed. What still lives keeps its whole history.</source>
        <translation>
            <numerusform>%n Token kann jetzt entfernt werden, mit den Codes, Sitzungen und Einwilligungen, die nur er brauchte. Was noch lebt, behält seine ganze Geschichte.</numerusform>
            <numerusform>%n Token können jetzt entfernt werden, mit den Codes, Sitzungen und Einwilligungen, die nur sie brauchten. Was noch lebt, behält seine ganze Geschichte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n token(s) for good?</source>
        <translation>
            <numerusform>%n Token endgültig entfernen?</numerusform>
            <numerusform>%n Token endgültig entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove what ended long ago for good?</source>
        <translation>Was vor langer Zeit endete, endgültig entfernen?</translation>
    </message>
    <message>
        <source>Their history goes with them. The server goes on answering meanwhile. To have it all again, back up first.</source>
        <translation>Ihre Geschichte geht mit ihnen. Der Server antwortet währenddessen weiter. Wer alles noch einmal braucht, sichert vorher.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message numerus="yes">
        <source>Purging: %n row(s) removed so far</source>
        <translation>
            <numerusform>Bereinigung: bisher %n Zeile entfernt</numerusform>
            <numerusform>Bereinigung: bisher %n Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n row(s) had been removed.</source>
        <translation>
            <numerusform>Abgebrochen; %n Zeile war schon entfernt.</numerusform>
            <numerusform>Abgebrochen; %n Zeilen waren schon entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n row(s) removed.</source>
        <translation>
            <numerusform>Fertig: %n Zeile entfernt.</numerusform>
            <numerusform>Fertig: %n Zeilen entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsApplicationsPage</name>
    <message>
        <source>Show &amp;Tokens</source>
        <translation>&amp;Tokens zeigen</translation>
    </message>
    <message>
        <source>Copy Client &amp;ID</source>
        <translation>Client-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation>Noch keine Anwendungen</translation>
    </message>
    <message>
        <source>They are registered in the Rails application.</source>
        <translation>Sie werden in der Rails-Anwendung registriert.</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) selected</source>
        <translation>
            <numerusform>%n Anwendung ausgewählt</numerusform>
            <numerusform>%n Anwendungen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsCard</name>
    <message>
        <source>Doorkeeper database of a Rails application</source>
        <translation>Doorkeeper-Datenbank einer Rails-Anwendung</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Datenbankdatei</translation>
    </message>
    <message>
        <source>You can look at what the application stores, filter and copy it, and revoke tokens and grants. What the application changes shows here within a second.</source>
        <translation>Sie können ansehen, was die Anwendung speichert, es filtern und kopieren, und Tokens und Grants widerrufen. Was die Anwendung ändert, erscheint hier binnen einer Sekunde.</translation>
    </message>
    <message>
        <source>A revocation sets the time of the revocation in the rows you choose. Nothing else in the file is changed; registering, editing and deleting stay with the Rails application, and no server runs here.</source>
        <translation>Ein Widerruf setzt den Zeitpunkt des Widerrufs in den gewählten Zeilen. Sonst wird in der Datei nichts geändert; Registrieren, Bearbeiten und Löschen bleiben Sache der Rails-Anwendung, und hier läuft kein Server.</translation>
    </message>
    <message>
        <source>No table of users is understood: owners of tokens are shown by their number.</source>
        <translation>Keine Benutzertabelle wird verstanden: Die Inhaber von Tokens sind mit ihrer Nummer gezeigt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsOverviewPage</name>
    <message>
        <source>The values of tokens, codes and secrets are not read, whether they are stored plain or as digests: each token and grant is named by the number of its row.</source>
        <translation>Die Werte von Tokens, Codes und Secrets werden nicht gelesen, ob sie nun lesbar oder als Hash gespeichert sind: Jedes Token und jeder Grant ist mit der Nummer seiner Zeile benannt.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsRevocation</name>
    <message>
        <source>Doorkeeper does not record which tokens a code was exchanged for; they stay valid.</source>
        <translation>Doorkeeper merkt sich nicht, gegen welche Tokens ein Code getauscht wurde; sie bleiben gültig.</translation>
    </message>
    <message numerus="yes">
        <source>%n other token(s) of the same refresh chain stay(s) valid unless selected too.</source>
        <translation>
            <numerusform>%n weiteres Token derselben Refresh-Kette bleibt gültig, wenn es nicht auch ausgewählt ist.</numerusform>
            <numerusform>%n weitere Tokens derselben Refresh-Kette bleiben gültig, wenn sie nicht auch ausgewählt sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsStatusBar</name>
    <message>
        <source>Rails application&apos;s database: look and revoke, no server</source>
        <translation>Datenbank einer Rails-Anwendung: ansehen und widerrufen, kein Server</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Datenbank: %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsTokensPage</name>
    <message>
        <source>No tokens yet</source>
        <translation>Noch keine Tokens</translation>
    </message>
    <message>
        <source>A token stands here within a second after the Rails application issued it.</source>
        <translation>Ein Token steht hier binnen einer Sekunde, nachdem die Rails-Anwendung es ausgestellt hat.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Refreshed From</source>
        <translation>Erneuert aus</translation>
    </message>
    <message>
        <source>Refreshed To</source>
        <translation>Erneuert zu</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsUsersPage</name>
    <message>
        <source>No users yet</source>
        <translation>Noch keine Benutzer</translation>
    </message>
    <message>
        <source>They sign up in the Rails application.</source>
        <translation>Sie melden sich in der Rails-Anwendung an.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RailsWindow</name>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>Gatehouse — %1 (Doorkeeper database of a Rails application)</source>
        <extracomment>name of a file</extracomment>
        <translation>Gatehouse – %1 (Doorkeeper-Datenbank einer Rails-Anwendung)</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RequestLog</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Restore</name>
    <message>
        <source>%1 is not a file. Choose a backup.</source>
        <translation>%1 ist keine Datei. Wählen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>%1 is the database itself. Choose a backup of it.</source>
        <translation>%1 ist die Datenbank selbst. Wählen Sie eine Sicherung von ihr.</translation>
    </message>
    <message>
        <source>%1 is in use, or was not closed. Open it with Gatehouse once and end that, or choose another backup.</source>
        <translation>%1 wird benutzt oder wurde nicht geschlossen. Öffnen Sie die Datei einmal mit Gatehouse und beenden Sie es wieder, oder wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>There is nothing in %1. Choose another backup.</source>
        <translation>In %1 ist nichts. Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>%1 is damaged, and nothing was changed. Start Gatehouse with it to save what can be read.</source>
        <translation>%1 ist beschädigt; es wurde nichts geändert. Starten Sie Gatehouse damit, um zu retten, was sich lesen lässt.</translation>
    </message>
    <message>
        <source>The disk did not take it.</source>
        <translation>Der Datenträger hat es nicht angenommen.</translation>
    </message>
    <message>
        <source>The backup was not restored, and nothing was changed: %1</source>
        <translation>Die Sicherung wurde nicht zurückgespielt, und es wurde nichts geändert: %1</translation>
    </message>
    <message>
        <source>%1 has pages of %2 bytes, the database has pages of %3, and nothing was changed. Start Gatehouse with it instead.</source>
        <translation>%1 hat Seiten von %2 Byte, die Datenbank hat Seiten von %3; es wurde nichts geändert. Starten Sie Gatehouse stattdessen mit dieser Datei.</translation>
    </message>
    <message>
        <source>Another program restores a backup to it. Wait until that is done, then try again.</source>
        <translation>Ein anderes Programm stellt gerade eine Sicherung in ihr wieder her. Warten Sie, bis das getan ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>If the backup lacks what the configuration file names, take that out of the file, start Gatehouse again and restore then.</source>
        <translation>Wenn der Sicherung fehlt, was die Konfigurationsdatei nennt, nehmen Sie es aus der Datei heraus, starten Sie Gatehouse neu und stellen Sie dann wieder her.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationAction</name>
    <message>
        <source>Revoke &amp;Everything…</source>
        <translation>A&amp;lles widerrufen …</translation>
    </message>
    <message>
        <source>Show what ends when all of the domain is revoked</source>
        <translation>Zeigen, was endet, wenn die ganze Domäne widerrufen wird</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>&amp;Entziehen …</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message>
        <source>Revoke T&amp;okens…</source>
        <translation>Tokens &amp;widerrufen …</translation>
    </message>
    <message>
        <source>Show what a revocation of the selection ends</source>
        <translation>Zeigen, was ein Widerruf der Auswahl beendet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationPanel</name>
    <message>
        <source>Looking up what ends with it.</source>
        <translation>Es wird nachgesehen, was damit endet.</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>%n Token widerrufen?</numerusform>
            <numerusform>%n Tokens widerrufen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n grant(s)?</source>
        <translation>
            <numerusform>%n Grant widerrufen?</numerusform>
            <numerusform>%n Grants widerrufen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revoke %n Token(s)</source>
        <translation>
            <numerusform>%n Token &amp;widerrufen</numerusform>
            <numerusform>%n Tokens &amp;widerrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revoke %n Grant(s)</source>
        <translation>
            <numerusform>%n Grant &amp;widerrufen</numerusform>
            <numerusform>%n Grants &amp;widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A revocation has no undo. Nothing is deleted: the rows stay in the list.</source>
        <translation>Ein Widerruf lässt sich nicht zurücknehmen. Gelöscht wird nichts: Die Zeilen bleiben in der Liste.</translation>
    </message>
    <message>
        <source>The selection is over already.</source>
        <translation>Die Auswahl ist schon beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) over already.</source>
        <translation>
            <numerusform>%n davon ist schon beendet.</numerusform>
            <numerusform>%n davon sind schon beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other token ends with it.</source>
        <translation>Kein anderes Token endet damit.</translation>
    </message>
    <message numerus="yes">
        <source>%n more token(s) of the same refresh token family end(s) with it.</source>
        <translation>
            <numerusform>Damit endet %n weiteres Token derselben Refresh-Token-Familie.</numerusform>
            <numerusform>Damit enden %n weitere Tokens derselben Refresh-Token-Familie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) that came from it end(s) with it.</source>
        <translation>
            <numerusform>Damit endet %n daraus entstandenes Token.</numerusform>
            <numerusform>Damit enden %n daraus entstandene Tokens.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applications: %1</source>
        <translation>Anwendungen: %1</translation>
    </message>
    <message>
        <source>Users: %1</source>
        <translation>Benutzer: %1</translation>
    </message>
    <message>
        <source>Everything selected was over already.</source>
        <translation>Alles Ausgewählte war schon beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) revoked.</source>
        <translation>
            <numerusform>%n Token widerrufen.</numerusform>
            <numerusform>%n Tokens widerrufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) and token(s) revoked.</source>
        <translation>
            <numerusform>%n Grant oder Token widerrufen.</numerusform>
            <numerusform>%n Grants und Tokens widerrufen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationPreview</name>
    <message>
        <source>Nothing was revoked. %1</source>
        <translation>Es wurde nichts widerrufen. %1</translation>
    </message>
    <message>
        <source>The selection is not there any more.</source>
        <translation>Die Auswahl gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was revoked.</source>
        <translation>Abgebrochen. Es wurde nichts widerrufen.</translation>
    </message>
    <message>
        <source>Nothing was revoked: meanwhile something else would end. Look again.</source>
        <translation>Es wurde nichts widerrufen: Inzwischen würde etwas anderes enden. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Introspected: %1. None of them is active.</source>
        <translation>Introspiziert: %1. Keines davon ist aktiv.</translation>
    </message>
    <message>
        <source>Introspected: %1. %2 of them are active!</source>
        <translation>Introspiziert: %1. Davon aktiv: %2!</translation>
    </message>
    <message>
        <source>Looking up what ends.</source>
        <translation>Es wird nachgesehen, was endet.</translation>
    </message>
    <message>
        <source>Ends: %1.</source>
        <translation>Es endet: %1.</translation>
    </message>
    <message>
        <source>Show &amp;Proof</source>
        <translation>Nachwe&amp;is zeigen</translation>
    </message>
    <message>
        <source>Show in A&amp;udit</source>
        <translation>Im &amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What ends</source>
        <translation>Was endet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationQuestion</name>
    <message>
        <source>Reaso&amp;n (stands in the audit trail):</source>
        <translation>&amp;Grund (steht im Prüfprotokoll):</translation>
    </message>
    <message>
        <source>For instance: laptop lost</source>
        <translation>Zum Beispiel: Laptop verloren</translation>
    </message>
    <message>
        <source>This ends all of the domain. T&amp;ype its name to go on:</source>
        <translation>Das beendet alles in der Domäne. Geben Sie zum Fortfahren ihren Na&amp;men ein:</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationTexts</name>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>%n Token widerrufen?</numerusform>
            <numerusform>%n Tokens widerrufen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n grant(s)?</source>
        <translation>
            <numerusform>%n Grant widerrufen?</numerusform>
            <numerusform>%n Grants widerrufen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n consent(s)?</source>
        <translation>
            <numerusform>%n Einwilligung entziehen?</numerusform>
            <numerusform>%n Einwilligungen entziehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke what %1 holds?</source>
        <translation>Widerrufen, was %1 besitzt?</translation>
    </message>
    <message>
        <source>Revoke what %1 gave?</source>
        <translation>Widerrufen, was %1 gewährt hat?</translation>
    </message>
    <message>
        <source>Revoke everything in the domain %1?</source>
        <translation>Alles in der Domäne %1 widerrufen?</translation>
    </message>
    <message>
        <source>The &amp;access tokens alone</source>
        <translation>Nur die Access-&amp;Tokens</translation>
    </message>
    <message>
        <source>With their &amp;refresh tokens</source>
        <translation>Mit ihren &amp;Refresh-Tokens</translation>
    </message>
    <message>
        <source>Their whole &amp;families</source>
        <translation>Ihre ganzen &amp;Familien</translation>
    </message>
    <message>
        <source>The &amp;codes alone</source>
        <translation>Nur die &amp;Codes</translation>
    </message>
    <message>
        <source>With the &amp;tokens they were exchanged for</source>
        <translation>Mit den &amp;Tokens, gegen die sie getauscht wurden</translation>
    </message>
    <message>
        <source>The &amp;tokens; the consents stand</source>
        <translation>Die &amp;Tokens; die Einwilligungen bleiben</translation>
    </message>
    <message>
        <source>All &amp;tokens and codes</source>
        <translation>Alle &amp;Tokens und Codes</translation>
    </message>
    <message>
        <source>The c&amp;onsents alone; tokens live on</source>
        <translation>&amp;Nur die Einwilligungen; Tokens gelten weiter</translation>
    </message>
    <message>
        <source>The con&amp;sents and all under them</source>
        <translation>Die &amp;Einwilligungen und alles darunter</translation>
    </message>
    <message>
        <source>All under their con&amp;sents</source>
        <translation>Alles unter ihren &amp;Einwilligungen</translation>
    </message>
    <message numerus="yes">
        <source>%n access token(s)</source>
        <translation>
            <numerusform>%n Access-Token</numerusform>
            <numerusform>%n Access-Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refresh token(s)</source>
        <translation>
            <numerusform>%n Refresh-Token</numerusform>
            <numerusform>%n Refresh-Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n Code</numerusform>
            <numerusform>%n Codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n Einwilligung</numerusform>
            <numerusform>%n Einwilligungen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>ends</comment>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;voke %n Token(s)</source>
        <translation>
            <numerusform>%n Token &amp;widerrufen</numerusform>
            <numerusform>%n Tokens &amp;widerrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Withdraw %n Consent(s)</source>
        <translation>
            <numerusform>%n Einwilligung ent&amp;ziehen</numerusform>
            <numerusform>%n Einwilligungen ent&amp;ziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>All of it was over already.</source>
        <translation>Alles davon war schon beendet.</translation>
    </message>
    <message>
        <source>Ended: %1.</source>
        <translation>Beendet: %1.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RevocationTree</name>
    <message>
        <source>What ends</source>
        <translation>Was endet</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… und weitere</translation>
    </message>
    <message>
        <source>Consent %1: %2</source>
        <translation>Einwilligung %1: %2</translation>
    </message>
    <message>
        <source>Without a consent: %1</source>
        <translation>Ohne Einwilligung: %1</translation>
    </message>
    <message>
        <source>Family %1</source>
        <translation>Familie %1</translation>
    </message>
    <message>
        <source>Without a family</source>
        <translation>Ohne Familie</translation>
    </message>
    <message>
        <source>Token %1, issued %2</source>
        <translation>Token %1, ausgestellt %2</translation>
    </message>
    <message>
        <source>active!</source>
        <translation>aktiv!</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access-Token</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>… and more, counted above</source>
        <translation>… und weitere, oben mitgezählt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::RowDeletion</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s)</source>
        <translation>
            <numerusform>%n Grant</numerusform>
            <numerusform>%n Grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n Einwilligung</numerusform>
            <numerusform>%n Einwilligungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>%1, %2 and %3 are deleted with it. This cannot be undone.</source>
        <translation>Gelöscht werden auch: %1, %2 und %3. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Salvage</name>
    <message>
        <source>Nothing can be read of %1.</source>
        <translation>Aus %1 kann nichts gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SalvageDialog</name>
    <message>
        <source>Identity domains</source>
        <translation>Identitätsdomänen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Grants</translation>
    </message>
    <message>
        <source>Token families</source>
        <translation>Token-Familien</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Browser sessions</source>
        <translation>Browsersitzungen</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Audit events</source>
        <translation>Prüfereignisse</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <comment>the reading</comment>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save What Can Be Read…</source>
        <translation>&amp;Lesbares speichern …</translation>
    </message>
    <message>
        <source>&amp;Open the Saved Database</source>
        <translation>&amp;Gespeicherte Datenbank öffnen</translation>
    </message>
    <message>
        <source>Look for Damage</source>
        <translation>Nach Schäden suchen</translation>
    </message>
    <message>
        <source>The Database Is Damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>Every row of the database is read, while the server goes on.</source>
        <translation>Jede Zeile der Datenbank wird gelesen, während der Server weiterläuft.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Can be read</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>Was gelesen werden kann</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>Fortschritt des Lesens</translation>
    </message>
    <message>
        <source>Save What Can Be Read</source>
        <translation>Lesbares speichern</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Datenbanken (*.db)</translation>
    </message>
    <message>
        <source>Reading… %1 rows</source>
        <translation>Lesen … %1 Zeilen</translation>
    </message>
    <message>
        <source>Saving… %1 rows</source>
        <translation>Speichern … %1 Zeilen</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>Das Lesen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The saving was cancelled; nothing was written.</source>
        <translation>Das Speichern wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Rows are missing. A backup of the database is better than what is saved here, if there is one. The file itself is left as it is.</source>
        <translation>Es fehlen Zeilen. Wenn es eine Sicherung der Datenbank gibt, ist sie besser als das, was hier gespeichert wird. Die Datei selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Every row can be read.</source>
        <translation>Jede Zeile kann gelesen werden.</translation>
    </message>
    <message>
        <source>Every row can be read. Save them in a new database and go on with that.</source>
        <translation>Jede Zeile kann gelesen werden. Speichern Sie sie in einer neuen Datenbank, und arbeiten Sie mit dieser weiter.</translation>
    </message>
    <message>
        <source>Saved in %1. To use it, start Gatehouse with it: --database %1</source>
        <translation>In %1 gespeichert. Um sie zu verwenden, starten Sie Gatehouse damit: --database %1</translation>
    </message>
    <message>
        <source>What belongs to lost rows was left out.</source>
        <translation>Was zu verlorenen Zeilen gehört, wurde weggelassen.</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>rows are missing</source>
        <translation>Zeilen fehlen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SchemaValidator</name>
    <message>
        <source>&quot;%1&quot; is not known here; known are %2</source>
        <translation>„%1“ ist hier nicht bekannt; bekannt sind %2</translation>
    </message>
    <message>
        <source>%1 is not of the type %2</source>
        <extracomment>%1 is a value as written, %2 a JSON type such as integer or string</extracomment>
        <translation>%1 ist nicht vom Typ %2</translation>
    </message>
    <message>
        <source>%1 is not one of %2</source>
        <translation>%1 ist keines von %2</translation>
    </message>
    <message>
        <source>%1 is more than %2</source>
        <translation>%1 ist mehr als %2</translation>
    </message>
    <message>
        <source>%1 is less than %2</source>
        <translation>%1 ist weniger als %2</translation>
    </message>
    <message>
        <source>an empty text is not allowed</source>
        <translation>ein leerer Text ist nicht erlaubt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ScopeCatalogue</name>
    <message>
        <source>Access your public data</source>
        <translation>Ihre öffentlichen Daten abrufen</translation>
    </message>
    <message>
        <source>Read your data</source>
        <translation>Ihre Daten lesen</translation>
    </message>
    <message>
        <source>Update your data</source>
        <translation>Ihre Daten ändern</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SecretDialog</name>
    <message>
        <source>Client Secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>The secret of “%1” is shown now and never again: only a digest of it is kept.</source>
        <translation>Das Secret von „%1“ wird jetzt gezeigt und dann nie wieder: Aufbewahrt wird nur ein Hash.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Client ID:</source>
        <translation>Client-ID:</translation>
    </message>
    <message>
        <source>Client secret:</source>
        <translation>Client-Secret:</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SecretField</name>
    <message>
        <source>Copy; the clipboard forgets it after 30 seconds</source>
        <translation>Kopieren; die Zwischenablage vergisst es nach 30 Sekunden</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <comment>makes a hidden value readable</comment>
        <translation>Anzeigen: %1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>makes a hidden value readable</comment>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SecretServiceGuard</name>
    <message>
        <source>The desktop&apos;s secret service holds something else than the key of this vault.</source>
        <translation>Der Passwortdienst des Desktops hat etwas anderes als den Schlüssel dieses Tresors.</translation>
    </message>
    <message>
        <source>it does not keep what it is given</source>
        <translation>er bewahrt nicht auf, was man ihm gibt</translation>
    </message>
    <message>
        <source>The desktop&apos;s secret service, which guards the keys, shows no entry &quot;Gatehouse&quot; for this vault. Unlock the keyring in which it was made and try again.</source>
        <translation>Der Passwortdienst des Desktops, der die Schlüssel schützt, zeigt keinen Eintrag „Gatehouse“ für diesen Tresor. Entsperren Sie den Schlüsselbund, in dem er angelegt wurde, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The desktop&apos;s secret service, which guards the keys, cannot be used: %1. Start it, unlock the keyring and try again.</source>
        <translation>Der Passwortdienst des Desktops, der die Schlüssel schützt, kann nicht verwendet werden: %1. Starten Sie ihn, entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ServeApplication</name>
    <message>
        <source>HTTPS is for localhost: clients are to trust %1 first.</source>
        <translation>HTTPS gilt für localhost: Clients müssen zuerst %1 vertrauen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ServerActions</name>
    <message>
        <source>&amp;Stop Server</source>
        <translation>Server &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Start Server</source>
        <translation>Server &amp;starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Den Server stoppen</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Den Server starten</translation>
    </message>
    <message>
        <source>&amp;Copy Issuer</source>
        <translation>&amp;Issuer kopieren</translation>
    </message>
    <message>
        <source>Choose &amp;Domain</source>
        <translation>&amp;Domäne wählen</translation>
    </message>
    <message>
        <source>D&amp;omains…</source>
        <translation>D&amp;omänen …</translation>
    </message>
    <message>
        <source>&amp;Back Up Database…</source>
        <translation>Datenbank si&amp;chern …</translation>
    </message>
    <message>
        <source>&amp;Purge Database…</source>
        <translation>Datenbank be&amp;reinigen …</translation>
    </message>
    <message>
        <source>&amp;Look for Damage…</source>
        <translation>&amp;Nach Schäden suchen …</translation>
    </message>
    <message>
        <source>&amp;Restore Backup…</source>
        <translation>Sicherung &amp;zurückspielen …</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ServerNotices</name>
    <message>
        <source>&amp;Retry</source>
        <comment>start the server again</comment>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <comment>a port number</comment>
        <translation>%1 &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <comment>another port</comment>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Port %1 is in use.</source>
        <translation>Port %1 ist belegt.</translation>
    </message>
    <message>
        <source>On another port the issuer is another one too: clients and redirect URIs that name it must follow.</source>
        <translation>Mit einem anderen Port ist auch der Issuer ein anderer: Clients und Redirect-URIs, die ihn nennen, müssen folgen.</translation>
    </message>
    <message>
        <source>The issuer stays %1: what forwards to this server must follow.</source>
        <translation>Der Issuer bleibt %1: Was an diesen Server weiterleitet, muss folgen.</translation>
    </message>
    <message>
        <source>The server listens on %1. Everybody who can reach this computer can reach it, and the connection is not encrypted.</source>
        <translation>Der Server lauscht auf %1. Wer diesen Rechner erreicht, erreicht auch ihn, und die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Everybody on this computer can register and delete applications at /oauth/applications without signing in. The policy in Settings says so.</source>
        <translation>Jeder an diesem Rechner kann unter /oauth/applications ohne Anmeldung Anwendungen registrieren und löschen. So steht es in der Richtlinie in den Einstellungen.</translation>
    </message>
    <message>
        <source>The server listens on %1. Everybody who can reach this computer can reach it.</source>
        <translation>Der Server lauscht auf %1. Wer diesen Rechner erreicht, erreicht auch ihn.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ServerStatus</name>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ServerStatusBar</name>
    <message>
        <source>Database: %1</source>
        <translation>Datenbank: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) per minute</source>
        <translation>
            <numerusform>%n Anfrage pro Minute</numerusform>
            <numerusform>%n Anfragen pro Minute</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error: %1 %2</source>
        <comment>status and OAuth error</comment>
        <translation>Letzter Fehler: %1 %2</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Die Anfrage zeigen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Services</name>
    <message>
        <source>%1 The last good configuration stays in force.</source>
        <translation>%1 Die letzte gute Konfiguration bleibt in Kraft.</translation>
    </message>
    <message>
        <source>%1 is the database of a Rails application with Doorkeeper: its window opens with &quot;gatehouse --database&quot;, but no server runs on it. Choose another file; this one was left as it is.</source>
        <translation>%1 ist die Datenbank einer Rails-Anwendung mit Doorkeeper: Ihr Fenster öffnet sich mit „gatehouse --database“, aber kein Server läuft darauf. Wählen Sie eine andere Datei; diese blieb, wie sie war.</translation>
    </message>
    <message>
        <source>%1 was read again; its policy applies now.</source>
        <translation>%1 wurde neu gelesen; ihre Richtlinie gilt jetzt.</translation>
    </message>
    <message>
        <source>--passphrase-file is not used: the server keeps no key unless it makes its own certificate (--tls).</source>
        <translation>--passphrase-file wird nicht verwendet: Der Server hat keinen Schlüssel, solange er kein eigenes Zertifikat macht (--tls).</translation>
    </message>
    <message>
        <source>--passphrase-file is not used. Set secrets.protection to &quot;passphrase&quot; in the configuration file to have the keys guarded by it.</source>
        <translation>--passphrase-file wird nicht verwendet. Setzen Sie secrets.protection in der Konfigurationsdatei auf &quot;passphrase&quot;, damit sie die Schlüssel schützt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SettingsPage</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Any free port</source>
        <translation>Ein beliebiger freier Port</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>&amp;Issuer:</source>
        <translation>&amp;Issuer:</translation>
    </message>
    <message>
        <source>An empty issuer is the address the server listens at.</source>
        <translation>Ein leerer Issuer ist die Adresse, auf der der Server lauscht.</translation>
    </message>
    <message>
        <source>App&amp;ly</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farbschema:</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>“%1” is not an IP address.</source>
        <translation>„%1“ ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>The issuer must be an http or https address without query and fragment.</source>
        <translation>Der Issuer muss eine http- oder https-Adresse ohne Query und Fragment sein.</translation>
    </message>
    <message>
        <source>Listen on %1?</source>
        <translation>Auf %1 lauschen?</translation>
    </message>
    <message>
        <source>Everybody who can reach this computer can then reach the server. The connection is not encrypted.</source>
        <translation>Wer diesen Rechner erreicht, erreicht dann auch den Server. Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>&amp;Listen There</source>
        <translation>&amp;Dort lauschen</translation>
    </message>
    <message>
        <source>The server uses this after a restart.</source>
        <translation>Der Server verwendet dies nach einem Neustart.</translation>
    </message>
    <message>
        <source>&amp;Restart Server</source>
        <translation>Server neu s&amp;tarten</translation>
    </message>
    <message>
        <source>The policy is in force.</source>
        <translation>Die Richtlinie gilt jetzt.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Policy of %1</source>
        <translation>Richtlinie von %1</translation>
    </message>
    <message>
        <source>Encr&amp;yption:</source>
        <translation>Verschlüssel&amp;ung:</translation>
    </message>
    <message>
        <source>Everybody who can reach this computer can then reach the server.</source>
        <translation>Wer diesen Rechner erreicht, erreicht dann auch den Server.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SignedOutPage</name>
    <message>
        <source>You are signed out</source>
        <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
        <source>Applications keep the access that you gave them.</source>
        <translation>Anwendungen behalten den Zugriff, den Sie ihnen gegeben haben.</translation>
    </message>
    <message>
        <source>Sign In Again</source>
        <translation>Wieder anmelden</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::SqlError</name>
    <message>
        <source>This value is taken by another entry.</source>
        <translation>Diesen Wert hat schon ein anderer Eintrag.</translation>
    </message>
    <message>
        <source>The entry does not fit the others in the database (%1).</source>
        <translation>Der Eintrag passt nicht zu den anderen in der Datenbank (%1).</translation>
    </message>
    <message>
        <source>Another program has locked it. Close that program or wait, then try again.</source>
        <translation>Ein anderes Programm hat sie gesperrt. Schließen Sie es oder warten Sie, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>It cannot be written. Change the permissions of the file and its folder, or choose another file.</source>
        <translation>In sie kann nicht geschrieben werden. Ändern Sie die Zugriffsrechte der Datei und ihres Ordners, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The disk reports an error (%1).</source>
        <translation>Der Datenträger meldet einen Fehler (%1).</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that its folder is there and may be written.</source>
        <translation>Die Datei kann nicht geöffnet werden. Prüfen Sie, ob es ihren Ordner gibt und ob in ihn geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The file is not a database. Choose another file.</source>
        <translation>Die Datei ist keine Datenbank. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The database refused a statement (%1).</source>
        <translation>Die Datenbank hat eine Anweisung abgelehnt (%1).</translation>
    </message>
    <message>
        <source>The database is damaged (%1). Use a backup of it instead; what can still be read of it, the window of Gatehouse saves.</source>
        <translation>Die Datenbank ist beschädigt (%1). Verwenden Sie stattdessen eine Sicherung davon; was noch lesbar ist, speichert das Fenster von Gatehouse.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::StateCard</name>
    <message>
        <source>Issuer:</source>
        <translation>Issuer:</translation>
    </message>
    <message>
        <source>Metadata:</source>
        <translation>Metadaten:</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Metadata address</source>
        <translation>Adresse der Metadaten</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long the server has been running</comment>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Store</name>
    <message>
        <source>The change could not be written to the disk. Nothing was changed; try again.</source>
        <translation>Die Änderung konnte nicht auf den Datenträger geschrieben werden. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read. %2</source>
        <translation>Die Datenbank %1 kann nicht gelesen werden. %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::StoredPage</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TablePage</name>
    <message>
        <source>Details at the &amp;Side</source>
        <translation>Details &amp;daneben</translation>
    </message>
    <message>
        <source>Details Belo&amp;w</source>
        <translation>Details dar&amp;unter</translation>
    </message>
    <message>
        <source>&amp;Hide Details</source>
        <translation>Details &amp;ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TargetFile</name>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is the database itself. Choose another file.</source>
        <translation>%1 ist die Datenbank selbst. Wählen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TerminalPassphrase</name>
    <message>
        <source>The keys are guarded by a passphrase, and there is no terminal to ask for it: name a file that holds it with --passphrase-file.</source>
        <translation>Eine Passphrase schützt die Schlüssel, und es gibt kein Terminal, auf dem nach ihr gefragt werden könnte: Nennen Sie mit --passphrase-file eine Datei, die sie enthält.</translation>
    </message>
    <message>
        <source>The keys stay closed: no passphrase was the right one.</source>
        <translation>Die Schlüssel bleiben verschlossen: Keine Passphrase war die richtige.</translation>
    </message>
    <message>
        <source>Passphrase of Gatehouse&apos;s keys:</source>
        <translation>Passphrase der Schlüssel von Gatehouse:</translation>
    </message>
    <message>
        <source>New passphrase for Gatehouse&apos;s keys:</source>
        <translation>Neue Passphrase für die Schlüssel von Gatehouse:</translation>
    </message>
    <message>
        <source>The same again:</source>
        <translation>Noch einmal:</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::ThrottleNotice</name>
    <message>
        <source>&amp;Unblock</source>
        <comment>somebody who waits after wrong guesses</comment>
        <translation>&amp;Freigeben</translation>
    </message>
    <message numerus="yes">
        <source>%n are held back after too many wrong guesses: %1.</source>
        <translation>
            <numerusform>%n ist nach zu vielen falschen Versuchen gesperrt: %1.</numerusform>
            <numerusform>%n sind nach zu vielen falschen Versuchen gesperrt: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Unblock All</source>
        <comment>those who wait after wrong guesses</comment>
        <translation>Alle &amp;freigeben</translation>
    </message>
    <message>
        <source>Sign-in with a name that no user has is held back until %1, after too many wrong passwords.</source>
        <translation>Die Anmeldung mit einem Namen, den kein Benutzer hat, ist nach zu vielen falschen Passwörtern bis %1 gesperrt.</translation>
    </message>
    <message>
        <source>Sign-in as %1 is held back until %2, after too many wrong passwords.</source>
        <translation>Die Anmeldung als %1 ist nach zu vielen falschen Passwörtern bis %2 gesperrt.</translation>
    </message>
    <message>
        <source>Sign-in from %1 is held back until %2, after too many wrong passwords.</source>
        <translation>Die Anmeldung von %1 ist nach zu vielen falschen Passwörtern bis %2 gesperrt.</translation>
    </message>
    <message>
        <source>The client %1 is held back until %2, after too many wrong secrets.</source>
        <translation>Der Client %1 ist nach zu vielen falschen Geheimnissen bis %2 gesperrt.</translation>
    </message>
    <message>
        <source>an unknown name</source>
        <translation>ein unbekannter Name</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TimeText</name>
    <message>
        <source>in %1</source>
        <comment>a length of time: in 5 min</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>soeben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a length of time: 5 min ago</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::TlsIdentity</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>There is no certificate in %1; a PEM file is wanted.</source>
        <translation>In %1 ist kein Zertifikat; gebraucht wird eine PEM-Datei.</translation>
    </message>
    <message>
        <source>The key in %1 has a passphrase; save it without one, for its owner to read only.</source>
        <translation>Der Schlüssel in %1 hat eine Passphrase; speichern Sie ihn ohne, nur für seinen Besitzer lesbar.</translation>
    </message>
    <message>
        <source>There is no key in %1 that can be used; a PEM file with an RSA or EC key is wanted.</source>
        <translation>In %1 ist kein brauchbarer Schlüssel; gebraucht wird eine PEM-Datei mit einem RSA- oder EC-Schlüssel.</translation>
    </message>
    <message>
        <source>The key in %1 is not the one of the certificate in %2.</source>
        <translation>Der Schlüssel in %1 ist nicht der des Zertifikats in %2.</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2; get a new one.</source>
        <translation>Das Zertifikat in %1 ist am %2 abgelaufen; besorgen Sie ein neues.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TokenStore</name>
    <message>
        <source>A token&apos;s row in the database holds a line break.</source>
        <translation>Die Zeile eines Tokens in der Datenbank enthält einen Zeilenumbruch.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TokenTablePage</name>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are selected: too many to act on at once.</source>
        <translation>
            <numerusform>%n Token ist ausgewählt: zu viele auf einmal.</numerusform>
            <numerusform>%n Tokens sind ausgewählt: zu viele auf einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) selected</source>
        <translation>
            <numerusform>%n Token ausgewählt</numerusform>
            <numerusform>%n Tokens ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TokensModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Token ID</source>
        <translation>Token-ID</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Grant Type</source>
        <translation>Grant-Typ</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Access + Refresh</source>
        <translation>Access + Refresh</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>application itself</source>
        <translation>Anwendung selbst</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Access token: %1</source>
        <translation>Access-Token: %1</translation>
    </message>
    <message>
        <source>Access token: %1, refresh token: %2</source>
        <translation>Access-Token: %1, Refresh-Token: %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::TokensPage</name>
    <message>
        <source>No tokens yet</source>
        <translation>Noch keine Tokens</translation>
    </message>
    <message>
        <source>A token stands here within a second after it is issued. The Overview has a command that gets one.</source>
        <translation>Ein Token steht hier binnen einer Sekunde, nachdem es ausgestellt wurde. Die Übersicht hat einen Befehl, der eines holt.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Refresh Expires</source>
        <translation>Refresh läuft ab</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation>Erneuert</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Refreshed From</source>
        <translation>Erneuert aus</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Stammbaum</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Upkeep</name>
    <message>
        <source>What was to be removed could not be written to the disk. Make room, then purge again.</source>
        <translation>Was entfernt werden sollte, ließ sich nicht auf die Platte schreiben. Schaffen Sie Platz und bereinigen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::UrlField</name>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Gatehouse::UserDialog</name>
    <message>
        <source>Edit User</source>
        <translation>Benutzer bearbeiten</translation>
    </message>
    <message>
        <source>New User</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Create &amp;User</source>
        <translation>&amp;Benutzer anlegen</translation>
    </message>
    <message>
        <source>A&amp;dministrator</source>
        <translation>A&amp;dministrator</translation>
    </message>
    <message>
        <source>Ena&amp;bled: can sign in</source>
        <translation>A&amp;ktiviert: kann sich anmelden</translation>
    </message>
    <message>
        <source>&amp;E-mail:</source>
        <translation>&amp;E-Mail:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Without a password the user cannot sign in.</source>
        <translation>Ohne Passwort kann der Benutzer sich nicht anmelden.</translation>
    </message>
    <message>
        <source>The e-mail address is missing.</source>
        <translation>Die E-Mail-Adresse fehlt.</translation>
    </message>
    <message>
        <source>An e-mail address has no blanks.</source>
        <translation>Eine E-Mail-Adresse enthält keine Leerzeichen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::UserStore</name>
    <message>
        <source>There is a user with the e-mail address %1 already.</source>
        <translation>Es gibt schon einen Benutzer mit der E-Mail-Adresse %1.</translation>
    </message>
    <message>
        <source>A user needs an e-mail address in one line.</source>
        <translation>Ein Benutzer braucht eine E-Mail-Adresse in einer Zeile.</translation>
    </message>
    <message>
        <source>This user is not there any more.</source>
        <translation>Diesen Benutzer gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::UsersModel</name>
    <message>
        <source>E-Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
</context>
<context>
    <name>Gatehouse::UsersPage</name>
    <message>
        <source>&amp;New User…</source>
        <translation>&amp;Neuer Benutzer …</translation>
    </message>
    <message>
        <source>Set &amp;Password…</source>
        <translation>Passwort &amp;setzen …</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>Noch keine Benutzer</translation>
    </message>
    <message>
        <source>A user signs in on Gatehouse&apos;s own page and decides what an application may do.</source>
        <translation>Ein Benutzer meldet sich auf der Seite von Gatehouse an und entscheidet, was eine Anwendung darf.</translation>
    </message>
    <message>
        <source>The password of “%1” is set.</source>
        <translation>Das Passwort von „%1“ ist gesetzt.</translation>
    </message>
    <message>
        <source>&amp;Delete User</source>
        <translation>Benutzer &amp;löschen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::VaultOpener</name>
    <message>
        <source>Opening the keys was given up.</source>
        <translation>Das Öffnen der Schlüssel wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The keys are guarded by the desktop&apos;s secret service.</source>
        <translation>Der Passwortdienst des Desktops schützt die Schlüssel.</translation>
    </message>
    <message>
        <source>The keys are guarded by a passphrase.</source>
        <translation>Eine Passphrase schützt die Schlüssel.</translation>
    </message>
    <message>
        <source>The keys are guarded by nothing but the rights of the file %1, because this desktop has no secret service that can be used: %2.</source>
        <extracomment>%1 is a file, %2 what the service said</extracomment>
        <translation>Nichts als die Rechte der Datei %1 schützt die Schlüssel, weil dieser Desktop keinen brauchbaren Passwortdienst hat: %2.</translation>
    </message>
    <message>
        <source>The keys are guarded by nothing but the rights of the file %1.</source>
        <translation>Nichts als die Rechte der Datei %1 schützt die Schlüssel.</translation>
    </message>
    <message>
        <source>The keys cannot be made: another program holds %1, or it cannot be written.</source>
        <translation>Die Schlüssel können nicht angelegt werden: Ein anderes Programm hält %1, oder die Datei ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The key that guards the keys does not fit %1; put a copy of the right one back.</source>
        <translation>Der Schlüssel, der die Schlüssel schützt, passt nicht zu %1; stellen Sie eine Kopie des richtigen wieder her.</translation>
    </message>
    <message>
        <source>The desktop&apos;s secret service, which is to guard the keys, cannot be used: %1. Start it, unlock the keyring and try again, or choose another protection in the configuration file (secrets.protection).</source>
        <translation>Der Passwortdienst des Desktops, der die Schlüssel schützen soll, kann nicht verwendet werden: %1. Starten Sie ihn, entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal, oder wählen Sie in der Konfigurationsdatei einen anderen Schutz (secrets.protection).</translation>
    </message>
</context>
<context>
    <name>Gatehouse::VaultRecord</name>
    <message>
        <source>%1 was written by a newer version of Gatehouse; use that one.</source>
        <translation>%1 wurde von einer neueren Version von Gatehouse geschrieben; verwenden Sie diese.</translation>
    </message>
    <message>
        <source>%1 is damaged, so the keys cannot be opened; put a copy of it back.</source>
        <translation>%1 ist beschädigt, deshalb können die Schlüssel nicht geöffnet werden; stellen Sie eine Kopie wieder her.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::WindowActions</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;Previous Page</source>
        <translation>V&amp;orherige Seite</translation>
    </message>
    <message>
        <source>Next P&amp;ane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;About Gatehouse</source>
        <translation>&amp;Über Gatehouse</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Writer</name>
    <message>
        <source>An earlier change failed and took this one along. Try again.</source>
        <translation>Eine frühere Änderung schlug fehl und nahm diese mit. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
</TS>
