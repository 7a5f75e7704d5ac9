<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>porthole::AboutDialog</name>
    <message>
        <source>About Porthole</source>
        <translation>À propos de Porthole</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licences</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>&amp;Changements</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Porthole %1</source>
        <translation>Porthole %1</translation>
    </message>
    <message>
        <source>A WebSocket server with a window on it</source>
        <translation>Un serveur WebSocket avec une fenêtre dessus</translation>
    </message>
    <message>
        <source>Free software under the MIT licence</source>
        <translation>Logiciel libre sous licence MIT</translation>
    </message>
    <message>
        <source>Qt %1, used under the LGPL version 3</source>
        <translation>Qt %1, utilisé sous la LGPL version 3</translation>
    </message>
    <message>
        <source>## Libraries</source>
        <translation>## Bibliothèques</translation>
    </message>
    <message>
        <source>LGPL version 3</source>
        <translation>LGPL version 3</translation>
    </message>
    <message>
        <source>MIT licence</source>
        <translation>Licence MIT</translation>
    </message>
    <message>
        <source>zlib licence</source>
        <translation>Licence zlib</translation>
    </message>
    <message>
        <source>Apache licence 2.0, where TLS is used</source>
        <translation>Licence Apache 2.0, là où TLS est utilisé</translation>
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
        <translation>Activité</translation>
    </message>
    <message>
        <source>Let go of the chosen time</source>
        <translation>Abandonner la période choisie</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Dernière minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>5 dernières minutes</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>10 dernières minutes</translation>
    </message>
    <message>
        <source>Last 2 hours</source>
        <translation>2 dernières heures</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Période affichée</translation>
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
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Messages par seconde</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>Octets par seconde</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Loop lag</source>
        <translation>Retard de boucle</translation>
    </message>
    <message>
        <source>Closes by cause</source>
        <translation>Fermetures par cause</translation>
    </message>
    <message>
        <source>in</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>out</source>
        <translation>émis</translation>
    </message>
</context>
<context>
    <name>porthole::Audit</name>
    <message>
        <source>push</source>
        <translation>envoyer</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>déconnecter</translation>
    </message>
    <message>
        <source>start</source>
        <translation>démarrer</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>arrêter</translation>
    </message>
    <message>
        <source>change</source>
        <translation>modifier</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>porthole::AuditDialog</name>
    <message>
        <source>Actions by hand</source>
        <translation>Actions manuelles</translation>
    </message>
    <message>
        <source>Nothing was done by hand yet.</source>
        <translation>Rien n&apos;a encore été fait à la main.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>porthole::Buttons</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>porthole::Chart</name>
    <message>
        <source>scale to %1</source>
        <translation>échelle jusqu&apos;à %1</translation>
    </message>
</context>
<context>
    <name>porthole::ClientColumns</name>
    <message>
        <source>#</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Pair</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>Sous-protocole</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactif</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Reçus</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>Octets reçus</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>Octets envoyés</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compression</translation>
    </message>
    <message>
        <source>Number of the client; never given twice</source>
        <translation>Numéro du client ; jamais attribué deux fois</translation>
    </message>
    <message>
        <source>Address and port the client comes from</source>
        <translation>Adresse et port d&apos;où vient le client</translation>
    </message>
    <message>
        <source>Path of its request</source>
        <translation>Chemin de sa requête</translation>
    </message>
    <message>
        <source>Subprotocol agreed on in the handshake</source>
        <translation>Sous-protocole convenu lors du handshake</translation>
    </message>
    <message>
        <source>User that a handler bound it to</source>
        <translation>Utilisateur auquel un gestionnaire l&apos;a lié</translation>
    </message>
    <message>
        <source>Rooms it is in</source>
        <translation>Salons où il se trouve</translation>
    </message>
    <message>
        <source>How long it has been connected</source>
        <translation>Depuis combien de temps il est connecté</translation>
    </message>
    <message>
        <source>How long ago its last message went in or out</source>
        <translation>Temps écoulé depuis son dernier message, reçu ou envoyé</translation>
    </message>
    <message>
        <source>Messages received from it</source>
        <translation>Messages reçus de lui</translation>
    </message>
    <message>
        <source>Messages sent to it</source>
        <translation>Messages qui lui ont été envoyés</translation>
    </message>
    <message>
        <source>Bytes of payload received from it</source>
        <translation>Octets de contenu reçus de lui</translation>
    </message>
    <message>
        <source>Bytes of payload sent to it</source>
        <translation>Octets de contenu qui lui ont été envoyés</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent to it</source>
        <translation>Octets qui attendent de lui être envoyés</translation>
    </message>
    <message>
        <source>Time from the last ping to its pong</source>
        <translation>Temps entre le dernier ping et son pong</translation>
    </message>
    <message>
        <source>Thread that serves it</source>
        <translation>Thread qui le sert</translation>
    </message>
    <message>
        <source>What speaks WebSocket with it</source>
        <translation>Ce qui parle WebSocket avec lui</translation>
    </message>
    <message>
        <source>What its messages are compressed with: windows of server and client, contexts kept</source>
        <translation>Compression de ses messages : fenêtres du serveur et du client, contextes conservés</translation>
    </message>
</context>
<context>
    <name>porthole::ClientFields</name>
    <message>
        <source>number of the client</source>
        <translation>numéro du client</translation>
    </message>
    <message>
        <source>address and port</source>
        <translation>adresse et port</translation>
    </message>
    <message>
        <source>path of its request</source>
        <translation>chemin de sa requête</translation>
    </message>
    <message>
        <source>as agreed on</source>
        <translation>tel que convenu</translation>
    </message>
    <message>
        <source>whose it is</source>
        <translation>à qui il est</translation>
    </message>
    <message>
        <source>one of the rooms it is in</source>
        <translation>un des salons où il se trouve</translation>
    </message>
    <message>
        <source>for how long, like 5min</source>
        <translation>depuis combien de temps, comme 5min</translation>
    </message>
    <message>
        <source>since its last message, like 30s</source>
        <translation>depuis son dernier message, comme 30s</translation>
    </message>
    <message>
        <source>messages received from it</source>
        <translation>messages reçus de lui</translation>
    </message>
    <message>
        <source>messages sent to it</source>
        <translation>messages qui lui ont été envoyés</translation>
    </message>
    <message>
        <source>payload received from it, like 1M</source>
        <translation>contenu reçu de lui, comme 1M</translation>
    </message>
    <message>
        <source>payload sent to it, like 1M</source>
        <translation>contenu qui lui a été envoyé, comme 1M</translation>
    </message>
    <message>
        <source>bytes that wait to be sent, like 64k</source>
        <translation>octets en attente d&apos;envoi, comme 64k</translation>
    </message>
    <message>
        <source>from ping to pong, like 50ms</source>
        <translation>du ping au pong, comme 50ms</translation>
    </message>
    <message>
        <source>thread that serves it</source>
        <translation>thread qui le sert</translation>
    </message>
    <message>
        <source>qt or native</source>
        <translation>qt ou native</translation>
    </message>
    <message>
        <source>as agreed on, like deflate</source>
        <translation>tel que convenu, comme deflate</translation>
    </message>
    <message>
        <source>when it was closed</source>
        <translation>quand il a été fermé</translation>
    </message>
    <message>
        <source>close code, like 1006</source>
        <translation>code de fermeture, comme 1006</translation>
    </message>
    <message>
        <source>close reason</source>
        <translation>raison de la fermeture</translation>
    </message>
    <message>
        <source>why it was closed, like &quot;slow consumer&quot;</source>
        <translation>pourquoi il a été fermé, comme &quot;slow consumer&quot;</translation>
    </message>
    <message>
        <source>who closed it</source>
        <translation>qui l&apos;a fermé</translation>
    </message>
