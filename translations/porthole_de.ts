<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>porthole::AboutDialog</name>
    <message>
        <source>About Porthole</source>
        <translation>Über Porthole</translation>
    </message>
    <message>
        <source>Porthole %1</source>
        <translation>Porthole %1</translation>
    </message>
    <message>
        <source>A WebSocket server with a window on it</source>
        <translation>Ein WebSocket-Server mit einem Fenster darauf</translation>
    </message>
    <message>
        <source>Free software under the MIT licence</source>
        <translation>Freie Software unter der MIT-Lizenz</translation>
    </message>
    <message>
        <source>Qt %1, used under the LGPL version 3</source>
        <translation>Qt %1, verwendet unter der LGPL Version 3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>&amp;Änderungen</translation>
    </message>
    <message>
        <source>## Libraries</source>
        <translation>## Bibliotheken</translation>
    </message>
    <message>
        <source>LGPL version 3</source>
        <translation>LGPL Version 3</translation>
    </message>
    <message>
        <source>MIT licence</source>
        <translation>MIT-Lizenz</translation>
    </message>
    <message>
        <source>zlib licence</source>
        <translation>zlib-Lizenz</translation>
    </message>
    <message>
        <source>Apache licence 2.0, where TLS is used</source>
        <translation>Apache-Lizenz 2.0, wo TLS verwendet wird</translation>
    </message>
    <message>
        <source>## Porthole</source>
        <translation>## Porthole</translation>
    </message>
</context>
<context>
    <name>porthole::ActivityPane</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Let go of the chosen time</source>
        <translation>Gewählte Zeit loslassen</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>Letzte 10 Minuten</translation>
    </message>
    <message>
        <source>Last 2 hours</source>
        <translation>Letzte 2 Stunden</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Nachrichten je Sekunde</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>Bytes je Sekunde</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Loop lag</source>
        <translation>Schleifenverzug</translation>
    </message>
    <message>
        <source>Closes by cause</source>
        <translation>Schließungen nach Ursache</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>porthole::Audit</name>
    <message>
        <source>push</source>
        <translation>senden</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>pingen</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>trennen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>porthole::AuditDialog</name>
    <message>
        <source>Actions by hand</source>
        <translation>Handlungen von Hand</translation>
    </message>
    <message>
        <source>Nothing was done by hand yet.</source>
        <translation>Noch wurde nichts von Hand getan.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>porthole::Buttons</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>porthole::Chart</name>
    <message>
        <source>scale to %1</source>
        <translation>Skala bis %1</translation>
    </message>
</context>
<context>
    <name>porthole::ClientColumns</name>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>Subprotokoll</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>Bytes ein</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>Bytes aus</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Number of the client; never given twice</source>
        <translation>Nummer des Clients; wird nie zweimal vergeben</translation>
    </message>
    <message>
        <source>Address and port the client comes from</source>
        <translation>Adresse und Port, von denen der Client kommt</translation>
    </message>
    <message>
        <source>Path of its request</source>
        <translation>Pfad seiner Anfrage</translation>
    </message>
    <message>
        <source>Subprotocol agreed on in the handshake</source>
        <translation>Im Handshake vereinbartes Subprotokoll</translation>
    </message>
    <message>
        <source>How long it has been connected</source>
        <translation>Wie lange er verbunden ist</translation>
    </message>
    <message>
        <source>How long ago its last message went in or out</source>
        <translation>Wie lange seine letzte Nachricht ein oder aus her ist</translation>
    </message>
    <message>
        <source>Messages received from it</source>
        <translation>Von ihm empfangene Nachrichten</translation>
    </message>
    <message>
        <source>Messages sent to it</source>
        <translation>An ihn gesendete Nachrichten</translation>
    </message>
    <message>
        <source>Bytes of payload received from it</source>
        <translation>Von ihm empfangene Bytes Nutzlast</translation>
    </message>
    <message>
        <source>Bytes of payload sent to it</source>
        <translation>An ihn gesendete Bytes Nutzlast</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent to it</source>
        <translation>Bytes, die darauf warten, an ihn gesendet zu werden</translation>
    </message>
    <message>
        <source>Thread that serves it</source>
        <translation>Thread, der ihn bedient</translation>
    </message>
    <message>
        <source>What speaks WebSocket with it</source>
        <translation>Was WebSocket mit ihm spricht</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>What its messages are compressed with: windows of server and client, contexts kept</source>
        <translation>Womit seine Nachrichten komprimiert werden: Fenster von Server und Client, behaltene Kontexte</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>User that a handler bound it to</source>
        <translation>Benutzer, dem ein Handler ihn zugeordnet hat</translation>
    </message>
    <message>
        <source>Rooms it is in</source>
        <translation>Räume, in denen er ist</translation>
    </message>
    <message>
        <source>Time from the last ping to its pong</source>
        <translation>Zeit vom letzten Ping bis zu seinem Pong</translation>
    </message>
</context>
<context>
    <name>porthole::ClientFields</name>
    <message>
        <source>number of the client</source>
        <translation>Nummer des Clients</translation>
    </message>
    <message>
        <source>address and port</source>
        <translation>Adresse und Port</translation>
    </message>
    <message>
        <source>path of its request</source>
        <translation>Pfad seiner Anfrage</translation>
    </message>
    <message>
        <source>as agreed on</source>
        <translation>wie vereinbart</translation>
    </message>
    <message>
        <source>whose it is</source>
        <translation>wem er gehört</translation>
    </message>
    <message>
        <source>one of the rooms it is in</source>
        <translation>einer der Räume, in denen er ist</translation>
    </message>
    <message>
        <source>for how long, like 5min</source>
        <translation>wie lange schon, etwa 5min</translation>
    </message>
    <message>
        <source>since its last message, like 30s</source>
        <translation>seit seiner letzten Nachricht, etwa 30s</translation>
    </message>
    <message>
        <source>messages received from it</source>
        <translation>von ihm empfangene Nachrichten</translation>
    </message>
    <message>
        <source>messages sent to it</source>
        <translation>an ihn gesendete Nachrichten</translation>
    </message>
    <message>
        <source>payload received from it, like 1M</source>
        <translation>von ihm empfangene Nutzdaten, etwa 1M</translation>
    </message>
    <message>
        <source>payload sent to it, like 1M</source>
        <translation>an ihn gesendete Nutzdaten, etwa 1M</translation>
    </message>
    <message>
        <source>bytes that wait to be sent, like 64k</source>
        <translation>Bytes, die auf das Senden warten, etwa 64k</translation>
    </message>
    <message>
        <source>from ping to pong, like 50ms</source>
        <translation>von Ping bis Pong, etwa 50ms</translation>
    </message>
    <message>
        <source>thread that serves it</source>
        <translation>Thread, der ihn bedient</translation>
    </message>
    <message>
        <source>qt or native</source>
        <translation>qt oder native</translation>
    </message>
    <message>
        <source>as agreed on, like deflate</source>
        <translation>wie vereinbart, etwa deflate</translation>
    </message>
    <message>
        <source>when it was closed</source>
        <translation>wann er geschlossen wurde</translation>
    </message>
    <message>
        <source>close code, like 1006</source>
        <translation>Schließcode, etwa 1006</translation>
    </message>
    <message>
        <source>close reason</source>
        <translation>Grund des Schließens</translation>
    </message>
    <message>
        <source>why it was closed, like &quot;slow consumer&quot;</source>
        <translation>warum er geschlossen wurde, etwa &quot;slow consumer&quot;</translation>
    </message>
    <message>
        <source>who closed it</source>
        <translation>wer ihn geschlossen hat</translation>
    </message>
