<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>porthole::AboutDialog</name>
    <message>
        <source>About Porthole</source>
        <translation>Porthole について</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>プログラム(&amp;P)</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>ライセンス(&amp;L)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更点</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>変更点(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Porthole %1</source>
        <translation>Porthole %1</translation>
    </message>
    <message>
        <source>A WebSocket server with a window on it</source>
        <translation>窓のある WebSocket サーバー</translation>
    </message>
    <message>
        <source>Free software under the MIT licence</source>
        <translation>MIT ライセンスの自由ソフトウェア</translation>
    </message>
    <message>
        <source>Qt %1, used under the LGPL version 3</source>
        <translation>Qt %1、LGPL バージョン 3 で利用</translation>
    </message>
    <message>
        <source>## Libraries</source>
        <translation>## ライブラリ</translation>
    </message>
    <message>
        <source>LGPL version 3</source>
        <translation>LGPL バージョン 3</translation>
    </message>
    <message>
        <source>MIT licence</source>
        <translation>MIT ライセンス</translation>
    </message>
    <message>
        <source>zlib licence</source>
        <translation>zlib ライセンス</translation>
    </message>
    <message>
        <source>Apache licence 2.0, where TLS is used</source>
        <translation>Apache License 2.0(TLS を使う場合)</translation>
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
        <translation>活動</translation>
    </message>
    <message>
        <source>Let go of the chosen time</source>
        <translation>選んだ時間を解除</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>直近 1 分</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>直近 5 分</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>直近 10 分</translation>
    </message>
    <message>
        <source>Last 2 hours</source>
        <translation>直近 2 時間</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>表示する時間</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>毎秒のメッセージ数</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>毎秒のバイト数</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Loop lag</source>
        <translation>ループの遅れ</translation>
    </message>
    <message>
        <source>Closes by cause</source>
        <translation>原因別の切断</translation>
    </message>
    <message>
        <source>in</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>out</source>
        <translation>送信</translation>
    </message>
</context>
<context>
    <name>porthole::Audit</name>
    <message>
        <source>push</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>porthole::AuditDialog</name>
    <message>
        <source>Actions by hand</source>
        <translation>手動の操作</translation>
    </message>
    <message>
        <source>Nothing was done by hand yet.</source>
        <translation>手動の操作はまだありません。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>porthole::Buttons</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>porthole::Chart</name>
    <message>
        <source>scale to %1</source>
        <translation>目盛りは %1 まで</translation>
    </message>
</context>
<context>
    <name>porthole::ClientColumns</name>
    <message>
        <source>#</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>サブプロトコル</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>ルーム</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続時間</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>無通信</translation>
    </message>
    <message>
        <source>In</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>受信バイト</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>送信バイト</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>圧縮</translation>
    </message>
    <message>
        <source>Number of the client; never given twice</source>
        <translation>クライアントの番号(再利用されません)</translation>
    </message>
    <message>
        <source>Address and port the client comes from</source>
        <translation>クライアントの接続元アドレスとポート</translation>
    </message>
    <message>
        <source>Path of its request</source>
        <translation>リクエストのパス</translation>
    </message>
    <message>
        <source>Subprotocol agreed on in the handshake</source>
        <translation>ハンドシェイクで決まったサブプロトコル</translation>
    </message>
    <message>
        <source>User that a handler bound it to</source>
        <translation>ハンドラーが結び付けたユーザー</translation>
    </message>
    <message>
        <source>Rooms it is in</source>
        <translation>参加しているルーム</translation>
    </message>
    <message>
        <source>How long it has been connected</source>
        <translation>接続している時間</translation>
    </message>
    <message>
        <source>How long ago its last message went in or out</source>
        <translation>最後のメッセージ送受信からの時間</translation>
    </message>
    <message>
        <source>Messages received from it</source>
        <translation>受信したメッセージ数</translation>
    </message>
    <message>
        <source>Messages sent to it</source>
        <translation>送信したメッセージ数</translation>
    </message>
    <message>
        <source>Bytes of payload received from it</source>
        <translation>受信した本体のバイト数</translation>
    </message>
    <message>
        <source>Bytes of payload sent to it</source>
        <translation>送信した本体のバイト数</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent to it</source>
        <translation>送信待ちのバイト数</translation>
    </message>
    <message>
        <source>Time from the last ping to its pong</source>
        <translation>最後の ping から pong までの時間</translation>
    </message>
    <message>
        <source>Thread that serves it</source>
        <translation>担当するスレッド</translation>
    </message>
    <message>
        <source>What speaks WebSocket with it</source>
        <translation>WebSocket の通信を担うもの</translation>
    </message>
    <message>
        <source>What its messages are compressed with: windows of server and client, contexts kept</source>
        <translation>メッセージの圧縮方法: サーバーとクライアントの窓、保持する文脈</translation>
    </message>
</context>
<context>
    <name>porthole::ClientFields</name>
    <message>
        <source>number of the client</source>
        <translation>クライアントの番号</translation>
    </message>
    <message>
        <source>address and port</source>
        <translation>アドレスとポート</translation>
    </message>
    <message>
        <source>path of its request</source>
        <translation>リクエストのパス</translation>
    </message>
    <message>
        <source>as agreed on</source>
        <translation>合意したもの</translation>
    </message>
    <message>
        <source>whose it is</source>
        <translation>持ち主</translation>
    </message>
    <message>
        <source>one of the rooms it is in</source>
        <translation>参加しているルームの一つ</translation>
    </message>
    <message>
        <source>for how long, like 5min</source>
        <translation>経過時間(5min など)</translation>
    </message>
    <message>
        <source>since its last message, like 30s</source>
        <translation>最後のメッセージから(30s など)</translation>
    </message>
    <message>
        <source>messages received from it</source>
        <translation>受信したメッセージ数</translation>
    </message>
    <message>
        <source>messages sent to it</source>
        <translation>送信したメッセージ数</translation>
    </message>
    <message>
        <source>payload received from it, like 1M</source>
        <translation>受信した本体(1M など)</translation>
    </message>
    <message>
        <source>payload sent to it, like 1M</source>
        <translation>送信した本体(1M など)</translation>
    </message>
    <message>
        <source>bytes that wait to be sent, like 64k</source>
        <translation>送信待ちのバイト数(64k など)</translation>
    </message>
    <message>
        <source>from ping to pong, like 50ms</source>
        <translation>ping から pong まで(50ms など)</translation>
    </message>
    <message>
        <source>thread that serves it</source>
        <translation>担当するスレッド</translation>
    </message>
    <message>
        <source>qt or native</source>
        <translation>qt または native</translation>
    </message>
    <message>
        <source>as agreed on, like deflate</source>
        <translation>合意したもの(deflate など)</translation>
    </message>
    <message>
        <source>when it was closed</source>
        <translation>切断した時刻</translation>
    </message>
    <message>
        <source>close code, like 1006</source>
        <translation>切断コード(1006 など)</translation>
    </message>
    <message>
        <source>close reason</source>
        <translation>切断の理由</translation>
    </message>
    <message>
        <source>why it was closed, like &quot;slow consumer&quot;</source>
        <translation>切断の原因(&quot;slow consumer&quot; など)</translation>
    </message>
    <message>
        <source>who closed it</source>
        <translation>切断した側</translation>
    </message>
</context>
<context>
    <name>porthole::ClientView</name>
    <message>
        <source>Client and its handshake</source>
        <translation>クライアントとハンドシェイク</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1</source>
        <translation>
            <numerusform>%Ln 件のメッセージ、%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>接続開始</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>worker %1, engine %2</source>
        <translation>ワーカー %1、エンジン %2</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>サブプロトコル</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>圧縮</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>ルーム</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>From ping to pong</source>
        <translation>ping から pong まで</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>切断した側</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Secrets of the handshake are shown.</source>
        <translation>ハンドシェイクの秘密を表示しています。</translation>
    </message>
    <message>
        <source>Secrets of the handshake are masked.</source>
        <translation>ハンドシェイクの秘密は隠されています。</translation>
    </message>
</context>
<context>
    <name>porthole::ClientsPane</name>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Filter clients</source>
        <translation>クライアントを絞り込む</translation>
    </message>
    <message>
        <source>Connected or closed clients</source>
        <translation>接続中または切断したクライアント</translation>
    </message>
    <message>
        <source>&amp;Push to…</source>
        <translation>送信先に設定(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;ing</source>
        <translation>ping を送る(&amp;I)</translation>
    </message>
    <message>
        <source>Show &amp;only its messages</source>
        <translation>このメッセージだけ表示(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>切断(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>行をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>接続中のクライアント</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>接続しているクライアントはありません。</translation>
    </message>
    <message>
        <source>Closed clients</source>
        <translation>切断したクライアント</translation>
    </message>
    <message>
        <source>No client has left yet.</source>
        <translation>切断したクライアントはまだありません。</translation>
    </message>
    <message>
        <source>Connected %L1</source>
        <translation>接続中 %L1</translation>
    </message>
    <message>
        <source>Closed %L1</source>
        <translation>切断済み %L1</translation>
    </message>
    <message>
        <source>%L1 of %L2 shown</source>
        <translation>%L2 件中 %L1 件を表示</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>条件に合うクライアントはありません。</translation>
    </message>
    <message>
        <source>Show those that &amp;left</source>
        <translation>退出したものを表示(&amp;L)</translation>
    </message>
</context>
<context>
    <name>porthole::CloseCheck</name>
    <message>
        <source>Give a code.</source>
        <translation>コードを入力してください。</translation>
    </message>
    <message>
        <source>A code is a number.</source>
        <translation>コードは数値です。</translation>
    </message>
    <message>
        <source>%1 is reserved and never sent.</source>
        <translation>%1 は予約済みで、送信されません。</translation>
    </message>
    <message>
        <source>%1 may not be sent. Use 1000–1003, 1007–1014 or 3000–4999.</source>
        <translation>%1 は送信できません。1000–1003、1007–1014、3000–4999 を使ってください。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) too long. A reason has at most 123 bytes.</source>
        <translation>
            <numerusform>%Ln バイト超過しています。理由は 123 バイトまでです。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ClosedModel</name>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>#</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>切断した側</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>接続していた時間</translation>
    </message>
</context>
<context>
    <name>porthole::ComposeBar</name>
    <message>
        <source>Selected (%L1)</source>
        <translation>選択中 (%L1)</translation>
    </message>
    <message>
        <source>All clients (%L1)</source>
        <translation>すべてのクライアント (%L1)</translation>
    </message>
    <message>
        <source>Shown by the filter (%L1)</source>
        <translation>絞り込みの結果 (%L1)</translation>
    </message>
    <message numerus="yes">
        <source>to %Ln client(s)</source>
        <translation>
            <numerusform>%Ln 件のクライアントへ</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>接続しているクライアントはありません。</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>条件に合うクライアントはありません。</translation>
    </message>
    <message>
        <source>Select clients in the table, or push to all.</source>
        <translation>表でクライアントを選ぶか、全員に送信してください。</translation>
    </message>
    <message>
        <source>The window is read-only: nothing is pushed.</source>
        <translation>ウィンドウは読み取り専用です。何も送信しません。</translation>
    </message>
    <message numerus="yes">
        <source>Push this to %Ln client(s)?</source>
        <translation>
            <numerusform>これを %Ln 件のクライアントに送信しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>送信中…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>&amp;Stop pushing</source>
        <translation>送信を停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>送信(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>pushed %Ln time(s)</source>
        <translation>
            <numerusform>%Ln 回送信</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16 進</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>File as text</source>
        <translation>ファイル(テキスト)</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>メッセージの種類</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>In text and JSON these stand for something else in each message: %1</source>
        <translation>テキストと JSON では、次のものがメッセージごとに置き換わります: %1</translation>
    </message>
    <message>
        <source>What became of the message</source>
        <translation>送信の結果</translation>
    </message>
    <message>
        <source>&amp;Saved messages…</source>
        <translation>保存したメッセージ(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Repeat until stopped</source>
        <translation>停止するまで繰り返す(&amp;R)</translation>
    </message>
    <message>
        <source>Push the message (%1)</source>
        <translation>メッセージを送信 (%1)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Messages pushed before</source>
        <translation>以前に送信したメッセージ</translation>
    </message>
    <message>
        <source>Saved messages (%1)</source>
        <translation>保存したメッセージ (%1)</translation>
    </message>
    <message>
        <source>Repeat until stopped (%1)</source>
        <translation>停止するまで繰り返す (%1)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time between repetitions</source>
        <translation>繰り返しの間隔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Pushed &amp;before</source>
        <translation>以前の送信(&amp;B)</translation>
    </message>
    <message>
        <source>Insert a &amp;variable</source>
        <translation>変数を挿入(&amp;V)</translation>
    </message>
    <message>
        <source>Push a &amp;file…</source>
        <translation>ファイルを送信(&amp;F)…</translation>
    </message>
    <message>
        <source>Nothing was pushed yet</source>
        <translation>まだ送信していません</translation>
    </message>
    <message>
        <source>Push a file</source>
        <translation>ファイルを送信</translation>
    </message>
    <message>
        <source>A room (%L1)</source>
        <translation>ルーム (%L1)</translation>
    </message>
    <message>
        <source>No client is in a room.</source>
        <translation>ルームにいるクライアントはありません。</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>ルーム %1</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>ルーム</translation>
    </message>
    <message>
        <source>No client is in the room %1.</source>
        <translation>ルーム %1 にはクライアントがいません。</translation>
    </message>
</context>
<context>
    <name>porthole::ConsoleModel</name>
    <message>
        <source>debug</source>
        <translation>デバッグ</translation>
    </message>
    <message>
        <source>info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
</context>
<context>
    <name>porthole::ConsolePane</name>
    <message>
        <source>Console</source>
        <translation>コンソール</translation>
    </message>
    <message>
        <source>Console of the script</source>
        <translation>スクリプトのコンソール</translation>
    </message>
    <message>
        <source>What the script writes with console.log() comes here.</source>
        <translation>スクリプトが console.log() で書いたものがここに表示されます。</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>すべてのレベル</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>情報以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>最低レベル</translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation>コンソール内を検索</translation>
    </message>
    <message>
        <source>Clear the console</source>
        <translation>コンソールを消去</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 件破棄</translation>
    </message>
    <message>
        <source>All of the chosen line</source>
        <translation>選んだ行の全文</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>porthole::Delivery</name>
    <message>
        <source>Stopped: the window is read-only now.</source>
        <translation>停止しました: ウィンドウが読み取り専用になりました。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: there are more than %Ln receiver(s) now.</source>
        <translation>
            <numerusform>停止しました: 宛先が %Ln 件を超えました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>受け取る相手がいませんでした。</translation>
    </message>
    <message>
        <source>The window is read-only.</source>
        <translation>ウィンドウは読み取り専用です。</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>停止しました: %1</translation>
    </message>
    <message>
        <source>Stopped: no receiver is left.</source>
        <translation>停止しました: 宛先がなくなりました。</translation>
    </message>
</context>
<context>
    <name>porthole::DetailPane</name>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Choose a message or a client to see all of it.</source>
        <translation>メッセージかクライアントを選ぶと全体が見えます。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16 進</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>How the message is shown</source>
        <translation>メッセージの表示方法</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>only the first %1 were kept</source>
        <translation>最初の %1 だけ保存しています</translation>
    </message>
    <message>
        <source>%1 has left; nothing more is known of it.</source>
        <translation>%1 は切断しました。これ以上の情報はありません。</translation>
    </message>
    <message>
        <source>JSON as a tree that can be folded</source>
        <translation>JSON を折りたためるツリーで表示</translation>
    </message>
</context>
<context>
    <name>porthole::DisconnectDialog</name>
    <message numerus="yes">
        <source>Disconnect %Ln client(s)</source>
        <translation>
            <numerusform>%Ln 件のクライアントを切断</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>切断コード</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Optional; the client can read it</source>
        <translation>任意。クライアントから読めます</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>コード(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>for your own use</source>
        <translation>自由に使えるコード</translation>
    </message>
    <message>
        <source>for libraries and frameworks</source>
        <translation>ライブラリやフレームワーク用</translation>
    </message>
    <message>
        <source>%1 of 123 bytes</source>
        <translation>123 バイト中 %1 バイト</translation>
    </message>
</context>
<context>
    <name>porthole::DraftCheck</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 文字目: %3</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>%1 文字目: %2</translation>
    </message>
    <message>
        <source>A ping carries at most 125 bytes, and this is %1.</source>
        <translation>ping は 125 バイトまでですが、これは %1 バイトです。</translation>
    </message>
    <message>
        <source>“%1” is no hex digit</source>
        <translation>「%1」は 16 進の数字ではありません</translation>
    </message>
    <message>
        <source>the last byte has only one digit</source>
        <translation>最後のバイトが 1 桁しかありません</translation>
    </message>
    <message>
        <source>nothing may follow the padding</source>
        <translation>パディングの後には何も置けません</translation>
    </message>
    <message>
        <source>“%1” is no letter of Base64</source>
        <translation>「%1」は Base64 の文字ではありません</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>終わりがありません</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 go as one message.</source>
        <translation>ファイルは %1 です。一つのメッセージは %2 までです。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>ファイルを読めません。</translation>
    </message>
    <message>
        <source>The file is not UTF-8, so it cannot go as text.</source>
        <translation>ファイルが UTF-8 ではないので、テキストとして送れません。</translation>
    </message>
</context>
<context>
    <name>porthole::ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Mask secrets in paths and header fields</source>
        <translation>パスとヘッダーの秘密を隠す(&amp;M)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>メッセージの書き出し</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>書き込んだ行</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>形式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>選択した行</translation>
    </message>
    <message>
        <source>Rows that are shown</source>
        <translation>表示中の行</translation>
    </message>
    <message>
        <source>All rows that are kept</source>
        <translation>保存しているすべての行</translation>
    </message>
    <message>
        <source>NDJSON, which can be opened again</source>
        <translation>NDJSON(再び開ける形式)</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV(表計算向け)</translation>
    </message>
    <message>
        <source>HAR, as browsers and proxies write it</source>
        <translation>HAR(ブラウザーやプロキシの形式)</translation>
    </message>
    <message>
        <source>This file is there already. Export again to replace it.</source>
        <translation>このファイルは既にあります。もう一度書き出すと置き換えます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>%Ln 行を %1 に書き出しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ExportJob</name>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>書き出しを中止しました。何も書き込んでいません。</translation>
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
            <numerusform>%Ln 件のクライアントが障害で切断されました: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::FileFault</name>
    <message>
        <source>Say which file to write.</source>
        <translation>書き込むファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1 is a folder; add a file name.</source>
        <translation>%1 はフォルダーです。ファイル名を付けてください。</translation>
    </message>
    <message>
        <source>There is no folder %1; create it or choose another.</source>
        <translation>フォルダー %1 がありません。作るか別のものを選んでください。</translation>
    </message>
    <message>
        <source>Writing to %1 is not allowed; choose another folder.</source>
        <translation>%1 への書き込みは許可されていません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 could not be written (%2); free some space or choose another folder.</source>
        <translation>%1 に書き込めませんでした (%2)。空きを作るか別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 could not be read (%2); check its name and who may read it.</source>
        <translation>%1 を読めませんでした (%2)。名前と読み取り権限を確かめてください。</translation>
    </message>
</context>
<context>
    <name>porthole::FilterEdit</name>
    <message>
        <source>Clear the filter</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Fields to filter by</source>
        <translation>絞り込みに使える項目</translation>
    </message>
</context>
<context>
    <name>porthole::FilterLexer</name>
    <message>
        <source>Write == for equal, or =~ for a regular expression.</source>
        <translation>等しいは ==、正規表現は =~ と書きます。</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>引用符が閉じていません。</translation>
    </message>
</context>
<context>
    <name>porthole::FilterOperand</name>
    <message>
        <source>=~ finds in text, and %1 is none; write ==.</source>
        <translation>=~ はテキストを探すもので、%1 はテキストではありません。== と書いてください。</translation>
    </message>
    <message>
        <source>%1 can be compared with == and != only.</source>
        <translation>%1 は == と != だけで比べられます。</translation>
    </message>
    <message>
        <source>The regular expression is not right here: %1.</source>
        <translation>正規表現がここで正しくありません: %1。</translation>
    </message>
    <message>
        <source>A size is written like 512, 1k or 2MiB.</source>
        <translation>サイズは 512、1k、2MiB のように書きます。</translation>
    </message>
    <message>
        <source>A span of time needs a unit: 250ms, 30s, 5min, 2h.</source>
        <translation>時間の長さには単位が必要です: 250ms、30s、5min、2h。</translation>
    </message>
    <message>
        <source>A client is written like 12 or #12.</source>
        <translation>クライアントは 12 や #12 のように書きます。</translation>
    </message>
    <message>
        <source>A number is needed here, like 12 or 1.5k.</source>
        <translation>ここには 12 や 1.5k のような数値が必要です。</translation>
    </message>
    <message>
        <source>A time is written like 12:00, 12:00:01.250, &quot;2026-01-31 12:00&quot; or -5min.</source>
        <translation>時刻は 12:00、12:00:01.250、&quot;2026-01-31 12:00&quot;、-5min のように書きます。</translation>
    </message>
    <message>
        <source>%1 is one of: %2.</source>
        <translation>%1 は次のいずれかです: %2。</translation>
    </message>
</context>
<context>
    <name>porthole::FilterParser</name>
    <message>
        <source>This parenthesis was not opened.</source>
        <translation>この括弧に始まりがありません。</translation>
    </message>
    <message>
        <source>A field or a word must stand before this.</source>
        <translation>この前に項目か語が必要です。</translation>
    </message>
    <message>
        <source>Something is missing here: a field or a word.</source>
        <translation>ここに項目か語がありません。</translation>
    </message>
    <message>
        <source>The parentheses are nested too deeply.</source>
        <translation>括弧の入れ子が深すぎます。</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>この括弧が閉じていません。</translation>
    </message>
    <message>
        <source>There is no field %1. The fields are %2.</source>
        <translation>項目 %1 はありません。使える項目は %2 です。</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>ここに値がありません。</translation>
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
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
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
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>継続</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>バイナリ</translation>
    </message>
    <message>
        <source>close</source>
        <translation>切断</translation>
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
        <translation>不明</translation>
    </message>
    <message>
        <source>in</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>out</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>client has left</source>
        <translation>クライアントは切断済み</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>開いていない</translation>
    </message>
    <message>
        <source>backlog full</source>
        <translation>待ち行列が満杯</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>大きすぎる</translation>
    </message>
    <message>
        <source>not allowed now</source>
        <translation>今は許可されない</translation>
    </message>
    <message>
        <source>peer close</source>
        <translation>相手による切断</translation>
    </message>
    <message>
        <source>server close</source>
        <translation>サーバーによる切断</translation>
    </message>
    <message>
        <source>kicked by operator</source>
        <translation>管理者による切断</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>shutdown</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>プロトコルエラー</translation>
    </message>
    <message>
        <source>bad UTF-8</source>
        <translation>不正な UTF-8</translation>
    </message>
    <message>
        <source>stalled frame</source>
        <translation>途切れたフレーム</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>受信が遅い</translation>
    </message>
    <message>
        <source>no pong</source>
        <translation>pong なし</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>無通信</translation>
    </message>
    <message>
        <source>handshake timeout</source>
        <translation>ハンドシェイク時間切れ</translation>
    </message>
    <message>
        <source>bad handshake</source>
        <translation>不正なハンドシェイク</translation>
    </message>
    <message>
        <source>not an upgrade</source>
        <translation>WebSocket ではない要求</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>too many clients</source>
        <translation>クライアントが多すぎる</translation>
    </message>
    <message>
        <source>too many clients of an address</source>
        <translation>同じアドレスのクライアントが多すぎる</translation>
    </message>
    <message>
        <source>too many handshakes</source>
        <translation>ハンドシェイクが多すぎる</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS ハンドシェイク</translation>
    </message>
    <message>
        <source>queues full</source>
        <translation>全体の待ち行列が満杯</translation>
    </message>
    <message>
        <source>handler error</source>
        <translation>ハンドラーのエラー</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>end of stream</source>
        <translation>ストリーム終了</translation>
    </message>
    <message>
        <source>normal closure</source>
        <translation>正常な切断</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>離脱</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>対応していないデータ</translation>
    </message>
    <message>
        <source>no code given</source>
        <translation>コードなし</translation>
    </message>
    <message>
        <source>no close frame</source>
        <translation>切断フレームなし</translation>
    </message>
    <message>
        <source>invalid payload</source>
        <translation>不正な本体</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>ポリシー違反</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>メッセージが大きすぎる</translation>
    </message>
    <message>
        <source>mandatory extension</source>
        <translation>必須の拡張</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>内部エラー</translation>
    </message>
    <message>
        <source>service restart</source>
        <translation>サービスの再起動</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>後で再試行</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>不正なゲートウェイ</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS ハンドシェイク失敗</translation>
    </message>
</context>
<context>
    <name>porthole::HandlerFiles</name>
    <message>
        <source>%1 is not there any more; save it again or choose another handler.</source>
        <translation>%1 はもうありません。もう一度保存するか、別のハンドラーを選んでください。</translation>
    </message>
    <message>
        <source>Nothing on this desktop opens %1; open it in an editor of your choice.</source>
        <translation>このデスクトップには %1 を開くものがありません。お好みのエディターで開いてください。</translation>
    </message>
</context>
<context>
    <name>porthole::HeaderBar</name>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>in/s</source>
        <translation>受信/秒</translation>
    </message>
    <message>
        <source>out/s</source>
        <translation>送信/秒</translation>
    </message>
    <message>
        <source>Messages a second over the last minute</source>
        <translation>直近 1 分の毎秒のメッセージ数</translation>
    </message>
    <message>
        <source>Messages a second, in and out, over the last minute</source>
        <translation>直近 1 分の毎秒の送受信メッセージ数</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>稼働中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>待ち受けていません</translation>
    </message>
    <message>
        <source>engine %1</source>
        <translation>エンジン %1</translation>
    </message>
</context>
<context>
    <name>porthole::HexPayloadView</name>
    <message>
        <source>Payload as hex</source>
        <translation>本体(16 進)</translation>
    </message>
</context>
<context>
    <name>porthole::JsonPayloadView</name>
    <message>
        <source>Payload as JSON</source>
        <translation>本体(JSON)</translation>
    </message>
    <message>
        <source>Not JSON: at byte %1, %2.</source>
        <translation>JSON ではありません: %1 バイト目、%2。</translation>
    </message>
</context>
<context>
    <name>porthole::JsonText</name>
    <message>
        <source>the object is not closed</source>
        <translation>オブジェクトが閉じていません</translation>
    </message>
    <message>
        <source>a colon is missing after the name</source>
        <translation>名前の後のコロンがありません</translation>
    </message>
    <message>
        <source>the array is not closed</source>
        <translation>配列が閉じていません</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>コンマがありません</translation>
    </message>
    <message>
        <source>this is no value</source>
        <translation>値ではありません</translation>
    </message>
    <message>
        <source>it ends within a number</source>
        <translation>数値の途中で終わっています</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>数値ではありません</translation>
    </message>
    <message>
        <source>this escape is not known</source>
        <translation>知らないエスケープです</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>UTF-8 ではありません</translation>
    </message>
    <message>
        <source>the string is not closed</source>
        <translation>文字列が閉じていません</translation>
    </message>
    <message>
        <source>an object is missing</source>
        <translation>オブジェクトがありません</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>入れ子が深すぎます</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>大きすぎます</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>値の後に余分なものがあります</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>JSON ではありません</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>値がありません</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTree</name>
    <message>
        <source>Payload as a tree</source>
        <translation>ツリーとしてのペイロード</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Copy the path for a filter</source>
        <translation>フィルター用のパスをコピー</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>この値でフィルター</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>すべて展開</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>すべて折りたたむ</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTreeModel</name>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 … (あと %2)</translation>
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
        <translation>%1 を読み込み中…</translation>
    </message>
    <message>
        <source>Reading: %1 %</source>
        <translation>読み込み: %1 %</translation>
    </message>
    <message>
        <source>Open exported messages</source>
        <translation>書き出したメッセージを開く</translation>
    </message>
    <message>
        <source>Exported messages (*.ndjson *.jsonl);;All files (*)</source>
        <translation>書き出したメッセージ (*.ndjson *.jsonl);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>メッセージ(&amp;M)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out.</source>
        <translation>
            <numerusform>%Ln 行を除きました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::MainWindow</name>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活動</translation>
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
        <translation>サーバーは動いていません。</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>クライアント(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>メッセージ(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>送信(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>アドレスをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>読み取り専用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Actions by hand…</source>
        <translation>手動の操作(&amp;A)…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>設定(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;How to connect</source>
        <translation>接続のしかた(&amp;H)</translation>
    </message>
    <message>
        <source>Push bar</source>
        <translation>送信バー</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>配置を元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>配色(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>明るい(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>暗い(&amp;D)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字の大きさ(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>大きく(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>小さく(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>標準(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Push bar</source>
        <translation>送信バー(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>活動(&amp;A)</translation>
    </message>
    <message>
        <source>Filter of the c&amp;lients</source>
        <translation>クライアントの絞り込み(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>次の区画(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>前の区画(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Porthole</source>
        <translation>Porthole について(&amp;A)</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>コンソール</translation>
    </message>
    <message>
        <source>C&amp;onsole</source>
        <translation>コンソール(&amp;O)</translation>
    </message>
    <message>
        <source>New handler from a &amp;template…</source>
        <translation>テンプレートから新しいハンドラー(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Open the handler in an editor</source>
        <translation>ハンドラーをエディターで開く(&amp;O)</translation>
    </message>
</context>
<context>
    <name>porthole::MessageFields</name>
    <message>
        <source>in or out</source>
        <translation>in または out</translation>
    </message>
    <message>
        <source>number of the client</source>
        <translation>クライアントの番号</translation>
    </message>
    <message>
        <source>text, binary, close, ping, pong, refused</source>
        <translation>text、binary、close、ping、pong、refused</translation>
    </message>
    <message>
        <source>bytes of payload, like 1k</source>
        <translation>本体のバイト数(1k など)</translation>
    </message>
    <message>
        <source>path of the client&apos;s request</source>
        <translation>クライアントのリクエストのパス</translation>
    </message>
    <message>
        <source>address and port of the client</source>
        <translation>クライアントのアドレスとポート</translation>
    </message>
    <message>
        <source>the payload as text</source>
        <translation>本体のテキスト</translation>
    </message>
    <message>
        <source>a value in the payload: json.type, json.items.0.id</source>
        <translation>本体の中の値: json.type、json.items.0.id</translation>
    </message>
    <message>
        <source>when: 12:00:01, or -5min for five minutes ago</source>
        <translation>時刻: 12:00:01、または 5 分前なら -5min</translation>
    </message>
    <message>
        <source>code of a close frame</source>
        <translation>切断フレームのコード</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesModel</name>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 … (あと %2)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesPane</name>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>メッセージを絞り込む</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>絞り込み(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Jump to &amp;newest</source>
        <translation>最新へ移動(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>消去(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Control frames and refusals</source>
        <translation>制御フレームと拒否(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;only its client</source>
        <translation>このクライアントだけ表示(&amp;O)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Open an export…</source>
        <translation>書き出しを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>受信と送信</translation>
    </message>
    <message>
        <source>In</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>%1 のみ</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln client(s)</source>
        <translation>
            <numerusform>%Ln 件のクライアントのみ</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the messages of all clients again</source>
        <translation>すべてのクライアントのメッセージを再び表示</translation>
    </message>
    <message>
        <source>%1: show all again</source>
        <translation>%1: すべて表示に戻す</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1 apart</source>
        <translation>
            <numerusform>%Ln 件を選択、間隔 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2 件中 %1 件を表示</translation>
    </message>
    <message>
        <source>%1 older dropped</source>
        <translation>古い %1 件を破棄</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 件を省略</translation>
    </message>
    <message>
        <source>&amp;Resume  +%1</source>
        <translation>再開(&amp;R)  +%1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>%1 messages came while paused and did not fit any more.</source>
        <translation>一時停止中に届いた %1 件のメッセージは入りきりませんでした。</translation>
    </message>
    <message>
        <source>No message fits the filter.</source>
        <translation>条件に合うメッセージはありません。</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>まだメッセージはありません。</translation>
    </message>
</context>
<context>
    <name>porthole::Ndjson</name>
    <message>
        <source>It is no JSON object.</source>
        <translation>JSON のオブジェクトではありません。</translation>
    </message>
    <message>
        <source>It has no time as Porthole exports it.</source>
        <translation>Porthole が書き出す形の時刻がありません。</translation>
    </message>
    <message>
        <source>Its type or its payload is missing.</source>
        <translation>種類か本体がありません。</translation>
    </message>
</context>
<context>
    <name>porthole::NewHandlerDialog</name>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>New handler from a template</source>
        <translation>テンプレートから新しいハンドラー</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Source of the template</source>
        <translation>テンプレートのソース</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>保存先(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save the handler</source>
        <translation>ハンドラーを保存</translation>
    </message>
    <message>
        <source>The name of a handler&apos;s file ends with .js or .mjs.</source>
        <translation>ハンドラーのファイル名は .js か .mjs で終わります。</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message>
        <source>%1 is there already. Write the template over it?</source>
        <translation>%1 はすでにあります。テンプレートで上書きしますか？</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>上書き</translation>
    </message>
</context>
<context>
    <name>porthole::NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>porthole::OpenJob</name>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行目: %2</translation>
    </message>
    <message>
        <source>%1 holds no row of an exported log; choose a file that was exported as NDJSON.</source>
        <translation>%1 には書き出した記録の行がありません。NDJSON で書き出したファイルを選んでください。</translation>
    </message>
</context>
<context>
    <name>porthole::Operations</name>
    <message>
        <source>server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>ハンドラー</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln 件のクライアント</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::Outcome</name>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>受け取る相手がいませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>sent to %Ln</source>
        <translation>
            <numerusform>%Ln 件に送信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queued for %Ln</source>
        <translation>
            <numerusform>%Ln 件は送信待ち</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused: %1</source>
        <translation>
            <numerusform>%Ln 件拒否: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pinged %Ln client(s)</source>
        <translation>
            <numerusform>%Ln 件のクライアントに ping を送りました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 refused: %3</source>
        <translation>%1、%2 件拒否: %3</translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s)</source>
        <translation>
            <numerusform>%Ln 件のクライアントを切断しています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s), %1 refused: %2</source>
        <translation>
            <numerusform>%Ln 件のクライアントを切断しています、%1 件拒否: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::PaneTitle</name>
    <message>
        <source>Detach %1</source>
        <translation>%1 を切り離す</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 を隠す</translation>
    </message>
</context>
<context>
    <name>porthole::PayloadView</name>
    <message>
        <source>Page before</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of %3; Copy takes all of it</source>
        <translation>%3 バイト中 %1 から %2。コピーは全体が対象です</translation>
    </message>
</context>
<context>
    <name>porthole::SavedDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>使う(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>保存したメッセージ</translation>
    </message>
    <message>
        <source>Name, to save the message under or to find one</source>
        <translation>名前(保存または検索)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Replace with the message</source>
        <translation>このメッセージで置き換え(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save the message</source>
        <translation>メッセージを保存(&amp;S)</translation>
    </message>
</context>
<context>
    <name>porthole::ServerForm</name>
    <message>
        <source>&amp;Address</source>
        <translation>アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address, localhost, or unix: and a path.</source>
        <translation>IPv4 か IPv6 のアドレス、localhost、または unix: とパスを入力してください。</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ポート(&amp;P)</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>空いているもの</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>ワーカー(&amp;W)</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>コアごとに一つ</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>エンジン(&amp;E)</translation>
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
        <translation>自動</translation>
    </message>
    <message>
        <source>&amp;Handler</source>
        <translation>ハンドラー(&amp;H)</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB.</source>
        <translation>65536、64KiB、1MiB のように書いてください。</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min.</source>
        <translation>500ms、10s、5min のように書いてください。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>&amp;Longest message</source>
        <translation>最長のメッセージ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Queue of a client</source>
        <translation>クライアントの待ち行列(&amp;Q)</translation>
    </message>
    <message>
        <source>When a queue is &amp;full</source>
        <translation>待ち行列が満杯のとき(&amp;F)</translation>
    </message>
    <message>
        <source>close the client</source>
        <translation>クライアントを切断</translation>
    </message>
    <message>
        <source>drop the newest message</source>
        <translation>最新のメッセージを捨てる</translation>
    </message>
    <message>
        <source>drop the oldest messages</source>
        <translation>古いメッセージを捨てる</translation>
    </message>
    <message>
        <source>take no message</source>
        <translation>メッセージを受け付けない</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>クライアント(&amp;C)</translation>
    </message>
    <message>
        <source>Clients of an &amp;address</source>
        <translation>同じアドレスのクライアント(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;New clients a second</source>
        <translation>毎秒の新しいクライアント(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Messages a second from a client</source>
        <translation>クライアントからの毎秒メッセージ数(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bytes a second from a client</source>
        <translation>クライアントからの毎秒バイト数(&amp;B)</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB; 0 is no limit.</source>
        <translation>65536、64KiB、1MiB のように書いてください。0 は制限なしです。</translation>
    </message>
    <message>
        <source>&amp;Time between pings</source>
        <translation>ping の間隔(&amp;T)</translation>
    </message>
    <message>
        <source>Time for the &amp;pong</source>
        <translation>pong を待つ時間(&amp;P)</translation>
    </message>
    <message>
        <source>Longest &amp;silence</source>
        <translation>最長の無通信(&amp;S)</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min; 0 is for ever.</source>
        <translation>500ms、10s、5min のように書いてください。0 は無期限です。</translation>
    </message>
</context>
<context>
    <name>porthole::ServerPanel</name>
    <message>
        <source>&amp;Handler</source>
        <translation>ハンドラー(&amp;H)</translation>
    </message>
    <message>
        <source>Start a&amp;new</source>
        <translation>再起動(&amp;N)</translation>
    </message>
    <message>
        <source>What answers the clients</source>
        <translation>クライアントに応答するもの</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>起動(&amp;S)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>サーバーを停止</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>サーバーを起動</translation>
    </message>
    <message>
        <source>Handler: %1</source>
        <translation>ハンドラー: %1</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>%Ln 件のクライアントが 1001 で切断されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>サーバーを停止しますか?</translation>
    </message>
    <message>
        <source>Start the server anew?</source>
        <translation>サーバーを再起動しますか?</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>The server has to be started anew for this.</source>
        <translation>このためにサーバーを再起動する必要があります。</translation>
    </message>
</context>
<context>
    <name>porthole::ServerSentences</name>
    <message>
        <source>Port %1 on %2 is taken: end the program that has it, or choose another port, or 0 for a free one.</source>
        <translation>%2 のポート %1 は使用中です。使っているプログラムを終了するか、別のポートか、空きポートを取る 0 を選んでください。</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine: choose one that is, 127.0.0.1 for this machine alone or 0.0.0.0 for every network.</source>
        <translation>%1 はこのマシンのアドレスではありません。このマシンだけなら 127.0.0.1、すべてのネットワークなら 0.0.0.0 など、このマシンのものを選んでください。</translation>
    </message>
    <message>
        <source>Port %1 on %2 may not be used by this account: choose one above 1023.</source>
        <translation>%2 のポート %1 はこのアカウントでは使えません。1023 より上を選んでください。</translation>
    </message>
    <message>
        <source>The file %1 is in use: end the program that listens on it, or choose another path.</source>
        <translation>ファイル %1 は使用中です。待ち受けているプログラムを終了するか、別のパスを選んでください。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>%1 で待ち受けできません: %2。</translation>
    </message>
    <message>
        <source>There is no handler &quot;%1&quot;.</source>
        <translation>ハンドラー「%1」はありません。</translation>
    </message>
    <message>
        <source>The server is stopping; try again when it has stopped.</source>
        <translation>サーバーは停止中です。停止してからもう一度試してください。</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>サーバーは動いていません。</translation>
    </message>
    <message>
        <source>The server does not run; start it with these settings instead.</source>
        <translation>サーバーは動いていません。代わりにこの設定で開始してください。</translation>
    </message>
    <message>
        <source>Start the server again to change %1.</source>
        <translation>%1 を変えるにはサーバーを開始し直してください。</translation>
    </message>
    <message>
        <source>compression is yes, but the engine qt cannot compress; choose the engine native.</source>
        <translation>compression は yes ですが、エンジン qt は圧縮できません。エンジン native を選んでください。</translation>
    </message>
    <message>
        <source>There is no file for the %1; give one.</source>
        <translation>%1 のファイルがありません。指定してください。</translation>
    </message>
    <message>
        <source>There is no certificate in %1; give a file in PEM.</source>
        <translation>%1 に証明書がありません。PEM のファイルを指定してください。</translation>
    </message>
    <message>
        <source>The certificate in %1 expired on %2; get a new one.</source>
        <translation>%1 の証明書は %2 に期限切れになりました。新しいものを用意してください。</translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid before %2; see whether this machine&apos;s clock is right.</source>
        <translation>%1 の証明書は %2 より前は有効ではありません。このマシンの時計を確認してください。</translation>
    </message>
    <message>
        <source>There is no private key in %1 that can be read; give a file in PEM, and its passphrase if it has one.</source>
        <translation>%1 に読める秘密鍵がありません。PEM のファイルと、あればそのパスフレーズを指定してください。</translation>
    </message>
    <message>
        <source>The private key in %1 is not that of the certificate in %2 (%3); give the pair.</source>
        <translation>%1 の秘密鍵は %2 の証明書のものではありません (%3)。組になるものを指定してください。</translation>
    </message>
    <message>
        <source>%1 needs a certificate; give tlsCert and tlsKey.</source>
        <translation>%1 には証明書が必要です。tlsCert と tlsKey を指定してください。</translation>
    </message>
    <message>
        <source>The %1 cannot be read from %2: %3.</source>
        <translation>%1 を %2 から読めません: %3。</translation>
    </message>
    <message>
        <source>A handler of client #%1 threw: %2.</source>
        <translation>クライアント #%1 のハンドラーが例外を投げました: %2。</translation>
    </message>
    <message>
        <source>A handler threw: %1.</source>
        <translation>ハンドラーが例外を投げました: %1。</translation>
    </message>
    <message>
        <source>A connection was turned away: %1.</source>
        <translation>接続を拒否しました: %1。</translation>
    </message>
    <message>
        <source>%1 connections were turned away: %2.</source>
        <translation>%1 件の接続を拒否しました: %2。</translation>
    </message>
    <message>
        <source>give a folder that exists</source>
        <translation>存在するフォルダーを指定してください</translation>
    </message>
    <message>
        <source>choose yes or no</source>
        <translation>yes か no を選んでください</translation>
    </message>
    <message>
        <source>choose 1.2 or 1.3</source>
        <translation>1.2 か 1.3 を選んでください</translation>
    </message>
    <message>
        <source>give a number of bytes from %1 to %2, such as 65536, 64KiB or 1MiB</source>
        <translation>%1 から %2 までのバイト数を指定してください (65536、64KiB、1MiB など)</translation>
    </message>
    <message>
        <source>give a time from %1 to %2, such as 500ms, 10s or 5min</source>
        <translation>%1 から %2 までの時間を指定してください (500ms、10s、5min など)</translation>
    </message>
    <message>
        <source>give a number from %1 to %2</source>
        <translation>%1 から %2 までの数を指定してください</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>%1 から選んでください</translation>
    </message>
    <message>
        <source>The setting %1 is %2; %3.</source>
        <translation>設定 %1 は %2 です。%3。</translation>
    </message>
    <message>
        <source>%1 is %2; %3.</source>
        <translation>%1 は %2 です。%3。</translation>
    </message>
    <message>
        <source>%1 was loaded again, in %2 ms</source>
        <translation>%1 を再読み込みしました (%2 ms)</translation>
    </message>
    <message>
        <source>The script was not loaded again, and what ran goes on: %1</source>
        <translation>スクリプトは再読み込みされず、実行中のものが続きます: %1</translation>
    </message>
</context>
<context>
    <name>porthole::SettingsDialog</name>
    <message>
        <source>&amp;Read-only: nothing is pushed, closed or changed from here</source>
        <translation>読み取り専用: ここから送信・切断・変更をしない(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Notify when a client is closed for a fault</source>
        <translation>クライアントが障害で切断されたら知らせる(&amp;N)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The server is started anew when one of these changes. They hold until the program ends; its command line sets them for good.</source>
        <translation>ここを変えるとサーバーを再起動します。設定はプログラムの終了まで有効です。恒久的にはコマンドラインで指定します。</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <source>These hold at once, for those who are connected too. They hold until the program ends; its command line sets them for good.</source>
        <translation>接続中のクライアントにもすぐに適用されます。設定はプログラムの終了まで有効です。恒久的にはコマンドラインで指定します。</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>制限(&amp;L)</translation>
    </message>
    <message>
        <source>These hold at once and are remembered.</source>
        <translation>すぐに有効になり、記憶されます。</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>ウィンドウ(&amp;W)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
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
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>配色(&amp;T)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字の大きさ(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Messages kept</source>
        <translation>保存するメッセージ(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Memory for them</source>
        <translation>そのためのメモリー(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>The server is started anew for this; %Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>このためにサーバーを再起動します。%Ln 件のクライアントが 1001 で切断されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is started anew for this.</source>
        <translation>このためにサーバーを再起動します。</translation>
    </message>
    <message>
        <source>Apply and start anew</source>
        <translation>適用して再起動</translation>
    </message>
</context>
<context>
    <name>porthole::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Where the focus is</source>
        <translation>フォーカスのある場所で</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>選択した行をコピー</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>すべての行を選択</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Push, from the editor</source>
        <translation>送信(編集欄から)</translation>
    </message>
    <message>
        <source>Mark a time in a chart, and take it</source>
        <translation>グラフで時間を選び、決める</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Message pushed before, and after</source>
        <translation>前に送ったメッセージ、次のメッセージ</translation>
    </message>
</context>
<context>
    <name>porthole::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>%1 で待ち受け中</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>ワーカー %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>loop lag %1 ms</source>
        <translation>ループの遅れ %1 ms</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 件を省略</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 件拒否</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>サーバーは動いていません。</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>お知らせ %Ln 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::TableView</name>
    <message>
        <source>Reset columns</source>
        <translation>列を元に戻す</translation>
    </message>
</context>
<context>
    <name>porthole::TailView</name>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
</context>
<context>
    <name>porthole::TextPayloadView</name>
    <message>
        <source>Payload as text</source>
        <translation>本体(テキスト)</translation>
    </message>
    <message>
        <source>This is not UTF-8 text: only ASCII is shown. Hex shows the bytes.</source>
        <translation>UTF-8 のテキストではないため ASCII だけを表示しています。バイトは「16 進」で見られます。</translation>
    </message>
</context>
<context>
    <name>porthole::WelcomePage</name>
    <message>
        <source>The address to connect to</source>
        <translation>接続先のアドレス</translation>
    </message>
    <message>
        <source>In the console of a browser</source>
        <translation>ブラウザーのコンソールで</translation>
    </message>
    <message>
        <source>In a terminal, with Node.js</source>
        <translation>端末で、Node.js を使って</translation>
    </message>
    <message>
        <source>In a terminal, with Python and its websockets package</source>
        <translation>端末で、Python の websockets パッケージを使って</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
    <message>
        <source>Ready for the first client</source>
        <translation>最初のクライアントを待っています</translation>
    </message>
    <message>
        <source>Connect to the address below. Clients and their messages appear here as they come.</source>
        <translation>下のアドレスに接続してください。クライアントとメッセージが届くとここに現れます。</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>サーバーを起動できませんでした</translation>
    </message>
    <message>
        <source>The server is stopping</source>
        <translation>サーバーを停止しています</translation>
    </message>
    <message>
        <source>It waits for its clients to say goodbye.</source>
        <translation>クライアントの切断を待っています。</translation>
    </message>
    <message>
        <source>The server does not run</source>
        <translation>サーバーは動いていません</translation>
    </message>
    <message>
        <source>No client can connect.</source>
        <translation>クライアントは接続できません。</translation>
    </message>
</context>
</TS>