</context>
<context>
    <name>porthole::ClientView</name>
    <message>
        <source>Client and its handshake</source>
        <translation>Le client et son handshake</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1</source>
        <translation>
            <numerusform>%Ln message, %1</numerusform>
            <numerusform>%Ln messages, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Pair</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Connecté depuis</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Servi par</translation>
    </message>
    <message>
        <source>worker %1, engine %2</source>
        <translation>worker %1, moteur %2</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>Sous-protocole</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compression</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>From ping to pong</source>
        <translation>Du ping au pong</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Fermé par</translation>
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
        <translation>Cause</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Révéler</translation>
    </message>
    <message>
        <source>Secrets of the handshake are shown.</source>
        <translation>Les secrets du handshake sont affichés.</translation>
    </message>
    <message>
        <source>Secrets of the handshake are masked.</source>
        <translation>Les secrets du handshake sont masqués.</translation>
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
        <translation>Filtrer les clients</translation>
    </message>
    <message>
        <source>Connected or closed clients</source>
        <translation>Clients connectés ou fermés</translation>
    </message>
    <message>
        <source>&amp;Push to…</source>
        <translation>&amp;Envoyer à…</translation>
    </message>
    <message>
        <source>P&amp;ing</source>
        <translation>P&amp;ing</translation>
    </message>
    <message>
        <source>Show &amp;only its messages</source>
        <translation>N&apos;afficher &amp;que ses messages</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Déconnecter…</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copier les lignes</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>Clients connectés</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>Aucun client n&apos;est connecté.</translation>
    </message>
    <message>
        <source>Closed clients</source>
        <translation>Clients fermés</translation>
    </message>
    <message>
        <source>No client has left yet.</source>
        <translation>Aucun client n&apos;est encore parti.</translation>
    </message>
    <message>
        <source>Connected %L1</source>
        <translation>Connectés %L1</translation>
    </message>
    <message>
        <source>Closed %L1</source>
        <translation>Fermés %L1</translation>
    </message>
    <message>
        <source>%L1 of %L2 shown</source>
        <translation>%L1 affichés sur %L2</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>Aucun client ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Show those that &amp;left</source>
        <translation>Montrer ceux qui sont &amp;partis</translation>
    </message>
</context>
<context>
    <name>porthole::CloseCheck</name>
    <message>
        <source>Give a code.</source>
        <translation>Donnez un code.</translation>
    </message>
    <message>
        <source>A code is a number.</source>
        <translation>Un code est un nombre.</translation>
    </message>
    <message>
        <source>%1 is reserved and never sent.</source>
        <translation>%1 est réservé et n&apos;est jamais envoyé.</translation>
    </message>
    <message>
        <source>%1 may not be sent. Use 1000–1003, 1007–1014 or 3000–4999.</source>
        <translation>%1 ne peut pas être envoyé. Utilisez 1000–1003, 1007–1014 ou 3000–4999.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) too long. A reason has at most 123 bytes.</source>
        <translation>
            <numerusform>%Ln octet de trop. Une raison a au plus 123 octets.</numerusform>
            <numerusform>%Ln octets de trop. Une raison a au plus 123 octets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ClosedModel</name>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>#</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Pair</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Fermé par</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>Durée de connexion</translation>
    </message>
</context>
<context>
    <name>porthole::ComposeBar</name>
    <message>
        <source>Selected (%L1)</source>
        <translation>Sélectionnés (%L1)</translation>
    </message>
    <message>
        <source>All clients (%L1)</source>
        <translation>Tous les clients (%L1)</translation>
    </message>
    <message>
        <source>Shown by the filter (%L1)</source>
        <translation>Affichés par le filtre (%L1)</translation>
    </message>
    <message numerus="yes">
        <source>to %Ln client(s)</source>
        <translation>
            <numerusform>à %Ln client</numerusform>
            <numerusform>à %Ln clients</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>Aucun client n&apos;est connecté.</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>Aucun client ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Select clients in the table, or push to all.</source>
        <translation>Sélectionnez des clients dans la table, ou envoyez à tous.</translation>
    </message>
    <message>
        <source>The window is read-only: nothing is pushed.</source>
        <translation>La fenêtre est en lecture seule : rien n&apos;est envoyé.</translation>
    </message>
    <message numerus="yes">
        <source>Push this to %Ln client(s)?</source>
        <translation>
            <numerusform>Envoyer ceci à %Ln client ?</numerusform>
            <numerusform>Envoyer ceci à %Ln clients ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>&amp;Stop pushing</source>
        <translation>&amp;Arrêter l&apos;envoi</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>&amp;Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>pushed %Ln time(s)</source>
        <translation>
            <numerusform>envoyé %Ln fois</numerusform>
            <numerusform>envoyé %Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hexa</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File as text</source>
        <translation>Fichier en texte</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>Type de message</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>In text and JSON these stand for something else in each message: %1</source>
        <translation>Dans le texte et le JSON, ceci représente autre chose dans chaque message : %1</translation>
    </message>
    <message>
        <source>What became of the message</source>
        <translation>Ce qu&apos;est devenu le message</translation>
    </message>
    <message>
        <source>&amp;Saved messages…</source>
        <translation>Messages e&amp;nregistrés…</translation>
    </message>
    <message>
        <source>&amp;Repeat until stopped</source>
        <translation>&amp;Répéter jusqu&apos;à l&apos;arrêt</translation>
    </message>
    <message>
        <source>Push the message (%1)</source>
        <translation>Envoyer le message (%1)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Messages pushed before</source>
        <translation>Messages envoyés auparavant</translation>
    </message>
    <message>
        <source>Saved messages (%1)</source>
        <translation>Messages enregistrés (%1)</translation>
    </message>
    <message>
        <source>Repeat until stopped (%1)</source>
        <translation>Répéter jusqu&apos;à l&apos;arrêt (%1)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time between repetitions</source>
        <translation>Temps entre les répétitions</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Pushed &amp;before</source>
        <translation>Envoyés au&amp;paravant</translation>
    </message>
    <message>
        <source>Insert a &amp;variable</source>
        <translation>Insérer une &amp;variable</translation>
    </message>
    <message>
        <source>Push a &amp;file…</source>
        <translation>Envoyer un &amp;fichier…</translation>
    </message>
    <message>
        <source>Nothing was pushed yet</source>
        <translation>Rien n&apos;a encore été envoyé</translation>
    </message>
    <message>
        <source>Push a file</source>
        <translation>Envoyer un fichier</translation>
    </message>
    <message>
        <source>A room (%L1)</source>
        <translation>Un salon (%L1)</translation>
    </message>
    <message>
        <source>No client is in a room.</source>
        <translation>Aucun client n’est dans un salon.</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Salon %1</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>No client is in the room %1.</source>
        <translation>Aucun client n’est dans le salon %1.</translation>
    </message>