</context>
<context>
    <name>porthole::ClientView</name>
    <message>
        <source>Client and its handshake</source>
        <translation>Client und sein Handshake</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1</source>
        <translation>
            <numerusform>%Ln Nachricht, %1</numerusform>
            <numerusform>%Ln Nachrichten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Bedient von</translation>
    </message>
    <message>
        <source>worker %1, engine %2</source>
        <translation>Worker %1, Engine %2</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>Subprotokoll</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Geschlossen von</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Verdecken</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Secrets of the handshake are shown.</source>
        <translation>Geheimnisse des Handshakes sind sichtbar.</translation>
    </message>
    <message>
        <source>Secrets of the handshake are masked.</source>
        <translation>Geheimnisse des Handshakes sind verdeckt.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>From ping to pong</source>
        <translation>Von Ping bis Pong</translation>
    </message>
</context>
<context>
    <name>porthole::ClientsPane</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Filter clients</source>
        <translation>Clients filtern</translation>
    </message>
    <message>
        <source>Connected or closed clients</source>
        <translation>Verbundene oder geschlossene Clients</translation>
    </message>
    <message>
        <source>&amp;Push to…</source>
        <translation>&amp;Senden an …</translation>
    </message>
    <message>
        <source>Show &amp;only its messages</source>
        <translation>&amp;Nur seine Nachrichten zeigen</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen …</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>Verbundene Clients</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>Kein Client ist verbunden.</translation>
    </message>
    <message>
        <source>Closed clients</source>
        <translation>Geschlossene Clients</translation>
    </message>
    <message>
        <source>No client has left yet.</source>
        <translation>Noch kein Client ist gegangen.</translation>
    </message>
    <message>
        <source>Connected %L1</source>
        <translation>Verbunden %L1</translation>
    </message>
    <message>
        <source>Closed %L1</source>
        <translation>Geschlossen %L1</translation>
    </message>
    <message>
        <source>%L1 of %L2 shown</source>
        <translation>%L1 von %L2 gezeigt</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>Kein Client passt zum Filter.</translation>
    </message>
    <message>
        <source>P&amp;ing</source>
        <translation>P&amp;ingen</translation>
    </message>
    <message>
        <source>Show those that &amp;left</source>
        <translation>Zeige, wer &amp;gegangen ist</translation>
    </message>
</context>
<context>
    <name>porthole::CloseCheck</name>
    <message>
        <source>Give a code.</source>
        <translation>Ein Code fehlt.</translation>
    </message>
    <message>
        <source>A code is a number.</source>
        <translation>Ein Code ist eine Zahl.</translation>
    </message>
    <message>
        <source>%1 is reserved and never sent.</source>
        <translation>%1 ist reserviert und wird nie gesendet.</translation>
    </message>
    <message>
        <source>%1 may not be sent. Use 1000–1003, 1007–1014 or 3000–4999.</source>
        <translation>%1 darf nicht gesendet werden. Erlaubt sind 1000–1003, 1007–1014 und 3000–4999.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) too long. A reason has at most 123 bytes.</source>
        <translation>
            <numerusform>%Ln Byte zu lang. Ein Grund hat höchstens 123 Bytes.</numerusform>
            <numerusform>%Ln Bytes zu lang. Ein Grund hat höchstens 123 Bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ClosedModel</name>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Geschlossen von</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>Verbunden</translation>
    </message>
</context>
<context>
    <name>porthole::ComposeBar</name>
    <message>
        <source>Messages pushed before</source>
        <translation>Früher gesendete Nachrichten</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>Art der Nachricht</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>What became of the message</source>
        <translation>Was aus der Nachricht wurde</translation>
    </message>
    <message>
        <source>Push the message (%1)</source>
        <translation>Die Nachricht senden (%1)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Selected (%L1)</source>
        <translation>Ausgewählte (%L1)</translation>
    </message>
    <message>
        <source>All clients (%L1)</source>
        <translation>Alle Clients (%L1)</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>Kein Client ist verbunden.</translation>
    </message>
    <message>
        <source>Select clients in the table, or push to all.</source>
        <translation>In der Tabelle Clients auswählen oder an alle senden.</translation>
    </message>
    <message numerus="yes">
        <source>to %Ln client(s)</source>
        <translation>
            <numerusform>an %Ln Client</numerusform>
            <numerusform>an %Ln Clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push this to %Ln client(s)?</source>
        <translation>
            <numerusform>Dies an %Ln Client senden?</numerusform>
            <numerusform>Dies an %Ln Clients senden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Nothing was pushed yet</source>
        <translation>Noch nichts gesendet</translation>
    </message>
    <message>
        <source>Shown by the filter (%L1)</source>
        <translation>Vom Filter gezeigte (%L1)</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>Kein Client passt zum Filter.</translation>
    </message>
    <message>
        <source>The window is read-only: nothing is pushed.</source>
        <translation>Das Fenster ist schreibgeschützt: Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>&amp;Stop pushing</source>
        <translation>&amp;Senden anhalten</translation>
    </message>
    <message numerus="yes">
        <source>pushed %Ln time(s)</source>
        <translation>
            <numerusform>%Ln-mal gesendet</numerusform>
            <numerusform>%Ln-mal gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File as text</source>
        <translation>Datei als Text</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>In text and JSON these stand for something else in each message: %1</source>
        <translation>In Text und JSON stehen diese in jeder Nachricht für etwas anderes: %1</translation>
    </message>
    <message>
        <source>&amp;Saved messages…</source>
        <translation>&amp;Gespeicherte Nachrichten …</translation>
    </message>
    <message>
        <source>&amp;Repeat until stopped</source>
        <translation>&amp;Wiederholen bis zum Anhalten</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Saved messages (%1)</source>
        <translation>Gespeicherte Nachrichten (%1)</translation>
    </message>
    <message>
        <source>Repeat until stopped (%1)</source>
        <translation>Wiederholen bis zum Anhalten (%1)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time between repetitions</source>
        <translation>Zeit zwischen Wiederholungen</translation>
    </message>
    <message>
        <source>Pushed &amp;before</source>
        <translation>&amp;Zuvor gesendet</translation>
    </message>
    <message>
        <source>Insert a &amp;variable</source>
        <translation>&amp;Variable einfügen</translation>
    </message>
    <message>
        <source>Push a &amp;file…</source>
        <translation>&amp;Datei senden …</translation>
    </message>
    <message>
        <source>Push a file</source>
        <translation>Datei senden</translation>
    </message>
    <message>
        <source>A room (%L1)</source>
        <translation>Ein Raum (%L1)</translation>
    </message>
    <message>
        <source>No client is in a room.</source>
        <translation>Kein Client ist in einem Raum.</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Raum %1</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>No client is in the room %1.</source>
        <translation>Kein Client ist im Raum %1.</translation>
    </message>
