<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>porthole::ClientView</name>
    <message numerus="yes">
        <source>%Ln message(s), %1</source>
        <translation>
            <numerusform>%Ln message, %1</numerusform>
            <numerusform>%Ln messages, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::CloseCheck</name>
    <message numerus="yes">
        <source>%Ln byte(s) too long. A reason has at most 123 bytes.</source>
        <translation>
            <numerusform>%Ln byte too long. A reason has at most 123 bytes.</numerusform>
            <numerusform>%Ln bytes too long. A reason has at most 123 bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ComposeBar</name>
    <message numerus="yes">
        <source>to %Ln client(s)</source>
        <translation>
            <numerusform>to %Ln client</numerusform>
            <numerusform>to %Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push this to %Ln client(s)?</source>
        <translation>
            <numerusform>Push this to %Ln client?</numerusform>
            <numerusform>Push this to %Ln clients?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pushed %Ln time(s)</source>
        <translation>
            <numerusform>pushed %Ln time</numerusform>
            <numerusform>pushed %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::Delivery</name>
    <message numerus="yes">
        <source>Stopped: there are more than %Ln receiver(s) now.</source>
        <translation>
            <numerusform>Stopped: there is more than %Ln receiver now.</numerusform>
            <numerusform>Stopped: there are more than %Ln receivers now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::DisconnectDialog</name>
    <message numerus="yes">
        <source>Disconnect %Ln client(s)</source>
        <translation>
            <numerusform>Disconnect %Ln client</numerusform>
            <numerusform>Disconnect %Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>%Ln row exported to %1</numerusform>
            <numerusform>%Ln rows exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::FaultWatch</name>
    <message numerus="yes">
        <source>%Ln client(s) closed for a fault: %1</source>
        <translation>
            <numerusform>%Ln client closed for a fault: %1</numerusform>
            <numerusform>%Ln clients closed for a fault: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::LogWindow</name>
    <message numerus="yes">
        <source>%Ln line(s) left out.</source>
        <translation>
            <numerusform>%Ln line left out.</numerusform>
            <numerusform>%Ln lines left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::MessagesPane</name>
    <message numerus="yes">
        <source>Only %Ln client(s)</source>
        <translation>
            <numerusform>Only %Ln client</numerusform>
            <numerusform>Only %Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1 apart</source>
        <translation>
            <numerusform>%Ln selected, %1 apart</numerusform>
            <numerusform>%Ln selected, %1 apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::Operations</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::Outcome</name>
    <message numerus="yes">
        <source>sent to %Ln</source>
        <translation>
            <numerusform>sent to %Ln</numerusform>
            <numerusform>sent to %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queued for %Ln</source>
        <translation>
            <numerusform>queued for %Ln</numerusform>
            <numerusform>queued for %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused: %1</source>
        <translation>
            <numerusform>%Ln refused: %1</numerusform>
            <numerusform>%Ln refused: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s)</source>
        <translation>
            <numerusform>Disconnecting %Ln client</numerusform>
            <numerusform>Disconnecting %Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s), %1 refused: %2</source>
        <translation>
            <numerusform>Disconnecting %Ln client, %1 refused: %2</numerusform>
            <numerusform>Disconnecting %Ln clients, %1 refused: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pinged %Ln client(s)</source>
        <translation>
            <numerusform>Pinged %Ln client</numerusform>
            <numerusform>Pinged %Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ServerPanel</name>
    <message numerus="yes">
        <source>%Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>%Ln client will be closed with 1001.</numerusform>
            <numerusform>%Ln clients will be closed with 1001.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::SettingsDialog</name>
    <message numerus="yes">
        <source>The server is started anew for this; %Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>The server is started anew for this; %Ln client will be closed with 1001.</numerusform>
            <numerusform>The server is started anew for this; %Ln clients will be closed with 1001.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::StatusLine</name>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln worker</numerusform>
            <numerusform>%Ln workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln notice</numerusform>
            <numerusform>%Ln notices</numerusform>
        </translation>
    </message>
</context>
</TS>