</context>
<context>
    <name>porthole::ConsoleModel</name>
    <message>
        <source>debug</source>
        <translation>débogage</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>porthole::ConsolePane</name>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Console of the script</source>
        <translation>Console du script</translation>
    </message>
    <message>
        <source>What the script writes with console.log() comes here.</source>
        <translation>Ce que le script écrit avec console.log() apparaît ici.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info et plus</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Niveau minimal</translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation>Chercher dans la console</translation>
    </message>
    <message>
        <source>Clear the console</source>
        <translation>Vider la console</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 abandonnées</translation>
    </message>
    <message>
        <source>All of the chosen line</source>
        <translation>Toute la ligne choisie</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Co&amp;pier</translation>
    </message>
</context>
<context>
    <name>porthole::Delivery</name>
    <message>
        <source>Stopped: the window is read-only now.</source>
        <translation>Arrêté : la fenêtre est maintenant en lecture seule.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: there are more than %Ln receiver(s) now.</source>
        <translation>
            <numerusform>Arrêté : il y a maintenant plus de %Ln destinataire.</numerusform>
            <numerusform>Arrêté : il y a maintenant plus de %Ln destinataires.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>Personne n&apos;était là pour le recevoir.</translation>
    </message>
    <message>
        <source>The window is read-only.</source>
        <translation>La fenêtre est en lecture seule.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Arrêté : %1</translation>
    </message>
    <message>
        <source>Stopped: no receiver is left.</source>
        <translation>Arrêté : il n&apos;y a plus de destinataire.</translation>
    </message>
</context>
<context>
    <name>porthole::DetailPane</name>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Choose a message or a client to see all of it.</source>
        <translation>Choisissez un message ou un client pour tout voir.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hexa</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>How the message is shown</source>
        <translation>Comment le message est affiché</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>only the first %1 were kept</source>
        <translation>seuls les premiers %1 ont été gardés</translation>
    </message>
    <message>
        <source>%1 has left; nothing more is known of it.</source>
        <translation>%1 est parti ; on n&apos;en sait pas plus.</translation>
    </message>
    <message>
        <source>JSON as a tree that can be folded</source>
        <translation>JSON en arbre repliable</translation>
    </message>
</context>
<context>
    <name>porthole::DisconnectDialog</name>
    <message numerus="yes">
        <source>Disconnect %Ln client(s)</source>
        <translation>
            <numerusform>Déconnecter %Ln client</numerusform>
            <numerusform>Déconnecter %Ln clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>Code de fermeture</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Optional; the client can read it</source>
        <translation>Facultative ; le client peut la lire</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Raison</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>for your own use</source>
        <translation>pour votre propre usage</translation>
    </message>
    <message>
        <source>for libraries and frameworks</source>
        <translation>pour les bibliothèques et frameworks</translation>
    </message>
    <message>
        <source>%1 of 123 bytes</source>
        <translation>%1 octets sur 123</translation>
    </message>
</context>
<context>
    <name>porthole::DraftCheck</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Ligne %1, colonne %2 : %3</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Colonne %1 : %2</translation>
    </message>
    <message>
        <source>A ping carries at most 125 bytes, and this is %1.</source>
        <translation>Un ping porte au plus 125 octets, et ceci en fait %1.</translation>
    </message>
    <message>
        <source>“%1” is no hex digit</source>
        <translation>« %1 » n&apos;est pas un chiffre hexadécimal</translation>
    </message>
    <message>
        <source>the last byte has only one digit</source>
        <translation>le dernier octet n&apos;a qu&apos;un chiffre</translation>
    </message>
    <message>
        <source>nothing may follow the padding</source>
        <translation>rien ne peut suivre le remplissage</translation>
    </message>
    <message>
        <source>“%1” is no letter of Base64</source>
        <translation>« %1 » n&apos;est pas une lettre de Base64</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>la fin manque</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n&apos;existe pas.</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 go as one message.</source>
        <translation>Le fichier fait %1 ; au plus %2 passent en un message.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file is not UTF-8, so it cannot go as text.</source>
        <translation>Le fichier n&apos;est pas en UTF-8 ; il ne peut pas partir comme texte.</translation>
    </message>
</context>
<context>
    <name>porthole::ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Mask secrets in paths and header fields</source>
        <translation>&amp;Masquer les secrets des chemins et des en-têtes</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>Exporter des messages</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Lignes écrites</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Lignes</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>Lignes sélectionnées</translation>
    </message>
    <message>
        <source>Rows that are shown</source>
        <translation>Lignes affichées</translation>
    </message>
    <message>
        <source>All rows that are kept</source>
        <translation>Toutes les lignes gardées</translation>
    </message>
    <message>
        <source>NDJSON, which can be opened again</source>
        <translation>NDJSON, qui peut être rouvert</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, pour les tableurs</translation>
    </message>
    <message>
        <source>HAR, as browsers and proxies write it</source>
        <translation>HAR, comme l&apos;écrivent navigateurs et proxys</translation>
    </message>
    <message>
        <source>This file is there already. Export again to replace it.</source>
        <translation>Ce fichier existe déjà. Exportez encore pour le remplacer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>%Ln ligne exportée vers %1</numerusform>
            <numerusform>%Ln lignes exportées vers %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ExportJob</name>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>L&apos;export a été annulé ; rien n&apos;a été écrit.</translation>
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
            <numerusform>%Ln client fermé pour une faute : %1</numerusform>
            <numerusform>%Ln clients fermés pour une faute : %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::FileFault</name>
    <message>
        <source>Say which file to write.</source>
        <translation>Dites quel fichier écrire.</translation>
    </message>
    <message>
        <source>%1 is a folder; add a file name.</source>
        <translation>%1 est un dossier ; ajoutez un nom de fichier.</translation>
    </message>
    <message>
        <source>There is no folder %1; create it or choose another.</source>
        <translation>Il n&apos;y a pas de dossier %1 ; créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Writing to %1 is not allowed; choose another folder.</source>
        <translation>Écrire dans %1 n&apos;est pas permis ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2); free some space or choose another folder.</source>
        <translation>%1 n&apos;a pas pu être écrit (%2) ; libérez de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>%1 could not be read (%2); check its name and who may read it.</source>
        <translation>%1 n&apos;a pas pu être lu (%2) ; vérifiez son nom et qui peut le lire.</translation>
    </message>