</context>
<context>
    <name>porthole::ConsoleModel</name>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>porthole::ConsolePane</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Console of the script</source>
        <translation>Konsole des Skripts</translation>
    </message>
    <message>
        <source>What the script writes with console.log() comes here.</source>
        <translation>Was das Skript mit console.log() schreibt, erscheint hier.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info und höher</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Niedrigste Stufe</translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation>In der Konsole suchen</translation>
    </message>
    <message>
        <source>Clear the console</source>
        <translation>Konsole leeren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>All of the chosen line</source>
        <translation>Die ganze gewählte Zeile</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>porthole::Delivery</name>
    <message>
        <source>Stopped: the window is read-only now.</source>
        <translation>Angehalten: Das Fenster ist jetzt schreibgeschützt.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: there are more than %Ln receiver(s) now.</source>
        <translation>
            <numerusform>Angehalten: Es ist jetzt mehr als %Ln Empfänger.</numerusform>
            <numerusform>Angehalten: Es sind jetzt mehr als %Ln Empfänger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>Niemand war da, um es zu empfangen.</translation>
    </message>
    <message>
        <source>The window is read-only.</source>
        <translation>Das Fenster ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Stopped: no receiver is left.</source>
        <translation>Angehalten: Kein Empfänger ist mehr da.</translation>
    </message>
</context>
<context>
    <name>porthole::DetailPane</name>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Choose a message or a client to see all of it.</source>
        <translation>Eine Nachricht oder einen Client auswählen, um alles davon zu sehen.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>How the message is shown</source>
        <translation>Wie die Nachricht gezeigt wird</translation>
    </message>
    <message>
        <source>only the first %1 were kept</source>
        <translation>nur die ersten %1 wurden behalten</translation>
    </message>
    <message>
        <source>%1 has left; nothing more is known of it.</source>
        <translation>%1 ist gegangen; mehr ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Alles davon kopieren</translation>
    </message>
    <message>
        <source>JSON as a tree that can be folded</source>
        <translation>JSON als Baum zum Falten</translation>
    </message>
</context>
<context>
    <name>porthole::DisconnectDialog</name>
    <message numerus="yes">
        <source>Disconnect %Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client trennen</numerusform>
            <numerusform>%Ln Clients trennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>Close-Code</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Optional; the client can read it</source>
        <translation>Freiwillig; der Client kann ihn lesen</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>for your own use</source>
        <translation>zur eigenen Verwendung</translation>
    </message>
    <message>
        <source>for libraries and frameworks</source>
        <translation>für Bibliotheken und Frameworks</translation>
    </message>
    <message>
        <source>%1 of 123 bytes</source>
        <translation>%1 von 123 Bytes</translation>
    </message>
</context>
<context>
    <name>porthole::DraftCheck</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>“%1” is no hex digit</source>
        <translation>„%1“ ist keine Hex-Ziffer</translation>
    </message>
    <message>
        <source>the last byte has only one digit</source>
        <translation>das letzte Byte hat nur eine Ziffer</translation>
    </message>
    <message>
        <source>A ping carries at most 125 bytes, and this is %1.</source>
        <translation>Ein Ping trägt höchstens 125 Bytes, und dies sind %1.</translation>
    </message>
    <message>
        <source>nothing may follow the padding</source>
        <translation>nach dem Auffüllen darf nichts folgen</translation>
    </message>
    <message>
        <source>“%1” is no letter of Base64</source>
        <translation>„%1“ ist kein Zeichen von Base64</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 go as one message.</source>
        <translation>Die Datei hat %1; höchstens %2 gehen als eine Nachricht.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file is not UTF-8, so it cannot go as text.</source>
        <translation>Die Datei ist kein UTF-8 und kann nicht als Text gehen.</translation>
    </message>