</context>
<context>
    <name>porthole::FilterEdit</name>
    <message>
        <source>Clear the filter</source>
        <translation>Vider le filtre</translation>
    </message>
    <message>
        <source>Fields to filter by</source>
        <translation>Champs pour filtrer</translation>
    </message>
</context>
<context>
    <name>porthole::FilterLexer</name>
    <message>
        <source>Write == for equal, or =~ for a regular expression.</source>
        <translation>Écrivez == pour égal, ou =~ pour une expression régulière.</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>Le guillemet n&apos;est pas fermé.</translation>
    </message>
</context>
<context>
    <name>porthole::FilterOperand</name>
    <message>
        <source>=~ finds in text, and %1 is none; write ==.</source>
        <translation>=~ cherche dans du texte, et %1 n&apos;en est pas ; écrivez ==.</translation>
    </message>
    <message>
        <source>%1 can be compared with == and != only.</source>
        <translation>%1 ne se compare qu&apos;avec == et !=.</translation>
    </message>
    <message>
        <source>The regular expression is not right here: %1.</source>
        <translation>L&apos;expression régulière n&apos;est pas correcte ici : %1.</translation>
    </message>
    <message>
        <source>A size is written like 512, 1k or 2MiB.</source>
        <translation>Une taille s&apos;écrit comme 512, 1k ou 2MiB.</translation>
    </message>
    <message>
        <source>A span of time needs a unit: 250ms, 30s, 5min, 2h.</source>
        <translation>Une durée a besoin d&apos;une unité : 250ms, 30s, 5min, 2h.</translation>
    </message>
    <message>
        <source>A client is written like 12 or #12.</source>
        <translation>Un client s&apos;écrit comme 12 ou #12.</translation>
    </message>
    <message>
        <source>A number is needed here, like 12 or 1.5k.</source>
        <translation>Il faut ici un nombre, comme 12 ou 1.5k.</translation>
    </message>
    <message>
        <source>A time is written like 12:00, 12:00:01.250, &quot;2026-01-31 12:00&quot; or -5min.</source>
        <translation>Une heure s&apos;écrit comme 12:00, 12:00:01.250, &quot;2026-01-31 12:00&quot; ou -5min.</translation>
    </message>
    <message>
        <source>%1 is one of: %2.</source>
        <translation>%1 est l&apos;un de : %2.</translation>
    </message>
</context>
<context>
    <name>porthole::FilterParser</name>
    <message>
        <source>This parenthesis was not opened.</source>
        <translation>Cette parenthèse n&apos;a pas été ouverte.</translation>
    </message>
    <message>
        <source>A field or a word must stand before this.</source>
        <translation>Un champ ou un mot doit précéder ceci.</translation>
    </message>
    <message>
        <source>Something is missing here: a field or a word.</source>
        <translation>Il manque quelque chose ici : un champ ou un mot.</translation>
    </message>
    <message>
        <source>The parentheses are nested too deeply.</source>
        <translation>Les parenthèses sont trop imbriquées.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Cette parenthèse n&apos;est pas fermée.</translation>
    </message>
    <message>
        <source>There is no field %1. The fields are %2.</source>
        <translation>Il n&apos;y a pas de champ %1. Les champs sont %2.</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>Il manque une valeur ici.</translation>
    </message>
</context>
<context>
    <name>porthole::Format</name>
    <message>
        <source>%1 B</source>
        <translation>%1 o</translation>
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
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
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
        <translation>%1 j</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>suite</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binaire</translation>
    </message>
    <message>
        <source>close</source>
        <translation>fermeture</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>pong</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>in</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>out</source>
        <translation>émis</translation>
    </message>
    <message>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>network</source>
        <translation>réseau</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>client has left</source>
        <translation>le client est parti</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>pas ouvert</translation>
    </message>
    <message>
        <source>backlog full</source>
        <translation>file pleine</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>trop grand</translation>
    </message>
    <message>
        <source>not allowed now</source>
        <translation>non permis maintenant</translation>
    </message>
    <message>
        <source>peer close</source>
        <translation>fermé par le pair</translation>
    </message>
    <message>
        <source>server close</source>
        <translation>fermé par le serveur</translation>
    </message>
    <message>
        <source>kicked by operator</source>
        <translation>expulsé par l&apos;opérateur</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>shutdown</source>
        <translation>arrêt</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>erreur de protocole</translation>
    </message>
    <message>
        <source>bad UTF-8</source>
        <translation>UTF-8 invalide</translation>
    </message>
    <message>
        <source>stalled frame</source>
        <translation>trame bloquée</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>consommateur lent</translation>
    </message>
    <message>
        <source>no pong</source>
        <translation>pas de pong</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>handshake timeout</source>
        <translation>délai de handshake dépassé</translation>
    </message>
    <message>
        <source>bad handshake</source>
        <translation>mauvais handshake</translation>
    </message>
    <message>
        <source>not an upgrade</source>
        <translation>pas une mise à niveau</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>limite</translation>
    </message>
    <message>
        <source>too many clients</source>
        <translation>trop de clients</translation>
    </message>
    <message>
        <source>too many clients of an address</source>
        <translation>trop de clients d&apos;une adresse</translation>
    </message>
    <message>
        <source>too many handshakes</source>
        <translation>trop de handshakes</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>handshake TLS</translation>
    </message>
    <message>
        <source>queues full</source>
        <translation>files pleines</translation>
    </message>
    <message>
        <source>handler error</source>
        <translation>erreur du gestionnaire</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>réinitialisation</translation>
    </message>
    <message>
        <source>end of stream</source>
        <translation>fin du flux</translation>
    </message>
    <message>
        <source>normal closure</source>
        <translation>fermeture normale</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>en départ</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>données non prises en charge</translation>
    </message>
    <message>
        <source>no code given</source>
        <translation>aucun code donné</translation>
    </message>
    <message>
        <source>no close frame</source>
        <translation>pas de trame de fermeture</translation>
    </message>
    <message>
        <source>invalid payload</source>
        <translation>contenu invalide</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>violation des règles</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>message trop grand</translation>
    </message>
    <message>
        <source>mandatory extension</source>
        <translation>extension obligatoire</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>erreur interne</translation>
    </message>
    <message>
        <source>service restart</source>
        <translation>redémarrage du service</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>réessayez plus tard</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>mauvaise passerelle</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>échec du handshake TLS</translation>
    </message>
</context>
<context>
    <name>porthole::HandlerFiles</name>
    <message>
        <source>%1 is not there any more; save it again or choose another handler.</source>
        <translation>%1 n’existe plus ; enregistrez-le de nouveau ou choisissez un autre gestionnaire.</translation>
    </message>
    <message>
        <source>Nothing on this desktop opens %1; open it in an editor of your choice.</source>
        <translation>Rien sur ce bureau n’ouvre %1 ; ouvrez-le dans l’éditeur de votre choix.</translation>
    </message>
</context>
<context>
    <name>porthole::HeaderBar</name>
    <message>
        <source>Copy the address</source>
        <translation>Copier l&apos;adresse</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>clients</translation>
    </message>
    <message>
        <source>in/s</source>
        <translation>reçus/s</translation>
    </message>
    <message>
        <source>out/s</source>
        <translation>envoyés/s</translation>
    </message>
    <message>
        <source>Messages a second over the last minute</source>
        <translation>Messages par seconde pendant la dernière minute</translation>
    </message>
    <message>
        <source>Messages a second, in and out, over the last minute</source>
        <translation>Messages par seconde, entrants et sortants, pendant la dernière minute</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marche</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>En cours d&apos;arrêt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>N&apos;écoute pas</translation>
    </message>
    <message>
        <source>engine %1</source>
        <translation>moteur %1</translation>
    </message>
</context>
<context>
    <name>porthole::HexPayloadView</name>
    <message>
        <source>Payload as hex</source>
        <translation>Contenu en hexadécimal</translation>
    </message>
</context>
<context>
    <name>porthole::JsonPayloadView</name>
    <message>
        <source>Payload as JSON</source>
        <translation>Contenu en JSON</translation>
    </message>
    <message>
        <source>Not JSON: at byte %1, %2.</source>
        <translation>Pas du JSON : à l&apos;octet %1, %2.</translation>
    </message>