</context>
<context>
    <name>porthole::ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Mask secrets in paths and header fields</source>
        <translation>&amp;Geheimnisse in Pfaden und Kopffeldern verbergen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>Nachrichten exportieren</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>Ausgewählte Zeilen</translation>
    </message>
    <message>
        <source>Rows that are shown</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>All rows that are kept</source>
        <translation>Alle behaltenen Zeilen</translation>
    </message>
    <message>
        <source>NDJSON, which can be opened again</source>
        <translation>NDJSON, lässt sich wieder öffnen</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>HAR, as browsers and proxies write it</source>
        <translation>HAR, wie Browser und Proxys es schreiben</translation>
    </message>
    <message>
        <source>This file is there already. Export again to replace it.</source>
        <translation>Diese Datei gibt es schon. Noch einmal exportieren ersetzt sie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>%Ln Zeile nach %1 exportiert</numerusform>
            <numerusform>%Ln Zeilen nach %1 exportiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ExportJob</name>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>porthole::FaultWatch</name>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) closed for a fault: %1</source>
        <translation>
            <numerusform>%Ln Client wegen eines Fehlers geschlossen: %1</numerusform>
            <numerusform>%Ln Clients wegen eines Fehlers geschlossen: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::FileFault</name>
    <message>
        <source>Say which file to write.</source>
        <translation>Gib an, welche Datei geschrieben werden soll.</translation>
    </message>
    <message>
        <source>%1 is a folder; add a file name.</source>
        <translation>%1 ist ein Ordner; ergänze einen Dateinamen.</translation>
    </message>
    <message>
        <source>There is no folder %1; create it or choose another.</source>
        <translation>Den Ordner %1 gibt es nicht; lege ihn an oder wähle einen anderen.</translation>
    </message>
    <message>
        <source>Writing to %1 is not allowed; choose another folder.</source>
        <translation>In %1 darf nicht geschrieben werden; wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2); free some space or choose another folder.</source>
        <translation>%1 ließ sich nicht schreiben (%2); schaffe Platz oder wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 could not be read (%2); check its name and who may read it.</source>
        <translation>%1 ließ sich nicht lesen (%2); prüfe den Namen und wer sie lesen darf.</translation>
    </message>
</context>
<context>
    <name>porthole::FilterEdit</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Fields to filter by</source>
        <translation>Felder, nach denen gefiltert wird</translation>
    </message>
</context>
<context>
    <name>porthole::FilterLexer</name>
    <message>
        <source>Write == for equal, or =~ for a regular expression.</source>
        <translation>Für „gleich“ steht ==, für einen regulären Ausdruck =~.</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>Das Anführungszeichen ist nicht geschlossen.</translation>
    </message>
</context>
<context>
    <name>porthole::FilterOperand</name>
    <message>
        <source>=~ finds in text, and %1 is none; write ==.</source>
        <translation>=~ sucht in Text, und %1 ist keiner; schreibe ==.</translation>
    </message>
    <message>
        <source>%1 can be compared with == and != only.</source>
        <translation>%1 lässt sich nur mit == und != vergleichen.</translation>
    </message>
    <message>
        <source>The regular expression is not right here: %1.</source>
        <translation>Der reguläre Ausdruck stimmt hier nicht: %1.</translation>
    </message>
    <message>
        <source>A size is written like 512, 1k or 2MiB.</source>
        <translation>Eine Größe schreibt man wie 512, 1k oder 2MiB.</translation>
    </message>
    <message>
        <source>A span of time needs a unit: 250ms, 30s, 5min, 2h.</source>
        <translation>Eine Zeitspanne braucht eine Einheit: 250ms, 30s, 5min, 2h.</translation>
    </message>
    <message>
        <source>A client is written like 12 or #12.</source>
        <translation>Einen Client schreibt man wie 12 oder #12.</translation>
    </message>
    <message>
        <source>A number is needed here, like 12 or 1.5k.</source>
        <translation>Hier fehlt eine Zahl wie 12 oder 1.5k.</translation>
    </message>
    <message>
        <source>A time is written like 12:00, 12:00:01.250, &quot;2026-01-31 12:00&quot; or -5min.</source>
        <translation>Eine Zeit schreibt man wie 12:00, 12:00:01.250, &quot;2026-01-31 12:00&quot; oder -5min.</translation>
    </message>
    <message>
        <source>%1 is one of: %2.</source>
        <translation>%1 ist eines von: %2.</translation>
    </message>
</context>
<context>
    <name>porthole::FilterParser</name>
    <message>
        <source>This parenthesis was not opened.</source>
        <translation>Diese Klammer wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>A field or a word must stand before this.</source>
        <translation>Davor muss ein Feld oder ein Wort stehen.</translation>
    </message>
    <message>
        <source>Something is missing here: a field or a word.</source>
        <translation>Hier fehlt etwas: ein Feld oder ein Wort.</translation>
    </message>
    <message>
        <source>The parentheses are nested too deeply.</source>
        <translation>Die Klammern sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>There is no field %1. The fields are %2.</source>
        <translation>Ein Feld %1 gibt es nicht. Die Felder sind %2.</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>Hier fehlt ein Wert.</translation>
    </message>
</context>
<context>
    <name>porthole::Format</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>Fortsetzung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>Pong</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>client has left</source>
        <translation>Client ist gegangen</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>nicht offen</translation>
    </message>
    <message>
        <source>backlog full</source>
        <translation>Rückstau voll</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>not allowed now</source>
        <translation>jetzt nicht erlaubt</translation>
    </message>
    <message>
        <source>peer close</source>
        <translation>von der Gegenstelle</translation>
    </message>
    <message>
        <source>server close</source>
        <translation>vom Server</translation>
    </message>
    <message>
        <source>kicked by operator</source>
        <translation>vom Bediener getrennt</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>shutdown</source>
        <translation>Server beendet</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>Protokollfehler</translation>
    </message>
    <message>
        <source>bad UTF-8</source>
        <translation>falsches UTF-8</translation>
    </message>
    <message>
        <source>stalled frame</source>
        <translation>stockender Frame</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>no pong</source>
        <translation>kein Pong</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>handshake timeout</source>
        <translation>Handshake zu langsam</translation>
    </message>
    <message>
        <source>bad handshake</source>
        <translation>falscher Handshake</translation>
    </message>
    <message>
        <source>not an upgrade</source>
        <translation>kein Upgrade</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>too many clients</source>
        <translation>zu viele Clients</translation>
    </message>
    <message>
        <source>too many clients of an address</source>
        <translation>zu viele Clients einer Adresse</translation>
    </message>
    <message>
        <source>too many handshakes</source>
        <translation>zu viele Handshakes</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS-Handshake</translation>
    </message>
    <message>
        <source>queues full</source>
        <translation>Warteschlangen voll</translation>
    </message>
    <message>
        <source>handler error</source>
        <translation>Fehler im Handler</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>end of stream</source>
        <translation>Ende des Stroms</translation>
    </message>
    <message>
        <source>normal closure</source>
        <translation>normales Ende</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>geht weg</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>nicht unterstützte Daten</translation>
    </message>
    <message>
        <source>no code given</source>
        <translation>kein Code angegeben</translation>
    </message>
    <message>
        <source>no close frame</source>
        <translation>kein Close-Frame</translation>
    </message>
    <message>
        <source>invalid payload</source>
        <translation>ungültige Nutzlast</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>Verstoß gegen die Regeln</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>Nachricht zu groß</translation>
    </message>
    <message>
        <source>mandatory extension</source>
        <translation>verlangte Erweiterung</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>service restart</source>
        <translation>Neustart des Dienstes</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>später erneut versuchen</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>falsches Gateway</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS-Handshake fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>porthole::HandlerFiles</name>
    <message>
        <source>%1 is not there any more; save it again or choose another handler.</source>
        <translation>%1 gibt es nicht mehr; speichern Sie die Datei wieder oder wählen Sie einen anderen Handler.</translation>
    </message>
    <message>
        <source>Nothing on this desktop opens %1; open it in an editor of your choice.</source>
        <translation>Nichts auf diesem Desktop öffnet %1; öffnen Sie die Datei in einem Editor Ihrer Wahl.</translation>
    </message>
</context>
<context>
    <name>porthole::HeaderBar</name>
    <message>
        <source>clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>in/s</source>
        <translation>ein/s</translation>
    </message>
    <message>
        <source>out/s</source>
        <translation>aus/s</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Die Adresse kopieren</translation>
    </message>
    <message>
        <source>Messages a second over the last minute</source>
        <translation>Nachrichten je Sekunde in der letzten Minute</translation>
    </message>
    <message>
        <source>Messages a second, in and out, over the last minute</source>
        <translation>Nachrichten je Sekunde, ein und aus, in der letzten Minute</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Nimmt nichts an</translation>
    </message>
    <message>
        <source>engine %1</source>
        <translation>Engine %1</translation>
    </message>
</context>
<context>
    <name>porthole::HexPayloadView</name>
    <message>
        <source>Payload as hex</source>
        <translation>Nutzlast als Hex</translation>
    </message>
</context>
<context>
    <name>porthole::JsonPayloadView</name>
    <message>
        <source>Payload as JSON</source>
        <translation>Nutzlast als JSON</translation>
    </message>
    <message>
        <source>Not JSON: at byte %1, %2.</source>
        <translation>Kein JSON: bei Byte %1: %2.</translation>
    </message>
</context>
<context>
    <name>porthole::JsonText</name>
    <message>
        <source>the object is not closed</source>
        <translation>das Objekt ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a colon is missing after the name</source>
        <translation>nach dem Namen fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>the array is not closed</source>
        <translation>das Array ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>ein Komma fehlt</translation>
    </message>
    <message>
        <source>this is no value</source>
        <translation>das ist kein Wert</translation>
    </message>
    <message>
        <source>it ends within a number</source>
        <translation>es endet mitten in einer Zahl</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>das ist keine Zahl</translation>
    </message>
    <message>
        <source>this escape is not known</source>
        <translation>diese Escape-Folge ist unbekannt</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>das ist kein UTF-8</translation>
    </message>
    <message>
        <source>the string is not closed</source>
        <translation>die Zeichenkette ist nicht geschlossen</translation>
    </message>
    <message>
        <source>an object is missing</source>
        <translation>ein Objekt fehlt</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>nach dem Wert folgt noch etwas</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>das ist kein JSON</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>es ist kein Wert da</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTree</name>
    <message>
        <source>Payload as a tree</source>
        <translation>Nutzdaten als Baum</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy the path for a filter</source>
        <translation>Pfad für einen Filter kopieren</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles entfalten</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles falten</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTreeModel</name>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 … (%2 mehr)</translation>
    </message>