</context>
<context>
    <name>porthole::JsonText</name>
    <message>
        <source>the object is not closed</source>
        <translation>l&apos;objet n&apos;est pas fermé</translation>
    </message>
    <message>
        <source>a colon is missing after the name</source>
        <translation>il manque un deux-points après le nom</translation>
    </message>
    <message>
        <source>the array is not closed</source>
        <translation>le tableau n&apos;est pas fermé</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>il manque une virgule</translation>
    </message>
    <message>
        <source>this is no value</source>
        <translation>ce n&apos;est pas une valeur</translation>
    </message>
    <message>
        <source>it ends within a number</source>
        <translation>cela finit au milieu d&apos;un nombre</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>ce n&apos;est pas un nombre</translation>
    </message>
    <message>
        <source>this escape is not known</source>
        <translation>cet échappement n&apos;est pas connu</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>ce n&apos;est pas de l&apos;UTF-8</translation>
    </message>
    <message>
        <source>the string is not closed</source>
        <translation>la chaîne n&apos;est pas fermée</translation>
    </message>
    <message>
        <source>an object is missing</source>
        <translation>il manque un objet</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>l&apos;imbrication est trop profonde</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>c&apos;est trop grand</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>quelque chose suit la valeur</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>ce n&apos;est pas du JSON</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>il n&apos;y a pas de valeur</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTree</name>
    <message>
        <source>Payload as a tree</source>
        <translation>Données en arbre</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy the path for a filter</source>
        <translation>Copier le chemin pour un filtre</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Filtrer par cette valeur</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Tout replier</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTreeModel</name>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 … (%2 de plus)</translation>
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
        <translation>Lecture de %1…</translation>
    </message>
    <message>
        <source>Reading: %1 %</source>
        <translation>Lecture : %1 %</translation>
    </message>
    <message>
        <source>Open exported messages</source>
        <translation>Ouvrir des messages exportés</translation>
    </message>
    <message>
        <source>Exported messages (*.ndjson *.jsonl);;All files (*)</source>
        <translation>Messages exportés (*.ndjson *.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Messages</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out.</source>
        <translation>
            <numerusform>%Ln ligne laissée de côté.</numerusform>
            <numerusform>%Ln lignes laissées de côté.</numerusform>
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
        <translation>Détail</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
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
        <translation>Le serveur ne tourne pas.</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Clients</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Messages</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>&amp;Envoyer</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Copier l&apos;adresse</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>&amp;Lecture seule</translation>
    </message>
    <message>
        <source>&amp;Actions by hand…</source>
        <translation>&amp;Actions manuelles…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vue</translation>
    </message>
    <message>
        <source>&amp;How to connect</source>
        <translation>&amp;Comment se connecter</translation>
    </message>
    <message>
        <source>Push bar</source>
        <translation>Barre d&apos;envoi</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Rétablir la disposition</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Taille du te&amp;xte</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>Plus &amp;grand</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>Plus &amp;petit</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Détail</translation>
    </message>
    <message>
        <source>&amp;Push bar</source>
        <translation>Barre d&apos;&amp;envoi</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Activité</translation>
    </message>
    <message>
        <source>Filter of the c&amp;lients</source>
        <translation>Filtre des c&amp;lients</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Volet &amp;suivant</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>Volet &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Raccourcis &amp;clavier</translation>
    </message>
    <message>
        <source>&amp;About Porthole</source>
        <translation>À &amp;propos de Porthole</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>C&amp;onsole</source>
        <translation>C&amp;onsole</translation>
    </message>
    <message>
        <source>New handler from a &amp;template…</source>
        <translation>Nouveau gestionnaire à partir d’un &amp;modèle…</translation>
    </message>
    <message>
        <source>&amp;Open the handler in an editor</source>
        <translation>&amp;Ouvrir le gestionnaire dans un éditeur</translation>
    </message>
</context>
<context>
    <name>porthole::MessageFields</name>
    <message>
        <source>in or out</source>
        <translation>in ou out</translation>
    </message>
    <message>
        <source>number of the client</source>
        <translation>numéro du client</translation>
    </message>
    <message>
        <source>text, binary, close, ping, pong, refused</source>
        <translation>text, binary, close, ping, pong, refused</translation>
    </message>
    <message>
        <source>bytes of payload, like 1k</source>
        <translation>octets de contenu, comme 1k</translation>
    </message>
    <message>
        <source>path of the client&apos;s request</source>
        <translation>chemin de la requête du client</translation>
    </message>
    <message>
        <source>address and port of the client</source>
        <translation>adresse et port du client</translation>
    </message>
    <message>
        <source>the payload as text</source>
        <translation>le contenu comme texte</translation>
    </message>
    <message>
        <source>a value in the payload: json.type, json.items.0.id</source>
        <translation>une valeur du contenu : json.type, json.items.0.id</translation>
    </message>
    <message>
        <source>when: 12:00:01, or -5min for five minutes ago</source>
        <translation>quand : 12:00:01, ou -5min pour il y a cinq minutes</translation>
    </message>
    <message>
        <source>code of a close frame</source>
        <translation>code d&apos;une trame de fermeture</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesModel</name>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 … (%2 de plus)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesPane</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>Filtrer les messages</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtre…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Jump to &amp;newest</source>
        <translation>Aller au plus &amp;récent</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Vider</translation>
    </message>
    <message>
        <source>&amp;Control frames and refusals</source>
        <translation>Trames de &amp;contrôle et refus</translation>
    </message>
    <message>
        <source>Show &amp;only its client</source>
        <translation>N&apos;afficher &amp;que son client</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Cop&amp;ier</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Open an export…</source>
        <translation>&amp;Ouvrir un export…</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Entrants et sortants</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Reçus</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Seulement %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln client(s)</source>
        <translation>
            <numerusform>Seulement %Ln client</numerusform>
            <numerusform>Seulement %Ln clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the messages of all clients again</source>
        <translation>Afficher de nouveau les messages de tous les clients</translation>
    </message>
    <message>
        <source>%1: show all again</source>
        <translation>%1 : tout afficher de nouveau</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1 apart</source>
        <translation>
            <numerusform>%Ln sélectionné, %1 d&apos;écart</numerusform>
            <numerusform>%Ln sélectionnés, %1 d&apos;écart</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 affichés sur %2</translation>
    </message>
    <message>
        <source>%1 older dropped</source>
        <translation>%1 plus anciens abandonnés</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 ignorés</translation>
    </message>
    <message>
        <source>&amp;Resume  +%1</source>
        <translation>&amp;Reprendre  +%1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>%1 messages came while paused and did not fit any more.</source>
        <translation>%1 messages arrivés pendant la pause n&apos;ont plus trouvé de place.</translation>
    </message>
    <message>
        <source>No message fits the filter.</source>
        <translation>Aucun message ne correspond au filtre.</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Pas encore de messages.</translation>
    </message>
</context>
<context>
    <name>porthole::Ndjson</name>
    <message>
        <source>It is no JSON object.</source>
        <translation>Ce n&apos;est pas un objet JSON.</translation>
    </message>
    <message>
        <source>It has no time as Porthole exports it.</source>
        <translation>L&apos;heure n&apos;y est pas comme Porthole l&apos;exporte.</translation>
    </message>
    <message>
        <source>Its type or its payload is missing.</source>
        <translation>Son type ou son contenu manque.</translation>
    </message>
</context>
<context>
    <name>porthole::NewHandlerDialog</name>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>New handler from a template</source>
        <translation>Nouveau gestionnaire à partir d’un modèle</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Source of the template</source>
        <translation>Source du modèle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Enregistrer sous</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save the handler</source>
        <translation>Enregistrer le gestionnaire</translation>
    </message>
    <message>
        <source>The name of a handler&apos;s file ends with .js or .mjs.</source>
        <translation>Le nom du fichier d’un gestionnaire se termine par .js ou .mjs.</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message>
        <source>%1 is there already. Write the template over it?</source>
        <translation>%1 existe déjà. L’écraser avec le modèle ?</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Écraser</translation>
    </message>
</context>
<context>
    <name>porthole::NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>porthole::OpenJob</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1 : %2</translation>
    </message>
    <message>
        <source>%1 holds no row of an exported log; choose a file that was exported as NDJSON.</source>
        <translation>%1 ne contient aucune ligne d&apos;un journal exporté ; choisissez un fichier exporté en NDJSON.</translation>
    </message>
</context>
<context>
    <name>porthole::Operations</name>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>gestionnaire</translation>
    </message>
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
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>Personne n&apos;était là pour le recevoir.</translation>
    </message>
    <message numerus="yes">
        <source>sent to %Ln</source>
        <translation>
            <numerusform>envoyé à %Ln</numerusform>
            <numerusform>envoyé à %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queued for %Ln</source>
        <translation>
            <numerusform>en attente pour %Ln</numerusform>
            <numerusform>en attente pour %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused: %1</source>
        <translation>
            <numerusform>%Ln refusé : %1</numerusform>
            <numerusform>%Ln refusés : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pinged %Ln client(s)</source>
        <translation>
            <numerusform>Ping envoyé à %Ln client</numerusform>
            <numerusform>Ping envoyé à %Ln clients</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 refused: %3</source>
        <translation>%1, %2 refusés : %3</translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s)</source>
        <translation>
            <numerusform>Déconnexion de %Ln client</numerusform>
            <numerusform>Déconnexion de %Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s), %1 refused: %2</source>
        <translation>
            <numerusform>Déconnexion de %Ln client, %1 refusés : %2</numerusform>
            <numerusform>Déconnexion de %Ln clients, %1 refusés : %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::PaneTitle</name>
    <message>
        <source>Detach %1</source>
        <translation>Détacher %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Masquer %1</translation>
    </message>
</context>
<context>
    <name>porthole::PayloadView</name>
    <message>
        <source>Page before</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of %3; Copy takes all of it</source>
        <translation>Octets %1 à %2 sur %3 ; Copier prend tout</translation>
    </message>