</context>
<context>
    <name>porthole::LogWindow</name>
    <message>
        <source>%1 – Porthole</source>
        <translation>%1 – Porthole</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Reading: %1 %</source>
        <translation>Wird gelesen: %1 %</translation>
    </message>
    <message>
        <source>Open exported messages</source>
        <translation>Exportierte Nachrichten öffnen</translation>
    </message>
    <message>
        <source>Exported messages (*.ndjson *.jsonl);;All files (*)</source>
        <translation>Exportierte Nachrichten (*.ndjson *.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Nachrichten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out.</source>
        <translation>
            <numerusform>%Ln Zeile ausgelassen.</numerusform>
            <numerusform>%Ln Zeilen ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::MainWindow</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message>
        <source>%1 – Porthole</source>
        <translation>%1 – Porthole</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>Der Server läuft nicht.</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Clients</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>Die Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;How to connect</source>
        <translation>&amp;Wie man verbindet</translation>
    </message>
    <message>
        <source>Push bar</source>
        <translation>Sendeleiste</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Push bar</source>
        <translation>&amp;Sendeleiste</translation>
    </message>
    <message>
        <source>Filter of the c&amp;lients</source>
        <translation>&amp;Filter der Clients</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>N&amp;ächster Bereich</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Porthole</source>
        <translation>&amp;Über Porthole</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>Schreib&amp;geschützt</translation>
    </message>
    <message>
        <source>&amp;Actions by hand…</source>
        <translation>&amp;Handlungen von Hand …</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>C&amp;onsole</source>
        <translation>K&amp;onsole</translation>
    </message>
    <message>
        <source>New handler from a &amp;template…</source>
        <translation>Neuer Handler aus einer &amp;Vorlage …</translation>
    </message>
    <message>
        <source>&amp;Open the handler in an editor</source>
        <translation>Handler in einem Editor ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>porthole::MessageFields</name>
    <message>
        <source>in or out</source>
        <translation>in (empfangen) oder out (gesendet)</translation>
    </message>
    <message>
        <source>number of the client</source>
        <translation>Nummer des Clients</translation>
    </message>
    <message>
        <source>text, binary, close, ping, pong, refused</source>
        <translation>text, binary, close, ping, pong, refused</translation>
    </message>
    <message>
        <source>bytes of payload, like 1k</source>
        <translation>Bytes an Nutzdaten, etwa 1k</translation>
    </message>
    <message>
        <source>path of the client&apos;s request</source>
        <translation>Pfad der Anfrage des Clients</translation>
    </message>
    <message>
        <source>address and port of the client</source>
        <translation>Adresse und Port des Clients</translation>
    </message>
    <message>
        <source>the payload as text</source>
        <translation>die Nutzdaten als Text</translation>
    </message>
    <message>
        <source>a value in the payload: json.type, json.items.0.id</source>
        <translation>ein Wert in den Nutzdaten: json.type, json.items.0.id</translation>
    </message>
    <message>
        <source>when: 12:00:01, or -5min for five minutes ago</source>
        <translation>wann: 12:00:01, oder -5min für vor fünf Minuten</translation>
    </message>
    <message>
        <source>code of a close frame</source>
        <translation>Code eines Close-Frames</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesModel</name>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 … (%2 mehr)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesPane</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>Nachrichten filtern</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filter …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Jump to &amp;newest</source>
        <translation>Zur &amp;neuesten</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Ein und aus</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln client(s)</source>
        <translation>
            <numerusform>Nur %Ln Client</numerusform>
            <numerusform>Nur %Ln Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the messages of all clients again</source>
        <translation>Wieder die Nachrichten aller Clients zeigen</translation>
    </message>
    <message>
        <source>%1: show all again</source>
        <translation>%1: wieder alle zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1 older dropped</source>
        <translation>%1 ältere verworfen</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>&amp;Resume  +%1</source>
        <translation>&amp;Weiter  +%1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>%1 messages came while paused and did not fit any more.</source>
        <translation>%1 Nachrichten kamen währenddessen und passten nicht mehr.</translation>
    </message>
    <message>
        <source>No message fits the filter.</source>
        <translation>Keine Nachricht passt zum Filter.</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Noch keine Nachrichten.</translation>
    </message>
    <message>
        <source>&amp;Control frames and refusals</source>
        <translation>&amp;Kontrollframes und Ablehnungen</translation>
    </message>
    <message>
        <source>Show &amp;only its client</source>
        <translation>N&amp;ur ihren Client zeigen</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Open an export…</source>
        <translation>E&amp;xport öffnen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1 apart</source>
        <translation>
            <numerusform>%Ln ausgewählt, %1 auseinander</numerusform>
            <numerusform>%Ln ausgewählt, %1 auseinander</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::Ndjson</name>
    <message>
        <source>It is no JSON object.</source>
        <translation>Sie ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>It has no time as Porthole exports it.</source>
        <translation>Sie hat keine Zeit, wie Porthole sie exportiert.</translation>
    </message>
    <message>
        <source>Its type or its payload is missing.</source>
        <translation>Typ oder Nutzdaten fehlen.</translation>
    </message>
</context>
<context>
    <name>porthole::NewHandlerDialog</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New handler from a template</source>
        <translation>Neuer Handler aus einer Vorlage</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Source of the template</source>
        <translation>Quelltext der Vorlage</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save the handler</source>
        <translation>Handler speichern</translation>
    </message>
    <message>
        <source>The name of a handler&apos;s file ends with .js or .mjs.</source>
        <translation>Der Name einer Handler-Datei endet auf .js oder .mjs.</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message>
        <source>%1 is there already. Write the template over it?</source>
        <translation>%1 gibt es schon. Mit der Vorlage überschreiben?</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Überschreiben</translation>
    </message>
</context>
<context>
    <name>porthole::NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>porthole::OpenJob</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 holds no row of an exported log; choose a file that was exported as NDJSON.</source>
        <translation>%1 enthält keine Zeile eines exportierten Protokolls; wähle eine Datei, die als NDJSON exportiert wurde.</translation>
    </message>
</context>
<context>
    <name>porthole::Operations</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>Handler</translation>
    </message>
</context>
<context>
    <name>porthole::Outcome</name>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>Niemand war da, um sie zu empfangen.</translation>
    </message>
    <message numerus="yes">
        <source>sent to %Ln</source>
        <translation>
            <numerusform>an %Ln gesendet</numerusform>
            <numerusform>an %Ln gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queued for %Ln</source>
        <translation>
            <numerusform>für %Ln in der Warteschlange</numerusform>
            <numerusform>für %Ln in der Warteschlange</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused: %1</source>
        <translation>
            <numerusform>%Ln abgelehnt: %1</numerusform>
            <numerusform>%Ln abgelehnt: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client wird getrennt</numerusform>
            <numerusform>%Ln Clients werden getrennt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s), %1 refused: %2</source>
        <translation>
            <numerusform>%Ln Client wird getrennt, %1 abgelehnt: %2</numerusform>
            <numerusform>%Ln Clients werden getrennt, %1 abgelehnt: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message numerus="yes">
        <source>Pinged %Ln client(s)</source>
        <translation>
            <numerusform>Ping an %Ln Client</numerusform>
            <numerusform>Ping an %Ln Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 refused: %3</source>
        <translation>%1, %2 abgewiesen: %3</translation>
    </message>
</context>
<context>
    <name>porthole::PaneTitle</name>
    <message>
        <source>Detach %1</source>
        <translation>%1 ablösen</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>porthole::PayloadView</name>
    <message>
        <source>Page before</source>
        <translation>Seite davor</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of %3; Copy takes all of it</source>
        <translation>Bytes %1 bis %2 von %3; Kopieren nimmt alles</translation>
    </message>
</context>
<context>
    <name>porthole::SavedDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>Gespeicherte Nachrichten</translation>
    </message>
    <message>
        <source>Name, to save the message under or to find one</source>
        <translation>Name, um die Nachricht zu speichern oder eine zu finden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Replace with the message</source>
        <translation>Durch die Nachricht &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Save the message</source>
        <translation>Nachricht &amp;speichern</translation>
    </message>