</context>
<context>
    <name>porthole::SavedDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Supp&amp;rimer</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>Messages enregistrés</translation>
    </message>
    <message>
        <source>Name, to save the message under or to find one</source>
        <translation>Nom, pour enregistrer le message ou en trouver un</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Replace with the message</source>
        <translation>Re&amp;mplacer par le message</translation>
    </message>
    <message>
        <source>&amp;Save the message</source>
        <translation>Enregi&amp;strer le message</translation>
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
        <translation>Donnez une adresse IPv4 ou IPv6, localhost, ou unix: et un chemin.</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>n&apos;importe lequel de libre</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>&amp;Workers</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>un par cœur</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Moteur</translation>
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
        <translation>automatique</translation>
    </message>
    <message>
        <source>&amp;Handler</source>
        <translation>&amp;Gestionnaire</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB.</source>
        <translation>Écrivez 65536, 64KiB ou 1MiB.</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min.</source>
        <translation>Écrivez 500ms, 10s ou 5min.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>aucune limite</translation>
    </message>
    <message>
        <source>&amp;Longest message</source>
        <translation>Message le plus &amp;long</translation>
    </message>
    <message>
        <source>&amp;Queue of a client</source>
        <translation>&amp;File d&apos;un client</translation>
    </message>
    <message>
        <source>When a queue is &amp;full</source>
        <translation>Quand une file est &amp;pleine</translation>
    </message>
    <message>
        <source>close the client</source>
        <translation>fermer le client</translation>
    </message>
    <message>
        <source>drop the newest message</source>
        <translation>abandonner le message le plus récent</translation>
    </message>
    <message>
        <source>drop the oldest messages</source>
        <translation>abandonner les messages les plus anciens</translation>
    </message>
    <message>
        <source>take no message</source>
        <translation>ne prendre aucun message</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Clients</translation>
    </message>
    <message>
        <source>Clients of an &amp;address</source>
        <translation>Clients d&apos;une &amp;adresse</translation>
    </message>
    <message>
        <source>&amp;New clients a second</source>
        <translation>&amp;Nouveaux clients par seconde</translation>
    </message>
    <message>
        <source>&amp;Messages a second from a client</source>
        <translation>&amp;Messages par seconde d&apos;un client</translation>
    </message>
    <message>
        <source>&amp;Bytes a second from a client</source>
        <translation>&amp;Octets par seconde d&apos;un client</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB; 0 is no limit.</source>
        <translation>Écrivez 65536, 64KiB ou 1MiB ; 0 pour aucune limite.</translation>
    </message>
    <message>
        <source>&amp;Time between pings</source>
        <translation>&amp;Temps entre les pings</translation>
    </message>
    <message>
        <source>Time for the &amp;pong</source>
        <translation>Temps pour le &amp;pong</translation>
    </message>
    <message>
        <source>Longest &amp;silence</source>
        <translation>Plus long &amp;silence</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min; 0 is for ever.</source>
        <translation>Écrivez 500ms, 10s ou 5min ; 0 pour toujours.</translation>
    </message>
</context>
<context>
    <name>porthole::ServerPanel</name>
    <message>
        <source>&amp;Handler</source>
        <translation>&amp;Gestionnaire</translation>
    </message>
    <message>
        <source>Start a&amp;new</source>
        <translation>&amp;Redémarrer</translation>
    </message>
    <message>
        <source>What answers the clients</source>
        <translation>Ce qui répond aux clients</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>Handler: %1</source>
        <translation>Gestionnaire : %1</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>%Ln client sera fermé avec 1001.</numerusform>
            <numerusform>%Ln clients seront fermés avec 1001.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>Arrêter le serveur ?</translation>
    </message>
    <message>
        <source>Start the server anew?</source>
        <translation>Redémarrer le serveur ?</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>The server has to be started anew for this.</source>
        <translation>Le serveur doit être redémarré pour cela.</translation>
    </message>
</context>
<context>
    <name>porthole::ServerSentences</name>
    <message>
        <source>Port %1 on %2 is taken: end the program that has it, or choose another port, or 0 for a free one.</source>
        <translation>Le port %1 sur %2 est pris : arrêtez le programme qui l’occupe, ou choisissez un autre port, ou 0 pour un port libre.</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine: choose one that is, 127.0.0.1 for this machine alone or 0.0.0.0 for every network.</source>
        <translation>%1 n’est pas une adresse de cette machine : choisissez-en une qui l’est, 127.0.0.1 pour cette machine seule ou 0.0.0.0 pour tous les réseaux.</translation>
    </message>
    <message>
        <source>Port %1 on %2 may not be used by this account: choose one above 1023.</source>
        <translation>Le port %1 sur %2 est interdit à ce compte : choisissez-en un au-dessus de 1023.</translation>
    </message>
    <message>
        <source>The file %1 is in use: end the program that listens on it, or choose another path.</source>
        <translation>Le fichier %1 est utilisé : arrêtez le programme qui l’écoute, ou choisissez un autre chemin.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Impossible d’écouter sur %1 : %2.</translation>
    </message>
    <message>
        <source>There is no handler &quot;%1&quot;.</source>
        <translation>Il n’y a pas de gestionnaire « %1 ».</translation>
    </message>
    <message>
        <source>The server is stopping; try again when it has stopped.</source>
        <translation>Le serveur s’arrête ; réessayez quand il est arrêté.</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>Le serveur ne tourne pas.</translation>
    </message>
    <message>
        <source>The server does not run; start it with these settings instead.</source>
        <translation>Le serveur ne tourne pas ; démarrez-le plutôt avec ces réglages.</translation>
    </message>
    <message>
        <source>Start the server again to change %1.</source>
        <translation>Redémarrez le serveur pour changer %1.</translation>
    </message>
    <message>
        <source>compression is yes, but the engine qt cannot compress; choose the engine native.</source>
        <translation>compression vaut yes, mais le moteur qt ne sait pas compresser ; choisissez le moteur native.</translation>
    </message>
    <message>
        <source>There is no file for the %1; give one.</source>
        <translation>Il n’y a pas de fichier pour %1 ; donnez-en un.</translation>
    </message>
    <message>
        <source>There is no certificate in %1; give a file in PEM.</source>
        <translation>Il n’y a pas de certificat dans %1 ; donnez un fichier PEM.</translation>
    </message>
    <message>
        <source>The certificate in %1 expired on %2; get a new one.</source>
        <translation>Le certificat dans %1 a expiré le %2 ; procurez-vous-en un nouveau.</translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid before %2; see whether this machine&apos;s clock is right.</source>
        <translation>Le certificat dans %1 n’est pas valable avant le %2 ; vérifiez l’horloge de cette machine.</translation>
    </message>
    <message>
        <source>There is no private key in %1 that can be read; give a file in PEM, and its passphrase if it has one.</source>
        <translation>Il n’y a pas de clé privée lisible dans %1 ; donnez un fichier PEM, et sa phrase secrète s’il en a une.</translation>
    </message>
    <message>
        <source>The private key in %1 is not that of the certificate in %2 (%3); give the pair.</source>
        <translation>La clé privée dans %1 n’est pas celle du certificat dans %2 (%3) ; donnez la paire.</translation>
    </message>
    <message>
        <source>%1 needs a certificate; give tlsCert and tlsKey.</source>
        <translation>%1 a besoin d’un certificat ; donnez tlsCert et tlsKey.</translation>
    </message>
    <message>
        <source>The %1 cannot be read from %2: %3.</source>
        <translation>%1 ne peut pas être lu depuis %2 : %3.</translation>
    </message>
    <message>
        <source>A handler of client #%1 threw: %2.</source>
        <translation>Un gestionnaire du client #%1 a levé : %2.</translation>
    </message>
    <message>
        <source>A handler threw: %1.</source>
        <translation>Un gestionnaire a levé : %1.</translation>
    </message>
    <message>
        <source>A connection was turned away: %1.</source>
        <translation>Une connexion a été refusée : %1.</translation>
    </message>
    <message>
        <source>%1 connections were turned away: %2.</source>
        <translation>%1 connexions ont été refusées : %2.</translation>
    </message>
    <message>
        <source>give a folder that exists</source>
        <translation>donnez un dossier qui existe</translation>
    </message>
    <message>
        <source>choose yes or no</source>
        <translation>choisissez yes ou no</translation>
    </message>
    <message>
        <source>choose 1.2 or 1.3</source>
        <translation>choisissez 1.2 ou 1.3</translation>
    </message>
    <message>
        <source>give a number of bytes from %1 to %2, such as 65536, 64KiB or 1MiB</source>
        <translation>donnez un nombre d’octets de %1 à %2, par exemple 65536, 64KiB ou 1MiB</translation>
    </message>
    <message>
        <source>give a time from %1 to %2, such as 500ms, 10s or 5min</source>
        <translation>donnez une durée de %1 à %2, par exemple 500ms, 10s ou 5min</translation>
    </message>
    <message>
        <source>give a number from %1 to %2</source>
        <translation>donnez un nombre de %1 à %2</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>choisissez parmi %1</translation>
    </message>
    <message>
        <source>The setting %1 is %2; %3.</source>
        <translation>Le réglage %1 vaut %2 ; %3.</translation>
    </message>
    <message>
        <source>%1 is %2; %3.</source>
        <translation>%1 vaut %2 ; %3.</translation>
    </message>
    <message>
        <source>%1 was loaded again, in %2 ms</source>
        <translation>%1 a été rechargé, en %2 ms</translation>
    </message>
    <message>
        <source>The script was not loaded again, and what ran goes on: %1</source>
        <translation>Le script n’a pas été rechargé, celui qui tourne reste en place : %1</translation>
    </message>