</context>
<context>
    <name>porthole::ServerForm</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address, localhost, or unix: and a path.</source>
        <translation>Eine IPv4- oder IPv6-Adresse, localhost, oder unix: und ein Pfad.</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>irgendein freier</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>&amp;Worker</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>einer je Kern</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Engine</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>native</source>
        <translation>native</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>&amp;Handler</source>
        <translation>&amp;Handler</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB.</source>
        <translation>Schreiben Sie 65536, 64KiB oder 1MiB.</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min.</source>
        <translation>Schreiben Sie 500ms, 10s oder 5min.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Longest message</source>
        <translation>&amp;Längste Nachricht</translation>
    </message>
    <message>
        <source>&amp;Queue of a client</source>
        <translation>&amp;Warteschlange eines Clients</translation>
    </message>
    <message>
        <source>When a queue is &amp;full</source>
        <translation>Wenn eine Schlange &amp;voll ist</translation>
    </message>
    <message>
        <source>close the client</source>
        <translation>den Client schließen</translation>
    </message>
    <message>
        <source>drop the newest message</source>
        <translation>die neueste Nachricht verwerfen</translation>
    </message>
    <message>
        <source>drop the oldest messages</source>
        <translation>die ältesten Nachrichten verwerfen</translation>
    </message>
    <message>
        <source>take no message</source>
        <translation>keine Nachricht annehmen</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Clients</translation>
    </message>
    <message>
        <source>Clients of an &amp;address</source>
        <translation>Clients einer &amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;New clients a second</source>
        <translation>&amp;Neue Clients je Sekunde</translation>
    </message>
    <message>
        <source>&amp;Messages a second from a client</source>
        <translation>&amp;Nachrichten je Sekunde von einem Client</translation>
    </message>
    <message>
        <source>&amp;Bytes a second from a client</source>
        <translation>&amp;Bytes je Sekunde von einem Client</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB; 0 is no limit.</source>
        <translation>Schreiben Sie 65536, 64KiB oder 1MiB; 0 ist keine Grenze.</translation>
    </message>
    <message>
        <source>&amp;Time between pings</source>
        <translation>&amp;Zeit zwischen Pings</translation>
    </message>
    <message>
        <source>Time for the &amp;pong</source>
        <translation>Zeit für den &amp;Pong</translation>
    </message>
    <message>
        <source>Longest &amp;silence</source>
        <translation>Längste &amp;Stille</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min; 0 is for ever.</source>
        <translation>Schreiben Sie 500ms, 10s oder 5min; 0 ist für immer.</translation>
    </message>
</context>
<context>
    <name>porthole::ServerPanel</name>
    <message>
        <source>&amp;Handler</source>
        <translation>&amp;Handler</translation>
    </message>
    <message>
        <source>Start a&amp;new</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>What answers the clients</source>
        <translation>Was den Clients antwortet</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Server anhalten</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>Handler: %1</source>
        <translation>Handler: %1</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>%Ln Client wird mit 1001 geschlossen.</numerusform>
            <numerusform>%Ln Clients werden mit 1001 geschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>Den Server anhalten?</translation>
    </message>
    <message>
        <source>Start the server anew?</source>
        <translation>Den Server neu starten?</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>The server has to be started anew for this.</source>
        <translation>Dafür muss der Server neu gestartet werden.</translation>
    </message>
</context>
<context>
    <name>porthole::ServerSentences</name>
    <message>
        <source>Port %1 on %2 is taken: end the program that has it, or choose another port, or 0 for a free one.</source>
        <translation>Port %1 an %2 ist belegt: beenden Sie das Programm, das ihn hat, oder wählen Sie einen anderen Port, oder 0 für einen freien.</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine: choose one that is, 127.0.0.1 for this machine alone or 0.0.0.0 for every network.</source>
        <translation>%1 ist keine Adresse dieses Rechners: wählen Sie eine, die es ist, 127.0.0.1 nur für diesen Rechner oder 0.0.0.0 für jedes Netz.</translation>
    </message>
    <message>
        <source>Port %1 on %2 may not be used by this account: choose one above 1023.</source>
        <translation>Port %1 an %2 darf von diesem Konto nicht benutzt werden: wählen Sie einen über 1023.</translation>
    </message>
    <message>
        <source>The file %1 is in use: end the program that listens on it, or choose another path.</source>
        <translation>Die Datei %1 ist in Gebrauch: beenden Sie das Programm, das an ihr horcht, oder wählen Sie einen anderen Pfad.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>An %1 kann nicht gehorcht werden: %2.</translation>
    </message>
    <message>
        <source>There is no handler &quot;%1&quot;.</source>
        <translation>Es gibt keinen Handler „%1“.</translation>
    </message>
    <message>
        <source>The server is stopping; try again when it has stopped.</source>
        <translation>Der Server hält gerade an; versuchen Sie es wieder, wenn er steht.</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>Der Server läuft nicht.</translation>
    </message>
    <message>
        <source>The server does not run; start it with these settings instead.</source>
        <translation>Der Server läuft nicht; starten Sie ihn stattdessen mit diesen Einstellungen.</translation>
    </message>
    <message>
        <source>Start the server again to change %1.</source>
        <translation>Starten Sie den Server neu, um %1 zu ändern.</translation>
    </message>
    <message>
        <source>compression is yes, but the engine qt cannot compress; choose the engine native.</source>
        <translation>compression ist yes, aber die Engine qt kann nicht komprimieren; wählen Sie die Engine native.</translation>
    </message>
    <message>
        <source>There is no file for the %1; give one.</source>
        <translation>Für %1 gibt es keine Datei; geben Sie eine an.</translation>
    </message>
    <message>
        <source>There is no certificate in %1; give a file in PEM.</source>
        <translation>In %1 ist kein Zertifikat; geben Sie eine Datei im Format PEM an.</translation>
    </message>
    <message>
        <source>The certificate in %1 expired on %2; get a new one.</source>
        <translation>Das Zertifikat in %1 ist am %2 abgelaufen; besorgen Sie ein neues.</translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid before %2; see whether this machine&apos;s clock is right.</source>
        <translation>Das Zertifikat in %1 gilt nicht vor %2; sehen Sie nach, ob die Uhr dieses Rechners stimmt.</translation>
    </message>
    <message>
        <source>There is no private key in %1 that can be read; give a file in PEM, and its passphrase if it has one.</source>
        <translation>In %1 ist kein lesbarer privater Schlüssel; geben Sie eine Datei im Format PEM an, und ihr Kennwort, wenn sie eines hat.</translation>
    </message>
    <message>
        <source>The private key in %1 is not that of the certificate in %2 (%3); give the pair.</source>
        <translation>Der private Schlüssel in %1 gehört nicht zum Zertifikat in %2 (%3); geben Sie das Paar an.</translation>
    </message>
    <message>
        <source>%1 needs a certificate; give tlsCert and tlsKey.</source>
        <translation>%1 braucht ein Zertifikat; geben Sie tlsCert und tlsKey an.</translation>
    </message>
    <message>
        <source>The %1 cannot be read from %2: %3.</source>
        <translation>%1 kann nicht aus %2 gelesen werden: %3.</translation>
    </message>
    <message>
        <source>A handler of client #%1 threw: %2.</source>
        <translation>Ein Handler von Client #%1 hat geworfen: %2.</translation>
    </message>
    <message>
        <source>A handler threw: %1.</source>
        <translation>Ein Handler hat geworfen: %1.</translation>
    </message>
    <message>
        <source>A connection was turned away: %1.</source>
        <translation>Eine Verbindung wurde abgewiesen: %1.</translation>
    </message>
    <message>
        <source>%1 connections were turned away: %2.</source>
        <translation>%1 Verbindungen wurden abgewiesen: %2.</translation>
    </message>
    <message>
        <source>give a folder that exists</source>
        <translation>geben Sie einen Ordner an, den es gibt</translation>
    </message>
    <message>
        <source>choose yes or no</source>
        <translation>wählen Sie yes oder no</translation>
    </message>
    <message>
        <source>choose 1.2 or 1.3</source>
        <translation>wählen Sie 1.2 oder 1.3</translation>
    </message>
    <message>
        <source>give a number of bytes from %1 to %2, such as 65536, 64KiB or 1MiB</source>
        <translation>geben Sie eine Zahl von Bytes von %1 bis %2 an, etwa 65536, 64KiB oder 1MiB</translation>
    </message>
    <message>
        <source>give a time from %1 to %2, such as 500ms, 10s or 5min</source>
        <translation>geben Sie eine Zeit von %1 bis %2 an, etwa 500ms, 10s oder 5min</translation>
    </message>
    <message>
        <source>give a number from %1 to %2</source>
        <translation>geben Sie eine Zahl von %1 bis %2 an</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>wählen Sie eines von %1</translation>
    </message>
    <message>
        <source>The setting %1 is %2; %3.</source>
        <translation>Die Einstellung %1 ist %2; %3.</translation>
    </message>
    <message>
        <source>%1 is %2; %3.</source>
        <translation>%1 ist %2; %3.</translation>
    </message>
    <message>
        <source>%1 was loaded again, in %2 ms</source>
        <translation>%1 wurde neu geladen, in %2 ms</translation>
    </message>
    <message>
        <source>The script was not loaded again, and what ran goes on: %1</source>
        <translation>Das Skript wurde nicht neu geladen, das laufende bleibt: %1</translation>
    </message>