</context>
<context>
    <name>porthole::SettingsDialog</name>
    <message>
        <source>&amp;Read-only: nothing is pushed, closed or changed from here</source>
        <translation>&amp;Lecture seule : rien n&apos;est envoyé, fermé ni modifié d&apos;ici</translation>
    </message>
    <message>
        <source>&amp;Notify when a client is closed for a fault</source>
        <translation>&amp;Notifier quand un client est fermé pour une faute</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>The server is started anew when one of these changes. They hold until the program ends; its command line sets them for good.</source>
        <translation>Le serveur est redémarré quand l&apos;un d&apos;eux change. Ils valent jusqu&apos;à la fin du programme ; sa ligne de commande les fixe durablement.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>These hold at once, for those who are connected too. They hold until the program ends; its command line sets them for good.</source>
        <translation>Ceci vaut aussitôt, aussi pour ceux qui sont connectés, et jusqu&apos;à la fin du programme ; sa ligne de commande le fixe durablement.</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>&amp;Limites</translation>
    </message>
    <message>
        <source>These hold at once and are remembered.</source>
        <translation>Ceci vaut aussitôt et est mémorisé.</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenêtre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> Mio</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Taille du te&amp;xte</translation>
    </message>
    <message>
        <source>&amp;Messages kept</source>
        <translation>&amp;Messages gardés</translation>
    </message>
    <message>
        <source>&amp;Memory for them</source>
        <translation>&amp;Mémoire pour eux</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>The server is started anew for this; %Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>Le serveur est redémarré pour cela ; %Ln client sera fermé avec 1001.</numerusform>
            <numerusform>Le serveur est redémarré pour cela ; %Ln clients seront fermés avec 1001.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is started anew for this.</source>
        <translation>Le serveur est redémarré pour cela.</translation>
    </message>
    <message>
        <source>Apply and start anew</source>
        <translation>Appliquer et redémarrer</translation>
    </message>
</context>
<context>
    <name>porthole::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Where the focus is</source>
        <translation>Là où est le focus</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Copier les lignes sélectionnées</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Sélectionner toutes les lignes</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>Vider le filtre</translation>
    </message>
    <message>
        <source>Push, from the editor</source>
        <translation>Envoyer, depuis l&apos;éditeur</translation>
    </message>
    <message>
        <source>Mark a time in a chart, and take it</source>
        <translation>Marquer une période dans un graphique, et la prendre</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Message pushed before, and after</source>
        <translation>Message envoyé avant, et après</translation>
    </message>
</context>
<context>
    <name>porthole::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>Écoute sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln worker</numerusform>
            <numerusform>%Ln workers</numerusform>
        </translation>
    </message>
    <message>
        <source>loop lag %1 ms</source>
        <translation>retard de boucle %1 ms</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 ignorés</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 refusés</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>Le serveur ne tourne pas.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln avis</numerusform>
            <numerusform>%Ln avis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::TableView</name>
    <message>
        <source>Reset columns</source>
        <translation>Rétablir les colonnes</translation>
    </message>
</context>
<context>
    <name>porthole::TailView</name>
    <message>
        <source>Newest</source>
        <translation>Le plus récent</translation>
    </message>
</context>
<context>
    <name>porthole::TextPayloadView</name>
    <message>
        <source>Payload as text</source>
        <translation>Contenu comme texte</translation>
    </message>
    <message>
        <source>This is not UTF-8 text: only ASCII is shown. Hex shows the bytes.</source>
        <translation>Ce n&apos;est pas du texte UTF-8 : seul l&apos;ASCII est affiché. Hexa montre les octets.</translation>
    </message>
</context>
<context>
    <name>porthole::WelcomePage</name>
    <message>
        <source>The address to connect to</source>
        <translation>L&apos;adresse où se connecter</translation>
    </message>
    <message>
        <source>In the console of a browser</source>
        <translation>Dans la console d&apos;un navigateur</translation>
    </message>
    <message>
        <source>In a terminal, with Node.js</source>
        <translation>Dans un terminal, avec Node.js</translation>
    </message>
    <message>
        <source>In a terminal, with Python and its websockets package</source>
        <translation>Dans un terminal, avec Python et son paquet websockets</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier : %1</translation>
    </message>
    <message>
        <source>Ready for the first client</source>
        <translation>Prêt pour le premier client</translation>
    </message>
    <message>
        <source>Connect to the address below. Clients and their messages appear here as they come.</source>
        <translation>Connectez-vous à l&apos;adresse ci-dessous. Les clients et leurs messages apparaissent ici au fur et à mesure.</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>Le serveur n&apos;a pas pu démarrer</translation>
    </message>
    <message>
        <source>The server is stopping</source>
        <translation>Le serveur s&apos;arrête</translation>
    </message>
    <message>
        <source>It waits for its clients to say goodbye.</source>
        <translation>Il attend que ses clients prennent congé.</translation>
    </message>
    <message>
        <source>The server does not run</source>
        <translation>Le serveur ne tourne pas</translation>
    </message>
    <message>
        <source>No client can connect.</source>
        <translation>Aucun client ne peut se connecter.</translation>
    </message>
</context>
</TS>