</context>
<context>
    <name>porthole::SettingsDialog</name>
    <message>
        <source>&amp;Read-only: nothing is pushed, closed or changed from here</source>
        <translation>&amp;Schreibgeschützt: Von hier wird nichts gesendet, geschlossen oder geändert</translation>
    </message>
    <message>
        <source>&amp;Notify when a client is closed for a fault</source>
        <translation>&amp;Melden, wenn ein Client wegen eines Fehlers geschlossen wird</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The server is started anew when one of these changes. They hold until the program ends; its command line sets them for good.</source>
        <translation>Der Server wird neu gestartet, wenn sich hier etwas ändert. Es gilt, bis das Programm endet; auf Dauer stellt es die Befehlszeile ein.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>These hold at once, for those who are connected too. They hold until the program ends; its command line sets them for good.</source>
        <translation>Dies gilt sofort, auch für die, die verbunden sind. Es gilt, bis das Programm endet; auf Dauer stellt es die Befehlszeile ein.</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>&amp;Grenzen</translation>
    </message>
    <message>
        <source>These hold at once and are remembered.</source>
        <translation>Dies gilt sofort und wird gemerkt.</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
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
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Text&amp;größe</translation>
    </message>
    <message>
        <source>&amp;Messages kept</source>
        <translation>&amp;Nachrichten im Protokoll</translation>
    </message>
    <message>
        <source>&amp;Memory for them</source>
        <translation>S&amp;peicher dafür</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>The server is started anew for this; %Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>Dafür wird der Server neu gestartet; %Ln Client wird mit 1001 geschlossen.</numerusform>
            <numerusform>Dafür wird der Server neu gestartet; %Ln Clients werden mit 1001 geschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is started anew for this.</source>
        <translation>Dafür wird der Server neu gestartet.</translation>
    </message>
    <message>
        <source>Apply and start anew</source>
        <translation>Übernehmen und neu starten</translation>
    </message>
</context>
<context>
    <name>porthole::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Where the focus is</source>
        <translation>Wo der Fokus ist</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>Message pushed before, and after</source>
        <translation>Davor und danach gesendete Nachricht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Push, from the editor</source>
        <translation>Senden, aus dem Editor</translation>
    </message>
    <message>
        <source>Mark a time in a chart, and take it</source>
        <translation>Eine Zeit im Diagramm markieren, und sie nehmen</translation>
    </message>
</context>
<context>
    <name>porthole::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>Lauscht auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln Worker</numerusform>
            <numerusform>%Ln Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>loop lag %1 ms</source>
        <translation>Schleifenverzug %1 ms</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>Der Server läuft nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
</context>
<context>
    <name>porthole::TableView</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>porthole::TailView</name>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
</context>
<context>
    <name>porthole::TextPayloadView</name>
    <message>
        <source>Payload as text</source>
        <translation>Nutzlast als Text</translation>
    </message>
    <message>
        <source>This is not UTF-8 text: only ASCII is shown. Hex shows the bytes.</source>
        <translation>Das ist kein UTF-8-Text: nur ASCII wird gezeigt. Hex zeigt die Bytes.</translation>
    </message>
</context>
<context>
    <name>porthole::WelcomePage</name>
    <message>
        <source>The address to connect to</source>
        <translation>Die Adresse zum Verbinden</translation>
    </message>
    <message>
        <source>In the console of a browser</source>
        <translation>In der Konsole eines Browsers</translation>
    </message>
    <message>
        <source>In a terminal, with Node.js</source>
        <translation>In einem Terminal, mit Node.js</translation>
    </message>
    <message>
        <source>In a terminal, with Python and its websockets package</source>
        <translation>In einem Terminal, mit Python und seinem Paket websockets</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Ready for the first client</source>
        <translation>Bereit für den ersten Client</translation>
    </message>
    <message>
        <source>Connect to the address below. Clients and their messages appear here as they come.</source>
        <translation>Verbinden Sie sich mit der Adresse unten. Clients und ihre Nachrichten erscheinen hier, sobald sie kommen.</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>Der Server konnte nicht starten</translation>
    </message>
    <message>
        <source>The server is stopping</source>
        <translation>Der Server wird beendet</translation>
    </message>
    <message>
        <source>It waits for its clients to say goodbye.</source>
        <translation>Er wartet, bis sich seine Clients verabschieden.</translation>
    </message>
    <message>
        <source>The server does not run</source>
        <translation>Der Server läuft nicht</translation>
    </message>
    <message>
        <source>No client can connect.</source>
        <translation>Kein Client kann sich verbinden.</translation>
    </message>
</context>
</TS>
